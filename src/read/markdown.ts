import type { ReadDocument, ReadLine } from '../plan/document.ts';
import { readHtmlTables } from './html-tables.ts';
import { stripMarkup } from './markup.ts';
import { readPipeCells, withBarredCells } from './pipe-cells.ts';
import { withStackedCells } from './stacked-cells.ts';
import { decodeText } from './text.ts';

/**
 * Reads Markdown, as other programs' OCR and converters write it, into one page for each form feed. Tables that a
 * converter broke into one cell a line, between bare `|` or empty lines, are put together again, those in HTML are read as such. Throws as readText does.
 */
export function readMarkdown(path: string, bytes: Uint8Array): ReadDocument {
  const { text, from } = decodeText(path, bytes);
  return {
    mediaType: 'text/markdown',
    pages: text.split('\f').map((page, index) => ({
      page: index + 1,
      origin: 'text',
      confidence: 1,
      ...(from === null ? {} : { reason: from }),
      lines: lines(page),
    })),
  };
}

function lines(page: string): ReadLine[] {
  const parts = readHtmlTables(page).flatMap((part) =>
    part.kind === 'text' ? readPipeCells(part.text) : [part],
  );
  return parts.flatMap((part) =>
    part.kind === 'text'
      ? withStackedCells(withBarredCells(stripMarkup(part.text, 'markdown')))
      : part.rows.map((row) => {
          const cells = row.map((cell) =>
            stripMarkup(cell, 'markdown')
              .map((line) => line.text.trim())
              .filter((line) => line !== '' && !/^-{2,}$/.test(line))
              .join('\n'),
          );
          return { text: cells.map((cell) => cell.replaceAll('\n', ' ')).join('\t'), cells };
        }),
  );
}
