import { dayRange, isUncertain } from '../../plan/edtf.ts';
import { formatDate } from '../format.ts';
import { shorten } from '../quote.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'date-uncertain',
  severity: 'warning',
  summary: {
    vi: 'Ngày ban hành có chữ số không đọc được, thiếu ngày, hoặc không có trong lịch',
    en: 'A digit of the date of issue can’t be read, its day is left out, or the calendar has no such day',
  },
  why: {
    vi: 'Ngày không chắc thì không so được thứ tự với văn bản khác; cần xem lại bản gốc.',
    en: 'An uncertain date can’t be ordered among others: the original has to be looked at.',
  },
  settle: {
    vi: 'Đọc ngày trong bản gốc, hoặc trong sổ văn bản đi. Không đoán: chữ số không đọc được cứ để như vậy.',
    en: 'Read the date in the original or in the register of outgoing documents. Don’t guess: a digit that nobody can read stays open.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục II.4; ISO 8601-2:2019 (EDTF)',
  messages: {
    unread: {
      vi: 'Ngày ban hành không đọc được trọn vẹn: {date} (từ {first} đến {last})',
      en: 'The date of issue can’t be read in full: {date} (from {first} to {last})',
    },
    noDate: {
      vi: 'Phần ghi ngày ban hành không phải là một ngày có thật: “{quote}”',
      en: 'What stands for the date of issue is no possible date: “{quote}”',
    },
    noDay: {
      vi: 'Ngày ban hành không ghi ngày: {date}',
      en: 'The date of issue leaves out the day: {date}',
    },
  },
  check({ facts, unreadDate }, report) {
    const date = facts.issuedOn;
    const at = ['/issuedOn'];
    if (date === null) {
      if (unreadDate === null) return;
      const quote = shorten(unreadDate);
      report({ message: 'noDate', values: { quote }, at, actual: quote });
      return;
    }
    const days = dayRange(date);
    if (days === null || days.first === days.last) return;
    if (isUncertain(date)) {
      const values = { date: formatDate(date), first: formatDate(days.first), last: formatDate(days.last) };
      report({ message: 'unread', values, at, actual: date });
    } else report({ message: 'noDay', values: { date: formatDate(date) }, at, actual: date });
  },
  examples: {
    valid: [
      { name: 'A whole date', plan: { issuedOn: '2024-02-29' } },
      { name: 'No date at all: that is date-missing', plan: { number: '12/KH-UBND' } },
      { name: 'One digit is unread, but only one day is possible', plan: { issuedOn: '2024-04-3X' } },
    ],
    invalid: [
      {
        name: 'The day’s first digit was read as 7',
        plan: { issuedOn: '2025-01-X0' },
        findings: ['Ngày ban hành không đọc được trọn vẹn: X0/1/2025 (từ 10/1/2025 đến 30/1/2025)'],
      },
      {
        name: 'A day that no calendar has',
        plan: { unreadDate: 'ngày 31 tháng 02 năm 2024' },
        findings: ['Phần ghi ngày ban hành không phải là một ngày có thật: “ngày 31 tháng 02 năm 2024”'],
      },
      {
        name: 'The blank for the day was never filled in',
        plan: { issuedOn: '2024-08' },
        findings: ['Ngày ban hành không ghi ngày: tháng 8/2024'],
      },
    ],
  },
});
