import type { ReadLine, WordPage } from '../plan/document.ts';
import { joinTables } from './across-pages.ts';
import { markBeginnings } from './begins.ts';
import { markMargins } from './margins.ts';
import { markNotes } from './notes.ts';
import { laidPage } from './page.ts';
import { writtenLine, writtenRow } from './written.ts';

/**
 * The pages of a document, their words put into lines and table rows in reading order; one entry for each page given. Every
 * word stands once in them, its box on the page as it is. Lines carry what only their places tell: which begin a
 * paragraph, which are the page's own or notes, which rows go on with a table of the page before.
 */
export function layOut(pages: readonly WordPage[]): ReadLine[][] {
  const laid = pages.map(laidPage);
  markMargins(laid);
  for (const page of laid) markNotes(page);
  joinTables(laid);
  markBeginnings(laid);
  return laid.map(({ page, parts }) =>
    parts.map((part) => (part.kind === 'line' ? writtenLine(part, page) : writtenRow(part, page))),
  );
}
