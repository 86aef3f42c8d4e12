import { codeUnits } from '../../lexicon/code-units.ts';
import { COST_UNIT, findBigram, type LanguageModel, NO_CONTEXT, wordId } from './language-model.ts';
import { loadRepairModel } from './model.ts';
import { UNKNOWN } from './tokens.ts';

/** Words that stand in a text without the blank between them, and the same words parted. Offsets are half-open, in UTF-16 units. */
export interface PartedWords {
  start: number;
  end: number;
  text: string;
}

const CONSONANT = 1;
const VOWEL = 2;

/** Whether a UTF-16 unit is a vowel or a consonant of Vietnamese, or of the Latin letters that loans have; 0 for all others. */
const KIND = new Uint8Array(0x10000).map((_, code) => {
  const [letter = ''] = code < 0x1f00 ? String.fromCharCode(code).toLowerCase().normalize('NFD') : '';
  if (/[aeiouy]/.test(letter)) return VOWEL;
  return /[a-zđ]/.test(letter) ? CONSONANT : 0;
});

/** So many words at most; more are no slip of a machine. */
const MOST = 3;
const SHORTEST = 2;
const LONGEST = 7;
/** Rarer words are mostly pieces of foreign ones (`milimét`, `lôgic`). */
const RAREST = 13.2 * COST_UNIT;
/** A rare word may stand behind one that it mostly follows: `khỏe` behind `sức`. */
const EXPECTED = 4 * COST_UNIT;
/** By how much the best way to part them costs less than the next. */
const CLEAR = 3 * COST_UNIT;

/**
 * Finds runs of letters that are no word of Vietnamese, whose syllables have one group of vowels each, but several that the
 * language model knows behind one another (`đềnghị`, `nhândân`): pages of the web and fonts of PDF files lose the blanks at
 * which lines were broken. Takes an NFC paragraph whose diacritics stand; what could be parted in several ways is left.
 */
export function partRunTogetherWords(paragraph: string): PartedWords[] {
  const runs = suspects(paragraph);
  if (runs.length === 0) return [];
  return runs.flatMap(([start, end]) => {
    const run = paragraph.slice(start, end);
    if (!/[^a-z]/i.test(run) || run.length > MOST * LONGEST) return [];
    const text = parted(run, loadRepairModel().language);
    return text === null ? [] : [{ start, end, text }];
  });
}

/** Where runs of letters stand of which two vowels have consonants between them. */
function suspects(paragraph: string): [number, number][] {
  const from = codeUnits(paragraph);
  const found: [number, number][] = [];
  let start = -1;
  let last = 0;
  let hasVowel = false;
  let isSuspect = false;
  for (let i = 0; i <= paragraph.length; i++) {
    const kind = i < paragraph.length ? (KIND[from[i] ?? 0] ?? 0) : 0;
    if (kind === 0) {
      if (isSuspect) found.push([start, i]);
      start = -1;
      hasVowel = false;
      isSuspect = false;
    } else {
      if (start < 0) start = i;
      if (kind === VOWEL) {
        if (hasVowel && last === CONSONANT) isSuspect = true;
        hasVowel = true;
      }
    }
    last = kind;
  }
  return found;
}

/** The run with blanks where its words begin; null where it is no words of the model, or may be several. */
function parted(run: string, model: LanguageModel): string | null {
  const lower = run.toLowerCase();
  if (lower.length !== run.length || wordId(model, lower) !== UNKNOWN) return null;
  const ways = waysToPart(lower, model).sort((a, b) => a.cost - b.cost);
  const [best, next] = ways;
  if (best === undefined || (next !== undefined && next.cost - best.cost < CLEAR)) return null;
  return best.ends.map((end, i) => run.slice(i === 0 ? 0 : best.ends[i - 1], end)).join(' ');
}

interface Way {
  ends: number[];
  cost: number;
}

/** All ways to read a run as words each of which the model has met behind the one before. */
function waysToPart(run: string, model: LanguageModel): Way[] {
  const ways: Way[] = [];
  const go = (from: number, before: number, ends: number[], cost: number): void => {
    const longest = Math.min(LONGEST, run.length - from);
    for (let length = SHORTEST; length <= longest; length++) {
      const end = from + length;
      const id = wordId(model, run.slice(from, end));
      if (id === UNKNOWN) continue;
      const bigram = before === UNKNOWN ? NO_CONTEXT : findBigram(model, before, id);
      if (before !== UNKNOWN && bigram === NO_CONTEXT) continue;
      const alone = model.unigramCost[id] ?? 0;
      const more = before === UNKNOWN ? alone : (model.bigramCosts[model.bigramCode[bigram] ?? 0] ?? 0);
      if (alone > RAREST && (before === UNKNOWN || more > EXPECTED)) continue;
      if (end === run.length) {
        if (ends.length > 0) ways.push({ ends: [...ends, end], cost: cost + more });
      } else if (ends.length + 1 < MOST) go(end, id, [...ends, end], cost + more);
    }
  };
  go(0, UNKNOWN, [], 0);
  return ways;
}
