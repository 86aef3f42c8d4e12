import { expect, test } from 'vitest';
import { randomFrom } from '../../scripts/mutate/random.ts';
import { farthestSteps, roundingStep } from '../../src/check/rounding.ts';

const COUNTS = [2, 3, 4, 6, 8, 12, 20, 40];

test.each(COUNTS)('%i figures that were rounded stray no further than rounding explains', (count) => {
  const random = randomFrom(`rounded ${count}`);
  for (let table = 0; table < 500; table++) {
    const figures = Array.from({ length: count }, () => 50 * Math.exp(4 * random()));
    const rounded = figures.map(Math.round);
    const stated = Math.round(figures.reduce((sum, figure) => sum + figure, 0));
    const off = Math.abs(stated - rounded.reduce((sum, figure) => sum + figure, 0));
    const step = roundingStep([stated, ...rounded], [], true);
    expect(off).toBeLessThanOrEqual(farthestSteps(count) * step);
  }
});

test.each([
  { figures: [705, 95, 103, 120, 110, 125, 80, 75], texts: [], isMoney: true, step: 0 },
  { figures: [555, 95, 105, 120, 110, 125], texts: [], isMoney: true, step: 0 },
  { figures: [550, 95, 103, 120, 110, 125], texts: [], isMoney: true, step: 1 },
  { figures: [7000, 1234, 2347, 3418], texts: [], isMoney: true, step: 1 },
  { figures: [94000, 38000, 13000, 25000, 18000], texts: [], isMoney: true, step: 1000 },
  { figures: [16.9, 12.3, 4.5], texts: ['16,9', '12,3', '4,5'], isMoney: true, step: 0.1 },
  { figures: [30.75, 10.25, 20.4], texts: ['30,75', '10,25', '20,4'], isMoney: false, step: 0.01 },
  { figures: [553, 95, 103, 355], texts: ['553', '95', '103', '355'], isMoney: false, step: 0 },
])('$figures are rounded to $step', ({ figures, texts, isMoney, step }) => {
  expect(roundingStep(figures, texts, isMoney)).toBe(step);
});
