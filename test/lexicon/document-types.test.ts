import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  documentTypeData,
  documentTypes,
  issuerOfSymbol,
  repairSymbol,
  symbolParts,
  typeByAbbreviation,
} from '../../src/lexicon/document-types.ts';

const { repairs, repairExamples, issuers } = documentTypeData();

test.each(repairExamples)('%j is repaired to %s', (read, repaired) => {
  expect(repairSymbol(read)).toBe(repaired);
});

test.each(Object.entries(repairs))('%s is a misreading of %s and not itself a known code', (read, meant) => {
  expect(repairSymbol(`1/${read}-X`)).toBe(`1/${meant}-X`);
  expect(repairSymbol(meant)).toBe(meant);
  expect(typeByAbbreviation(read)).toBeNull();
  expect(issuers.some(({ code, variations }) => code === read || variations.includes(read))).toBe(false);
});

test('repair keeps every digit, is done once, and leaves no blank', () => {
  const part = fc.constantFrom(
    '53',
    '2018',
    '/',
    '-',
    ' ',
    '–',
    '\n',
    'QD',
    'HDND',
    'KH',
    'UBND',
    'QH15',
    'TTG',
    'x',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const repaired = repairSymbol(text);
      expect(repaired.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
      expect(repaired).not.toMatch(/\s/);
      expect(repairSymbol(repaired)).toBe(repaired);
    }),
  );
});

test.each([
  ['KH', 'Kế hoạch'],
  ['QĐ', 'Quyết định'],
  ['CTr', 'Chương trình'],
  ['NĐ', 'Nghị định'],
  ['KL', 'Kết luận'],
  ['XX', null],
])('type %s is %s', (abbreviation, name) => {
  expect(typeByAbbreviation(abbreviation)).toBe(name);
});

test('types are unique by name and abbreviation', () => {
  const keys = documentTypes().map(({ abbreviation, name }) => `${abbreviation} ${name}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['53/KH-UBND', '53', null, 'KH', ['UBND']],
  ['146/2018/NĐ-CP', '146', '2018', 'NĐ', ['CP']],
  ['41/2024/QH15', '41', '2024', null, ['QH15']],
  ['28-NQ/TW', '28', null, 'NQ', ['TW']],
  ['1234/UBND-KGVX', '1234', null, null, ['UBND', 'KGVX']],
  ['01/2020/TTLT-BTC-BYT', '01', '2020', 'TTLT', ['BTC', 'BYT']],
  ['5106/QĐ-', '5106', null, 'QĐ', []],
  ['KH-BCĐ', null, null, 'KH', ['BCĐ']],
])('parts of %s', (number, serial, year, type, codes) => {
  expect(symbolParts(number)).toEqual({ serial, year, type, codes });
});

test.each([
  ['53/KH-UBND', 'Ủy ban nhân dân', 'peoples-committee'],
  ['49/KH-BCD', 'Ban Chỉ đạo', 'steering-committee'],
  ['12/KH-BCĐATGT', 'Ban Chỉ đạo', 'steering-committee'],
  ['41/2024/QH15', 'Quốc hội', 'other'],
  ['28-NQ/TW', 'Ban Chấp hành Trung ương Đảng', 'other'],
  ['05/TT-BLDTBXH', 'Bộ Lao động - Thương binh và Xã hội', 'department'],
  ['1234/UBND-KGVX', 'Ủy ban nhân dân', 'peoples-committee'],
  ['77/BHXH-QLT', 'Bảo hiểm xã hội', 'social-insurance'],
  ['10/BC-SNV', 'Sở Nội vụ', 'department'],
])('%s is issued by %s', (symbol, name, kind) => {
  expect(issuerOfSymbol(symbol)).toMatchObject({ name, kind });
});

test.each(['5106/QĐ-', 'KH-XYZ', '12', ''])('%j names no issuer', (symbol) => {
  expect(issuerOfSymbol(symbol)).toBeNull();
});

test('every issuer is found by its code', () => {
  for (const { code, numbered } of issuers) {
    if (code.includes('-')) continue;
    expect(issuerOfSymbol(`1/KH-${code}${numbered ? '15' : ''}`)?.code).toBe(code);
  }
});
