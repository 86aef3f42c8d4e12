import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/lexicon/fold.ts';
import { detectState } from '../../../src/normalize/repair/detect.ts';

const PLAN =
  'Ủy ban nhân dân huyện ban hành Kế hoạch trồng cây xanh trên các tuyến đường của thị trấn, với các nội dung cụ thể như sau: ' +
  'các xã rà soát quỹ đất, đăng ký số lượng cây giống trước ngày 15 tháng 3, giao Phòng Kinh tế tổng hợp và báo cáo.';
const GARBLED =
  'Uy ban nhan dan huyén ban hanh Ké hoach tréng cay xanh trén cac tuyén dudng cua thi tran, véi cac ndi dung cu thé nhu sau: ' +
  'cac x4 ra soat quy dat, dang ky s6 lugng cay gidng trudc ngay 15 thang 3, giao Phong Kinh té téng hgp va bao cao.';

describe('detectState', () => {
  it.each([
    ['proper Vietnamese', PLAN, 'original'],
    ['proper Vietnamese in capitals', PLAN.toUpperCase(), 'original'],
    ['Vietnamese without diacritics', fold(PLAN), 'stripped'],
    ['Vietnamese read by a foreign model', GARBLED, 'garbled'],
    [
      'English',
      'The committee shall report to the council every year, and the budget is to be approved.',
      'original',
    ],
    ['numbers', '1.234 5.678 12/12/2024', 'original'],
    ['nothing', '', 'original'],
  ])('%s', (_, text, state) => {
    expect(detectState(text)).toBe(state);
  });
});
