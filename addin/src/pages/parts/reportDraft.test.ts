import { describe, expect, it } from 'vitest';
import { part } from './sample';
import { firstDraft, isPercent, isTouched, reportOf } from './reportDraft';

describe('a report', () => {
  it('begins where the part stands; what is late goes on', () => {
    expect(firstDraft({ ...part, state: 'done', percent: 100 }, '张三')).toMatchObject({ state: 'done', percent: '100', reporter: '张三' });
    expect(firstDraft({ ...part, state: 'overdue' }, '')).toMatchObject({ state: 'inProgress', percent: '' });
  });

  it('sends nothing for what is left empty', () => {
    const draft = { ...firstDraft(part, ' 张三 '), progress: ' 已建立清单 ' };
    expect(reportOf(part, draft)).toEqual({
      taskId: part.taskId,
      body: part.body,
      state: 'inProgress',
      on: null,
      percent: null,
      progress: '已建立清单',
      reporter: '张三',
      evidence: null,
    });
    expect(reportOf(part, { ...draft, percent: '0', on: '2021-05-01' })).toMatchObject({ percent: 0, on: '2021-05-01' });
  });

  it.each(['', ' ', '0', '60', '100'])('"%s" is a percentage', (text) => expect(isPercent(text)).toBe(true));
  it.each(['101', '-1', '5.5', '六十', '1e2'])('"%s" is none', (text) => expect(isPercent(text)).toBe(false));

  it('knows whether anybody typed', () => {
    const first = firstDraft(part, '张三');
    expect(isTouched(first, first)).toBe(false);
    expect(isTouched({ ...first, progress: '一' }, first)).toBe(true);
  });
});
