import { expect, test } from 'vitest';
import { torture } from '../../scripts/batch/torture.ts';

test('runs that are killed at any moment and started again leave what an unbroken run leaves', async () => {
  const lines: string[] = [];
  await torture({ kills: 3, seed: 7, documents: 4, log: (line) => lines.push(line) });
  expect(lines.at(-1)).toContain('3 of 3 killed');
}, 120_000);
