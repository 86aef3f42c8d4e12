import { fold } from '../lexicon/fold.ts';

/** Words that follow one another are compared by so many at a time. */
const RUN = 3;

/** The runs of words of a text, by their hash. */
export type WordRuns = ReadonlySet<number>;

/** How much of two texts is the same but for their figures, 0 to 1: runs of words that both have, of all that either has. */
export function likeness(one: WordRuns, other: WordRuns): number {
  let both = 0;
  for (const run of one) if (other.has(run)) both++;
  const all = one.size + other.size - both;
  return all === 0 ? 1 : both / all;
}

/** Figures of at least two digits that only the first text has, and only the second, each as often as it is more. */
export function differentFigures(one: string, other: string): [string[], string[]] {
  const count = new Map<string, number>();
  const figures = (text: string): string[] => text.match(/\d[\d.,]*\d/g) ?? [];
  for (const figure of figures(one)) count.set(figure, (count.get(figure) ?? 0) + 1);
  for (const figure of figures(other)) count.set(figure, (count.get(figure) ?? 0) - 1);
  const left = [...count].filter(([, times]) => times > 0).map(([figure]) => figure);
  const right = [...count].filter(([, times]) => times < 0).map(([figure]) => figure);
  return [left, right];
}

/** The runs of words of a text; figures do not count. */
export function wordRuns(text: string): WordRuns {
  const words = wordHashes(text);
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) {
    let hash = 17;
    for (let step = 0; step < RUN; step++) hash = Math.imul(hash ^ (words[at + step] ?? 0), 0x9e3779b1);
    runs.add(hash);
  }
  return runs;
}

function wordHashes(text: string): number[] {
  return (fold(text).match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu) ?? []).map((word) => {
    let hash = 2166136261;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
    return hash;
  });
}
