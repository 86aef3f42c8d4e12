import type { LineStyle, PageProblem } from './document.ts';
import type { Box, Evidence, PageOrigin, PageReason } from './record.ts';

/** Half-open UTF-16 offsets into a document's normalised text. */
export interface Span {
  start: number;
  end: number;
}

/**
 * A document's normalised text: NFC, one block (heading, paragraph, list item, table row) a line,
 * lines joined by '\n', table cells within a line by '\t'. It is built from the lines as read, so that
 * every part knows the page, and where known the box, it came from.
 */
export interface SourceText {
  text: string;
  blocks: Block[];
  pages: PageSpan[];
  /** Sorted by start, not overlapping; empty where no positions are known (plain text). */
  words: PlacedWord[];
  /** What the repair changed beyond white space, sorted by start, not overlapping. */
  repairs: Repair[];
  /** Whether the diacritics stood in the document or were put back. */
  diacritics: 'original' | 'restored';
}

/** What of a text tells where its words stand: what copies of its pages are made from. */
export type PlacedText = Pick<SourceText, 'text' | 'blocks' | 'words' | 'repairs'>;

/** One line of the normalised text. */
export interface Block extends Span {
  /** One-based page the block begins on. */
  page: number;
  style: LineStyle;
  /** Set for a table row: the spans of its cells. */
  cells?: Span[];
  /** The block's line was followed by an empty line (or a page end) in the document as read. */
  gapAfter: boolean;
}

export interface PageSpan extends Span {
  page: number;
  origin: PageOrigin;
  confidence: number;
  reason: PageReason | null;
  problem: PageProblem | null;
  unread: Box[];
}

export interface PlacedWord extends Span {
  page: number;
  confidence: number;
  box: Box;
  alternatives?: string[];
}

export interface Repair extends Span {
  /** The words as they were read. */
  original: string;
  /** 0–1: how sure the repair is. */
  confidence: number;
}

/** The evidence for a value read at `span`: page, quoted words, boxes, and the least of the confidences it rests on. */
export function evidenceFor(source: SourceText, span: Span, confidence = 1): Evidence {
  const { start, end } = span;
  if (source.words.length === 0 && source.repairs.length === 0) {
    return {
      page: pageAt(source, start),
      start,
      end,
      quote: source.text.slice(start, end),
      confidence: Math.round(confidence * 1000) / 1000,
      boxes: [],
    };
  }
  let least = confidence;
  const boxes: Box[] = [];
  const alternatives: string[] = [];
  const page = pageAt(source, start);
  for (const word of overlapping(source.words, span)) {
    least = Math.min(least, word.confidence);
    // What goes on over the page end has its boxes where it begins: a box says nothing without its page.
    if (word.page === page) boxes.push(word.box);
    alternatives.push(...(word.alternatives ?? []));
  }
  for (const repair of overlapping(source.repairs, span)) least = Math.min(least, repair.confidence);
  return {
    page,
    start,
    end,
    quote: source.text.slice(start, end),
    confidence: Math.round(least * 1000) / 1000,
    boxes,
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
}

/** The words of a span as they were read, before any repair. */
export function asRead(source: SourceText, span: Span): string {
  let text = '';
  let at = span.start;
  for (const repair of overlapping(source.repairs, span)) {
    text += source.text.slice(at, Math.max(at, repair.start)) + repair.original;
    at = repair.end;
  }
  return text + source.text.slice(at, Math.max(at, span.end));
}

/** The one-based page that an offset of the normalised text lies on. */
export function pageAt(source: SourceText, offset: number): number {
  let page = source.pages[0]?.page ?? 1;
  for (const span of source.pages) {
    if (span.start > offset) break;
    page = span.page;
  }
  return page;
}

/** The parts of a sorted, disjoint list that overlap a span. */
function overlapping<T extends Span>(parts: readonly T[], { start, end }: Span): T[] {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && part.end <= start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined || part.start >= end) break;
    found.push(part);
  }
  return found;
}
