import {
  documentTypes,
  issuerOfSymbol,
  repairSymbol,
  symbolParts,
  typeByAbbreviation,
} from '../lexicon/document-types.ts';
import { fold } from '../lexicon/fold.ts';
import { allMatches, wording } from '../lexicon/patterns.ts';
import type { Span } from '../plan/source-text.ts';
import type { PlanNode, RegionName } from '../plan/tree.ts';
import { type Context, passages, trimSpan } from './context.ts';
import { findDates } from './dates.ts';
import { Read, Whole } from './reading.ts';

/** A document cited by number, where it is mentioned. Spans are absolute. */
export interface CitationMention {
  number: Read<string>;
  type: Read<string> | null;
  issuedOn: Read<string> | null;
  issuer: Read<string> | null;
  role: 'basis' | 'reference';
  span: Span;
}

const NUMBER =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ\d/])\d{1,5}[a-z]?(?:\s?\/\s?(?:19|20)\d{2})?\s?[-/–]\s?[A-ZĐƯÐ][A-Za-zÀ-\u036fḀ-ỹ]*\d*(?:\s?[-–/&]\s?(?=[\p{Lu}])[\p{Lu}][A-Za-zÀ-\u036fḀ-ỹ\d]*)*(?:(?<=QH)-\d{2}(?!\d)|-(?![A-Za-zÀ-\u036fḀ-ỹ\d]))?/gu;

const REGIONS: readonly RegionName[] = ['preamble', 'title', 'body', 'closing', 'annex'];

/** What ends an issuer's name: the words that say what the document is about, or another document. */
const ISSUER_END =
  /\s+(?:về|v\/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|(?<!chỉ đạo )thực hiện|triển khai|(?<!an toàn )giao|công bố|thông qua|ngày|tại|khi|để|và theo|kèm theo|thay thế|bãi bỏ|nhằm|trong|phân công|kiện toàn|thành lập|thông báo|khoảng|được|đã|đến|tới|đối với|cho(?!\s+vay)|và các nguồn|(?<!Ban )chỉ đạo)(?=[\s,;.]|$)/iu;
