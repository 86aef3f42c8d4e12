import { fromPointer, toPointer, valueAt } from './pointer.ts';
import { type Box, type Evidence, PlanRecord } from './record.ts';

/** What is kept of a value's evidence, to find the value again when the document is read anew. */
export type Anchor = Pick<Evidence, 'page' | 'start' | 'quote' | 'boxes'>;

/** Where a reviewer marked the words of a value on a page. */
export interface Mark {
  page: number;
  box: Box;
}

/** A value that a person put in the place of what was read. */
export interface Correction {
  id: number;
  pointer: string;
  /** JSON. */
  value: unknown;
  /** What was read there when it was made. */
  former: unknown;
  evidence: Anchor | null;
  marked: Mark | null;
  /** The correction that it follows from. */
  partOf: number | null;
  by: string;
  /** Time in UTC, as 2025-06-30T08:15:00.000Z. */
  at: string;
}

/**
 * What became of a correction in a record: `held` where its value was read, `moved` where that has another place now,
 * `agreed` where the same is read now, `adrift` where its place is not found and it stands apart.
 */
export type CorrectionState = 'held' | 'moved' | 'agreed' | 'adrift';

export interface AppliedCorrection extends Correction {
  state: CorrectionState;
  /** Where it stands in this record; its own pointer where it is adrift. */
  to: string;
}

/** Boxes that share so much of their area are about the same words. */
const SAME_PLACE = 0.4;

/**
 * A record with corrections put into it, each at the value it is about. The record itself is not changed; its evidence and
 * findings stay those of the reading.
 */
export function correctedRecord(
  record: PlanRecord,
  corrections: readonly Correction[],
): { record: PlanRecord; applied: AppliedCorrection[] } {
  let corrected = record;
  const applied = corrections.map((correction): AppliedCorrection => {
    const to = placeOf(correction, record);
    const next = to === null ? null : withValue(corrected, to, correction.value);
    if (to === null || next === null) return { ...correction, to: correction.pointer, state: 'adrift' };
    corrected = next;
    if (isEqual(valueAt(record, to), correction.value)) return { ...correction, to, state: 'agreed' };
    return { ...correction, to, state: to === correction.pointer ? 'held' : 'moved' };
  });
  return { record: corrected, applied };
}

/** The record with another value at a pointer; null where that gives no valid record. */
export function withValue(record: PlanRecord, pointer: string, value: unknown): PlanRecord | null {
  const changed = PlanRecord.safeParse(put(record, fromPointer(pointer), value, []));
  return changed.success ? changed.data : null;
}

/** The evidence of a value, or of the value it is part of. */
export function evidenceAt(record: PlanRecord, pointer: string): Evidence | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = record.evidence[at];
    if (found !== undefined) return found;
  }
  return null;
}

export function anchorOf(evidence: Evidence | null): Anchor | null {
  if (evidence === null) return null;
  const { page, start, quote, boxes } = evidence;
  return { page, start, quote, boxes };
}

/** Where a correction belongs in a record that may have been read anew; null where nothing of it is found. */
function placeOf({ pointer, evidence }: Correction, record: PlanRecord): string | null {
  if (evidence === null) return canHold(record, pointer) ? pointer : null;
  // Its evidence may have been that of what it is part of.
  for (let whole = pointer; whole !== ''; whole = whole.slice(0, whole.lastIndexOf('/'))) {
    const shape = shapeOf(whole);
    let nearest: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const [other, found] of Object.entries(record.evidence)) {
      const distance = shapeOf(other) === shape ? distanceOf(evidence, found) : null;
      if (distance === null || distance > least || (distance === least && other !== whole)) continue;
      nearest = other;
      least = distance;
    }
    if (nearest !== null) return nearest + pointer.slice(whole.length);
  }
  return null;
}

/** How far what was read then lies from what is read now; null where it is not about the same words. */
function distanceOf(anchor: Anchor, found: Evidence): number | null {
  if (anchor.page !== found.page) return null;
  if (anchor.boxes.length > 0 && found.boxes.length > 0) {
    const shared = overlap(hull(anchor.boxes), hull(found.boxes));
    return shared < SAME_PLACE ? null : 1 - shared;
  }
  return anchor.quote === found.quote ? Math.abs(anchor.start - found.start) : null;
}

function hull(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}

/** Area that two boxes share, of the area they cover together. */
function overlap([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  const width = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const height = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (aw * ah + bw * bh - width * height);
}

/** A pointer without its indexes. */
function shapeOf(pointer: string): string {
  return pointer.replace(/\/\d+/g, '/0');
}

/** Whether what a pointer's last step belongs to is there, or can be begun. */
function canHold(record: PlanRecord, pointer: string): boolean {
  const parent = toPointer(fromPointer(pointer).slice(0, -1));
  return parent in BEGUN || valueAt(record, parent) !== undefined;
}

/** What a part begins as where a person states the first of it. */
const BEGUN: Readonly<Record<string, object>> = {
  '/issuer': { name: '', kind: 'other', level: null, place: null },
  '/signer': { name: '', position: null, capacity: null },
};

/** A copy of `root` with `value` at the path; unchanged where the path leads nowhere. */
function put(root: unknown, path: readonly string[], value: unknown, above: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const here = root ?? BEGUN[toPointer(above)];
  if (Array.isArray(here)) {
    return here.map((each: unknown, index) =>
      String(index) === step ? put(each, rest, value, [...above, step]) : each,
    );
  }
  if (typeof here !== 'object' || here === null || !(step in here)) return root;
  return { ...here, [step]: put(Reflect.get(here, step), rest, value, [...above, step]) };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
