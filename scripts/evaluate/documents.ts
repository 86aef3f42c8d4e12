import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { detectState } from '../../src/normalize/repair/detect.ts';
import type { processDocument } from '../../src/pipeline.ts';
import { DocumentFailure } from '../../src/plan/failure.ts';
import { fromPointer, toPointer } from '../../src/plan/pointer.ts';
import { PlanRecord } from '../../src/plan/record.ts';
import type { Judged } from './calibration.ts';
import { compare, Gold, NOTHING } from './score.ts';
import type { Comparison } from './tally.ts';

/** How a document is given to the program: as its text, as that text without diacritics, or as a scan of it. */
export const KINDS = ['text', 'stripped', 'scan'] as const;
export type Kind = (typeof KINDS)[number];

export interface GoldDocument {
  /** Its folder or gold file, relative to where the evaluation looked from, without ending. */
  name: string;
  kind: Kind;
  /** The document. */
  file: string;
  gold: Gold;
}

export interface EvaluatedDocument {
  name: string;
  kind: Kind;
  comparison: Comparison;
  /** The values that were printed with evidence. */
  judged: Judged[];
  /** Why nothing was printed of it; null where something was. */
  failure: string | null;
}

/** Every folder below `folder` that holds a `source.*` and its gold.json, by name. Throws where a gold is not valid. */
export function findGold(folder: string, root: string): GoldDocument[] {
  const names = readdirSync(folder).sort();
  const source = names.find((name) => /^source\.\w+$/.test(name));
  if (source !== undefined && names.includes('gold.json')) {
    const name = nameOf(folder, root);
    return [{ name, kind: 'text', file: join(folder, source), gold: goldIn(join(folder, 'gold.json')) }];
  }
  return names
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory())
    .flatMap((path) => findGold(path, root));
}

/**
 * The golds `<name>.json` of a folder, each with its document `<name>.*` of another folder. What else is in `golds`
 * (a list of sources, scores) has no document and is passed over. Throws where a gold is not valid.
 */
export function pairGold(golds: string, sources: string, root: string): GoldDocument[] {
  const documents = readdirSync(sources).sort();
  return readdirSync(golds)
    .sort()
    .flatMap((name): GoldDocument[] => {
      const stem = /^(.+)\.json$/.exec(name)?.[1];
      const document = documents.find((other) => stem !== undefined && other.startsWith(`${stem}.`));
      if (stem === undefined || document === undefined) return [];
      const gold = goldIn(join(golds, name));
      return [{ name: nameOf(join(golds, stem), root), kind: 'text', file: join(sources, document), gold }];
    });
}

/**
 * The documents in other kinds: stripped of their diacritics, those that still have them, or as the scan that a folder
 * has of them (`<name>.*`).
 */
export function inKind(
  golds: readonly GoldDocument[],
  kind: Kind,
  scans: string | undefined,
): GoldDocument[] {
  if (kind === 'text') return golds.map((gold) => ({ ...gold, kind }));
  if (kind === 'stripped')
    return golds
      .filter(({ file }) => detectState(readFileSync(file, 'utf8')) === 'original')
      .map((gold) => ({ ...gold, kind }));
  if (scans === undefined) return [];
  const files = readdirSync(scans).sort();
  return golds.flatMap((gold) => {
    const scan = files.find((file) => file.startsWith(`${basename(gold.name)}.`));
    return scan === undefined ? [] : [{ ...gold, kind, file: join(scans, scan) }];
  });
}

/**
 * Runs a document through the pipeline and compares what comes out with its gold. With a folder for records, the
 * record is kept there, or taken from there where `again` asks for scores alone.
 */
export async function evaluate(
  document: GoldDocument,
  process: typeof processDocument,
  { records, again = false }: { records?: string | undefined; again?: boolean } = {},
): Promise<EvaluatedDocument> {
  const { name, kind, gold } = document;
  const kept = records === undefined ? null : join(records, kind, `${name}.json`);
  try {
    const record =
      again && kept !== null && existsSync(kept) ? recordIn(kept) : await recordOf(document, process);
    if (kept !== null && !again) {
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(kept, JSON.stringify(record));
    }
    const { schemaVersion, id, status, source, evidence, ...actual } = record;
    // Gold says what the document says, not how well a scan of it can be read.
    const findings = actual.findings.filter(({ rule }) => kind === 'text' || !ABOUT_READING.has(rule));
    const comparison = compare(gold, { ...actual, findings });
    const judged = comparison.printed.flatMap(({ pointer, isRight }): Judged[] => {
      const found = evidence[pointer];
      if (found === undefined) return [];
      const parts = fromPointer(pointer);
      const isOfTable = parts[0] === 'targets' && (actual.targets[Number(parts[1])]?.from ?? null) !== null;
      const field = toPointer(parts.filter((part) => !/^\d+$/.test(part)));
      return [{ field, isOfTable, confidence: found.confidence, isRight }];
    });
    return { name, kind, comparison, judged, failure: null };
  } catch (error) {
    const failure = error instanceof DocumentFailure ? error.code : String(error);
    return { name, kind, comparison: compare(gold, NOTHING), judged: [], failure };
  }
}

/** Rules that look at the reading, not at what was read. */
const ABOUT_READING = new Set(['low-confidence', 'page-unreadable']);

async function recordOf(
  { name, kind, file }: GoldDocument,
  process: typeof processDocument,
): Promise<PlanRecord> {
  const bytes = readFileSync(file);
  const { record } = await process({
    path: `${name}/${basename(file)}`,
    bytes: kind === 'stripped' ? new TextEncoder().encode(stripped(bytes.toString('utf8'))) : bytes,
  });
  return record;
}

/** Text without diacritics, as it is typed where there is no Vietnamese keyboard. */
function stripped(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function goldIn(file: string): Gold {
  const parsed = Gold.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not valid: ${parsed.error.message}`);
  return parsed.data;
}

function recordIn(file: string): PlanRecord {
  return PlanRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function nameOf(path: string, root: string): string {
  return relative(root, path).split(sep).join('/') || basename(path);
}