/** Marks that end it; a comma does not where an abbreviation follows ("BHXH, BHYT thành phố"). */
const ISSUER_STOP =
  /[;.:()[\]"“”]|,(?!\s+(?!UBND\s[^.;]{0,60}?(?:ban hành|xây dựng|đề ra|triển khai)\s)\p{Lu}{3,}(?![A-Za-zÀ-\u036fḀ-ỹ]))|\s[-–]\s(?=\p{Ll})/u;

/** The citations of the plan, one for each number and role, bases first, each in the order of first mention. */
export function extractCitations(context: Context, ownNumber: string | null): Whole[] {
  const merged = new Map<string, CitationMention>();
  for (const mention of mentions(context)) {
    if (mention.number.value === ownNumber) continue;
    const key = `${mention.role} ${mention.number.value}`;
    const first = merged.get(key);
    if (first === undefined) merged.set(key, mention);
    else {
      first.type ??= mention.type;
      first.issuedOn ??= mention.issuedOn;
      first.issuer ??= mention.issuer;
    }
  }
  resolve([...merged.values()]);
  return [...merged.values()]
    .sort((a, b) => Number(a.role !== 'basis') - Number(b.role !== 'basis'))
    .map(
      ({ number, type, issuedOn, issuer, role, span }) =>
        new Whole({ number, type, issuedOn, issuer, role: new Read(role, number.span) }, span),
    );
}

/** What a bare mention leaves out is what another mention of the same number says: "Chỉ thị số 23-CT/TW" further on. */
function resolve(mentions: readonly CitationMention[]): void {
  for (const bare of mentions) {
    const full = mentions.find(
      (other) =>
        other.number.value === bare.number.value &&
        other.role !== bare.role &&
        isOneIssuer(bare.issuer?.value, other.issuer?.value) &&
        (bare.issuedOn === null || other.issuedOn === null || bare.issuedOn.value === other.issuedOn.value),
    );
    if (full === undefined) continue;
    bare.type ??= full.type;
    bare.issuedOn ??= full.issuedOn;
    bare.issuer ??= full.issuer;
  }
}

/** Bodies of two places can have given the same number: "UBND tỉnh" and "UBND huyện" are two, "UBND tỉnh Lào Cai" is the first. */
function isOneIssuer(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [shorter = '', longer = ''] = [fold(one), fold(other)].sort((a, b) => a.length - b.length);
  return longer.includes(shorter);
}

function* mentions(context: Context): Generator<CitationMention> {
  for (const name of REGIONS) {
    const role = name === 'preamble' ? 'basis' : 'reference';
    const read = passages(context, name).map(({ text, start }) => ({ text, start, role }) as const);
    const tables = context.tree.children.filter((region) => region.name === name);
    const cells = tables.flatMap(({ children }) => cellsIn(children));
    const all = cells.length === 0 ? read : [...read, ...cells].sort((a, b) => a.start - b.start);
    for (const { text, start, role: own } of all) yield* inPassage(context, text, start, own);
  }
}

/** The cells of the tables among nodes: what they cite is no basis of the plan. */
function cellsIn(nodes: readonly PlanNode[]): { text: string; start: number; role: 'reference' }[] {
  const cells: { text: string; start: number; role: 'reference' }[] = [];
  const addFrom = (from: readonly PlanNode[]): void => {
    for (const node of from) {
      if (node.type === 'section') addFrom(node.children);
      if (node.type !== 'planTable') continue;
      for (const row of node.children) {
        if (row.furniture !== undefined) continue;
        for (const { value, span } of row.children)
          cells.push({ text: value, start: span.start, role: 'reference' });
      }
    }
  };
  addFrom(nodes);
  return cells;
}

function inPassage(
  context: Context,
  text: string,
  offset: number,
  role: CitationMention['role'],
): CitationMention[] {
  const found: CitationMention[] = [];
  // Every number has a mark behind its digits.
  if (!/\d[a-z]?\s?[-/–]/.test(text)) return found;
  const matches = allMatches(NUMBER, text).filter((match) => isCitation(text, match[0], match.index));
  matches.forEach((match, index) => {
    const numberEnd = match.index + match[0].length;
    const limit = matches[index + 1]?.index ?? text.length;
    const typed = typeBefore(text, match.index) ?? lawBefore(text, match);
    const chained =
      typed === null &&
      found.length > 0 &&
      /^\s*(?:,\s*|(?:;\s*)?(?:và\s*)?)(?:số\s*)?$/u.test(
        text.slice((found.at(-1)?.span.end ?? 0) - offset, match.index),
      );
    const rest = text.slice(numberEnd, limit);
    const date = findDates(rest.slice(0, 60)).find(
      ({ kind, start }) =>
        kind === 'day' &&
        /^(?:,[\p{Lu}&]+)*[\s,]*(?:\([^()]{1,20}\)\s*)?(?:cùng\s|hồi\s\d{1,2}\s?(?:giờ|h)(?:\s?\d{2}(?:\sphút)?)?,?\s)?(?:(?:của|do)\s[^,;.]{2,40})?$/u.test(
          rest.slice(0, start),
        ),
    );
    const afterDate = date === undefined ? 0 : date.end;
    const issuer =
      issuerIn(rest, afterDate) ?? (date === undefined ? null : issuerIn(rest.slice(0, date.start), 0));
    const at = (span: Span): Span => ({
      start: span.start + offset + numberEnd,
      end: span.end + offset + numberEnd,
    });
    const numberSpan = { start: match.index + offset, end: numberEnd + offset };
    const value = repairSymbol(match[0]);
    const end = Math.max(
      numberSpan.end,
      issuer === null ? 0 : at(issuer).end,
      date === undefined ? 0 : at(date).end,
    );
    found.push({
      number: new Read(value, numberSpan),
      type:
        typed === null
          ? chained
            ? (found.at(-1)?.type ?? null)
            : impliedType(value, numberSpan)
          : new Read(typed.name, { start: typed.start + offset, end: typed.end + offset }),
      issuedOn: date === undefined ? null : new Read(date.value, at(date)),
      issuer:
        issuer === null
          ? proposer(context, text, typed?.start ?? match.index, offset)
          : new Read(issuerName(context, at(issuer)), at(issuer)),
      role,
      span: { start: typed === null ? numberSpan.start : typed.start + offset, end },
    });
  });
  if (found.length === 0) return found;
  issuersInTurn(context, text, offset, found);
  // "Nghị quyết A ngày … và Nghị quyết B ngày … của Chính phủ": the issuer at the end is everybody's.
  for (let i = found.length - 2; i >= 0; i--) {
    const here = found[i];
    const next = found[i + 1];
    if (here === undefined || next?.issuer == null || here.issuer !== null) continue;
    if (
      !areOfOthers(here.number.value, next.number.value) &&
      /^\s*(?:,|và|;|,\s*và)?\s*(?:số\s*)?$/u.test(
        text.slice(here.span.end - offset, next.span.start - offset),
      )
    )
      here.issuer = next.issuer;
  }
  bodiesTogether(context, text, offset, found);
  // "các Quyết định của Thủ tướng Chính phủ: số A …; số B …": who issued all that the colon opens.
  for (const head of LISTED.all(text)) {
    const name = head[1] ?? head[2] ?? '';
    const start = offset + head.index + head[0].indexOf(name);
    const issuer = new Read(name.replace(/\s+/g, ' '), { start, end: start + name.length });
    for (const mention of found) {
      const between = text.slice(head.index + head[0].length, Math.max(0, mention.span.start - offset));
      if (mention.span.start - offset >= head.index && !/[.](?=\s)|căn cứ/iu.test(between))
        mention.issuer ??= issuer;
    }
  }
  // "số A và số B ngày …": a number without type and date of its own shares the date behind the next.
  for (let i = found.length - 2; i >= 0; i--) {
    const here = found[i];
    const next = found[i + 1];
    if (here === undefined || next?.issuedOn == null || here.issuedOn !== null) continue;
    const untyped = next.span.start === next.number.span.start;
    const between = text.slice(here.number.span.end - offset, next.number.span.start - offset);
    const together = /cùng\s+$/u.test(text.slice(0, next.issuedOn.span.start - offset));
    if (together && /^\s*(?:,|;|và|,\s*và)\s*\p{L}[\p{L}\s]{2,40}?\ssố\s*$/u.test(between))
      here.issuedOn = next.issuedOn;
    if (untyped && /^\s*(?:,|và|,\s*và)\s*(?:số\s*)?$/u.test(between)) here.issuedOn = next.issuedOn;
  }
  return found;
}

/** "Thông tư liên tịch số 19/2015/TTLT-BGDĐT-BNV … của Bộ Giáo dục và Đào tạo, Bộ Nội vụ": all who issue it together. */
function bodiesTogether(
  context: Context,
  text: string,
  offset: number,
  found: readonly CitationMention[],
): void {
  for (const mention of found) {
    if (mention.issuer === null || !/LT/u.test(mention.number.value)) continue;
    const { start, end } = mention.issuer.span;
    const more = FURTHER_BODIES.exec(text.slice(end - offset))?.[0].length ?? 0;
    if (more === 0) continue;
    const span = { start, end: end + more };
    mention.issuer = new Read(issuerName(context, span), span);
  }
}

const FURTHER_BODIES =
  /^(?:(?:,|\s+và|\s+[-–])\s+(?:Bộ|Sở|Thanh tra|Ủy ban|Ngân hàng|Viện|Tòa án|Bảo hiểm|Công an|Cục|Hội|Ban|Liên đoàn)\s(?!trưởng)[^;.:()\d,]{3,60}?(?=,|;|\s+(?:và\s\p{Lu}|[-–]\s\p{Lu}|về|quy định|hướng dẫn|ban hành|ngày)\s?|$))+/u;

/** "Nghị quyết số 45/NQ-CP, Quyết định số 1331/QĐ-TTg của Chính phủ, Thủ tướng Chính phủ": of issuers that are listed each has the documents whose symbol it is. */
function issuersInTurn(
  context: Context,
  text: string,
  offset: number,
  found: readonly CitationMention[],
): void {
  for (const [index, { issuer: first }] of found.entries()) {
    if (first === null) continue;
    const behind = first.span.end - offset;
    const glue = /^(?:\s*,|\s+và)\s+/u.exec(text.slice(behind))?.[0].length ?? 0;
    if (glue === 0) continue;
    const end = (found[index + 1]?.span.start ?? text.length + offset) - offset;
    const name =
      /^(?:(?!\s(?:về|v\/v|ban hành|phê duyệt)\s)[^,;.:()\d])+/iu
        .exec(text.slice(behind + glue, end))?.[0]
        .trimEnd() ?? '';
    const start = offset + behind + glue;
    const span = { start, end: start + name.length };
    if (name === '') continue;
    const second = new Read(issuerName(context, span), span);
    for (let i = index; i >= 0; i--) {
      const mention = found[i];
      const next = found[i + 1];
      if (mention === undefined || (i < index && mention.issuer !== null)) break;
      const between =
        i < index && next !== undefined
          ? text.slice(mention.span.end - offset, next.span.start - offset)
          : ',';
      if (!/^\s*(?:,|;|và|,\s*và)\s*(?:số\s*)?$/u.test(between)) break;
      const own = issuerOfSymbol(mention.number.value)?.name;
      const isOf = (issuer: Read<string>): boolean => own !== undefined && issuer.value.endsWith(` ${own}`);
      // "Bộ trưởng Bộ Tài chính" signs for his ministry; the Government is not its Prime Minister.
      const whose = [first, second].find(({ value }) => value === own) ?? [first, second].find(isOf);
      if (whose !== undefined) mention.issuer = whose;
    }
  }
}

/** "Nghị quyết 201/2015/NQ-HĐND và Quyết định 18/2016/QĐ-UBND của UBND tỉnh": symbols of two bodies share no issuer. */
function areOfOthers(one: string, other: string): boolean {
  const [first, second] = [one, other].map((number) => issuerOfSymbol(number)?.code);
  return first !== undefined && second !== undefined && first !== second;
}

/** "Biểu mẫu 01/BC-TH": the number of a form. */
const FORM = /(?:biểu|mẫu)(?:\ssố)?\s*:?\s*$/iu;

/** Numbers of documents have a type or a known issuer, or the word số before them. */
function isCitation(text: string, number: string, index: number): boolean {
  if (FORM.test(text.slice(Math.max(0, index - 16), index))) return false;
  if (/^\d+\s?[-/]\s?(?:KH|QĐ|QD|NQ|CT|CTr|TB|TTr|HD|KL|BC|CV|ND|NĐ|TT)/u.test(number)) return true;
  const { type, codes } = symbolParts(number);
  if (type !== null) return true;
  return /số\s*:?\s*$/iu.test(text.slice(Math.max(0, index - 12), index))
    ? codes.length > 0
    : /\/\d{4}\/QH\d+|UBTVQH/u.test(number);
}

const LISTED = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:các\s+(?:[A-Za-zÀ-\u036fḀ-ỹ,]+\s+){1,4}?của\s+(\p{Lu}[^:;.()\d]{2,60}?)|của\s+(\p{Lu}[^:;.()\d]{2,60}?)\s+tại\s+các(?:\s+[A-Za-zÀ-\u036fḀ-ỹ,]+){1,4}?)\s*:/u,
);

