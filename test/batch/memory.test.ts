import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Tidying } from '../../src/batch/memory.ts';

const MB = 1024 * 1024;
/** So few rounds of new garbage alone that all garbage is not gone through yet. */
const ROUNDS = 6;

/** Bytes that nobody holds any more. */
function leaveBehind(): void {
  for (let at = 0; at < 20; at++) new Uint8Array(MB).fill(at);
}

test('lets go of the bytes of documents that are stored, some at a time', async () => {
  const tidying = new Tidying();
  const { arrayBuffers: before } = process.memoryUsage();
  const left = (): number => process.memoryUsage().arrayBuffers - before;
  leaveBehind();
  tidying.stored(8);
  expect(left()).toBeGreaterThan(10 * MB);
  // The engine gives bytes back beside what it is doing, and counts them when it collects again.
  for (let round = 0; round < ROUNDS && left() >= 5 * MB; round++) {
    tidying.stored(round === 0 ? 8 : 16);
    await delay(20);
  }
  expect(left()).toBeLessThan(5 * MB);
});
