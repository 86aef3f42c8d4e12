import { expect, test } from 'vitest';
import { torture } from '../../scripts/batch/torture.ts';
import { tortureQueue } from '../../scripts/batch/torture-queue.ts';

test('runs that are killed at any moment and started again leave what an unbroken run leaves', async () => {
  const lines: string[] = [];
  await torture({ kills: 3, seed: 7, documents: 4, log: (line) => lines.push(line) });
  expect(lines.at(-1)).toContain('3 of 3 killed');
}, 120_000);

test('two workers, one killed again and again and the database started anew, leave what one left undisturbed', async () => {
  const lines: string[] = [];
  await tortureQueue({ kills: 3, seed: 4, documents: 16, log: (line) => lines.push(line) });
  expect(lines.at(-1)).toContain('3 of 3 workers killed');
}, 180_000);
