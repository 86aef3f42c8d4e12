import { expect, test } from 'vitest';
import { isCommunePart, namesCommuneParts } from '../../src/lexicon/commune-parts.ts';

test.each([
  ['Ấp Vĩnh Quý', true],
  ['Khu dân cư số 4', true],
  ['Tổ dân phố 12', true],
  ['thôn Đông', true],
  ['Thôn, ấp, khu phố', false],
  ['Khu vực I', false],
  ['Khu vực 3', true],
  ['Bản sao', false],
  ['Xã Hòa Sơn', false],
])('%s: %s', (name, expected) => {
  expect(isCommunePart(name)).toBe(expected);
});

test.each([
  ['ten thon', true],
  ['to dan pho', true],
  ['khu dan cu', true],
  ['tong so', false],
  ['xa, phuong', false],
])('the heading %s: %s', (heading, expected) => {
  expect(namesCommuneParts(heading)).toBe(expected);
});
