import { join } from 'node:path';
import { indicator } from '../../lexicon/indicators.ts';
import type { PlanRecord } from '../../plan/record.ts';
import { xmlText } from '../xml.ts';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

/** A description of every plan in simple Dublin Core (ISO 15836-1), wrapped as OAI-PMH does; what a plan does not state is left out. */
export async function exportDublinCore(source: ExportSource, folder: string): Promise<Exported> {
  await writeWhole(join(folder, 'dublin-core.xml'), descriptions(source));
  return { files: ['dublin-core.xml'] };
}

async function* descriptions(source: ExportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<records>\n';
  for await (const record of source.records()) {
    const elements = elementsOf(record).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [`  <dc:${name}>${xmlText(value)}</dc:${name}>\n`],
    );
    yield `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n${elements.join('')}</oai_dc:dc>\n`;
  }
  yield '</records>\n';
}

function elementsOf(record: PlanRecord): [name: string, value: string | null][] {
  const { issuer, signer, source } = record;
  const ids = new Set(record.targets.flatMap((target) => target.indicator ?? []));
  const subjects = [...ids].sort().map((id) => indicator(id)?.name ?? id);
  const cited = new Set(record.citations.map(({ type, number }) => [type, number].join(' ').trim()));
  return [
    ['title', record.title],
    ['creator', issuer?.name ?? null],
    ['contributor', signer?.name ?? null],
    ['identifier', record.id],
    ['identifier', record.number],
    ['date', record.issuedOn],
    ['type', record.type],
    ['format', source.mediaType],
    ['language', 'vi'],
    ['source', source.path],
    ['source', `urn:sha256:${source.sha256}`],
    ['coverage', issuer?.place?.name ?? null],
    ['coverage', record.period],
    ...subjects.map((subject): [string, string] => ['subject', subject]),
    ...[...cited].map((number): [string, string] => ['relation', number]),
  ];
}
