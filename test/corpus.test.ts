import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processDocument } from '../src/pipeline.ts';
import { expectSound } from './invariants.ts';

const documents = ['../corpus/', './fixtures/invented/'].flatMap((folder) => {
  const root = new URL(folder, import.meta.url);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, root))
        .filter((file) => /^source\.\w+$/.test(file))
        .map((file): [string, URL] => [`${name}/${file}`, new URL(`${name}/${file}`, root)]),
    );
});

test('there are documents', () => {
  expect(documents.length).toBeGreaterThanOrEqual(6);
});

describe.each(documents)('%s', (path, url) => {
  const process = () => processDocument({ path, bytes: readFileSync(url) });

  test('gives a sound record with evidence for every value', async () => {
    expectSound(await process());
  });

  test('gives the same bytes twice', async () => {
    expect(JSON.stringify(await process())).toBe(JSON.stringify(await process()));
  });
});
