import { indicatorBehind } from '../../lexicon/indicators.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import type { Area, Context, Passage } from '../context.ts';
import type { Clause } from './clauses.ts';
import { indicatorsOf, joinedIndicators } from './counted.ts';
import { isCriterion, isStartingPoint } from './criteria.ts';
import { isTarget } from './exclusions.ts';
import { extentOf, type Measured, measuredFigures } from './figures.ts';
import { groupBefore } from './groups-before.ts';
import { AT_START, type Before, isUpperEnd, type Linked, linked } from './links.ts';
import { type Earlier, goesOnWith, isSumOf, LIST_LINK } from './lists.ts';
import { clauseAmong, type Located } from './neighbours.ts';
import type { PlaceOf } from './places.ts';
import { respectiveFigures } from './respective.ts';
import type { Zone } from './zones.ts';

/** A figure that is a target: what it counts, by which indicator, and where. */
export interface FigureReading {
  measured: Measured;
  clause: Clause;
  /** Its indicator; null where it counts none that is known. */
  id: string | null;
  place: PlaceOf | null;
}

/** The targets among a passage's figures, each read with what was read before it; several for a figure of several indicators. */
export function figureReadings(context: Context, passage: Passage, zone: Zone, area: Area): FigureReading[] {
  const { text } = passage;
  const figures = measuredFigures(text);
  const respective = respectiveFigures(text, figures);
  const readings: FigureReading[] = [];
  let before = AT_START;
  for (const measured of figures) {
    // "100% học sinh được học 2 buổi/ngày": part of what the share is of.
    if (measured.figure.start < before.end && !isUpperEnd(measured, before)) continue;
    const figure = linked(text, measured, respective.get(measured), before);
    const read = clauseAmong(text, figure, before, readings, area);
    if (read !== null && figure.act === null) before = { ...before, subject: read.subject };
    if (isNothingToReach(text, measured)) continue;
    const ids =
      read !== null && isWanted(context, text, figure, read.clause, zone, before.last)
        ? idsOf(context, passage, figure, read.clause, before)
        : null;
    if (read !== null && ids !== null)
      readings.push(...readingsOf(context, passage, figure, read, ids, before));
    before = behind(before, figure, read?.clause ?? null, ids);
  }
  shareIndicators(text, readings);
  shareReceivers(text, readings);
  return readings;
}

/** "giảm từ 23,88% xuống còn 20,38%", "số xã có tỷ lệ tiêm chủng dưới 90% giảm 20%": the first figure, whatever it counts. */
function isNothingToReach(text: string, measured: Measured): boolean {
  return (measured.range === undefined && isStartingPoint(text, measured)) || isCriterion(text, measured);
}

/** Whether the plan wants a figure reached, by its own words or by those of the target that it goes on with. */
function isWanted(
  context: Context,
  text: string,
  { measured, between, part, act }: Linked,
  clause: Clause,
  zone: Zone,
  last: Earlier | null,
): boolean {
  if (clause.like !== undefined) return last !== null;
  if (act !== null || isListedShare(text, measured, clause, last) || isOfKind(text, measured, clause))
    return true;
  return (
    // "tổ chức 06 hội nghị, trong đó 04 hội nghị vào 6 tháng cuối năm": so many of those that are asked for.
    isTarget(context, text, measured, clause, part ? 'targets' : zone) ||
    goesOnWith(text, measured, clause, last) ||
    isSumOf(measured, last, between)
  );
}

/** "100% … có tem truy xuất; sản phẩm đưa lên sàn thương mại điện tử 70%": a share of its own that goes on with the list of another. */
function isListedShare(
  text: string,
  measured: Measured,
  { behind, label }: Clause,
  last: Earlier | null,
): boolean {
  return (
    last !== null &&
    last.measured.measure === 'share' &&
    measured.measure === 'share' &&
    !behind &&
    label.start > last.measured.span.end &&
    /^[^.]*;\s$/u.test(text.slice(last.measured.span.end, label.start)) &&
    /^\s$/u.test(text.slice(label.end, measured.figure.start)) &&
    /^\s*(?:[,;.]|$)/u.test(text.slice(measured.span.end)) &&
    targetLexicon().verbs.find(text.slice(label.start, label.end)).length > 0
  );
}

