import { describe, expect, test } from 'vitest';
import { isPlan } from '../../src/extract/plan-or-not.ts';
import { parsePlan } from '../../src/parse/parse.ts';
import { sourceOf } from '../parse/source-of.ts';

const judged = (text: string): boolean => {
  const source = sourceOf(text);
  return isPlan(source, parsePlan(source));
};

describe('a plan', () => {
  test.each([
    [
      'with its head',
      'UBND XÃ NÀ HIN\nSố: 9/KH-UBND\nKẾ HOẠCH\nXây tủ sách năm 2024\nI. MỤC TIÊU\nMỗi thôn một tủ sách.',
    ],
    [
      'without letterhead',
      'KẾ HOẠCH\nXây tủ sách năm 2024\nI. MỤC TIÊU\nMỗi thôn một tủ sách.\nII. TỔ CHỨC THỰC HIỆN\n1. Các thôn.',
    ],
    [
      'without head',
      'Ủy ban nhân dân xã ban hành Kế hoạch như sau:\nI. MỤC TIÊU\nMỗi thôn một tủ sách.\nII. TỔ CHỨC THỰC HIỆN\n1. Các thôn.\nNơi nhận:\n- Lưu: VT.',
    ],
    [
      'that cites a decision in its preamble',
      'KẾ HOẠCH\nXây tủ sách năm 2024\nThực hiện Quyết định số 5/QĐ-UBND.\nI. MỤC TIÊU\nMỗi thôn một tủ sách.\nNơi nhận:',
    ],
  ])('%s', (_, text) => {
    expect(judged(text)).toBe(true);
  });
});

describe('no plan', () => {
  test.each([
    ['nothing', ''],
    ['a recipe', 'Bún thang\n1. Luộc gà.\n2. Thái chỉ trứng.\nMục tiêu: nước trong.'],
    ['a shopping plan', 'Kế hoạch đi chợ\n1. Gạo.\n2. Mắm.'],
    [
      'a decision that issues a plan',
      'ỦY BAN NHÂN DÂN\nXÃ NÀ HIN\nSố: 9/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch xây tủ sách\nĐiều 1. Ban hành Kế hoạch này.\nNơi nhận:\n- Lưu: VT.',
    ],
    [
      'a report on a plan',
      'UBND XÃ NÀ HIN\nSố: 9/BC-UBND\nBÁO CÁO\nKết quả thực hiện Kế hoạch số 5/KH-UBND\nI. MỤC TIÊU\nMỗi thôn một tủ sách.\nII. TỔ CHỨC THỰC HIỆN\nNơi nhận:',
    ],
    [
      'a law',
      'LUẬT THƯ VIỆN\nĐiều 1. Phạm vi.\nỦy ban nhân dân các cấp tổ chức thực hiện theo mục tiêu, chỉ tiêu.',
    ],
  ])('%s', (_, text) => {
    expect(judged(text)).toBe(false);
  });
});
