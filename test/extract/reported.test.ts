import { expect, test } from 'vitest';
import { isReported } from '../../src/extract/targets/reported.ts';

test.each([
  'Đến nay, toàn huyện trồng được trên ',
  '- Từ đầu năm 2024 đến nay, các xã cấp được ',
  'Tính đến thời điểm hiện tại, có ',
  'Hiện, toàn tỉnh có ',
  'Trong những năm qua, đã hình thành ',
  'Qua rà soát, toàn tỉnh đã thu hút ',
  'Các địa phương đã giải ngân gần ',
  'a) Hiện nay còn ',
  'Tới nay, Hà Tĩnh đã thành lập được ',
  'Cụ thể, đã tuyển sinh trên ',
  'Tỷ lệ hồ sơ trực tuyến chỉ đạt 43% (cấp tỉnh đạt ',
  'Ước cả năm sẽ cấp thẻ cho trên ',
])('%s: reports what was or is', (sentence) => {
  expect(isReported(sentence)).toBe(true);
});

test.each([
  'Đến nay đã có 12 xã đạt chuẩn, phấn đấu đến năm 2027 có ',
  'Hiện nay còn 5,2%, đưa tỷ lệ xuống ',
  'Toàn tỉnh đã có 40 hợp tác xã, năm 2026 nâng lên ',
  'Tỷ lệ học sinh tốt nghiệp đã được khảo sát đạt ',
  'Hỗ trợ các hộ đã thoát nghèo vay vốn, đạt ',
  'Toàn tỉnh đạt ',
  'Thành lập mới 12 hợp tác xã, trong đó ',
  'Chỉ tiêu: mới có thêm ',
  'Điều trị khỏi bệnh nhân lao phổi mới đạt từ 90% trở lên; tỷ lệ bỏ trị dưới ',
  'Bàn giao nhà ở xã hội đã hoàn thành, ',
])('%s: says what is to be', (sentence) => {
  expect(isReported(sentence)).toBe(false);
});