/** "cây giống được kiểm soát nguồn gốc: sâm 100%, quế trên 80%": all of one kind among those listed behind the colon. */
function isOfKind(text: string, { measure, value }: Measured, { behind, label, group }: Clause): boolean {
  return (
    measure === 'share' &&
    value === 100 &&
    !behind &&
    group !== null &&
    /^:\s$/u.test(text.slice(label.end, group.start))
  );
}

/** The indicators of a figure, by its clause or by the target that it belongs to: "30 dự án với tổng vốn trên 6.200 tỷ đồng". */
function idsOf(
  context: Context,
  passage: Passage,
  { measured, between, upper }: Linked,
  clause: Clause,
  { last, end, topic }: Before,
): readonly string[] {
  if (upper && last !== null) return last.ids;
  const { label } = clause;
  const words = passage.text.slice(label.start, label.end);
  // What is only told or looked at so often counts nothing.
  if (clause.asked === true) return targetLexicon().isCheck(words) ? [] : joinedIndicators(words).slice(0, 1);
  // "90% trẻ em được … vào năm 2025 và 95% vào năm 2030": one label counts one thing.
  const again = label.start === last?.clause.label.start && label.end === last.clause.label.end;
  if (again && measured.measure === last.measured.measure) return last.ids;
  const told = indicatorBehind(words, last?.ids ?? []);
  if (told !== null) return [told];
  const ids =
    measured.measure === 'amount' && isSumOf(measured, last, between)
      ? joinedIndicators(passage.text.slice(label.start, label.end))
      : indicatorsOf(context, passage, clause, measured, end, topic, last?.ids ?? []);
  // "thu từ … đạt 62 tỷ đồng, tăng 8%": by how much the same changes.
  return ids.length === 0 && label.start === last?.clause.label.start ? last.ids : ids;
}

/** What a figure's target gives: one reading for each indicator or quantity, and for a figure that waited for what both count. */
function readingsOf(
  context: Context,
  passage: Passage,
  figure: Linked,
  read: Located,
  ids: readonly string[],
  before: Before,
): FigureReading[] {
  const { measured } = figure;
  const waited = waitedFor(passage.text, measured, read.clause, before);
  const own = quantitiesOf(context, passage, figure, read, ids, before) ?? withEach(ids, measured, read);
  return waited === null ? own : [...withEach(ids, waited, read), ...own];
}

/** "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan": the figure before, where what both are of stands behind the second. */
function waitedFor(
  text: string,
  { measure, figure }: Measured,
  { behind }: Clause,
  { waiting }: Before,
): Measured | null {
  return waiting !== null &&
    behind &&
    waiting.measure === measure &&
    (waiting.waits === true || LIST_LINK.test(text.slice(waiting.span.end, figure.start)))
    ? waiting
    : null;
}

/** "100% hộ nghèo, hộ cận nghèo …": one reading for each of a figure's indicators, or one without any. */
function withEach(ids: readonly string[], measured: Measured, { clause, place }: Located): FigureReading[] {
  return (ids.length === 0 ? [null] : ids).map((id) => ({ measured, clause, id, place }));
}

/** One figure for several quantities, each with its own label, group and indicator; null where it is for one. */
function quantitiesOf(
  context: Context,
  passage: Passage,
  { measured, each }: Linked,
  { clause, place }: Located,
  ids: readonly string[],
  { end, topic }: Before,
): FigureReading[] | null {
  if (clause.behind || each !== undefined) return null;
  const labels = joinedQuantities(passage.text, clause.label);
  if (labels === null) return null;
  const about = ids.length > 0 ? ids : topic;
  return labels.map((label) => {
    const own = { ...clause, label, group: groupBefore(passage.text, label, measured) };
    const [id = null] = indicatorsOf(context, passage, own, measured, end, about, ids);
    return { measured, clause: own, id, place };
  });
}

