import { targetLexicon } from '../../lexicon/targets.ts';
import { dayRange } from '../../plan/edtf.ts';
import type { Span } from '../../plan/source-text.ts';
import type { RegionName } from '../../plan/tree.ts';
import { type Area, type Context, type Passage, passages, trimSpan } from '../context.ts';
import { Read, Whole } from '../reading.ts';
import { baseOf } from './bases.ts';
import { type Clause, clauseOf } from './clauses.ts';
import { indicatorsOf, joinedIndicators } from './counted.ts';
import { dueAt, dueOf } from './due.ts';
import { isCriterion, isStartingPoint, isTarget } from './exclusions.ts';
import { extentOf, type Measured, measuredFigures } from './figures.ts';
import { eachOf, groupBefore, peopleBehind } from './groups.ts';
import { labelBeforeColon, trimmed } from './labels.ts';
import {
  AMOUNTS_TO,
  BY_PERIOD,
  CHANGES,
  type Earlier,
  goesOnWith,
  isAlike,
  isBracketed,
  isElsewhere,
  isOfBase,
  isOtherKind,
  isPart,
  isSameMoney,
  isSumOf,
  isUnnamed,
  LEFT,
  LIST_END,
  LIST_LINK,
  OF_THEM,
  PARTS,
  RESTATES,
  withoutBase,
  withoutRate,
} from './lists.ts';
import {
  type PlaceOf,
  placeBefore,
  placeBehind,
  placeLeading,
  placeNamed,
  placeOfKind,
  placeReading,
} from './places.ts';
import { oneLine, REFERENCE, referenceTarget } from './references.ts';
import { type Respective, respectiveFigures } from './respective.ts';
import { isYearly, type Sense, senseOf } from './senses.ts';
import { zoneOf } from './zones.ts';

/** "45 đội, trong đó tuyến tỉnh 03 đội, tuyến huyện 42 đội": a level is whom so many are of. */
const LEVELS = /^(?:(?:cấp|tuyến)\s(?:trung ương|tỉnh|thành phố|huyện|xã|phường)$|nhóm\s)/iu;

const REGIONS: readonly RegionName[] = ['body', 'closing'];

/** All targets of the running text, in document order; `area` is where the places they name are looked for. */
export function extractTextTargets(context: Context, period: Read<string> | null, area: Area): Whole[] {
  const found: Whole[] = [];
  for (const name of REGIONS) {
    for (const passage of passages(context, name)) found.push(...inPassage(context, passage, period, area));
  }
  return found;
}

