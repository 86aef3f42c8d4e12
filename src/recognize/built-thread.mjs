// The thread of the engine built for this program: WebAssembly with nothing of a system around it.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

const engine = await WebAssembly.compile(readFileSync(workerData.engine));
const { exports } = await WebAssembly.instantiate(engine, imports(engine));
exports._initialize();

const model = readFileSync(workerData.model);
const opened = withBytes(workerData.gzip ? gunzipSync(model) : model, exports.engine_open);
if (opened !== 0) throw new Error(`no model that the engine can read: ${workerData.model}`);

parentPort.on('message', ({ data, width, height, parameters }) => {
  for (const [name, value] of Object.entries(parameters)) {
    withBytes(terminated(name), (at) => withBytes(terminated(value), (to) => exports.engine_set(at, to)));
  }
  // An image in which no text is found at all is no failure.
  withBytes(data, (at) => exports.engine_read(at, width, height));
  parentPort.postMessage([...words()]);
});
parentPort.postMessage('ready');

/** The words of the image read last, from the structure that engine.cpp declares. */
function* words() {
  for (let at = exports.engine_next(); at !== 0; at = exports.engine_next()) {
    const view = new DataView(exports.memory.buffer, at);
    const [x0, y0, x1, y1] = [0, 4, 8, 12].map((offset) => view.getInt32(offset, true));
    const text = Buffer.from(exports.memory.buffer, view.getUint32(24, true), view.getInt32(28, true));
    yield {
      text: text.toString('utf8'),
      confidence: view.getFloat32(16, true),
      box: { x0, y0, x1, y1 },
      row: view.getFloat32(20, true),
    };
  }
}

/** Calls `use` with the address and the number of bytes that stand in the engine's memory for as long. */
function withBytes(bytes, use) {
  const at = exports.malloc(bytes.length);
  if (at === 0) throw new Error('memory for an image could not be had');
  new Uint8Array(exports.memory.buffer).set(bytes, at);
  const result = use(at, bytes.length);
  exports.free(at);
  return result;
}

function terminated(text) {
  return Buffer.from(`${text}\0`);
}

/** The calls to a system that the engine was linked with: there is none, as each is told, and what it ends with is thrown. */
function imports(module) {
  const NO_SUCH_CALL = 52;
  const modules = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    modules[from] ??= {};
    modules[from][name] = () => NO_SUCH_CALL;
  }
  modules.wasi_snapshot_preview1.proc_exit = (code) => {
    throw new Error(`the engine ended with ${code}`);
  };
  return modules;
}
