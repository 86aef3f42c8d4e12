import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { type Area, clauseBefore } from '../context.ts';
import { isAct } from './acts.ts';
import { withoutAdverbs } from './adverbs.ts';
import { behindOf } from './behind.ts';
import { type Clause, COVERS, clauseOf } from './clauses.ts';
import { divided } from './divisions.ts';
import { extentOf, type Measured } from './figures.ts';
import { peopleBehind } from './groups-behind.ts';
import { labelBeforeColon, trimmed } from './labels.ts';
import type { Before, Linked } from './links.ts';
import { partListed } from './listed-parts.ts';
import {
  BY_PERIOD,
  CHANGES,
  type Earlier,
  isAlike,
  isElsewhere,
  isLikeGroup,
  isOfBase,
  isOtherKind,
  isPart,
  isUnnamed,
  LEFT,
  LIST_END,
  LIST_LINK,
  OF_THEM,
  OF_THESE,
  withoutBase,
  withoutRate,
} from './lists.ts';
import {
  type PlaceOf,
  placeBefore,
  placeBehind,
  placeEnding,
  placeLeading,
  placeNamed,
  placeOfKind,
} from './places.ts';
import type { Respective } from './respective.ts';

/** What one figure is of, by its own words and those of its neighbours. */
export interface Located {
  clause: Clause;
  place: PlaceOf | null;
  /** What was named last, for the places behind. */
  subject: Span | null;
}

/**
 * The clause and the place of a figure; null where nothing says what it counts. What its own words leave open it takes from
 * its neighbours: "trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân còn 17%, thể thấp còi còn 28,5%" is of children both times.
 */
export function clauseAmong(
  text: string,
  figure: Linked,
  before: Before,
  readings: readonly { measured: Measured; clause: Clause }[],
  area: Area,
): Located | null {
  const read = clauseFor(text, figure, before, readings);
  if (read === null) return null;
  const { clause, place, subject } = located(text, figure, read, before, area);
  const filled =
    before.last === null
      ? clause
      : (numberAgain(text, clause, figure, before, readings) ??
        filledFrom(text, clause, figure, before.last));
  return { clause: divided(text, filled, figure, before), place, subject };
}

/** "Số câu lạc bộ đạt 120 câu lạc bộ với 3.500 hội viên, đến năm 2028 có 150 câu lạc bộ": the number that was named before another thing. */
function numberAgain(
  text: string,
  clause: Clause,
  { measured, between }: Linked,
  { last }: Before,
  readings: readonly { measured: Measured; clause: Clause }[],
): Clause | null {
  if (measured.measure !== 'count' || !clause.behind || !isUnnamed(text, clause, measured)) return null;
  if (last === null || /[.](?=\s)/u.test(between) || !/năm\s\d{4}/iu.test(between)) return null;
  const named = readings.findLast(
    (reading) =>
      isAlike(measured, reading.measured) &&
      !reading.clause.behind &&
      /^(?:tổng )?số\s/iu.test(text.slice(reading.clause.label.start, reading.clause.label.end)),
  );
  return named === undefined
    ? null
    : { ...clause, label: named.clause.label, group: named.clause.group, behind: false };
}

