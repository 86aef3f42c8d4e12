import { fold } from '../lexicon/fold.ts';
import { allMatches } from '../lexicon/patterns.ts';
import { TextMemory } from '../lexicon/text-memory.ts';
import { type DayRange, dayRange } from '../plan/edtf.ts';
import type { PlanUnderCheck } from '../plan/facts.ts';
import type { TableRow, Target } from '../plan/record.ts';
import { quoteOf } from './quote.ts';
import { remember } from './remember.ts';
import { phraseIn } from './words.ts';

/** A target that states a number, with what it is about made comparable. */
export interface StatedTarget {
  index: number;
  /** Pointer to the value. */
  at: string;
  target: Target;
  value: number;
  /** Half of one in the last digit that is printed: the value may have been rounded by so much. */
  half: number;
  days: DayRange | null;
  medium: 'text' | 'table';
  /** The territory; an item row of a table that names no known place is a territory of its own. */
  territory: string;
}

/** The plan's targets that state a number, in the order of the record. */
export const statedTargets = remember((plan: PlanUnderCheck): readonly StatedTarget[] => {
  const wholes = plan.facts.tables.map(({ rows }) => onlyTotal(rows));
  return plan.facts.targets.flatMap((target, index): StatedTarget[] => {
    if (target.value === null) return [];
    const at = `/targets/${index}/value`;
    return [
      {
        index,
        at,
        target,
        value: target.value,
        half: halfUnit(target, target.value, quoteOf(plan, at)),
        days: target.due === null ? null : dayRange(target.due),
        medium: target.from === null ? 'text' : 'table',
        territory: territoryOf(plan, target, wholes),
      },
    ];
  });
});

/** Targets that share a key, in the order of their first; those for which `keyOf` gives null are left out. */
export function groupBy(
  targets: readonly StatedTarget[],
  keyOf: (target: StatedTarget) => string | null,
): StatedTarget[][] {
  const groups = new Map<string, StatedTarget[]>();
  for (const target of targets) {
    const key = keyOf(target);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [target]);
    else group.push(target);
  }
  return [...groups.values()];
}

/** What two targets must share to be about the same people at the same place and time, whatever the indicator. */
export const scopeOf = remember(({ target, territory }: StatedTarget): string => {
  const { due, group, change } = target;
  return JSON.stringify([due, group === null ? '' : plainWords(group), change, territory]);
});

/** Whether two values can't both be meant: they differ by more than rounding, or a bound excludes the other value. */
export function contradict(one: StatedTarget, other: StatedTarget): boolean {
  // Of two values printed alike neither is the other rounded.
  const slack = one.half === other.half ? 0 : Math.max(one.half, other.half);
  const first = boundOf(one.target);
  const second = boundOf(other.target);
  if (first === second) return Math.abs(one.value - other.value) > slack + NOISE;
  const lower = first > second ? one : other;
  const upper = lower === one ? other : one;
  return lower.value > upper.value + slack + NOISE;
}

/** 1 for a floor, -1 for a ceiling, 0 for a value. */
export function boundOf({ relation }: Target): -1 | 0 | 1 {
  if (relation === '=') return 0;
  return relation.startsWith('>') ? 1 : -1;
}

/** Words without case, diacritics and marks, to compare labels by. */
export function plainWords(words: string): string {
  return plain.of(words);
}

/** Several rules compare a target or row with each other one. */
const plain = new TextMemory(1024, (words) =>
  fold(words.normalize('NFC'))
    .replace(/[^A-Za-zÀ-\u036fḀ-ỹ\p{N}]+/gu, ' ')
    .trim(),
);

/** A label's words without remarks in brackets and without the words for number before them. */
export function coreLabel(label: string): string {
  return cores.of(label);
}

const cores = new TextMemory(512, (label) => {
  const words = label.replace(/\([^()]*\)/g, ' ').trim();
  const prefix = phraseIn('countPrefix', words);
  return plainWords(prefix?.start === 0 ? words.slice(prefix.phrase.length) : words);
});

function territoryOf(
  { facts }: PlanUnderCheck,
  { place, from }: Target,
  wholes: readonly (TableRow | null)[],
): string {
  const own = facts.issuer?.place ?? null;
  if (place !== null) {
    const isOwn = own !== null && own.name === place.name && own.code === place.code;
    return isOwn ? '' : (place.code ?? plainWords(place.name));
  }
  if (from === null) return '';
  const row = facts.tables[from.table]?.rows[from.row];
  if (row !== undefined && row === wholes[from.table]) return '';
  const rows = facts.tables[from.table]?.rows.slice(0, from.row + 1) ?? [];
  const whole = isPartRow(row) ? rows.findLast((other) => !isPartRow(other)) : undefined;
  const labels = [...(whole === undefined ? [] : [whole.label]), row?.label ?? String(from.row)];
  return `row ${from.table} ${plainWords(labels.join(' '))}`;
}

/** Whether a row tells of a part of the row above it: "Trong đó: khu dân cư", "- Nữ". */
export function isPartRow(row: TableRow | undefined): boolean {
  return row !== undefined && (/^\s*[-+–•]/.test(row.label) || phraseIn('partRow', row.label)?.start === 0);
}

/** What binary fractions may differ by and still be one number. */
export const NOISE = 1e-9;

/** A table's total row, which stands for the whole territory; null where there are several or none. */
function onlyTotal(rows: readonly TableRow[]): TableRow | null {
  const [first, ...others] = rows.filter(({ kind }) => kind === 'total');
  return first === undefined || others.length > 0 ? null : first;
}

/** Whole figures that end in at least this many noughts are taken as rounded. */
const ROUND_NOUGHTS = 3;

function halfUnit({ measure }: Target, value: number, quote: string | null): number {
  const scaled = scaledHalf(value, quote);
  if (scaled !== null) return scaled;
  const decimals = decimalsOf(value, quote);
  if (measure === 'share' || measure === 'ratio' || decimals > 0) return 10 ** -decimals / 2;
  const noughts = value === 0 ? 0 : (/0*$/.exec(String(value))?.[0].length ?? 0);
  return noughts >= ROUND_NOUGHTS ? 10 ** noughts / 2 : 0;
}

const WITH_DECIMALS = /(\d[\d.]*),(\d+)/g;
const WITH_OR_WITHOUT_DECIMALS = /(\d[\d.]*)(?:,(\d+))?/g;

/** The same of a number in thousands, millions or more that is printed with decimals (90,0 triệu); null for others. */
function scaledHalf(value: number, quote: string | null): number | null {
  if (quote === null || !quote.includes(',')) return null;
  for (const [, whole = '', decimals = ''] of allMatches(WITH_DECIMALS, quote)) {
    const printed = Number(`${whole.replaceAll('.', '')}.${decimals}`);
    const power = Math.round(Math.log10(value / printed));
    if (power >= ROUND_NOUGHTS && Math.abs(printed * 10 ** power - value) < NOISE * value)
      return 10 ** (power - decimals.length) / 2;
  }
  return null;
}

/** How many decimals the value is printed with: as the quote has it, else as the number needs. */
function decimalsOf(value: number, quote: string | null): number {
  for (const [printed, whole = '', decimals = ''] of allMatches(WITH_OR_WITHOUT_DECIMALS, quote ?? '')) {
    if (printed !== '' && Number(`${whole.replaceAll('.', '')}.${decimals || '0'}`) === value)
      return decimals.length;
  }
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}
