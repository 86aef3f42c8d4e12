import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fuzz } from '../../scripts/batch/fuzz.ts';

const SAMPLES = [
  'pdf/digital.pdf',
  'docx/lam-dong-tiem-chung-2026.docx',
  'invented/lam-dong-tiem-chung-2026/source.txt',
  'invented/ha-nam-truong-chuan-2024/source.md',
].map((name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));

test('damaged documents of every format neither crash nor hang the program, and none is lost', async () => {
  const { inputs, fared, faults } = await fuzz({ inputs: 24, seed: 5, samples: SAMPLES, limitMs: 150_000 });
  expect(faults).toEqual([]);
  expect(Object.values(fared).reduce((sum, count) => sum + count, 0)).toBe(inputs);
  expect(Object.keys(fared).length).toBeGreaterThan(2);
}, 180_000);
