import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/recognize/engine.ts';
import { enginePool, TimeUp } from '../../src/recognize/pool.ts';

function counted(): { start: () => Promise<Engine>; started: () => number; stopped: () => number } {
  let [started, stopped] = [0, 0];
  return {
    start: async () => {
      started++;
      return {
        read: async () => [],
        stop: () => {
          stopped++;
        },
      };
    },
    started: () => started,
    stopped: () => stopped,
  };
}

const forever = () => new Promise<never>(() => {});

describe('a pool of engines', () => {
  test('starts no engine before there is work and no more than it may', async () => {
    const engines = counted();
    const pool = enginePool(engines.start, 2, 1000);
    expect(engines.started()).toBe(0);
    await Promise.all(
      Array.from({ length: 6 }, () =>
        pool.use((engine) =>
          engine.read({ data: new Uint8Array(), width: 0, height: 0 }, { as: 'page', dpi: 72 }),
        ),
      ),
    );
    expect(engines.started()).toBe(2);
    pool.close();
    expect(engines.stopped()).toBe(2);
  });

  test('replaces an engine that hangs', async () => {
    const engines = counted();
    const pool = enginePool(engines.start, 1, 20);
    await expect(pool.use(forever)).rejects.toBeInstanceOf(TimeUp);
    expect(engines.stopped()).toBe(1);
    expect(await pool.use(async () => 'read')).toBe('read');
    expect(engines.started()).toBe(2);
    pool.close();
  });

  test('replaces an engine that fails', async () => {
    const engines = counted();
    const pool = enginePool(engines.start, 1, 1000);
    await expect(pool.use(() => Promise.reject(new Error('crashed')))).rejects.toThrow('crashed');
    expect(await pool.use(async () => 'read')).toBe('read');
    expect([engines.started(), engines.stopped()]).toEqual([2, 1]);
    pool.close();
  });

  test('ends what hangs and what waits when it is closed', async () => {
    const engines = counted();
    const pool = enginePool(engines.start, 1, 60_000);
    const work = [pool.use(forever), pool.use(forever)];
    pool.close();
    expect((await Promise.allSettled(work)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(engines.stopped()).toBe(engines.started());
  });

  test('stops an engine that comes up too late', async () => {
    const engines = counted();
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return engines.start();
    };
    const pool = enginePool(slow, 1, 10);
    await expect(pool.use(async () => 'read')).rejects.toBeInstanceOf(TimeUp);
    await expect.poll(engines.stopped).toBe(1);
  });
});
