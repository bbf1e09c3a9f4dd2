import type { components } from '../../api/schema';

type Section = components['schemas']['SectionText'];
type Figure = components['schemas']['FigureText'];

const heading = /^[一二三四五六七八九十]+、\s*(.*)$/;
const item = /^[（(][一二三四五六七八九十]+[）)]\s*(.*)$/;

/** The lines of a text, without those that are empty. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The names in a text, however they are divided. */
export function namesOf(text: string): string[] {
  return text
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Reads the parts of a paper as people type them; null where the first line is no heading. */
export function sectionsOf(text: string): Section[] | null {
  const sections: Section[] = [];
  for (const line of linesOf(text)) {
    const title = heading.exec(line)?.[1];
    const last = sections.at(-1);
    if (title !== undefined) sections.push({ title: title.replace(/。$/, ''), paragraphs: [], items: [] });
    else if (!last) return null;
    else add(last, line);
  }
  return sections;
}

// What follows the first full stop of an item is its text; an item without one is all text.
function add(section: Section, line: string): void {
  const text = item.exec(line)?.[1];
  if (text === undefined) {
    section.paragraphs = [...(section.paragraphs ?? []), line];
    return;
  }
  const stop = text.indexOf('。');
  const isTitled = stop > 0 && stop < text.length - 1;
  section.items = [...(section.items ?? []), { title: isTitled ? text.slice(0, stop) : '', text: isTitled ? text.slice(stop + 1) : text }];
}

/** Reads the figures of the bodies, one in a line; gives the first line that is not understood in their place. */
export function figuresOf(text: string): Figure[] | string {
  const figures: Figure[] = [];
  for (const line of linesOf(text)) {
    const [, body, total, done, going, overdue, remark] = /^(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*(.*)$/.exec(line) ?? [];
    if (body === undefined) return line;
    figures.push({
      body,
      total: Number(total),
      done: Number(done),
      going: Number(going),
      overdue: Number(overdue),
      remark: remark ?? '',
    });
  }
  return figures;
}
