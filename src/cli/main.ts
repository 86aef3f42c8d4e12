#!/usr/bin/env node
import process from 'node:process';
import { lazyRecognizer } from '../recognize/lazy-recognizer.ts';
import { run } from './run.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough (`kehoach … | head`): nobody is left to talk to.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const recognizer = lazyRecognizer({ model: process.env.KEHOACH_OCR_MODEL || undefined });

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
  signal: stop.signal,
});
await recognizer.close();
