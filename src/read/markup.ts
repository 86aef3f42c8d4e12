import type { Nodes, TableCell } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { CLOSED } from '../lexicon/numbering.ts';
import { CAPACITY } from '../lexicon/signing.ts';
import type { ReadLine } from '../plan/document.ts';
import { type Dialect, isEmptyEmphasis, type Styled, simpleLines, styleOf } from './simple-marks.ts';

/** Everything but emphasis: in plain text these read meaning into what is only punctuation or indentation. */
const BLOCK_AND_INLINE_CONSTRUCTS = [
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
  'setextUnderline',
  'thematicBreak',
];

const markdown = unified()
  .use(disableConstructs, ['codeIndented'])
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false });
const emphasis = unified().use(disableConstructs, BLOCK_AND_INLINE_CONSTRUCTS).use(remarkParse);

function disableConstructs(this: Processor, names: string[]): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: names } }];
}

/** A stretch of source text to leave out, or to put something else in its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Without any of these a paragraph means what it says. */
const MARKS = { markdown: /[*_#|>\\[\]!<~`]|&nbsp;|^ {0,3}(?:=+|-+)\s*$/m, emphasis: /[*_]/ };

/** The bullet that a converter sets before what has a list marker of its own: `- 1. Sở Y tế`, `- - Chủ trì`. */
const LISTED_MARKER = new RegExp(
  String.raw`^\s*[-*+]\s+(?=(?:[-–+•]|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,5})(?:${CLOSED}|\/))\s)`,
  'u',
);

/**
 * The lines of a Markdown text without its marks: delimiters go, words, list markers and line breaks stay, and what
 * the marks said is kept as the lines' style and table cells. `dialect` 'emphasis' knows `*` and `_` only. Paragraphs are
 * read one by one, so that plain ones cost nothing: what one of them opens does not reach into the next.
 */
export function stripMarkup(source: string, dialect: Dialect): ReadLine[] {
  const lines = linesWithoutMarks(source, dialect);
  if (dialect === 'emphasis') return lines;
  return lines.map((line) =>
    LISTED_MARKER.test(line.text) ? { ...line, text: line.text.replace(LISTED_MARKER, '') } : line,
  );
}

function linesWithoutMarks(source: string, dialect: Dialect): ReadLine[] {
  return paragraphsAndGaps(source).flatMap((part, index) => {
    // Odd parts are the gaps: each of their line ends but the first and the last closes an empty line.
    if (index % 2 === 1)
      return part
        .split('\n')
        .slice(1, -1)
        .map((text) => ({ text }));
    if (!MARKS[dialect].test(part)) return part.split('\n').map((text) => ({ text }));
    return simpleLines(part, dialect) ?? strip(part, dialect);
  });
}

/** The paragraphs of a text, and between them the line ends, with blanks, that part them. */
function paragraphsAndGaps(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let at = source.indexOf('\n');
  while (at >= 0) {
    let end = at + 1;
    for (let next = end; ; next++) {
      const code = source.charCodeAt(next);
      if (code === 0x0a) end = next + 1;
      else if (code !== 0x20 && code !== 0x09) break;
    }
    if (end > at + 1) {
      parts.push(source.slice(from, at), source.slice(at, end));
      from = end;
    }
    at = source.indexOf('\n', end);
  }
  parts.push(source.slice(from));
  return parts;
}

function strip(source: string, dialect: Dialect): ReadLine[] {
  const root = (dialect === 'markdown' ? markdown : emphasis).parse(source);
  const edits: Edit[] = [];
  const styles: Styled[] = [];
  const rows: { start: number; end: number; cells: [number, number][] }[] = [];
  let inCell = false;

  const visit = (node: Nodes): void => {
    const { start, end } = offsets(node);
    if (node.type === 'tableCell') inCell = true;
    switch (node.type) {
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'heading': {
        const first = node.children[0];
        const last = node.children.at(-1);
        const innerStart = first === undefined ? end : offsets(first).start;
        const innerEnd = last === undefined ? end : offsets(last).end;
        edits.push({ start, end: innerStart, text: '' }, { start: innerEnd, end, text: '' });
        if (node.type === 'strong') styles.push({ start, end, style: { bold: true } });
        if (node.type === 'emphasis') styles.push({ start, end, style: { italic: true } });
        if (node.type === 'heading') styles.push({ start, end: innerEnd, style: { heading: node.depth } });
        break;
      }
      case 'html':
        edits.push({ start, end, text: /^<br\b/i.test(node.value) ? (inCell ? '\n' : ' ') : '' });
        break;
      case 'thematicBreak':
        edits.push({ start, end, text: '' });
        break;
      case 'image':
        edits.push({ start, end, text: node.alt ?? '' });
        break;
      case 'text':
        for (const match of source.slice(start, end).matchAll(/\\(?=[!-/:-@[-`{-~])|&nbsp;/g)) {
          const at = start + match.index;
          edits.push({ start: at, end: at + match[0].length, text: match[0] === '\\' ? '' : ' ' });
        }
        break;
      case 'tableCell':
        edits.push(...lineBreaks(source, node));
        break;
      case 'tableRow':
        rows.push({
          start,
          end,
          cells: node.children.map((cell) => {
            const first = cell.children[0];
            const last = cell.children.at(-1);
            return first === undefined || last === undefined
              ? [offsets(cell).start, offsets(cell).start]
              : [offsets(first).start, offsets(last).end];
          }),
        });
        break;
      default:
        break;
    }
    if ('children' in node) for (const child of node.children) visit(child);
    if (node.type === 'tableCell') inCell = false;
  };
  visit(root);

  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  rows.sort((a, b) => a.start - b.start);
  const tables = root.children.filter((node) => node.type === 'table').map((node) => offsets(node));
  const lines: ReadLine[] = [];
  let start = 0;
  let row = 0;
  for (const raw of source.split('\n')) {
    const end = start + raw.length;
    while ((rows[row]?.end ?? Number.POSITIVE_INFINITY) <= start) row += 1;
    const tableRow = rows[row];
    if (tableRow !== undefined && tableRow.start < end && tableRow.start >= start) {
      const cells = tableRow.cells.map(([from, to]) =>
        dropStrays(applyEdits(source, from, to, edits), dialect)
          .split('\n')
          .map((line) => line.trim())
          .join('\n')
          .trim(),
      );
      lines.push({ text: cells.map((cell) => cell.replaceAll('\n', ' ')).join('\t'), cells });
    } else if (tables.some((table) => start >= table.start && end <= table.end)) {
      // The delimiter row of a table says nothing.
    } else {
      const text = dropStrays(applyEdits(source, start, end, edits), dialect).replace(
        /^[ \t]*>[ \t]?/,
        dialect === 'markdown' ? '' : '$&',
      );
      const style = styleOf(start, end, styles);
      lines.push(style === null ? { text } : { text, style });
    }
    start = end + 1;
  }
  return lines;
}

/**
 * Where the lines of a cell end that a converter wrote one after the other: between marks of their own
 * (`**TM. ỦY BAN NHÂN DÂN** **CHỦ TỊCH**`), before each recipient (`**Nơi nhận:** - Như trên; - Lưu: VT.`), and before a
 * signer's name (`**TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nông Văn Tiệp**`).
 */
function lineBreaks(source: string, cell: TableCell): Edit[] {
  const { start, end } = offsets(cell);
  const written = source.slice(start, end);
  const receives = /^[|\s*_]*N[ơo]i nh[ậa]n\s*:/iu.test(written);
  const name = SIGNER.exec(written)?.groups?.name;
  if (name !== undefined) {
    const at = start + written.lastIndexOf(name);
    return [{ start: at, end: at, text: '\n' }];
  }
  return cell.children.flatMap((node, index): Edit[] => {
    if (node.type !== 'text') return [];
    const from = offsets(node).start;
    if (node.value.trim() === '')
      return isMarked(cell.children[index - 1]) && isMarked(cell.children[index + 1])
        ? [{ start: from, end: offsets(node).end, text: '\n' }]
        : [];
    if (!receives) return [];
    return [
      ...source.slice(from, offsets(node).end).matchAll(/(?<=^|[;.:])\s+(?=[-–]\s*[A-Za-zÀ-\u036fḀ-ỹ])/gu),
    ].map((gap) => ({
      start: from + gap.index,
      end: from + gap.index + gap[0].length,
      text: '\n',
    }));
  });
}

/** A name in one run with the capitals of office and authority before it. */
const SIGNER = new RegExp(
  String.raw`^[|\s*_]*${CAPACITY}\s*[\p{Lu}.,;-]+(?:\s+[\p{Lu}.,;-]+)*\s+(?<name>(?:\p{Lu}[\p{Ll}\p{M}]*\s+){1,4}\p{Lu}[\p{Ll}\p{M}]+)[|\s*_]*$`,
  'u',
);

function isMarked(node: Nodes | undefined): boolean {
  return node?.type === 'strong' || node?.type === 'emphasis';
}

function offsets(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function applyEdits(source: string, start: number, end: number, edits: readonly Edit[]): string {
  let text = '';
  let at = start;
  for (const edit of edits) {
    if (edit.end <= at) continue;
    if (edit.start >= end) break;
    if (edit.start > at) text += source.slice(at, edit.start);
    if (edit.start >= at) text += edit.text;
    at = Math.min(end, edit.end);
  }
  return text + source.slice(at, end);
}

/** Converters leave marks that CommonMark reads as text (`**Lưu ý: **`): a doubled or an enclosing star is no word. */
function dropStrays(text: string, dialect: Dialect): string {
  if (dialect === 'emphasis' || !text.includes('*')) return text;
  if (isEmptyEmphasis(text)) return '';
  return text.replace(/\*{2,}/g, '').replace(/(?<!\()\*(?!\))(?!\s*$)(?=\S)|(?<=\S ?)\*(?!\))/g, '');
}
