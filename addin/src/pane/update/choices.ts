import type { RegionChange, RegionOutcome } from '../../word/port';
import { copiesOf } from '../../word/copies';
import type { PaperUpdate, RegionView } from '../api';
import { words } from './words';

/** A region as one of its copies has it: copies that say different things are chosen one by one. */
export function keyOf(region: Pick<RegionView, 'name' | 'text'>): string {
  return `${region.name}\n${region.text}`;
}

/** Whether it can be replaced at all. */
export function canTake(region: RegionView): boolean {
  return region.isTagged && (region.state === 'outdated' || needsChoice(region));
}

/** Whether somebody's own words would be replaced: then only that person decides. */
export function needsChoice(region: RegionView): boolean {
  return region.state === 'edited' || region.state === 'conflict';
}

/** Which regions are to be replaced: those that are outdated unless they were left out, those with somebody's words only where asked. */
export function chosenOf(regions: readonly RegionView[], choices: Readonly<Record<string, boolean>>): RegionView[] {
  return regions.filter((region) => canTake(region) && (choices[keyOf(region)] ?? region.state === 'outdated'));
}

/** What is asked of the service. */
export function askedFor(chosen: readonly RegionView[]): { region: string[]; take: string[] } {
  return {
    region: [...new Set(chosen.map((region) => region.name))],
    take: [...new Set(chosen.filter(needsChoice).map((region) => region.name))],
  };
}

/** What is to be done with the document, and what is left because it is not what the person saw. */
export interface Work {
  changes: RegionChange[];
  /** The names of the changes, one for each. */
  names: string[];
  left: RegionOutcome[];
}

/**
 * Turns the service's answer into changes of the document. Each one says which text it may replace: the one that was seen and chosen. So
 * words that somebody typed after looking, or that stand in a copy that was not chosen, stay.
 */
export function workOf(chosen: readonly RegionView[], update: PaperUpdate): Work {
  const work: Work = { changes: [], names: [], left: [] };
  for (const region of chosen) {
    const change = update.changes.find((one) => one.name === region.name && (one.was === null || one.was === region.text));
    if (change) {
      work.changes.push({ tag: change.tag, title: change.title, was: region.text, ooxml: change.ooxml });
      work.names.push(region.name);
    } else {
      const isOther = update.changes.some((one) => one.name === region.name);
      const known = isOther || update.left.some((one) => one.name === region.name);
      const problem = known ? words.changedSince : words.notAsked;
      work.left.push({ tag: region.tag, title: region.title, replaced: 0, problem, before: [], text: region.text });
    }
  }
  return work;
}

/**
 * What of an outcome can still be put back: all of it, where it was not asked for or could not be done; nothing, where it was done; and
 * where one copy stayed behind, that copy.
 */
export function stillToPutBack(outcome: RegionOutcome, result: RegionOutcome | undefined): RegionOutcome[] {
  if (!result || result.replaced === 0) return [outcome];
  if (result.problem === '') return [];
  const done = copiesOf(result);
  const rest = copiesOf(outcome)
    .map((copy, index) => ({ copy, before: outcome.before[index] ?? '' }))
    .filter(({ copy }) => !done.some((one) => one.index === copy.index && one.of === copy.of));
  if (rest.length === 0) return [];
  return [{ ...outcome, replaced: rest.length, before: rest.map((one) => one.before), copies: rest.map((one) => one.copy) }];
}
