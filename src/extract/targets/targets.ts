import { fold } from '../../lexicon/fold.ts';
import { dayRange } from '../../plan/edtf.ts';
import type { Span } from '../../plan/source-text.ts';
import type { RegionName } from '../../plan/tree.ts';
import { type Area, type Context, type Passage, passages } from '../context.ts';
import { findSpelled } from '../quantities.ts';
import { Read, Whole } from '../reading.ts';
import type { TableReading } from '../tables.ts';
import { type FigureReading, figureReadings } from './figure-readings.ts';
import type { Measured } from './figures.ts';
import { withWhatIsListed } from './listed-items.ts';
import { withoutBase } from './lists.ts';
import { type PlaceOf, placeReading } from './places.ts';
import { REFERENCE, referenceTarget } from './references.ts';
import { rowSentences } from './row-sentences.ts';
import { type Sense, senseOf } from './senses.ts';
import { tableZone } from './table-zones.ts';
import { targetOf } from './target-fields.ts';
import { type Zone, zoneOf } from './zones.ts';

const REGIONS: readonly RegionName[] = ['body', 'closing'];

/** A target with where its figure stands in the passage. */
interface Placed {
  at: number;
  target: Whole;
}

/** All targets of the running text, in document order; `area` is where the places they name are looked for. */
export function extractTextTargets(context: Context, period: Read<string> | null, area: Area): Whole[] {
  const found: Whole[] = [];
  for (const name of REGIONS) {
    for (const passage of withWhatIsListed(passages(context, name), area))
      found.push(...inPassage(context, passage, period, area));
  }
  return found;
}

/** All targets that tables state in the words of their rows, table by table. */
export function extractRowTargets(
  context: Context,
  tables: readonly TableReading[],
  period: Read<string> | null,
  area: Area,
): Whole[] {
  return tables.flatMap((table) => {
    const zone = tableZone(context, table);
    if (zone === 'money' || zone === 'past') return [];
    return rowSentences(context, table).flatMap((row) => inPassage(context, row, period, area, 'targets'));
  });
}

/** What a folded text has where it may state a figure, in digits or in words. */
const MAY_HOLD_FIGURE = /\d|mot nua|binh quan|trung binh|(?:nhat|thieu|duoc|them)\s(?:mot|hai|ba|bon)\s/;

/** The targets of a passage, in the order of their figures; results of the past are none. */
function inPassage(
  context: Context,
  passage: Passage,
  period: Read<string> | null,
  area: Area,
  zoneOfRow?: Zone,
): Whole[] {
  const { text } = passage;
  if (!MAY_HOLD_FIGURE.test(fold(text))) return [];
  if (
    !/\d|một nửa/iu.test(text) &&
    !text.includes('bình quân') &&
    !text.includes('trung bình') &&
    findSpelled(text).length === 0
  )
    return [];
  const zone = zoneOfRow ?? zoneOf(context, passage);
  if (zone === 'past') return [];
  const readings = figureReadings(context, passage, zone, area);
  return [
    ...ofFigures(context, passage, readings, period, area),
    ...ofReferences(context, passage, readings, period),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ target }) => target);
}

/** "ít nhất 80% vào năm 2025 và 90% vào năm 2030": targets with a figure; the words before the first of a list hold for all of it. */
function ofFigures(
  context: Context,
  passage: Passage,
  readings: readonly FigureReading[],
  period: Read<string> | null,
  area: Area,
): Placed[] {
  const placeAt = (place: PlaceOf): Whole =>
    placeReading(place, { start: passage.start + place.start, end: passage.start + place.end }, area);
  const senses = new Map<Measured, Sense>();
  const found: Placed[] = [];
  for (const reading of readings) {
    const { measured, clause, place } = reading;
    const first = clause.like === undefined ? undefined : withoutBound(clause.like, senses.get(clause.like));
    const sense = senses.get(measured) ?? withinAll(measured, senseOf(passage, measured, first));
    senses.set(measured, sense);
    const where = place === null ? null : placeAt(place);
    const target = targetOf(context, passage, reading, sense, period, where);
    if (!isOver(context, target, period)) found.push({ at: measured.figure.start, target });
  }
  return ofOnePlan(found);
}

/** "đến hết quý II đạt 45%, đến ngày 31/12 đạt 100% kế hoạch vốn": the plan that the last share of a list is of is that of all. */
function ofOnePlan(found: readonly Placed[]): Placed[] {
  const all = [...found];
  for (let i = all.length - 2; i >= 0; i--) {
    const [here, next] = [all[i], all[i + 1]];
    if (here === undefined || next === undefined) continue;
    const { of, label, measure, change, unit } = here.target.fields;
    const base = next.target.fields.of;
    if (
      of === null &&
      base instanceof Read &&
      base.value === 'plan' &&
      change === null &&
      readValue(measure) === 'share' &&
      readValue(unit) === readValue(next.target.fields.unit) &&
      label instanceof Read &&
      next.target.fields.label instanceof Read &&
      label.span.start === next.target.fields.label.span.start
    )
      all[i] = { ...here, target: new Whole({ ...here.target.fields, of: base }, here.target.span) };
  }
  return all;
}

function readValue(reading: unknown): unknown {
  return reading instanceof Read ? reading.value : null;
}

/** "trên 80% hộ gia đình, 100% xã": more than all there is no share of. */
function withinAll({ measure, value, unit }: Measured, sense: Sense): Sense {
  const all = measure === 'share' && unit === '%' && value === 100;
  return all && sense.relation === '>' && sense.change === null ? { ...sense, relation: '=' } : sense;
}

/** An end of a range bounds itself alone, and nothing that is listed behind it. */
function withoutBound(measured: Measured, sense: Sense | undefined): Sense | undefined {
  return sense === undefined || measured.bound === undefined ? sense : { ...sense, relation: '=' };
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

/** "tỷ lệ nợ thấp hơn bình quân cả nước": targets that are set against a reference and have no figure. */
function ofReferences(
  context: Context,
  passage: Passage,
  readings: readonly FigureReading[],
  period: Read<string> | null,
): Placed[] {
  const { text } = passage;
  const found: Placed[] = [];
  for (const match of /bình quân|trung bình/iu.test(text) ? REFERENCE.all(text) : []) {
    // "có tỷ lệ thấp hơn bình quân chung giảm một nửa": which are counted.
    if (/^\s+(?:giảm|tăng)\s/iu.test(text.slice(match.index + match[0].length))) continue;
    const named = sameThing(text, readings, match.index);
    const target = referenceTarget(context, passage, match, period, named);
    if (target !== null) found.push({ at: match.index, target });
  }
  return found;
}

/** "dưới 2,1% số phải thu và thấp hơn bình quân cả nước": the label of the share that a reference bounds once more. */
function sameThing(text: string, readings: readonly FigureReading[], at: number): Span | null {
  const before = readings.findLast(({ measured }) => measured.span.end <= at);
  if (before === undefined || before.clause.behind) return null;
  const between = withoutBase(text.slice(before.measured.span.end, at));
  return /^\s*,?\s*(?:và|hoặc|đồng thời)\s*$/iu.test(between) ? before.clause.label : null;
}
