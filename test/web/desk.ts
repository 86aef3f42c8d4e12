import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type AppOptions, deskApp } from '../../src/web/server/app.ts';
import { folderWith } from '../batch/folder.ts';

export const HOST = '127.0.0.1:8484';

/** A desk over a new, empty database; `put` a document in it first. Everything is gone when the test is over. */
export async function openDesk(
  options: Partial<AppOptions> = {},
): Promise<{ app: FastifyInstance; store: Store; cwd: string }> {
  const cwd = folderWith({ 'client/index.html': '<!doctype html>', 'client/assets/main.js': 'void 0' });
  const out = join(cwd, 'out');
  const store = await openStore(join(out, 'plans.sqlite'));
  const app = await deskApp({
    store,
    out,
    cwd,
    lang: 'vi',
    process: processDocument,
    access: { kind: 'local', name: 'hoa' },
    hosts: ['127.0.0.1'],
    client: join(cwd, 'client'),
    ...options,
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  return { app, store, cwd };
}
