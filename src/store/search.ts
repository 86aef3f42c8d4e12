import type { Kysely } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import { type SearchTerm, searchIds } from './engine.ts';
import { listingsOf, type PlanListing } from './queries.ts';
import type { Tables } from './tables.ts';

export interface SearchHit {
  plan: PlanListing;
  /** The line of the plan's text that holds most of what was looked for; half-open UTF-16 offsets into the text. */
  line: { start: number; end: number; text: string };
}

/**
 * The plans whose text holds all the given words, best first; those that have them with the diacritics they are asked with, then
 * those with all in the title. Else diacritics and case do not matter; words in double quotes have to follow one another; a word that ends in * may go on (`dan*`).
 */
export async function searchPlans(db: Kysely<Tables>, words: string, limit: number): Promise<SearchHit[]> {
  const terms = searchTerms(words);
  if (terms.length === 0) return [];
  const ids = await searchIds(db, terms, limit + MORE);
  if (ids.length === 0) return [];
  const documents = await db
    .selectFrom('documents')
    .innerJoin('plans', 'plans.id', 'documents.plan_id')
    .select(['search_id', 'plan_id', 'text', 'title'])
    .where('search_id', 'in', ids)
    .execute();
  const bySearchId = new Map(documents.map((document) => [document.search_id, document]));
  const wanted = words.normalize('NFC').toLowerCase();
  const accented = fold(wanted) === wanted ? [] : (wanted.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const best = ids
    .flatMap((id, rank) => {
      const document = bySearchId.get(id);
      if (document === undefined) return [];
      const score = titleScore(document.title, terms) + accentScore(document.text, accented);
      return [{ document, score, rank }];
    })
    .sort((a, b) => b.score - a.score || a.rank - b.rank)
    .slice(0, limit);
  const listings = await listingsOf(
    db,
    best.map(({ document }) => document.plan_id),
  );
  const byId = new Map(listings.map((plan) => [plan.id, plan]));
  return best.flatMap(({ document }) => {
    const plan = byId.get(document.plan_id);
    return plan === undefined ? [] : [{ plan, line: bestLine(document.text, terms, wanted) }];
  });
}

/** Hits beyond those asked for among which those with the words in the title, or written as asked, are looked for. */
const MORE = 10;

/** 1 where the title has all the terms. */
function titleScore(title: string | null, terms: readonly SearchTerm[]): number {
  if (title === null) return 0;
  const folded = ` ${(fold(title).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;
  return terms.every(({ words, begun }) => folded.includes(` ${words}${begun ? '' : ' '}`)) ? 1 : 0;
}

/** 2 where the text has every word with the diacritics it was asked with, which its base letters alone do not tell. */
function accentScore(text: string, accented: readonly string[]): number {
  if (accented.length === 0) return 0;
  const low = text.toLowerCase();
  return accented.every((word) => low.includes(word)) ? 2 : 0;
}

/** What a person's words ask for: each word a term of its own, quoted words one. */
export function searchTerms(words: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const match of fold(words.normalize('NFC')).matchAll(/"([^"]*)"?|[^\s"]+/g)) {
    const [whole, quoted] = match;
    const term = (quoted ?? whole).match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ');
    if (term !== undefined) terms.push({ words: term, begun: quoted === undefined && whole.endsWith('*') });
  }
  return terms;
}

/** The first of the lines with the most terms; a line with the very words that were typed goes before the others. */
function bestLine(text: string, terms: readonly SearchTerm[], wanted: string): SearchHit['line'] {
  const patterns = terms.map(({ words, begun }) => {
    const body = words.split(' ').join('[^\\p{L}\\p{M}\\p{N}]+');
    return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${body}${begun ? '' : '(?![\\p{L}\\p{M}\\p{N}])'}`, 'u');
  });
  const firsts = terms.map(({ words }) => words.split(' ')[0] ?? '');
  const folded = fold(text);
  let best = { start: 0, end: 0, text: '' };
  let most = -1;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = folded.slice(start, end);
    let score = firsts.some((word) => line.includes(word))
      ? patterns.reduce((sum, pattern) => sum + (pattern.test(line) ? 1 : 0), 0)
      : 0;
    if (score > 0 && text.slice(start, end).toLowerCase().includes(wanted)) score += 0.5;
    if (score > most) {
      most = score;
      best = { start, end, text: text.slice(start, end) };
    }
    start = end + 1;
  }
  return best;
}