/** The clause that a figure's place in a list gives it, else that of its own words, else the one that it goes on with. */
function clauseFor(
  text: string,
  figure: Linked,
  { last, end, parted, passed }: Before,
  readings: readonly { measured: Measured; clause: Clause }[],
): Clause | null {
  const { measured, each, between } = figure;
  if (measured.waits === true) return null;
  if (each !== undefined) return clauseOfEach(text, each, measured, last, readings);
  if (last === null) return clauseOfAim(text, figure, passed) ?? clauseOf(text, measured, end);
  if (figure.upper) return clauseOfUpperEnd(last);
  // "1.245 tỷ đồng (thu nội địa 1.180 tỷ đồng), tăng 8%": of what stands before the bracket.
  const whole = CHANGES_BEHIND_BRACKET.test(between) ? beforeBracket(text, last, readings) : null;
  if (whole !== null) return { label: whole.label, group: whole.group, ...own(text, measured) };
  // "12 xã đạt chuẩn (tăng 02 xã)": by how many more than before.
  const isChange = CHANGES.test(between) && isAlike(measured, last.measured);
  if (figure.act !== null && !isChange)
    return { label: figure.act, group: last.clause.group, ...own(text, measured) };
  const part = partListed(text, figure, last);
  if (part !== null) return part;
  const anew = wholeAgain(text, figure, { last, end, parted });
  if (anew !== null) return anew;
  const listed = figure.bracketed ? null : clauseOfListed(text, figure, last);
  if (listed !== null) return listed;
  if (figure.restates)
    return { label: withoutRate(text, last.clause.label), group: null, ...own(text, measured) };
  const named = clauseOf(text, measured, end + baseBehind(between, last));
  // "…; đến năm 2027 chiếm 25% giá trị sản xuất toàn ngành": how much of a whole is what was named just before.
  if (named?.behind === true && ALONE_TAKES_UP.test(between) && !last.clause.behind)
    return { label: last.clause.label, group: last.clause.group, ...own(text, measured) };
  if (named !== null && !named.behind && isEachAlone(text.slice(named.label.start, named.label.end)))
    return { label: last.clause.label, group: withoutWorth(text, named.label), ...own(text, measured) };
  // "thực tập phương án 02 lần/năm; mỗi tổ dân phố 01 lần/quý": the same, so often by each.
  const those = named?.behind === true ? eachBetween(text, measured, last, between) : null;
  if (those !== null) return { label: last.clause.label, group: those, ...own(text, measured) };
  // "bàn giao 180 ha mặt bằng, cả năm trên 420 ha": of the same within the whole year.
  if (
    named !== null &&
    isAlike(measured, last.measured) &&
    /^cả năm$/iu.test(text.slice(named.label.start, named.label.end))
  )
    return { label: last.clause.label, group: last.clause.group, ...own(text, measured) };
  // "chia làm 03 đợt: đợt 1 trước ngày …: 3.500 tấn": so much of the same at a time.
  if (
    named !== null &&
    figure.part &&
    isAlike(measured, last.measured) &&
    /^đợt\s(?:\d|[IV]+)(?![A-Za-zÀ-\u036fḀ-ỹ\d])/iu.test(text.slice(named.label.start, named.label.end))
  )
    return { label: last.clause.label, group: last.clause.group, ...own(text, measured) };
  // "đạt 461 tỷ đồng, tăng 42,8 tỷ đồng": by how much what was named just before changes.
  if (
    named !== null &&
    CHANGES.test(between) &&
    /^(?:tăng|giảm|tức(?: là)?|tương ứng)$/iu.test(text.slice(named.label.start, named.label.end))
  )
    return { label: last.clause.label, group: last.clause.group, ...own(text, measured) };
  if (named !== null) return named;
  return CHANGES.test(between) ||
    (isLevelBeside(measured, last.measured) && LEVEL_BESIDE.test(between)) ||
    isElsewhere(text, measured, last.measured) ||
    (!last.clause.behind && isLater(measured, last.measured, between)) ||
    (isAlike(measured, last.measured) && AT_A_TIME.test(between)) ||
    isPartElsewhere(text, figure)
    ? { label: last.clause.label, group: last.clause.group, ...own(text, measured) }
    : null;
}

/** "… đạt 2.100 tỷ đồng; các năm tiếp theo tăng bình quân 9%/năm", "…: năm 2027: 80%; năm 2028: 90%": the same at a later time. */
function isLater(measured: Measured, last: Measured, between: string): boolean {
  return LATER.test(between) && (isAlike(measured, last) || /\s(?:tăng|giảm)\s/iu.test(between));
}

