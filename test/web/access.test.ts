import { expect, test } from 'vitest';
import { type Role, saveAccount } from '../../src/store/accounts.ts';
import { hashPassword, isPassword } from '../../src/web/server/passwords.ts';
import { inventedRecord } from '../report/invented.ts';
import { HOST, openDesk, signedIn, visitor } from './desk.ts';

const PASSWORD = 'một mật khẩu dài';
const hash = await hashPassword(PASSWORD);
const ID = inventedRecord().id;

/** A desk with accounts and one plan. */
async function guardedDesk() {
  const { app, store, cwd } = await openDesk({ access: { kind: 'accounts' } });
  await store.save({ ...inventedRecord(), evidence: {} }, 'x');
  for (const [name, role] of [
    ['an', 'viewer'],
    ['hoa', 'reviewer'],
  ] satisfies [string, Role][]) {
    await store.change((db) => saveAccount(db, { name, role }, hash));
  }
  return { app, store, cwd };
}

/** Every route of the API there is, with something in the place of its parameters. */
function routesOf(printed: string): { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string }[] {
  const parts: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, lead = '', part, methods = ''] = /^(.*?── )(\S+)(?: \((.*)\))?/.exec(line) ?? [];
    if (part === undefined) return [];
    const depth = lead.length / 4;
    parts.splice(depth - 1, parts.length, part);
    const url = parts.join('').replace(':id', ID).replace(/:\w+/, '1');
    return methods
      .split(', ')
      .flatMap((method) =>
        method === 'GET' || method === 'POST' || method === 'PUT' || method === 'DELETE'
          ? [{ method, url }]
          : [],
      );
  });
}

const isApi = ({ url }: { url: string }): boolean => url.startsWith('/api/') && url !== '/api/session';

test('without an account no route of the API answers anything', async () => {
  const { app } = await guardedDesk();
  const routes = routesOf(app.printRoutes({ commonPrefix: false })).filter(isApi);
  expect(routes.length).toBeGreaterThanOrEqual(13);
  const ask = await visitor(app);
  for (const { method, url } of routes) {
    const answer = await ask(method, url, method === 'GET' ? undefined : {});
    expect([method, url, answer.statusCode, answer.body]).toEqual([
      method,
      url,
      401,
      '{"error":"sign-in-first"}',
    ]);
  }
});

test('a viewer may read every route and change none', async () => {
  const { app } = await guardedDesk();
  const ask = await signedIn(app, 'an', PASSWORD);
  for (const { method, url } of routesOf(app.printRoutes({ commonPrefix: false })).filter(isApi)) {
    const answer = await ask(method, url, method === 'GET' ? undefined : {});
    if (method === 'GET') expect([url, answer.statusCode]).not.toEqual([url, 401]);
    else expect([method, url, answer.body]).toEqual([method, url, '{"error":"viewer"}']);
  }
});

test('a reviewer may change, but not with another’s token, and not when the cookie is gone', async () => {
  const { app } = await guardedDesk();
  const ask = await signedIn(app, 'hoa', PASSWORD);
  const url = `/api/plans/${ID}/review`;
  expect((await ask('PUT', url, { checked: true })).json()).toMatchObject({ review: { by: 'hoa' } });
  expect((await ask('PUT', url, { checked: true }, { 'x-csrf-token': 'x' })).statusCode).toBe(403);
  expect((await ask('DELETE', '/api/session')).statusCode).toBe(204);
  expect((await ask('GET', '/api/plans')).statusCode).toBe(401);
});

test('the cookie is for this host over TLS alone, out of reach of scripts and other sites', async () => {
  const { app } = await guardedDesk();
  const ask = await visitor(app);
  const answer = await ask('POST', '/api/session', { name: 'hoa', password: PASSWORD });
  expect(answer.cookies.find(({ name }) => name === '__Host-kehoach')).toMatchObject({
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
  });
});

test('a wrong password and an unknown name are refused alike, and tries are limited', async () => {
  const { app, store } = await guardedDesk();
  const ask = await visitor(app);
  const tries = [];
  for (const name of ['hoa', 'nobody']) {
    tries.push(await ask('POST', '/api/session', { name, password: 'wrong' }));
  }
  expect(tries.map(({ statusCode, body }) => [statusCode, body])).toEqual(
    Array(2).fill([403, '{"error":"wrong-password"}']),
  );
  expect(await store.ask((db) => db.selectFrom('audit_log').select(['account', 'action']).execute())).toEqual(
    [
      { account: 'hoa', action: 'refused' },
      { account: 'nobody', action: 'refused' },
    ],
  );
  const many = await Promise.all(
    Array.from({ length: 12 }, () => ask('POST', '/api/session', { name: '', password: '' })),
  );
  expect(many.at(-1)?.statusCode).toBe(429);
}, 30_000);

test('a new password signs out, and a role that was taken away is gone at once', async () => {
  const { app, store } = await guardedDesk();
  const ask = await signedIn(app, 'hoa', PASSWORD);
  await store.change((db) =>
    db.updateTable('accounts').set({ role: 'viewer' }).where('name', '=', 'hoa').execute(),
  );
  expect((await ask('PUT', `/api/plans/${ID}/review`, { checked: true })).statusCode).toBe(403);
  await store.change((db) => saveAccount(db, { name: 'hoa', role: 'reviewer' }, hash));
  expect((await ask('GET', '/api/plans')).statusCode).toBe(401);
});

test('neither passwords nor cookies can be read from the database', async () => {
  const { app, store } = await guardedDesk();
  const ask = await visitor(app);
  const answer = await ask('POST', '/api/session', { name: 'hoa', password: PASSWORD });
  const token = answer.cookies.find(({ name }) => name === '__Host-kehoach')?.value ?? '';
  const kept = JSON.stringify([
    await store.ask((db) => db.selectFrom('accounts').selectAll().execute()),
    await store.ask((db) => db.selectFrom('sessions').selectAll().execute()),
  ]);
  expect(token.length).toBeGreaterThan(40);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(PASSWORD);
});

test('passwords', async () => {
  expect(await isPassword(PASSWORD, hash)).toBe(true);
  expect(await isPassword(PASSWORD.normalize('NFD'), hash)).toBe(true);
  expect(await isPassword(`${PASSWORD} `, hash)).toBe(false);
  expect(await isPassword(PASSWORD, null)).toBe(false);
  await expect(hashPassword('ngắn')).rejects.toThrow(RangeError);
});

test('an account’s answer is not given to another address of the same name', async () => {
  const { app } = await guardedDesk();
  for (const url of ['/api%2Fplans', '//api/plans', '/API/plans', '/api/../api/plans', `/api/plans/${ID}/`]) {
    const answer = await app.inject({ url, headers: { host: HOST } });
    expect([url, answer.body.includes('KH-UBND')]).toEqual([url, false]);
    expect([401, 404]).toContain(answer.statusCode);
  }
});
