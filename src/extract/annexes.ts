import { fold } from '../lexicon/fold.ts';
import { wording } from '../lexicon/patterns.ts';
import type { Annexes, AnnexMention } from '../plan/facts.ts';
import type { RegionName } from '../plan/tree.ts';
import { type Context, passages } from './context.ts';

/** Without one of these words a passage refers to no annex. */
const NAMED = /phu luc|bieu|danh muc|bang/;
const LABEL = '(?:[IVX]{1,5}|\\d{1,2})[a-z]?';
const NUMBERED = wording(
  new RegExp(
    `(?<![A-Za-zÀ-\u036fḀ-ỹ])(Phụ lục|Phụ biểu|Biểu mẫu|Biểu|Mẫu biểu)\\s+(?:số\\s+)?(${LABEL}(?:\\s*(?:,|;|và|đến|[-–])\\s*(?:(?:Phụ lục|Biểu)\\s+)?(?:số\\s+)?${LABEL})*)(?![A-Za-zÀ-\u036fḀ-ỹ\\d%])`,
    'iu',
  ),
);
const BARE = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:(?:đính\s+)?kèm\s+(?:theo\s+)?(?:các\s+)?phụ lục|(?:phụ lục|danh mục|biểu|bảng)\s+(?:đính\s+)?kèm(?:\s+theo)?|(?:chi tiết|cụ thể)\s+(?:tại|theo|có|xem)\s+(?:các\s+)?phụ lục)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu,
);
/** "Phụ lục ban hành kèm theo Nghị định …" is another document's. */
const ANOTHERS =
  /^\s*(?:[^.;]{0,30}?)?(?:ban hành )?kèm theo (?:Nghị|Quyết|Thông|Công|Chỉ|Luật)|^\s*(?:của\s+)?(?:Nghị định|Thông tư|Quyết định|Luật|Nghị quyết)/iu;

const REGIONS: readonly RegionName[] = ['preamble', 'body', 'closing'];

/** The annexes the plan refers to as its own, and those that are in the file. */
export function extractAnnexes(context: Context): Annexes {
  const cited = new Map<string, AnnexMention>();
  const titled: AnnexMention[] = [];
  const cite = (label: string, start: number, end: number): void => {
    if (!cited.has(label)) cited.set(label, { label, span: { start, end } });
  };
  for (const name of REGIONS) {
    for (const { text, start } of passages(context, name)) {
      if (!NAMED.test(fold(text))) continue;
      for (const match of NUMBERED.all(text)) {
        const end = match.index + match[0].length;
        if (ANOTHERS.test(text.slice(end))) continue;
        // "Biểu 1. Lộ trình …": the title of a table that stands right there.
        if (match.index === 0 && /^\s*[.:]\s/u.test(text.slice(end))) {
          titled.push({ label: match[2] ?? '', span: { start, end: start + end } });
          continue;
        }
        for (const label of labels(match[2] ?? '')) cite(label, start + match.index, start + end);
      }
      for (const match of BARE.all(text)) {
        const end = match.index + match[0].length;
        if (ANOTHERS.test(text.slice(end)) || /^\s*(?:số\s+)?(?:[IVX]|\d)/u.test(text.slice(end))) continue;
        cite('', start + match.index, start + end);
      }
    }
  }
  const present = context.tree.children.flatMap((part): AnnexMention[] => {
    const heading = part.name === 'annex' ? part.children[0] : undefined;
    if (heading?.type !== 'paragraph') return part.name === 'annex' ? [{ label: '', span: part.span }] : [];
    const label =
      new RegExp(
        `^\\P{L}*(?:[A-Za-zÀ-\u036fḀ-ỹ]+\\s+){1,2}(?:số\\s+|SỐ\\s+)?(${LABEL})(?![A-Za-zÀ-\u036fḀ-ỹ\\d])`,
        'u',
      ).exec(heading.value)?.[1] ?? '';
    return [{ label, span: heading.span }];
  });
  return { cited: [...cited.values()], present: [...titled, ...present] };
}

function labels(list: string): string[] {
  const range = /^(\d{1,2})\s*(?:đến|[-–])\s*(?:(?:Phụ lục|Biểu)\s+)?(?:số\s+)?(\d{1,2})$/iu.exec(list);
  if (range !== null) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return from <= to ? Array.from({ length: to - from + 1 }, (_, step) => String(from + step)) : [];
  }
  return [...list.matchAll(new RegExp(`(?<![A-Za-zÀ-\u036fḀ-ỹ])${LABEL}`, 'gu'))].map((match) => match[0]);
}
