const format = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment as people write it. */
export function moment(text: string): string {
  return format.format(new Date(text));
}
