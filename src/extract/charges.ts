import { type AgencyMention, AgencyReader } from '../lexicon/agency-mentions.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { ending } from '../lexicon/patterns.ts';
import type { Span } from '../plan/source-text.ts';
import {
  branchPlaceLength,
  companyLength,
  endOfName,
  GLUE,
  LIST_LENGTH,
  listedFieldsEnd,
} from './partners.ts';

/** A body that a sentence charges with a duty. Offsets are into the sentence. */
export interface Charge {
  name: Span;
  /** Where the words begin that say what the body is to do. */
  duty: number;
}

/** What comes before the body in a sentence such as "Căn cứ Kế hoạch này, Giám đốc các Sở … xây dựng …" is not longer. */
const PRELUDE_LENGTH = 260;

/** The body that is the subject of a sentence, behind "Giao", "Đề nghị" or a phrase that opens it; null where there is none. */
export function chargeIn(sentence: string): Charge | null {
  const lexicon = organisationLexicon();
  const text = sentence.slice(0, PRELUDE_LENGTH + LIST_LENGTH);
  if (LABEL.test(text)) return null;
  const opener = lexicon.openerLength(text);
  const bodies = AgencyReader.of(text);
  const company = Math.max(companyLength(text.slice(opener)), lexicon.namedBodyLength(text.slice(opener)));
  if (company > 0 && lexicon.dutyIndex(text.slice(opener + company).trimStart()) === 0)
    return chargeAt(text, opener, bodies);
  if (bodies.at(opener) !== undefined) return chargeAt(text, opener, bodies);
  // "Giao Trạm Thủy nông huyện vận hành …": a body that no list knows is one where it is charged by its name.
  const isNamed = opener > 0 ? /^\p{Lu}/u : /^\p{Lu}\p{Ll}*(?:\s\p{Ll}+){0,2}\s\p{Lu}\p{Ll}/u;
  if (isNamed.test(text.slice(opener)) && describedEnd(text, opener) > opener) {
    const charge = chargeAt(text, opener, bodies);
    const rule = BY_RULE.exec(text.slice(charge.duty))?.[0].length ?? 0;
    if (lexicon.dutyIndex(text.slice(charge.duty + rule)) === 0) return charge;
  }
  const general = generalEnd(text, opener);
  if (general > opener && lexicon.dutyIndex(text.slice(general).trimStart()) === 0) {
    return { name: { start: opener, end: general }, duty: general + 1 };
  }
  if (!lexicon.isPrelude(text)) return null;
  for (const comma of text.slice(0, PRELUDE_LENGTH).matchAll(/,\s+/gu)) {
    const behind = comma.index + comma[0].length;
    const start = behind + lexicon.openerLength(text.slice(behind));
    if (bodies.at(start) === undefined) continue;
    const charge = chargeAt(text, start, bodies);
    if (lexicon.dutyIndex(text.slice(charge.duty)) === 0) return charge;
  }
  return null;
}

/** "Cơ quan chủ trì: Sở Tư pháp" charges nobody by its first words. */
const LABEL =
  /^(?:cơ quan|đơn vị|bộ phận)\s(?:chủ trì|phối hợp|thực hiện|tham mưu)(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,2}\s*:/iu;

/** "Hội, hiệp hội xã hội nghề nghiệp chủ động …": the end of a general noun that begins a sentence, `from` where none does. */
function generalEnd(text: string, from: number): number {
  const rest = text.slice(from);
  if (!/^\p{Lu}/u.test(rest)) return from;
  const lexicon = organisationLexicon();
  const first = Math.max(lexicon.bodyLength(rest), lexicon.bodyOfFieldLength(rest));
  return first === 0 ? from : nameEnd(text, from, AgencyReader.of(text));
}

function chargeAt(text: string, start: number, bodies: AgencyReader): Charge {
  const end = nameEnd(text, start, bodies);
  const lead = /^[\s,:]*(?:(?:có|chịu) trách nhiệm)?[\s:]*/iu.exec(text.slice(end))?.[0].length ?? 0;
  return { name: { start, end }, duty: end + lead };
}

/** Where a list of bodies ends: those the lexicon knows, and others that begin as a body's name does. */
function nameEnd(text: string, start: number, bodies: AgencyReader): number {
  const lexicon = organisationLexicon();
  let at = start;
  for (;;) {
    const known = bodies.at(at);
    const described = Math.max(
      at + lexicon.bodyOfFieldLength(text.slice(at)),
      at + lexicon.bodyLength(text.slice(at)),
    );
    const named = Math.max(known === undefined ? describedEnd(text, at) : knownEnd(text, known), described);
    const listed = at + lexicon.namedBodyLength(text.slice(at));
    const end = Math.max(
      named + ownWords(text, named),
      listed > at ? listed + ownWords(text, listed) : at,
      at + companyLength(text.slice(at)),
      at + listedFieldsEnd(text.slice(at)),
    );
    const glue = GLUE.exec(text.slice(end))?.[0].length ?? 0;
    if (glue === 0) return end;
    const next = end + glue;
    if (lexicon.dutyIndex(text.slice(next)) === 0) return end;
    if (
      bodies.at(next) === undefined &&
      lexicon.namedBodyLength(text.slice(next)) === 0 &&
      describedEnd(text, next) === next &&
      lexicon.bodyOfFieldLength(text.slice(next)) === 0 &&
      lexicon.bodyLength(text.slice(next)) === 0
    )
      return end;
    at = next;
  }
}

