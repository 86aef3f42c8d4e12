import type { PlanFacts } from './record.ts';

/**
 * A plan's stable id: place, number and symbol, year of issue, as `can-tho-53-kh-ubnd-2025`. Where one of them is
 * missing, the first eight digits of the source's sha256 stand in for it, so that two plans never share an id by
 * what they lack.
 */
export function planId(facts: PlanFacts, sha256: string): string {
  const place = facts.issuer?.place?.name ?? facts.issuedAt;
  const year = facts.issuedOn?.slice(0, 4);
  const known = [place, facts.number].filter((part) => part != null).map(slug);
  const complete = place != null && facts.number !== null && year !== undefined && /^\d{4}$/.test(year);
  return [...known, complete ? year : sha256.slice(0, 8)].filter((part) => part !== '').join('-');
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
