import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { PDF_LIMITS } from '../../../src/read/pdf/limits.ts';
import { PdfProcess } from '../../../src/read/pdf/process.ts';
import { closePdfProcess, readPdf } from '../../../src/read/pdf.ts';
import { folderWith } from '../../batch/folder.ts';
import { imagesOf, layersOf, outcomesOf, textOf } from './pages.ts';
import { tinyPdf } from './tiny-pdf.ts';

afterAll(closePdfProcess);

// Processes start and are run into the ground here: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

const MB = 1024 * 1024;
const word = (text: string): string => `BT /F1 10 Tf 20 300 Td (${text}) Tj ET`;
/** A form that draws itself a hundred times, six levels deep: 10^12 words. */
const ENDLESS = {
  content: '/F0 Do',
  entries: '/Resources<</XObject<</F0 30 0 R>>>>',
  more: Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map((level): [number, string] => {
      const content = level === 5 ? word('x') : '/Fx Do '.repeat(100);
      return [
        30 + level,
        `<</Type/XObject/Subtype/Form/BBox[0 0 200 400]/Resources<</Font<</F1 3 0 R>>/XObject<</Fx ${31 + level} 0 R>>>>/Length ${content.length}>>stream\n${content}\nendstream`,
      ];
    }),
  ),
};

function processWith(memoryBytes = PDF_LIMITS.memoryBytes): PdfProcess {
  const process = new PdfProcess(memoryBytes);
  onTestFinished(() => process.close());
  return process;
}

const endless = (): Uint8Array =>
  tinyPdf([{ content: word('before') }, ENDLESS, { content: word('after') }], ENDLESS.more);

describe('a page that takes too long', () => {
  const limits = { ...PDF_LIMITS, pageSeconds: 0.5 };

  test('costs that page alone', async () => {
    // With room enough that none is replaced for what it holds.
    const process = processWith(4 * PDF_LIMITS.memoryBytes);
    expect(await outcomesOf(endless(), { limits, process })).toEqual(['ok ok', 'time time', 'ok ok']);
    expect(process.generation).toBe(3);
  });

  test('counts against the time of its document', async () => {
    const process = processWith();
    const outcomes = await outcomesOf(endless(), { limits: { ...limits, documentSeconds: 0.4 }, process });
    expect(outcomes[1]).toBe('time time');
    expect(outcomes[2]).toBe('time time');
  });
});

test('a page that needs too much memory costs that page alone', async () => {
  const process = processWith(210 * MB);
  const pdf = tinyPdf([ENDLESS, { content: word('after') }], ENDLESS.more);
  const limits = { ...PDF_LIMITS, pageSeconds: 2 };
  const outcomes = await outcomesOf(pdf, { limits, process });
  expect(outcomes).toEqual([expect.stringMatching(/^memory (?:time|memory)$/), 'ok ok']);
});

test('a page of too many words is too large', async () => {
  const content = `BT /F1 1 Tf 1 350 Td ${'(aaaaaaaaaa ) Tj '.repeat(100)} ET`;
  const limits = { ...PDF_LIMITS, words: 50 };
  expect(await outcomesOf(tinyPdf([{ content }]), { limits })).toEqual(['too-large ok']);
});

test.each([
  ['bytes', { fileBytes: 100 }, 'too-large'],
  ['pages', { pages: 1 }, 'too-many-pages'],
])('a file of too many %s is not opened', async (_, limit, code) => {
  const pdf = tinyPdf([{ content: '' }, { content: '' }]);
  const options = { limits: { ...PDF_LIMITS, ...limit } };
  await expect(readPdf('a.pdf', pdf, options)).rejects.toMatchObject({ name: 'DocumentFailure', code });
});

