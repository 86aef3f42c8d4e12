import type { PageProblem } from '../plan/document.ts';
import type { AnnexMention, PlanUnderCheck } from '../plan/facts.ts';
import { toPointer } from '../plan/pointer.ts';
import type {
  Box,
  Citation,
  Deadline,
  Issuer,
  PageOrigin,
  PlanFacts,
  Signer,
  Target,
} from '../plan/record.ts';
import type { Block, PageSpan, SourceText, Span } from '../plan/source-text.ts';
import type { MarkerStyle, PlanNode, PlanRegion, PlanSection } from '../plan/tree.ts';
import { letterOrdinal, romanValue } from './numerals.ts';

/**
 * An invented plan of few facts, as the examples of the rules state it: what is left out is null or empty. Cells are
 * as printed; a target's `quote` is the words it stands in, and an outline has one section or paragraph a line, each
 * level two blanks deeper.
 */
export interface Sketch {
  type?: string;
  number?: string;
  issuer?: Partial<Issuer> & { name: string };
  issuedOn?: string;
  unreadDate?: string;
  issuedAt?: string;
  title?: string;
  period?: string;
  signer?: Partial<Signer> & { name: string };
  citations?: (Partial<Citation> & { number: string })[];
  targets?: TargetSketch[];
  tables?: TableSketch[];
  deadlines?: (Partial<Deadline> & { text: string })[];
  outline?: string[];
  /** The lines of another document behind the plan. */
  following?: string[];
  annexes?: { cited: string[]; present: string[] };
  /** The text of each page, where the pages matter. */
  pages?: { text: string; origin: PageOrigin; problem?: PageProblem; unread?: Box[] }[];
  /** Confidences other than 1, by JSON Pointer. */
  confidences?: Record<string, number>;
}

export type TargetSketch = Partial<Target> & { value: number | null; quote?: string };

export interface TableSketch {
  caption?: string;
  columns: (string | { label: string; indicator?: string; unit?: string })[];
  /** Codes of the places that rows are about, by label. */
  places?: Record<string, string>;
  /** Kind, label and cells of each row. */
  rows: [kind: 'item' | 'total' | 'subtotal' | 'heading', label: string, ...cells: string[]][];
}

/** A plan of one table. */
export function tablePlan(columns: TableSketch['columns'], rows: TableSketch['rows']): Sketch {
  return { tables: [{ columns, rows }] };
}

/** The plan a sketch stands for, with the text and the evidence that its facts would have been read from. */
export function planOf(sketch: Sketch): PlanUnderCheck {
  const draft = new Draft(sketch.confidences ?? {});
  const facts = factsOf(sketch);
  draft.state(facts);
  for (const [index, target] of (sketch.targets ?? []).entries()) {
    const printed = target.quote ?? (target.value === null ? null : String(target.value).replace('.', ','));
    if (printed !== null) draft.evidence(`/targets/${index}/value`, printed);
  }
  if (sketch.unreadDate !== undefined) draft.line(sketch.unreadDate);
  const body: PlanRegion = { type: 'region', name: 'body', span: { start: 0, end: 0 }, children: [] };
  body.children = draft.outline(sketch.outline ?? []);
  const annexes = {
    cited: (sketch.annexes?.cited ?? []).map((label) => draft.annex('Chi tiết tại Phụ lục', label)),
    present: (sketch.annexes?.present ?? []).map((label) => draft.annex('Phụ lục', label)),
  };
  const following = draft.outline(sketch.following ?? []);
  const source = draft.source(sketch.pages);
  body.span = { start: 0, end: source.text.length };
  return {
    facts,
    evidence: draft.found,
    annexes,
    unreadDate: sketch.unreadDate ?? null,
    source,
    tree: { type: 'root', children: [body, ...behind(following)] },
  };
}

function behind(children: PlanNode[]): PlanRegion[] {
  const first = children[0];
  const last = children.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ type: 'region', name: 'other', span: { start: first.span.start, end: last.span.end }, children }];
}

function factsOf(sketch: Sketch): PlanFacts {
  return {
    type: sketch.type ?? null,
    number: sketch.number ?? null,
    issuer:
      sketch.issuer === undefined
        ? null
        : { kind: 'peoples-committee', level: 'province', place: null, ...sketch.issuer },
    issuedOn: sketch.issuedOn ?? null,
    issuedAt: sketch.issuedAt ?? null,
    title: sketch.title ?? null,
    period: sketch.period ?? null,
    signer: sketch.signer === undefined ? null : { position: null, capacity: null, ...sketch.signer },
    recipients: [],
    citations: (sketch.citations ?? []).map((citation) => ({
      type: null,
      issuedOn: null,
      issuer: null,
      role: 'basis',
      ...citation,
    })),
    targets: (sketch.targets ?? []).map(({ quote: _, ...target }) => ({
      indicator: null,
      label: 'chỉ tiêu',
      group: null,
      measure: 'count',
      change: null,
      relation: '=',
      unit: null,
      of: null,
      reference: null,
      due: null,
      place: null,
      from: null,
      ...target,
    })),
    tables: (sketch.tables ?? []).map(({ caption, columns, rows, places = {} }) => ({
      caption: caption ?? null,
      page: 1,
      columns: columns.map((column) => ({
        indicator: null,
        unit: null,
        ...(typeof column === 'string' ? { label: column } : column),
      })),
      rows: rows.map(([kind, label, ...cells]) => ({
        label,
        place: places[label] === undefined ? null : { name: label, code: places[label] },
        kind,
        cells: cells.map((text) => ({ text, value: printedValue(text) })),
      })),
    })),
    agencies: [],
    deadlines: (sketch.deadlines ?? []).map((deadline) => ({
      due: null,
      recurrence: null,
      action: null,
      agency: null,
      ...deadline,
    })),
  };
}