let openings: string[] | undefined;

/** Whether folded text begins with a type of document. */
function opensDocument(folded: string): boolean {
  openings ??= documentTypes().map(({ name }) => `${fold(name)} `);
  return openings.some((opening) => folded.startsWith(opening));
}

let names: { name: string; folded: string }[] | undefined;

/** The names of document types as citations write them. */
function typeNames(): { name: string; folded: string }[] {
  names ??= documentTypes().flatMap(({ name, variations }) =>
    [name, ...variations].map((each) => ({ name: each, folded: fold(each) })),
  );
  return names;
}

function typeBefore(text: string, index: number): { name: string; start: number; end: number } | null {
  const from = Math.max(0, index - 90);
  const lead = /\s*(?:số\s*:?)?\s*$/iu.exec(text.slice(from, index));
  const end = lead === null ? index : from + lead.index;
  const before = fold(text.slice(Math.max(0, end - 60), end));
  let best: { name: string; start: number; end: number } | null = null;
  for (const { name, folded } of typeNames()) {
    if (
      !before.endsWith(folded) ||
      /[A-Za-zÀ-\u036fḀ-ỹ]/u.test(before.charAt(before.length - folded.length - 1))
    )
      continue;
    if (best === null || name.length > best.name.length) best = { name, start: end - name.length, end };
  }
  return best;
}

