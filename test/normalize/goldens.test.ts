import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import { readDocument } from '../../src/read/read.ts';

/**
 * A folder of test/fixtures/normalize holds an input (.txt or .md) and the text it is to become, a block a line.
 * `UPDATE_GOLDENS=1 npx vitest run test/normalize/goldens.test.ts` writes what comes out: read the diff.
 */
const ROOT = new URL('../fixtures/normalize/', import.meta.url);

test.each(readdirSync(ROOT))('%s', async (name) => {
  const folder = new URL(`${name}/`, ROOT);
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.txt';
  const reading = await readDocument(input, readFileSync(new URL(input, folder)));
  if (reading.kind !== 'lines') throw new Error(`${input} is no text`);
  const { text } = normalizeDocument(reading.document);
  const golden = new URL('expected.txt', folder);
  if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, `${text}\n`);
  expect(`${text}\n`).toBe(readFileSync(golden, 'utf8'));
});
