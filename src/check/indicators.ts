import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Indicators = z.strictObject({
  /** The parts that together are the whole. */
  wholes: z.record(z.string(), z.array(z.string())),
  /** Indicators that a plan wants to fall. */
  falling: z.array(z.string()),
});

let data: z.infer<typeof Indicators> | undefined;

function load(): z.infer<typeof Indicators> {
  data ??= Indicators.parse(JSON.parse(readFileSync(new URL('./indicators.json', import.meta.url), 'utf8')));
  return data;
}

/** Indicators that are the sum of others: the id of each whole and the ids of all its parts. */
export function wholes(): [whole: string, parts: readonly string[]][] {
  return Object.entries(load().wholes);
}

/** Whether a plan wants an indicator to grow; null for one that the lexicon does not know. */
export function grows(indicator: string): boolean {
  return !load().falling.includes(indicator);
}