/** "Luật An toàn, vệ sinh lao động số 84/2015/QH13": between the type of a law and its number stands its name. */
function lawBefore(
  text: string,
  match: RegExpMatchArray,
): { name: string; start: number; end: number } | null {
  const index = match.index ?? 0;
  if (!/QH\d{0,2}$/u.test(match[0])) return null;
  const from = Math.max(0, index - 200);
  const clause = /[^;.\d]*$/u.exec(text.slice(from, index))?.[0] ?? '';
  const law = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(bộ luật|luật|pháp lệnh)\s+\p{Lu}/iu.exec(clause);
  if (law?.[1] === undefined || !/số\s*$/iu.test(clause)) return null;
  const start = index - clause.length + law.index;
  const name = `${law[1].charAt(0).toUpperCase()}${law[1].slice(1).toLowerCase()}`;
  return { name, start, end: start + law[1].length };
}

function impliedType(number: string, span: Span): Read<string> | null {
  const { type } = symbolParts(number);
  const name = type === null ? null : typeByAbbreviation(type);
  return name === null ? null : new Read(name, span, 0.9);
}

/** "số 33/NQ-ĐU, ngày 27/12/2017 Nghị quyết của …": the type may be said again. */
const LEAD = /^[\s,]*(?:([A-Za-zÀ-\u036fḀ-ỹ]+\s[A-Za-zÀ-\u036fḀ-ỹ]+)\s+)?(?:của|do)\s+/u;

