import { fold } from '../lexicon/fold.ts';
import type { SearchTerm } from './engine.ts';

/** A stretch of text; half-open UTF-16 offsets. */
interface Stretch {
  start: number;
  end: number;
}

/** The line of a text that fits what was looked for best, and where in it that stands. */
export interface Snippet extends Stretch {
  text: string;
  /** What was found, as offsets into the line: the stretch in which everything stands closest together first. */
  marks: Stretch[];
}

/**
 * Of the lines with the most terms, those with the words as they were typed; of these the one where the terms stand
 * closest together; of these the first.
 */
export function snippetOf(text: string, terms: readonly SearchTerm[], words: string): Snippet {
  const patterns = terms.map(patternOf);
  const firsts = terms.map(({ words }) => words.split(' ')[0] ?? '');
  const typed = words.normalize('NFC').toLowerCase().replaceAll('"', '').replace(/\*$/, '').trim();
  const folded = fold(text);
  let best: Snippet = { start: 0, end: 0, text: '', marks: [] };
  let rank: Rank = { terms: -1, isTyped: false, span: 0 };
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = folded.slice(start, end);
    const places = firsts.some((word) => line.includes(word))
      ? patterns.map((pattern) => placesIn(line, pattern)).filter((list) => list.length > 0)
      : [];
    if (places.length >= rank.terms) {
      const isTyped = places.length > 0 && text.slice(start, end).toLowerCase().includes(typed);
      const closest = closestOf(places);
      const own = { terms: places.length, isTyped, span: spanOf(closest) };
      if (isBefore(own, rank)) {
        rank = own;
        const others = places.flat().sort((one, other) => one.start - other.start);
        const marks = [...closest, ...others.filter((place) => !closest.includes(place))];
        best = { start, end, text: text.slice(start, end), marks };
      }
    }
    start = end + 1;
  }
  return best;
}

interface Rank {
  terms: number;
  isTyped: boolean;
  span: number;
}

function isBefore(one: Rank, other: Rank): boolean {
  if (one.terms !== other.terms) return one.terms > other.terms;
  if (one.isTyped !== other.isTyped) return one.isTyped;
  return one.span < other.span;
}

function patternOf({ words, begun }: SearchTerm): RegExp {
  const body = words.split(' ').join('[^A-Za-zÀ-\u036fḀ-ỹ\\p{N}]+');
  const rest = begun ? '[A-Za-zÀ-\u036fḀ-ỹ\\p{N}]*' : '';
  return new RegExp(`(?<![A-Za-zÀ-\u036fḀ-ỹ\\p{N}])${body}${rest}(?![A-Za-zÀ-\u036fḀ-ỹ\\p{N}])`, 'gu');
}

function placesIn(line: string, pattern: RegExp): Stretch[] {
  return [...line.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** One place of each term, so that they lie within as short a stretch as there is; in the order of the line. */
function closestOf(places: readonly (readonly Stretch[])[]): Stretch[] {
  const all = places
    .flatMap((list, term) => list.map((place) => ({ place, term })))
    .sort((one, other) => one.place.start - other.place.start);
  const last = new Map<number, Stretch>();
  let closest: Stretch[] = [];
  for (const { place, term } of all) {
    last.set(term, place);
    if (last.size < places.length) continue;
    const window = [...last.values()].sort((one, other) => one.start - other.start);
    if (closest.length === 0 || spanOf(window) < spanOf(closest)) closest = window;
  }
  return closest;
}

function spanOf(places: readonly Stretch[]): number {
  return places.length === 0 ? 0 : Math.max(...places.map(({ end }) => end)) - (places[0]?.start ?? 0);
}
