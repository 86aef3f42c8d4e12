import { findAgencies } from '../lexicon/agencies.ts';
import { fold } from '../lexicon/fold.ts';

/**
 * Whether two names are one body's: the same words, or, of a single body, a full and a short form (`Sở KH&CN`, `Sở
 * Khoa học và Công nghệ tỉnh`) that do not name different places.
 */
export function sameBody(one: string, other: string): boolean {
  if (key(one) === key(other)) return true;
  const [first, second] = [single(one), single(other)];
  if (first === null || second === null || first.id !== second.id) return false;
  return first.place === '' || second.place === '' || first.place === second.place;
}

function key(name: string): string {
  return fold(name)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/bao hiem xa hoi/g, 'bhxh')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The one body that a name names, and the name of its place; null for several and for general nouns. */
function single(name: string): { id: string; place: string } | null {
  const [mention, another] = findAgencies(name);
  if (mention === undefined || another !== undefined || mention.generic) return null;
  if (mention.start > 0 || mention.end < name.length || /^(?:các|những)\s/iu.test(name)) return null;
  const place = /(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\s+(\p{Lu}.*)$/u.exec(name)?.[1] ?? '';
  return { id: mention.id, place: fold(place) };
}