const LATER =
  /^(?:(?:\s+so với\s[^;,.]{3,40})?\s*[;,]\s+|[^;.:\d(]{0,80}[;,]\s+trong đó[,:]?\s+)(?:(?:và|phấn đấu|dự kiến|riêng)\s+)*(?:(?:đến|tới|trong|từ|vào|hết|cuối|giai đoạn|các|những|năm học|năm|quý)\s+)+(?:(?:quý\s+)?(?:(?:I{1,3}|IV)[/\s])?(?:năm\s+)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?|I{1,3}|IV|0?[69] tháng đầu năm|tiếp theo|tới|sau)(?:\s+trở đi)?,?:?\s+(?:(?:phấn đấu|đạt|còn|tăng|giảm|lên|xuống|thêm|là|bình quân|trung bình|từ|trên|dưới|khoảng|hơn|ít nhất|tối thiểu|không quá|mỗi năm|hằng năm|hàng năm)\s+)*$/iu;

/** "1.200 hợp tác xã, trong đó có 60 hợp tác xã quy mô lớn; đến năm 2030 có 1.500 hợp tác xã": of the whole once more, and no part. */
function wholeAgain(
  text: string,
  { measured, between }: Linked,
  { last, end, parted }: Pick<Before, 'last' | 'end' | 'parted'>,
): Clause | null {
  if (!parted || last === null || !last.clause.behind || measured.noun === null) return null;
  if (!/^\s*;/u.test(between) || !isAlike(measured, last.measured)) return null;
  const named = clauseOf(text, measured, end);
  return named?.behind === true && isUnnamed(text, named, measured) ? named : null;
}

/** The clause of the figure that a bracket stands behind, in which the last figure is; null where it is in none. */
function beforeBracket(
  text: string,
  { measured }: Earlier,
  readings: readonly { measured: Measured; clause: Clause }[],
): Clause | null {
  const open = text.lastIndexOf('(', measured.figure.start);
  if (open < 0 || text.slice(open, measured.span.end).includes(')')) return null;
  const named = readings.findLast((reading) => reading.measured.span.end <= open);
  return named === undefined ||
    named.clause.behind ||
    !/^\s*$/u.test(text.slice(named.measured.span.end, open))
    ? null
    : named.clause;
}

const CHANGES_BEHIND_BRACKET =
  /^\)\s*,\s(?:tăng|giảm)(?:\s(?:thêm|khoảng|trên|hơn|ít nhất|tối thiểu|bình quân))*\s+$/iu;

/** "đóng góp 55% GRDP và tạo việc làm cho 150.000 lao động": how far the base of the share before goes, where another act follows it. */
function baseBehind(between: string, { measured, clause }: Earlier): number {
  if (measured.measure !== 'share' || clause.behind) return 0;
  const rest = withoutBase(between);
  return rest.length < between.length && /^\s*(?:,\s*)?và\s+\p{Ll}/u.test(rest)
    ? between.length - rest.length
    : 0;
}

/** "tăng bình quân 15%/năm, lên hơn 3 tỷ đồng năm 2030": how high what changes so much is to be. */
function isLevelBeside({ measure }: Measured, last: Measured): boolean {
  return last.measure === 'share' && (measure === 'amount' || measure === 'count');
}

const LEVEL_BESIDE =
  /^\s*(?:\/\s*năm)?(?:\s*so với\s[^,;.]{3,40})?,\s*(?:(?:và|phấn đấu|đến|tới)\s+)*(?:(?:cuối\s+)?năm\s+\d{4},?\s+)?đạt(?:\s(?:khoảng|trên|hơn|gần|từ|ít nhất|tối thiểu|mức))*\s*$/iu;

/** "đối thoại …; mỗi sở, ngành 01 cuộc/quý": nothing but of whom it is asked. */
function isEachAlone(words: string): boolean {
  return /^mỗi\s\p{Ll}+(?:,?\s\p{Ll}+){0,3}$/iu.test(words) && targetLexicon().verbs.find(words).length === 0;
}

/** "05 nhà tình nghĩa, mỗi nhà trị giá 60 triệu đồng": what each is, and no more. */
function withoutWorth(text: string, { start, end }: Span): Span {
  return {
    start,
    end: end - (/\s(?:trị giá|giá|từ|có|gồm)$/iu.exec(text.slice(start, end))?.[0].length ?? 0),
  };
}

/** Of whom alone a figure asks how often something is done that was named just before; null where it names more. */
function eachBetween(text: string, measured: Measured, last: Earlier, between: string): Span | null {
  if (measured.measure !== 'frequency' || last.measured.measure !== 'frequency' || last.clause.behind)
    return null;
  const match = EACH_BETWEEN.exec(between);
  const each = match?.groups?.each;
  if (match === null || each === undefined || !isEachAlone(each) || !isTurn(text, measured)) return null;
  const start = measured.figure.start - between.length + match[0].indexOf(each);
  return { start, end: start + each.length };
}

const EACH_BETWEEN =
  /^\s*[;,]\s+(?:(?:trong đó|riêng|và)[\s:,]+)*(?<each>mỗi\s\p{Ll}+(?:,?\s\p{Ll}+){0,3}?)(?:\s(?:ít nhất|tối thiểu|từ))*\s+$/iu;

/** Turns alone are counted, and no thing. */
function isTurn(text: string, { noun, span }: Measured): boolean {
  return noun === null
    ? /lần/iu.test(text.slice(span.start, span.end))
    : /^lần$/iu.test(text.slice(noun.start, noun.end));
}