/** The number a cell shows, written the Vietnamese way; null where it is none. */
function printedValue(text: string): number | null {
  const digits = text.replace(/\s*%$/, '');
  return /^\d+(\.\d{3})*(,\d+)?$/.test(digits) ? Number(digits.replaceAll('.', '').replace(',', '.')) : null;
}

const MARKERS: readonly [MarkerStyle, RegExp][] = [
  ['part', /^(?:Phần|Chương|Mục|Điều) (?:[IVXLC]+|\d+)\.?/],
  ['roman', /^[IVXLC]+\./],
  ['decimal', /^\d+(?:\.\d+)+\.?/],
  ['arabic', /^\d+[.)]/],
  ['letter', /^\p{Ll}\)/u],
  ['dash', /^-/],
  ['plus', /^\+/],
];

/** Writes the text of a sketch line by line and notes where each value stands. */
class Draft {
  readonly found: PlanUnderCheck['evidence'] = {};
  readonly #blocks: Block[] = [];
  readonly #confidences: Readonly<Record<string, number>>;
  #text = '';

  constructor(confidences: Readonly<Record<string, number>>) {
    this.#confidences = confidences;
  }

  line(words: string): Span {
    if (this.#text !== '') this.#text += '\n';
    const start = this.#text.length;
    this.#text += words;
    const span = { start, end: this.#text.length };
    this.#blocks.push({ ...span, page: 1, style: {}, gapAfter: false });
    return span;
  }

  evidence(pointer: string, quote: string): void {
    this.found[pointer] = {
      page: 1,
      ...this.line(quote),
      quote,
      confidence: this.#confidences[pointer] ?? 1,
      boxes: [],
    };
  }

  state(facts: PlanFacts): void {
    for (const field of ['number', 'issuedOn', 'title', 'period'] as const) {
      const value = facts[field];
      if (value !== null) this.evidence(`/${field}`, value);
    }
    for (const [index, citation] of facts.citations.entries()) {
      this.evidence(toPointer(['citations', index, 'number']), citation.number);
    }
    // Of dates and cells, those that a sketch gives a confidence for.
    for (const [index, { issuedOn }] of facts.citations.entries()) {
      const pointer = toPointer(['citations', index, 'issuedOn']);
      if (issuedOn !== null && pointer in this.#confidences) this.evidence(pointer, issuedOn);
    }
    for (const [index, deadline] of facts.deadlines.entries()) {
      if (deadline.due !== null) this.evidence(toPointer(['deadlines', index, 'due']), deadline.text);
    }
    for (const [at, table] of facts.tables.entries()) {
      for (const [row, { label, cells }] of table.rows.entries()) {
        this.line([label, ...cells.map((cell) => cell.text)].join('\t'));
        for (const [column, { text }] of cells.entries()) {
          for (const part of ['text', 'value']) {
            const pointer = toPointer(['tables', at, 'rows', row, 'cells', column, part]);
            if (pointer in this.#confidences) this.evidence(pointer, text);
          }
        }
      }
    }
  }

  annex(lead: string, label: string): AnnexMention {
    const span = this.line(label === '' ? lead : `${lead} ${label}`);
    return { label, span: { start: span.start + lead.length - 'Phụ lục'.length, end: span.end } };
  }

  outline(lines: readonly string[]): PlanNode[] {
    const top: PlanNode[] = [];
    const open: PlanSection[] = [];
    for (const line of lines) {
      const words = line.trim();
      const depth = (line.length - line.trimStart().length) / 2;
      open.length = Math.min(open.length, depth);
      const span = this.line(words);
      const children = open.at(-1)?.children ?? top;
      const section = sectionOf(words, span, depth);
      if (section === null) children.push({ type: 'paragraph', value: words, span });
      else {
        children.push(section);
        open.push(section);
      }
    }
    return top;
  }

  source(pages: Sketch['pages']): SourceText {
    const spans: PageSpan[] = [];
    for (const [index, { text, origin, problem, unread }] of (pages ?? []).entries()) {
      const start = this.#text.length;
      if (text !== '') this.line(text);
      spans.push({
        page: index + 1,
        origin,
        confidence: 1,
        reason: null,
        problem: problem ?? null,
        unread: unread ?? [],
        start,
        end: this.#text.length,
      });
    }
    if (pages === undefined) {
      spans.push({
        page: 1,
        origin: 'text',
        confidence: 1,
        reason: null,
        problem: null,
        unread: [],
        start: 0,
        end: this.#text.length,
      });
    }
    return {
      text: this.#text,
      blocks: this.#blocks,
      pages: spans,
      words: [],
      repairs: [],
      diacritics: 'original',
    };
  }
}

function sectionOf(words: string, span: Span, depth: number): PlanSection | null {
  for (const [style, pattern] of MARKERS) {
    const raw = pattern.exec(words)?.[0];
    if (raw === undefined) continue;
    const path = raw.match(/\d+/g)?.map(Number) ?? [];
    const counter = /[A-Za-zÀ-\u036fḀ-ỹ\d]+(?=[.)]?$)/u.exec(raw)?.[0] ?? '';
    const end = span.start + raw.length;
    return {
      type: 'section',
      marker: {
        style,
        raw,
        ordinal: path.at(-1) ?? (style === 'letter' ? letterOrdinal(counter) : romanValue(counter)),
        path,
        start: span.start,
        end,
      },
      heading: { start: end, end: span.end },
      titled: false,
      depth,
      span,
      children: [],
    };
  }
  return null;
}
