import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { closePdfProcess } from '../../../src/read/pdf.ts';
import { layersOf, textOf } from './pages.ts';
import { type TinyPage, tinyPdf } from './tiny-pdf.ts';

afterAll(closePdfProcess);

async function layerOf(content: string, entries = '', more = {}) {
  const [layer] = await layersOf(tinyPdf([{ content, entries }], more));
  if (layer === undefined) throw new Error('no page');
  return layer;
}

/** Boxes in whole points of the turned page: left, top, width, height. */
function points({ words, angle, ...size }: Awaited<ReturnType<typeof layerOf>>): Record<string, number[]> {
  const [width, height] = angle % 180 === 0 ? [size.width, size.height] : [size.height, size.width];
  return Object.fromEntries(
    words.map(({ text, box: [x, y, w, h] }) => [
      text,
      [x * width, y * height, w * width, h * height].map((value) => Math.round(value)),
    ]),
  );
}

describe('words', () => {
  test.each([
    ['one string', '(So 12/KH-UBND  ngay) Tj', 'So 12/KH-UBND ngay'],
    ['letters kerned apart and together', '[(Ke) 30 (h) -60 (oach)] TJ', 'Kehoach'],
    ['a gap for a blank', '[(Ke) -250 (hoach)] TJ', 'Ke hoach'],
    ['pieces that follow each other', '(K) Tj (e) Tj ( hoach) Tj', 'Ke hoach'],
    ['each letter put in its place', '(K) Tj 6.67 0 Td (e) Tj 20 0 Td (hoach) Tj', 'Ke hoach'],
    ['a spaced out word', '5 Tc (KEH) Tj 0 Tc 50 0 Td (nam) Tj', 'KEH nam'],
    ['a word spaced out with its blanks', '3 Tc (CAN BO) Tj', 'CAN BO'],
    ['spacing as a blank', '3 Tc (A) Tj 9.7 0 Td 0 Tc (bc) Tj', 'A bc'],
    ['two lines', '(Ke) Tj 0 -12 Td (hoach) Tj', 'Ke hoach'],
    ['a nonbreaking blank, a soft and a nonbreaking hyphen', '(a\\240b KH\\255UBND) Tj', 'a b KH-UBND'],
    ['fonts changed within a word', '(Ke) Tj /F2 10 Tf (hoach) Tj', 'Kehoach'],
    ['a mark of a note', '(2.500) Tj /F1 6 Tf 4 Ts (12) Tj 0 Ts /F1 10 Tf (, nay) Tj', '2.500¹², nay'],
    ['a lowered digit', '(CO) Tj /F1 6 Tf -2 Ts (2) Tj', 'CO2'],
    ['no text', '', ''],
  ])('%s', async (_, operators, text) => {
    expect(textOf(await layerOf(`BT /F1 10 Tf 20 300 Td ${operators} ET`))).toBe(text);
  });

  test('have the boxes of their letters, from top left', async () => {
    const layer = await layerOf('BT /F1 10 Tf 20 300 Td (AAA iii) Tj ET');
    expect(points(layer)).toEqual({ AAA: [20, 91, 20, 11], iii: [43, 91, 7, 11] });
    expect(layer).toMatchObject({ width: 200, height: 400, angle: 0 });
    expect(layer.words[0]).toMatchObject({ size: 0.025, confidence: 1, font: 'Helvetica' });
  });

  test.each([
    ['/Rotate 90', 400, 200],
    ['/Rotate 270', 400, 200],
    ['/Rotate 180', 200, 400],
    ['/Rotate -270', 400, 200],
  ])('stand on a page with %s as it is looked at', async (entries, width, height) => {
    // Upright on the turned page: drawn the other way about.
    const turn: Record<string, string> = {
      '/Rotate 90': '0 1 -1 0 100 60',
      '/Rotate -270': '0 1 -1 0 100 60',
      '/Rotate 270': '0 -1 1 0 100 340',
      '/Rotate 180': '-1 0 0 -1 140 100',
    };
    const layer = await layerOf(`BT /F1 10 Tf ${turn[entries]} Tm (AAA) Tj ET`, entries);
    expect(layer).toMatchObject({ width, height, angle: 0 });
    expect(points(layer)).toEqual({ AAA: [60, 91, 20, 11] });
  });

  test('are counted from the edges of the crop box', async () => {
    const layer = await layerOf(
      'BT /F1 10 Tf 20 300 Td (AAA) Tj ET BT /F1 10 Tf 120 20 Td (cut) Tj ET',
      '/CropBox[10 100 110 350]',
    );
    expect(layer).toMatchObject({ width: 100, height: 250 });
    expect(points(layer)).toEqual({ AAA: [10, 41, 20, 11] });
  });

  test.each([
    ['upwards', '0 1 -1 0 92 60', 90],
    ['downwards', '0 -1 1 0 108 340', 270],
    ['upside down', '-1 0 0 -1 140 300', 180],
  ])('that run %s turn the page', async (_, matrix, angle) => {
    const layer = await layerOf(`BT /F1 10 Tf ${matrix} Tm (AAA iii) Tj ET`);
    expect(layer.angle).toBe(angle);
    const { AAA, iii } = points(layer);
    expect([AAA?.[2], AAA?.[3], iii?.[2], iii?.[3]]).toEqual([20, 11, 7, 11]);
    expect((iii?.[0] ?? 0) - (AAA?.[0] ?? 0)).toBe(23);
    expect(iii?.[1]).toBe(AAA?.[1]);
  });

  test('that run upwards beside others do not', async () => {
    const layer = await layerOf('BT /F1 10 Tf 20 300 Td (Ke hoach) Tj 0 1 -1 0 190 100 Tm (AAA) Tj ET');
    expect(layer.angle).toBe(0);
    expect(points(layer)).toMatchObject({ AAA: [181, 280, 11, 20] });
  });

  test('know their style', async () => {
    const { words } = await layerOf(
      'BT 20 300 Td /F1 10 Tf (plain ) Tj /F2 10 Tf (bold ) Tj /F3 10 Tf (italic ) Tj /F1 10 Tf 2 Tr (stroked ) Tj 0 Tr 1 0 .3 1 20 200 Tm (leaning) Tj ET',
    );
    expect(words.map(({ text, bold, italic }) => [text, bold ?? false, italic ?? false])).toEqual([
      ['plain', false, false],
      ['bold', true, false],
      ['italic', false, true],
      ['stroked', true, false],
      ['leaning', false, true],
    ]);
  });

  test('drawn twice are one word: bold where they are a little apart', async () => {
    const { words } = await layerOf(
      'BT /F1 10 Tf 20 300 Td (assess) Tj .3 0 Td (assess) Tj -.3 -20 Td (again) Tj ET BT /F1 10 Tf 20 280 Td (again) Tj ET',
    );
    expect(words.map(({ text, bold }) => [text, bold ?? false])).toEqual([
      ['assess', true],
      ['again', false],
    ]);
  });

  test('that hidden content or a mask holds are left out, those of a form and of an annotation are not', async () => {
    const form = (entries: string, text: string): string => {
      const content = `BT /F1 10 Tf 0 2 Td (${text}) Tj ET`;
      return `<</Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 3 0 R>>>>${entries}/Length ${content.length}>>stream\n${content}\nendstream`;
    };
    const layer = await layerOf(
      '/OC /Hidden BDC BT /F1 10 Tf 20 300 Td (hidden) Tj ET EMC q 1 0 0 1 20 200 cm /Form Do Q /Masked gs BT /F1 10 Tf 20 100 Td (seen) Tj ET',
      '/Annots[24 0 R]/Resources<</Font<</F1 3 0 R>>/XObject<</Form 22 0 R>>/Properties<</Hidden 20 0 R>>/ExtGState<</Masked<</SMask<</S/Luminosity/G 23 0 R>>>>>>>>',
      {
        1: '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]>>>>>>',
        20: '<</Type/OCG/Name(h)>>',
        22: form('', 'form'),
        23: form('/Group<</S/Transparency/CS/DeviceGray>>', 'mask'),
        24: '<</Type/Annot/Subtype/Stamp/F 4/Rect[50 350 150 370]/AP<</N 25 0 R>>>>',
        25: form('', 'stamp'),
      },
    );
    expect(textOf(layer)).toBe('form seen stamp');
    expect(points(layer)).toMatchObject({ stamp: [50, 39, 27, 11], form: [20, 189, 20, 11] });
  });
});

