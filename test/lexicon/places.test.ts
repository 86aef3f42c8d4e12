import { describe, expect, test } from 'vitest';
import { endOf, findCommune, findDistrict, findPlaces, findProvince } from '../../src/lexicon/places.ts';

const old = '2023-05-01';
const now = '2025-09-01';

describe('provinces', () => {
  test.each([
    ['Đồng Tháp', old, 'Đồng Tháp', '87', 'tỉnh'],
    ['tỉnh Đồng Tháp', now, 'Đồng Tháp', '82', 'tỉnh'],
    ['Đồng Tháp', null, 'Đồng Tháp', null, 'tỉnh'],
    ['tỉnh Nghệ An', null, 'Nghệ An', '40', 'tỉnh'],
    ['Trà Vinh', old, 'Trà Vinh', '84', 'tỉnh'],
    ['Trà Vinh', null, 'Trà Vinh', '84', 'tỉnh'],
    ['TP. Hồ Chí Minh', now, 'Hồ Chí Minh', '79', 'thành phố'],
    ['TP.HCM', old, 'Hồ Chí Minh', '79', 'thành phố'],
    ['TPHCM', old, 'Hồ Chí Minh', '79', 'thành phố'],
    ['THÀNH PHỐ CẦN THƠ', now, 'Cần Thơ', '92', 'thành phố'],
    ['Ha Noi', now, 'Hà Nội', '01', 'thành phố'],
    ['Thanh Hoá', old, 'Thanh Hóa', '38', 'tỉnh'],
    ['Thừa Thiên - Huế', old, 'Thừa Thiên Huế', '46', 'tỉnh'],
    ['thành phố Huế', '2026-03-17', 'Huế', '46', 'thành phố'],
    ['Bà Rịa-Vũng Tàu', old, 'Bà Rịa - Vũng Tàu', '77', 'tỉnh'],
    ['Đăk Lăk', old, 'Đắk Lắk', '66', 'tỉnh'],
    ['Đắc Lắc', old, 'Đắk Lắk', '66', 'tỉnh'],
    ['Hà Tây', '2007-01-01', 'Hà Tây', '28', 'tỉnh'],
    ['tỉnh Đồng Nai', '2026-05-05', 'Đồng Nai', '75', 'thành phố'],
  ])('%s on %s', (name, on, proper, code, type) => {
    expect(findProvince(name, on)).toEqual({ name: proper, code, type });
  });

  test.each([
    ['Trà Vinh', now],
    ['thành phố Trà Vinh', old],
    ['thành phố Trà Vinh', null],
    ['Huế', old],
    ['Hà Nôi', old],
    ['Hà Tây', old],
    ['Long Đức', null],
    ['', null],
  ])('no province %s on %s', (name, on) => {
    expect(findProvince(name, on)).toBeNull();
  });
});

describe('districts', () => {
  test.each([
    ['thành phố Trà Vinh', old, undefined, 'Trà Vinh', '842', 'thành phố'],
    ['TP Trà Vinh', null, undefined, 'Trà Vinh', '842', 'thành phố'],
    ['Châu Thành', old, undefined, 'Châu Thành', null, 'huyện'],
    ['huyện Châu Thành', old, '84', 'Châu Thành', '847', 'huyện'],
    ['Quận 1', old, undefined, 'Quận 1', '760', 'quận'],
    ['quận 03', old, '79', 'Quận 3', '770', 'quận'],
    ['Duyên Hải', old, '84', 'Duyên Hải', null, 'thị xã'],
    ['thị xã Duyên Hải', old, '84', 'Duyên Hải', '851', 'thị xã'],
    ['Thành phố Thủ Đức', old, undefined, 'Thủ Đức', '769', 'thành phố'],
    ['quận Thủ Đức', '2019-01-01', undefined, 'Thủ Đức', '762', 'quận'],
    ['thành phố Huế', old, undefined, 'Huế', '474', 'thành phố'],
    ['quận Thuận Hoá', '2025-03-01', undefined, 'Thuận Hóa', '474', 'quận'],
    ['thành phố Đông Triều', '2025-01-05', undefined, 'Đông Triều', '205', 'thành phố'],
    ['huyen Cang Long', old, undefined, 'Càng Long', '844', 'huyện'],
  ])('%s on %s in %s', (name, on, province, proper, code, type) => {
    expect(findDistrict(name, on, province)).toEqual({ name: proper, code, type });
  });

  test.each([
    ['thành phố Trà Vinh', now],
    ['xã Long Đức', old],
    ['thành phố Huế', '2025-02-01'],
  ])('no district %s on %s', (name, on) => {
    expect(findDistrict(name, on)).toBeNull();
  });
});

