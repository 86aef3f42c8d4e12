import type { Marker } from '../plan/tree.ts';

/** The letters that number points, in the order of the Vietnamese alphabet (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

/** The letters that parts have, in the order of the Latin alphabet. */
const PARTS = 'ABCDEFGH';

const ROMAN: readonly [string, number][] = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** A letter's place among those that number points: a is 1, đ is 5; null for a letter that numbers none (f, j, w, z). */
export function letterOrdinal(letter: string): number | null {
  const at = LETTERS.indexOf(letter.toLowerCase());
  return at < 0 ? null : at + 1;
}

/** The value of a Roman number in proper form, null for anything else. */
export function romanValue(numeral: string): number | null {
  let value = 0;
  let rest = numeral;
  for (const [sign, worth] of ROMAN) {
    while (rest.startsWith(sign)) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return value > 0 && rest === '' && toRoman(value) === numeral ? value : null;
}

export function toRoman(value: number): string {
  let numeral = '';
  let rest = value;
  for (const [sign, worth] of ROMAN) {
    while (rest >= worth) {
      numeral += sign;
      rest -= worth;
    }
  }
  return numeral;
}

/** The marker as it would stand with another number: `c)` for `b)` and 3. Null where its style has no such number. */
export function markerWith(marker: Marker, ordinal: number): string | null {
  const counter = /[A-Za-zÀ-\u036fḀ-ỹ\d]+(?=[^A-Za-zÀ-\u036fḀ-ỹ\d]*$)/u.exec(marker.raw);
  if (counter === null) return null;
  const [now] = counter;
  let next: string | undefined;
  if (/^\d+$/.test(now)) next = String(ordinal);
  else if (marker.style === 'letter') next = LETTERS[ordinal - 1];
  else if (marker.style === 'part' && /^[A-H]$/.test(now)) next = PARTS[ordinal - 1];
  else next = toRoman(ordinal);
  if (next === undefined) return null;
  if (marker.style === 'letter' && now !== now.toLowerCase()) next = next.toUpperCase();
  return marker.raw.slice(0, counter.index) + next + marker.raw.slice(counter.index + now.length);
}
