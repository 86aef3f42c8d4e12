import { expect, test } from 'vitest';
import { DocumentSource } from '../../../src/batch/queue/document-source.ts';
import { NoObjectStore, ObjectStore } from '../../../src/batch/queue/object-store.ts';
import { folderWith } from '../folder.ts';
import { objectServer } from './object-server.ts';

const environment = objectServer({
  archive: {
    'plans/2024/kế hoạch (1)+.txt': 'KẾ HOẠCH a\n',
    'plans/2024/b.pdf': '%PDF',
    'plans/2024/notes.xlsx': 'no document',
    'plans/README.md': 'a note',
    'plans/c.docx': 'PK',
    'plans-other/d.txt': 'KẾ HOẠCH d\n',
  },
});

async function listed(address: string): Promise<string[]> {
  const all: string[] = [];
  for await (const { paths, skipped } of ObjectStore.fromEnvironment(environment()).list(address)) {
    all.push(...paths, ...skipped.map((path) => `- ${path}`));
  }
  return all;
}

test('lists the documents below an address, however many answers that takes', async () => {
  expect(await listed('s3://archive/plans')).toEqual([
    's3://archive/plans/2024/b.pdf',
    's3://archive/plans/2024/kế hoạch (1)+.txt',
    '- s3://archive/plans/2024/notes.xlsx',
    's3://archive/plans/c.docx',
  ]);
  expect(await listed('s3://archive')).toHaveLength(5);
  expect(await listed('s3://archive/plans/2024/notes.xlsx')).toEqual(['s3://archive/plans/2024/notes.xlsx']);
});

test('gives the bytes of a document', async () => {
  const bytes = await ObjectStore.fromEnvironment(environment()).get(
    's3://archive/plans/2024/kế hoạch (1)+.txt',
  );
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
  const store = ObjectStore.fromEnvironment({ ...environment(), ...other });
  await expect(store.get(path)).rejects.toMatchObject({ code, detail });
});

test('an environment that names nobody to be let in is told so', () => {
  expect(() => ObjectStore.fromEnvironment({})).toThrow(NoObjectStore);
});

test('workers find documents in a folder and in an object store alike', async () => {
  const source = new DocumentSource(folderWith({ 'in/a.txt': 'một' }), environment());
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
