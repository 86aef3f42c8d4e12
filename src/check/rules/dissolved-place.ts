import { formatDate } from '../format.ts';
import { namedPlaces } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'dissolved-place',
  severity: 'warning',
  summary: {
    vi: 'Đơn vị hành chính không tồn tại vào ngày ban hành (sáp nhập, giải thể, hoặc chưa thành lập)',
    en: 'An administrative unit did not exist on the plan’s date: merged, dissolved, or not founded yet',
  },
  why: {
    vi: 'Từ 01/7/2025 không còn cấp huyện, 63 tỉnh còn 34, các xã được sắp xếp lại: giao chỉ tiêu cho đơn vị không còn thì không ai thực hiện, hoặc ngày ban hành bị đọc nhầm.',
    en: 'Since 1 July 2025 there are no districts, 34 provinces instead of 63, and new communes: nobody carries out what is given to a unit that is no more, or the date was misread. Places are looked for in the issuer’s own territory, and nothing is said where the date is unknown.',
  },
  settle: {
    vi: 'So tên với danh mục vào ngày ban hành, xem đã nhập vào đơn vị nào; xem lại ngày ban hành có bị đọc nhầm không.',
    en: 'Compare the name with the list of units on the plan’s date, see which unit took it in, and whether the date was misread.',
  },
  source:
    'Nghị quyết 202/2025/QH15 và các nghị quyết sắp xếp đơn vị hành chính; danh mục của Tổng cục Thống kê',
  messages: {
    ended: {
      vi: '{name} không tồn tại vào ngày ban hành {issued} (chỉ đến {until})',
      en: '{name} did not exist on the date of issue {issued} (only until {until})',
    },
    absent: {
      vi: '{name} không tồn tại vào ngày ban hành {issued}',
      en: '{name} did not exist on the date of issue {issued}',
    },
  },
  check(plan, report) {
    const { issuedOn } = plan.facts;
    for (const { name, at, standing, until } of namedPlaces(plan)) {
      if (standing !== 'ended') continue;
      const values = { name, issued: formatDate(issuedOn ?? '') };
      // An end after the plan's date is not why it was missing on that date.
      if (until === null || until >= (issuedOn ?? ''))
        report({ message: 'absent', values, at, actual: name });
      else report({ message: 'ended', values: { ...values, until: formatDate(until) }, at, actual: name });
    }
  },
  examples: {
    valid: [
      {
        name: 'A province before its merger, and one after',
        plan: {
          issuedOn: '2023-03-01',
          issuer: { name: 'Ủy ban nhân dân tỉnh Trà Vinh', place: { name: 'Trà Vinh', code: '84' } },
        },
      },
      {
        name: 'A province that the merger kept',
        plan: {
          issuedOn: '2025-08-27',
          issuer: { name: 'Ủy ban nhân dân tỉnh Vĩnh Long', place: { name: 'Vĩnh Long', code: '86' } },
        },
      },
      {
        name: 'Without a date of issue nothing can be said',
        plan: { issuer: { name: 'Ủy ban nhân dân tỉnh Trà Vinh', place: { name: 'Trà Vinh', code: '84' } } },
      },
      {
        name: 'What was a commune, with today’s in brackets, and a district that is said to be a former one',
        plan: {
          issuedOn: '2025-11-25',
          issuer: {
            name: 'Ủy ban nhân dân tỉnh Đắk Lắk',
            level: 'province',
            place: { name: 'Đắk Lắk', code: '66' },
          },
          tables: [
            {
              columns: ['Số mẫu'],
              rows: [
                ['item', 'An Cư (xã Ô Loan)', '4'],
                ['item', 'An Hòa Hải (xã Ô Loan)', '6'],
                ['item', 'Huyện Tuy An (cũ)', '5'],
              ],
            },
          ],
        },
      },
      {
        name: 'The day can’t be read and may lie before the merger',
        plan: {
          issuedOn: '2025-XX-10',
          issuer: { name: 'Ủy ban nhân dân tỉnh Trà Vinh', place: { name: 'Trà Vinh', code: '84' } },
        },
      },
    ],
    invalid: [
      {
        name: 'Rows of districts in a plan of 2026',
        plan: {
          issuedOn: '2026-03-01',
          issuer: {
            name: 'Ủy ban nhân dân tỉnh Vĩnh Long',
            level: 'province',
            place: { name: 'Vĩnh Long', code: '86' },
          },
          tables: [{ columns: ['Số hộ'], rows: [['item', 'Huyện Mang Thít', '20']] }],
        },
        findings: ['Huyện Mang Thít không tồn tại vào ngày ban hành 1/3/2026 (chỉ đến 30/6/2025)'],
      },
      {
        name: 'Districts without the word for it, in a province that took their own in',
        plan: {
          issuedOn: '2026-03-01',
          issuer: {
            name: 'Ủy ban nhân dân tỉnh Vĩnh Long',
            level: 'province',
            place: { name: 'Vĩnh Long', code: '86' },
          },
          tables: [
            {
              columns: ['Số hộ'],
              rows: [
                ['item', 'Mỏ Cày Bắc', '20'],
                ['item', 'Mỏ Cày Nam', '30'],
                ['item', 'Hộ khác', '5'],
              ],
            },
          ],
        },
        findings: [
          'Mỏ Cày Bắc không tồn tại vào ngày ban hành 1/3/2026 (chỉ đến 30/6/2025)',
          'Mỏ Cày Nam không tồn tại vào ngày ban hành 1/3/2026 (chỉ đến 30/6/2025)',
        ],
      },
      {
        name: 'A province’s plan after the province was merged',
        plan: {
          issuedOn: '2025-08-27',
          issuer: { name: 'Ủy ban nhân dân tỉnh Trà Vinh', place: { name: 'Trà Vinh', code: '84' } },
        },
        findings: ['Trà Vinh không tồn tại vào ngày ban hành 27/8/2025 (chỉ đến 30/6/2025)'],
      },
      {
        name: 'A target for a district after the districts ended',
        plan: {
          issuedOn: '2025-08-27',
          issuer: { name: 'Ủy ban nhân dân tỉnh Vĩnh Long', place: { name: 'Vĩnh Long', code: '86' } },
          targets: [{ value: 120, place: { name: 'huyện Mang Thít', code: null } }],
        },
        findings: ['huyện Mang Thít không tồn tại vào ngày ban hành 27/8/2025'],
      },
    ],
  },
});
