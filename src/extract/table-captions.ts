import type { Span } from '../plan/source-text.ts';
import type { PlanNode } from '../plan/tree.ts';
import { isKnownUnit } from './label-units.ts';

/** What stands over the tables of an annex. */
export interface Annex {
  /** The lines that head it. */
  heading: string;
  /** Its title, which is its table's where it is but one table; null where it has none. */
  title: { text: string; span: Span } | null;
  single: boolean;
}

const ANNEX_NUMBER =
  /^(?:(?:phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu số|biểu|mẫu số)\s+(?:số\s+)?(?:[IVXL]+|\d+[A-Za-zÀ-\u036fḀ-ỹ\d./-]*)(?![A-Za-zÀ-\u036fḀ-ỹ])|phụ lục)\s*[:.–-]?\s*/iu;
const ATTACHED = /^\(?\s*(?:ban hành )?kèm theo/iu;
const UNIT_NOTE = /^\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:\s*([^()]{1,60}?)\s*\)?\s*\.?$/iu;
/** A title takes a few lines. */
const MOST_LINES = 8;

/** Reads what heads an annex: the lines above its first table. */
export function annexOf(nodes: readonly PlanNode[]): Annex {
  const before = nodes.findIndex((node) => node.type === 'planTable');
  const top = nodes
    .slice(0, before < 0 ? 4 : Math.min(MOST_LINES, before))
    .flatMap((node) => (node.type === 'paragraph' && node.value !== '' ? [node] : []));
  const attached = top.findIndex(({ value }) => ATTACHED.test(value));
  const lines = (attached < 0 ? top.slice(0, 4) : top.slice(0, attached)).filter(
    ({ value }) => value.length < 300,
  );
  const titled: { text: string; span: Span }[] = [];
  for (const { value, span } of lines) {
    const number = ANNEX_NUMBER.exec(value)?.[0].length ?? 0;
    const text = value.slice(number).trimEnd();
    const wordy = /[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(text) || (titled.length > 0 && text !== '');
    if (wordy && !UNIT_NOTE.test(text))
      titled.push({ text, span: { start: span.start + number, end: span.start + number + text.length } });
  }
  const [first] = titled;
  const last = titled.at(-1);
  return {
    heading: lines.map(({ value }) => value).join(' '),
    title:
      first === undefined || last === undefined
        ? null
        : {
            text: titled.map(({ text }) => text).join(' '),
            span: { start: first.span.start, end: last.span.end },
          },
    single: nodes.filter((node) => node.type === 'planTable').length === 1,
  };
}

/** The unit that a note among the lines right above a table gives to all of it: "Đơn vị tính: triệu đồng". */
export function unitNote(above: readonly PlanNode[]): string | null {
  for (const node of above.slice(-3).reverse()) {
    if (node.type !== 'paragraph') return null;
    const unit = unitOfNote(node.value);
    if (unit !== null) return unit;
  }
  return null;
}

/** The unit that ends a caption: "Bảng 2. Sản lượng năm 2025 (ĐVT: tấn)", "Kế hoạch trồng rừng (ha)". */
export function unitInCaption(caption: string): string | null {
  const note = /\((?:đơn vị(?: tính)?|đvt)[^()]*\)\s*[:.]?\s*$/iu.exec(caption);
  if (note !== null) return unitOfNote(note[0].replace(/[\s:.]+$/u, ''));
  const alone = /\(([^()]{1,24})\)\s*[:.]?\s*$/u.exec(caption)?.[1] ?? '';
  return isKnownUnit(alone) ? alone : null;
}

function unitOfNote(note: string): string | null {
  // "người; riêng tỷ lệ bao phủ: %": what some columns have of their own is told behind the unit of all.
  const unit = UNIT_NOTE.exec(note)?.[1]?.replace(/\s*[;,]\s*(?:riêng\s|tỷ lệ|tỉ lệ|cột\s|%).*$/iu, '');
  return unit === undefined ? null : unit.charAt(0).toLowerCase() + unit.slice(1);
}
