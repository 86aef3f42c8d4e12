import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Account, accountOfSession } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import type { ErrorAnswer } from '../api.ts';

/** Who may use the desk: whoever sits at this machine, under one name, or those who have an account. */
export type Access = { kind: 'local'; name: string } | { kind: 'accounts' };

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null;
  }
}

/** A cookie of this name browsers take only over TLS, for this host alone. */
export const SESSION_COOKIE = '__Host-kehoach';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** What is answered before anyone signs in: whether one has to, and to do so. Nothing of it is about a plan. */
const OPEN_PATH = '/api/session';

/**
 * Lets nothing under /api be read without an account, and nothing be changed without the role and the token for it. It
 * looks at every request, so that a new route can't be left open.
 */
export function guard(app: FastifyInstance, access: Access, store: Store): void {
  app.decorateRequest('account', null);
  app.addHook('onRequest', async (request, reply) => {
    request.account = await accountOf(request, access, store);
    // What has a route is told by the route that was found, not by the address as it was written.
    const route = request.routeOptions.url;
    const isApi = route === undefined ? request.url.includes('api') : route.startsWith('/api');
    if (!isApi || route === OPEN_PATH) return;
    const refuse = (status: number, error: string) =>
      reply.code(status).send({ error } satisfies ErrorAnswer);
    if (request.account === null) return refuse(401, 'sign-in-first');
    if (!SAFE_METHODS.has(request.method) && request.account.role !== 'reviewer')
      return refuse(403, 'viewer');
  });
  app.addHook('preValidation', (request, reply, done) => {
    if (SAFE_METHODS.has(request.method)) done();
    else app.csrfProtection(request, reply, done);
  });
}

/** What is kept of a session's token: who reads the database can't use it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

async function accountOf(request: FastifyRequest, access: Access, store: Store): Promise<Account | null> {
  if (access.kind === 'local') return { name: access.name, role: 'reviewer' };
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined) return null;
  return store.ask((db) => accountOfSession(db, tokenHash(token), new Date().toISOString()));
}
