import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../src/layout/layout.ts';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import type { PageWord, WordPage } from '../../src/plan/document.ts';

const TEXTS = [
  'Số:',
  '53/KH-UBND',
  'Cần',
  'Thơ,',
  'ngày',
  '27',
  '-',
  '1.',
  'a)',
  'KẾ',
  'HOẠCH',
  'TM.',
  '1.888',
  '58/NQ-',
  'CP',
  'người',
  '.',
  '2',
  'Nơi',
  'nhận:',
  'và',
  'tế;',
  'x\u00ady',
  'to\u0302i',
];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 7);
const place = fc.oneof({ weight: 30, arbitrary: share }, { weight: 1, arbitrary: odd });
/** Some words stand on lines, as most do; some lie anywhere. */
const boxes = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40 }))
    .map(([column, row]): PageWord['box'] => [0.05 + column * 0.07, 0.05 + row * 0.022, 0.06, 0.016]),
  fc.tuple(place, place, place, place).map((box): PageWord['box'] => box),
);
const rules = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.boolean())
    .map(([x, y, down]): PageWord['box'] =>
      down ? [0.1 + x * 0.1, 0.1, 0.001, 0.6] : [0.1, 0.1 + y * 0.1, 0.6, 0.001],
    ),
  fc.tuple(place, place, place, place).map((box): PageWord['box'] => box),
);
const pages = fc.array(
  fc.record({
    words: fc.array(fc.tuple(fc.constantFrom(...TEXTS), boxes, fc.option(share)), { maxLength: 60 }),
    rules: fc.array(rules, { maxLength: 16 }),
    angle: fc.constantFrom(0, 0, 90, 180, 1.5),
  }),
  { maxLength: 3 },
);

/** Each word carries its number as another reading, by which it is known again. */
const wordPages = pages.map((list) => {
  let number = 0;
  return list.map(
    ({ words, rules: bars, angle }): WordPage => ({
      width: 595,
      height: 842,
      words: words.map(([text, box, size]) => ({
        text,
        confidence: 1,
        box,
        size,
        alternatives: [`${number++}`],
      })),
      rules: bars,
      angle,
      unread: [],
    }),
  );
});

describe('whatever a page holds', () => {
  test('each of its words stands once in its lines, where its place says', () => {
    fc.assert(
      fc.property(wordPages, (given) => {
        const laid = layOut(given);
        expect(laid).toHaveLength(given.length);
        laid.forEach((lines, index) => {
          const found: [string | undefined, string][] = [];
          for (const { text, words = [], cells } of lines) {
            if (cells !== undefined) expect(cells.join('\t')).toBe(text);
            let end = 0;
            for (const word of words) {
              expect(word.start).toBeGreaterThanOrEqual(end);
              end = word.end;
              found.push([word.alternatives?.[0], text.slice(word.start, word.end)]);
            }
          }
          const expected = (given[index]?.words ?? []).map(({ alternatives, text }) => [
            alternatives?.[0],
            text.normalize('NFC'),
          ]);
          const byNumber = (a: (string | undefined)[], b: (string | undefined)[]): number =>
            Number(a[0]) - Number(b[0]);
          expect(found.sort(byNumber)).toEqual(expected.sort(byNumber));
        });
      }),
      { numRuns: 300 },
    );
  });

  test('its normalised text has the words where their places say', () => {
    fc.assert(
      fc.property(wordPages, (given) => {
        const lines = layOut(given);
        const source = normalizeDocument({
          mediaType: 'application/pdf',
          pages: lines.map((page, index) => ({
            page: index + 1,
            origin: 'ocr',
            confidence: 1,
            lines: page,
          })),
        });
        const texts = new Map(
          given.flatMap(({ words }) => words.map(({ alternatives, text }) => [alternatives?.[0], text])),
        );
        for (const word of source.words) {
          // A repair may have changed the word, or left nothing of it.
          const touches = ({ start, end }: { start: number; end: number }): boolean =>
            (start < word.end && word.start < end) ||
            (word.start === word.end && start <= word.end && word.start <= end);
          if (source.repairs.some(touches)) continue;
          const text = texts.get(word.alternatives?.[0])?.normalize('NFC').replace('\u00ad', '');
          expect(source.text.slice(word.start, word.end)).toBe(text);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the order its words come in does not matter', () => {
    fc.assert(
      fc.property(wordPages, fc.nat(), (given, seed) => {
        const turned = given.map((page) => {
          const at = seed % Math.max(1, page.words.length);
          const words = [...page.words.slice(at), ...page.words.slice(0, at)].map(
            ({ alternatives: _, ...word }) => word,
          );
          return { ...page, words };
        });
        const plain = given.map((page) => ({
          ...page,
          words: page.words.map(({ alternatives: _, ...word }) => word),
        }));
        expect(layOut(turned)).toEqual(layOut(plain));
      }),
    );
  });
});

test('a page of many words is no burden', () => {
  const words = Array.from({ length: 5000 }, (_, index): PageWord => {
    const [column, row] = [index % 50, Math.floor(index / 50)];
    return {
      text: '-',
      confidence: 1,
      box: [column * 0.02, row * 0.01, 0.015, 0.009],
      size: 0.009,
    };
  });
  const start = process.cpuUsage();
  layOut([{ width: 595, height: 842, words, rules: [], angle: 0, unread: [] }]);
  const { user } = process.cpuUsage(start);
  expect(user).toBeLessThan(3_000_000);
});
