import { expect, test } from 'vitest';
import { Tidying } from '../../src/batch/memory.ts';

const MB = 1024 * 1024;

/** Bytes that nobody holds any more. */
function leaveBehind(): void {
  for (let at = 0; at < 20; at++) new Uint8Array(MB).fill(at);
}

test('lets go of the bytes of documents that are stored, some at a time', () => {
  const tidying = new Tidying();
  const { arrayBuffers: before } = process.memoryUsage();
  leaveBehind();
  tidying.stored(8);
  expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThan(10 * MB);
  tidying.stored(8);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * MB);
});
