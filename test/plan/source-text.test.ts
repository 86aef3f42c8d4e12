import { expect, test } from 'vitest';
import { evidenceFor, pageAt, type SourceText } from '../../src/plan/source-text.ts';

/** Two pages of "một hai\nba bốn"; page 2 is empty, page 3 begins at "ba". */
const source: SourceText = {
  text: 'một hai\nba bốn',
  blocks: [],
  pages: [
    { page: 1, origin: 'ocr', confidence: 0.9, reason: null, problem: null, unread: [], start: 0, end: 8 },
    { page: 2, origin: 'ocr', confidence: 0, reason: null, problem: null, unread: [], start: 8, end: 8 },
    { page: 3, origin: 'ocr', confidence: 0.8, reason: null, problem: null, unread: [], start: 8, end: 14 },
  ],
  words: [
    { start: 0, end: 3, page: 1, confidence: 0.9, box: [0.1, 0.1, 0.1, 0.02] },
    { start: 4, end: 7, page: 1, confidence: 0.7004, box: [0.3, 0.1, 0.1, 0.02] },
    { start: 8, end: 10, page: 3, confidence: 0.95, box: [0.1, 0.1, 0.1, 0.02] },
  ],
  repairs: [{ start: 8, end: 10, original: 'bà', confidence: 0.5 }],
  diacritics: 'original',
};

test.each([
  ['a word', { start: 4, end: 7 }, 1, { page: 1, quote: 'hai', confidence: 0.7, boxes: 1 }],
  ['both words', { start: 0, end: 7 }, 1, { page: 1, quote: 'một hai', confidence: 0.7, boxes: 2 }],
  ['a part of a word', { start: 5, end: 6 }, 1, { page: 1, quote: 'a', confidence: 0.7, boxes: 1 }],
  ['a blank between words', { start: 3, end: 4 }, 1, { page: 1, quote: ' ', confidence: 1, boxes: 0 }],
  ['an inference', { start: 0, end: 3 }, 0.6, { page: 1, quote: 'một', confidence: 0.6, boxes: 1 }],
  ['a repaired word', { start: 8, end: 10 }, 1, { page: 3, quote: 'ba', confidence: 0.5, boxes: 1 }],
  ['a word without box', { start: 11, end: 14 }, 1, { page: 3, quote: 'bốn', confidence: 1, boxes: 0 }],
  ['an empty span', { start: 14, end: 14 }, 1, { page: 3, quote: '', confidence: 1, boxes: 0 }],
])('evidence for %s', (_, span, confidence, expected) => {
  const { boxes, ...evidence } = evidenceFor(source, span, confidence);
  expect({ ...evidence, boxes: boxes.length }).toEqual({ ...span, ...expected });
});

test('an offset lies on the last page that has begun', () => {
  expect([0, 7, 8, 13, 99].map((offset) => pageAt(source, offset))).toEqual([1, 1, 3, 3, 3]);
});
