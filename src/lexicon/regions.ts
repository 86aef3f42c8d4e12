import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from './fold.ts';
import { placeOfCode, predecessorsOf } from './gazetteer.ts';

const Region = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Codes of provinces as of 30 June 2025. */
  provinces: z.array(z.string()),
});
export type Region = z.infer<typeof Region>;
const Regions = z.strictObject({ source: z.string(), regions: z.array(Region) });

/** The last day of the 63 provinces that the regions are made of. */
const LAST_DAY = '2025-06-30';

let known: Region[] | undefined;

/** The six socio-economic regions of Resolution 81/2023/QH15. */
export function regions(): readonly Region[] {
  known ??= Regions.parse(
    JSON.parse(readFileSync(new URL('./regions.json', import.meta.url), 'utf8')),
  ).regions;
  return known;
}

/** The region of an id or a name, with or without diacritics; null for none. */
export function regionNamed(name: string): Region | null {
  const wanted = fold(name.normalize('NFC')).trim();
  return regions().find((region) => region.id === wanted || fold(region.name) === wanted) ?? null;
}

/**
 * Whether a province lies in a region on a day. Of a province merged of several since July 2025 one in the region is enough: Lâm
 * Đồng lies in Tây Nguyên and in what was the central coast.
 */
export function isInRegion(region: Region, code: string, on: string): boolean {
  if (on <= LAST_DAY) return region.provinces.includes(code);
  const place = placeOfCode('province', code, on);
  const parts = place === null ? [] : predecessorsOf(place).filter((part) => part.to === LAST_DAY);
  if (parts.length === 0) return region.provinces.includes(code);
  return parts.some((part) => part.code !== null && region.provinces.includes(part.code));
}
