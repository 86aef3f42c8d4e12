import { createServer } from 'node:https';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type RawServerDefault } from 'fastify';
import { ZodError } from 'zod';
import type { ErrorAnswer } from '../api.ts';
import { type Access, guard } from './access.ts';
import { clientRoutes } from './client-files.ts';
import type { Desk } from './desk.ts';
import { refuseOtherHosts } from './hosts.ts';
import { PageImages } from './page-images.ts';
import { compareRoutes } from './routes/compare.ts';
import { documentRoutes } from './routes/documents.ts';
import { planRoutes } from './routes/plans.ts';
import { reviewRoutes } from './routes/review.ts';
import { sessionRoutes } from './routes/session.ts';

export interface AppOptions extends Omit<Desk, 'images'> {
  access: Access;
  /** Names and addresses (IPv6 in brackets), without a port, that requests may be for. */
  hosts: readonly string[];
  /** Folder of the built client. */
  client: string;
  /** Certificate and key, in PEM, to speak TLS with. */
  tls?: { cert: string; key: string } | undefined;
  /** Whether a proxy stands before it that says where requests come from. */
  isBehindProxy?: boolean;
  /** Requests a minute and address. */
  requestsPerMinute?: number;
}

/** Text of documents never becomes markup, and nothing comes from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** The review desk as a server that does not listen yet. */
export async function deskApp(options: AppOptions): Promise<FastifyInstance> {
  const { access, hosts, client, tls, isBehindProxy = false, requestsPerMinute = 1200, ...rest } = options;
  const desk: Desk = { ...rest, images: new PageImages(join(rest.out, 'pages'), rest.cwd) };
  const app = fastify<RawServerDefault>({
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    // The address that the proxy itself saw, and none that it was told.
    trustProxy: isBehindProxy ? (_, hop) => hop === 0 : false,
    ...(tls === undefined ? {} : { serverFactory: (handler) => createServer(tls, handler) }),
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, answer } = answerTo(error);
    if (status >= 500) request.log.error(error);
    void reply.code(status).send(answer);
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'not-found' } satisfies ErrorAnswer));
  refuseOtherHosts(app, hosts);
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    // The desk may stand behind plain HTTP on the loopback address, where this would lock a browser out.
    strictTransportSecurity: access.kind === 'accounts',
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => Object.assign(new Error('too-many'), { statusCode: 429 }),
  });
  await app.register(cookie);
  await app.register(csrfProtection, {
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict', secure: access.kind === 'accounts' },
    getToken: (request) => {
      const token = request.headers['x-csrf-token'];
      return typeof token === 'string' ? token : undefined;
    },
  });
  guard(app, access, rest.store);
  await app.register(
    async (api) => {
      sessionRoutes(api, desk, access);
      planRoutes(api, desk);
      reviewRoutes(api, desk);
      compareRoutes(api, desk);
      await documentRoutes(api, desk);
    },
    { prefix: '/api' },
  );
  await clientRoutes(app, client);
  return app;
}

function answerTo(error: unknown): { status: number; answer: ErrorAnswer } {
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    const detail = issue === undefined ? '' : `${issue.path.join('/')}: ${issue.message}`;
    return { status: 400, answer: { error: 'invalid', detail } };
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 500) return { status, answer: { error: 'internal' } };
  return { status, answer: { error: error instanceof Error ? error.message : 'refused' } };
}
