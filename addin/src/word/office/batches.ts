import type { Patience } from '../port';
import { zhWord } from '../strings';
import { isTrouble } from '../trouble';
import { findLost, match, matchAll, noteOf, standsLoose, type Before } from './finding';
import { accept, ask, finish, hasTaken, isUntouched, leave, problemOf, type Place } from './places';
import { tidy } from './tidy';

const size = 10;

/** A control found again after something was inserted, and what it must be called and locked like. */
interface Finishing {
  place: Place;
  control: Word.ContentControl;
}

/** The document as it is now. */
interface Now {
  controls: Word.ContentControl[];
  text: string;
}

/**
 * The work on all places, ten to a sync. Each sync puts the contents into one batch, asks for its controls again by their tags (a host may
 * have made others of them), finishes the batch before it, and asks what stands in the one after it. When a sync fails, nobody knows how
 * far it came: the document is read again, and what is still to be done is done one by one.
 */
export class Batches {
  private readonly before: Before;
  private finishing: Finishing[] = [];
  /** Whether finishing has a sync of its own, since it made one fail. */
  private isApart = false;

  constructor(
    private readonly context: Word.RequestContext,
    private readonly step: () => Promise<void>,
    private readonly places: readonly Place[],
    controls: readonly Word.ContentControl[],
    private readonly patience: Patience,
  ) {
    this.before = noteOf(controls);
  }

  /** Does it all; throws only where the host answers no more. */
  async run(): Promise<void> {
    for (let from = 0; from < this.places.length; from += size) {
      const batch = this.places.slice(from, from + size);
      if (this.patience.signal?.aborted) {
        for (const place of this.places.slice(from)) leave(place, zhWord.region.stopped);
        break;
      }
      await this.readOne(batch);
      await this.putIn(
        batch.filter((one) => one.state === 'waiting'),
        this.places.slice(from + size, from + 2 * size),
      );
      this.patience.onProgress?.(Math.min(from + size, this.places.length), this.places.length);
    }
    await this.finishApart();
    await tidy(this.places, this.step);
  }

  /** Reads what stands in places that was not read along with the batch before. */
  private async readOne(batch: readonly Place[]): Promise<void> {
    const unread = batch.filter((one) => one.before === null);
    if (unread.length === 0) return;
    const asked = unread.map((one) => one.control.getOoxml());
    try {
      await this.step();
      unread.forEach((place, index) => this.take(place, asked[index]));
    } catch (error) {
      this.giveUpAtSilence(error);
      for (const place of unread) await this.readAlone(place);
    }
  }

  private async readAlone(place: Place): Promise<void> {
    const asked = place.control.getOoxml();
    try {
      await this.step();
      this.take(place, asked);
    } catch (error) {
      this.giveUpAtSilence(error);
      leave(place, zhWord.region.unread);
    }
  }

  private take(place: Place, asked: OfficeExtension.ClientResult<string> | undefined): void {
    try {
      accept(place, asked?.value ?? '');
    } catch {
      leave(place, zhWord.region.unread);
    }
  }

  private async putIn(batch: readonly Place[], next: readonly Place[]): Promise<void> {
    if (this.isApart) await this.finishApart();
    const finishing = this.finishing;
    this.queueFinishing(finishing);
    for (const place of batch) this.queueInsertion(place.control, place);
    const again = this.askAgain(batch);
    const asked = next.map((one) => one.control.getOoxml());
    try {
      await this.step();
    } catch (error) {
      this.giveUpAtSilence(error, batch);
      this.isApart = finishing.length > 0;
      await this.finishApart();
      await this.recover(batch);
      return;
    }
    this.finishing = [];
    this.checkFinished(finishing);
    next.forEach((place, index) => this.take(place, asked[index]));
    await this.settle(batch, again);
  }

  private queueInsertion(control: Word.ContentControl, place: Place): void {
    if (place.cannotEdit) control.cannotEdit = false;
    if (place.cannotDelete) control.cannotDelete = false;
    control.insertOoxml(place.content?.ooxml ?? '', 'Replace');
  }

  private askAgain(batch: readonly Place[]): Map<string, Word.ContentControlCollection> {
    const { contentControls } = this.context.document.body;
    return new Map([...new Set(batch.map((one) => one.tag))].map((tag) => [tag, ask(contentControls.getByTag(tag))]));
  }

  /** Matches the controls that are there now with the places; what has lost its tag is looked for among the rest. */
  private async settle(batch: readonly Place[], again: ReadonlyMap<string, Word.ContentControlCollection>): Promise<void> {
    const lost = batch.filter((place) => {
      const control = match(place, again.get(place.tag)?.items ?? [], this.before);
      if (control) this.found(place, control);
      return !control;
    });
    if (lost.length === 0) return;
    const now = await this.look();
    const found = findLost(lost, now.controls, this.before, this.taken());
    for (const place of lost) {
      const control = found.get(place);
      if (control) this.found(place, control);
      else this.gone(place, now);
    }
  }

  /** The controls that are places' already. */
  private taken(): Set<number> {
    return new Set(this.places.flatMap((one) => one.now?.id ?? []));
  }

