import { describe, expect, test } from 'vitest';
import { emptyForm, missingIn, orderOf, type OrderForm } from './order';
import { figuresOf, namesOf, sectionsOf } from './sections';

function form(more: Partial<OrderForm>): OrderForm {
  return { ...emptyForm, ...more };
}

describe('an order', () => {
  test('has only what its kind knows, whatever stood in the form before', () => {
    const full = { body: '县应急局', tasks: ['1.1'], addressees: '县公安局、县住建局', replyBy: '2021-07-01', replySlip: 'yes' as const };
    expect(orderOf(form({ ...full, kind: 'taskSheet' }))).toEqual({
      kind: 'taskSheet',
      body: '县应急局',
      replyBy: '2021-07-01',
      replySlip: true,
    });
    expect(orderOf(form({ ...full, kind: 'supervisionLetter', urgency: '特急' }))).toEqual({
      kind: 'supervisionLetter',
      tasks: ['1.1'],
      replyBy: '2021-07-01',
      elements: { addressees: ['县公安局', '县住建局'], urgency: '特急' },
    });
    expect(orderOf(form({ ...full, kind: 'notice', addressees: '', replyBy: '' }))).toEqual({ kind: 'notice' });
  });

  test.each([
    [form({ kind: 'taskSheet' }), '请选择发给哪个单位。'],
    [form({ kind: 'reminderLetter' }), '请至少选一项任务。'],
    [form({ kind: 'deploymentNotice', texts: { subject: '防汛' } }), '请填写“目的和依据”。'],
    [
      form({ kind: 'deploymentNotice', texts: { subject: '防汛', purpose: '为…', sections: '加强值守。' } }),
      '“正文”要以小标题开头，如“一、提高认识”。',
    ],
    [form({ kind: 'bulletin', texts: { summary: '总体好。', figures: '县应急局 好' } }), /看不懂/],
    [form({ kind: 'notice' }), ''],
  ])('says what is missing: %#', (asked, sentence) => {
    expect(missingIn(asked)).toMatch(sentence);
    if (sentence === '') expect(missingIn(asked)).toBe('');
  });
});

describe('what people type', () => {
  test('becomes parts, paragraphs and items', () => {
    expect(sectionsOf('一、提高认识。\n压实责任。\n\n（一）严格执法。加大力度。\n（二）抓好培训\n二、加强保障')).toEqual([
      {
        title: '提高认识',
        paragraphs: ['压实责任。'],
        items: [
          { title: '严格执法', text: '加大力度。' },
          { title: '', text: '抓好培训' },
        ],
      },
      { title: '加强保障', paragraphs: [], items: [] },
    ]);
    expect(sectionsOf('')).toEqual([]);
    expect(sectionsOf('没有小标题')).toBeNull();
  });

  test('becomes names and figures', () => {
    expect(namesOf('县应急局、县公安局，\n县住建局；')).toEqual(['县应急局', '县公安局', '县住建局']);
    expect(figuresOf('县应急局 32 20 10 2 进度较快\n县公安局 5 5 0 0')).toEqual([
      { body: '县应急局', total: 32, done: 20, going: 10, overdue: 2, remark: '进度较快' },
      { body: '县公安局', total: 5, done: 5, going: 0, overdue: 0, remark: '' },
    ]);
    expect(figuresOf('县应急局 32')).toBe('县应急局 32');
  });
});