describe('how the layer lies on the page', () => {
  const scan = 'q 200 0 0 400 0 0 cm /Im Do Q';
  const words = 'BT /F1 10 Tf 20 300 Td (Ke hoach) Tj ET';
  test.each<[string, string, { invisible: number; imageCovered: number }]>([
    ['words alone', words, { invisible: 0, imageCovered: 0 }],
    ['a scan alone', scan, { invisible: 0, imageCovered: 1 }],
    [
      'invisible words over a scan',
      `${scan} ${words.replace('Td', 'Td 3 Tr')}`,
      { invisible: 1, imageCovered: 1 },
    ],
    ['words below a scan', `${words} ${scan}`, { invisible: 1, imageCovered: 1 }],
    ['a stamp over a scan', `${scan} ${words}`, { invisible: 0, imageCovered: 1 }],
    [
      'words beside a picture',
      `q 200 0 0 100 0 0 cm /Im Do Q ${words}`,
      { invisible: 0, imageCovered: 0.25 },
    ],
    [
      'a scan in strips',
      'q 200 0 0 200 0 0 cm /Im Do Q q 200 0 0 200 0 200 cm /Im Do Q',
      { invisible: 0, imageCovered: 1 },
    ],
  ])('%s', async (_, content, facts) => {
    expect((await layerOf(content)).layer).toEqual({ ...facts, blank: false });
  });
});