function inPassage(context: Context, passage: Passage, period: Read<string> | null, area: Area): Whole[] {
  const { text } = passage;
  if (!/\d/.test(text) && !text.includes('bình quân') && !text.includes('trung bình')) return [];
  const zone = zoneOf(context, passage);
  if (zone === 'past') return [];
  const targets: { at: number; target: Whole }[] = [];
  const readings: { measured: Measured; clause: Clause; id: string | null; place: PlaceOf | null }[] = [];
  let subject: Span | null = null;
  let previous = 0;
  let topic: string[] = [];
  let waiting: Measured | null = null;
  let last: Earlier | null = null;
  let lastAt = -1;
  let parted = false;
  const figures = measuredFigures(text);
  const respective = respectiveFigures(text, figures);
  for (const measured of figures) {
    const upper: boolean = measured.bound === '<=' && measured.range?.start === lastAt;
    // "100% học sinh được học 2 buổi/ngày": part of what the share is of.
    if (measured.figure.start < previous && !upper) continue;
    const bracketed = isBracketed(text, measured, previous);
    const between = text.slice(previous, measured.figure.start);
    const concerned = peopleBehind(text, measured);
    const listed: boolean =
      last !== null &&
      (!last.clause.behind || BY_PERIOD.test(between)) &&
      (isOfBase(text, measured) ||
        (isAlike(measured, last.measured) &&
          (LIST_END.test(text.slice(extentOf(measured).end)) ||
            (last.clause.through !== undefined && concerned !== null)))) &&
      LIST_LINK.test(withoutBase(between));
    const restated: boolean =
      last !== null &&
      (measured.measure === 'share'
        ? RESTATES.test(between)
        : (last.measured.measure === 'share' || isSameMoney(measured, last.measured)) &&
          AMOUNTS_TO.test(withoutBase(between)));
    const own = { behind: false, end: measured.measure === 'share' ? text.length : measured.span.end };
    const each = respective.get(measured);
    const clause: Clause | null =
      each !== undefined
        ? clauseOfEach(text, each, measured, last, readings)
        : upper && last !== null
          ? {
              label: last.clause.label,
              group: last.clause.group,
              behind: last.clause.behind,
              end: last.clause.end,
              like: last.measured,
            }
          : listed && last !== null && !bracketed && previous > 0
            ? {
                label: last.clause.label,
                group: concerned ?? last.clause.group,
                ...own,
                like: last.measured,
                ...(concerned === null ? {} : { through: concerned.end }),
              }
            : (bracketed || restated) && last !== null
              ? { label: withoutRate(text, last.clause.label), group: null, ...own }
              : (clauseOf(text, measured, previous) ??
                (last !== null && (CHANGES.test(between) || isElsewhere(text, measured, last.measured))
                  ? { label: last.clause.label, group: last.clause.group, ...own }
                  : null));
    // "huyện Bác Ái khám sàng lọc 1.200 người", "huyện Tu Mơ Rông, tỷ lệ …": where it is to be, and no part of the label.
    const doer =
      clause === null || clause.behind || clause.like !== undefined || each !== undefined
        ? null
        : placeLeading(text, clause.label, area);
    const place =
      clause === null || (clause.like !== undefined && each === undefined)
        ? null
        : each !== undefined
          ? placeOfEach(text, each, area)
          : clause.behind
            ? (placeBefore(text, previous, extentOf(measured).start, area) ??
              (measured.measure === 'share' ? null : placeBehind(text, clause.label.end, area)))
            : isElsewhere(text, measured, last?.measured)
              ? placeBehind(text, measured.span.end, area)
              : (placeNamed(text, clause.label, area) ?? doer);
    if (clause !== null && each !== undefined) {
      if (place !== null) clause.group = null;
    } else if (clause !== null && place !== null && place !== doer && !clause.behind) {
      // "…: huyện Châu Phú 850 người": what is counted there was named before.
      const alike = last !== null && isAlike(measured, last.measured);
      const named: Span | null =
        (alike ? subject : null) ??
        labelBeforeColon(text, clause.label.start) ??
        (alike ? (last?.clause.label ?? null) : null);
      if (named !== null) {
        clause.label = named;
        subject = named;
      }
    } else if (clause !== null) {
      if (doer !== null) clause.label = { start: doer.next, end: clause.label.end };
      subject = clause.label;
    }
    if (clause !== null && last !== null && isPart(text, clause, measured, between))
      clause.group = last.clause.group;
    if (clause !== null && last !== null && clause.like === undefined && isUnnamed(text, clause, measured)) {
      if (
        LEFT.test(between) ||
        (isAlike(measured, last.measured) && (OF_THEM.test(between) || CHANGES.test(between)))
      ) {
        clause.label = last.clause.label;
        clause.group ??= last.clause.group;
      }
    }
    if (
      clause !== null &&
      last !== null &&
      clause.like === undefined &&
      isOtherKind(text, clause, last, between)
    )
      clause.group = last.clause.group;
    if (
      clause?.behind === true &&
      measured.unit === 'lượt' &&
      clause.group !== null &&
      /^lượt\s+$/iu.test(text.slice(clause.label.start, clause.group.start))
    )
      clause.label = { start: clause.group.start, end: clause.label.end };
    const head = clause === null || clause.group !== null ? null : headOf(text, clause.label);
    if (clause !== null && head !== null) clause.group = head;
    const divided =
      clause === null || clause.behind || clause.like !== undefined
        ? null
        : divisionOf(text, clause.label, measured, last, previous);
    if (clause !== null && divided !== null) {
      clause.group = clause.label;
      clause.label = divided;
    }
    // "tổ chức 06 hội nghị, trong đó 04 hội nghị vào 6 tháng cuối năm": so many of those that are asked for.
    const part: boolean =
      last !== null &&
      (measured.measure === 'share' || isAlike(measured, last.measured)) &&
      (PARTS.test(between) || (parted && !/[.](?=\s|$)/u.test(between)));
    if (
      clause !== null &&
      part &&
      clause.group === null &&
      measured.measure === 'count' &&
      LEVELS.test(text.slice(clause.label.start, clause.label.end))
    )
      clause.group = clause.label;
    const enough =
      clause !== null &&
      (clause.like === undefined
        ? isTarget(context, text, measured, clause, part ? 'targets' : zone) ||
          goesOnWith(text, measured, clause, last) ||
          isSumOf(measured, last, between)
        : last !== null);
    const boundary = previous;
    if ((measured.range === undefined && isStartingPoint(text, measured)) || isCriterion(text, measured))
      continue;
    previous = Math.max(
      extentOf(measured).end,
      clause?.behind === true ? clause.end : 0,
      clause?.through ?? 0,
    );
    if (clause === null) waiting = measured;
    if (clause === null || !enough) continue;
    const ids: string[] =
      upper && last !== null
        ? last.ids
        : clause.asked === true
          ? []
          : measured.measure === 'amount' && isSumOf(measured, last, between)
            ? joinedIndicators(text.slice(clause.label.start, clause.label.end))
            : indicatorsOf(context, passage, clause, measured, boundary, topic, last?.ids ?? []);
    // "thu từ … đạt 62 tỷ đồng, tăng 8%": by how much the same changes.
    if (
      ids.length === 0 &&
      last !== null &&
      clause.asked !== true &&
      clause.label.start === last.clause.label.start
    )
      ids.push(...last.ids);
    topic = ids.length > 0 ? ids : topic;
    // A count that repeats a share is no new thing: "… 95% dân số (tương ứng 314.600 người), năm 2028 đạt 98%".
    const repeats =
      (bracketed || restated) && last?.measured.measure === 'share' && measured.measure !== 'share';
    if (!repeats) last = { measured, clause, ids };
    parted = part;
    lastAt = measured.figure.start;
    // "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan": what both are of stands behind the second.
    const earlier = waiting;
    waiting = null;
    if (
      earlier !== null &&
      clause.behind &&
      earlier.measure === measured.measure &&
      LIST_LINK.test(text.slice(earlier.span.end, measured.figure.start))
    ) {
      for (const id of ids.length === 0 ? [null] : ids)
        readings.push({ measured: earlier, clause, id, place });
    }
    const joined = clause.behind || each !== undefined ? null : joinedQuantities(text, clause.label);
    if (joined !== null) {
      for (const label of joined) {
        const own = { ...clause, label, group: groupBefore(text, label, measured) };
        const [id = null] = indicatorsOf(context, passage, own, measured, boundary, topic, ids);
        readings.push({ measured, clause: own, id, place });
      }
      continue;
    }
    for (const id of ids.length === 0 ? [null] : ids) {
      readings.push({ measured, clause, id, place });
    }
  }
  shareIndicators(text, readings);
  const placeAt = (place: PlaceOf | null): Whole | null =>
    place === null
      ? null
      : placeReading(place, { start: passage.start + place.start, end: passage.start + place.end }, area);
  const senses = new Map<Measured, Sense>();
  for (const { measured, clause, id, place } of readings) {
    const before = clause.like === undefined ? undefined : withoutBound(clause.like, senses.get(clause.like));
    const sense = senses.get(measured) ?? senseOf(passage, measured, before);
    senses.set(measured, sense);
    const target = targetOf(context, passage, measured, clause, id, sense, period, placeAt(place));
    if (!isOver(context, target, period)) targets.push({ at: measured.figure.start, target });
  }
  for (const match of /bình quân|trung bình/iu.test(text) ? REFERENCE.all(text) : []) {
    const target = referenceTarget(context, passage, match, period, sameThing(text, readings, match.index));
    if (target !== null) targets.push({ at: match.index, target });
  }
  return targets.sort((a, b) => a.at - b.at).map(({ target }) => target);
}

