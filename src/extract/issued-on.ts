import { findProvince } from '../lexicon/places.ts';
import { region } from '../plan/tree.ts';
import { type Context, matchIn } from './context.ts';
import { readDay } from './dates.ts';
import { Read } from './reading.ts';

/** "Cần Thơ, ngày 27 tháng 8 năm 2025": place and time of issue (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 4). */
const PLACE_AND_DATE =
  /(?:^|\n|\s)((?:(?:TP|Tp|T\.P|tp)\.?\s*)?\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ\d .'-]{1,40}?)\s*,\s*(ng(?:[A-Za-zÀ-\u036fḀ-ỹ]{1,2}|\s[A-Za-zÀ-\u036fḀ-ỹ]{2})\s*(\d ?\d?)\s*(?:tháng|[/.-])\s*(\d ?\d?)\s*(?:năm|[/.-])\s*((?:19|20) ?\d ?\d))/u;
/** "Cần Thơ ngày 27 tháng 8 năm 2025", "Cần Thơ, Ngày …": on a line of its own, without the comma or with a capital. */
const PLACE_ALONE =
  /(?:^|\n)[*_\s]*((?:(?:TP|Tp|T\.P|tp)\.?\s*)?\p{Lu}\p{Ll}[A-Za-zÀ-\u036fḀ-ỹ '-]{1,30}?)\s*,?\s+[Nn]gày\s+\d{1,2}\s*(?:tháng|[/.-])\s*\d{1,2}\s*(?:năm|[/.-])/u;
const DATE_ONLY = /(ngày\s*(\d ?\d?)\s*(?:tháng|[/.-])\s*(\d ?\d?)\s*(?:năm|[/.-])\s*((?:19|20) ?\d ?\d))/iu;
/** "Triệu Phong, ngày     tháng 9 năm 2026": a draft, whose day is still to be filled in, or whose month too. */
const PLACE_AND_BLANK =
  /(?:^|\n|\s)((?:(?:TP|Tp|T\.P|tp)\.?\s*)?\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ\d .'-]{1,40}?)\s*,\s*(ngày[\s._…-]*(?:\d{1,2}\s+)?tháng[\s._…-]*(\d{0,2})[\s._…-]*năm(?![A-Za-zÀ-\u036fḀ-ỹ])(?:[\s._…-]*((?:19|20)\d{2}))?)/u;
const DATE_LINE =
  /ng[A-Za-zÀ-\u036fḀ-ỹ]{1,2}\s+[^\n]{0,20}th[A-Za-zÀ-\u036fḀ-ỹ]{2,3}\s+[^\n]{0,20}n[A-Za-zÀ-\u036fḀ-ỹ]{2}[^\n]*/iu;

export function extractIssuedOn(context: Context): Read<string> | null {
  const letterhead = region(context.tree, 'letterhead');
  const found = matchIn(context, letterhead, PLACE_AND_DATE);
  if (found !== null) {
    const [, , date = '', day = '', month = '', year = ''] = found.match;
    const value = dayOf(day, month, year);
    return value === null
      ? null
      : new Read(value, { start: found.span.end - date.length, end: found.span.end });
  }
  const bare = matchIn(context, letterhead, DATE_ONLY);
  if (bare === null) return monthIssued(context);
  const value = dayOf(bare.match[2] ?? '', bare.match[3] ?? '', bare.match[4] ?? '');
  return value === null ? null : new Read(value, bare.span);
}

/** The month of a draft that leaves out its day; null where it has none either. */
function monthIssued(context: Context): Read<string> | null {
  const found = matchIn(context, region(context.tree, 'letterhead'), PLACE_AND_BLANK);
  const [, , date = '', month = '', year] = found?.match ?? [];
  if (found === null || year === undefined || !/^(?:0?[1-9]|1[0-2])$/.test(month)) return null;
  const { end } = found.span;
  return new Read(`${year}-${month.padStart(2, '0')}`, { start: end - date.length, end });
}

/** Converters leave blanks between digits of fields that were filled in by hand: "ngày 0 1 tháng 0 7 năm 20 18". */
function dayOf(day: string, month: string, year: string): string | null {
  const [d = '', m = '', y = ''] = [day, month, year].map((digits) => digits.replaceAll(' ', ''));
  return readDay(d, m, y);
}

const TYPE_OF_PLACE = /^(?:(?:TP|Tp|T\.P|tp)\.?\s*|(?:Thành phố|Tỉnh|Huyện|Xã|Phường)\s+)/u;

/** The place before the date, without its type of place. */
export function extractIssuedAt(context: Context): Read<string> | null {
  const letterhead = region(context.tree, 'letterhead');
  const found =
    matchIn(context, letterhead, PLACE_AND_DATE) ??
    matchIn(context, letterhead, PLACE_AND_BLANK) ??
    matchIn(context, letterhead, PLACE_ALONE);
  if (found === null) return null;
  const [whole, place = ''] = found.match;
  const name = place
    .replace(/^.*\p{Lu}{2,}\s+(?=\p{Lu}\p{Ll})/u, '')
    .replace(TYPE_OF_PLACE, '')
    .trim();
  const start = found.span.start + whole.indexOf(place) + place.lastIndexOf(name);
  const end = start + name.length;
  // "Thành phố Hồ Chí" + "Minh, ngày …": a name broken over two lines.
  const head = /(\p{Lu}\p{Ll}[A-Za-zÀ-\u036fḀ-ỹ ]*)\n$/u.exec(
    context.source.text.slice(Math.max(0, start - 60), start),
  )?.[1];
  const joined = head === undefined ? '' : `${head.replace(TYPE_OF_PLACE, '')} ${name}`;
  return head !== undefined && findProvince(joined, null) !== null && findProvince(name, null) === null
    ? new Read(joined, { start: start - 1 - head.replace(TYPE_OF_PLACE, '').length, end })
    : new Read(name, { start, end });
}

/** What stands in the place of the date where it can't be read as one. */
export function unreadDate(context: Context): string | null {
  return matchIn(context, region(context.tree, 'letterhead'), DATE_LINE)?.match[0].trim() ?? null;
}
