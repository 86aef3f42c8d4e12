// The thread of an engine, without what its libraries have to say about images: stderr is the program's own.
import { parentPort } from 'node:worker_threads';

console.error = () => {};
console.warn = () => {};
if (parentPort !== null) {
  // A message for every word that has been read is a part of the time that nobody waits for.
  const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (message, transfer) => {
    if (message?.status !== 'progress') post(message, transfer);
  };
}
await import('tesseract.js/src/worker-script/node/index.js');
