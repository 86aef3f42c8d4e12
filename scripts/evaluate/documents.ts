import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { processDocument } from '../../src/pipeline.ts';
import { DocumentFailure } from '../../src/plan/failure.ts';
import { compare, Gold, NOTHING } from './score.ts';
import type { Comparison } from './tally.ts';

export interface GoldDocument {
  /** Its folder, relative to where the evaluation looked from. */
  name: string;
  /** The document: `source.*` in its folder. */
  file: string;
  gold: Gold;
}

export interface EvaluatedDocument {
  name: string;
  comparison: Comparison;
  /** Why nothing was printed of it; null where something was. */
  failure: string | null;
}

/** Every folder below `folder` that holds a `source.*` and its gold.json, by name. Throws where a gold is not valid. */
export function findGold(folder: string, root: string): GoldDocument[] {
  const names = readdirSync(folder).sort();
  const source = names.find((name) => /^source\.\w+$/.test(name));
  if (source !== undefined && names.includes('gold.json')) {
    const file = join(folder, 'gold.json');
    const parsed = Gold.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.success) throw new Error(`${file} is not valid: ${parsed.error.message}`);
    const name = relative(root, folder).split(sep).join('/') || basename(folder);
    return [{ name, file: join(folder, source), gold: parsed.data }];
  }
  return names
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory())
    .flatMap((path) => findGold(path, root));
}

/** Runs a document through the pipeline and compares what comes out with its gold. */
export async function evaluate(
  { name, file, gold }: GoldDocument,
  process: typeof processDocument,
): Promise<EvaluatedDocument> {
  try {
    const { record } = await process({ path: `${name}/${basename(file)}`, bytes: readFileSync(file) });
    const { schemaVersion, id, status, source, evidence, ...actual } = record;
    return { name, comparison: compare(gold, actual), failure: null };
  } catch (error) {
    const failure = error instanceof DocumentFailure ? error.code : String(error);
    return { name, comparison: compare(gold, NOTHING), failure };
  }
}
