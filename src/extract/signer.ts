import { findAgencies } from '../lexicon/agency-mentions.ts';
import { isShoutedName, personName } from '../lexicon/persons.ts';
import {
  ACTING_AS,
  CAPACITY,
  IN_PLACE,
  ON_BEHALF,
  SIGNING_BODY,
  SIGNING_OFFICE,
} from '../lexicon/signing.ts';
import type { Span } from '../plan/source-text.ts';
import { region } from '../plan/tree.ts';
import { type Context, textOf } from './context.ts';
import { Read, Whole } from './reading.ts';

/** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": on whose behalf, in whose place. */
const AUTHORITY = new RegExp(`^${CAPACITY}`, 'u');
const INNER_AUTHORITY = new RegExp(String.raw`(?<=\S\s+)${CAPACITY}`, 'u');
const FOR_A_BODY = new RegExp(`^${ON_BEHALF}`, 'u');
const FOR_AN_OFFICE = new RegExp(`^${IN_PLACE}`, 'u');
/** Bodies that sign, which a narrow column breaks over two lines. */
const BODY = new RegExp(
  String.raw`^${ON_BEHALF}\s*(?:${SIGNING_BODY}|(?:ỦY|UỶ) BAN (?!NHÂN)\p{Lu}[\p{Lu}\s]+)`,
  'u',
);
const OFFICE = new RegExp(String.raw`(?<=\s)(?:PHÓ |QUYỀN )?${SIGNING_OFFICE}(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'u');
/** Words that keep their capitals inside an office: "Phó Chủ tịch UBND". */
const ABBREVIATION = /^(?:UBND|HĐND|MTTQ|BCĐ|TP)$/u;

/** "PHÓ CHỦ TỊCH", "VĂN PHÒNG UBND TỈNH", "ĐOÀN THANH TRA": an office or a body, for all that it opens as a surname does. */
function namesOffice(line: string): boolean {
  return NO_NAME.test(line) || OFFICE.test(` ${line}`) || findAgencies(line).length > 0;
}

const NO_NAME = /^(?:PHÓ|LÃNH ĐẠO|VĂN PHÒNG|ĐOÀN (?:THANH|KIỂM|CÔNG|GIÁM))(?:\s|$)/u;

interface Line extends Span {
  text: string;
}

/** Who signed, in what office and on whose behalf (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 7). */
export function extractSigner(context: Context): Whole | null {
  const lines = (region(context.tree, 'signature')?.children ?? []).flatMap((node): Line[] =>
    node.type === 'paragraph' ? [trimmedLine(context, node.span)] : [],
  );
  const named =
    lines.findLast(({ text }) => personName(text) !== null && !AUTHORITY.test(text)) ??
    lines.findLast(({ text }, index) => index > 0 && isShoutedName(text) && !namesOffice(text));
  const place = named === undefined ? null : (personName(named.text) ?? { start: 0, end: named.text.length });
  if (named === undefined || place === null) return null;
  const titles = titlesOf(
    context,
    lines.filter((line) => line !== named && isShouting(line.text)),
  );
  const own = titles.filter(({ text }) => !AUTHORITY.test(text));
  const acting = titles.filter(({ text }) => ACTING.test(text));
  return new Whole({
    name: new Read(named.text.slice(place.start, place.end), {
      start: named.start + place.start,
      end: named.start + place.end,
    }),
    position: own.length > 0 ? joined(own, sentenceCase) : joined(acting, actingOffice),
    capacity: joined(
      titles.filter(({ text }) => AUTHORITY.test(text)),
      (text) => text,
    ),
  });
}

/** The lines of capacity and office, put together where a narrow column broke them and parted where it did not. */
function titlesOf(context: Context, lines: readonly Line[]): Line[] {
  const titles: Line[] = [];
  const queue = [...lines];
  for (let line = queue.shift(); line !== undefined; line = queue.shift()) {
    const next = queue[0];
    if (
      FOR_A_BODY.test(line.text) &&
      !BODY.test(line.text) &&
      next !== undefined &&
      !AUTHORITY.test(next.text)
    ) {
      const both = spanned(context, { start: line.start, end: next.end });
      if (BODY.test(both.text)) {
        queue[0] = both;
        continue;
      }
    }
    const body = BODY.exec(line.text)?.[0].length ?? AUTHORITY.exec(line.text)?.[0].length ?? 0;
    const inner = INNER_AUTHORITY.exec(line.text)?.index;
    const office = FOR_A_BODY.test(line.text) ? OFFICE.exec(line.text.slice(body)) : null;
    const second = FOR_AN_OFFICE.test(line.text) ? /(?<=\S\s+)PHÓ\s/u.exec(line.text)?.index : undefined;
    const cut = inner ?? (office === null ? second : body + office.index);
    if (cut === undefined) titles.push(line);
    else {
      titles.push(spanned(context, { start: line.start, end: line.start + cut }));
      queue.unshift(spanned(context, { start: line.start + cut, end: line.end }));
    }
  }
  return titles;
}

function isShouting(text: string): boolean {
  return /^[\p{Lu}\s,./()-]{3,}$/u.test(text) && /\p{Lu}{2}/u.test(text);
}

function trimmedLine(context: Context, span: Span): Line {
  const lead = /^[\s*•-]*/u.exec(textOf(context.source, span))?.[0].length ?? 0;
  return spanned(context, { start: span.start + lead, end: span.end });
}

/** The line at a span, on one line and without blanks and marks behind it. */
function spanned(context: Context, span: Span): Line {
  const raw = textOf(context.source, span).replace(/[\s,;:*/–-]+$/u, '');
  return { text: raw.replace(/\s+/g, ' '), start: span.start, end: span.start + raw.length };
}

function joined(lines: readonly Line[], word: (text: string) => string): Read<string> | null {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  return new Read(lines.map(({ text }) => word(text)).join('; '), { start: first.start, end: last.end });
}

/** "Q. CHỦ TỊCH": the office of one who holds it for the time being. */
const ACTING = new RegExp(`^${ACTING_AS}`, 'u');

function actingOffice(text: string): string {
  return `Quyền ${sentenceCase(text.replace(ACTING, ''))}`;
}

function sentenceCase(text: string): string {
  const words = text.trim().split(/\s+/);
  const plain = words
    .map((word, index) => {
      if (ABBREVIATION.test(word)) return word;
      const lower = word.toLowerCase();
      // "Phó Chủ tịch": the office keeps its capital behind Phó.
      const afterDeputy = index === 1 && words[0]?.toLowerCase() === 'phó';
      return index === 0 || afterDeputy ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    })
    .join(' ');
  return withNames(plain).replace(STANDING, (_, office: string) => `${office} Thường trực`);
}

/** "Phó Chủ tịch Thường trực" */
const STANDING = /^(Phó \S+(?: \S+)?) thường trực$/u;

/** "Giám đốc Sở Nội vụ", "Chánh Văn phòng UBND tỉnh": a body's name has its own capitals. */
function withNames(position: string): string {
  const [found] = findAgencies(position);
  const name = found?.generic === false && found.start === 0 ? found.name : '';
  const at = name === '' ? -1 : position.toLowerCase().indexOf(name.toLowerCase());
  const whole = at <= 0 ? position : position.slice(0, at) + name + position.slice(at + name.length);
  return whole.replace(/^((?:Phó )?Chánh) (văn phòng|thanh tra)/u, (_, head: string, body: string) => {
    return `${head} ${body.charAt(0).toUpperCase()}${body.slice(1)}`;
  });
}
