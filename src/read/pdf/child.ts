// The process that PDFs are opened in: what a bad one does to it costs no more than a page. See process.ts.
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { type Answer, Request, type Result } from './messages.ts';
import { OpenPdf } from './open-pdf.ts';

const limits = new Float64Array(new SharedArrayBuffer(16));
const memoryLimit = Number(process.argv[2]);
const documents = new Map<number, OpenPdf>();

limits[1] = memoryLimit;
new Worker(new URL('./watchdog.js', import.meta.url), { workerData: limits.buffer }).unref();

process.on('message', (message) => void answer(message));
process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal, the end of a service every one of it; the parent finishes the document.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
// pdf.js drops promises of streams that fail; what matters of it fails the request too.
process.on('unhandledRejection', () => {});

async function answer(message: unknown): Promise<void> {
  const request = Request.parse(message);
  const before = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  limits[0] = before.user + before.system + request.seconds * 1e6;
  const result = await resultOf(request);
  limits[0] = 0;
  const reply: Answer = { seconds: used(), memory: process.memoryUsage.rss(), result };
  process.send?.(reply);
}

async function resultOf(request: Request): Promise<Result> {
  if (request.ask === 'open') {
    const opened = await OpenPdf.open(request.bytes, request.maxPages);
    if (!(opened instanceof OpenPdf)) return opened;
    documents.set(request.document, opened);
    return { got: 'pages', pages: opened.pages };
  }
  const document = documents.get(request.document);
  if (request.ask === 'close') {
    documents.delete(request.document);
    await document?.close();
    return { got: 'closed' };
  }
  if (document === undefined) return { got: 'failure', failure: 'broken', detail: 'not open' };
  return request.ask === 'layer'
    ? document.layer(request.page, request.maxWords)
    : document.image(request.page, request.maxPixels);
}