/** Issuers whose name is over where small letters follow: "Thủ tướng Chính phủ | tăng cường phòng cháy". */
const WHOLE_ISSUER =
  /^(?:Thủ tướng Chính phủ|Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư|Văn phòng (?:Chính phủ|Tỉnh ủy|UBND tỉnh)|(?:Ban Thường vụ )?(?:Tỉnh|Thành|Huyện) ủy|(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân) (?:tỉnh|huyện|xã|phường))\s(?=\p{Ll})(?!(?:khóa|khoá|và|nhiệm|tỉnh|thành|huyện|xã|phường)(?![A-Za-zÀ-\u036fḀ-ỹ]))/u;

/** "Hội đồng nhân dân tỉnh khóa XIX, kỳ họp thứ 20", "… khóa I, nhiệm kỳ 2021 - 2026" */
const OF_TERM =
  /^(?:,\s+(?:kỳ họp(?:\s+thứ)?\s+(?:[A-Za-zÀ-\u036fḀ-ỹ\d]+)(?:\s+\([^()]{3,40}\))?|nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}))+/iu;
/** "Bộ Chính trị (khóa XII)" */
const IN_BRACKETS = /^\s\((?:khóa|khoá)\s[IVXLC\d]+\)/iu;

function isType(words: string): boolean {
  const folded = fold(words);
  return typeNames().some((type) => type.folded === folded);
}

function issuerIn(text: string, from: number): Span | null {
  const lead = LEAD.exec(text.slice(from));
  if (lead === null || (lead[1] !== undefined && !isType(lead[1]))) return null;
  const start = from + lead[0].length;
  const rest = text.slice(start);
  const conjunction = nextDocument(rest);
  const committee = committeeLength(rest.slice(0, conjunction));
  if (committee > 0) return { start, end: start + committee };
  const plain = withoutBrackets(rest);
  const stop = Math.min(
    ISSUER_END.exec(plain)?.index ?? rest.length,
    ISSUER_STOP.exec(plain)?.index ?? rest.length,
  );
  const whole = WHOLE_ISSUER.exec(plain)?.[0].trimEnd().length ?? rest.length;
  const end = start + Math.min(stop, conjunction, whole, 120);
  const name = text.slice(start, end).trimEnd();
  if (!/^(?:\p{Lu}|liên (?:Bộ|ngành)\s)/u.test(name)) return null;
  const behind = text.slice(start + name.length);
  const term = (/khóa\s\S+$|khoá\s\S+$/iu.test(name) ? OF_TERM : IN_BRACKETS).exec(behind)?.[0].length ?? 0;
  return { start, end: start + name.length + term };
}

/** "theo đề nghị của Sở Nội vụ tại Tờ trình số …": who proposes stands before the document; `until` is where that begins. */
function proposer(context: Context, text: string, until: number, offset: number): Read<string> | null {
  const from = Math.max(0, until - 140);
  const match = PROPOSED.exec(text.slice(from, until));
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || name === undefined || /\s(?:NQ|QĐ|CT|CTr|KH|KL|CV|TB|NĐ|TT|HD)$/u.test(name))
    return null;
  const start = offset + from + match.index + match[0].indexOf(name);
  const span = { start, end: start + name.length };
  return new Read(issuerName(context, span), span);
}

