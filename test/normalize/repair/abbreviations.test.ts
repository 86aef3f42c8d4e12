import { describe, expect, test } from 'vitest';
import {
  spelledAbbreviation,
  withLostBars,
  wordlikeAbbreviation,
} from '../../../src/normalize/repair/abbreviations.ts';
import { restoreParagraphs } from '../../../src/normalize/repair/restore.ts';

describe('abbreviations without their Đ', () => {
  test.each([
    ['DVT', 'ĐVT'],
    ['LDTBXH', 'LĐTBXH'],
    ['SGDDT', 'SGDĐT'],
    ['PGDDT', 'PGDĐT'],
    ['DDCI', 'DDCI'],
    ['PDF', 'PDF'],
    ['KTHTDT', 'KTHTĐT'],
    ['DTTS', 'DTTS'],
    ['SXHD', 'SXHD'],
    ['UTH', 'ƯTH'],
    ['SCADA', 'SCADA'],
    ['DENGUE', 'DENGUE'],
  ])('%s is %s', (letters, spelled) => {
    expect(spelledAbbreviation(letters)).toBe(spelled);
  });

  test('dự toán of a year has no Đ', () => {
    const lines = [
      'Uy ban nhan dan tinh ban hanh Ke hoach nhu sau, theo quy dinh cua phap luat:',
      'DT 2026 voi UTH nam 2025',
    ];
    expect(restoreParagraphs(lines).at(-1)?.text).toBe('DT 2026 với ƯTH năm 2025');
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

describe('abbreviations that read like words', () => {
  const found = (find: typeof wordlikeAbbreviation, text: string, token: string): string | undefined =>
    find(text, text.indexOf(token), text.indexOf(token) + token.length);

  test.each([
    ['TT. DU UBND TP', 'DU', 'ĐU'],
    ['- TT. DÙ UBND TP;', 'DÙ', 'ĐU'],
    ['CA tinh, BCHQS tinh', 'CA', 'CA'],
    ['HO TRO DU KINH PHI', 'DU', undefined],
    ['DU', 'DU', undefined],
    ['Ca hai don vi', 'Ca', undefined],
  ])('%s: %s', (text, token, spelled) => {
    expect(found(wordlikeAbbreviation, text, token)).toBe(spelled);
  });

  test.each([
    ['Các trường: ĐHĐT, CĐCĐ ĐI, CĐYTĐT', 'ĐI', 'ĐT'],
    ['TỔ CHỨC ĐI LẠI', 'ĐI', undefined],
    ['UBND LA', 'LA', undefined],
  ])('%s: %s, strokes for T', (text, token, spelled) => {
    expect(found(withLostBars, text, token)).toBe(spelled);
  });

  test('units behind a figure, and quarters, keep their words', () => {
    const lines = [
      'Cac don vi bao cao 02 lan/ngay (truoc 9 gio va 16 gio) ve tinh hinh tiep nhan, cap phat.',
      'Phan dau giam no, cu the quy I: 1,92%; quy II: 1,75%, quy III: 1,69%, quy IV: 1,15% so voi tong so phai thu.',
      'Vien KSND TP, TAND TP; So: NN&MT, TC, VH,TT&DL, GD&DT.',
    ];
    expect(restoreParagraphs(lines).map(({ text }) => text)).toEqual([
      'Các đơn vị báo cáo 02 lần/ngày (trước 9 giờ và 16 giờ) về tình hình tiếp nhận, cấp phát.',
      'Phấn đấu giảm nợ, cụ thể quý I: 1,92%; quý II: 1,75%, quý III: 1,69%, quý IV: 1,15% so với tổng số phải thu.',
      'Viện KSND TP, TAND TP; Sở: NN&MT, TC, VH,TT&DL, GD&ĐT.',
    ]);
  });
});
