import { describe, expect, test } from 'vitest';
import {
  findIndicators,
  indicator,
  indicatorCounted,
  indicatorData,
  indicatorOnTopic,
  topicsOf,
} from '../../src/lexicon/indicators.ts';

const { indicators, not } = indicatorData();

describe('every name', () => {
  const names = indicators.flatMap(({ id, name, variations }) =>
    [name, ...variations].map((text): [string, string] => [text, id]),
  );
  test.each(names)('%s is %s', (text, id) => {
    expect(findIndicators(text)).toMatchObject([{ id }]);
    expect(findIndicators(`phấn đấu ${text} đạt 10%`).map((mention) => mention.id)).toEqual([id]);
  });
});

describe('every example', () => {
  const examples = indicators.flatMap(({ id, examples: texts }) =>
    texts.map((text): [string, string] => [text, id]),
  );
  test.each(examples)('%s names %s', (text, id) => {
    expect(findIndicators(text).map((mention) => mention.id)).toContain(id);
  });
});

describe('every counter-example', () => {
  const counters = indicators.flatMap(({ id, counterExamples }) =>
    counterExamples.map((text): [string, string] => [text, id]),
  );
  test.each(counters)('%s does not name %s', (text, id) => {
    expect(findIndicators(text).map((mention) => mention.id)).not.toContain(id);
  });
});

test.each(not)('%s is no indicator', (text) => {
  expect(findIndicators(text)).toEqual([]);
});

test.each([
  ['diện tích lúa lai', 'ha', 'dien-tich-gieo-trong'],
  ['lúa', 'tấn', 'san-luong-luong-thuc'],
  ['dừa hữu cơ', 'ha', 'nong-nghiep-cong-nghe-cao'],
  ['đàn lợn', 'con', 'chan-nuoi'],
  ['cấp đổi', 'giấy', 'cap-giay-chung-nhan-dat'],
  ['câu lạc bộ thành lập mới', 'câu lạc bộ', null],
  ['lúa', 'tạ/ha', null],
  ['hộ trồng lúa', 'hộ', null],
  ['lúa', null, null],
])('%s counted in %s means %s', (words, unit, id) => {
  expect(indicatorCounted(words, unit)).toBe(id);
});

test('ids are unique, wholes and outranked ids exist, no part is its own whole', () => {
  const ids = new Set(indicators.map(({ id }) => id));
  expect(ids.size).toBe(indicators.length);
  for (const { id, wholes, outranks } of indicators) {
    for (const other of [...wholes, ...outranks]) expect(ids).toContain(other);
    expect(wholes).not.toContain(id);
  }
});

describe('mentions', () => {
  function found(text: string): string[] {
    return findIndicators(text).map(({ start, end, id }) => `${id}:${text.slice(start, end)}`);
  }
  test.each([
    [
      'số người tham gia BHXH bắt buộc, BHXH tự nguyện',
      ['bhxh-bat-buoc:BHXH bắt buộc', 'bhxh-tu-nguyen:BHXH tự nguyện'],
    ],
    ['giảm số tiền chậm đóng BHXH, BHYT, BHTN', ['cham-dong:số tiền chậm đóng BHXH, BHYT, BHTN']],
    [
      'chậm đóng, trốn đóng bảo hiểm xã hội, bảo hiểm y tế và bảo hiểm thất nghiệp',
      ['cham-dong:chậm đóng, trốn đóng bảo hiểm xã hội, bảo hiểm y tế và bảo hiểm thất nghiệp'],
    ],
    ['tiền BHXH, BHYT chậm đóng', ['cham-dong:BHXH, BHYT chậm đóng']],
    ['tham gia BHXH, BHYT và BHTN', ['bhxh:BHXH', 'bhyt:BHYT', 'bhtn:BHTN']],
    ['cơ quan BHXH thành phố vận động tham gia BHYT', ['bhyt:BHYT']],
    ['ty le bao phu BHYT dat 95,5% dan so', ['bhyt:BHYT']],
    [
      'bảo hiểm thất nghiệp; tỷ lệ thất nghiệp',
      ['bhtn:bảo hiểm thất nghiệp', 'ty-le-that-nghiep:tỷ lệ thất nghiệp'],
    ],
    ['50% DNNVV ứng dụng ít nhất một nền tảng số', ['doanh-nghiep-so:nền tảng số']],
    ['xã sử dụng nền tảng số', ['nen-tang-so:sử dụng nền tảng số']],
    ['Diện tích cây ăn quả chứng nhận VietGAP', ['nong-nghiep-cong-nghe-cao:chứng nhận VietGAP']],
    ['Hộ kinh doanh sử dụng hóa đơn điện tử', ['hoa-don-dien-tu:hóa đơn điện tử']],
    ['Số doanh nghiệp thành lập mới', ['doanh-nghiep-thanh-lap-moi:Số doanh nghiệp thành lập mới']],
    ['lượt người thất nghiệp được giới thiệu việc làm', ['giai-quyet-viec-lam:giới thiệu việc làm']],
    ['thanh niên ở các xã khu vực III', []],
  ])('%s', (text, mentions) => {
    expect(found(text)).toEqual(mentions);
  });
});

test.each<[title: string, words: string, read: string | null, id: string | null]>([
  ['Phòng, chống lao năm 2024', 'tỷ lệ bỏ trị', null, 'lao'],
  ['Phòng, chống lao năm 2024', 'người khám sàng lọc', 'kham-suc-khoe-dinh-ky', 'lao'],
  ['Phòng, chống lao năm 2024', 'tờ rơi', null, null],
  ['Tín dụng chính sách xã hội năm 2025', 'Dư nợ', 'tin-dung', 'tin-dung-chinh-sach'],
  ['Phát triển kinh tế năm 2025', 'Dư nợ', 'tin-dung', 'tin-dung'],
])('in a plan on "%s", "%s" (%s)', (title, words, read, id) => {
  expect(indicatorOnTopic(words, read, topicsOf(title))).toBe(id);
});

test('an indicator by its id', () => {
  expect(indicator('bhxh-bat-buoc')?.wholes).toEqual(['bhxh']);
  expect(indicator('nothing')).toBeNull();
});
