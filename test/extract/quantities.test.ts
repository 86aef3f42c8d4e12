import { describe, expect, test } from 'vitest';
import { findFigures, parseCell, parseFigure } from '../../src/extract/quantities.ts';

test.each([
  ['7', 7],
  ['05', 5],
  ['1250', 1250],
  ['1.250', 1250],
  ['1.188.826', 1188826],
  ['1.188.826,5', 1188826.5],
  ['96,11', 96.11],
  ['0,075', 0.075],
  ['96.11', 96.11],
  ['1 250', 1250],
  ['1 188 826', 1188826],
  [' 320 ', 320],
  ['1.25.000', null],
  ['1.2500', null],
  ['12,5,7', null],
  ['', null],
  ['-', null],
  ['I', null],
  ['12a', null],
  ['1,234,567', 1234567],
  ['12,345.6', 12345.6],
  ['1,234', 1.234],
])('the figure %o is %o', (text, value) => {
  expect(parseFigure(text)).toBe(value);
});

test.each([
  ['1.888', 1888],
  ['65,5%', 65.5],
  ['65,5 %', 65.5],
  ['(120)', 120],
  ['-3,5', -3.5],
  ['– 3,5', -3.5],
  ['+12', 12],
  ['', null],
  ['-', null],
  ['≥ 80', 80],
  ['12 xã', null],
  ['Sở Y tế', null],
])('the cell %o is %o', (text, value) => {
  expect(parseCell(text)).toBe(value);
});

describe('the figures of', () => {
  test.each([
    ['tăng 5.000 người, đạt 96,11%', [5000, 96.11]],
    ['12 xã và 1.250 hộ.', [12, 1250]],
    ['Đạt 95%.', [95]],
    ['Nghị định số 146/2018/NĐ-CP', []],
    ['ngày 30/9', []],
    ['H5N1', []],
  ])('%s', (text, values) => {
    expect(findFigures(text).map(({ value }) => value)).toEqual(values);
    for (const { start, end, text: words } of findFigures(text)) expect(text.slice(start, end)).toBe(words);
  });
});
