import type { PaperKind } from '../api';

/** How a field is filled in: one line, a day, a few lines, or many. */
export type TextType = 'line' | 'date' | 'lines' | 'long';

/** A field of the text that a paper cannot have from the tasks. */
export interface TextField {
  name: string;
  label: string;
  type: TextType;
  isNeeded: boolean;
  hint: string;
}

/** A kind of paper and what has to be asked for it. */
export interface Kind {
  kind: PaperKind;
  name: string;
  /** For one body. */
  hasBody: boolean;
  tasks: 'none' | 'some' | 'needed';
  /** Whether replies have a last day. */
  hasReply: boolean;
  /** A list goes with another paper: it has no addressees and no number of its own. */
  isLetter: boolean;
  texts: readonly TextField[];
}

const sectionsHint = '一行一段；以“一、”“二、”开头的行是小标题，以“（一）”开头的行是其中的条目。';

function field(name: string, label: string, type: TextType = 'line', isNeeded = true, hint = ''): TextField {
  return { name, label, type, isNeeded, hint };
}

function kind(word: PaperKind, name: string, more: Partial<Kind> = {}): Kind {
  return { kind: word, name, hasBody: false, tasks: 'none', hasReply: false, isLetter: true, texts: [], ...more };
}

/** The kinds, those of every day first. */
export const kinds: readonly Kind[] = [
  kind('notice', '通知（印发任务分工）', { hasReply: true }),
  kind('taskSheet', '任务清单', { hasBody: true, hasReply: true, isLetter: false }),
  kind('wideTaskSheet', '任务清单（横排）', { hasBody: true, hasReply: true, isLetter: false }),
  kind('supervisionLetter', '督办函', { tasks: 'needed', hasReply: true }),
  kind('reminderLetter', '提醒函', { tasks: 'needed', hasReply: true }),
  kind('listedNotice', '挂牌督办通知', {
    tasks: 'needed',
    hasReply: true,
    texts: [
      field('subject', '挂牌督办什么', 'line', false, '不写就是所选的任务'),
      field('basis', '依据', 'line', false, '不写就是工作要点'),
      field('requirements', '其他要求', 'lines', false, '一行一条'),
    ],
  }),
  kind('deploymentNotice', '工作部署通知', {
    texts: [
      field('subject', '部署什么工作', 'line', true, '如：做好汛期安全生产工作'),
      field('purpose', '目的和依据', 'lines', true, '不用写“现就…通知如下”'),
      field('sections', '正文', 'long', true, sectionsHint),
    ],
  }),
  kind('bulletin', '通报', {
    texts: [
      field('subject', '通报什么', 'line', false, '不写就是任务进展情况'),
      field('until', '统计截止', 'date', false),
      field('summary', '总体情况', 'lines'),
      field('figures', '各单位进展', 'lines', true, '一行一个单位：县应急局 32 20 10 2，依次是任务数、已完成、推进中、逾期，后面可写备注'),
      field('sections', '后续各部分', 'long', false, sectionsHint),
    ],
  }),
  kind('minutes', '会议纪要', {
    texts: [
      field('name', '标题', 'line', true, '如：沂源县安全生产委员会2021年第一次全体会议纪要'),
      field('meeting', '会议名称', 'line', true, '如：县安委会2021年第一次全体会议'),
      field('on', '会议日期', 'date', false),
      field('place', '地点', 'line', false),
      field('chair', '主持人', 'line', false, '连同职务'),
      field('about', '会议内容', 'lines', false),
      field('sections', '议定事项', 'long', true, sectionsHint),
      field('present', '出席', 'lines', false, '一行一人'),
      field('absent', '请假', 'lines', false, '一行一人'),
      field('observers', '列席', 'lines', false, '一行一人'),
    ],
  }),
];

/** The row of a kind; the first one for a kind that is not known. */
export function kindOf(word: string): Kind {
  const [first, ...rest] = kinds;
  return rest.find((one) => one.kind === word) ?? (first as Kind);
}
