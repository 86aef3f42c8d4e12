import type { Literal, Parent } from 'unist';
import type { Span } from './source-text.ts';

/**
 * The parsed plan, an mdast-style tree: a root of regions, regions of sections, sections of
 * paragraphs, nested sections and tables. Every node's `span` gives its place in the normalised text.
 */
export interface PlanRoot extends Parent {
  type: 'root';
  children: PlanRegion[];
}

export type RegionName =
  | 'letterhead' // national motto, issuing body, number, place and date
  | 'title' // type of document and trích yếu
  | 'preamble' // legal bases, up to the first numbered heading
  | 'body'
  | 'closing' // "Trên đây là Kế hoạch …"
  | 'recipients' // Nơi nhận
  | 'signature'
  | 'annex' // one for each Phụ lục that is in the file
  | 'other'; // another document that follows in the same file

export interface PlanRegion extends Parent {
  type: 'region';
  name: RegionName;
  span: Span;
  children: PlanNode[];
}

export type PlanNode = PlanSection | PlanParagraph | PlanTable;

export type MarkerStyle =
  | 'part' // Phần I, Chương II, Mục 1, Điều 3
  | 'roman' // I.
  | 'arabic' // 1.
  | 'decimal' // 2.1.
  | 'letter' // a)
  | 'dash' // -
  | 'plus' // +
  | 'name'; // none: a body's name alone in its line, over what the body is to do

/** A heading's or item's number. */
export interface Marker extends Span {
  style: MarkerStyle;
  /** As it stands: "IV.", "2.1.", "đ)", "-". */
  raw: string;
  /** Its place in the order of its style, from 1; null for dashes, pluses and what can't be counted. For decimals, the last part. */
  ordinal: number | null;
  /** All parts of a decimal: 2.1 is [2, 1]. */
  path: number[];
}

/** A numbered heading or list item together with everything below it. */
export interface PlanSection extends Parent {
  type: 'section';
  marker: Marker;
  /** The words after the marker, on its own line. */
  heading: Span;
  /** The marker's line stands as a title over what follows (no sentence of its own). */
  titled: boolean;
  depth: number;
  span: Span;
  children: PlanNode[];
}

export interface PlanParagraph extends Literal {
  type: 'paragraph';
  value: string;
  span: Span;
}

export interface PlanTable extends Parent {
  type: 'planTable';
  span: Span;
  page: number;
  caption: Span | null;
  /** Header rows come first; `header` says how many. */
  header: number;
  children: PlanTableRow[];
}

export interface PlanTableRow extends Parent {
  type: 'planTableRow';
  span: Span;
  /** It says the header again, or numbers the page on which the table goes on. */
  furniture?: true;
  children: PlanTableCell[];
}

export interface PlanTableCell extends Literal {
  type: 'planTableCell';
  value: string;
  span: Span;
}

/** The region of that name, the first where there are several (annexes). */
export function region(root: PlanRoot, name: RegionName): PlanRegion | undefined {
  return root.children.find((child) => child.name === name);
}

/** All sections below the given nodes, in document order, each before its own children. */
export function* sections(nodes: readonly PlanNode[]): Generator<PlanSection> {
  for (const node of nodes) {
    if (node.type !== 'section') continue;
    yield node;
    yield* sections(node.children);
  }
}
