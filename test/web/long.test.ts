import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import type { PlanAnswer } from '../../src/web/api.ts';
import { put } from '../batch/folder.ts';
import { inventedRecord } from '../report/invented.ts';
import { HOST, openDesk } from './desk.ts';

const PAGES = 500;

async function longPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4' });
  for (let page = 2; page <= PAGES; page++) pdf.text(`Page ${page - 1}`).addPage();
  pdf.text(`Page ${PAGES}`).end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

test(`a document of ${PAGES} pages opens, and its last page is no slower than its first`, async () => {
  const { app, store, cwd } = await openDesk();
  const bytes = await longPdf();
  put(cwd, 'long.pdf', bytes);
  const record = inventedRecord();
  await store.save(
    {
      ...record,
      evidence: {},
      source: {
        ...record.source,
        path: 'long.pdf',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        mediaType: 'application/pdf',
        bytes: bytes.length,
        pages: Array.from({ length: PAGES }, (_, at) => ({
          page: at + 1,
          origin: 'text-layer',
          confidence: 1,
          reason: null,
        })),
      },
    },
    'Một dòng của kế hoạch dài.\n'.repeat(PAGES * 40),
  );
  const asked = async (path: string) => {
    const began = performance.now();
    const answer = await app.inject({ url: `/api/plans/${record.id}${path}`, headers: { host: HOST } });
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return { answer, took: performance.now() - began };
  };
  const { answer } = await asked('');
  expect(answer.json<PlanAnswer>()).toMatchObject({ hasImages: true });
  expect((await asked('/text')).answer.body.length).toBeGreaterThan(500_000);
  await asked('/pages/2');
  const first = await asked('/pages/1');
  const last = await asked(`/pages/${PAGES}`);
  expect(last.answer.headers['content-type']).toBe('image/webp');
  expect(last.took).toBeLessThan(5 * first.took);
  const again = await asked(`/pages/${PAGES}`);
  expect(again.took).toBeLessThan(last.took);
}, 120_000);
