import { describe, expect, test } from 'vitest';
import { spelledAbbreviation } from '../../../src/normalize/repair/abbreviations.ts';
import { restoreParagraphs } from '../../../src/normalize/repair/restore.ts';

describe('abbreviations without their Đ', () => {
  test.each([
    ['DVT', 'ĐVT'],
    ['LDTBXH', 'LĐTBXH'],
    ['SGDDT', 'SGDĐT'],
    ['KTHTDT', 'KTHTĐT'],
    ['DTTS', 'DTTS'],
    ['SXHD', 'SXHD'],
    ['DENGUE', 'DENGUE'],
  ])('%s is %s', (letters, spelled) => {
    expect(spelledAbbreviation(letters)).toBe(spelled);
  });

  test('a document introduces its own', () => {
    const lines = [
      'Ty le tre em duoi 1 tuoi duoc tiem chung day du (TCDD) tren dia ban tinh con thap so voi ke hoach nam.',
      'Phan dau ty le TCDD dat 95%; thuc hien Cong van so 12/SLDTBXH-VP ngay 02/02/2024.',
    ];
    expect(restoreParagraphs(lines).map(({ text }) => text)).toEqual([
      'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ (TCĐĐ) trên địa bàn tỉnh còn thấp so với kế hoạch năm.',
      'Phấn đấu tỷ lệ TCĐĐ đạt 95%; thực hiện Công văn số 12/SLĐTBXH-VP ngày 02/02/2024.',
    ]);
  });
});
