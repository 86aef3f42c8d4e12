import { AgencyReader } from '../lexicon/agency-mentions.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { allMatches, ending } from '../lexicon/patterns.ts';
import type { Span } from '../plan/source-text.ts';
import { chargeIn } from './charges.ts';
import { partnersIn } from './partners.ts';
import { DUTY } from './rhythms.ts';
import type { Hit } from './time-hit.ts';

/** Nothing but what is due then stands in brackets between two times of one duty: "trước ngày 15/6 (báo cáo 6 tháng), trước ngày …". */
const TOGETHER = /^[\s,;]*(?:\((?!\s*từ\s)[^()\d;]*(?:\d+ tháng[^()\d;]*)?\))?[\s,;]*(?:và\s*)?$/u;

/** Where the times begin that are named together with a hit. */
export function startOfGroup(text: string, hits: readonly Hit[], index: number): number {
  let start = hits[index]?.start ?? 0;
  for (let i = index - 1; i >= 0; i--) {
    const before = hits[i];
    const between = text.slice(before?.end ?? start, start);
    if (before === undefined || !TOGETHER.test(between)) break;
    // "… hằng tháng; chậm nhất ngày 30/6 gửi báo cáo": what another is due by.
    if (between.includes(';') && OWN_DUTY.test(text.slice(hits[i + 1]?.end ?? start))) break;
    start = before.start;
  }
  return start;
}

/** Where the days end that are named together with a hit: "ngày 01/6 và 15/11 hằng năm". */
export function endOfGroup(text: string, hits: readonly Hit[], index: number): number {
  let end = hits[index]?.end ?? 0;
  for (const next of hits.slice(index + 1)) {
    const between = text.slice(end - 1, next.start);
    const day = /^\S\s+và\s+$/u.test(between) && /^(?:trước|chậm nhất|ngày)\s/iu.test(text.slice(next.start));
    if (!day && !/(?:[\dIV]\s*và|[IV]\s*,|\)\s*(?:,|;|và|,\s*và))\s*$/u.test(between)) break;
    end = next.end;
  }
  return end;
}

/** An action ends where the next time begins, unless both are named together. */
export function endOfAction(text: string, hits: readonly Hit[], index: number): number {
  let end = hits[index]?.end ?? 0;
  for (const next of hits.slice(index + 1)) {
    const named = TOGETHER.test(text.slice(end, next.start));
    const own = NEXT.exec(text.slice(end, next.start))?.[0].length;
    if (
      !named &&
      (next.start - end >= 25 || (own !== undefined && VERB.exec(text.slice(end + own))?.index === 0))
    )
      return next.start;
    if (named) end = next.end;
  }
  return text.length;
}

/** What stands before the next thing that is due at a time of its own: "sơ kết trước ngày …, tổng kết trước ngày …". */
const NEXT = /^\s*(?:\([^()]*\)\s*)?(?:,|;|,?\s*và)\s+/u;

/**
 * What is due: the words behind the time up to the end of the clause, or where none follow, those before it. No action
 * begins before `floor`, the end of the last time that has its own before it. `isCharged` says
 * that the deadline has the body that it is put on.
 */
