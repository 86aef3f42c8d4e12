#!/usr/bin/env node
import process from 'node:process';
import { DocumentPool } from '../batch/process/document-pool.ts';
import { lazyRecognizer } from '../recognize/lazy-recognizer.ts';
import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Who asks twice does not want to wait; what is done is whole, and what is not is read again.
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
  });
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough (`kehoach … | head`): nobody is left to talk to.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const model = process.env.KEHOACH_OCR_MODEL || undefined;
const recognizer = lazyRecognizer({ model });

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  // Loaded when the first document comes: `--help` should not wait for it.
  process: async (input, options) => {
    const { processDocument } = await import('../pipeline.ts');
    return processDocument(input, {
      ...options,
      recognize: (image, page) => recognizer.recognize(image, page),
    });
  },
  openPool: (jobs) => new DocumentPool({ jobs, model }),
  signal: stop.signal,
});
await recognizer.close();
