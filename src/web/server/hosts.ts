import type { FastifyInstance } from 'fastify';
import type { ErrorAnswer } from '../api.ts';

/**
 * Refuses requests for a host of another name than the desk is known by, and those that a page of another origin makes. A
 * page whose name was pointed at this machine (DNS rebinding) sends its own name.
 */
export function refuseOtherHosts(app: FastifyInstance, names: readonly string[]): void {
  const known = new Set(names.map((name) => name.toLowerCase()));
  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host?.toLowerCase() ?? '';
    if (!known.has(nameOf(`http://${host}`))) {
      return reply.code(421).send({ error: 'unknown-host' } satisfies ErrorAnswer);
    }
    const { origin } = request.headers;
    if (origin !== undefined && hostOf(origin) !== host) {
      return reply.code(403).send({ error: 'other-origin' } satisfies ErrorAnswer);
    }
  });
}

function nameOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