/** Nothing but a time before how much of a whole something is. */
const ALONE_TAKES_UP =
  /^(?:\s*trở (?:lên|xuống))?[\s,;]*(?:(?:và|đến|tới|trong|vào|phấn đấu|hết|cuối|năm|giai đoạn)\s+|\d{4}(?:\s*[-–]\s*\d{4})?,?\s+)*chiếm(?:\s(?:tỷ lệ|tỉ lệ|khoảng|trên|hơn|từ|ít nhất|tối thiểu))*\s*$/iu;

/** "80% người cao tuổi được chăm sóc, trong đó 10% tại cơ sở bảo trợ": so many of those, by where. */
function isPartElsewhere(text: string, { part, measured }: Linked): boolean {
  return part && measured.measure === 'share' && /^\s+(?:tại|ở)\s/u.test(text.slice(measured.span.end));
}

/** "Năm 2023 tỷ lệ che phủ đạt 61%, phấn đấu năm 2024 đạt 66% dân số": what was reached once is to be reached again; null where it is not that. */
function clauseOfAim(text: string, { measured, between }: Linked, passed: Earlier | null): Clause | null {
  if (passed === null || passed.clause.behind || !isAlike(measured, passed.measured)) return null;
  if (!/phấn đấu/iu.test(between) || !LIST_LINK.test(withoutBase(between))) return null;
  if (!isOfBase(text, measured) && !LIST_END.test(text.slice(extentOf(measured).end))) return null;
  return { label: passed.clause.label, group: passed.clause.group, ...own(text, measured) };
}

/** "giảm 1 - 1,5% hộ nghèo": both ends of a range are of one thing. */
function clauseOfUpperEnd({ measured, clause: { label, group, behind, end } }: Earlier): Clause {
  return { label, group, behind, end, like: measured };
}

/** "đạt 50% vào năm 2025 và 60% vào năm 2030": one more figure for what the last is for; null where it is none. */
function clauseOfListed(text: string, { measured, between }: Linked, last: Earlier): Clause | null {
  if (last.clause.behind && !BY_PERIOD.test(between)) return null;
  const concerned = peopleBehind(text, measured) ?? unitsCovered(text, measured, last);
  const again =
    isOfBase(text, measured) ||
    (isAlike(measured, last.measured) &&
      (LIST_END.test(text.slice(extentOf(measured).end)) ||
        ((measured.measure === 'share' || measured.measure === 'amount' || measured.measure === 'ratio') &&
          !last.clause.behind &&
          OF_OTHERS.test(text.slice(extentOf(measured).end))) ||
        (last.clause.through !== undefined && concerned !== null)));
  const link = last.clause.behind ? between : between.replace(OF_SO_MANY, '').replace(OF_THOSE, '');
  if (!again || !LIST_LINK.test(withoutBase(link))) return null;
  return {
    label: last.clause.label,
    group: concerned ?? last.clause.group,
    ...own(text, measured),
    like: last.measured,
    ...(concerned === null ? {} : { through: concerned.end }),
  };
}

