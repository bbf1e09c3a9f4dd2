// CPU milliseconds a letter for each peer, warm, in turns; every output is checked to hold its last row.
const fs = require('fs');
const path = require('path');
const PizZip = require('pizzip');
const Docxtemplater = require('docxtemplater');
const { createReport } = require('docx-templates');
const { TemplateHandler } = require('easy-template-x');
const carbone = require('carbone');

const folder = process.argv[2];
const handler = new TemplateHandler();

const engines = {
  docxtemplater: async (file, data) => {
    const letter = new Docxtemplater(new PizZip(fs.readFileSync(file)), {});
    letter.render(data);
    return letter.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  },
  'docx-templates': async (file, data) => createReport({ template: fs.readFileSync(file), data, noSandbox: true }),
  'easy-template-x': async (file, data) => handler.process(fs.readFileSync(file), data),
  carbone: (file, data) => new Promise((done, fail) => carbone.render(file, data, (error, result) => error ? fail(error) : done(result))),
};

async function cpu(render, file, data, times) {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) await render(file, data);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000 / times;
}

function check(name, output, rows) {
  const xml = new PizZip(output).file('word/document.xml').asText();
  const found = (xml.match(/第\d+项/g) || []).length;
  if (found < rows || !xml.includes('此件紧急') || !xml.includes('&amp;') || /\{[#d/]|\+\+\+/.test(xml)) throw new Error(`${name}: ${found} rows of ${rows}`);
}

async function measure(label, template, rows, rounds, times) {
  const data = JSON.parse(fs.readFileSync(path.join(folder, `${rows}.json`)));
  for (const [name, render] of Object.entries(engines)) {
    const file = path.join(folder, name + template);
    try {
      check(name, await render(file, data), rows);
      const all = [];
      if (rounds > 1) await cpu(render, file, data, times);
      for (let i = 0; i < rounds; i++) all.push(await cpu(render, file, data, times));
      all.sort((a, b) => a - b);
      console.log(`${label}-${name} ${all[all.length >> 1].toFixed(4)}`);
    } catch (error) {
      console.log(`${label}-${name} failed: ${error.message || error}`);
    }
  }
}

(async () => {
  await measure('letter', '.docx', 20, 5, 40);
  await measure('table', '-8.docx', 5000, 1, 1);
  process.exit(0);
})();
