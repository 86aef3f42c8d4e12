import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { accountNamed, closeSession, openSession } from '../../../store/accounts.ts';
import { note } from '../../../store/audit.ts';
import type { ErrorAnswer, SessionAnswer } from '../../api.ts';
import { type Access, SESSION_COOKIE, tokenHash } from '../access.ts';
import type { Desk } from '../desk.ts';
import { isPassword } from '../passwords.ts';

const SignIn = z.strictObject({ name: z.string().max(100), password: z.string().max(1000) });

const SESSION_HOURS = 12;

/** Tries to sign in, a minute and address. */
const TRIES = 10;

const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** /session: who one is, and the token that changes need; to sign in and out. */
export function sessionRoutes(api: FastifyInstance, desk: Desk, access: Access): void {
  api.get('/session', async (request, reply): Promise<SessionAnswer> => {
    void reply.header('cache-control', 'no-store');
    return {
      account: request.account,
      hasAccounts: access.kind === 'accounts',
      csrf: reply.generateCsrf(),
      lang: desk.lang,
    };
  });
  if (access.kind === 'local') return;

  const config = { rateLimit: { max: TRIES, timeWindow: '1 minute' } };
  api.post(
    '/session',
    { config },
    async (request, reply): Promise<SessionAnswer['account'] | ErrorAnswer> => {
      const { name, password } = SignIn.parse(request.body);
      const found = await desk.store.ask((db) => accountNamed(db, name));
      const isRight = await isPassword(password, found?.password ?? null);
      const now = new Date();
      const entry = { at: now.toISOString(), account: name, subject: null, detail: request.ip };
      if (found === null || !isRight) {
        await desk.store.change((db) => note(db, { ...entry, action: 'refused' }));
        void reply.code(403);
        return { error: 'wrong-password' };
      }
      const token = randomBytes(32).toString('base64url');
      const expires = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
      await desk.store.change(async (db) => {
        const session = { tokenHash: tokenHash(token), account: name, expiresAt: expires.toISOString() };
        await openSession(db, session, entry.at);
        await note(db, { ...entry, action: 'sign-in' });
      });
      void reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, expires });
      return found.account;
    },
  );

  api.delete('/session', async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined) await desk.store.change((db) => closeSession(db, tokenHash(token)));
    return reply.clearCookie(SESSION_COOKIE, COOKIE).code(204).send();
  });
}
