import { namedPlaces } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'unknown-place',
  severity: 'info',
  summary: {
    vi: 'Địa danh không có trong danh mục đơn vị hành chính ở bất kỳ thời điểm nào',
    en: 'No gazetteer of any date knows the place',
  },
  why: {
    vi: 'Thường là tên bị đọc nhầm một chữ; không gắn được mã thì không so sánh được giữa các kế hoạch.',
    en: 'Mostly a letter of the name was misread; without a code the place can’t be compared between plans. Nothing is said where the plan’s date is unknown, nor of a name that exists in another province.',
  },
  settle: {
    vi: 'Đọc lại tên trong bản gốc, so với danh mục. Thôn, ấp, khu phố hoặc tên gọi riêng thì chấp nhận.',
    en: 'Read the name again in the original and compare it with the list of units. If it is a village, a quarter or a local name, accept the finding.',
  },
  source: 'Danh mục đơn vị hành chính của Tổng cục Thống kê',
  messages: {
    unknown: {
      vi: 'Không có đơn vị hành chính nào tên “{name}”',
      en: 'No administrative unit is called “{name}”',
    },
    near: {
      vi: 'Không có đơn vị hành chính nào tên “{name}”; gần nhất là “{nearest}”',
      en: 'No administrative unit is called “{name}”; the nearest is “{nearest}”',
    },
    suggestion: { vi: '{name} → {nearest}', en: '{name} → {nearest}' },
  },
  check(plan, report) {
    for (const { name, at, standing, nearest } of namedPlaces(plan)) {
      if (standing !== 'unknown') continue;
      if (nearest === null) report({ message: 'unknown', values: { name }, at, actual: name });
      else {
        const values = { name, nearest };
        report({ message: 'near', values, at, expected: nearest, actual: name, suggestion: 'suggestion' });
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'A province, a district and a ward of their time',
        plan: {
          issuedOn: '2023-03-01',
          issuer: {
            name: 'Ủy ban nhân dân thành phố Trà Vinh',
            level: 'district',
            place: { name: 'Trà Vinh', code: '842' },
          },
          targets: [{ value: 12, place: { name: 'Phường 1', code: null } }],
        },
      },
      {
        name: 'Without a date of issue nothing can be said',
        plan: { targets: [{ value: 12, place: { name: 'Xã Khôngđâu', code: null } }] },
      },
    ],
    invalid: [
      {
        name: 'A row among those of districts, a letter away from one',
        plan: {
          issuedOn: '2023-03-01',
          issuer: {
            name: 'Ủy ban nhân dân tỉnh Vĩnh Long',
            level: 'province',
            place: { name: 'Vĩnh Long', code: '86' },
          },
          tables: [
            {
              columns: ['Số hộ'],
              places: { 'Long Hồ': '857', 'Tam Bình': '860', 'Trà Ôn': '862' },
              rows: [
                ['item', 'Long Hồ', '10'],
                ['item', 'Mang Thét', '20'],
                ['item', 'Tam Bình', '30'],
                ['item', 'Trà Ôn', '40'],
                ['item', 'Cơ quan cấp tỉnh', '50'],
              ],
            },
          ],
        },
        findings: ['Không có đơn vị hành chính nào tên “Mang Thét”; gần nhất là “Mang Thít”'],
      },
      {
        name: 'A special zone, a letter away from one',
        plan: {
          issuedOn: '2026-03-01',
          issuer: {
            name: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
            level: 'province',
            place: { name: 'Quảng Ngãi', code: '51' },
          },
          tables: [
            {
              columns: ['Số hộ'],
              places: { 'Xã Bình Sơn': '21040', 'Xã Sơn Tịnh': '21172' },
              rows: [
                ['item', 'Xã Bình Sơn', '10'],
                ['item', 'Xã Sơn Tịnh', '20'],
                ['item', 'Đặc khu Lý Sơm', '30'],
              ],
            },
          ],
        },
        findings: ['Không có đơn vị hành chính nào tên “Đặc khu Lý Sơm”; gần nhất là “Lý Sơn”'],
      },
      {
        name: 'A name with a misread letter',
        plan: {
          issuedOn: '2023-03-01',
          targets: [{ value: 12, place: { name: 'huyện Mang Thítt', code: null } }],
        },
        findings: ['Không có đơn vị hành chính nào tên “huyện Mang Thítt”'],
      },
    ],
  },
});
