import { describe, expect, test } from 'vitest';
import { factsOf } from './plan.ts';

describe('the signer', () => {
  test.each<[string, string, object | null]>([
    [
      'the chairman',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNông Văn Tiệp',
      { name: 'Nông Văn Tiệp', position: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
    ],
    [
      'a deputy',
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLò Thị Hạnh',
      { name: 'Lò Thị Hạnh', position: 'Phó Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH' },
    ],
    ['nobody: an office is no name', 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', null],
    ['nobody: a body is no name', 'TL. CHỦ TỊCH\nVĂN PHÒNG UBND TỈNH', null],
    ['nobody: a delegation is no name', 'TM. ĐOÀN THANH TRA\nĐOÀN THANH TRA', null],
    [
      'a name in capitals',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐOÀN VĂN TIỆP',
      { name: 'ĐOÀN VĂN TIỆP', position: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
    ],
    [
      'by order',
      'TL. CHỦ TỊCH\nGIÁM ĐỐC\nVàng A Páo',
      { name: 'Vàng A Páo', position: 'Giám đốc', capacity: 'TL. CHỦ TỊCH' },
    ],
    [
      'strokes for stops',
      'Nơi nhận:\n- Lưu: VT.\nT/M BAN CHỈ ĐẠO\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nLò Thị Hạnh',
      { name: 'Lò Thị Hạnh', position: 'Phó Trưởng ban', capacity: 'T/M BAN CHỈ ĐẠO; K/T TRƯỞNG BAN' },
    ],
    [
      'two offices',
      'TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH\nLò Thị Hạnh',
      { name: 'Lò Thị Hạnh', position: 'Trưởng ban; Phó Chủ tịch UBND tỉnh', capacity: 'TM. BAN CHỈ ĐẠO' },
    ],
    [
      'an office without capacity',
      'Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nVàng A Páo',
      { name: 'Vàng A Páo', position: 'Giám đốc', capacity: null },
    ],
    [
      'a name with an academic degree',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTS. Nông Văn Tiệp',
      { name: 'Nông Văn Tiệp', position: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
    ],
    [
      'one who holds the office for the time being',
      'TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\nNông Văn Tiệp',
      { name: 'Nông Văn Tiệp', position: 'Quyền Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN; Q. CHỦ TỊCH' },
    ],
    [
      'the head of a department by order',
      'TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nNông Văn Tiệp',
      { name: 'Nông Văn Tiệp', position: 'Giám đốc Sở Nội vụ', capacity: 'TUQ. CHỦ TỊCH' },
    ],
    [
      'the head of the office',
      'TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNông Văn Tiệp',
      { name: 'Nông Văn Tiệp', position: 'Chánh Văn phòng', capacity: 'TL. CHỦ TỊCH' },
    ],
    [
      'the standing deputy, with a dash between office and office',
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH - PHÓ CHỦ TỊCH THƯỜNG TRỰC\nNông Văn Tiệp',
      {
        name: 'Nông Văn Tiệp',
        position: 'Phó Chủ tịch Thường trực',
        capacity: 'TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH',
      },
    ],
    [
      'a name in capitals',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNÔNG VĂN TIỆP',
      { name: 'NÔNG VĂN TIỆP', position: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
    ],
    ['no name', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', null],
    ['no signature', 'Nơi nhận:\n- Lưu: VT.', null],
    ['nothing', '', null],
  ])('%s', (_, tail, expected) => {
    expect(factsOf({ tail }).signer).toEqual(expected);
  });

  test.each([
    ['K’ Thị Mỹ Duyên'],
    ["K' Brểu"],
    ['H’ Yim Kđoh'],
    ['H’Yim Niê'],
    ["Rơ Châm H'Yéo"],
    ['Y Thanh Hà Niê Kđăm'],
    ['Lò Văn A'],
    ['Nguyễn Thị Ka-Rin'],
    ['PGS.TS. Lò Thị Hạnh', 'Lò Thị Hạnh'],
    ['BSCKII. Lò Thị Hạnh', 'Lò Thị Hạnh'],
    ['Đại tá Lò Văn Hạnh', 'Lò Văn Hạnh'],
  ])('called %s', (line, name = line) => {
    const tail = `Nơi nhận:\n- Bộ Y tế;\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n- Lưu: VT.\n${line}`;
    const { signer, recipients } = factsOf({ tail });
    expect(signer).toEqual({ name, position: 'Phó Giám đốc', capacity: 'KT. GIÁM ĐỐC' });
    expect(recipients).toEqual(['Bộ Y tế', 'Lưu: VT']);
  });

  test('is found with the recipients before, behind and among the lines', () => {
    const before =
      'Nơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Thị Hạnh';
    const behind =
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Thị Hạnh\nNơi nhận:\n- Bộ Y tế;\n- Lưu: VT.';
    const among =
      'Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n- Bộ Y tế;\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n- Lưu: VT.\nLò Thị Hạnh';
    const read = [before, behind, among].map((tail) => {
      const { signer, recipients } = factsOf({ tail });
      return { signer, recipients };
    });
    expect(read[0]).toMatchObject({ signer: { name: 'Lò Thị Hạnh' }, recipients: ['Bộ Y tế', 'Lưu: VT'] });
    expect(read[1]).toEqual(read[0]);
    expect(read[2]).toEqual(read[0]);
  });
});

describe('recipients', () => {
  test.each<[string, string[]]>([
    ['Nơi nhận:\n- Bộ Y tế (để báo cáo);\n- Lưu: VT, KGVX.', ['Bộ Y tế (để báo cáo)', 'Lưu: VT, KGVX']],
    ['Nơi nhận:\nNhư trên;\nLưu: VT.', ['Như trên', 'Lưu: VT']],
    ['Nơi nhận: Bộ Y tế;\n- TT Tỉnh ủy, TT HĐND tỉnh;', ['Bộ Y tế', 'TT Tỉnh ủy, TT HĐND tỉnh']],
    ['Nơi nhận:\n- Như mục IV; (t/h)\n- Lưu: VT. h.v', ['Như mục IV (t/h)', 'Lưu: VT']],
    ['Nơi nhận: Bộ Y tế (b/c); Các sở, ngành; Lưu: VT.', ['Bộ Y tế (b/c)', 'Các sở, ngành', 'Lưu: VT']],
    ['Nơi nhận: - Bộ Y tế; - Lưu: VT.', ['Bộ Y tế', 'Lưu: VT']],
    [
      'Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n[Đã ký số]\nNgười ký: Lò Thị Hạnh\nThời gian ký: 10/01/2026 10:12:13\nLò Thị Hạnh',
      ['Lưu: VT'],
    ],
    ['Nơi nhận:', []],
    ['', []],
  ])('of %o', (tail, expected) => {
    expect(factsOf({ tail }).recipients).toEqual(expected);
  });
});
