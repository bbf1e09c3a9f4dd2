import { expect, test } from 'vitest';
import type { Task } from '../../api/types';
import { changeOf, draftOf, isChanged } from './taskDraft';

const task: Task = {
  id: 't',
  version: 1,
  planId: 'p',
  number: '1.1',
  ordinal: 0,
  item: '1',
  clause: 1,
  section: '（一）压实责任',
  title: '建立清单',
  text: '建立“一企一策”清单。',
  responsibility: '县应急局牵头',
  location: '第3段',
  state: 'open',
  closedBecause: '',
  parties: [{ role: 'lead', mention: '县应急局', body: '县应急局', isGroup: false, needsReview: false }],
  deadlines: [{ text: '6月底前', due: '2021-06-30' }],
};

test('an untouched draft changes nothing', () => {
  expect(isChanged(task, draftOf(task))).toBe(false);
  expect(changeOf(task, draftOf(task), ' 理由 ')).toEqual({ reason: '理由' });
});

test('only what the person touched is sent', () => {
  const draft = { ...draftOf(task), title: '新标题 ' };
  expect(changeOf(task, draft, '理由')).toEqual({ reason: '理由', title: '新标题' });
});

test('empty rows are dropped and a new body is mentioned as it is called', () => {
  const first = draftOf(task);
  const draft = {
    ...first,
    parties: [
      ...first.parties,
      { role: 'responsible' as const, mention: '', body: ' 县公安局 ', isGroup: false },
      { role: 'guiding' as const, mention: '', body: ' ', isGroup: false },
    ],
    deadlines: [{ text: ' ', due: null }],
  };
  const change = changeOf(task, draft, '理由');
  expect(change.parties).toEqual([...first.parties, { role: 'responsible', mention: '县公安局', body: '县公安局', isGroup: false }]);
  expect(change.deadlines).toEqual([]);
  expect(change.title).toBeUndefined();
});
