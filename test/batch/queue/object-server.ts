import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

const SECRET = 'a secret';
/** Keys in one answer. */
const AT_ONCE = 2;

/** What an object store holds, by bucket and then by key. */
type Buckets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Runs an object store for the tests of a file; gives the environment that names it. */
export function objectServer(buckets: Buckets): () => Record<string, string> {
  const server = createServer((request, response) => answer(buckets, request, response));
  let env: Record<string, string> = {};
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    env = {
      AWS_ACCESS_KEY_ID: 'me',
      AWS_SECRET_ACCESS_KEY: SECRET,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}/`,
      AWS_REGION: 'ap-southeast-1',
    };
  });
  afterAll(() => void server.close());
  return () => env;
}

/** Answers ListObjectsV2 and GetObject to those who sign as AWS Signature Version 4 has it. */
function answer(buckets: Buckets, request: IncomingMessage, response: ServerResponse): ServerResponse {
  const end = (status: number, body = ''): ServerResponse => response.writeHead(status).end(body);
  const url = new URL(request.url ?? '', 'http://localhost');
  if (!isSigned(request, url)) return end(403);
  const [, bucket = '', ...key] = url.pathname.split('/').map(decodeURIComponent);
  const objects = buckets[bucket];
  if (objects === undefined) return end(404);
  if (url.searchParams.get('list-type') !== '2') {
    const object = objects[key.join('/')];
    return object === undefined ? end(404) : end(200, object);
  }
  const keys = Object.keys(objects)
    .filter((each) => each.startsWith(url.searchParams.get('prefix') ?? ''))
    .sort();
  const from = Number(url.searchParams.get('continuation-token') ?? 0);
  const contents = keys.slice(from, from + AT_ONCE).map((each) => `<Contents><Key>${each}</Key></Contents>`);
  const next = from + AT_ONCE;
  const more = next < keys.length ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
  return end(200, `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${more}</ListBucketResult>`);
}

function isSigned({ method, headers }: IncomingMessage, url: URL): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=\w+\/(\d+\/[\w-]+\/s3\/aws4_request), ?SignedHeaders=([\w;-]+), ?Signature=(\w+)$/;
  const [, scope, names, signature] = form.exec(headers.authorization ?? '') ?? [];
  if (scope === undefined || names === undefined) return false;
  const hmac = (key: string | Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest();
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const canonical = [
    method,
    url.pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, toSign).toString('hex') === signature;
}
