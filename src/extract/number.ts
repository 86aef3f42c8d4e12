import { repairSymbol } from '../lexicon/document-types.ts';
import { region } from '../plan/tree.ts';
import { type Context, matchIn } from './context.ts';
import { Read } from './reading.ts';

/**
 * "Số: 53 /KH-UBND": number and symbol (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 3). The word Số may be misread,
 * the number may be missing; then there is no number.
 */
const SYMBOL = String.raw`(\d{1,5}[a-z]?)\s*(?:\/\s*(\d{3}\s?\d)\s*)?[/-]\s*((?:[A-Za-zÀ-\u036fḀ-ỹ]{1,6}\s*[-–/]\s*)?[\p{Lu}Đ][A-Za-zÀ-\u036fḀ-ỹ]{1,9}\d{0,3}(?!\d)(?:\s?[-–]\s?[\p{Lu}Đ&]{2,}[A-Za-zÀ-\u036fḀ-ỹ]*|[-–][\p{Lu}Đ]\d{1,3})*)`;
const NUMBER = new RegExp(
  String.raw`(?:^|\n|(?<=\s))(?:[SsŠ5][A-Za-zÀ-\u036fḀ-ỹ]{0,2}[6óố0]?\p{M}?\s*[:.;]?\s*)?${SYMBOL}`,
  'u',
);
/** With its word read well; a list of other documents above the letterhead has none. */
const OWN_NUMBER = new RegExp(String.raw`(?:^|\n|(?<=\s))[Ss]ố\s?:\s*${SYMBOL}`, 'u');

/** "Số: 112 KH/TĐTN", as bodies of the Party and the unions write it, without the stroke behind the number (Hướng dẫn 36-HD/VPTW). */
const BLANK_FOR_STROKE =
  /(?:^|\n|(?<=\s))[Ss]ố\s?:\s*(\d{1,5}[a-z]?)\s+(KH\s?\/\s?[\p{Lu}Đ]{2,}(?:[-–][\p{Lu}Đ]{2,})*)/u;

export function extractNumber(context: Context): Read<string> | null {
  const letterhead = region(context.tree, 'letterhead');
  const found = matchIn(context, letterhead, OWN_NUMBER) ?? matchIn(context, letterhead, NUMBER);
  if (found === null) return withStroke(matchIn(context, letterhead, BLANK_FOR_STROKE));
  const [whole, number = '', year, symbol = ''] = found.match;
  const lead = /^\s*/.exec(whole)?.[0].length ?? 0;
  const slash = /^\S*?\d[a-z]?\s*-/.test(whole.trim().replace(/^\D+/, '')) ? '-' : '/';
  const inYear = year === undefined ? '' : `/${year.replace(/\s/, '')}`;
  const value = repairSymbol(`${number}${inYear}${slash}${symbol}`);
  return new Read(value, { start: found.span.start + lead, end: found.span.end });
}

/** The stroke is none of the document's own. */
const UNWRITTEN_STROKE = 0.9;

function withStroke(found: ReturnType<typeof matchIn>): Read<string> | null {
  if (found === null) return null;
  const [whole, number = '', symbol = ''] = found.match;
  const lead = /^\s*/.exec(whole)?.[0].length ?? 0;
  const span = { start: found.span.start + lead, end: found.span.end };
  return new Read(repairSymbol(`${number}-${symbol}`), span, UNWRITTEN_STROKE);
}
