import { type Kysely, sql } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import type { Tables } from './tables.ts';

/** Words that follow one another are taken by so many at a time. */
const RUN = 4;
/** Texts of which most is the same agree in a band with near certainty (0.8: 98 %), others (0.3) hardly ever. */
const BANDS = 8;
const ROWS = 4;
/** Texts that are sketched at a time: some megabytes. */
const BATCH = 50;

/**
 * A text's sketch: one number for each band. Runs of words fall into bins by their hash and each bin keeps its least
 * (one permutation hashing, Li et al. 2012), so that the more runs two texts share, the likelier they agree in a band.
 */
export function sketch(text: string): number[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  const recent = new Int32Array(RUN);
  let count = 0;
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    let hash = 2166136261;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
    recent[count % RUN] = hash;
    count++;
    if (count < RUN) continue;
    let run = 17;
    for (let at = count; at < count + RUN; at++) run = Math.imul(run ^ (recent[at % RUN] ?? 0), 0x9e3779b1);
    run = Math.imul(run ^ (run >>> 15), 0xc2b2ae35) >>> 0;
    const bin = run % least.length;
    if (run < (least[bin] ?? 0)) least[bin] = run;
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band;
    for (let row = 0; row < ROWS; row++) hash = Math.imul(hash ^ (least[band * ROWS + row] ?? 0), 0x9e3779b1);
    return hash | 0;
  });
}

/** Sketches the texts that have no sketch yet, some at a time. */
export async function sketchAll(db: Kysely<Tables>): Promise<void> {
  for (;;) {
    const documents = await db
      .selectFrom('documents')
      .leftJoin('text_sketches', (join) =>
        join.onRef('text_sketches.plan_id', '=', 'documents.plan_id').on('band', '=', 0),
      )
      .where('text_sketches.plan_id', 'is', null)
      .select(['documents.plan_id', 'documents.text'])
      .limit(BATCH)
      .execute();
    if (documents.length === 0) return;
    const rows = documents.flatMap(({ plan_id, text }) =>
      sketch(text).map((hash, band) => ({ plan_id, band, hash })),
    );
    await db.insertInto('text_sketches').values(rows).execute();
  }
}

/** Other plans whose sketch agrees with a plan's in a band, those that agree in most first. */
export async function alikeIds(db: Kysely<Tables>, id: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select other.plan_id as id
    from text_sketches as own
    join text_sketches as other on other.band = own.band and other.hash = own.hash
    where own.plan_id = ${id} and other.plan_id <> ${id}
    group by other.plan_id
    order by count(*) desc, other.plan_id
    limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}
