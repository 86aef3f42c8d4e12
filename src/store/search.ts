import type { Kysely } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import { type SearchTerm, searchIds } from './engine.ts';
import { listingsOf, type PlanListing } from './queries.ts';
import { type Snippet, snippetOf } from './snippet.ts';
import type { Tables } from './tables.ts';

export interface SearchHit {
  plan: PlanListing;
  /** The line of the plan's text that fits what was looked for best. */
  line: Snippet;
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
  const accented = fold(wanted) === wanted ? [] : (wanted.match(/[A-Za-zÀ-\u036fḀ-ỹ\p{N}]+/gu) ?? []);
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
    return plan === undefined ? [] : [{ plan, line: snippetOf(document.text, terms, words) }];
  });
}

/** Hits beyond those asked for among which those with the words in the title, or written as asked, are looked for. */
const MORE = 10;

/** 1 where the title has all the terms. */
function titleScore(title: string | null, terms: readonly SearchTerm[]): number {
  if (title === null) return 0;
  const folded = ` ${(fold(title).match(/[A-Za-zÀ-\u036fḀ-ỹ\p{N}]+/gu) ?? []).join(' ')} `;
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
    const term = (quoted ?? whole).match(/[A-Za-zÀ-\u036fḀ-ỹ\p{N}]+/gu)?.join(' ');
    if (term !== undefined) terms.push({ words: term, begun: quoted === undefined && whole.endsWith('*') });
  }
  return terms;
}
