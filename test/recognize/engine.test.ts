import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { startBuiltEngine } from '../../src/recognize/built-engine.ts';
import type { ReadingOptions } from '../../src/recognize/engine.ts';
import { findModel } from '../../src/recognize/model.ts';
import { startPublishedEngine } from '../../src/recognize/published-engine.ts';
import { pageFixture } from './fixtures.ts';

const model = findModel('best_int');
const engines = await Promise.all([startBuiltEngine(model), startPublishedEngine(model)]);
afterAll(() => {
  for (const engine of engines) engine.stop();
});

const lines = await pageFixture('lines.png');
const half = { ...lines, height: 210, data: lines.data.subarray(0, lines.width * 210) };
const blank = { data: new Uint8Array(40_000).fill(255), width: 200, height: 200 };

const readings: [string, { data: Uint8Array; width: number; height: number }, ReadingOptions][] = [
  ['a page', lines, { as: 'page', dpi: 200 }],
  ['a block', half, { as: 'block', dpi: 200 }],
  ['scattered words', half, { as: 'scattered', dpi: 300 }],
  ['figures alone', half, { as: 'block', dpi: 200, characters: '0123456789.' }],
  ['all letters after figures alone', half, { as: 'line', dpi: 200 }],
  ['an empty page', blank, { as: 'page', dpi: 200 }],
];
test.for(readings)('both engines read the same words: %s', async ([, image, options]) => {
  const [built, published] = await Promise.all(engines.map((engine) => engine.read(image, options)));
  // The published one also gives words of no letters, for rules.
  expect(built).toEqual(published?.filter(({ text }) => text.trim() !== ''));
  expect(built?.length === 0).toBe(image === blank);
});

test('the engine is the one whose making is described', () => {
  const bytes = readFileSync(new URL('../../src/recognize/engine.wasm', import.meta.url));
  const [sum] = readFileSync(
    new URL('../../scripts/build-engine/engine.sha256', import.meta.url),
    'utf8',
  ).split(' ');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
});

test('a model that is none is told, not read', async () => {
  const none = { name: 'none', folder: '/nonexistent', gzip: false };
  await expect(startBuiltEngine(none)).rejects.toThrow(/no such file/);
});
