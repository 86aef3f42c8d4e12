import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PlanRecord } from '../../plan/record.ts';
import type { Cell, ExportTable } from '../../store/export.ts';

/** What is exported; rows and records come a few at a time, so that a store of any size can be. */
export interface ExportSource {
  tables: readonly ExportTable[];
  rows(table: ExportTable): AsyncIterable<Cell[]>;
  records(): AsyncIterable<PlanRecord>;
  /** Who issued each plan, by id. */
  issuers: readonly { id: string; issuer: string | null }[];
  recordsOf(ids: readonly string[]): Promise<PlanRecord[]>;
  /** Copies the database into a new file; null where it is no file. */
  copyTo: ((file: string) => Promise<void>) | null;
}

export interface Exported {
  /** Files that were written, within the folder. */
  files: string[];
  /** Deadlines that a calendar has no day for. */
  left?: number;
}

/** Writes all plans in one format into a folder. */
export type Exporter = (source: ExportSource, folder: string) => Promise<Exported>;

/** Writes a file beside its place and puts it there when it is whole. */
export async function writeWhole(
  file: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  await inPlace(file, (beside) => pipeline(Readable.from(chunks), createWriteStream(beside)));
}

/** Has a file written under another name beside its place, then puts it there. */
export async function inPlace(file: string, write: (beside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    await write(beside);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
