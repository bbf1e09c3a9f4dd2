import type { PaperKind, PaperOrder } from '../api';
import { kindOf } from './kinds';
import { figuresOf, linesOf, namesOf, sectionsOf } from './sections';
import { words } from './words';

/** A paper as a person asks for it on the screen. */
export interface OrderForm {
  kind: PaperKind;
  body: string;
  /** Numbers of the tasks. */
  tasks: string[];
  addressees: string;
  date: string;
  replyBy: string;
  urgency: string;
  replySlip: '' | 'yes' | 'no';
  texts: Record<string, string>;
  takesNumber: boolean;
}

export const emptyForm: OrderForm = {
  kind: 'notice',
  body: '',
  tasks: [],
  addressees: '',
  date: '',
  replyBy: '',
  urgency: '',
  replySlip: '',
  texts: {},
  takesNumber: false,
};

/** What is still to be filled in, a sentence; empty where nothing is. */
export function missingIn(form: OrderForm): string {
  const kind = kindOf(form.kind);
  if (kind.hasBody && form.body === '') return words.missing.body;
  if (kind.tasks === 'needed' && form.tasks.length === 0) return words.missing.tasks;
  const empty = kind.texts.find((field) => field.isNeeded && text(form, field.name) === '');
  if (empty) return words.missing.text(empty.label);
  if (sectionsOf(text(form, 'sections')) === null) return words.missing.sections;
  const figures = figuresOf(text(form, 'figures'));
  return typeof figures === 'string' ? words.missing.figures(figures) : '';
}

/** What is asked of the service. What the kind does not know is left out, whatever stood in the form before. */
export function orderOf(form: OrderForm): PaperOrder {
  const kind = kindOf(form.kind);
  const order: PaperOrder = { kind: form.kind, ...textsOf(form) };
  if (kind.hasBody) order.body = form.body;
  if (kind.tasks !== 'none') order.tasks = form.tasks;
  if (form.date !== '') order.date = form.date;
  if (kind.hasReply && form.replyBy !== '') order.replyBy = form.replyBy;
  if (kind.hasBody && form.replySlip !== '') order.replySlip = form.replySlip === 'yes';
  const addressees = kind.isLetter ? namesOf(form.addressees) : [];
  if (addressees.length > 0 || form.urgency !== '') {
    order.elements = { ...(addressees.length > 0 && { addressees }), ...(form.urgency !== '' && { urgency: form.urgency }) };
  }
  return order;
}

function textsOf(form: OrderForm): Partial<PaperOrder> {
  const one = (name: string) => text(form, name);
  const sections = sectionsOf(one('sections')) ?? [];
  const day = (name: string) => (one(name) === '' ? null : one(name));
  switch (form.kind) {
    case 'deploymentNotice':
      return { deployment: { subject: one('subject'), purpose: one('purpose'), sections } };
    case 'listedNotice':
      return { listed: { subject: one('subject'), basis: one('basis'), matters: [], requirements: linesOf(one('requirements')) } };
    case 'bulletin': {
      const figures = figuresOf(one('figures'));
      const rows = typeof figures === 'string' ? [] : figures;
      return { bulletin: { subject: one('subject'), until: day('until'), summary: one('summary'), rows, sections } };
    }
    case 'minutes':
      return {
        minutes: {
          name: one('name'),
          meeting: one('meeting'),
          on: day('on'),
          place: one('place'),
          chair: one('chair'),
          about: one('about'),
          sections,
          present: linesOf(one('present')),
          absent: linesOf(one('absent')),
          observers: linesOf(one('observers')),
        },
      };
    default:
      return {};
  }
}

function text(form: OrderForm, name: string): string {
  return kindOf(form.kind).texts.some((field) => field.name === name) ? (form.texts[name] ?? '').trim() : '';
}
