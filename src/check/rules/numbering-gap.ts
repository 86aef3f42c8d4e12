import { numberingFaults } from '../numbering.ts';
import { lineAt } from '../quote.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'numbering-gap',
  severity: 'warning',
  summary: {
    vi: 'Đề mục hoặc điểm nhảy số: thiếu một số hay một chữ cái ở giữa',
    en: 'Headings or items skip a number or letter',
  },
  why: {
    vi: 'Nhảy số thường là dấu hiệu mất một đoạn, mất trang hoặc đọc nhầm số. Chữ cái theo thứ tự a, b, c, d, đ, e, g, h, i, k …',
    en: 'A skipped number mostly means a lost paragraph or page, or a misread number. Letters follow the Vietnamese order a, b, c, d, đ, e, g, h, i, k …; a list with f, j, w or z follows the Latin one and is left alone.',
  },
  settle: {
    vi: 'Xem quanh dòng đã nêu trong bản gốc: mất đoạn hoặc mất trang thì bổ sung; người soạn đánh nhảy số thì chấp nhận.',
    en: 'Look around that line in the original: add what was lost; if the writer skipped a number, accept the finding.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục II.6 điểm đ',
  messages: {
    gap: {
      vi: 'Sau “{previous}” là “{actual}”, thiếu {missing} (dòng {line}: “{quote}”)',
      en: '“{previous}” is followed by “{actual}”, missing: {missing} (line {line}: “{quote}”)',
    },
    first: {
      vi: 'Bắt đầu bằng “{actual}”, thiếu {missing} (dòng {line}: “{quote}”)',
      en: 'A list begins with “{actual}”, missing: {missing} (line {line}: “{quote}”)',
    },
  },
  check(plan, report) {
    for (const { kind, section, previous, expected } of numberingFaults(plan)) {
      if (kind !== 'gap') continue;
      const actual = section.marker.raw;
      report({
        message: previous === null ? 'first' : 'gap',
        values: {
          actual,
          missing: expected.map((marker) => `“${marker}”`).join(', '),
          previous: previous?.marker.raw ?? '',
          ...lineAt(plan, section.span.start),
        },
        at: [],
        expected: expected.join(', '),
        actual,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'A list starts at 1 again below a new parent',
        plan: { outline: ['I. Mục đích', '  1. Một', '  2. Hai', 'II. Yêu cầu', '  1. Một', '  2. Hai'] },
      },
      {
        name: 'Or goes on where the last parent’s list ended',
        plan: { outline: ['I. Mục đích', '  1. Một', '  2. Hai', 'II. Yêu cầu', '  3. Ba', '  4. Bốn'] },
      },
      {
        name: 'Letters in Vietnamese order: đ after d, g after e, k after i, no f or j',
        plan: { outline: ['a) A', 'b) B', 'c) C', 'd) D', 'đ) Đ', 'e) E', 'g) G', 'h) H', 'i) I', 'k) K'] },
      },
      {
        name: 'A list with f) follows the Latin alphabet',
        plan: { outline: ['a) A', 'b) B', 'c) C', 'd) D', 'e) E', 'f) F', 'g) G'] },
      },
      {
        name: 'Decimals count below their own number',
        plan: { outline: ['1. Một', '  1.1. A', '  1.2. B', '2. Hai', '  2.1. A', '  2.2. B'] },
      },
      {
        name: 'The first item is there, run on in its heading’s line',
        plan: { outline: ['I. MỤC ĐÍCH 1. Nâng cao nhận thức', '  2. Huy động nguồn lực'] },
      },
      {
        name: 'The item is there, run on in the line before',
        plan: { outline: ['a) Thời gian: cả năm. b) Địa điểm: toàn tỉnh', 'c) Kinh phí'] },
      },
      {
        name: 'A number far off between two that follow each other was misread',
        plan: { outline: ['1. Một', '72. Hai', '3. Ba'] },
      },
      {
        name: 'Articles are numbered through the chapters',
        plan: { outline: ['Chương I', '  Điều 1. A', '  Điều 2. B', 'Chương II', '  Điều 3. C'] },
      },
    ],
    invalid: [
      {
        name: '5 is left out, and what follows is right again',
        plan: { outline: ['1. Một', '2. Hai', '3. Ba', '4. Bốn', '6. Sáu', '7. Bảy'] },
        findings: ['Sau “4.” là “6.”, thiếu “5.” (dòng 5: “6. Sáu”)'],
      },
      {
        name: 'đ) is left out',
        plan: { outline: ['a) A', 'b) B', 'c) C', 'd) D', 'e) E'] },
        findings: ['Sau “d)” là “e)”, thiếu “đ)” (dòng 5: “e) E”)'],
      },
      {
        name: 'Several in a row are left out, but for one that is run on in the line before',
        plan: { outline: ['a) Thời gian: cả năm. b) Địa điểm: toàn tỉnh', 'e) Kinh phí', 'g) Tổ chức'] },
        findings: ['Sau “a)” là “e)”, thiếu “c)”, “d)”, “đ)” (dòng 2: “e) Kinh phí”)'],
      },
      {
        name: 'A class of things is no heading that was run on',
        plan: { outline: ['I. Mục tiêu', 'II. Chỉ tiêu: nạo vét kênh loại III. Mỗi xã 5 km', 'IV. Tổ chức'] },
        findings: ['Sau “II.” là “IV.”, thiếu “III.” (dòng 3: “IV. Tổ chức”)'],
      },
      {
        name: 'A number misread: one finding, not one for each number between',
        plan: { outline: ['1. Một', '2. Hai', '8. Ba', '4. Bốn'] },
        findings: ['Sau “2.” là “8.”, thiếu “3.” (dòng 3: “8. Ba”)'],
      },
      {
        name: 'The first part is missing',
        plan: { outline: ['II. Mục tiêu', 'III. Giải pháp'] },
        findings: ['Bắt đầu bằng “II.”, thiếu “I.” (dòng 1: “II. Mục tiêu”)'],
      },
      {
        name: 'The first two are missing',
        plan: { outline: ['3. Ba', '4. Bốn'] },
        findings: ['Bắt đầu bằng “3.”, thiếu “1.”, “2.” (dòng 1: “3. Ba”)'],
      },
    ],
  },
});
