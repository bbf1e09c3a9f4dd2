import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { startWord } from './load';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
test('try', async () => {
  const docx = zipSync({
    'word/document.xml': strToU8(
      `<w:document ${w}><w:body><w:sdt><w:sdtPr><w:alias w:val="甲"/><w:tag w:val="ys:1:a:b"/><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>你好</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p/><w:sectPr/></w:body></w:document>`,
    ),
  });
  const word = startWord(docx);
  const t = Date.now();
  await Word.run(async (context) => {
    const all = context.document.body.contentControls;
    all.load('items/id,items/tag,items/title,items/text');
    context.document.load('changeTrackingMode');
    await context.sync();
    console.log(
      all.items.map((one) => one.toJSON()),
      context.document.changeTrackingMode,
    );
    const x = all.items[0]?.getOoxml();
    const y = all.items[0]?.getReviewedText('Current');
    const none = all.getByTag('none').getFirstOrNullObject();
    none.load('tag');
    await context.sync();
    console.log(x?.value, y?.value, none.isNullObject);
    all.items[0]?.insertOoxml(x?.value ?? '', 'Replace');
    await context.sync();
  });
  console.log(Date.now() - t, word.counts, word.held, word.text());
  expect(word.held).toBe(0);
});
