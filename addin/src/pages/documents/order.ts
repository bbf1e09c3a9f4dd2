import type { Document } from '../../api/types';

// As they are used: what hands the duties out, then what presses, then the sheets, the workbook last.
const ranks = [
  'notice',
  'deployment-notice',
  'listed-notice',
  'supervision-letter',
  'reminder-letter',
  'bulletin',
  'progress-bulletin',
  'minutes',
  'task-sheet',
  'task-sheet-wide',
  'ledger',
];

/** The papers as people look for them: by kind, then by name. */
export function inOrder(documents: Document[]): Document[] {
  const rank = (document: Document) => ranks.indexOf(document.kind) + 1 || ranks.length + 1;
  return [...documents].sort((one, other) => rank(one) - rank(other) || one.path.localeCompare(other.path, 'zh-CN', { numeric: true }));
}