export function actionOf(
  text: string,
  group: number,
  from: number,
  next: number,
  floor: number,
  isCharged: boolean,
): Span | null {
  const bracketed = PERIODS_IN_BRACKETS.test(text.slice(0, group))
    ? /^[^()]*\)/u.exec(text.slice(from))
    : null;
  const behind = bracketed === null ? from : from + bracketed[0].length;
  const rest = text.slice(behind, Math.min(next, behind + REACH));
  const lead = LEAD.exec(rest)?.[0].length ?? 0;
  // A body that the duty is not put on by name is told with it.
  const subject = lead + (isCharged ? subjectLength(rest.slice(lead)) : 0);
  const grounds = subject + preludeLength(rest.slice(subject));
  const skipped = grounds + togetherLength(rest.slice(grounds));
  const words = rest.slice(skipped);
  const stop = stopOf(words);
  const open =
    stop === undefined && next < text.length ? words.replace(/[\s,]*(?:và(?!\s\p{Lu})[^,;]*)?$/u, '') : words;
  const length = stop ?? open.length;
  if (
    !isChained(text, group, from, next, floor) &&
    !isSaidBefore(text, group, from, floor) &&
    !(ASSURED.test(rest) && !OPENS_CLAUSE.test(text.slice(floor, group))) &&
    /^[A-Za-zÀ-\u036fḀ-ỹ\d]/u.test(words) &&
    length > 8 &&
    !/^(?:(?:và|cho|để|của|theo|trên|về|qua|thông qua|trong đó|tại|ở|với|cùng|đối với)(?:\s|:)|(?:linh hoạt|kịp thời|làm cơ sở|làm căn cứ)[\s,])/iu.test(
      words,
    )
  ) {
    return { start: behind + skipped, end: behind + skipped + length };
  }
  const unsaid = floor + (/^[\s,;)]*(?:và\s+)?/iu.exec(text.slice(floor, group))?.[0].length ?? 0);
  const opening = Math.max(floor > 0 ? unsaid : 0, group - REACH);
  const done = DONE.exec(text.slice(opening, group))?.[0].length ?? 0;
  const bracket = BRACKET.exec(text.slice(opening, group - done))?.[0].length ?? 0;
  const least = LEAST.exec(text.slice(opening, group - done - bracket))?.[0].length ?? 0;
  const end = group - done - bracket - least;
  // A bracket has colons and stops of its own.
  const head = text.slice(opening, end).replace(/\([^()]*\)/gu, (inner) => '·'.repeat(inner.length));
  const ends = (pattern: RegExp): number[] =>
    allMatches(pattern, head).map((match) => match.index + match[0].length);
  const sentence = Math.max(
    ends(/[;:]\s|(?<!\.)\.\s|,\s+đồng thời\s+|định kỳ(?<=\sđịnh kỳ)\s+(?=\p{Ll})/gu).at(-1) ?? 0,
    requestIn(head),
  );
  const inner = openBracket(head, sentence);
  const clause = inner ?? sentence + (chargeIn(head.slice(sentence))?.duty ?? 0);
  const commas = ends(/,\s+/gu).filter((at) => at > clause);
  const together = WITH_OTHERS.test(head.slice(clause))
    ? clause + (partnersIn(head.slice(clause)).at(-1)?.end ?? 0)
    : 0;
  const verbs = commas.filter((at, index) => {
    // Of those it is done with none does what is due.
    if (at < together) return false;
    const before = head.slice(commas[index - 1] ?? clause, at);
    // "tham mưu, đề xuất …" is one thing to do.
    return (
      head.length - at > 8 &&
      !COORDINATED.test(head.slice(clause, at)) &&
      !BECOMES.test(head.slice(clause, at)) &&
      !(done > 0 && WITH_OTHERS.test(head.slice(clause, at))) &&
      !(PLANNED.test(head.slice(clause, at)) && /^(?:giao|gửi)\s/iu.test(head.slice(at))) &&
      (DUTY.test(head.slice(at)) || ALSO_DONE.test(head.slice(at))) &&
      !isBodyAlone(head.slice(at)) &&
      before.trim().split(/\s+/).length > 3
    );
  });
  const begun = verbs.at(-1) ?? clause;
  const clauseStart =
    begun + ((CASE.exec(head.slice(begun)) ?? EACH_TIME.exec(head.slice(begun)))?.[0].length ?? 0);
  const actors = actorsLength(head.slice(clauseStart));
  const start = opening + clauseStart + actors + charged(head.slice(clauseStart + actors));
  return end - start > 4 && !STRIVES.test(text.slice(start, end)) ? { start, end } : null;
}

