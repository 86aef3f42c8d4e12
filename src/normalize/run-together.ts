import { fold } from '../lexicon/fold.ts';

/** A letterhead is over within so many characters, its title within so many more. */
const LETTERHEAD = 600;
const TITLE = 900;

const MOTTO = /cong hoa xa hoi chu nghia viet nam/;
const DATE = /ng ?ay\s+\d ?\d?\s*(?:thang|[/.-])\s*\d ?\d?\s*(?:nam|[/.-])\s*(?:19|20) ?\d ?\d/;

/** Where one part of a letterhead ends and the next begins, as patterns of what lies between, in folded text. */
const SEAMS = [
  /[-_–—.\s]*\s(?=cong hoa xa hoi chu nghia)/g,
  /(?<=chu nghia viet nam)[-_–—.\s]*\s(?=doc lap)/g,
  /(?<=tu do\s*[-–—]\s*hanh phuc)[-_–—.\s]*\s(?=\S)/g,
  /\s(?=so\s*:\s*[\d/])/g,
  new RegExp(`(?<=${DATE.source})[-_–—.\\s]*\\s(?=\\S)`, 'g'),
];

/** Between number and place of issue. */
const PLACE_AND_DATE = /(?<=\/[A-Za-zÀ-\u036fḀ-ỹ\d-]+)\s+(?=\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ .-]{1,40},\s*ngày\s)/gu;

/** The type of document in capitals, and what its title begins with. */
const TYPE =
  /^\s*(KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|CHỈ THỊ|THÔNG TƯ(?: LIÊN TỊCH)?|CHƯƠNG TRÌNH|HƯỚNG DẪN|THÔNG BÁO|BÁO CÁO)\s+(?=\S)/u;

/** Before an item that follows a finished one. */
const ITEM =
  /(?<=[.;:,]["”)]*)\s+(?=(?:Căn cứ|Theo|Xét)\s\p{Lu})|(?<=[A-Za-zÀ-\u036fḀ-ỹ.;:"”)])\s+(?=[IVX]{1,5}\.\s+\p{Lu}{2})|(?<=[.;:]["”)]*|\p{Lu})\s+(?=(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-+])\s+\p{Lu})/gu;

/**
 * Where a document whose lines were all run together is to be parted: the elements of its letterhead, its type, its
 * title where that stands in capitals, and its items. Gives the stretches that lie between the parts, in order; none
 * where the text does not begin with a whole letterhead.
 */
export function runTogetherSeams(text: string): [start: number, end: number][] {
  const head = fold(text.slice(0, LETTERHEAD));
  const date = DATE.exec(head);
  if (!MOTTO.test(head) || date === null) return [];
  const seams: [number, number][] = [];
  const add = (part: string, pattern: RegExp, shift: number): void => {
    for (const match of part.matchAll(pattern)) {
      seams.push([shift + match.index, shift + match.index + match[0].length]);
    }
  };
  const headEnd = date.index + date[0].length;
  for (const seam of SEAMS) add(head.slice(0, headEnd + 40), seam, 0);
  add(text.slice(0, headEnd), PLACE_AND_DATE, 0);

  let at = headEnd;
  const type = TYPE.exec(text.slice(at, at + 60));
  if (type !== null) {
    const [whole, name = ''] = type;
    const typeEnd = at + whole.indexOf(name) + name.length;
    seams.push([typeEnd, at + whole.length]);
    at += whole.length;
    const title = /^[^\p{Ll}]+\s(?=\p{Lu}\p{Ll}|\p{Ll})/u.exec(text.slice(at, at + TITLE))?.[0];
    if (title !== undefined && title.trim().length > 8) {
      at += title.length;
      seams.push([at - (title.length - title.trimEnd().length), at]);
    }
  }
  add(text.slice(at), ITEM, at);
  return inOrder(seams);
}

function inOrder(seams: readonly [number, number][]): [number, number][] {
  const sorted = [...seams].sort((a, b) => a[0] - b[0]);
  return sorted.filter(([start], index) => index === 0 || start >= (sorted[index - 1]?.[1] ?? 0));
}
