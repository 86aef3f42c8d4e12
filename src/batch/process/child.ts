// A process that documents are read in: what a bad one does to it costs that document alone. See document-process.ts.
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { processDocument } from '../../pipeline.ts';
import { DocumentFailure } from '../../plan/failure.ts';
import { lazyRecognizer } from '../../recognize/lazy-recognizer.ts';
import { preparePlan } from '../plan-json.ts';
import { type Answer, Request, type Result, Start } from './messages.ts';

const BEAT_MS = 200;
/** After so long no other document is begun before an answer. */
const TOGETHER_MS = 200;

const start = Start.parse(JSON.parse(process.argv[2] ?? ''));
const recognizer = lazyRecognizer({ model: start.model ?? undefined, threads: start.threads });
const limits = new Float64Array(new SharedArrayBuffer(16));
limits[1] = start.memoryBytes;
new Worker(new URL('../../read/pdf/watchdog.js', import.meta.url), { workerData: limits.buffer }).unref();

// As long as it comes to this, the reading is in no loop.
const beat = (): void => {
  const { user, system } = process.cpuUsage();
  limits[0] = user + system + start.busySeconds * 1e6;
};
setInterval(beat, BEAT_MS).unref();

process.on('message', (message) => void answer(message));
process.on('disconnect', () => process.exit());
// Ctrl-C and the end of a service reach every process; the parent finishes the documents at hand.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('unhandledRejection', () => {});

async function answer(message: unknown): Promise<void> {
  const { documents, ...how } = Request.parse(message);
  const began = performance.now();
  const results: Result[] = [];
  for (const document of documents) {
    if (results.length > 0 && performance.now() - began > TOGETHER_MS) break;
    beat();
    results.push(await resultOf(document, how));
  }
  send({ got: 'results', results, memory: process.memoryUsage.rss() });
}

async function resultOf(
  document: Request['documents'][number],
  { lang, places, as }: Omit<Request, 'documents'>,
): Promise<Result> {
  try {
    const plan = await processDocument(document, {
      lang,
      places,
      recognize: async (image, page) => {
        const words = await recognizer.recognize(image, page);
        send({ got: 'step' });
        return words;
      },
    });
    return as === 'plan' ? { got: 'plan', plan } : { got: 'prepared', plan: preparePlan(plan) };
  } catch (error) {
    const isDocuments = error instanceof DocumentFailure;
    return {
      got: 'failure',
      code: isDocuments ? error.code : null,
      detail: isDocuments ? error.detail : error instanceof Error ? error.message : String(error),
    };
  }
}

function send(message: Answer): void {
  process.send?.(message);
}
