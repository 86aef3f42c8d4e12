import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { layOut } from '../../src/layout/layout.ts';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import type { ReadLine, WordPage } from '../../src/plan/document.ts';

/**
 * A folder of test/fixtures/layout holds pages of words (`input.json`: text, box, size, styles), the lines they are
 * to become (`lines.txt`) and the text these are to become (`text.txt`). Before each line stands `>` where it begins a
 * paragraph, `.` where it does not, `?` where its place does not tell, and what it is besides; ⇥ parts cells, ⏎ lines in
 * them. `UPDATE_GOLDENS=1 npx vitest run test/layout/goldens.test.ts` writes what comes out: read the diff.
 */
const ROOT = new URL('../fixtures/layout/', import.meta.url);

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Pages = z.array(
  z.object({
    width: z.number(),
    height: z.number(),
    angle: z.number(),
    words: z.array(
      z.tuple([z.string(), z.number(), z.number(), z.number(), z.number(), z.number(), z.string()]),
    ),
    rules: z.array(box),
  }),
);

function pagesOf(folder: URL): WordPage[] {
  const pages = Pages.parse(JSON.parse(readFileSync(new URL('input.json', folder), 'utf8')));
  return pages.map(({ words, ...page }) => ({
    ...page,
    unread: [],
    words: words.map(([text, x, y, width, height, size, styles]) => ({
      text,
      confidence: 1,
      box: [x, y, width, height],
      size: size === 0 ? null : size,
      bold: styles.includes('b'),
      italic: styles.includes('i'),
    })),
  }));
}

function shown({ text, cells, begins, aside, row }: ReadLine): string {
  const mark = begins === undefined ? '?' : begins ? '>' : '.';
  const what = [aside, row].filter((part) => part !== undefined).map((part) => `[${part}] `);
  return `${mark} ${what.join('')}${(cells ?? [text]).join('⇥').replaceAll('\n', '⏎')}\n`;
}

describe.each(readdirSync(ROOT))('%s', (name) => {
  const folder = new URL(`${name}/`, ROOT);
  const lines = layOut(pagesOf(folder));
  const { text } = normalizeDocument({
    mediaType: 'application/pdf',
    pages: lines.map((page, index) => ({ page: index + 1, origin: 'ocr', confidence: 1, lines: page })),
  });

  test.each([
    ['lines.txt', lines.map((page) => page.map(shown).join('')).join('\f\n')],
    ['text.txt', `${text.replaceAll('\t', '⇥')}\n`],
  ])('%s', (file, actual) => {
    const golden = new URL(file, folder);
    if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, actual);
    expect(actual).toBe(readFileSync(golden, 'utf8'));
  });
});
