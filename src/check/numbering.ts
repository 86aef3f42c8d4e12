import type { PlanUnderCheck } from '../plan/facts.ts';
import { type PlanNode, type PlanSection, region, sections } from '../plan/tree.ts';
import { markerWith } from './numerals.ts';
import { phraseIn } from './words.ts';

/** A heading or item whose number is not the next one of its list. */
export interface NumberingFault {
  kind: 'gap' | 'duplicate';
  /** The section that bears the wrong number, and the one before it in its list. */
  section: PlanSection;
  previous: PlanSection | null;
  /** The markers that should have stood there: of a gap all that are missing. */
  expected: [string, ...string[]];
}

/** Letters that number no point in Vietnamese: a list that has one follows the Latin alphabet instead. */
const LATIN_ONLY = /^[fjwz][.)]/i;

/** A number further ahead than this is no skipped item but a misread one; the list goes on from before it. */
const FURTHEST_SKIP = 10;

/**
 * Where the numbering of the plan's body skips or repeats: within each parent, each style of marker counts by itself
 * from 1. A list may go on from the last one of its kind, or begin anew after a text between.
 */
export function numberingFaults(plan: PlanUnderCheck): NumberingFault[] {
  const body = region(plan.tree, 'body');
  if (body === undefined) return [];
  const faults: NumberingFault[] = [];
  const ends = new Map<string, number>();
  for (const { start, children } of [
    // The first heading may have been run on in the sentence that promulgates the plan.
    { start: region(plan.tree, 'preamble')?.span.start ?? body.span.start, children: body.children },
    ...descendants(body.children),
  ]) {
    for (const [key, list] of listsOf(children)) {
      faults.push(...faultsOf(plan.source.text, list, start, ends.get(key) ?? 0));
      const last = list.at(-1)?.marker.ordinal ?? null;
      if (last !== null) ends.set(key, last);
    }
  }
  return faults.sort((one, other) => one.section.span.start - other.section.span.start);
}

/** What is below each section, with where the section's own words begin. */
function* descendants(nodes: readonly PlanNode[]): Generator<{ start: number; children: PlanNode[] }> {
  for (const { marker, children } of sections(nodes)) yield { start: marker.end, children };
}

/** The siblings by list: what begins with the same kind of marker, and for decimals with the same numbers before the last. */
function listsOf(children: readonly PlanNode[]): [string, PlanSection[]][] {
  const lists: [string, PlanSection[]][] = [];
  const open = new Map<string, PlanSection[]>();
  for (const child of children) {
    if (child.type !== 'section') {
      open.clear();
      continue;
    }
    const { marker } = child;
    if (marker.style === 'dash' || marker.style === 'plus') continue;
    if (marker.ordinal === null && !LATIN_ONLY.test(marker.raw)) continue;
    const key = keyOf(child);
    let list = open.get(key);
    const startsAnew =
      list !== undefined && marker.ordinal === 1 && list.length > 1 && goesOn(children, child);
    if (list === undefined || startsAnew) {
      list = [];
      open.set(key, list);
      lists.push([key, list]);
    }
    list.push(child);
  }
  return lists;
}

/** Whether the item after a 1 is a 2, so that the 1 begins a list and repeats none. */
function goesOn(children: readonly PlanNode[], section: PlanSection): boolean {
  const next = children
    .slice(children.indexOf(section) + 1)
    .find((node): node is PlanSection => node.type === 'section' && keyOf(node) === keyOf(section));
  return next?.marker.ordinal === 2;
}

function keyOf({ marker }: PlanSection): string {
  const word =
    marker.style === 'part' ? (/^[A-Za-zÀ-\u036fḀ-ỹ]{2,}/u.exec(marker.raw)?.[0] ?? '').toLowerCase() : '';
  return [marker.style, word, ...marker.path.slice(0, -1)].join(' ');
}

function faultsOf(
  text: string,
  list: readonly PlanSection[],
  start: number,
  endOfLast: number,
): NumberingFault[] {
  if (list.some(({ marker }) => LATIN_ONLY.test(marker.raw))) return [];
  const faults: NumberingFault[] = [];
  const seen = new Set<number>();
  let previous: PlanSection | null = null;
  let last = 0;
  // Repeats since the last new number: each may stand for a number of its own (b, b for b, c).
  let repeats = 0;
  for (const [place, section] of list.entries()) {
    const ordinal = section.marker.ordinal;
    if (ordinal === null) continue;
    const fault = (kind: NumberingFault['kind'], next: number, end = next + 1): void => {
      const from = previous?.marker.end ?? start;
      const [first, ...others] = range(next, end).flatMap((missing) => {
        const marker = markerWith(section.marker, missing);
        if (marker === null || (kind === 'gap' && stands(text, marker, from, section))) return [];
        return [marker];
      });
      if (first !== undefined) faults.push({ kind, section, previous, expected: [first, ...others] });
    };
    // A number that later ones fall short of was misread, and only the one in its place is missing.
    const goesBack = list
      .slice(place + 1)
      .some(({ marker }) => (marker.ordinal ?? 0) > last && (marker.ordinal ?? ordinal) < ordinal);
    const gap = (next: number): void => fault('gap', next, goesBack ? next + 1 : ordinal);
    if (previous === null) {
      if (ordinal > 1 && ordinal <= FURTHEST_SKIP && ordinal !== endOfLast + 1 && !isArticle(section)) gap(1);
    } else if (seen.has(ordinal) && beginsAnew(text, previous, section)) {
      seen.clear();
    } else if (seen.has(ordinal)) {
      fault('duplicate', last + 1 + repeats);
      repeats++;
      previous = section;
      continue;
    } else if (ordinal < last) {
      // The one before ran ahead and has its finding: it was misread.
      seen.delete(last);
    } else if (ordinal > last + FURTHEST_SKIP) {
      // 72 between 1 and 3 is a 2 misread: nothing is skipped.
      if (list[place + 1]?.marker.ordinal !== last + 2) fault('gap', last + 1 + repeats);
      repeats++;
      previous = section;
      continue;
    } else if (ordinal > last + 1 + repeats) gap(last + 1 + repeats);
    seen.add(ordinal);
    last = ordinal;
    repeats = 0;
    previous = section;
  }
  return faults;
}

function range(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, at) => from + at);
}

/** Whether a marker stands within a line before the section, its own line having been run on. */
function stands(text: string, marker: string, from: number, section: PlanSection): boolean {
  const parts = text.slice(from, section.span.start).split(` ${marker} `);
  return parts.slice(0, -1).some((before) => !isNamedByNumber(before));
}

/** Whether the number behind these words tells which of them is meant: "kênh loại III. Mỗi xã …". */
function isNamedByNumber(before: string): boolean {
  const words = before.slice(-24).trim().split(/\s+/).slice(-2).join(' ');
  const hit = phraseIn('numbered', words);
  return hit !== null && hit.start + hit.phrase.length === words.length;
}

/** Whether the first of another list was run on in a line between the two, so that what follows it repeats nothing. */
function beginsAnew(text: string, previous: PlanSection, section: PlanSection): boolean {
  const first = markerWith(section.marker, 1);
  return section.marker.ordinal !== 1 && first !== null && stands(text, first, previous.marker.end, section);
}

/** Articles are numbered through all chapters. */
function isArticle({ marker }: PlanSection): boolean {
  return /^Điều/iu.test(marker.raw);
}
