import type { Plugin } from 'unified';
import {
  isInCapitals,
  isMatterLine,
  isNameLine,
  isOtherPartLine,
  isPartLine,
} from '../lexicon/name-lines.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import type { Marker, PlanNode, PlanParagraph, PlanRoot, PlanSection } from '../plan/tree.ts';
import { markerOf } from './markers.ts';

/** A name without marker has the rank of what it stands below. */
const RANK = { part: 0, roman: 1, arabic: 2, decimal: 3, letter: 6, dash: 7, plus: 8, name: 9 } as const;
/** A star that stands above dashes. */
const STAR = RANK.dash - 0.5;

/** Nests the numbered headings and list items of body and annexes by their markers. */
export const planSections: Plugin<[], PlanRoot, PlanRoot> = () => (tree) => ({
  ...tree,
  children: tree.children.map((region) =>
    region.name === 'body' || region.name === 'annex' || region.name === 'preamble'
      ? { ...region, children: nest(region.children, region.name === 'body') }
      : region,
  ),
});

/** `isBody`: lines without marker may head what stands below them. */
function nest(nodes: readonly PlanNode[], isBody: boolean): PlanNode[] {
  const top: PlanNode[] = [];
  const open: Open[] = [];
  const place = (node: PlanNode): void => {
    const parent = open.at(-1)?.section;
    (parent?.children ?? top).push(node);
    for (const { section } of open) section.span.end = Math.max(section.span.end, node.span.end);
  };
  for (const [index, node] of nodes.entries()) {
    if (namesPart(open.at(-1)?.section, node)) continue;
    const marker = node.type === 'paragraph' ? markerOf(node.value, node.span.start) : null;
    const head =
      isBody && node.type === 'paragraph' && marker === null ? headed(node, nodes[index + 1], open) : null;
    if (head !== null) {
      open.length = head.level;
      place(head.section);
      open.push(head);
      continue;
    }
    if (node.type !== 'paragraph' || marker === null) {
      if (node.type === 'paragraph') leaveClosedItems(open);
      else while (isItem(open.at(-1)?.section)) open.pop();
      place(node);
      continue;
    }
    const rank = headsDashes(marker, open, nodes[index + 1])
      ? STAR
      : RANK[marker.style] + (marker.style === 'decimal' ? marker.path.length - 2 : 0);
    const key = keyOf(marker, rank);
    const level = open.findIndex((entry) => entry.key === key);
    if (level >= 0) open.length = level;
    else while ((open.at(-1)?.rank ?? -1) > rank) open.pop();
    const heading = trimmed(node.value, marker.end - node.span.start, node.span.start);
    const section: PlanSection = {
      type: 'section',
      marker,
      heading,
      titled: false,
      depth: open.length,
      span: { ...node.span },
      children: [],
    };
    place(section);
    const words = node.value.slice(heading.start - node.span.start);
    open.push({ section, key, rank, words, organises: organises(words, rank) });
  }
  return top.map(titled);

  function titled(node: PlanNode): PlanNode {
    if (node.type !== 'section') return node;
    node.children = node.children.map(titled);
    const { heading } = node;
    const words = textAt(nodes, heading.start, heading.end);
    node.titled = words.length < 250 && !/[.;]["”)]*$/.test(words) && node.children.length > 0;
    return node;
  }
}

interface Open {
  section: PlanSection;
  key: string;
  rank: number;
  /** Its heading. */
  words: string;
  /** It heads the part that says who does what. */
  organises: boolean;
}

/** A heading is not longer. */
const LONGEST_HEADING = 160;

function organises(heading: string, rank: number): boolean {
  return (
    rank < RANK.letter && heading.length < LONGEST_HEADING && organisationLexicon().isOrganisation(heading)
  );
}

/**
 * The section that a line without marker heads in the part on organisation: the name of a body over what it is to do, up to
 * the next one's, or behind one the name of a matter. Null of all other lines; `level` is how many sections it stands below.
 */
function headed(
  node: PlanParagraph,
  next: PlanNode | undefined,
  open: readonly Open[],
): (Open & { level: number }) | null {
  if (next === undefined) return null;
  const part = partOf(node, open);
  if (part !== null) return part;
  if (!open.some((entry) => entry.organises)) return null;
  const sibling = open.findIndex(({ key }) => key === 'name');
  if (!isNameLine(node.value) && (sibling < 0 || !isMatterLine(node.value))) return null;
  const over = open.findLastIndex(({ section }) => !isItem(section));
  const above = open[over];
  if (above === undefined || (sibling < 0 && isNameLine(above.words))) return null;
  const level = sibling < 0 ? over + 1 : sibling;
  const rank = sibling < 0 ? above.rank + 0.5 : (open[sibling]?.rank ?? RANK.name);
  return { section: named(node, level), key: 'name', rank, words: node.value, organises: false, level };
}

/**
 * "TỔ CHỨC THỰC HIỆN": the heading of the part on organisation without its number, or behind that, of another part; of other
 * parts ("MỤC TIÊU") where none before has a number.
 */
function partOf(node: PlanParagraph, open: readonly Open[]): (Open & { level: number }) | null {
  const top = open[0];
  const isPart = isPartLine(node.value);
  const follows = top?.section.marker.style === 'name' && isInCapitals(node.value);
  const unnumbered = top === undefined || top.key === 'title' || isItem(top.section);
  if (!isPart && !follows && !(unnumbered && isOtherPartLine(node.value))) return null;
  const numbered = top !== undefined && top.rank <= RANK.roman && top.key !== 'title';
  return {
    section: named(node, 0),
    key: numbered ? top.key : 'title',
    rank: numbered ? top.rank : RANK.part + 0.5,
    words: node.value,
    organises: isPart,
    level: 0,
  };
}

/** A section whose heading is a line without marker. */
function named({ span: { start, end } }: PlanParagraph, depth: number): PlanSection {
  return {
    type: 'section',
    marker: { style: 'name', raw: '', ordinal: null, path: [], start, end: start },
    heading: { start, end },
    titled: false,
    depth,
    span: { start, end },
    children: [],
  };
}

/** Takes a line in capitals below the number of a part that stands alone (`Phần thứ hai`) for the part's heading. */
function namesPart(section: PlanSection | undefined, node: PlanNode): boolean {
  if (section?.marker.style !== 'part' || section.heading.start < section.heading.end) return false;
  if (node.type !== 'paragraph' || section.children.length > 0) return false;
  const { value } = node;
  if (!/\p{Lu}/u.test(value) || value !== value.toUpperCase() || markerOf(value, 0) !== null) return false;
  section.heading = { ...node.span };
  section.span.end = node.span.end;
  return true;
}

/** A paragraph without marker goes on with the item above it only where that item is still open. */
function leaveClosedItems(open: Open[]): void {
  for (;;) {
    const last = open.at(-1);
    if (last === undefined || !isItem(last.section) || isToBeFilled(last)) return;
    open.pop();
  }
}

/** "- Sở Y tế:" with nothing below it yet. */
function isToBeFilled({ section, words }: Open): boolean {
  return section.children.length === 0 && /:\s*$/u.test(words) && isNameLine(words);
}

/** Whether a star or dot stands above dashes ("* Sở Y tế:", "- Chủ trì …"): where it opens a list that goes on with them. */
function headsDashes(marker: Marker, open: readonly { rank: number }[], next: PlanNode | undefined): boolean {
  if (marker.raw !== '*' && marker.raw !== '•') return false;
  if (open.some(({ rank }) => rank === STAR)) return true;
  const follows = next?.type === 'paragraph' ? markerOf(next.value, 0) : null;
  return (
    follows?.style === 'dash' && follows.raw !== marker.raw && !open.some(({ rank }) => rank >= RANK.dash)
  );
}

function isItem(section: PlanSection | undefined): boolean {
  return section?.marker.style === 'dash' || section?.marker.style === 'plus';
}

function keyOf(marker: Marker, rank: number): string {
  const closing = marker.style === 'arabic' && marker.raw.endsWith(')') ? ')' : '';
  const word =
    marker.style === 'part' ? (/^[A-Za-zÀ-\u036fḀ-ỹ]{2,}/u.exec(marker.raw)?.[0].toLowerCase() ?? 'A') : '';
  return `${rank}${closing}${word}`;
}

function trimmed(text: string, from: number, offset: number): { start: number; end: number } {
  const lead = /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
  return { start: offset + from + lead, end: offset + text.length };
}

function textAt(nodes: readonly PlanNode[], start: number, end: number): string {
  const node = nodes.find((candidate) => candidate.span.start <= start && candidate.span.end >= end);
  return node?.type === 'paragraph' ? node.value.slice(start - node.span.start, end - node.span.start) : '';
}