/** "Định kỳ (tháng, quý, năm) báo cáo …": rhythms in a bracket of their own. */
const PERIODS_IN_BRACKETS = ending(/định kỳ\s*\(\s*$/iu);

/** "Phấn đấu đến ngày 30/11/2026:": that something is striven for says nothing of what is due. */
const STRIVES = /^\s*(?:phấn đấu|mục tiêu|chỉ tiêu|yêu cầu)\s*$/iu;

/** "Trên đây là Kế hoạch …, UBND tỉnh yêu cầu các sở báo cáo …": where a closing sentence begins to ask, 0 for another. */
function requestIn(head: string): number {
  return head.startsWith('Trên đây là') ? (REQUEST.exec(head)?.[0].length ?? 0) : 0;
}

const REQUEST =
  /^[^;:]*,\s+(?:(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s[^,;:]{2,40}?\s)?(?=(?:yêu cầu|đề nghị)\s)/u;

/** "…, đánh giá kết quả hằng năm, bảo đảm hoàn thành …": what is assured by a duty whose time closes its clause. */
const ASSURED = /^\s*,\s*(?:bảo đảm|đảm bảo|có)\s/iu;
/** Up to where nothing of a clause stands yet. */
const OPENS_CLAUSE = ending(/(?:^|[.;:])[^A-Za-zÀ-\u036fḀ-ỹ]*$/u);

/** "bố trí, chuyển kinh phí", "thanh, quyết toán": a verb without an object is one of two for the same. */
const COORDINATED = ending(
  /(?:^|\s)(?<!(?:kết quả|công tác|nhiệm vụ)\s)(?:bố trí|rà soát|khảo sát|thu thập|hướng dẫn|theo dõi|thanh|thẩm tra|tổng hợp|kiểm tra|tham mưu|xây dựng|thống kê|khám|(?<!(?:được|đã) )giao|hoàn thành\s(?:kiểm đếm|đo đạc|rà soát|thống kê|kiểm kê|khảo sát|kiểm tra|đánh giá|thẩm định|thu thập|nghiệm thu))\s*,\s*$/iu,
);

/** "Phối hợp với A biên soạn tài liệu, tổ chức bồi dưỡng, hoàn thành trước ngày …": all that is done together is to be completed. */
const WITH_OTHERS = /^\s*(?:(?:chủ trì|chủ động),?\s+)?phối hợp\s/iu;

/** "Nạn nhân được tiếp nhận, bố trí nơi ở": more that becomes of the same. */
const BECOMES = ending(
  /^(?!\s*(?:căn cứ|trên cơ sở|theo|dựa trên)\s)[^,;]*\s(?:được|phải được)\s+\S+(?:\s\S+)?\s*,\s*$/iu,
);

/** "Xây dựng kế hoạch, giao chỉ tiêu cho từng xã": a plan and what goes out with it are one thing to do. */
const PLANNED = /^\s*(?:xây dựng|ban hành|lập)\s+kế hoạch\s*,\s*$/iu;

/** "Hằng năm, tổng hợp, báo cáo … trước ngày …": a rhythm that opens the clause is a time of its own. */
const EACH_TIME = /^\s*(?:hằng|hàng|mỗi)\s(?:năm|quý|tháng|tuần),?\s+/iu;

/** "… về Sở (báo cáo 6 tháng trước ngày …": where what is due is told in a bracket that is still open; null where it isn't. */
function openBracket(head: string, from: number): number | null {
  const open = head.lastIndexOf('(');
  if (open < from || head.includes(')', open)) return null;
  const words = head.slice(open + 1);
  return VERB_FIRST.test(words) && /\S\s+\S+\s+\S/u.test(words) ? open + 1 : null;
}

/** "Trường hợp khẩn cấp, phải báo cáo …": when something is to be done is not what is due. */
const CASE = /^\s*(?:trong\s+trường hợp|trường hợp|khi|nếu)\s[^,;]{4,80},\s+/iu;

/** Further things to do that begin a clause of their own. */
const ALSO_DONE =
  /^(?:đợt\s+(?:\d+|[IVX]+)(?=\s+hoàn thành)|tiếp nhận|niêm yết|giải ngân|sẵn sàng|thẩm định|nghiệm thu|bàn giao|sao lưu|(?:thắp|dâng)\s+(?:nến|hương)|ban hành(?=\s+[A-Za-zÀ-\u036fḀ-ỹ]+\s+[A-Za-zÀ-\u036fḀ-ỹ]))\s/iu;

/** "báo cáo Bộ Y tế, UBND tỉnh kết quả thực hiện": the last of those to whom something is sent is nothing to be done. */
function isBodyAlone(words: string): boolean {
  const body = AgencyReader.of(words).at(0);
  return (
    body !== undefined &&
    /^\s*(?:$|(?:kết quả|tình hình|tiến độ|số liệu|về|qua)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu.test(
      words.slice(body.end),
    )
  );
}

/** Where the words of an action end; a semicolon within a list of things ("…, giải thể; không hoạt động …") ends none. */
function stopOf(words: string): number | undefined {
  for (const { 0: mark, index } of words.matchAll(STOP)) {
    const rest = words.slice(index + mark.length).trimStart();
    const listed = mark === ';' && /^\p{Ll}/u.test(rest) && /,[^;]*$/u.test(words.slice(0, index));
    if (!listed || isDuty(rest)) return index;
  }
  return undefined;
}

/** Whether what is to be done, or who is to do it, begins a clause; "các nhóm ngành nghề" does not. */
function isDuty(text: string): boolean {
  const head = text.slice(0, 60);
  const several = /^các\s/iu.test(head);
  const named =
    several && (organisationLexicon().bodyLength(head) > 0 || AgencyReader.of(head).at(0) !== undefined);
  return several
    ? named
    : DUTY.test(head) ||
        /^(?:mọi|không để|tiếp thu|khảo sát|trường hợp|nếu)\s/iu.test(head) ||
        organisationLexicon().dutyIndex(head) === 0;
}

const SAID_BEFORE = /^\p{Lu}\p{Ll}+(?:,?\s[^\s\d.;:,]+){1,14}\s*$/u;
const SAID_BETWEEN =
  /^(?!(?:chậm nhất|muộn nhất|trước|đến|trong|vào|cho|của|tại|từ|do|để|với|đồng thời)\s)\p{Ll}+(?:\s[^\s\d.;:,]+){1,11}\s*$/u;

/** "Gửi A trước ngày …, báo cáo B trước ngày …": each time has its own duty before it. */
function isChained(text: string, group: number, from: number, next: number, floor: number): boolean {
  const sentence =
    text
      .slice(floor, group)
      .split(/[;:]\s|(?<!\.)\.\s/u)
      .at(-1) ?? '';
  const before = sentence.replace(/^[\s,;)+-]*(?:và\s+)?/iu, '');
  const behind = /^\s*(?:,|và|,\s*và)\s+(.*?)[.;]?\s*$/isu.exec(text.slice(from, next))?.[1];
  const duty = chargeIn(before)?.duty ?? 0;
  const last = floor > 0 && /^\s*(?:[.;)]|$)/u.test(text.slice(from));
  // "Xây dựng kế hoạch trước ngày …, gửi A": whom it is sent to comes after what is due.
  const sent =
    before.trim().length > (floor > 0 ? 5 : 12) &&
    (/,\s*$/u.test(before) ? SENT : SENT_AT_ONCE).test(text.slice(from));
  // "Rửa mặn dứt điểm trước ngày …, xuống giống chậm nhất ngày …": each its own, whatever they do.
  const each =
    behind !== undefined &&
    next < text.length &&
    SAID_BEFORE.test(before) &&
    SAID_BETWEEN.test(behind) &&
    !isBodyAlone(before);
  if (each) return true;
  return (
    (VERB_FIRST.test(before.slice(duty)) ||
      (/^(?:căn cứ|trên cơ sở)\s/iu.test(before) && VERB.test(before))) &&
    !/[.;:]/.test(before) &&
    (last ||
      sent ||
      (behind !== undefined &&
        (next < text.length || IN_YEAR.test(behind)) &&
        VERB_FIRST.test(behind) &&
        !/[.;:]/.test(behind)))
  );
}

/** "Ban hành kế hoạch của địa phương trước ngày …, bố trí ngân sách …": a time right behind what is done is the time of that. */
function isSaidBefore(text: string, group: number, from: number, floor: number): boolean {
  if (!/^\s*,\s/u.test(text.slice(from)) || text.slice(group, from).includes(';')) return false;
  const before =
    text
      .slice(floor, group)
      .split(/[;:]\s|(?<!\.)\.\s/u)
      .at(-1) ?? '';
  const words = before.replace(/^[\s,;)+-]*(?:và\s+)?/iu, '');
  return (
    (VERB_FIRST.test(words) ||
      /^(?:ra|phát)\s/iu.test(words) ||
      opensWithDuty(words) ||
      /^\s*,\s+phối hợp\s/iu.test(text.slice(from))) &&
    /\S\s+\S+\s+\S+\s+\S+\s+$/u.test(words) &&
    /[A-Za-zÀ-\u036fḀ-ỹ)”"]\s+$/u.test(words)
  );
}