/** A time of its own that had ended when the plan was issued: a result, in whatever words. */
function isOver(context: Context, { fields }: Whole, period: Read<string> | null): boolean {
  const due = fields.due instanceof Read ? fields.due.value : null;
  if (context.issuedOn === null || typeof due !== 'string' || due === period?.value) return false;
  const last = dayRange(due)?.last;
  return last !== undefined && last < context.issuedOn && !(period !== null && covers(period.value, last));
}

/** Whether a day lies within the plan's period. */
function covers(period: string, day: string): boolean {
  const range = dayRange(period);
  return range !== null && range.first <= day && day <= range.last;
}

function placeOfEach(text: string, { label, subject, kind }: Respective, area: Area): PlaceOf | null {
  const named = subject ?? label;
  if (named === null) return null;
  return (
    placeNamed(text, named, area) ??
    (subject === null || kind === null ? null : placeOfKind(text, subject, kind, area))
  );
}

/** What is said of one of several things that figures are given for one after the other; null where that can't be told. */
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
  const parts = time && last !== null && /(?<![\p{L}\p{M}])trong đó$/iu.test(words);
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

/** "Số vụ tai nạn, số người chết và số người bị thương đều giảm 5%": one figure for several quantities; null where it is for one. */
function joinedQuantities(text: string, { start, end }: Span): Span[] | null {
  const words = text.slice(start, end);
  const kind = /^(?:số|tỷ lệ|tỉ lệ)(?=\s)/iu.exec(words)?.[0];
  if (kind === undefined) return null;
  const joints = [...words.matchAll(new RegExp(`(?:,\\s+và|,|\\s+và)\\s+(?=${kind}\\s)`, 'giu'))];
  if (joints.length === 0) return null;
  const starts = [0, ...joints.map((joint) => joint.index + joint[0].length)];
  return starts.map((from, at) => ({
    start: start + from,
    end: start + (joints[at]?.index ?? words.length),
  }));
}

