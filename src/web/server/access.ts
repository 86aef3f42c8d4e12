import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ErrorAnswer } from '../api.ts';

/** Who may use the desk: whoever sits at this machine, under one name, or those who have an account. */
export type Access = { kind: 'local'; name: string } | { kind: 'accounts' };

export type Role = 'viewer' | 'reviewer';

export interface Account {
  name: string;
  role: Role;
}

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null;
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** What is answered before anyone signs in: whether one has to. Nothing of it is about a plan. */
const OPEN_ROUTE = '/api/session';

/**
 * Lets nothing under /api be read without an account, and nothing be changed without the role and the token for it. It
 * looks at every request, so that a new route can't be left open.
 */
export function guard(app: FastifyInstance, access: Access): void {
  app.decorateRequest('account', null);
  app.addHook('onRequest', async (request, reply) => {
    request.account = accountOf(request, access);
    const path = request.url.split('?', 1)[0];
    if (!request.url.startsWith('/api') || path === OPEN_ROUTE) return;
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

function accountOf(_request: FastifyRequest, access: Access): Account | null {
  return access.kind === 'local' ? { name: access.name, role: 'reviewer' } : null;
}
