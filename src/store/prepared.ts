import { fold } from '../lexicon/fold.ts';
import type { AppliedCorrection } from '../plan/corrections.ts';
import type { PlanRecord } from '../plan/record.ts';
import { PART_TABLES, type PartTable, type PlanParts, planParts, planRow } from './rows.ts';
import { vectorOf } from './search-vector.ts';
import type { PlanRow } from './tables.ts';

/** A plan to be stored. */
export interface SavedDocument {
  record: PlanRecord;
  /** The text that the record's evidence points into. */
  text: string;
  /** What was changed of the words as read, as JSON; what is stored stays where it is missing. */
  repairs?: string | undefined;
}

/** The same taken apart into what a database is told: where that is a server, a few texts, which another process can hand over. */
export interface PreparedPlan extends PlanRows {
  id: string;
  source: { path: string; sha256: string };
  /** The record as JSON. */
  record: string;
  text: string;
  repairs?: string | undefined;
  /** The text as it is searched. */
  searched: string;
}

/** The row of a plan, and those of its parts. */
export interface PlanRows {
  row: PlanRow;
  parts: { rows: PlanParts } | { json: PartTexts };
}

/** Rows by their table, as JSON objects with commas between. Tables without rows are missing. */
export type PartTexts = Partial<Record<PartTable, string>>;

/** The rows of a record that holds some corrections, the last of which has the number `revision`. */
export type RowsOf = (
  record: PlanRecord,
  corrected?: readonly AppliedCorrection[],
  revision?: number,
) => PlanRows;

/** Throws a RangeError where the record refers to something it does not hold, as all that follow. */
export const rowsForFile: RowsOf = (record, corrected, revision) => ({
  row: planRow(record, revision),
  parts: { rows: planParts(record, corrected) },
});

export const rowsForServer: RowsOf = (record, corrected, revision) => {
  const rows = planParts(record, corrected);
  const json: PartTexts = {};
  for (const table of PART_TABLES) {
    if (rows[table].length > 0) json[table] = JSON.stringify(rows[table]).slice(1, -1);
  }
  return { row: planRow(record, revision), parts: { json } };
};

export function prepareForFile(document: SavedDocument): PreparedPlan {
  return { ...withoutRows(document), ...rowsForFile(document.record), searched: fold(document.text) };
}

export function prepareForServer(document: SavedDocument): PreparedPlan {
  return {
    ...withoutRows(document),
    ...rowsForServer(document.record),
    searched: vectorOf(fold(document.text)),
  };
}

function withoutRows({ record, text, repairs }: SavedDocument) {
  const { path, sha256 } = record.source;
  return { id: record.id, source: { path, sha256 }, record: JSON.stringify(record), text, repairs };
}

/** The record of a prepared plan. */
export function recordOf({ record }: PreparedPlan): PlanRecord {
  return JSON.parse(record);
}
