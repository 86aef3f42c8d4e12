import { describe, expect, it } from 'vitest';
import {
  type PlaceOverTime,
  parentOf,
  placeNamed,
  placeOfCode,
  placesOn,
  predecessorsOf,
  provinceToday,
  successorsOf,
} from '../../src/lexicon/gazetteer.ts';

const short = (place: PlaceOverTime | null): string =>
  place === null ? 'none' : `${place.code} ${place.type} ${place.name}`;

describe('the gazetteer over time', () => {
  it.each([
    ['2024-12-31', 63, 'province'],
    ['2025-06-30', 63, 'province'],
    ['2025-07-01', 34, 'province'],
    ['2025-07-01', 0, 'district'],
    ['2025-07-01', 3321, 'commune'],
  ] as const)('has on %s %i units of the level %s', (on, count, level) => {
    expect(placesOn(level, on)).toHaveLength(count);
  });

  it.each([
    ['Trà Vinh', '2023-05-01', '84 tỉnh Trà Vinh', '86 tỉnh Vĩnh Long'],
    ['Đồng Tháp', '2025-06-30', '87 tỉnh Đồng Tháp', '82 tỉnh Đồng Tháp'],
    ['tinh dong thap', '2025-07-01', '82 tỉnh Đồng Tháp', '82 tỉnh Đồng Tháp'],
    ['Thừa Thiên Huế', '2023-01-01', '46 tỉnh Thừa Thiên Huế', '46 thành phố Huế'],
    ['Hà Tây', '2007-01-01', '28 tỉnh Hà Tây', '01 thành phố Hà Nội'],
    ['Đồng Nai', '2024-01-01', '75 tỉnh Đồng Nai', '75 thành phố Đồng Nai'],
    ['Bắc Giang', '2025-01-01', '24 tỉnh Bắc Giang', '24 tỉnh Bắc Ninh'],
    ['Trà Vinh', '2025-07-01', 'none', 'none'],
  ])('knows %s on %s as %s, today %s', (name, on, then, now) => {
    const place = placeNamed('province', name, on);
    expect(short(place)).toBe(then);
    expect(short(place === null ? null : provinceToday(place.code ?? '', on))).toBe(now);
  });

  it('names what today’s provinces were made of', () => {
    const vinhLong = placeOfCode('province', '86', '2025-07-01');
    expect(vinhLong && predecessorsOf(vinhLong).map(short)).toEqual([
      '83 tỉnh Bến Tre',
      '84 tỉnh Trà Vinh',
      '86 tỉnh Vĩnh Long',
    ]);
  });

  it('leads every province of June 2025 to one of today and back', () => {
    const merged = placesOn('province', '2025-06-30').filter((place) => place.to !== null);
    for (const old of merged) {
      const next = placeOfCode('province', successorsOf(old)[0]?.code ?? '', '2025-07-01');
      expect(next && predecessorsOf(next).map(short), old.name).toContain(short(old));
    }
    const parts = placesOn('province', '2025-07-01').map((place) =>
      place.from === '2025-07-01' ? predecessorsOf(place).length : 1,
    );
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(63);
  });

  it('follows a commune that was parted, the greater part first', () => {
    const doiCan = placeNamed('commune', 'Phường Đội Cấn', '2024-01-01', { province: '01' });
    expect(doiCan && successorsOf(doiCan).map(short)).toEqual([
      '00004 phường Ba Đình',
      '00008 phường Ngọc Hà',
    ]);
    const ngocHa = placeOfCode('commune', '00008', '2025-07-01');
    expect(ngocHa && predecessorsOf(ngocHa).map((each) => each.name)).toContain('Đội Cấn');
    expect(short(doiCan && parentOf(doiCan))).toBe('001 quận Ba Đình');
    expect(short(ngocHa && parentOf(ngocHa))).toBe('01 thành phố Hà Nội');
  });

  it('leads a district to the communes of today', () => {
    const baDinh = placeNamed('district', 'quận Ba Đình', '2024-01-01');
    expect(baDinh && successorsOf(baDinh).map((each) => each.name)).toEqual(
      expect.arrayContaining(['Ba Đình', 'Ngọc Hà', 'Giảng Võ']),
    );
  });

  it('leads old communes to communes of today', () => {
    const old = placesOn('commune', '2025-06-30');
    const next = old.map(successorsOf);
    expect(next.flat().every((place) => place.to === null && place.from === '2025-07-01')).toBe(true);
    // Those that ended between 2022 and July 2025 lead nowhere.
    expect(next.filter((places) => places.length === 0).length).toBeLessThan(1200);
    expect(new Set(next.flat().map((place) => place.code)).size).toBeGreaterThan(3250);
  });
});