describe('images', () => {
  const huge = tinyPdf([{ content: word('x'), entries: '/MediaBox[0 0 14400 7200]' }]);
  test('stay within the limit of pixels however large the page', async () => {
    const [image] = await imagesOf(huge, { limits: { ...PDF_LIMITS, imagePixels: 2e6 } });
    expect(image).toMatchObject({ width: 2000, height: 1000, channels: 1, dpi: 10 });
  });

  test('show what is drawn, annotations included, at 200 dpi', async () => {
    const [image] = await imagesOf(tinyPdf([{ content: '1 0 0 rg 0 200 100 200 re f' }]));
    expect(image).toMatchObject({ width: 556, height: 1111, channels: 3, dpi: 200 });
    const pixel = (x: number, y: number): number[] => [
      ...(image?.data.slice((y * 556 + x) * 3, (y * 556 + x) * 3 + 3) ?? []),
    ];
    expect([pixel(10, 10), pixel(500, 10), pixel(10, 1000)]).toEqual([
      [255, 0, 0],
      [255, 255, 255],
      [255, 255, 255],
    ]);
  });

  test.each([
    ['', [0, 85, 170, 255]],
    ['/Rotate 90', [170, 0, 255, 85]],
    ['/Rotate 180', [255, 170, 85, 0]],
    ['/Rotate 270', [85, 255, 0, 170]],
  ])('of a scan are its own pixels, turned by %j', async (entries, pixels) => {
    const more = {
      6: '<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 9/Filter/ASCIIHexDecode>>stream\n0055AAFF>\nendstream',
    };
    const scan = tinyPdf(
      [{ content: 'q 200 0 0 200 0 0 cm /Im Do Q', entries: `/MediaBox[0 0 200 200]${entries}` }],
      more,
    );
    const [image] = await imagesOf(scan);
    expect(image).toMatchObject({ width: 2, height: 2, channels: 1 });
    expect([...(image?.data ?? [])]).toEqual(pixels);
  });
});

test('a killed process costs nothing: what it was asked for is asked of another', async () => {
  const process = processWith();
  const reading = await readPdf('a.pdf', tinyPdf([{ content: word('one') }, { content: word('two') }]), {
    process,
  });
  if (reading.kind !== 'pages' || process.pid === null) throw new Error('not open');
  const [one, two] = reading.file.pages;
  expect(textOf((await one?.layer()) ?? { words: [] })).toBe('one');
  globalThis.process.kill(process.pid, 'SIGKILL');
  expect(textOf((await two?.layer()) ?? { words: [] })).toBe('two');
  expect(process.generation).toBe(2);
});

test('documents share the process and do not disturb each other', async () => {
  const process = processWith();
  const texts = Array.from({ length: 6 }, (_, i) => `document${i}`);
  const read = await Promise.all(
    texts.map((text) =>
      layersOf(tinyPdf([{ content: word(text) }, { content: word(`${text}b`) }]), { process }),
    ),
  );
  expect(read.map((layers) => layers.map(textOf))).toEqual(texts.map((text) => [text, `${text}b`]));
  expect(process.generation).toBe(1);
});

describe('a program that read a PDF', () => {
  const script = (then: string): string[] => [
    '--input-type=module',
    '-e',
    `import { readPdf } from ${JSON.stringify(new URL('../../../dist/src/read/pdf.js', import.meta.url).href)};
     import { PdfProcess } from ${JSON.stringify(new URL('../../../dist/src/read/pdf/process.js', import.meta.url).href)};
     import { readFileSync } from 'node:fs';
     const pdfs = new PdfProcess(1e9);
     const reading = await readPdf('a.pdf', readFileSync(process.argv[1]), { process: pdfs });
     console.log(pdfs.pid);
     ${then}`,
  ];
  const file = (pdf: Uint8Array): string => `${folderWith({ 'a.pdf': pdf })}/a.pdf`;
  const isRunning = (pid: number): boolean => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  };
  const ended = async (pid: number): Promise<boolean> => {
    for (let i = 0; i < 100 && isRunning(pid); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    return !isRunning(pid);
  };

  test('ends by itself, and the process with it', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...script('await reading.file.pages[0].layer();'),
      file(tinyPdf([{ content: word('x') }])),
    ]);
    expect(await ended(Number(stdout))).toBe(true);
  });

  test('takes the process with it when it is killed, however busy that is', async () => {
    const child = spawn(
      process.execPath,
      [...script('await reading.file.pages[1].image();'), file(endless())],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = await once(child.stdout, 'data');
    const pid = Number(line);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isRunning(pid)).toBe(true);
    child.kill('SIGKILL');
    expect(await ended(pid)).toBe(true);
  });
});
