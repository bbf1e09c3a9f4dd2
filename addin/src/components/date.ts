// The office's time, wherever the browser believes to be: what happened near midnight belongs to the same day for everybody.
const timeZone = 'Asia/Shanghai';
const dayAndTime = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone });
const time = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'short', timeZone });

/** A moment as people write it. */
export function moment(text: string): string {
  return dayAndTime.format(new Date(text));
}

/** The time of day of a moment. */
export function clock(text: string): string {
  return time.format(new Date(text));
}
