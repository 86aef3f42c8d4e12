import type { FastifyInstance } from 'fastify';
import type { SessionAnswer } from '../../api.ts';
import type { Access } from '../access.ts';
import type { Desk } from '../desk.ts';

/** /session: who one is, and the token that changes need. */
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
}
