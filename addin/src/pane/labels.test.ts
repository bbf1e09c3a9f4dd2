import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { zh } from '../strings';
import { zhWord } from '../word/strings';
import { words as check } from './check/words';
import { words as file } from './file/words';
import { words as importing } from './import/words';
import { kinds } from './insert/kinds';
import { words as insert } from './insert/words';
import { words as update } from './update/words';
import { words } from './words';

const guide = readFileSync(resolve('../docs/word-addin.md'), 'utf8');

// What stands in quotes without being ours: labels of Word and of Microsoft's pages, and what is quoted of elsewhere.
const others = [
  '开始',
  '审阅 → 修订',
  '修订',
  '文件 → 信息',
  '在菜单中显示',
  '固定部署',
  '集成应用',
  '单页应用程序',
  'API 权限',
  '旁加载',
  '不受支持',
  '不再正式支持',
  '要看到',
  '哪些 Word 能用',
  '没有开启登录时只能用 localhost……',
];

// Of a label with figures only the words are compared.
const plain = (text: string) => text.replace(/[\d ]+/g, '');

function labelsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return ['7', ''].flatMap((one) => labelsOf((value as (...given: unknown[]) => unknown)(one, one, one, one)));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(labelsOf) : [];
}

const ours = [
  zh,
  zhWord,
  words,
  insert,
  update,
  check,
  file,
  importing,
  kinds.map((kind) => [kind.name, kind.texts.map((one) => one.label)]),
];
const shown = new Set(ours.flatMap(labelsOf).map(plain));
// Two words of one line: what was done, and the way back.
shown.add(plain(`${update.done(7)} ${update.putBack}`));

/** The quotes of a text, the outermost ones. */
function quotesOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, one] of Array.from(text).entries()) {
    if (one === '“' && depth++ === 0) from = at + 1;
    else if (one === '”' && --depth === 0) found.push(Array.from(text).slice(from, at).join(''));
  }
  return found;
}

const rows = guide.split('\n').filter((line) => /^\| \d+ \|/.test(line));

test('the guide has its twenty steps, and they name what is to be clicked', () => {
  expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(rows.filter((row) => quotesOf(row.split('|')[2] ?? '').length > 0).length).toBeGreaterThan(14);
});

test.each(rows.map((row) => [(row.split('|')[1] ?? '').trim(), row.split('|').slice(2).join('|')]))(
  'step %s names buttons, tabs and messages as the panes do',
  (_, text) => {
    expect(quotesOf(text).filter((quote) => !others.includes(quote) && !shown.has(plain(quote)))).toEqual([]);
  },
);

test('so does the rest of the guide, and nothing is excused that is not there', () => {
  const quotes = guide.split('\n').flatMap(quotesOf);
  expect(quotes.filter((quote) => !others.includes(quote) && !shown.has(plain(quote)))).toEqual([]);
  expect(others.filter((one) => !quotes.includes(one))).toEqual([]);
});