describe('communes', () => {
  test.each([
    ['Phường 1', old, { district: '842' }, 'Phường 1', '29239', 'phường'],
    ['phường 01', null, { district: '842' }, 'Phường 1', '29239', 'phường'],
    ['Phường 1', null, {}, 'Phường 1', null, 'phường'],
    ['xã Long Đức', old, { province: '84' }, 'Long Đức', '29263', 'xã'],
    ['Long Duc', old, { district: '842' }, 'Long Đức', '29263', 'xã'],
    ['Đặc khu Phú Quốc', now, {}, 'Phú Quốc', '31078', 'đặc khu'],
    ["xã Cư M'gar", now, {}, "Cư M'gar", '24280', 'xã'],
    ['phường Văn Miếu-Quốc Tử Giám', now, {}, 'Văn Miếu - Quốc Tử Giám', '00226', 'phường'],
  ])('%s on %s in %j', (name, on, within, proper, code, type) => {
    expect(findCommune(name, on, within)).toEqual({ name: proper, code, type });
  });

  test.each([
    ['Phường 1', now, { district: '842' }],
    ['huyện Long Đức', old, {}],
    ['xã Không Đâu', null, {}],
  ])('no commune %s on %s in %j', (name, on, within) => {
    expect(findCommune(name, on, within)).toBeNull();
  });
});

describe('mentions', () => {
  function found(text: string, on: string | null): string[] {
    return findPlaces(text, on).map(
      ({ start, end, code, level }) => `${text.slice(start, end)}=${code ?? '?'}/${level ?? '?'}`,
    );
  }
  test.each([
    ['trên địa bàn tỉnh Đồng Tháp năm 2022', old, ['tỉnh Đồng Tháp=87/province']],
    [
      'Ủy ban nhân dân TP. Trà Vinh, tỉnh Trà Vinh',
      old,
      ['TP. Trà Vinh=842/district', 'tỉnh Trà Vinh=84/province'],
    ],
    ['UBND thành phố Cần Thơ giao', now, ['thành phố Cần Thơ=92/province']],
    ['thành phố Huế', null, ['thành phố Huế=?/?']],
    ['TP.HCM và TPHCM', now, ['TP.HCM=79/province', 'TPHCM=79/province']],
    ['xã Long Đức, huyện Càng Long', old, ['xã Long Đức=?/commune', 'huyện Càng Long=844/district']],
    ['quận 1, Quận Bình Thạnh', old, ['quận 1=760/district', 'Quận Bình Thạnh=765/district']],
    ['phường Văn Miếu - Quốc Tử Giám tổ chức', now, ['phường Văn Miếu - Quốc Tử Giám=00226/commune']],
    ['bảo hiểm xã hội, cơ quan tỉnh, thành phố', now, []],
    ['tỉnh Không Đâu', now, []],
  ])('%s', (text, on, expected) => {
    expect(found(text, on)).toEqual(expected);
  });
});

test('a mention is of the unit that lies within', () => {
  expect(findPlaces('Phường 1 và xã Long Đức', old, { district: '842' }).map(({ code }) => code)).toEqual([
    '29239',
    '29263',
  ]);
  expect(findPlaces('huyện Châu Thành', old, { province: '84' }).map(({ code }) => code)).toEqual(['847']);
  expect(findPlaces('huyện Càng Long', old, { province: '01' }).map(({ code }) => code)).toEqual(['844']);
});

test('units that ended', () => {
  expect(endOf('province', '84')).toEqual({ to: '2025-06-30', into: '86' });
  expect(endOf('district', '842')).toEqual({ to: '2025-06-30', into: null });
  expect(endOf('province', '01')).toBeNull();
});
