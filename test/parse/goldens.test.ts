import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outline } from './outline.ts';

/**
 * A folder of test/fixtures/parse holds a normalised text, a block a line, and the outline of its tree (¶ paragraph,
 * ▦ table of header rows + rows × columns, ⊖ how many of them are its header again or page numbers, ⏎ a heading that stands over what follows).
 * `UPDATE_GOLDENS=1 npx vitest run test/parse/goldens.test.ts` writes what comes out: read the diff.
 */
const ROOT = new URL('../fixtures/parse/', import.meta.url);

test.each(readdirSync(ROOT))('%s', (name) => {
  const found = `${outline(readFileSync(new URL(`${name}/input.txt`, ROOT), 'utf8').replace(/\n$/, ''))}\n`;
  const golden = new URL(`${name}/expected.txt`, ROOT);
  if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, found);
  expect(found).toBe(readFileSync(golden, 'utf8'));
});
