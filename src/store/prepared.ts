import { toUSVString } from 'node:util';
import { fold } from '../lexicon/fold.ts';
import type { AppliedCorrection } from '../plan/corrections.ts';
import type { PlanRecord } from '../plan/record.ts';
import { recordText } from './record-text.ts';
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

/** A text, or its UTF-8: so it goes from one process to another and on to a server without a look at its letters. */
export type Encoded = string | Uint8Array;

/** A plan taken apart into what a database is told: a file in strings, a server in UTF-8, as another process can hand it over. */
export interface PreparedPlan extends PlanRows {
  id: string;
  source: { path: string; sha256: string };
  /** The record as JSON. */
  record: Encoded;
  text: Encoded;
  repairs?: Encoded | undefined;
  /** The text as it is searched. */
  searched: Encoded;
}

/** The row of a plan, and those of its parts. */
export interface PlanRows {
  row: PlanRow;
  parts: { rows: PlanParts } | { texts: PartTexts };
}

/** Rows by their table, as `recordText` writes them with commas between, in UTF-8. Tables without rows are missing. */
export type PartTexts = Partial<Record<PartTable, Uint8Array>>;

/** The rows of a record that holds some corrections, the last of which has the number `revision`. */
export type RowsOf = (
  record: PlanRecord,
  corrected?: readonly AppliedCorrection[],
  revision?: number,
) => PlanRows;

/** Throws a RangeError where the record refers to something it does not hold, as does what follows. */
export const rowsForFile: RowsOf = (record, corrected, revision) => ({
  row: planRow(record, revision),
  parts: { rows: planParts(record, corrected) },
});

export const rowsForServer: RowsOf = (record, corrected, revision) => {
  const rows = planParts(record, corrected);
  const texts: PartTexts = {};
  for (const table of PART_TABLES) {
    if (rows[table].length > 0) texts[table] = Buffer.from(rows[table].map(recordText).join());
  }
  return { row: planRow(record, revision), parts: { texts } };
};

/** Throws a RangeError where the text can't be stored too, as does what follows. */
export function prepareForFile(document: SavedDocument): PreparedPlan {
  const { record, text, repairs } = document;
  return {
    ...sourceOf(document),
    ...rowsForFile(record),
    record: JSON.stringify(record),
    text,
    repairs,
    searched: fold(text),
  };
}

export function prepareForServer(document: SavedDocument): PreparedPlan {
  const { record, text, repairs } = document;
  return {
    ...sourceOf(document),
    ...rowsForServer(record),
    record: Buffer.from(JSON.stringify(record)),
    text: Buffer.from(text),
    repairs: repairs === undefined ? undefined : Buffer.from(repairs),
    searched: Buffer.from(vectorOf(fold(text))),
  };
}

/** Throws a RangeError where no database could hold a text. */
export function assertStorable(id: string, text: string): void {
  if (text.includes('\0') || toUSVString(text) !== text) {
    throw new RangeError(`${id}: the text holds NUL or half a surrogate pair, which can not be stored`);
  }
}

function sourceOf({ record: { id, source }, text }: SavedDocument): Pick<PreparedPlan, 'id' | 'source'> {
  assertStorable(id, text);
  const { path, sha256 } = source;
  return { id, source: { path, sha256 } };
}

/** What was prepared. */
export function documentOf({ record, text, repairs }: PreparedPlan): SavedDocument {
  return {
    record: JSON.parse(decoded(record)),
    text: decoded(text),
    repairs: repairs === undefined ? undefined : decoded(repairs),
  };
}

export function decoded(text: Encoded): string {
  if (typeof text === 'string') return text;
  return Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString();
}