/** "Cây lúa: Diện tích 1.620 ha, năng suất 58,5 tạ/ha": what the quantities behind a passage's colon are all of. */
function headOf(text: string, label: Span): Span | null {
  const head =
    /^[\s*_]*(?:[-–+•]\s*)?((?:cây|con|đàn|vật nuôi|nhóm|giống)\s[^:.;,\d]{1,40})(?=[\s*_]*:)/iu.exec(text);
  if (head?.[1] === undefined || label.start < head[0].length) return null;
  if (
    !/^(?:tổng\s+)?(?:diện tích|năng suất|sản lượng|quy mô|tổng đàn|giá trị|số lượng)(?![\p{L}\p{M}])/iu.test(
      text.slice(label.start, label.end),
    )
  )
    return null;
  const start = head[0].length - head[1].length;
  return { start, end: start + head[1].trimEnd().length };
}

/** "Tỷ lệ học sinh bỏ học: tiểu học dưới 0,05%; THCS không quá 0,6%": the label before the colon, where only a part is named behind it. */
function divisionOf(
  text: string,
  label: Span,
  { measure }: Measured,
  last: Earlier | null,
  previous: number,
): Span | null {
  const words = text.slice(label.start, label.end);
  if (measure !== 'share' || !targetLexicon().isDivision(words)) return null;
  const whole = last?.measured.measure === 'share' ? last.clause : null;
  // "… đạt tối thiểu 80%, trong đó cấp tỉnh đạt 85%, cấp xã đạt 78%": a level is of what the list is about.
  if (whole !== null && /^(?:cấp|tuyến)\s/iu.test(words)) return whole.label;
  const named = labelBeforeColon(text, label.start);
  const rate = (span: Span): boolean => /^(?:tỷ lệ|tỉ lệ)\s/iu.test(text.slice(span.start, span.end));
  const nearer = named !== null && whole !== null && whole.label.start > named.end && rate(whole.label);
  if (named !== null && !nearer && rate(named)) return named;
  if (whole === null || whole.behind || !BESIDE_ANOTHER.test(text.slice(previous, label.start))) return null;
  // "tỷ lệ thu gom chất thải đô thị trên 93%, nông thôn trên 62%": the first share is of a part too.
  const whose = text
    .slice(whole.label.start, whole.label.end)
    .search(/\s(?:ở\s)?(?:khu vực\s)?(?:đô thị|thành thị|nông thôn)$/iu);
  if (whose > 0) {
    const start = whole.label.start + whose + 1;
    whole.group = {
      start: start + (/^ở\s/iu.exec(text.slice(start))?.[0].length ?? 0),
      end: whole.label.end,
    };
    whole.label = { start: whole.label.start, end: whole.label.start + whose };
  }
  return whole.label;
}

