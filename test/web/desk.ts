import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
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

/** Someone at the desk: their requests carry the cookies and the token that the desk gave them. */
export async function visitor(app: FastifyInstance, cookies: Record<string, string> = {}): Promise<Visitor> {
  const session = await app.inject({ url: '/api/session', headers: { host: HOST }, cookies });
  const jar = { ...cookies, ...Object.fromEntries(session.cookies.map(({ name, value }) => [name, value])) };
  const { csrf } = session.json();
  return async (method, url, payload, headers = {}) =>
    app.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: { host: HOST, 'x-csrf-token': csrf, ...headers },
      cookies: jar,
    });
}

/** Someone who has signed in. */
export async function signedIn(app: FastifyInstance, name: string, password: string): Promise<Visitor> {
  const ask = await visitor(app);
  const answer = await ask('POST', '/api/session', { name, password });
  return visitor(app, Object.fromEntries(answer.cookies.map(({ name: key, value }) => [key, value])));
}

export type Visitor = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers?: Record<string, string>,
) => Promise<LightMyRequestResponse>;
