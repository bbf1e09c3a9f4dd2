import type { ReportState, Standing } from './types';

/** What a returned workbook would change about a part. */
export interface CollectedChange {
  taskId: string;
  number: string;
  title: string;
  body: string;
  /** Where in the workbook it stands. */
  place: string;
  state: ReportState;
  before: Standing | null;
  percent: number | null;
  progress: string;
  on: string;
  reporter: string;
}

/** What stands in a returned workbook and fits nothing. */
export interface Unplaced {
  place: string;
  text: string;
  code: string;
  message: string;
}

/** What a returned workbook says. */
export interface Collected {
  file: string;
  changes: CollectedChange[];
  unplaced: Unplaced[];
  /** Reports that the ledger has already. */
  known: number;
  /** Rows that nobody filled in. */
  blank: number;
  applied: boolean;
}

/** What a bulletin is made with. */
export interface BulletinRequest {
  on: string | null;
  ranked: boolean;
  requirements: string[];
  number: boolean;
}