/** "Sóng di động phủ trên 80% hộ dân, 100% thôn": those that something reaches, too. */
function unitsCovered(text: string, measured: Measured, { clause: { label, behind } }: Earlier): Span | null {
  if (behind || measured.measure !== 'share' || !COVERS.test(text.slice(label.start, label.end))) return null;
  const from = extentOf(measured).end;
  const lead = /^\s+(?:trở lên\s+)?(?:(?:tổng )?số\s+)?/u.exec(text.slice(from))?.[0].length ?? 0;
  const named = /^\p{Ll}+(?:,?\s\p{Ll}+){0,6}(?=\s*(?:[.;,(]|$))/u.exec(text.slice(from + lead))?.[0];
  if (named === undefined || targetLexicon().verbs.find(named).length > 0) return null;
  return { start: from + lead, end: from + lead + named.length };
}

/** "đạt trên 92% số người hưởng, đến hết quý II đạt 80%": those whom the first share is of. */
const OF_SO_MANY = /^\s+(?:tổng\s)?số\s[^,;.:\d]{2,40}?(?=[,;]|\s(?:vào|đến|tới|và)\s)/iu;

/** "đạt 100% ở đồng bằng, 85% tại vùng cao": where or for whom each of two shares is. */
const OF_THOSE = /^\s+(?:ở|tại|đối với)\s[^,;.:\d]{2,60}(?=[,;]|\svà\s)/iu;
const OF_OTHERS = /^\s+(?:ở|tại|đối với)\s[A-Za-zÀ-\u036fḀ-ỹ]/iu;

/** Where the clause of a figure ends whose label stands before another: behind a share may still stand what it is of. */
function own(text: string, { measure, span }: Measured): Pick<Clause, 'behind' | 'end'> {
  return { behind: false, end: measure === 'share' ? text.length : span.end };
}

/**
 * "Tỷ lệ bao phủ tại các xã Hòa An, Tân Thành lần lượt là 98%, 85%": what is said of one of several things that figures are
 * given for one after the other; null where that can't be told.
 */
function clauseOfEach(
  text: string,
  each: Respective,
  measured: Measured,
  last: Earlier | null,
  readings: readonly { measured: Measured; clause: Clause }[],
): Clause | null {
  const { subject, time, first, answers } = each;
  const before = readings.filter((reading) => reading.measured.span.end <= first.figure.start);
  const clauses = [...new Map(before.map((reading) => [reading.measured, reading.clause])).values()];
  const answered = answers === null ? undefined : clauses.at(-answers);
  const words = each.label === null ? '' : text.slice(each.label.start, each.label.end).trimEnd();
  const parts = time && last !== null && /(?<![A-Za-zÀ-\u036fḀ-ỹ])trong đó$/iu.test(words);
  const label = parts
    ? last.clause.label
    : each.label === null
      ? answered?.label
      : (trimmed(text, each.label.start, each.label.end) ?? each.label);
  if (label === undefined) return null;
  return {
    label: { ...label },
    group: time ? null : (subject ?? answered?.group ?? null),
    behind: false,
    end: measured.span.end,
    ...(first === measured ? {} : { like: first }),
    ...(time && subject !== null ? { time: subject } : {}),
  };
}

/** The place that a figure is for, and its clause without the words that name nothing but that place. */
function located(
  text: string,
  figure: Linked,
  clause: Clause,
  { last, end, subject }: Before,
  area: Area,
): Located {
  const { measured, each } = figure;
  if (each !== undefined) {
    const place = placeOfEach(text, each, area);
    return { clause: place === null ? clause : { ...clause, group: null }, place, subject };
  }
  if (clause.like !== undefined) return { clause, place: null, subject: clause.label };
  if (clause.behind) {
    const place = placeAbout(text, clause, measured, end, area);
    // "420 hộ nuôi của huyện Gia Bình được giao …": where those counted live.
    const ofGroup = place === null && clause.group !== null ? placeEnding(text, clause.group, area) : null;
    const ofLabel = place === null && ofGroup === null ? placeEnding(text, clause.label, area) : null;
    if (ofLabel !== null && (clause.group === null || clause.group.end <= ofLabel.start)) {
      const label = { start: clause.label.start, end: ofLabel.start };
      return { clause: { ...clause, label }, place: ofLabel, subject: label };
    }
    if (ofGroup === null || clause.group === null) return { clause, place, subject: clause.label };
    const group = { start: clause.group.start, end: ofGroup.start };
    return { clause: { ...clause, group }, place: ofGroup, subject: clause.label };
  }
  const elsewhere = isElsewhere(text, measured, last?.measured);
  const place = elsewhere ? placeBehind(text, measured.span.end, area) : placeNamed(text, clause.label, area);
  if (place !== null) {
    const label = labelBeforePlace(text, clause.label, measured, last, subject);
    const group =
      label !== null && label.start === last?.clause.label.start ? last.clause.group : clause.group;
    return { clause: { ...clause, label: label ?? clause.label, group }, place, subject: label ?? subject };
  }
  // "huyện Bác Ái khám sàng lọc 1.200 người", "huyện Tu Mơ Rông, tỷ lệ …": where it is to be, and no part of the label.
  const doer = placeLeading(text, clause.label, area);
  if (doer === null) {
    // A commune that no gazetteer has: it is a place all the same, and names nothing that is counted.
    const there = PLACE_ALONE.test(text.slice(clause.label.start, clause.label.end))
      ? labelBeforePlace(text, clause.label, measured, last, subject)
      : null;
    if (there !== null)
      return { clause: { ...clause, label: there, group: null }, place: null, subject: there };
    const ending = elsewhere ? null : placeEnding(text, clause.label, area);
    if (ending === null) return { clause, place: null, subject: clause.label };
    const label = { start: clause.label.start, end: ending.start };
    return { clause: { ...clause, label }, place: ending, subject: label };
  }
  const did = { start: doer.next, end: clause.label.end };
  // "xã Diễn Châu đưa 1.150 lao động": a bare act names nothing.
  const counted =
    measured.unit !== 'người' && isAct(text.slice(did.start, did.end)) ? behindOf(text, measured) : null;
  const label = counted === null ? did : { start: counted.start, end: counted.end };
  return { clause: { ...clause, label }, place: elsewhere ? null : doer, subject: label };
}

/** "tại các xã Hòa An, Tân Thành lần lượt là 98%, 85%": the second figure is for xã Tân Thành. */
function placeOfEach(text: string, { label, subject, kind }: Respective, area: Area): PlaceOf | null {
  const named = subject ?? label;
  if (named === null) return null;
  return (
    placeNamed(text, named, area) ??
    (subject === null || kind === null ? null : placeOfKind(text, subject, kind, area))
  );
}

/** "Huyện Tri Tôn: 91% dân số …", "600 ha cây sơn tra tại huyện Mù Cang Chải": the place before the figure or behind what it counts. */
function placeAbout(
  text: string,
  { label }: Clause,
  measured: Measured,
  previous: number,
  area: Area,
): PlaceOf | null {
  return (
    placeBefore(text, previous, extentOf(measured).start, area) ??
    placeBefore(text, behindJoint(text, previous, measured.figure.start), extentOf(measured).start, area) ??
    (measured.measure === 'share' ? null : placeBehind(text, label.end, area))
  );
}

/** Where the last of several things that are done in several places begins: "…, tại huyện Đức Hòa lắp đặt 01 trạm". */
function behindJoint(text: string, previous: number, figure: number): number {
  const joint = ELSEWHERE.exec(text.slice(previous, figure));
  return joint === null ? previous : previous + joint.index + joint[0].length;
}

const ELSEWHERE = /(?:[;,]|\svà)\s+(?=(?:tại|ở|riêng|đối với)\s[^;,]*$)/iu;

const PLACE_ALONE =
  /^(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Đđ]ặc khu)\s\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,4}$/u;

