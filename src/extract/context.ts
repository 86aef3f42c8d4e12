import type { Within } from '../lexicon/places.ts';
import type { SourceText, Span } from '../plan/source-text.ts';
import type { PlanNode, PlanRegion, PlanRoot, PlanSection, RegionName } from '../plan/tree.ts';
import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';

/** A paragraph or item as the extractors read it: its words without the marker, and what it stands under. */
export interface Passage extends Span {
  text: string;
  /** The sections it stands in, outermost first; a section's own heading is not among them. */
  under: readonly PlanSection[];
  node: PlanNode;
}

export interface Context {
  source: SourceText;
  tree: PlanRoot;
  /** Every paragraph, heading and item of the plan's regions, in order. */
  passages: ReadonlyMap<RegionName, readonly Passage[]>;
  /** The first day the plan may have been issued on, an ISO day; null where that is unknown. */
  issuedOn: string | null;
  abbreviations: Abbreviations;
}

/** What all extractors share of one plan. */
export function contextOf(source: SourceText, tree: PlanRoot, issuedOn: string | null = null): Context {
  const passages = new Map<RegionName, Passage[]>();
  for (const { name, children } of tree.children) {
    const list = passages.get(name) ?? [];
    addPassages(source, children, [], list);
    passages.set(name, list);
  }
  return { source, tree, passages, issuedOn, abbreviations: abbreviationsOf(source.text) };
}

export function textOf(source: SourceText, span: Span): string {
  return source.text.slice(span.start, span.end);
}

/** The words of a span, with single blanks between them and none at the ends. */
export function oneLine(context: Context, span: Span): string {
  return singleBlanks(textOf(context.source, span)).trim();
}

const ODD_BLANK = /[^\S ]/;

/** The text with every stretch of white space as one blank. */
export function singleBlanks(text: string): string {
  // Nearly all white space is single blanks already, which need no replacing.
  return text.includes('  ') || ODD_BLANK.test(text) ? text.replace(/\s{2,}|[^\S ]/g, ' ') : text;
}

/** Blanks and punctuation that end a phrase; an ellipsis does not. */
const CLOSING = /(?:[\s;,:]|\.(?:(?=\/)|(?<!\.\.)(?![./]))|(?<=\.)\/)+$/u;

/** Whether white space stands at an offset. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d)) return true;
  return (code > 0x1eff || code === 0x1680) && /\s/.test(text.charAt(at));
}

/** Whether what stands at an offset may close a phrase: a blank or a mark. */
function mayClose(text: string, at: number): boolean {
  return (at < text.length && ';,:./'.includes(text.charAt(at))) || isBlank(text, at);
}

/** The span without blanks, and without closing punctuation, at its ends. */
export function trimSpan(source: SourceText, span: Span): Span {
  let { start, end } = span;
  const { text } = source;
  while (start < end && isBlank(text, start)) start += 1;
  for (;;) {
    if (end <= start || !mayClose(text, end - 1)) break;
    // Behind a word stands mostly one mark.
    if (end - 1 > start && !mayClose(text, end - 2)) {
      if (text.charAt(end - 1) !== '/') end -= 1;
      break;
    }
    const tail = text.slice(Math.max(start, end - 24), end);
    const closing = CLOSING.exec(tail)?.[0].length ?? 0;
    if (closing === 0 || start >= end - closing) break;
    end -= closing;
  }
  return { start, end };
}

/** The words of a table's cell without closing punctuation; an ellipsis stays, with a comma before it. */
export function withoutClosing(words: string): string {
  return words.replace(/[\s;.,:]+$/u, (tail) => /^.*\.{2,}/su.exec(tail)?.[0] ?? '');
}

/** Every paragraph, heading and item of a region, in order. */
export function passages(context: Context, name: RegionName): readonly Passage[] {
  return context.passages.get(name) ?? [];
}

function addPassages(
  source: SourceText,
  nodes: readonly PlanNode[],
  under: readonly PlanSection[],
  list: Passage[],
): void {
  for (const node of nodes) {
    if (node.type === 'planTable') continue;
    const { start, end } = node.type === 'section' ? node.heading : node.span;
    list.push({ start, end, text: source.text.slice(start, end), under, node });
    if (node.type === 'section') addPassages(source, node.children, [...under, node], list);
  }
}

/** The words of a text since the last full stop or semicolon before an offset. */
export function clauseBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && text[start - 1] !== '.' && text[start - 1] !== ';') start -= 1;
  return text.slice(start, at);
}

/** The words of a text since the last full stop before an offset. */
export function sentenceBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('. ', at) + 1, at);
}

/** The first match of a pattern in a region, with the absolute span of group 1 (or of the whole match). */
export function matchIn(
  context: Context,
  part: PlanRegion | undefined,
  pattern: RegExp,
): { match: RegExpExecArray; span: Span } | null {
  if (part === undefined) return null;
  const match = pattern.exec(textOf(context.source, part.span));
  if (match === null) return null;
  const start = part.span.start + match.index;
  return { match, span: { start, end: start + match[0].length } };
}

/** On which day, and in which unit, the places that a plan names are looked for. */
export interface Area {
  on: string | null;
  within: Within;
}
