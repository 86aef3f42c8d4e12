import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DocumentSource } from '../../../src/batch/queue/document-source.ts';
import { NoObjectStore, ObjectStore } from '../../../src/batch/queue/object-store.ts';
import { folderWith } from '../folder.ts';

const SECRET = 'a secret';
const AT_ONCE = 2;

const OBJECTS: Record<string, string> = {
  'plans/2024/kế hoạch (1)+.txt': 'KẾ HOẠCH a\n',
  'plans/2024/b.pdf': '%PDF',
  'plans/2024/notes.xlsx': 'no document',
  'plans/README.md': 'a note',
  'plans/c.docx': 'PK',
  'plans-other/d.txt': 'KẾ HOẠCH d\n',
};

/** Answers ListObjectsV2 and GetObject to those who sign as AWS Signature Version 4 has it. */
function answer(request: IncomingMessage, response: ServerResponse): ServerResponse {
  const end = (status: number, body = ''): ServerResponse => response.writeHead(status).end(body);
  const url = new URL(request.url ?? '', 'http://localhost');
  if (!isSigned(request, url)) return end(403);
  const [, bucket, ...key] = url.pathname.split('/').map(decodeURIComponent);
  if (bucket !== 'archive') return end(404);
  if (url.searchParams.get('list-type') !== '2') {
    const object = OBJECTS[key.join('/')];
    return object === undefined ? end(404) : end(200, object);
  }
  const keys = Object.keys(OBJECTS)
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

const server = createServer(answer);
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

async function listed(address: string): Promise<string[]> {
  const all: string[] = [];
  for await (const some of ObjectStore.fromEnvironment(env).list(address)) all.push(...some);
  return all;
}

test('lists the documents below an address, however many answers that takes', async () => {
  expect(await listed('s3://archive/plans')).toEqual([
    's3://archive/plans/2024/b.pdf',
    's3://archive/plans/2024/kế hoạch (1)+.txt',
    's3://archive/plans/c.docx',
  ]);
  expect(await listed('s3://archive')).toHaveLength(4);
  expect(await listed('s3://archive/plans/2024/notes.xlsx')).toEqual(['s3://archive/plans/2024/notes.xlsx']);
});

test('gives the bytes of a document', async () => {
  const bytes = await ObjectStore.fromEnvironment(env).get('s3://archive/plans/2024/kế hoạch (1)+.txt');
  expect(Buffer.from(bytes).toString('utf8')).toBe('KẾ HOẠCH a\n');
});

test.each([
  ['there is none', {}, 's3://archive/gone.txt', 'not-found', null],
  [
    'it lets nobody in',
    { AWS_SECRET_ACCESS_KEY: 'another' },
    's3://archive/plans/c.docx',
    'unreadable',
    'HTTP 403',
  ],
  [
    'nobody answers',
    { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
    's3://archive/plans/c.docx',
    'unreadable',
    expect.any(String),
  ],
] as const)('fails with a reason where %s', async (_, other, path, code, detail) => {
  const store = ObjectStore.fromEnvironment({ ...env, ...other });
  await expect(store.get(path)).rejects.toMatchObject({ code, detail });
});

test('an environment that names nobody to be let in is told so', () => {
  expect(() => ObjectStore.fromEnvironment({})).toThrow(NoObjectStore);
});

test('workers find documents in a folder and in an object store alike', async () => {
  const source = new DocumentSource(folderWith({ 'in/a.txt': 'một' }), env);
  const found: string[] = [];
  const missing: string[] = [];
  for await (const { paths, failures } of source.find([
    'in',
    's3://archive/plans/2024/',
    's3://archive/gone/',
  ])) {
    found.push(...paths);
    missing.push(...failures.map(({ path, code }) => `${path} ${code}`));
  }
  expect(found).toEqual([
    'in/a.txt',
    's3://archive/plans/2024/b.pdf',
    's3://archive/plans/2024/kế hoạch (1)+.txt',
  ]);
  expect(missing).toEqual(['s3://archive/gone/ not-found']);
  const opened = await Promise.all(found.map((path) => source.open(path)));
  expect(opened.map((bytes) => Buffer.from(bytes).toString('utf8'))).toEqual(['một', '%PDF', 'KẾ HOẠCH a\n']);
  const nobody = new DocumentSource('/', {});
  await expect(nobody.open('s3://archive/plans/c.docx')).rejects.toMatchObject({ code: 'unreadable' });
});
