// The thread of the published engine, without what its libraries have to say about images: stderr is the program's own.
import { parentPort } from 'node:worker_threads';

console.error = () => {};
console.warn = () => {};
if (parentPort !== null) {
  const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (message, transfer) => {
    // A message for every word that has been read is a part of the time that nobody waits for.
    if (message?.status === 'progress') return;
    dropSymbols(message?.data?.blocks);
    post(message, transfer);
  };
}
await import('tesseract.js/src/worker-script/node/index.js');

/** Takes the letters and the engine's other choices off the words: to copy them takes longer than all the rest. */
function dropSymbols(blocks) {
  for (const { paragraphs } of blocks ?? []) {
    for (const { lines } of paragraphs) {
      for (const { words } of lines) {
        for (const word of words) {
          delete word.symbols;
          delete word.choices;
        }
      }
    }
  }
}
