/**
 * What the panes ask of the document in hand. Everything that touches Word lies behind this: inside Word it is `officePort`, in a browser
 * `browserPort`, whose document is a file that was chosen and whose changes become downloads. What a region becomes is decided by the
 * service; the port only carries it out.
 */
export interface WordPort {
  /** What this host can do; found out once, when the port is made. */
  readonly abilities: Abilities;

  /** The whole document as a .docx, in slices where the host gives it so. */
  readPackage(options?: Patience): Promise<Uint8Array>;

  /** The mark by which the program knows its own papers; null for a document that it did not make. Reads no package. */
  readMark(): Promise<PaperMark | null>;

  /** Every managed region, in the order of the document, copies included. At most two syncs, however many there are. */
  regions(): Promise<Region[]>;

  /**
   * Puts new contents into regions: one sync for each ten of them, tags, titles and locks written again afterwards, the tracking of
   * changes as it was: a document that tracks its changes shows what was replaced as revisions. A region that the host refuses stays as
   * it was and is told; the others go on. Thrown only where nothing was changed. In a browser the file is changed in memory.
   */
  replace(changes: RegionChange[], options?: Patience): Promise<RegionOutcome[]>;

  /**
   * Puts back what `replace` took out, newest first and each copy its own; untracked. A copy that somebody has typed in since stays and is
   * told, and so is one that cannot be told from others any more. Copies that were not replaced stay.
   */
  putBack(outcomes: RegionOutcome[], options?: Patience): Promise<RegionOutcome[]>;

  /**
   * Writes the paper's record into the document's own XML part and reads it back; says whether it is there now, and alone. In a browser
   * the file as it is by then is downloaded: to be called after `replace` and `putBack`.
   */
  writeRecord(xml: string): Promise<boolean>;

  /**
   * Inserts a fragment (flat OPC) at the cursor, in a browser into a file of its own; wraps it in a control with the tag and title where they
   * are given. Whatever is inserted is tracked where the document tracks its changes, and that is afterwards as it was.
   */
  insertFragment(fragment: Fragment): Promise<void>;

  /** Inserts text at the cursor, a paragraph for each line; in a browser a file of its own. */
  insertLines(lines: string[]): Promise<void>;

  /** Inserts a table at the cursor, in a browser into a file of its own; the first row is its head. */
  insertTable(rows: string[][]): Promise<void>;

  /** Opens a .docx as a document of its own, with page set-up, header and footers; in a browser it is downloaded under the name. */
  openNew(docx: Uint8Array, name: string): Promise<void>;

  /**
   * Replaces the whole document; only where `abilities.replacesWhole`. Rejected with `half`, `labelsLost` or `timeout` where the document
   * may be the new one by then, with any other problem where it is as it was.
   */
  replaceWhole(docx: Uint8Array): Promise<void>;

  /** Selects a place; false where it cannot be found any more, and always in a browser. */
  select(place: TextPlace): Promise<boolean>;

  /** Marks the document as final: its number, link and day in the document's properties; a browser downloads it so. */
  markFinal(final: { number: string; link: string; at: string }): Promise<void>;

  /** Tells when the document in hand becomes another one; only a browser's does. Gives back how to stop. */
  onDocument(tell: () => void): () => void;
}

/** What a host can do. */
export interface Abilities {
  /** Whether there is a Word behind it. */
  readonly isWord: boolean;
  /** Whether a document is in hand at all; in a browser false until a file was chosen. */
  readonly hasDocument: boolean;
  /** WordApi 1.4: whether changes are tracked can be seen and set. */
  readonly seesTracking: boolean;
  /** WordApi 1.5: the whole document can be replaced in place. */
  readonly replacesWhole: boolean;
  /** WordApi 1.3. Without it only reading works. */
  readonly edits: boolean;
}

/** How long and how visibly something may take. */
export interface Patience {
  signal?: AbortSignal;
  /** Told after each step. */
  onProgress?: (done: number, all: number) => void;
}

/** The record's facts that the pane needs, out of the custom XML part of namespace `urn:yiyuan-safety:paper:1`. */
export interface PaperMark {
  /** Identity of the paper, 12 hexadecimal digits. */
  id: string;
  revision: number;
  county: string;
  year: number | null;
  title: string;
  /** Whether the document is somebody's own, into which the paper's text was put. */
  isFragment: boolean;
  /** The part as it is. */
  xml: string;
}

/** A managed region as it stands. Its tag is `ys:1:PAPER:NAME`, read by the service's own rule. */
export interface Region {
  /** What the host calls it now; good for this moment only. */
  handle: number;
  tag: string;
  title: string;
  text: string;
}

/** What a region is to become. */
export interface RegionChange {
  tag: string;
  title: string;
  /** The text that the person saw, line by line: a copy that says something else by now is left. Null for whatever it says. */
  was: string | null;
  /** Flat OPC of the new content, without the control itself. */
  ooxml: string;
}

/** What became of a region. */
export interface RegionOutcome {
  tag: string;
  title: string;
  /** How many copies were replaced, or may have been where the problem says that nobody knows. */
  replaced: number;
  /** A Chinese sentence where something could not be done; empty otherwise. */
  problem: string;
  /** What stood there, as flat OPC, to be put back; one for each copy replaced. */
  before: string[];
  /** Which copies these were, one for each of `before`; the first ones, and all there were, where it is left out. */
  copies?: Copy[];
  /** What stands there now, to be told from what somebody typed afterwards. */
  text: string;
}

/** One of the regions with a tag. */
export interface Copy {
  /** Counted from 0 in the order of the document. */
  index: number;
  /** How many there were. */
  of: number;
  /** What the host called it once it was replaced; some hosts call it something else later. */
  handle: number;
}

/** Something to insert. */
export interface Fragment {
  /** Flat OPC. */
  ooxml: string;
  /** Tag of a control to be put round it; empty for none. Controls inside keep theirs. */
  tag: string;
  title: string;
}

/** A place in the text: which paragraph, and words that it says. Of several that say the same the number decides. */
export interface TextPlace {
  /** Counted from 1 in the body outside of tables and boxes, empty ones too. */
  paragraph: number | null;
  /** Whether the paragraphs of tables were counted too. */
  isOfAll?: boolean;
  /** The table, counted from 1, where the place is one. */
  table?: number | null;
  text: string;
}
