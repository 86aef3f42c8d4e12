import { readFileSync } from 'node:fs';
import { z } from 'zod';

// Of these lexicons a repair needs the names alone, and to parse all of them takes longer than to use them.
const Names = z.object({ name: z.string(), variations: z.array(z.string()).default([]) });
const Agencies = z.object({ agencies: z.array(Names.extend({ generic: z.boolean().default(false) })) });
const Indicators = z.object({ indicators: z.array(Names) });

/** The names of bodies, and whether they name a kind of body. */
export function bodyNames(): z.infer<typeof Agencies>['agencies'] {
  return Agencies.parse(lexicon('agencies')).agencies;
}

/** The names of indicators. */
export function indicatorNames(): z.infer<typeof Indicators>['indicators'] {
  return Indicators.parse(lexicon('indicators')).indicators;
}

function lexicon(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../lexicon/${name}.json`, import.meta.url), 'utf8'));
}
