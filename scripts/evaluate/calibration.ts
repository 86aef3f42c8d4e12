import { z } from 'zod';

/** A value that was printed: which, the confidence of its evidence, and whether it is right. */
export interface Judged {
  /** The JSON Pointer without indices: `/targets/label`. */
  field: string;
  /** It belongs to a target that a cell of a table gave. */
  isOfTable: boolean;
  confidence: number;
  isRight: boolean;
}

/** How often values of a range of confidence are right. */
export const Band = z.strictObject({
  /** Confidence from here, up to the next band's. */
  from: z.number(),
  values: z.int(),
  right: z.int(),
});
export type Band = z.infer<typeof Band>;

const STARTS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

/** Values sorted into bands by confidence, least first; a band without values is left out. */
export function calibrationOf(values: readonly Judged[]): Band[] {
  return STARTS.flatMap((from, index) => {
    const end = STARTS[index + 1] ?? Number.POSITIVE_INFINITY;
    const within = values.filter(({ confidence }) => confidence >= from && confidence < end);
    if (within.length === 0) return [];
    return [{ from, values: within.length, right: within.filter(({ isRight }) => isRight).length }];
  });
}

/** The bands as a table, with the share of right values of each band and of everything from it on up. */
export function calibrationTable(bands: readonly Band[]): string {
  const rows = bands.map(({ from, values, right }, index) => {
    const upwards = bands.slice(index);
    const all = upwards.reduce((sum, band) => sum + band.values, 0);
    const allRight = upwards.reduce((sum, band) => sum + band.right, 0);
    const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
    return [
      from.toFixed(2).padStart(10),
      String(values).padStart(8),
      share(right, values).padStart(9),
      share(allRight, all).padStart(18),
    ].join('  ');
  });
  return ['confidence    values      right  right from here up', ...rows].join('\n');
}

/** Fields that fewer values were printed of say little. */
const FEWEST = 20;

/**
 * How often the values of a field are right and what confidence they have on average, targets of sentences and of tables apart: what the
 * constants of src/extract/certainty.ts are to be held against, on plans that nobody has tuned for.
 */
export function certaintyTable(values: readonly Judged[]): string {
  const kinds = new Map<string, Judged[]>();
  for (const value of values) {
    const name = `${value.field}${value.isOfTable ? ' (tables)' : ''}`;
    kinds.set(name, [...(kinds.get(name) ?? []), value]);
  }
  const rows = [...kinds]
    .filter(([, printed]) => printed.length >= FEWEST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, printed]) => {
      const right = printed.filter(({ isRight }) => isRight).length / printed.length;
      const confidence = printed.reduce((sum, value) => sum + value.confidence, 0) / printed.length;
      return [
        name.padEnd(36),
        String(printed.length).padStart(6),
        `${(100 * right).toFixed(1)} %`.padStart(8),
        confidence.toFixed(2).padStart(10),
      ].join('  ');
    });
  return ['field                                 values     right  confidence', ...rows].join('\n');
}
