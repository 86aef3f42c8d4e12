import { fold } from '../lexicon/fold.ts';
import { targetLexicon } from '../lexicon/targets.ts';
import { scaled } from './targets/cell-figures.ts';

const IN_BRACKETS = /[([]\s*((?:ĐVT|Đơn vị(?: tính)?)\s*:?|)\s*([^()[\]]{1,24}?)\s*[)\]]/gu;

/** The unit in the label of a column or row: in brackets, or as the share or the count that the label names. */
export function unitInLabel(label: string): string | null {
  const brackets = bracketed(label);
  if (brackets?.last === true) return brackets.unit;
  const [share, counted] = [label.search(SHARE), countedIn(label)];
  // "Chỉ tiêu năm 2025 (người) Tỷ lệ": what stands below a heading of several columns is nearer.
  if (brackets !== null && brackets.at > Math.max(share, counted?.at ?? -1)) return brackets.unit;
  if (share >= 0 && share > (counted?.at ?? -1)) return '%';
  return counted?.unit ?? (share >= 0 ? '%' : unitAtEnd(label));
}

/** "Diện tích rừng trồng, ha", "Sản lượng - tấn": a measure that ends a label. */
function unitAtEnd(label: string): string | null {
  const written = /(?:,|\s[-–])\s+([^\s,]+(?:\s[^\s,]+){0,2})$/u.exec(label)?.[1] ?? '';
  const measures =
    written !== '' &&
    isKnownUnit(written) &&
    (isSize(scaled(written).unit ?? '') || /^[%‰]$|đồng$/u.test(written));
  return measures ? written : null;
}

/** The last unit in brackets; before the end of a label only one that is known to be a unit. */
function bracketed(label: string): { unit: string; at: number; last: boolean } | null {
  for (const match of [...label.matchAll(IN_BRACKETS)].reverse()) {
    const [whole, named, written = ''] = match;
    const last = label.slice(match.index + whole.length).trim() === '';
    const told = last && (named !== '' || isUnitLike(written) || isShortUnit(label, written));
    if (told || isKnownUnit(written))
      return { unit: unitMeant(uncapitalised(written)), at: match.index, last };
  }
  return null;
}

/** Words in small letters that may be a unit: "nghìn cây", "1.000 m3", "bác sĩ/10.000 dân". */
function isUnitLike(written: string): boolean {
  const words = written.replace(/^1\.?000\s*|(?<=m)[23](?!\d)|(?<=\/)1(?:0{1,2})?(?:\.?000)*(?=\s)/gu, '');
  return /^(?:[%‰]|[\p{Ll}\s²³/.]{1,20})$/u.test(words) && !targetLexicon().isNoUnit(words);
}

/** A unit of the lexicon or of money, in any letters, whole or so many thousands of it. */
export function isKnownUnit(written: string): boolean {
  if (/^[%‰]$/.test(written)) return true;
  const { unit } = scaled(written);
  if (unit === null) return false;
  const hit = targetLexicon().units.find(unit)[0];
  return /^(?:đồng|USD|VNĐ)$/iu.test(unit) || (hit?.start === 0 && hit.end === unit.length);
}

/** "Triệu đồng" as "triệu đồng", and MW as it is. */
function uncapitalised(written: string): string {
  return /^\p{Lu}\p{Ll}*(?![A-Za-zÀ-\u036fḀ-ỹ])/u.test(written) && !/^\p{Lu}$/u.test(written)
    ? written.charAt(0).toLowerCase() + written.slice(1)
    : written;
}

/** "Sản phẩm mới (SP)": the first letters of a unit that the label begins with. */
function isShortUnit(label: string, written: string): boolean {
  const unit = targetLexicon().units.find(label)[0];
  const initials =
    unit?.start === 0
      ? [...unit.phrase.matchAll(/(?<![A-Za-zÀ-\u036fḀ-ỹ])[A-Za-zÀ-\u036fḀ-ỹ]/gu)].join('')
      : '';
  return initials.length > 1 && initials.toUpperCase() === written;
}

