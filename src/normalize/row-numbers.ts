import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';

/** The first cell of a head, its letters misread: `SFTT`. */
const HEAD = /^(?:S[FTI]{1,3}|[58]T{1,2})$/u;
const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** Signs and letters that strokes are taken for, by how many at least and at the most; a bar joins two. */
const STROKES: Readonly<Record<string, readonly [number, number]>> = {
  ...Object.fromEntries([...'lIiíìị1|!JjtL'].map((letter) => [letter, [1, 1]])),
  ...Object.fromEntries([...'nuUHN"'].map((letter) => [letter, [2, 2]])),
  T: [1, 2],
  m: [3, 3],
};
/** What has no letter but the round of a C: `(@`. */
const ROUND = /^[([{]?[@©€¢][)i]?$/u;
/** A number below another, with a comma for its stop. */
const COMMA = /^(\d{1,2}),(\d{1,2})$/;
const STOPPED = /^\d{1,2}\.\d{1,2}$/;

/** Told by the rows around it, its shape allowing it. */
const CONFIDENCE = 0.8;

interface Row {
  index: number;
  text: string;
}

/**
 * The numbers of recognised tables' rows that were read as letters, by the rows before and after: `m` below I and II is III,
 * `1,1` among 1.2 and 2.1 is 1.1. What their shape does not allow stays.
 */
export function repairRowNumbers(
  drafts: readonly Draft[],
  isRecognized: (page: number) => boolean,
): readonly Draft[] {
  const changes = new Map<number, Change>();
  for (const rows of tablesOf(drafts, isRecognized)) {
    const hasStops = rows.some(({ text }) => STOPPED.test(text));
    for (const [at, { index, text }] of rows.entries()) {
      const number =
        (hasStops ? withStop(text) : null) ?? headOf(rows, at) ?? numeralOf(rows, at) ?? letterOf(rows, at);
      if (number === null || number === text) continue;
      changes.set(index, { start: 0, end: text.length, text: number, confidence: CONFIDENCE });
      // The next one goes on from it.
      rows[at] = { index, text: number };
    }
  }
  if (changes.size === 0) return drafts;
  return drafts.map((draft, index) => {
    const change = changes.get(index);
    return change === undefined ? draft : applyChanges(draft, [change]);
  });
}

/** The first cells of each table's rows that say something else in another. */
function tablesOf(drafts: readonly Draft[], isRecognized: (page: number) => boolean): Row[][] {
  const tables: Row[][] = [];
  let isWithin = false;
  for (const [index, { cells, text, page }] of drafts.entries()) {
    if (cells !== null && !isWithin) tables.push([]);
    isWithin = cells !== null;
    const [first, ...others] = cells ?? [];
    if (first === undefined || !isRecognized(page) || first.end > LONGEST || first.start > 0) continue;
    if (first.end > 0 && others.some(({ start, end }) => /\p{L}{2}/u.test(text.slice(start, end))))
      tables.at(-1)?.push({ index, text: text.slice(0, first.end) });
  }
  return tables;
}

const LONGEST = 5;

function withStop(text: string): string | null {
  return COMMA.test(text) ? text.replace(',', '.') : null;
}

function headOf(rows: readonly Row[], at: number): string | null {
  return at === 0 && HEAD.test(rows[at]?.text ?? '') ? 'STT' : null;
}

/** The numeral that is due where strokes were taken for letters, and the next one goes on from it or counts anew. */
function numeralOf(rows: readonly Row[], at: number): string | null {
  const text = rows[at]?.text ?? '';
  if (ROMANS.includes(text) || !/^[^\d\s]+$/u.test(text)) return null;
  const value = ({ text: other }: Row): number => ROMANS.indexOf(other);
  const last = rows.slice(0, at).findLast((row) => value(row) > 0);
  const next = rows.slice(at + 1).find((row) => value(row) > 0);
  const due = (last === undefined ? 0 : value(last)) + 1;
  const numeral = ROMANS[due];
  if (due < 2 || numeral === undefined || !mayBe(text, numeral)) return null;
  return next === undefined || value(next) === due + 1 || value(next) === 1 ? numeral : null;
}

/** Whether letters have the shape of a numeral, of whose strokes they may be made. */
function mayBe(text: string, numeral: string): boolean {
  let [least, most] = [0, 0];
  for (const letter of text) {
    const [fewest, greatest] = STROKES[letter] ?? [];
    if (fewest === undefined || greatest === undefined) return false;
    least += fewest;
    most += greatest;
  }
  return /^I+$/.test(numeral) && least <= numeral.length && numeral.length <= most;
}

/** A C that was taken for a sign, behind A and B. */
function letterOf(rows: readonly Row[], at: number): string | null {
  if (!ROUND.test(rows[at]?.text ?? '')) return null;
  const last = rows.slice(0, at).findLast(({ text }) => /^[A-ZĐa-zđ]$/u.test(text) && !/^[IVX]$/.test(text));
  return last?.text === 'B' ? 'C' : last?.text === 'b' ? 'c' : null;
}