function opensWithDuty(words: string): boolean {
  return organisationLexicon().dutyIndex(words.charAt(0).toLowerCase() + words.slice(1, 40)) === 0;
}

/** "…, tổng kết Kế hoạch vào năm 2030": a year alone is a time of its own, too. */
const IN_YEAR =
  /^(?:sơ kết|tổng kết|đánh giá|hoàn thành)\s(?:[^,;.]{0,60}\s)?(?:vào|trong|đến)\s+(?:cuối\s+)?năm\s+20\d\d/iu;

/** "… định kỳ ít nhất mỗi năm một lần" */
const LEAST = ending(/\s+(?:ít nhất|tối thiểu|ngay(?:\s+từ)?|theo)\s*$/iu);

const SENT = /^\s*,\s+(?:và\s+)?(?:gửi|trình|chuyển)\s/iu;
const SENT_AT_ONCE = /^\s*(?:,\s+)?(?:và\s+)?(?:gửi|trình|chuyển)\s/iu;

const BRACKET = ending(/\s*\(\s*$/u);

/** "…, hoàn thành trước ngày …": what is to be completed stands before. Only at a mark is looked back. */
const DONE = ending(
  /(?:(?:[,;](?<=\S\s+\S+\s+\S+\s*[,;])\s+|\s(?<=\S\s+\S+\s+\S+\s*\s)\(\s*)(?:phải\s+|cơ bản\s+)?(?:(?:hoàn thành|hoàn tất|thực hiện)(?:\s+xong)?|xong|kết thúc)|\.(?<=\S\s+\S+\s+\S+\s*\.)\s+(?:phải\s+)?(?:hoàn thành|hoàn tất|kết thúc)|[,;](?<=\S\s+\S+\s+\S+\s*[,;])\s+(?:thời hạn|hạn)|[.,;(](?<=\S\s+\S+\s+\S+\s*[.,;(])\s*(?:thời gian|thời hạn|hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|báo cáo)(?:\s*:)?|\s*:))\s*$/iu,
);

const VERB =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:triển khai|tăng cường|bố trí|(?<!ban\s)tổ chức(?!\s+(?:thành viên|chính trị|đoàn thể|đảng|hội(?!\s+(?:thi|nghị|thảo|chợ|diễn|khỏe|thao|trại))|tín dụng|liên quan|có liên quan|kinh tế|xã hội)(?![A-Za-zÀ-\u036fḀ-ỹ]))|thực hiện|(?<!dự án đầu tư\s)xây dựng|cung cấp|báo cáo|rà soát|kiểm tra|đánh giá|tổng hợp|tham mưu|cập nhật|chuyển|hoàn thành|thành lập|lập|gửi|thông báo|chia sẻ|tuyên truyền|công bố|ban hành|thu|nộp|kiện toàn|giao|bổ sung|điều chỉnh|hoàn thiện|làm sạch|phê duyệt|khắc phục|thống kê|niêm yết|công khai|họp|sơ kết|tổng kết|quyết toán|(?<!(?:quy|chương|công|tiến|lộ|giáo|quá|tờ)\s)trình|giải tỏa|thẩm định|nghiệm thu|bàn giao|phát động|ra quân|tiêm phòng|phân bổ|đăng ký|xử lý|giới thiệu|niêm yết|tiếp nhận|ký|mở|đợt (?:\d+|[IVX]+|chính|cuối)|(?:kết quả\s+)?cả năm(?=\s*$|\s+(?:trước|chậm nhất)))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

const OWN_DUTY = new RegExp(`^,?\\s+(?:(?:phải|cần)\\s+)?(?:trả lời\\s|${VERB.source})`, VERB.flags);
const VERB_FIRST = new RegExp(`^${VERB.source}`, VERB.flags);
/** "Phối hợp với A hướng dẫn mẫu nhà": guidance is due where nothing else is. */
const GUIDES = /(?<![A-Za-zÀ-\u036fḀ-ỹ])hướng dẫn(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Phối hợp với A khảo sát, công bố chỉ số": what comes first of what is done together. */
const MADE_FIRST = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:khảo sát|biên soạn|nghiên cứu|đôn đốc)(?=,?\s)/u;

/** "Phối hợp với A triển khai …", "Chỉ đạo B tăng cường …", "… để thực hiện …": what is due is what is to be done there. */
function charged(clause: string): number {
  const purpose = /\s(?:để|nhằm)\s+/u.exec(clause);
  if (purpose !== null && VERB_FIRST.test(clause.slice(purpose.index + purpose[0].length))) {
    return purpose.index + purpose[0].length;
  }
  const lead =
    /^\s*(?:(?:chủ trì|chủ động)(?:\s*,\s*|\s+(?:và\s+)?)phối hợp|phối hợp|chỉ đạo|trình|đề nghị|yêu cầu|giao)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(
      clause,
    )?.[0].length ?? 0;
  if (lead === 0) return behindGuidance(clause);
  // Names of bodies have words of what is done: "Sở Xây dựng".
  const behind = Math.max(lead, partnersIn(clause).at(-1)?.end ?? 0);
  const rest = clause.slice(behind);
  const done = VERB.exec(rest) ?? GUIDES.exec(rest);
  const first = MADE_FIRST.exec(rest);
  const verb = first !== null && (done === null || first.index < done.index) ? first : done;
  // Right behind those it is done with stands what is done, whatever verb follows: "in và cấp phát tài liệu tuyên truyền".
  const next = rest.length - rest.trimStart().length;
  if (
    behind > lead &&
    !rest.slice(0, verb?.index).includes(',') &&
    !/^(?:chỉ đạo|đề nghị|yêu cầu|vận động|đôn đốc)\s/u.test(rest.slice(next)) &&
    organisationLexicon().dutyIndex(rest.slice(next)) === 0
  )
    return behind + next;
  if (verb === null) {
    // What follows those it is done with is what is done.
    const next = behind > lead ? NEXT_DONE.exec(rest)?.[0].length : undefined;
    return next === undefined ? 0 : behind + next;
  }
  if (
    /^\s*trình/iu.test(clause) &&
    (DECIDES.test(verb[0]) || OF_OBJECT.test(clause.slice(0, behind + verb.index)))
  )
    return 0;
  return behind + verb.index;
}

const NEXT_DONE = /^\s+(?=\p{Ll})(?!(?:để|nhằm|trong|về|theo|và|tại|ở|có|của|thuộc|trên|là|gồm|cùng)\s)/u;

/** "Hướng dẫn hồ sơ, nộp về Công an phường": guidance is due itself, but for the next thing behind a comma. */
function behindGuidance(clause: string): number {
  const lead = /^\s*hướng dẫn(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(clause)?.[0].length ?? 0;
  const verb = lead === 0 ? null : VERB.exec(clause.slice(lead));
  if (verb === null) return 0;
  const before = clause.slice(lead, lead + verb.index);
  return /,\s+$/u.test(before) && !COORDINATED.test(before) ? lead + verb.index : 0;
}

/** "trình UBND huyện danh mục ngành nghề ưu tiên thu hút": what is told of the thing that is put before others. */
const OF_OBJECT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:danh mục|danh sách|phương án|kế hoạch|đề án|dự án|dự thảo|hồ sơ|báo cáo|chính sách)\s[^,;]*$/iu,
);

/** "trình UBND huyện phê duyệt": what others decide is due once it is before them. */
const DECIDES = /^(?:phê duyệt|ban hành|công bố|phân bổ|ký)$/iu;

/** "các trường học tổ chức hội thi": several bodies that are to do something before its time are not what is due. */
function actorsLength(clause: string): number {
  const start = /^\s*(?:đồng thời,?\s+)?(?:(?:các|mỗi)\s+)?/iu.exec(clause)?.[0].length ?? 0;
  const subject = start + subjectLength(clause.slice(start));
  const must = /^(?:phải|sẽ|cần)\s+/iu.exec(clause.slice(subject))?.[0].length ?? 0;
  return subject > start && VERB_FIRST.test(clause.slice(subject + must)) ? subject + must : 0;
}

/** "Hằng năm, chủ trì, phối hợp với A, B rà soát …": those it is done with, up to what is done; 0 where that isn't told behind them. */
function togetherLength(text: string): number {
  const lead = TOGETHER_WITH.exec(text)?.[0].length ?? 0;
  if (lead === 0) return 0;
  const partners = partnersIn(text);
  const end = (partners[0]?.start ?? lead + 1) <= lead ? (partners.at(-1)?.end ?? 0) : 0;
  const next = end === 0 ? 0 : (NEXT_DONE.exec(text.slice(end))?.[0].length ?? 0);
  return next > 0 ? end + next : 0;
}

const TOGETHER_WITH =
  /^(?:(?:chủ trì|chủ động)(?:\s*,\s*|\s+(?:và\s+)?))?phối hợp(?:\s+(?:chặt chẽ|thường xuyên))?(?:\s+(?:với|cùng))*\s+/iu;

/** "căn cứ vào …, trên cơ sở …, tổng hợp …": grounds come before what is due. */
function preludeLength(text: string): number {
  if (!/^(?:căn cứ|trên cơ sở|theo)\s/iu.test(text)) return 0;
  for (const match of text.matchAll(/,\s+/gu)) {
    const at = match.index + match[0].length;
    const subject = subjectLength(text.slice(at));
    if (VERB_FIRST.test(text.slice(at + subject))) return at + subject;
  }
  return 0;
}

/** A clause is over within so many characters. */
const REACH = 900;

const LEAD =
  /^[\s,:]*(?:\([^()]{1,80}\)\s*)?(?:(?:(?:và\s+)?(?:(?:hằng|hàng|cuối|cả|0?1|một)\s+)?(?:tuần|tháng|quý|0?[69] tháng|năm)(?![A-Za-zÀ-\u036fḀ-ỹ])[\s,;]*)+)?(?:(?:và|hoặc|hay)\s+(?:(?:báo cáo\s+)?đột xuất(?:\s*\(?(?:khi|theo|nếu)\s(?:có\s|được\s|(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){1,4}?)?(?:yêu cầu|chỉ đạo|đề nghị)(?:\s+của\s[^,;.()]{2,60}?(?=\s*(?:[,;.)]|$)))?\)?)?|(?:khi\scó|khi|theo)\s(?:yêu cầu|chỉ đạo|đề nghị)(?:\s+của\s[^,;.()]{2,60}?(?=\s*(?:[,;.)]|$)))?)(?![A-Za-zÀ-\u036fḀ-ỹ])[\s,]*)?(?:trong\s(?:suốt\s)?(?:thời gian|mùa|đợt|dịp|giai đoạn|quá trình)\s[^,;.:]{2,60}(?:,\s*|(?=\s*(?:[;.]|$))))?(?:(?:phải|trở đi|đồng thời)\s+)?/iu;
