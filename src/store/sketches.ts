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

/** Behind the bands: two numbers that are both the same for texts of the very same words. */
export const CONTENT_BANDS = [BANDS, BANDS + 1] as const;

/**
 * A text's sketch: one number for each band, and two for all its words. Runs of words fall into bins by their hash and
 * each bin keeps its least (one permutation hashing, Li et al. 2012), so that the more runs two texts share, the
 * likelier they agree in a band.
 */
export function sketch(text: string): number[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  const recent = new Int32Array(RUN);
  const content = [17, 31];
  let count = 0;
  for (const hash of wordHashes(fold(text))) {
    content[0] = Math.imul((content[0] ?? 0) ^ hash, 0x9e3779b1);
    content[1] = Math.imul((content[1] ?? 0) ^ (hash >>> 7), 0x85ebca6b) + hash;
    recent[count % RUN] = hash;
    count++;
    if (count < RUN) continue;
    let run = 17;
    for (let at = count; at < count + RUN; at++) run = Math.imul(run ^ (recent[at % RUN] ?? 0), 0x9e3779b1);
    run = Math.imul(run ^ (run >>> 15), 0xc2b2ae35) >>> 0;
    const bin = run % least.length;
    if (run < (least[bin] ?? 0)) least[bin] = run;
  }
  const bands = Array.from({ length: BANDS }, (_, band) => {
    let hash = band;
    for (let row = 0; row < ROWS; row++) hash = Math.imul(hash ^ (least[band * ROWS + row] ?? 0), 0x9e3779b1);
    return hash | 0;
  });
  return [...bands, ...content.map((hash) => hash | 0)];
}

const LETTER_OR_DIGIT = /[A-Za-zÀ-\u036fḀ-ỹ\p{N}]/u;

/** A hash of each word of a folded text, letter by letter. */
function* wordHashes(text: string): Generator<number> {
  const BASIS = 2166136261;
  let hash = BASIS;
  let isWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      (code > 127 && LETTER_OR_DIGIT.test(text.charAt(at)));
    if (isLetter) hash = Math.imul(hash ^ code, 16777619);
    else if (isWord) {
      yield hash;
      hash = BASIS;
    }
    isWord = isLetter;
  }
  if (isWord) yield hash;
}

/** Sketches the texts that have no sketch yet, some at a time; says after each time how many. */
export async function sketchAll(db: Kysely<Tables>, done: (plans: number) => void): Promise<void> {
  for (let last = ''; ; ) {
    const documents = await db
      .selectFrom('documents')
      .leftJoin('text_sketches', (join) =>
        join.onRef('text_sketches.plan_id', '=', 'documents.plan_id').on('band', '=', CONTENT_BANDS[1]),
      )
      .where('text_sketches.plan_id', 'is', null)
      .where('documents.plan_id', '>', last)
      .orderBy('documents.plan_id')
      .select(['documents.plan_id', 'documents.text'])
      .limit(BATCH)
      .execute();
    const newest = documents.at(-1);
    if (newest === undefined) return;
    last = newest.plan_id;
    const rows = documents.flatMap(({ plan_id, text }) =>
      sketch(text).map((hash, band) => ({ plan_id, band, hash })),
    );
    await db
      .insertInto('text_sketches')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['plan_id', 'band']).doUpdateSet(({ ref }) => ({ hash: ref('excluded.hash') })),
      )
      .execute();
    done(documents.length);
  }
}

/** Other plans whose sketch agrees with a plan's in a band, without those of the very same words, the likeliest first. */
export async function alikeIds(
  db: Kysely<Tables>,
  id: string,
  { skip, limit }: { skip: number; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select other.plan_id as id
    from text_sketches as own
    join text_sketches as other on other.band = own.band and other.hash = own.hash
    where own.plan_id = ${id} and own.band < ${BANDS} and other.plan_id <> ${id}
      and not exists (
        select 1
        from text_sketches as own_words
        join text_sketches as other_words on other_words.band = own_words.band and other_words.hash = own_words.hash
        where own_words.plan_id = ${id} and own_words.band = ${CONTENT_BANDS[0]} and other_words.plan_id = other.plan_id
      )
    group by other.plan_id
    order by count(*) desc, other.plan_id
    limit ${limit} offset ${skip}
  `.execute(db);
  return rows.map((row) => row.id);
}