const PROPOSED =
  /(?:(?:đề nghị|đề xuất|kiến nghị|báo cáo|tham mưu|ý kiến|chỉ đạo) của\s+(\p{Lu}[^;.:()\d]*?)(?:\s+\([^;:()]*\))?|(?:được|và)\s+(\p{Lu}[^;.:,()\d]*?)\s+(?:phê duyệt|ban hành|giao|thông qua|công nhận))\s+\(?tại\s+(?:các\s+)?$|của\s+(\p{Lu}[^;.:,()\d]{2,60}?)\s+số\s*$/u;

/**
 * "Ban Chỉ đạo về … ban hành …": what a committee is for is part of its name where a word for the document follows; of a
 * central one ("Ban Chỉ đạo Trung ương về phòng, chống thiên tai") where the next document or the end does.
 */
function committeeLength(text: string): number {
  const head =
    /^(?:Tổ giúp việc |Văn phòng |Cơ quan thường trực )?(?:Ban [Cc]hỉ đạo|Ban [Cc]hỉ huy|Hội đồng|Tổ công tác)(?:\s+liên ngành)?(?<central>\s+(?:Trung ương|[Qq]uốc gia))?(?:\s+(?:tỉnh|thành phố|cấp tỉnh))?\s+về\s+/u.exec(
      text,
    );
  if (head === null) return 0;
  const rest = text.slice(head[0].length, 260);
  const end = /\s+(?:ban hành|thông báo|phê duyệt|hướng dẫn|về|kết luận|công bố)\s/u.exec(rest);
  if (end !== null && !/[;.:()[]/u.test(rest.slice(0, end.index))) return head[0].length + end.index;
  const over =
    head.groups?.central === undefined ? null : /^[^;.:()[\]\d]{4,80}?(?=\s*(?:[;.]|$))/u.exec(rest);
  return over === null ? 0 : head[0].length + over[0].length;
}

/** "Bộ Văn hóa, Thể thao và Du lịch": fields of one body. */
const NAME_WITH_COMMA = wording(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:Bộ|Sở|Phòng|Ban|Ủy ban|Uỷ ban|Cục|Tổng cục)\s[^.;:(),]{2,40}(?:,\s\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?)+\svà\s(?=\p{Lu}\p{Ll})/u,
);

/** An abbreviation in brackets belongs to a name: "Ủy ban nhân dân (UBND) thành phố". The length stays the same. */
function withoutBrackets(text: string): string {
  const plain = text
    .replace(/\((?:\p{Lu}+)\)/gu, (part) => 'x'.repeat(part.length))
    // "Ban Chỉ đạo phòng, chống dịch bệnh tỉnh": one work.
    .replace(/(?<=^(?:Ban|Hội đồng|Tổ)\s[^,;.]{0,60}[Pp]hòng),(?=\s[Cc]hống\s)/u, 'x');
  const name = NAME_WITH_COMMA.exec(plain);
  if (name === null) return plain;
  const end = name.index + name[0].length;
  return plain.slice(0, name.index) + name[0].replaceAll(',', 'x') + plain.slice(end);
}

/** "NQ số 57-NQ/TW": the type by its abbreviation. */
const SHORT_TYPE = /^(?:NQ|QĐ|CT|CTr|KH|KL|CV|TB|NĐ|TT|HD)\s(?:số\s*:?\s*)?(?:\d|$)/u;

/** Where " và Nghị quyết …" begins another document. */
function nextDocument(text: string): number {
  for (const match of text.matchAll(/\s+(?:và|cùng)\s+(?:các\s+)?/gu)) {
    const next = fold(text.slice(match.index + match[0].length, match.index + match[0].length + 40));
    const short = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (SHORT_TYPE.test(short)) return match.index;
    if (next.startsWith('so ') && /\d/.test(next)) return match.index;
    if (opensDocument(next)) return match.index;
  }
  return text.length;
}

function issuerName(context: Context, span: Span): string {
  const { start, end } = trimSpan(context.source, span);
  return context.source.text.slice(start, end).replace(/\s+/g, ' ');
}
