import { fold } from '../lexicon/fold.ts';
import { personName } from '../lexicon/persons.ts';
import { CAPACITY } from '../lexicon/signing.ts';
import type { Draft } from './paragraphs.ts';
import { runTogetherSeams } from './run-together.ts';

/** How many blocks the letterhead's two columns may be mixed in. */
const HEAD_BLOCKS = 14;
const TAIL_BLOCKS = 45;

// In these a blank comes first, and what must stand before it is looked for there alone: the other way round they take
// ten times as long.

/** Where, in folded text, the other column of a letterhead begins or ends (Nghị định 30/2020/NĐ-CP, phụ lục I, mục IV). */
const HEAD_SEAMS = [
  /\s(?<=\S\s)\s*(?=cong hoa xa hoi chu nghia)/,
  /\s(?<=chu nghia viet nam\s)\s*(?=\S)/,
  /\s(?<=\S\s)\s*(?=doc lap\s*[-–—])/,
  /\s(?<=tu do\s*[-–—]\s*hanh phuc\s)\s*(?=\S)/,
  // No share of an economy: "Tỷ trọng kinh tế số: 20%".
  /\s(?<=\S\s)\s*(?=so\s*:\s*\d(?!\d*(?:[.,]\d+)*\s*%|\d*(?:[.,]\d+)*\s(?!kh|qd|bc|ct|nq|ub)[a-z]))/,
];
/** The body above the issuing one ("UBND TỈNH … / SỞ …"), which a reader may have put on its line. */
const SUPERIOR_SEAM =
  /(?<=^(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho|tp\.?|huyen|quan|thi xa) [a-z. -]{2,25}?)\s+(?=(?:so [a-z]|chi cuc |ban quan ly |ban chi dao |van phong (?:ubnd|hdnd|uy ban|hoi dong|dieu phoi)|thanh tra |phong (?:giao duc|noi vu|kinh te|tai chinh|van hoa|lao dong|nong nghiep|y te|tu phap|tai nguyen|quan ly)))/;
const PLACE_AND_DATE = /\s(?<=\S\s)\s*(?=\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ .-]{1,40},\s*ngày\s)/u;

/** The signature's own lines beside the list of recipients. */
const TAIL_SEAM = new RegExp(
  String.raw`\s(?=\s*(?:${CAPACITY}\s*(?=\p{Lu})|PHÓ |CHỦ TỊCH|TRƯỞNG |GIÁM ĐỐC|CHÁNH )[\p{Lu}\s.,]*$)(?<!(?:^|\s)${CAPACITY}\s)(?<=[;:.,)\p{Ll}]\s)\s*`,
  'u',
);

/** "- Lưu: VT, KT. | Nguyễn Văn A": a line of the recipients, beside the signer's name. */
const RECIPIENT = /^(?:[-–+•*]\s?[A-Za-zÀ-\u036fḀ-ỹ]|Lưu\s*:).*[.;)](?=\s)/u;

function nameSeam(text: string): [number, number][] {
  const end = RECIPIENT.exec(text)?.[0].length ?? 0;
  const name = end === 0 ? null : personName(text.slice(end).trim());
  const start = text.length - text.slice(end).trimStart().length;
  return name === null ? [] : [[end, start]];
}

/**
 * Parts what a reader that goes straight across the page mixed: the two columns of the letterhead, and the list of
 * recipients from the signature beside it.
 */
export function splitColumns(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft, index) => {
    if (draft.cells !== null) return [draft];
    if (index < HEAD_BLOCKS) return splitAt(draft, headSeams(draft.text));
    if (index >= drafts.length - TAIL_BLOCKS && draft.text.length < 200) {
      return splitAt(draft, [...seams(draft.text, [TAIL_SEAM]), ...nameSeam(draft.text)]);
    }
    return [draft];
  });
}

function headSeams(text: string): [number, number][] {
  if (text.length > 400) return runTogetherSeams(text);
  const folded = fold(text);
  const found = seams(folded, HEAD_SEAMS);
  if (/^[^\p{Ll}]{20,}/u.test(text)) found.push(...seams(folded, [SUPERIOR_SEAM]));
  if (/^số/iu.test(text) || /\/[\p{Lu}-]{4,}/u.test(text)) found.push(...seams(text, [PLACE_AND_DATE]));
  return found.sort((a, b) => a[0] - b[0]);
}

function seams(text: string, patterns: readonly RegExp[]): [number, number][] {
  const found: [number, number][] = [];
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) found.push([match.index, match.index + match[0].length]);
  }
  return found;
}

function splitAt(draft: Draft, cuts: readonly [number, number][]): Draft[] {
  if (cuts.length === 0) return [draft];
  const parts: Draft[] = [];
  let start = 0;
  for (const [end, next] of [...cuts, [draft.text.length, draft.text.length] as const]) {
    if (end > start) parts.push(part(draft, start, end));
    start = Math.max(start, next);
  }
  const last = parts.at(-1);
  if (last !== undefined) last.gapAfter = draft.gapAfter;
  return parts;
}

function part(draft: Draft, start: number, end: number): Draft {
  const within = <T extends { start: number; end: number }>(items: readonly T[]): T[] =>
    items
      .filter((item) => item.start >= start && item.end <= end)
      .map((item) => ({ ...item, start: item.start - start, end: item.end - start }));
  return {
    ...draft,
    text: draft.text.slice(start, end),
    words: within(draft.words),
    repairs: within(draft.repairs),
    gapAfter: false,
  };
}
