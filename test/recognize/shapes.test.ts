import { expect, test } from 'vitest';
import type { Component } from '../../src/recognize/components.ts';
import { withEllipsisOfInk } from '../../src/recognize/ellipses.ts';
import { withCaseOfInk, withMarkOfInk } from '../../src/recognize/shapes.ts';

const ink = (x0: number, x1: number, y0: number, y1: number): Component => ({ x0, x1, y0, y1, area: 1 });
/** Four letters of a line whose small letters are 20 pixels high and stand on 40. */
const LETTERS = [0, 20, 40, 60].map((x) => ink(x, x + 17, 20, 40));
const box = { x0: 0, y0: 12, x1: 90, y1: 46 };

test('a semicolon without its dot is a comma', () => {
  const word = { text: 'thôn;', box, em: 44 };
  expect(withMarkOfInk(word, [...LETTERS, ink(82, 87, 37, 45)], 20).text).toBe('thôn,');
  expect(withMarkOfInk(word, [...LETTERS, ink(82, 87, 37, 45), ink(82, 87, 21, 26)], 20).text).toBe('thôn;');
  expect(withMarkOfInk(word, LETTERS, 20).text).toBe('thôn;');
  expect(withMarkOfInk({ ...word, text: 'thôn,' }, [...LETTERS, ink(82, 87, 37, 45)], 20).text).toBe('thôn,');
});

test('a colon whose lower patch has a tail is a semicolon, and the other way round', () => {
  const word = { text: 'thôn:', box, em: 44 };
  const tailed = [...LETTERS, ink(82, 87, 35, 45), ink(82, 87, 21, 26)];
  const even = [...LETTERS, ink(82, 87, 36, 41), ink(82, 87, 21, 26)];
  expect(withMarkOfInk(word, tailed, 20).text).toBe('thôn;');
  expect(withMarkOfInk(word, even, 20).text).toBe('thôn:');
  expect(withMarkOfInk({ ...word, text: 'thôn;' }, even, 20).text).toBe('thôn:');
  // A colon whose upper dot was not found is no comma.
  expect(withMarkOfInk(word, [...LETTERS, ink(82, 87, 36, 41)], 20).text).toBe('thôn:');
});

test('a semicolon that was lost, read twice or as a letter', () => {
  const tailed = [...LETTERS, ink(82, 87, 35, 45), ink(82, 87, 21, 26)];
  const word = { text: 'thôn', box, em: 44, confidence: 0.85 };
  expect(withMarkOfInk(word, tailed, 20).text).toBe('thôn;');
  expect(withMarkOfInk({ ...word, confidence: 0.95 }, tailed, 20).text).toBe('thôn');
  expect(withMarkOfInk(word, LETTERS, 20).text).toBe('thôn');
  expect(withMarkOfInk({ ...word, text: 'thôn;:' }, tailed, 20).text).toBe('thôn;');
  expect(withMarkOfInk({ ...word, text: 'thờii' }, tailed, 20).text).toBe('thời;');
  expect(withMarkOfInk({ ...word, text: 'thờii' }, LETTERS, 20).text).toBe('thờii');
});

test.each([
  ['thôn....).', ',...', ').', 'thôn,...).'],
  ['thôn,,..);', ',...', ');', 'thôn,...);'],
  ['thôn...', '...,', '', 'thôn...,'],
  ['thôn,.', ',...', '', 'thôn,...'],
  ['thôn...', '...', '', 'thôn...'],
  // A comma that touches the letter before it, and a bracket that is not found.
  ['thôn,...', '...', '', 'thôn,...'],
  ['thôn....)', ',...', '', 'thôn....)'],
])('%s with the ink of thôn%s%s is %s', (text, run, behind, expected) => {
  let x = 82;
  const patches = [...(run + behind)].flatMap((mark) => {
    x += 8;
    if (mark === ')') return [ink(x, x + 6, 12, 46)];
    const foot = mark === '.' ? [ink(x, x + 4, 36, 40)] : [ink(x, x + 4, 36, 45)];
    return mark === ';' ? [...foot, ink(x, x + 4, 21, 25)] : foot;
  });
  const word = { text, box: { ...box, x1: 170 } };
  expect(withEllipsisOfInk(word, [...LETTERS, ...patches], 20).text).toBe(expected);
});

test('the dots of an ellipsis stand further apart than stops', () => {
  const dots = (apart: number): Component[] =>
    [84, 84 + apart, 84 + 2 * apart].map((x) => ink(x, x + 4, 36, 40));
  const word = { text: 'thôn...', box: { ...box, x1: 170 } };
  expect(withEllipsisOfInk(word, [...LETTERS, ...dots(11)], 20).text).toBe('thôn...');
  expect(withEllipsisOfInk(word, [...LETTERS, ...dots(15)], 20).text).toBe('thôn…');
});

test('a capital that is as high as a small letter of its shape is one', () => {
  expect(withCaseOfInk({ text: 'Việc', box, em: 44 }, LETTERS).text).toBe('việc');
  expect(withCaseOfInk({ text: 'Việc', box, em: 44 }, [ink(0, 22, 11, 40), ...LETTERS.slice(1)]).text).toBe(
    'Việc',
  );
  expect(withCaseOfInk({ text: 'Chính', box, em: 44 }, LETTERS).text).toBe('Chính');
  expect(withCaseOfInk({ text: 'Khoa', box, em: 44 }, LETTERS).text).toBe('Khoa');
  expect(withCaseOfInk({ text: 'XIV', box, em: 44 }, LETTERS).text).toBe('XIV');
  // A line's em may be taken too large: a capital is higher than the small letters beside it.
  const capital = [ink(0, 20, 13, 40), ...LETTERS.slice(1)];
  expect(withCaseOfInk({ text: 'Xây', box, em: 56 }, capital).text).toBe('Xây');
  expect(withCaseOfInk({ text: 'Vụ', box, em: 44 }, LETTERS.slice(0, 2)).text).toBe('vụ');
});
