import { describe, expect, it } from 'vitest';
import { repairSlips } from '../../../src/normalize/repair/slips.ts';

describe('repairSlips', () => {
  it.each([
    ['thường xuyên đơn đốc, kiểm tra', 'thường xuyên đôn đốc, kiểm tra'],
    ['Đơn đốc các đơn vị', 'Đôn đốc các đơn vị'],
    ['ĐƠN ĐỐC CÁC ĐƠN VỊ', 'ĐÔN ĐỐC CÁC ĐƠN VỊ'],
    ['Phần đầu đạt 90% số hộ', 'Phấn đấu đạt 90% số hộ'],
    ['phần đầu hoàn thành chỉ tiêu', 'phấn đấu hoàn thành chỉ tiêu'],
    ['tham gia BHXX tự nguyện', 'tham gia BHXH tự nguyện'],
    ['gian lận, trực lợi quỹ', 'gian lận, trục lợi quỹ'],
  ])('%s', (given, wanted) => {
    const { text, changes } = repairSlips(given);
    expect(text).toBe(wanted);
    for (const change of changes) {
      expect(given.slice(change.sourceStart, change.sourceEnd)).toBe(change.original);
      expect(text.slice(change.start, change.end)).not.toBe(change.original);
    }
    expect(changes).toHaveLength(1);
  });

  it.each([
    'Nội dung này nằm ở phần đầu của tài liệu.',
    'như trong phần đầu đến phần cuối',
    'đơn đốcx và xđơn đốc không phải từ ấy',
    'Nộp đơn đăng ký, đôn đốc thực hiện, phấn đấu hoàn thành.',
    'trực tiếp làm lợi cho dân',
    '',
  ])('leaves alone: %s', (text) => {
    expect(repairSlips(text)).toEqual({ text, changes: [] });
  });
});
