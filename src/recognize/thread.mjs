// The thread of an engine, without what its libraries have to say about images: stderr is the program's own.
console.error = () => {};
console.warn = () => {};
await import('tesseract.js/src/worker-script/node/index.js');
