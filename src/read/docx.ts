import type { ReadDocument, ReadLine } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { Blocks } from './docx/blocks.ts';
import { partsOf } from './docx/parts.ts';
import { child } from './docx/xml.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads a Word file (.docx) as it looks on paper, with the numbers of its lists and with all tracked changes accepted.
 * Page headers and footers, comments and hidden text are left out. It is one page: where pages end, Word decides anew
 * each time it shows the file. Throws a DocumentFailure.
 */
export function readDocx(path: string, bytes: Uint8Array): ReadDocument {
  const parts = partsOf(path, bytes);
  const body = child(parts.document, 'body');
  if (body === undefined) throw new DocumentFailure('damaged', path);
  let lines: ReadLine[];
  try {
    lines = withoutAligningTabs(new Blocks(parts).linesIn(body));
  } catch (error) {
    // Nested too deeply.
    if (error instanceof RangeError) throw new DocumentFailure('damaged', path);
    throw error;
  }
  if (lines.every(({ text }) => text.trim() === '')) throw new DocumentFailure('empty', path);
  return {
    mediaType: MEDIA_TYPE,
    pages: [{ page: 1, origin: 'text', confidence: 1, lines: brokenUp(lines) ? lines : lines.map(closed) }],
  };
}

/** A paragraph of Word is complete. */
function closed(line: ReadLine): ReadLine {
  return { ...line, style: { ...line.style, closed: true } };
}

/** Whether each line of the paper has become a paragraph, as converters from PDF do it: many run on into the next. */
function brokenUp(lines: readonly ReadLine[]): boolean {
  const texts = lines.filter(({ text, cells }) => cells === undefined && text.trim() !== '');
  const running = texts.filter(
    ({ text }, index) =>
      !/[.;:!?…]["”’»)]*\s*$/.test(text) && /^\s*["“(]?\p{Ll}/u.test(texts[index + 1]?.text ?? ''),
  );
  return running.length * 4 > texts.length;
}

const MARKER_AND_TAB = /^(\s*(?:[-–—+*•]|[A-Za-zÀ-\u036fḀ-ỹ\d.]{1,8}[.)]))\t+/u;

/** Tabs part columns where paragraphs below each other have them; elsewhere they only align. */
function withoutAligningTabs(lines: readonly ReadLine[]): ReadLine[] {
  const plain = lines.map((line) =>
    line.cells === undefined ? { ...line, text: line.text.replace(MARKER_AND_TAB, '$1 ') } : line,
  );
  const tabbed = plain.map(({ text, cells }) => cells === undefined && /\S\t+\s*\S/.test(text));
  return plain.map((line, index) =>
    line.cells !== undefined || tabbed[index - 1] === true || tabbed[index + 1] === true
      ? line
      : { ...line, text: line.text.replaceAll('\t', ' ') },
  );
}