/** A unit as written; where its letters alone are a known unit's, as marks put back wrongly leave them, that one. */
function unitMeant(written: string): string {
  const { units } = targetLexicon();
  if (units.find(written).length > 0) return written;
  const folded = fold(written);
  const hit = units.find(folded)[0];
  return hit?.start === 0 && hit.end === folded.length ? hit.phrase : written;
}

/** The last mention of a share. */
const SHARE = /(?:%|tỷ lệ|tỉ lệ)(?!.*(?:%|tỷ lệ|tỉ lệ))/isu;

/** "Số hộ", "Tổng số người tham gia …": the last thing that a label says is counted, and where it says so. */
function countedIn(label: string): { unit: string; at: number } | null {
  const count = [...label.matchAll(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<!mã )số\s+/giu)].at(-1);
  if (count === undefined) return null;
  const rest = label.slice(count.index + count[0].length);
  const hit = targetLexicon().units.find(rest)[0];
  return hit?.start === 0 ? { unit: hit.entry.people ? 'người' : hit.entry.unit, at: count.index } : null;
}

/** "Học viên": the unit that a label itself is; those who are counted are so many people. */
export function unitNamed(label: string): string | null {
  const hit = targetLexicon().units.find(label)[0];
  return hit?.start === 0 && hit.end === label.length ? (hit.entry.people ? 'người' : hit.entry.unit) : null;
}

/** "Tổ hợp tác thành lập mới", "Tuyến đường đạt chuẩn": the unit that a label opens with, where what follows says that there are more of them or what they are to do. */
export function unitOpening(label: string): string | null {
  // "Lượt bạn đọc tại cơ sở": so many times.
  if (/^lượt\s/iu.test(label)) return 'lượt';
  // "Tổ cộng đồng thành lập mới": whatever is founded new is counted.
  const founded = FOUNDED.exec(label)?.[0].toLowerCase();
  if (founded !== undefined) return founded;
  const hit = targetLexicon().units.find(label)[0];
  if (hit?.start !== 0 || hit.entry.size) return null;
  const rest = label.slice(hit.end);
  if (DO_SOMETHING.test(rest)) return hit.entry.people ? 'người' : hit.entry.unit;
  return MORE_OF_THEM.test(rest) ? hit.entry.unit : null;
}

const FOUNDED =
  /^(?!(?:Số|Tổng|Diện tích|Tỷ lệ|Tỉ lệ|Kinh phí|Vốn)\s)\p{Lu}\p{Ll}+(?:\s\p{Ll}+){1,3}?(?=\s(?:được\s)?(?:thành lập|hình thành|lập)\smới(?:\s(?:trong )?năm\s\d{4})?$)/u;

/** "Tuyến đường đạt chuẩn văn minh", "Trường học triển khai …": those that are to be or to do something. */
const DO_SOMETHING =
  /^(?:\s\p{Ll}+){0,3}?\s(?:đạt|được|ký|tham gia|triển khai|thực hiện|áp dụng|đăng ký|duy trì|hoàn thành|tổ chức)\s/u;

const MORE_OF_THEM =
  /^(?:\s\p{Ll}+){0,3}?\s(?:(?:được\s)?(?:thành lập|phát triển|kết nạp|xây dựng|tuyển|hình thành|cấp|lập)(?:\s(?:mới|thêm))?|tăng thêm|tăng mới|mới|bổ sung)(?:\s(?:trong )?năm\s\d{4})?$/iu;

/** Whether a unit measures a size (ha, m3), and does not count. */
export function isSize(unit: string): boolean {
  const hit = targetLexicon().units.find(unit)[0];
  return hit?.entry.size === true && hit.start === 0;
}

/** Whether a unit is of things that are counted one by one. */
export function isCounted(unit: string): boolean {
  const words = uncapitalised(unit);
  const hit = targetLexicon().units.find(words)[0];
  return hit?.entry.size === false && hit.start === 0 && hit.end === words.length && words !== '';
}
