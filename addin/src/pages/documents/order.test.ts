import { expect, test } from 'vitest';
import type { Document } from '../../api/types';
import { inOrder } from './order';

const paper = (kind: string, path: string) => ({ kind, path }) as Document;

test('the notice comes first, sheets by their number, the workbook and what is not known last', () => {
  const papers = [
    paper('ledger', '任务台账.xlsx'),
    paper('poem', '诗.docx'),
    paper('task-sheet', '任务清单/10 县公安局 任务清单.docx'),
    paper('task-sheet', '任务清单/2 县委组织部 任务清单.docx'),
    paper('notice', '通知.docx'),
  ];
  expect(inOrder(papers).map((one) => one.path[0])).toEqual(['通', '任', '任', '任', '诗']);
  expect(inOrder(papers)[1]?.path).toContain('/2 ');
});