/** "…: huyện Châu Phú 850 người": what is counted there was named before; null where it was not. */
function labelBeforePlace(
  text: string,
  place: Span,
  measured: Measured,
  last: Earlier | null,
  subject: Span | null,
): Span | null {
  const alike = last !== null && isAlike(measured, last.measured);
  return (
    (alike ? subject : null) ?? labelBeforeColon(text, place.start) ?? (alike ? last.clause.label : null)
  );
}

/** A clause with the label and the group that its words leave to those of the last target. */
function filledFrom(text: string, own: Clause, { measured, between }: Linked, last: Earlier): Clause {
  const { label, group } = last.clause;
  const done = doneSoOften(text, own, measured, last, between);
  if (done !== null) return { ...own, label: done, group: group ?? label, behind: false };
  // "lắp đặt 120 camera, 100% được kết nối": of those counted just before.
  const these =
    measured.value === 100 ||
    OF_THESE.test(text.slice(measured.figure.end, own.label.start)) ||
    targetLexicon().isPeople(text.slice(label.start, label.end));
  const counted = last.measured.measure === 'count' && these ? last.clause.label : null;
  const whole = group ?? (last.clause.behind && measured.measure === 'share' ? counted : null);
  const clause = isPart(text, own, measured, between) ? { ...own, group: whole } : own;
  if (clause.like !== undefined) return clause;
  const named = isOfLastLabel(text, clause, measured, last, between)
    ? { ...clause, label, group: clause.group ?? group }
    : clause;
  if (isLikeGroup(text, named, measured, last)) return { ...named, group: named.label };
  return isOtherKind(text, named, last, between) ? { ...named, group } : named;
}

/** "kiểm tra 100% cơ sở lưu trú ít nhất 02 lần/năm": what is done so often with those named just before; null where nothing is. */
function doneSoOften(
  text: string,
  clause: Clause,
  measured: Measured,
  last: Earlier,
  between: string,
): Span | null {
  const often = measured.measure === 'frequency' && isUnnamed(text, clause, measured) && last.clause.behind;
  if (!often || !BOUND_ALONE.test(between)) return null;
  const before = clauseBefore(text, extentOf(last.measured).start);
  const words = withoutAdverbs(before);
  const act = targetLexicon()
    .acts.find(words)
    .find((hit) => hit.end === words.length);
  if (act === undefined) return null;
  const from = extentOf(last.measured).start - before.length;
  return { start: from + act.start, end: from + act.end };
}

