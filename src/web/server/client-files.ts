import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Pages of the client; each begins with the same document. */
const PAGES = ['/', '/plans/:id', '/compare', '/add', '/sign-in'];

/** Serves the built client from memory: only what was there at the start has a route, and no path leads elsewhere. */
export async function clientRoutes(app: FastifyInstance, folder: string): Promise<void> {
  for (const name of await readdir(join(folder, 'assets'))) {
    const content = await readFile(join(folder, 'assets', name));
    app.get(`/assets/${name}`, (_, reply) =>
      reply
        .type(TYPES[extname(name)] ?? 'application/octet-stream')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(content),
    );
  }
  const page = await readFile(join(folder, 'index.html'));
  for (const path of PAGES) {
    app.get(path, (_, reply) =>
      reply
        .type(TYPES['.html'] ?? '')
        .header('cache-control', 'no-cache')
        .send(page),
    );
  }
}
