import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { indicatorData } from '../lexicon/indicators.ts';

const Indicators = z.strictObject({
  /** Wholes with the parts that together make them up. */
  sums: z.record(z.string(), z.array(z.string())),
  /** Indicators with one figure for a place and time, whatever words a plan has for it. */
  single: z.array(z.string()),
  /** Indicators whose level every plan wants to rise. */
  growing: z.array(z.string()),
  /** Parts that are given as what a year adds, so that they may exceed what it adds to the whole. */
  stepwise: z.array(z.string()),
});

interface Knowledge {
  sums: readonly Family[];
  parts: readonly Family[];
  single: ReadonlySet<string>;
  growing: ReadonlySet<string>;
}

interface Family {
  whole: string;
  parts: readonly string[];
}

let knowledge: Knowledge | undefined;

function load(): Knowledge {
  if (knowledge !== undefined) return knowledge;
  const data = Indicators.parse(
    JSON.parse(readFileSync(new URL('./indicators.json', import.meta.url), 'utf8')),
  );
  const families = new Map<string, string[]>();
  for (const { id, wholes } of indicatorData().indicators) {
    if (data.stepwise.includes(id)) continue;
    for (const whole of wholes) families.set(whole, [...(families.get(whole) ?? []), id]);
  }
  knowledge = {
    sums: Object.entries(data.sums).map(([whole, parts]) => ({ whole, parts })),
    parts: [...families].map(([whole, parts]) => ({ whole, parts })),
    single: new Set(data.single),
    growing: new Set(data.growing),
  };
  return knowledge;
}

/** Indicators that are the sum of others, with all of these. */
export function sums(): readonly Family[] {
  return load().sums;
}

/** Indicators of which others are a part, with those. */
export function families(): readonly Family[] {
  return load().parts;
}

/** Whether an indicator has one figure for a place and time; others stand for several figures told apart by their words. */
export function isSingle(indicator: string | null): boolean {
  return indicator !== null && load().single.has(indicator);
}

/** Whether every plan wants the indicator's level to rise. */
export function grows(indicator: string): boolean {
  return load().growing.has(indicator);
}