const BOUND_ALONE = /^\s*(?:(?:ít nhất|tối thiểu|không dưới|từ)\s+)?$/iu;

/** "số ca tử vong giảm 30%, còn không quá 28 ca", "45 mô hình, trong đó hoàn thành 3 mô hình": the unit alone names nothing. */
function isOfLastLabel(
  text: string,
  clause: Clause,
  measured: Measured,
  last: Earlier,
  between: string,
): boolean {
  // "98.500 ha (trong năm cấp mới 6.200 ha)": how many of the same come to be had within a time.
  const { label } = clause;
  if (isAlike(measured, last.measured) && OF_TIME.test(between) && isAct(text.slice(label.start, label.end)))
    return true;
  return (
    isUnnamed(text, clause, measured) &&
    (LEFT.test(between) ||
      (last.measured.measure === 'share' && !last.clause.behind && NOT_MORE.test(between)) ||
      (isAlike(measured, last.measured) &&
        (OF_THEM.test(between) || CHANGES.test(between) || AT_A_TIME.test(between))) ||
      (isAlike(measured, last.measured) && EACH_OF_THEM.test(between)) ||
      (last.clause.behind && isElsewhere(text, measured, last.measured)) ||
      (isOfTime(measured, last.measured) && EACH_TIME.test(between)) ||
      (measured.unit === 'người' && last.measured.measure === 'count' && MORE_THAN_BEFORE.test(between)) ||
      (measured.unit === 'người' && last.measured.measure === 'count' && TOTAL.test(between)))
  );
}

/** "30.000 ha, mỗi năm 6.000 ha": so much of the same each year. */
function isOfTime({ unit }: Measured, last: Measured): boolean {
  return unit.startsWith(`${last.unit}/`);
}

/** "35 tuyến đường văn minh, mỗi phường có tối thiểu 01 tuyến": of the same, so many for each. */
const EACH_OF_THEM =
  /^\s*,\s*(?:và\s+)?mỗi\s[^.;:,\d]{2,30}(?:có|đạt|xây dựng)?(?:\s(?:ít nhất|tối thiểu|từ))*\s*$/iu;

/** "08 tổ liên gia (quý I: 02 tổ, quý II: 03 tổ)": so many of the same in each. */
const AT_A_TIME =
  /[,;:(]\s*(?:(?:trong đó|trong|đến|riêng|hết|và)[,:]?\s+)*(?:(?:quý|tháng|đợt|giai đoạn|năm)\s+(?:I{1,3}|IV|\d[\d/]*)(?:\s*[-–]\s*\d{4})?(?:[/\s](?:năm\s)?\d{4})?|(?:0?[369]|sáu) tháng (?:đầu|cuối)(?: năm)?|cả năm)(?:\s*:|\s+(?:là|có|đạt|thêm))?\s*$/iu;

const EACH_TIME =
  /^[\s,(]*(?:(?:bình quân|trung bình|mỗi|hằng|hàng|năm|quý|tháng|tuần|tương đương|tương ứng|đạt|khoảng|trên|hơn|từ)\s+)+$/iu;

/** "2.500 hội viên (tăng 200 người so với …)": by how many more. */
const MORE_THAN_BEFORE = /^\s*[(,]\s*(?:tăng|giảm)(?:\s(?:thêm|khoảng|trên|hơn))*\s*$/iu;

/** "Số đoàn đông người giảm 20% so với năm 2025, không quá 32 đoàn": the level beside the change. */
const NOT_MORE = /^[^.;]*\sso với\s[^.;,]*,\s*(?:không quá|tối đa|dưới|không vượt quá)\s+$/iu;

/** "bổ sung 18 hòa giải viên, nâng tổng số lên 169 người". */
const TOTAL = /(?<![A-Za-zÀ-\u036fḀ-ỹ])nâng tổng số(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+)? lên\s+$/iu;

const OF_TIME =
  /^\s*\(\s*(?:(?:trong|riêng)\s+)*(?:năm|quý|tháng|kỳ|giai đoạn)(?![A-Za-zÀ-\u036fḀ-ỹ])[^()]*$/iu;
