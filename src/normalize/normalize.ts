import type { ReadDocument } from '../plan/document.ts';
import type { Block, PageSpan, PlacedWord, Repair, SourceText } from '../plan/source-text.ts';
import { repairAbbreviations } from './abbreviations.ts';
import { splitColumns } from './columns.ts';
import { repairDoubledLetters } from './doubled-letters.ts';
import { repairEnumerators } from './enumerators.ts';
import { dropFurniture } from './furniture.ts';
import { flattenLayoutTables } from './layout-tables.ts';
import { linesOf } from './lines.ts';
import { type Draft, joinParagraphs } from './paragraphs.ts';
import { repairRecognizedAbbreviations } from './recognized-abbreviations.ts';
import { dropDebris, repairBullets } from './recognized-marks.ts';
import { repairWords } from './repair-words.ts';
import { repairRowNumbers } from './row-numbers.ts';
import { repairShiftedLetters } from './shifted-letters.ts';

/**
 * The normalised text of a document as read: NFC, one block a line, page furniture gone, broken paragraphs joined,
 * lost diacritics and the readers' known slips put right. Every change beyond white space is among its repairs.
 */
export function normalizeDocument(document: ReadDocument): SourceText {
  const recognized = new Set(document.pages.flatMap(({ page, origin }) => (origin === 'ocr' ? [page] : [])));
  const isRecognized = (page: number): boolean => recognized.has(page);
  const lines = flattenLayoutTables(dropFurniture(dropDebris(linesOf(document), isRecognized)));
  const joined = repairShiftedLetters(joinParagraphs(lines, document.mediaType === 'text/markdown'));
  const numbered = repairRowNumbers(repairBullets(joined, isRecognized), isRecognized);
  const marked = repairRecognizedAbbreviations(numbered, isRecognized);
  const { drafts, diacritics } = repairWords(marked, isRecognized);
  const repaired = repairEnumerators(
    repairAbbreviations(repairDoubledLetters(splitColumns(drafts), isRecognized)),
    isRecognized,
  );
  return assemble(repaired, document, diacritics);
}

function assemble(
  drafts: readonly Draft[],
  document: ReadDocument,
  diacritics: SourceText['diacritics'],
): SourceText {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const words: PlacedWord[] = [];
  const repairs: Repair[] = [];
  const starts = new Map<number, number>();
  let offset = 0;
  for (const draft of drafts) {
    const place = <T extends { start: number; end: number }>(item: T): T => ({
      ...item,
      start: item.start + offset,
      end: item.end + offset,
    });
    if (!starts.has(draft.page)) starts.set(draft.page, offset);
    parts.push(draft.text);
    blocks.push({
      start: offset,
      end: offset + draft.text.length,
      page: draft.page,
      style: draft.style,
      gapAfter: draft.gapAfter,
      ...(draft.cells === null ? {} : { cells: draft.cells.map(place) }),
    });
    words.push(...draft.words.map(place));
    repairs.push(...draft.repairs.map(place));
    offset += draft.text.length + 1;
  }
  const text = parts.join('\n');
  const pages: PageSpan[] = [];
  let next = text.length;
  for (const { page, origin, confidence, reason, problem, unread } of [...document.pages].reverse()) {
    const start = starts.get(page) ?? next;
    pages.unshift({
      page,
      origin,
      confidence,
      reason: reason ?? null,
      problem: problem ?? null,
      unread: unread ?? [],
      start,
      end: next,
    });
    next = start;
  }
  return { text, blocks, pages, words, repairs, diacritics };
}