const STOP =
  /;(?=\s|$)|,\s+(?=để\s)|(?<!\.)\.(?!\.)(?=\s|$)|,\s*(?:\.{2,3}|…)?\s+(?=(?:đồng thời|qua đó|trong đó|góp phần|kịp thời|làm cơ sở|phấn đấu)(?![A-Za-zÀ-\u036fḀ-ỹ]))|:(?=\s+\d)|\s(?=\s*(?:đảm bảo|bảo đảm))(?<=\S{2} \S+ \S+\s)\s*(?<!(?:và|nhằm) )(?=(?:đảm bảo|bảo đảm)(?![A-Za-zÀ-\u036fḀ-ỹ]))/gu;

/** Where the body ends that stands at an offset, one of the lexicon or a general noun ("đơn vị liên quan"). */
function bodyEnd(text: string, at: number): number | undefined {
  const named = AgencyReader.of(text).at(at)?.end;
  if (named !== undefined) return named;
  const general = organisationLexicon().bodyLength(text.slice(at));
  return general > 0 && VERB.exec(text.slice(at + general))?.index === 1 ? at + general : undefined;
}

/** The bodies that the words behind a time begin with are not what is due. */
function subjectLength(text: string): number {
  const head = text.slice(0, 160);
  const start = head.length - head.trimStart().length;
  const first = bodyEnd(head, start);
  if (first === undefined) return 0;
  // "Ban Chỉ đạo 138 tỉnh", "Bệnh viện Phổi Đồng Tháp": a name that goes on behind what the lexicon knows.
  if (/^\s[\p{Lu}\d]/u.test(head.slice(first))) return 0;
  let end = first;
  for (;;) {
    const joint = /^(?:,|\s+và|,\s+và)\s+/u.exec(head.slice(end))?.[0].length;
    const next = joint === undefined ? undefined : bodyEnd(head, end + joint);
    if (next === undefined) break;
    end = next;
  }
  // Several bodies act where a verb follows; "báo cáo UBND tỉnh, Sở Y tế" is not told by its bodies alone.
  const subject = end > first && VERB.exec(head.slice(end))?.index !== 1 ? first : end;
  return subject + (/^\s*/.exec(text.slice(subject))?.[0].length ?? 0);
}
