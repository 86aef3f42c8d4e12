import { expect, test } from 'vitest';
import { factsOf } from './plan.ts';

test.each([
  'KẾ HOẠCH\nTriển khai Quyết định số 12/QĐ-TTg ngày 03/4/2024 của Thủ tướng Chính phủ ban hành Kế hoạch phát triển y tế',
  'KẾ HOẠCH\nThực hiện chỉ tiêu bảo hiểm y tế năm 2024',
])('a title is what it says: %s', (title) => {
  expect(factsOf({ title }).title).toBe(title.split('\n')[1]);
});

test.each(['(Dự thảo)', '(Dự thảo lần 2)', '(Kèm theo Quyết định số 12/QĐ-UBND ngày 03/4/2024)'])(
  'what stands below a title in brackets is no part of it: %s',
  (line) => {
    const title = `KẾ HOẠCH\nThực hiện chỉ tiêu bảo hiểm y tế năm 2024\n${line}`;
    expect(factsOf({ title }).title).toBe('Thực hiện chỉ tiêu bảo hiểm y tế năm 2024');
  },
);

test.each([
  'Căn cứ Luật Khám bệnh, chữa bệnh ngày 09 tháng 01 năm 2023',
  'Thực hiện Nghị quyết số 1/NQ-CP ngày 05/01/2024; Nghị quyết số 2/NQ-HĐND ngày 06/02/2024 của Hội đồng nhân dân tỉnh',
  'Kính gửi: Hội đồng nhân dân tỉnh Hà Giang',
  'Để chăm lo sức khỏe của Nhân dân, Ủy ban nhân dân tỉnh Hà Giang xây dựng kế hoạch phát triển y tế',
])('where the title is missing, what follows is none: %s', (line) => {
  expect(factsOf({ title: `KẾ HOẠCH\n${line}`, preamble: '' }).title).toBeNull();
});