/** "… dưới 7% (khu vực thành thị dưới 9,5%, nông thôn dưới 5,5%)". */
const BESIDE_ANOTHER = /^[^,;(]{0,20}(?:[,;(]|\svà\s)\s*(?:(?:trong đó|riêng|ở|tại|và)[\s:]+)*$/iu;

/** "dưới 2,1% số phải thu và thấp hơn bình quân cả nước": the label of the share that a reference bounds once more. */
function sameThing(
  text: string,
  readings: readonly { measured: Measured; clause: Clause }[],
  at: number,
): Span | null {
  const before = readings.findLast(({ measured }) => measured.span.end <= at);
  if (before === undefined || before.clause.behind) return null;
  const between = withoutBase(text.slice(before.measured.span.end, at));
  return /^\s*,?\s*(?:và|hoặc|đồng thời)\s*$/iu.test(between) ? before.clause.label : null;
}

/** An end of a range bounds itself alone, and nothing that is listed behind it. */
function withoutBound(measured: Measured, sense: Sense | undefined): Sense | undefined {
  return sense === undefined || measured.bound === undefined ? sense : { ...sense, relation: '=' };
}

/** "100% trường học, 100% học sinh tham gia BHYT": the first share is of the same thing as the second. */
function shareIndicators(
  text: string,
  readings: { measured: Measured; clause: Clause; id: string | null }[],
): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const here = readings[i];
    const next = readings[i + 1];
    if (here?.id !== null || next == null || next.id === null || !here.clause.behind || !next.clause.behind)
      continue;
    if (/^\s*(?:,|và|,\s*và)\s*$/u.test(text.slice(here.clause.end, next.measured.figure.start)))
      here.id = next.id;
  }
}

function targetOf(
  context: Context,
  passage: Passage,
  measured: Measured,
  clause: Clause,
  id: string | null,
  { relation, change }: Sense,
  period: Read<string> | null,
  place: Whole | null,
): Whole {
  const { text, start } = passage;
  const at = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
  const value = at(measured.span);
  const label = trimSpan(context.source, at(clause.label));
  const extent = extentOf(measured);
  const before = text.slice(0, extent.start);
  const after = text.slice(extent.end);
  const changes = change !== null && clause.behind;
  const each =
    measured.measure === 'count' ? EACH_OF.exec(text.slice(clause.label.start, clause.label.end)) : null;
  const base =
    measured.measure === 'share'
      ? (baseOf(text, measured, changes ? { ...clause, group: null } : clause) ??
        (change !== null && measured.unit === '%' && COMPARED.test(after) ? ('other' as const) : null))
      : null;
  const group =
    (changes ? null : clause.group) ??
    (measured.measure === 'frequency' || (measured.measure === 'count' && clause.behind)
      ? eachOf(text, measured.figure.start)
      : null);
  return new Whole(
    {
      indicator: id === null ? null : new Read(id, label),
      label: new Read(oneLine(context, label), label),
      group:
        group === null
          ? null
          : new Read(
              oneLine(context, trimSpan(context.source, at(group))),
              trimSpan(context.source, at(group)),
            ),
      measure: new Read(each === null ? measured.measure : 'ratio', value),
      change: change === null ? null : new Read(change, value),
      relation: new Read(relation, value),
      value: new Read(measured.value, at(measured.figure)),
      unit: new Read(
        each?.[1] !== undefined
          ? `${measured.unit}/${each[1]}`
          : change !== null && measured.unit === '%' && isYearly(before, after)
            ? '%/năm'
            : measured.unit,
        value,
      ),
      of: base === null ? null : new Read(base, value),
      reference: null,
      due:
        clause.time === undefined
          ? dueOf(context, passage, extent, clause.end, period)
          : dueAt(context, passage, clause.time, period),
      place,
      from: null,
    },
    { start: Math.min(value.start, label.start), end: Math.max(value.end, label.end) },
  );
}

/** "giảm 15% thiệt hại do cháy so với năm 2022": what it was before is what the change is a share of. */
const COMPARED = /^[^.;]*?(?<![\p{L}\p{M}])(?:so với|so cùng kỳ)(?![\p{L}\p{M}])/iu;

/** "số bác sĩ/vạn dân đạt 12 bác sĩ": the label says that it is so many of each. */
const EACH_OF =
  /(?:\/|\strên)\s*((?:1\s*)?(?:vạn|nghìn)\s+dân|(?:1\s*vạn|\d{1,3}(?:\.\d{3})*)\s+(?:dân|người|hộ|trẻ))$/iu;
