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
  },
  check(plan, report) {
    for (const { name, at, standing } of namedPlaces(plan)) {
      if (standing === 'unknown') report({ message: 'unknown', values: { name }, at, actual: name });
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
