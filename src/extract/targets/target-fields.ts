import type { Target } from '../../plan/record.ts';
import type { Span } from '../../plan/source-text.ts';
import { CERTAINTY } from '../certainty.ts';
import { type Context, type Passage, trimSpan } from '../context.ts';
import { Read, Whole } from '../reading.ts';
import { baseOf } from './bases.ts';
import { bodiesBeforeColon } from './bodies.ts';
import { eachInLabel } from './cell-figures.ts';
import type { Clause } from './clauses.ts';
import { dueAt, dueOf } from './due.ts';
import { eachAbout, eachOf, eachServed } from './each.ts';
import type { FigureReading } from './figure-readings.ts';
import { extentOf, type Measured } from './figures.ts';
import { servedOften } from './groups-behind.ts';
import { oneLine } from './references.ts';
import { isYearly, type Sense } from './senses.ts';

/** The record's fields of a figure that is a target, each with its evidence. */
export function targetOf(
  context: Context,
  passage: Passage,
  { measured, clause, id }: Omit<FigureReading, 'place'>,
  sense: Sense,
  period: Read<string> | null,
  place: Whole | null,
): Whole {
  const { text, start } = passage;
  const at = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
  const words = (span: Span, confidence: number): Read<string> =>
    new Read(oneLine(context, span), span, confidence);
  const sure = CERTAINTY.target;
  const value = at(measured.span);
  const label = trimSpan(context.source, at(clause.label));
  const group = concerned(text, measured, clause, sense);
  const base = shareOf(text, measured, clause, sense);
  const each = eachCounted(text, measured, clause);
  const unit = each === null ? unitOf(text, measured, sense) : `${measured.unit}/${each}`;
  return new Whole(
    {
      indicator: id === null ? null : new Read(id, label, sure.indicator),
      label: words(label, sure.label),
      group: group === null ? null : words(trimSpan(context.source, at(group)), sure.group),
      measure: new Read(each === null ? measureOf(text, measured, clause) : 'ratio', value),
      change: sense.change === null ? null : new Read(sense.change, value),
      relation: new Read(sense.relation, value),
      value: new Read(measured.value, at(measured.figure)),
      unit: new Read(unit, value, unit.startsWith('%') ? 1 : sure.unit),
      of: base === null ? null : new Read(base, value, sure.of),
      reference: null,
      due:
        clause.time === undefined
          ? dueOf(context, passage, extentOf(measured), clause.end, period)
          : dueAt(context, passage, clause.time, period),
      place,
      from: null,
    },
    { start: Math.min(value.start, label.start), end: Math.max(value.end, label.end) },
  );
}

/** "giảm 15% thiệt hại do cháy": what a change behind its figure is of is no group, but what changes. */
function isOfChanged(clause: Clause, { change }: Sense): boolean {
  const { behind, like, label } = clause;
  return change !== null && (behind || (like !== undefined && label.start > like.figure.start));
}

/** Whom a figure is of; "mỗi xã tổ chức 02 lớp": also each of those who are asked for so many. */
function concerned(text: string, measured: Measured, clause: Clause, sense: Sense): Span | null {
  const group = isOfChanged(clause, sense) ? null : clause.group;
  const counted = measured.measure === 'count' && clause.behind;
  if (group !== null && !counted) return group;
  if (measured.measure === 'count' && !counted) return ofUnit(text, measured);
  if (!counted && measured.measure !== 'frequency') return null;
  const each =
    eachOf(text, measured.figure.start) ?? (counted ? eachAbout(text, measured, clause.label) : null);
  return (
    each ??
    group ??
    (counted || clause.behind
      ? null
      : (servedOften(text, measured) ??
        eachServed(text, measured) ??
        bodiesBeforeColon(text.slice(0, measured.figure.start))))
  );
}

/** "hỗ trợ phẫu thuật tim: 60 trẻ em": those counted, where the label says what is done and the unit for whom. */
function ofUnit(text: string, { noun }: Measured): Span | null {
  return noun !== null &&
    /^(?:trẻ em|phụ nữ|nạn nhân|NKT|NCT|DNNVV)$/iu.test(text.slice(noun.start, noun.end))
    ? noun
    : null;
}