test.each([
  ['', '', true],
  ['q Q', '', true],
  ['20 100 80 50 re f', '', false],
  ['', '/Annots[20 0 R]', false],
])('a page of %j %j is blank: %s', async (content, entries, blank) => {
  const layer = await layerOf(content, entries, {
    20: '<</Type/Annot/Subtype/Square/F 4/Rect[50 350 150 370]>>',
  });
  expect(layer.layer?.blank).toBe(blank);
});

describe('rules', () => {
  const box = [0.1, 0.5, 0.4, 0.0025];
  test.each([
    ['a stroke', '1 w 20 199.5 m 100 199.5 l S'],
    ['a thin filled box', '20 199 80 1 re f'],
    ['pieces of one line', '1 w 20 199.5 m 60 199.5 l S 59.5 199.5 m 100 199.5 l S'],
    ['one line drawn twice', '1 w 20 199.5 m 100 199.5 l S 20 199 80 1 re f'],
  ])('%s', async (_, content) => {
    const { rules } = await layerOf(content);
    expect(rules.map((rule) => rule.map((share) => Number(share.toFixed(4))))).toEqual([box]);
  });

  test.each([
    ['a filled area', '20 100 80 50 re f'],
    ['a white line', '1 1 1 RG 20 200 m 100 200 l S'],
    ['a slanting line', '20 200 m 100 260 l S'],
    ['a curve', '20 200 m 40 200 60 200 100 200 c f'],
    ['a path that only clips', '20 199 80 1 re W n'],
    ['a dot', '20 199 1 1 re f'],
  ])('not %s', async (_, content) => {
    expect((await layerOf(content)).rules).toEqual([]);
  });

  test('a stroked box has four', async () => {
    expect((await layerOf('20 100 80 50 re S')).rules).toHaveLength(4);
  });
});

test('wherever and however large words are drawn, there they are found', async () => {
  const word = fc.record({
    text: fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
    x: fc.integer({ min: 5, max: 60 }),
    size: fc.integer({ min: 4, max: 12 }),
    scale: fc.integer({ min: 60, max: 140 }),
  });
  const page = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 8 }),
    rotate: fc.constantFrom(0, 90, 180, 270),
  });
  const pages = fc.array(page, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(pages, async (drawn) => {
      const tiny = drawn.map(
        ({ words, rotate }): TinyPage => ({
          content: words
            .map(
              ({ text, x, size, scale }, i) =>
                `BT ${scale} Tz /F1 ${size} Tf ${x} ${350 - 40 * i} Td (${text}) Tj ET`,
            )
            .join('\n'),
          entries: `/Rotate ${rotate}`,
        }),
      );
      const layers = await layersOf(tinyPdf(tiny));
      for (const [index, layer] of layers.entries()) {
        const { words, rotate } = drawn[index] ?? { words: [], rotate: 0 };
        expect(layer.words.map(({ text }) => text)).toEqual(words.map(({ text }) => text));
        expect(layer.angle).toBe((360 - rotate) % 360);
        for (const [at, { size, box }] of layer.words.entries()) {
          const asked = words[at];
          expect((size ?? 0) * 400).toBeCloseTo(asked?.size ?? 0, 1);
          expect(box[0] * 200).toBeCloseTo(asked?.x ?? 0, 1);
          expect((box[1] + box[3]) * 400).toBeCloseTo(50 + 40 * at + 0.212 * (asked?.size ?? 0), 1);
        }
      }
    }),
    { numRuns: 25 },
  );
});
