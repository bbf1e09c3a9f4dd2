import type { Abilities, Fragment, PaperMark, Region, RegionChange, RegionOutcome, TextPlace, WordPort } from '../../word/port';

/** A document in memory, which can refuse what hosts refuse. */
export class TestPort implements WordPort {
  abilities: Abilities = { isWord: true, hasDocument: true, seesTracking: true, replacesWhole: true, edits: true };
  package = new Uint8Array([1, 2, 3]);
  mark: PaperMark | null = null;
  held: Region[] = [];
  lines: string[] = [];
  tables: string[][][] = [];
  fragments: Fragment[] = [];
  opened: { name: string; docx: Uint8Array }[] = [];
  selected: TextPlace[] = [];
  finals: { number: string; link: string; at: string }[] = [];
  /** Tags of regions that are locked. */
  locked = new Set<string>();
  /** Whether the custom XML part is lost on writing. */
  losesRecord = false;
  /** Whether a place is found. */
  finds = true;
  /** Thrown by the next call that changes the document. */
  refusal: Error | null = null;
  private tellers: (() => void)[] = [];

  readPackage(): Promise<Uint8Array> {
    return Promise.resolve(this.package);
  }

  readMark(): Promise<PaperMark | null> {
    return Promise.resolve(this.mark);
  }

  regions(): Promise<Region[]> {
    return Promise.resolve(this.held);
  }

  replace(changes: RegionChange[], options?: { onProgress?: (done: number, all: number) => void }): Promise<RegionOutcome[]> {
    return this.change(() =>
      changes.map((change, i) => {
        options?.onProgress?.(i + 1, changes.length);
        return this.replaceOne(change);
      }),
    );
  }

  putBack(outcomes: RegionOutcome[]): Promise<RegionOutcome[]> {
    return this.change(() =>
      outcomes.map((outcome) =>
        this.replaceOne({ tag: outcome.tag, title: outcome.title, was: outcome.text, ooxml: outcome.before[0] ?? '' }),
      ),
    );
  }

  writeRecord(xml: string): Promise<boolean> {
    return this.change(() => {
      if (this.losesRecord) return false;
      this.mark = {
        ...(this.mark ?? { id: '3f9a0c51be27', revision: 1, county: '沂源县', year: 2021, title: '通知', isFragment: false }),
        xml,
      };
      return true;
    });
  }

  insertFragment(fragment: Fragment): Promise<void> {
    return this.change(() => void this.fragments.push(fragment));
  }

  insertLines(lines: string[]): Promise<void> {
    return this.change(() => void this.lines.push(...lines));
  }

  insertTable(rows: string[][]): Promise<void> {
    return this.change(() => void this.tables.push(rows));
  }

  openNew(docx: Uint8Array, name: string): Promise<void> {
    return this.change(() => void this.opened.push({ docx, name }));
  }

  replaceWhole(docx: Uint8Array): Promise<void> {
    return this.change(() => {
      this.package = new Uint8Array(docx);
    });
  }

  select(place: TextPlace): Promise<boolean> {
    this.selected.push(place);
    return Promise.resolve(this.finds);
  }

  markFinal(final: { number: string; link: string; at: string }): Promise<void> {
    return this.change(() => void this.finals.push(final));
  }

  onDocument(tell: () => void): () => void {
    this.tellers.push(tell);
    return () => {
      this.tellers = this.tellers.filter((one) => one !== tell);
    };
  }

  /** Becomes another document. */
  become(): void {
    for (const tell of this.tellers) tell();
  }

  private change<T>(work: () => T): Promise<T> {
    if (this.refusal === null) return Promise.resolve(work());
    const refused = Promise.reject<T>(this.refusal);
    this.refusal = null;
    return refused;
  }

  // The new text is the markup itself: what it means in Word is the real ports' business.
  private replaceOne({ tag, title, was, ooxml }: RegionChange): RegionOutcome {
    const copies = this.held.filter((region) => region.tag === tag && (was === null || region.text === was));
    const isRefused = this.locked.has(tag) || copies.length === 0;
    const before = isRefused ? [] : copies.map((region) => region.text);
    if (!isRefused) for (const region of copies) region.text = ooxml;
    const problem = this.locked.has(tag) ? '这一处被锁定，没有更新。' : copies.length === 0 ? '这一处刚刚被改动，没有更新。' : '';
    return { tag, title, replaced: before.length, problem, before, text: isRefused ? (was ?? '') : ooxml };
  }
}
