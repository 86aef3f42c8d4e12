import { join } from 'node:path';
import { fold } from '../../lexicon/fold.ts';
import { indicator } from '../../lexicon/indicators.ts';
import type { PlanRecord } from '../../plan/record.ts';
import { csvLine } from '../csv.ts';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

/**
 * The fields of a document in an electronic archive (Thông tư 02/2019/TT-BNV, annex I). Those on the file it lies in, its security, state and use
 * are an archivist's to fill.
 */
const FIELDS = [
  'DocCode',
  'FileCode',
  'DocOrdinal',
  'TypeName',
  'CodeNumber',
  'CodeNotation',
  'IssuedDate',
  'OrganName',
  'Subject',
  'Language',
  'PageAmount',
  'Description',
  'InforSign',
  'Keyword',
  'Mode',
  'ConfidenceLevel',
  'Autograph',
  'Format',
] as const;

/** Plans whose records are held at a time. */
const BATCH = 20;

/** The documents of each fonds, that is of each issuer, in a CSV file of its own. */
export async function exportTt02(source: ExportSource, folder: string): Promise<Exported> {
  const fonds = new Map<string, string[]>();
  for (const { id, issuer } of source.issuers) {
    const name = issuer === null ? 'khong-ro-co-quan' : slug(issuer);
    const ids = fonds.get(name);
    if (ids === undefined) fonds.set(name, [id]);
    else ids.push(id);
  }
  const files: string[] = [];
  for (const [name, ids] of [...fonds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = `${name}.csv`;
    await writeWhole(join(folder, file), lines(ids, source));
    files.push(file);
  }
  return { files };
}

async function* lines(ids: readonly string[], source: ExportSource): AsyncGenerator<string> {
  yield csvLine(FIELDS);
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const record of await source.recordsOf(ids.slice(at, at + BATCH))) {
      const values = valuesOf(record);
      yield csvLine(FIELDS.map((field) => values[field] ?? null));
    }
  }
}

function valuesOf(record: PlanRecord): Partial<Record<(typeof FIELDS)[number], string | number | null>> {
  const { number, issuedOn } = record;
  const [, digits = null, notation = null] = /^(\d+)\/(.+)$/.exec(number ?? '') ?? [];
  const day = issuedOn === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(issuedOn);
  const ids = new Set(record.targets.flatMap((target) => target.indicator ?? []));
  const remarks = [
    ...(number !== null && digits === null ? [number] : []),
    ...(issuedOn !== null && day === null ? [issuedOn] : []),
  ];
  return {
    DocCode: record.id,
    TypeName: record.type,
    CodeNumber: digits,
    CodeNotation: notation,
    IssuedDate: day === null ? null : `${day[3]}/${day[2]}/${day[1]}`,
    OrganName: record.issuer?.name ?? null,
    Subject: record.title,
    Language: 'Tiếng Việt',
    PageAmount: record.source.pages.length,
    Description: remarks.length === 0 ? null : remarks.join('; '),
    Keyword:
      [...ids]
        .sort()
        .map((id) => indicator(id)?.name ?? id)
        .join('; ') || null,
  };
}

function slug(name: string): string {
  return fold(name.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
}
