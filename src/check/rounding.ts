/** So many figures tell whether they were rounded where they end, or are round figures that somebody set, but for so many. */
const TELLING = [
  { others: 0, figures: 6 },
  { others: 1, figures: 8 },
] as const;
/** Rounding strays no further than this, in standard deviations of a sum of figures that were each rounded. */
const FARTHEST = 4;

/**
 * To what the figures of a sum were rounded; 0 where they were not. Money is rounded to the last place that any of its
 * figures uses, other figures only where they have decimals.
 */
export function roundingStep(figures: readonly number[], texts: readonly string[], isMoney: boolean): number {
  if (!isMoney || !figures.every(Number.isSafeInteger)) return decimalStep(texts);
  const step = lastPlace(figures);
  return step === 0 || areRound(figures, step) ? 0 : step;
}

/**
 * By how many steps the sum of so many rounded figures may differ from their rounded sum. Each is off by half a step at
 * most, some up and some down.
 */
export function farthestSteps(parts: number): number {
  const likely = FARTHEST * Math.sqrt(parts / 12) + 0.5;
  return Math.floor(Math.min(parts / 2, likely));
}

/** Whether figures but for one at most are halves or wholes of the place above: those that were rounded end in any digit. */
function areRound(figures: readonly number[], step: number): boolean {
  const all = figures.filter((figure) => figure !== 0);
  const others = all.filter((figure) => Math.round(figure / step) % 5 !== 0);
  return TELLING.some((least) => others.length === least.others && all.length >= least.figures);
}

/** One in the last printed decimal, 0 for whole numbers. */
function decimalStep(texts: readonly string[]): number {
  const decimals = Math.max(0, ...texts.map((text) => /,(\d+)\s*$/.exec(text)?.[1]?.length ?? 0));
  return decimals === 0 ? 0 : 10 ** -decimals;
}

/** The largest power of ten that divides all amounts. */
function lastPlace(values: readonly number[]): number {
  if (values.every((value) => value === 0)) return 0;
  let step = 1;
  while (values.every((value) => value % (step * 10) === 0)) step *= 10;
  return step;
}
