import { distance } from 'fastest-levenshtein';

export interface ReadToken {
  text: string;
  /** 0–1. */
  confidence: number;
}

export interface PageScore {
  /** Letters of the truth, and how many of them have to be changed. */
  letters: number;
  errors: number;
  /** Numbers of the truth, and how many of them were read exactly. */
  numbers: number;
  exact: number;
  /** Numbers that the truth does not have, and how many of them were read with confidence. */
  wrong: number;
  silent: number;
}

/** A stretch of the truth's words. */
export interface Place {
  start: number;
  end: number;
  /** What its alignment cost, a word. */
  cost: number;
}

/** As the rule low-confidence has it. */
const DOUBTFUL = 0.6;

/** Words as they are compared: leaders, rules and blanks aside, quotes and dashes of one kind. */
export function tokensOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[“”„"″]/g, '"')
    .replace(/[‘’`´′]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/[.…_·-]{3,}|…/g, ' ')
    .split(/\s+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
}

/**
 * Where a page stands in the truth: the stretch that its words are aligned with at the least cost, a unit for each word
 * missed, read without need or read differently; what comes before and after costs nothing.
 */
export function locate(page: readonly string[], truth: readonly string[]): Place {
  let costs = new Uint16Array(truth.length + 1);
  let starts = Uint32Array.from(costs, (_, index) => index);
  for (const [row, word] of page.entries()) {
    const nextCosts = new Uint16Array(truth.length + 1);
    const nextStarts = new Uint32Array(truth.length + 1);
    nextCosts[0] = row + 1;
    for (let at = 1; at <= truth.length; at++) {
      const aligned = (costs[at - 1] ?? 0) + (truth[at - 1] === word ? 0 : 1);
      const added = (costs[at] ?? 0) + 1;
      const missed = (nextCosts[at - 1] ?? 0) + 1;
      const cost = Math.min(aligned, added, missed);
      nextCosts[at] = cost;
      nextStarts[at] =
        (cost === aligned ? starts[at - 1] : cost === added ? starts[at] : nextStarts[at - 1]) ?? 0;
    }
    [costs, starts] = [nextCosts, nextStarts];
  }
  const cost = Math.min(...costs);
  const end = costs.indexOf(cost);
  return { start: starts[end] ?? 0, end, cost: cost / (page.length || 1) };
}

/**
 * Compares a page's words with its truth. Words are aligned in order; a word that stands elsewhere on the page counts
 * as read, for the order of columns is not what is measured; what is left between two aligned words is compared by
 * letters (Levenshtein).
 */
export function scorePage(read: readonly ReadToken[], truth: readonly string[]): PageScore {
  const words = read.flatMap(({ text, confidence }) =>
    tokensOf(text).map((token) => ({ text: token, confidence })),
  );
  const texts = words.map(({ text }) => text);
  const hunks = unaligned(texts, truth);
  const spareRead = count(hunks.flatMap((hunk) => hunk.read));
  const spareTruth = count(hunks.flatMap((hunk) => hunk.truth));
  const moved = new Map(
    [...spareRead].map(([text, times]) => [text, Math.min(times, spareTruth.get(text) ?? 0)]),
  );
  const [movedRead, movedTruth] = [new Map(moved), new Map(moved)];
  let errors = 0;
  for (const hunk of hunks) {
    const left = hunk.read.filter((text) => !take(movedRead, text)).join(' ');
    const right = hunk.truth.filter((text) => !take(movedTruth, text)).join(' ');
    errors += distance(left, right);
  }
  return { letters: truth.join(' ').length, errors, ...scoreNumbers(words, truth) };
}

function scoreNumbers(
  read: readonly ReadToken[],
  truth: readonly string[],
): Omit<PageScore, 'letters' | 'errors'> {
  const wanted = truth.map(bareNumber).filter((number) => number !== null);
  const left = count(wanted);
  let [exact, wrong, silent] = [0, 0, 0];
  for (const { text, confidence } of read) {
    const number = bareNumber(text);
    if (number === null) continue;
    if (take(left, number)) exact++;
    else {
      wrong++;
      if (confidence >= DOUBTFUL) silent++;
    }
  }
  return { numbers: wanted.length, exact, wrong, silent };
}

/** A word with digits, without the punctuation around it. */
function bareNumber(token: string): string | null {
  return /\d/.test(token) ? token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '') : null;
}

/** What lies between the words of a longest common subsequence. */
function unaligned(read: readonly string[], truth: readonly string[]): { read: string[]; truth: string[] }[] {
  const width = truth.length + 1;
  const table = new Uint16Array((read.length + 1) * width);
  for (let i = read.length - 1; i >= 0; i--) {
    for (let j = truth.length - 1; j >= 0; j--) {
      table[i * width + j] =
        read[i] === truth[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const hunks: { read: string[]; truth: string[] }[] = [];
  let hunk: { read: string[]; truth: string[] } = { read: [], truth: [] };
  let [i, j] = [0, 0];
  while (i < read.length || j < truth.length) {
    const [word, wanted] = [read[i], truth[j]];
    if (word !== undefined && word === wanted) {
      hunks.push(hunk);
      hunk = { read: [], truth: [] };
      i++;
      j++;
    } else if (
      word !== undefined &&
      (wanted === undefined || (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      hunk.read.push(word);
      i++;
    } else if (wanted !== undefined) {
      hunk.truth.push(wanted);
      j++;
    }
  }
  return [...hunks, hunk];
}

function count(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, text: string): boolean {
  const left = counts.get(text) ?? 0;
  counts.set(text, left - 1);
  return left > 0;
}
