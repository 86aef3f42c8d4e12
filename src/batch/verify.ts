import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedRow } from '../store/queries.ts';
import type { Store } from '../store/store.ts';
import { sha256Of } from './document-bytes.ts';
import { TEMPORARY } from './output.ts';
import { recordJson } from './plan-json.ts';
import type { DocumentSource } from './queue/document-source.ts';

/** The codes are stable; the words for a person are the report's. */
export type VerifyCode =
  | 'database'
  | 'file-missing'
  | 'file-differs'
  | 'source-missing'
  | 'source-changed'
  | 'file-unknown'
  | 'half-written'
  | 'unfinished';

/** Something that is not as the journal and the database say it is. */
export interface VerifyFault {
  code: VerifyCode;
  /** A file, a plan or a table. */
  where: string;
  detail: string | null;
  /** The document to read again to have it right; null where that does not help. */
  document: string | null;
}

export interface VerifyOptions {
  store: Pick<Store, 'verify' | 'documents' | 'ingests'>;
  /** Absolute folder of the results; null where there are none but the database. */
  out: string | null;
  /** Where the documents are. */
  documents: Pick<DocumentSource, 'open'>;
  /** Whether the documents are read too, to compare their checksums. */
  sources: boolean;
}

/**
 * Holds the database to its own rules, the files of every plan to the database, and documents to their checksums.
 * Gives what does not agree.
 */
export async function* verify({
  store,
  out,
  documents,
  sources,
}: VerifyOptions): AsyncGenerator<VerifyFault> {
  for (const { where, detail } of await store.verify()) {
    yield { code: 'database', where, detail, document: null };
  }
  const named = new Set<string>();
  for await (const saved of store.documents()) {
    for (const file of out === null ? [] : filesOf(saved)) {
      named.add(file.name);
      const code = await faultOf(join(out ?? '', file.name), file.isRight);
      if (code !== null) yield { code, where: file.name, detail: null, document: saved.path };
    }
    if (sources) {
      const code = await sourceFault(documents, saved);
      if (code !== null) yield { code, where: saved.path, detail: saved.id, document: null };
    }
  }
  for (const folder of out === null ? [] : ['plans', 'text']) {
    for (const name of (await readdir(join(out ?? '', folder)).catch(() => [])).sort()) {
      const file = `${folder}/${name}`;
      if (named.has(file)) continue;
      const code = TEMPORARY.test(name) ? 'half-written' : 'file-unknown';
      yield { code, where: file, detail: null, document: null };
    }
  }
  for (const { path, state } of await store.ingests()) {
    if (state === 'queued' || state === 'running') {
      yield { code: 'unfinished', where: path, detail: state, document: null };
    }
  }
}

/** The files that a plan is to have, and whether a content is what the database has. */
function filesOf({ id, record, text, repairs }: SavedRow): {
  name: string;
  isRight: (content: string) => boolean;
}[] {
  return [
    { name: `plans/${id}.json`, isRight: (content) => content === recordJson(JSON.parse(record)) },
    { name: `text/${id}.txt`, isRight: (content) => content === text },
    { name: `text/${id}.repairs.json`, isRight: (content) => repairs === null || content === repairs },
  ];
}

async function faultOf(
  file: string,
  isRight: (content: string) => boolean,
): Promise<'file-missing' | 'file-differs' | null> {
  try {
    return isRight(await readFile(file, 'utf8')) ? null : 'file-differs';
  } catch {
    return 'file-missing';
  }
}

async function sourceFault(
  documents: Pick<DocumentSource, 'open'>,
  { path, sha256 }: SavedRow,
): Promise<'source-missing' | 'source-changed' | null> {
  try {
    return sha256Of(await documents.open(path)) === sha256 ? null : 'source-changed';
  } catch {
    return 'source-missing';
  }
}
