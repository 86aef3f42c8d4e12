import { CLOSED, CLOSED_LOOSELY } from '../lexicon/numbering.ts';
import type { Marker, MarkerStyle } from '../plan/tree.ts';

/**
 * List letters in the order administrative documents use them: the Vietnamese alphabet's plain letters and đ
 * (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 6 điểm đ).
 */
export const LETTER_ORDER = 'abcdđeghiklmnopqrstuvxy';

/** How one kind of marker is written. */
interface Form {
  style: MarkerStyle;
  /** The letters that it may begin with. */
  first: string;
  pattern: RegExp;
}

const DIGITS = '0123456789';

const FORMS: readonly Form[] = [
  {
    // "PHẦN THỨ HAI": its name may follow in the same line.
    style: 'part',
    first: 'P',
    pattern: /^(?:PHẦN|Phần)\s+(?:THỨ|thứ)\s+([A-Za-zÀ-\u036fḀ-ỹ]+)\s*(?:[.:]|(?=\s\p{Lu})|$)/u,
  },
  {
    style: 'part',
    first: 'PCMĐ',
    pattern:
      /^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+([IVXLC]+|\d+|[A-H]|(?:một|MỘT|hai|HAI|ba|BA|bốn|BỐN|năm|NĂM))\s*(?:[.:]|$)/u,
  },
  {
    style: 'roman',
    first: 'IVXL',
    pattern: pattern(
      String.raw`([IVXL]{1,6})\s*(?:${CLOSED}|${CLOSED_LOOSELY}(?=\s|\p{Lu}{2,}[\s,]+\p{Lu}{2}))(?=\s|\p{Lu}|$)`,
    ),
  },
  {
    style: 'part',
    first: 'ABCDEFGH',
    pattern: pattern(String.raw`([A-H])\s*(?:${CLOSED}|${CLOSED_LOOSELY}(?=\s\p{Lu}))(?=\s)`),
  },
  {
    style: 'decimal',
    first: DIGITS,
    pattern: pattern(
      String.raw`(\d{1,2}(?:\.\d{1,2}){1,3})(?:${CLOSED}|\/|\s*[-–—](?=\s\p{Lu}))?(?=\s|[A-Za-zÀ-\u036fḀ-ỹ])`,
    ),
  },
  {
    style: 'arabic',
    first: DIGITS,
    pattern: pattern(
      String.raw`(\d{1,3})\s*(?:${CLOSED}|\/(?=\s|\p{Lu}\p{Ll}|\p{Lu}{4,}\s)|[-–—](?=\s\p{Lu}))(?=\s|[A-Za-zÀ-\u036fḀ-ỹ]|$)`,
    ),
  },
  { style: 'arabic', first: '(', pattern: /^(?:\((\d{1,2})\))(?=\s|[A-Za-zÀ-\u036fḀ-ỹ])/u },
  {
    style: 'letter',
    first: 'abcdefghijklmnopqrstuvwxyzđ',
    pattern: pattern(
      String.raw`([a-zđ])\s*(?:${CLOSED}|\/(?=\s|\p{Lu}\p{Ll})|[-–—](?=\s\p{Lu}))(?=\s|[A-Za-zÀ-\u036fḀ-ỹ])`,
    ),
  },
  { style: 'plus', first: '+', pattern: /^(\+)\s*/u },
  { style: 'dash', first: '-–—•*', pattern: /^([-–—•*])\s*(?=\S)/u },
  // The circle of a second level, which Word writes with the letter.
  { style: 'plus', first: 'o', pattern: /^(o)\s+(?=\p{Lu})/u },
];

/** The forms by the letter that a text begins with, each list in their order. */
const BY_FIRST = new Map(
  [...new Set(FORMS.flatMap(({ first }) => [...first]))].map((letter) => [
    letter,
    FORMS.filter(({ first }) => first.includes(letter)),
  ]),
);

function pattern(source: string): RegExp {
  return new RegExp(`^${source}`, 'u');
}

/** The marker a block's text begins with, null where it has none. Offsets are shifted by `offset`. */
export function markerOf(text: string, offset: number): Marker | null {
  for (const { style, pattern } of BY_FIRST.get(text.charAt(0)) ?? []) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const number = match[1] ?? '';
    const path = style === 'decimal' ? number.split('.').map(Number) : [];
    const raw = match[0].trimEnd();
    return {
      style,
      raw,
      ordinal: ordinalOf(style, number, path),
      path,
      start: offset,
      end: offset + raw.length,
    };
  }
  return null;
}

function ordinalOf(style: MarkerStyle, number: string, path: readonly number[]): number | null {
  switch (style) {
    case 'decimal':
      return path.at(-1) ?? null;
    case 'arabic':
      return Number(number);
    case 'roman':
      return roman(number);
    case 'letter': {
      const index = LETTER_ORDER.indexOf(number);
      return index < 0 ? null : index + 1;
    }
    case 'part':
      if (/^\d+$/.test(number)) return Number(number);
      return (
        ORDINALS[number.toLowerCase()] ?? (/^[A-H]$/.test(number) ? number.charCodeAt(0) - 64 : roman(number))
      );
    default:
      return null;
  }
}

const ORDINALS: Record<string, number> = {
  nhất: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function roman(numeral: string): number | null {
  let total = 0;
  let before = 0;
  for (const letter of [...numeral].reverse()) {
    const value = ROMAN[letter];
    if (value === undefined) return null;
    total += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return total;
}