/** "Số vụ tai nạn, số người chết và số người bị thương đều giảm 5%": the quantities one figure is for; null where it is for one. */
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

/** What was read before the next figure; `ids` is null where this one is no target. */
function behind(
  before: Before,
  { measured, restates, part, act }: Linked,
  clause: Clause | null,
  ids: readonly string[] | null,
): Before {
  if (clause === null) return { ...before, end: extentOf(measured).end, waiting: measured };
  const end = endOf(measured, clause);
  if (ids === null && act === null) return { ...before, end, passed: { measured, clause, ids: [] } };
  if (ids === null || act !== null) return { ...before, end };
  // A count that repeats a share is no new thing: "… 95% dân số (tương ứng 314.600 người), năm 2028 đạt 98%".
  const repeats = restates && before.last?.measured.measure === 'share' && measured.measure !== 'share';
  return {
    end,
    passed: null,
    last: repeats ? before.last : { measured, clause, ids },
    lastStart: measured.figure.start,
    topic: ids.length > 0 ? ids : before.topic,
    subject: before.subject,
    waiting: null,
    parted: part,
  };
}

/** Where a figure ends, with what it counts where that stands behind it: "100% học sinh được học 2 buổi/ngày". */
function endOf(measured: Measured, { behind, end, through = 0 }: Clause): number {
  return Math.max(extentOf(measured).end, behind ? end : 0, through);
}

/** "100% trường học, 100% học sinh tham gia BHYT": the first share is of the same thing as the second. */
function shareIndicators(text: string, readings: readonly FigureReading[]): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const here = readings[i];
    const next = readings[i + 1];
    if (here?.id !== null || next == null || next.id === null || !here.clause.behind || !next.clause.behind)
      continue;
    if (/^\s*(?:,|và|,\s*và)\s*$/u.test(text.slice(here.clause.end, next.measured.figure.start)))
      here.id = next.id;
  }
}

/** "trao 300 suất học bổng, 120 xe đạp cho học sinh khó khăn": those behind the last of several things are to have each of them. */
function shareReceivers(text: string, readings: readonly FigureReading[]): void {
  for (let last = readings.length - 1; last > 0; last--) {
    const reading = readings[last];
    if (reading === undefined || reading.measured.measure !== 'count' || !reading.clause.behind) continue;
    const { label, group } = reading.clause;
    const joint =
      group === null || group.end !== label.end
        ? null
        : /(?<=\S)\s+cho\s+$/iu.exec(text.slice(label.start, group.start));
    if (joint === null) continue;
    let first = last;
    while (isBesideGiven(text, readings[first - 1], readings[first])) first -= 1;
    if (first === last || !GIVEN.test(text.slice(0, readings[first]?.measured.figure.start))) continue;
    reading.clause = { ...reading.clause, label: { start: label.start, end: label.start + joint.index } };
    for (const given of readings.slice(first, last)) given.clause = { ...given.clause, group };
  }
}

/** Whether nothing but a comma or "và" stands between what is counted and the next figure, and nobody has it yet. */
function isBesideGiven(
  text: string,
  reading: FigureReading | undefined,
  next: FigureReading | undefined,
): boolean {
  if (reading === undefined || next === undefined) return false;
  const { clause, measured } = reading;
  return (
    measured.measure === 'count' &&
    clause.behind &&
    clause.group === null &&
    !/\scho\s/iu.test(text.slice(clause.label.start, clause.label.end)) &&
    /^\s*(?:,|,?\svà)\s+(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s+)*$/iu.test(
      text.slice(clause.label.end, next.measured.figure.start),
    )
  );
}

const GIVEN =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trao|tặng|cấp|cấp phát|hỗ trợ|phát|mua)(?:\s(?:khoảng|trên|hơn|ít nhất|tối thiểu|mới|thêm))*\s+$/iu;