/** "95% dân số": what a share is of. */
function shareOf(text: string, measured: Measured, clause: Clause, sense: Sense): Target['of'] {
  if (measured.measure !== 'share') return null;
  const base = baseOf(text, measured, isOfChanged(clause, sense) ? { ...clause, group: null } : clause);
  // "Gia đình thể thao tăng 0,5%": by how much so many more, and not how many of them.
  const told = text.slice(clause.label.start, clause.label.end);
  const isMoreOfThem =
    base === 'group' &&
    sense.change !== null &&
    !clause.behind &&
    !/^(?:tỷ lệ|tỉ lệ)\s/iu.test(told) &&
    isAll(clause);
  if (base !== null && !isMoreOfThem) return base;
  if (sense.change === null || measured.unit !== '%') return null;
  const { start, end } = extentOf(measured);
  const rate = /^(?:tỷ lệ|tỉ lệ)\s/iu.test(text.slice(clause.label.start, clause.label.end));
  return COMPARED.test(text.slice(end)) ||
    isComparedLast(text.slice(end)) ||
    (!rate && COMPARED_BEFORE.test(text.slice(0, start)))
    ? 'other'
    : null;
}

/** Whether those concerned are all that a label names. */
function isAll({ label, group }: Clause): boolean {
  return group !== null && group.start === label.start && group.end === label.end;
}

/** "giảm 15% thiệt hại do cháy so với năm 2022": what it was before is what the change is a share of. */
const COMPARED = /^[^.;]*?(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:so với|so cùng kỳ|so năm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "số vụ giảm 6%; số người chết giảm 8% so với năm 2024": what all changes of a list are compared with at its end. */
function isComparedLast(rest: string): boolean {
  const [own = '', ...items] = (/^(?:[^.]|\.(?=\d))*/u.exec(rest)?.[0] ?? '').split(';');
  const last = items.findIndex((item) => /\sso với\s/iu.test(item));
  return own.trim() === '' && last >= 0 && items.slice(0, last + 1).every((item) => LISTED_CHANGE.test(item));
}

/** One more of such changes: nothing but its time or what it is compared with stands behind. */
const LISTED_CHANGE =
  /^\s[^\d%]{3,90}\s(?:tăng|giảm)(?:\s[^\d%]{2,30})?\s\d[\d.,]*\s?%(?:\strở lên)?(?:\sso với\s|$)/iu;

/** "Giảm 5% số vụ so với năm 2023; riêng tội phạm giết người giảm 10%": what the first of a sentence is compared with. */
const COMPARED_BEFORE =
  /(?:^|\.\s)(?:[^.]|\.(?=\S))*(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tăng|giảm)\s(?:[^.;]|\.(?=\S))*(?:so với|so cùng kỳ)(?![A-Za-zÀ-\u036fḀ-ỹ])(?:[^.]|\.(?=\S))*;(?:[^.]|\.(?=\S))*$/iu;

/** "Sản lượng đạt 9.600 tấn/năm", "công suất 2 triệu cây giống/năm": how much in a year, and not how often. */
function measureOf(text: string, { measure, unit }: Measured, { label }: Clause): Target['measure'] {
  const amount = OF_SIZE.test(unit) || CAPACITY.test(text.slice(label.start, label.end));
  return measure === 'frequency' && amount ? 'count' : measure;
}

const OF_SIZE = /^(?:tấn|tạ|kg|ha|m²|m³|km|lít|kWh|MWh)\//u;
const CAPACITY = /^(?:tổng\s)?(?:công suất|sản lượng|khối lượng|diện tích)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Hằng năm, số vụ … giảm trên 3%": the unit is "%/năm". */
function unitOf(text: string, measured: Measured, { change }: Sense): string {
  if (change === null || measured.unit !== '%') return measured.unit;
  const { start, end } = extentOf(measured);
  return isYearly(text.slice(0, start), text.slice(end)) ? '%/năm' : measured.unit;
}

/** "số bác sĩ/vạn dân đạt 12 bác sĩ": the label says that it is so many of each; null where it does not. */
function eachCounted(text: string, { measure }: Measured, { label }: Clause): string | null {
  if (measure !== 'count') return null;
  return eachInLabel(text.slice(label.start, label.end));
}
