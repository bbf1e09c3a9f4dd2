/** What the host is to do wrong. Everything is off until a test sets it. */
export interface Faults {
  /** Tag and title are gone after something was inserted into a control (office-js #1467, #2752). */
  resetsLabels: boolean;
  /** A control is another one after something was inserted into it: its id changes and old references are dead (#2759). */
  renewsControls: boolean;
  /** The control itself is lost when something is inserted into it, its content stays. */
  losesControls: boolean;
  /** Refuses to take a lock off, or to put one on; only controls with such a tag where one is given. */
  refusesLock: 'unlock' | 'lock' | null;
  /** Refuses every insertion into controls with these tags. */
  refusesInsertion: string[];
  /** Adds an empty paragraph to whatever is inserted (#116, #2655). */
  addsParagraph: boolean;
  /** Insertions switch the tracking of changes on. */
  tracksAfterInsertion: boolean;
  /** Custom XML parts are written nowhere, though it is said that they were (#5910), or refused. */
  losesParts: 'silently' | 'loudly' | null;
  /** Deleting a custom XML part does nothing, though it is said that it did. */
  keepsParts: boolean;
  /** The so-many-eth sync from now on fails after so many changes were made. */
  failsSync: { at: number; after: number; code?: string } | null;
  /** Every sync fails. */
  failsAlways: boolean;
  /** A person does something right before the so-many-eth sync from now on. */
  interrupts: { at: number; act: () => void } | null;
  /** The so-many-eth sync from now on is never answered; its changes are not made. */
  hangsSync: number | null;
  /** Calls of the Common API are never answered. */
  hangsCommon: boolean;
  /** Milliseconds that every sync takes. */
  delay: number;
  /** So many slices of the file fail from now on. */
  failsSlices: number;
}

/** A host that behaves. */
export const noFaults = (): Faults => ({
  resetsLabels: false,
  renewsControls: false,
  losesControls: false,
  refusesLock: null,
  refusesInsertion: [],
  addsParagraph: false,
  tracksAfterInsertion: false,
  losesParts: null,
  keepsParts: false,
  failsSync: null,
  failsAlways: false,
  interrupts: null,
  hangsSync: null,
  hangsCommon: false,
  delay: 0,
  failsSlices: 0,
});

/** An error as Word tells it. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}
