/** How likely it may be at most that rounded figures are round by chance. */
const CHANCE = 2e-4;
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

/**
 * Whether somebody set round figures, all but one at most, so that none was rounded: those that were end in any digit, one in
 * five at a half or whole of the place above, one in fifty of the place above that.
 */
function areRound(figures: readonly number[], step: number): boolean {
  const all = figures.filter((figure) => figure !== 0);
  return [5, 50, 500].some((rare) => {
    const others = all.filter((figure) => Math.round(figure / step) % rare !== 0).length;
    return others <= 1 && all.length ** others / rare ** (all.length - others) < CHANCE;
  });
}

/** One in the last printed decimal, 0 for whole numbers. */
function decimalStep(texts: readonly string[]): number {
  const decimals = Math.max(
    0,
    ...texts.map((text) => (text.includes(',') ? (/,(\d+)\s*$/.exec(text)?.[1]?.length ?? 0) : 0)),
  );
  return decimals === 0 ? 0 : 10 ** -decimals;
}

/** The largest power of ten that divides all amounts. */
function lastPlace(values: readonly number[]): number {
  if (values.every((value) => value === 0)) return 0;
  let step = 1;
  while (values.every((value) => value % (step * 10) === 0)) step *= 10;
  return step;
}