/** The end of a known name with the field of a general noun, what closes one, and the place of a branch. */
function knownEnd(text: string, { start, end, generic }: AgencyMention): number {
  const lexicon = organisationLexicon();
  const noun = text.slice(start, end);
  const several = generic || /^(?:các|những)\s/iu.test(noun);
  const field = several ? end + lexicon.fieldLength(noun, text.slice(end)) : end;
  const tail = generic ? field + lexicon.tailLength(text.slice(field)) : field;
  return tail + branchPlaceLength(text.slice(start, tail), text.slice(tail));
}

/** The end of a body's name that the lexicon doesn't know, `from` where none begins there. */
function describedEnd(text: string, from: number): number {
  // "Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” tỉnh"
  const rest = text.slice(from, from + 120).replace(QUOTED, (words) => 'x'.repeat(words.length));
  const lexicon = organisationLexicon();
  if (!lexicon.beginsAsBody(rest)) return from;
  const work = OF_WORK.exec(rest)?.[0].length ?? 0;
  const first = lexicon.dutyIndex(rest.slice(work));
  const duty = first < 0 ? first : work + first;
  const clause = duty < 0 ? rest : rest.slice(0, duty);
  const rule = clause.search(RULE);
  const words = rule < 0 ? clause : clause.slice(0, rule);
  const stop = endOfName(words);
  return (
    from +
    (stop >= 0 ? words.slice(0, stop).trimEnd().length : duty < 0 && rule < 0 ? 0 : words.trimEnd().length)
  );
}

const QUOTED = /[“"][^“”"]{3,80}[”"]/gu;

/** "Các thành viên Tổ công tác theo địa bàn được phân công kiểm tra …": what a body goes by stands between its name and what it does. */
const RULE = /\s(?:theo|căn cứ)\s/u;
const BY_RULE =
  /^(?:theo|căn cứ)\s[^;:]{4,160}?\s(?=(?:trực tiếp|chủ động|có trách nhiệm|chịu trách nhiệm|chủ trì|kiểm tra|chỉ đạo|theo dõi|đôn đốc|tổ chức|xây dựng|thực hiện|triển khai)\s)/u;

/** "Tổ thẩm định", "Đoàn kiểm tra liên ngành": bodies that have their name of what they do, in small letters. */
const OF_WORK =
  /^(?:(?:Tổ|Đội|Hội đồng|Ban)\s(?:thẩm định|giám sát|kiểm tra|tuyên truyền|hướng dẫn|vận động|hỗ trợ|tư vấn|xử lý|quản lý|thu gom|điều phối|tổ chức|hòa giải|nghiệm thu|đánh giá|chỉ đạo|điều hành)|Đoàn\s(?:kiểm tra|giám sát|thanh tra|công tác))(?=\s)/u;

/** A name goes on in a number, in a bracket, in capitals, or in words that say whose the body is, up to what it does. */
function ownWords(text: string, from: number): number {
  const rest = text.slice(from, from + 110);
  const purpose = NAMED_AFTER_WORK.test(text.slice(0, from)) ? (UP_TO_LEVEL.exec(rest)?.[0].length ?? 0) : 0;
  if (purpose > 0 && organisationLexicon().dutyIndex(rest.slice(purpose).trimStart()) === 0) return purpose;
  const bracket =
    /^(?:\s+(?:[IVXL]+|\d{1,2})(?![A-Za-zÀ-\u036fḀ-ỹ\d]))?(?:\s*\([^()]{1,80}\)(?:\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?=\s\p{Ll}))?)?/u.exec(
      rest,
    )?.[0].length ?? 0;
  const words = rest.slice(bracket);
  if (!/^\s+(?:\p{Lu}|(?:thuộc|của|trên địa bàn|trực thuộc|nêu trên)\s)/u.test(words)) return bracket;
  const duty = organisationLexicon().dutyIndex(words);
  if (duty <= 0 || /[,;.:]/u.test(words.slice(0, duty))) return bracket;
  return bracket + words.slice(0, duty).trimEnd().length;
}

/** "Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh phân bổ …": a body named after what it does, up to its level. */
const NAMED_AFTER_WORK = ending(
  /(?:Ban Chỉ đạo(?: phòng, chống)?|Ban Vận động|Ban Tổ chức|Hội đồng|Tổ công tác)$/u,
);
const UP_TO_LEVEL =
  /^\s(?:\p{Ll}|Phong trào\s)[^.;:]{5,80}?(?<!(?:các|cấp|toàn|của|địa bàn|UBND|trong|tại|và)\s)(?:tỉnh|thành phố|huyện|thị xã|quận|xã(?!\s(?:hội|viên)(?![A-Za-zÀ-\u036fḀ-ỹ]))|phường)(?=\s\p{Ll})/u;