  private found(place: Place, control: Word.ContentControl): void {
    finish(place, control.text);
    place.now = control;
    const isWhole = control.tag === place.tag && control.title === titleOf(place);
    if (!isWhole || control.cannotEdit !== place.cannotEdit || control.cannotDelete !== place.cannotDelete)
      this.finishing.push({ place, control });
  }

  /** A place whose control is not there any more: the host has lost it, or somebody has deleted the region meanwhile. */
  private gone(place: Place, { controls, text }: Now): void {
    if (!standsLoose(place, text, controls)) {
      leave(place, zhWord.region.missing);
      return;
    }
    finish(place, null);
    place.problems.add(zhWord.region.unlabelled);
  }

  private async look(): Promise<Now> {
    const { body } = this.context.document;
    const controls = ask(body.contentControls);
    body.load('text');
    await this.step();
    return { controls: controls.items, text: body.text };
  }

  /** After a sync that failed: what has its new contents is finished, what has not is tried alone. */
  private async recover(batch: readonly Place[]): Promise<void> {
    const now = await this.look().catch((error: unknown) => {
      for (const place of batch) this.doubt(place, error);
      throw error;
    });
    const found = matchAll(batch, now.controls, this.before, this.taken());
    for (const place of batch) {
      const control = found.get(place);
      if (!control) this.gone(place, now);
      else if (isUntouched(place, control.text)) await this.tryAlone(place, control);
      else this.found(place, control);
    }
  }

  private async tryAlone(place: Place, control: Word.ContentControl): Promise<void> {
    if (this.patience.signal?.aborted) {
      leave(place, zhWord.region.stopped);
      return;
    }
    this.queueInsertion(control, place);
    const again = this.askAgain([place]);
    try {
      await this.step();
    } catch (error) {
      this.giveUpAtSilence(error, [place]);
      return this.stayed(place, error);
    }
    await this.settle([place], again);
  }

  /** A place whose insertion was refused: told so, and locked again where it was; unless the contents came in all the same. */
  private async stayed(place: Place, refusal: unknown): Promise<void> {
    try {
      const now = await this.look();
      const control = matchAll([place], now.controls, this.before, this.taken()).get(place);
      if (!control) this.gone(place, now);
      else if (!isUntouched(place, control.text) && hasTaken(place, control.text)) this.found(place, control);
      else {
        leave(place, problemOf(refusal));
        if (!place.cannotEdit && !place.cannotDelete) return;
        if (place.cannotDelete) control.cannotDelete = true;
        if (place.cannotEdit) control.cannotEdit = true;
        await this.step();
      }
    } catch (error) {
      this.giveUpAtSilence(error, [place]);
      if (place.state === 'waiting') this.doubt(place, refusal);
    }
  }

  /** Nobody knows what stands there now; what stood there is kept. */
  private doubt(place: Place, error: unknown): void {
    finish(place, null);
    place.problems.add(isTrouble(error, 'timeout') ? zhWord.region.silent : zhWord.region.unsure);
  }

  /** A host that does not answer is asked no more. */
  private giveUpAtSilence(error: unknown, batch: readonly Place[] = []): void {
    if (!isTrouble(error, 'timeout')) return;
    for (const place of batch) this.doubt(place, error);
    for (const place of this.places) if (place.state === 'waiting') leave(place, zhWord.region.stopped);
    throw error;
  }

  private queueFinishing(finishing: readonly Finishing[]): void {
    for (const { place, control } of finishing) {
      control.tag = place.tag;
      control.title = titleOf(place);
      if (place.cannotDelete) control.cannotDelete = true;
      if (place.cannotEdit) control.cannotEdit = true;
      control.load('tag,title,cannotEdit,cannotDelete');
    }
  }

  private checkFinished(finishing: readonly Finishing[]): void {
    for (const { place, control } of finishing) {
      if (control.tag !== place.tag) place.problems.add(zhWord.region.unlabelled);
      else if (control.cannotEdit !== place.cannotEdit || control.cannotDelete !== place.cannotDelete)
        place.problems.add(zhWord.region.unlocked);
    }
  }

  private async finishApart(): Promise<void> {
    const finishing = this.finishing;
    this.finishing = [];
    if (finishing.length === 0) return;
    this.queueFinishing(finishing);
    try {
      await this.step();
      this.checkFinished(finishing);
    } catch (error) {
      this.giveUpAtSilence(error);
      for (const one of finishing) await this.finishAlone(one);
    }
  }

  private async finishAlone(one: Finishing): Promise<void> {
    this.queueFinishing([one]);
    try {
      await this.step();
      this.checkFinished([one]);
    } catch (error) {
      this.giveUpAtSilence(error);
      // The label comes before the lock: see what was written.
      one.control.load('tag');
      await this.step().then(
        () => one.place.problems.add(one.control.tag === one.place.tag ? zhWord.region.unlocked : zhWord.region.unlabelled),
        () => one.place.problems.add(zhWord.region.unlabelled),
      );
    }
  }
}

const titleOf = (place: Place) => place.wish.title || place.control.title;
