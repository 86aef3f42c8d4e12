// Plans that nobody issued, each with one table whose figures add up, in the layouts that plans have.
import { randomFrom } from './random.ts';

interface Random {
  /** A whole number of the range, both ends included. */
  whole(from: number, to: number): number;
  /** A number of the range, those in its middle more often. */
  middling(from: number, to: number): number;
}

interface MadeTable {
  header: string[];
  rows: string[][];
}

type Figures = number[][];

const SYLLABLES = ['Bình', 'Phú', 'Tân', 'Long', 'Thạnh', 'Hòa', 'Mỹ', 'An', 'Đông', 'Vĩnh', 'Thới', 'Hưng'];

/** What the tables look like, by name. */
const LAYOUTS: Readonly<Record<string, (random: Random) => MadeTable>> = {
  'numbered-rows': (random) => {
    const figures = wards(random, random.whole(12, 25), [1, 0.92, 0.09, 0.03]);
    const header = ['STT', 'Đơn vị', 'Dân số', 'Người tham gia BHYT', 'BHXH bắt buộc', 'BHXH tự nguyện'];
    return { header, rows: [...numbered(figures), ['', 'Tổng cộng', ...sums(figures)]] };
  },
  'hundred-rows': (random) => {
    const figures = wards(random, random.whole(100, 130), [1, 0.92, 0.09]);
    const header = ['STT', 'Thôn', 'Dân số', 'Người tham gia BHYT', 'BHXH bắt buộc'];
    return { header, rows: [['', 'Toàn tỉnh', ...sums(figures)], ...numbered(figures)] };
  },
  shares: (random) => {
    const figures = wards(random, random.whole(8, 20), [1, 0.92]);
    const share = ([whole = 1, part = 0]: readonly number[]): string =>
      ((100 * part) / whole).toFixed(2).replace('.', ',');
    const [people = 0, insured = 0] = totals(figures);
    const header = ['STT', 'Thôn', 'Dân số', 'Người tham gia BHYT', 'Tỷ lệ (%)'];
    return {
      header,
      rows: [
        ...figures.map((row, at) => [String(at + 1), name(at), ...row.map(dotted), share(row)]),
        ['', 'Tổng cộng', dotted(people), dotted(insured), share([people, insured])],
      ],
    };
  },
  subtotals: (random) => {
    const areas = [1, 2, 3].map(() => wards(random, random.whole(4, 8), [0.3, 0.05, 0.02]));
    let at = 0;
    const rows = areas.flatMap((figures, area) => [
      ...figures.map((row) => [String(at + 1), name(at++), ...row.map(dotted)]),
      ['', `Cộng khu vực ${area + 1}`, ...sums(figures)],
    ]);
    const header = ['TT', 'Khu vực, thôn', 'Số hộ', 'Hộ nghèo', 'Hộ cận nghèo'];
    return { header, rows: [...rows, ['', 'Tổng cộng', ...sums(areas.flat())]] };
  },
  'of-which': (random) => {
    const figures = wards(random, random.whole(6, 14), [0.6, 0.1]);
    const rows = figures.flatMap((row, at) => [
      [String(at + 1), name(at), ...row.map(dotted)],
      ['', 'Trong đó: nữ', ...row.map((value) => dotted(Math.round(value * random.middling(0.42, 0.56))))],
    ]);
    const header = ['TT', 'Đơn vị', 'Lao động', 'Lao động qua đào tạo'];
    return { header, rows: [...rows, ['', 'Tổng số', ...sums(figures)]] };
  },
  'total-column': (random) => {
    const figures = wards(random, random.whole(8, 18), [0.5, 0.51]).map(([men = 0, women = 0]) => [
      men,
      women,
      men + women,
    ]);
    const header = ['TT', 'Đơn vị', 'Nam', 'Nữ', 'Cộng'];
    return { header, rows: [...numbered(figures), ['', 'Tổng cộng', ...sums(figures)]] };
  },
  'two-header-rows': (random) => {
    const figures = wards(random, random.whole(8, 16), [0.09, 0.03, 0.095, 0.034]);
    return {
      header: ['STT', 'Đơn vị', 'Năm 2025', 'Năm 2025', 'Năm 2026', 'Năm 2026'],
      rows: [
        ['', '', 'BHXH bắt buộc', 'BHXH tự nguyện', 'BHXH bắt buộc', 'BHXH tự nguyện'],
        ...numbered(figures),
        ['', 'Tổng cộng', ...sums(figures)],
      ],
    };
  },
  'one-column': (random) => {
    const figures = wards(random, random.whole(6, 12), [0.25]);
    return {
      header: ['Thôn', 'Số hộ'],
      rows: [...figures.map((row, at) => [name(at), ...row.map(dotted)]), ['Tổng cộng', ...sums(figures)]],
    };
  },
  blanks: (random) => {
    const figures = wards(random, random.whole(8, 16), [0.3, 0.02, 0.01]).map((row, at) =>
      row.map((value, column) => (column > 0 && (at + 3 * column) % 5 === 0 ? 0 : value)),
    );
    const rows = [...numbered(figures), ['', 'Tổng cộng', ...sums(figures)]];
    return {
      header: ['STT', 'Đơn vị', 'Số hộ', 'Hộ được hỗ trợ nhà ở', 'Hộ vay vốn'],
      rows: rows.map((row) => row.map((cell) => (cell === '0' ? '' : cell))),
    };
  },
  'several-totals': (random) => {
    const [communes, towns] = [
      wards(random, random.whole(6, 12), [1, 0.9]),
      wards(random, random.whole(4, 8), [1, 0.9]),
    ];
    return {
      header: ['TT', 'Đơn vị', 'Dân số', 'Người có thẻ BHYT'],
      rows: [
        ...numbered(communes),
        ['', 'Tổng các thôn', ...sums(communes)],
        ...towns.map((row, at) => [String(at + 1), `Khu phố ${bare(at + 40)}`, ...row.map(dotted)]),
        ['', 'Tổng các khu phố', ...sums(towns)],
        ['', 'Tổng cộng toàn tỉnh', ...sums([...communes, ...towns])],
      ],
    };
  },
  'unit-column': (random) => {
    const figures = wards(random, random.whole(5, 10), [0.2, 0.21, 0.22]);
    const kinds = [
      'Hộ trồng lúa',
      'Hộ trồng màu',
      'Hộ nuôi tôm',
      'Hộ nuôi cá',
      'Hộ chăn nuôi',
      'Hộ làm nghề',
      'Hộ buôn bán',
    ];
    const kind = (at: number): string => kinds[at] ?? `Hộ nhóm ${at + 1}`;
    return {
      header: ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2024', 'Năm 2025', 'Năm 2026'],
      rows: [
        ...figures.map((row, at) => [String(at + 1), kind(at), 'hộ', ...row.map(dotted)]),
        ['', 'Tổng cộng', 'hộ', ...sums(figures)],
      ],
    };
  },
  years: (random) => {
    const figures = wards(random, random.whole(10, 20), [0.9]).map(([value = 0]) => {
      const second = Math.round(value * random.middling(1, 1.04));
      return [value, second, Math.round(second * random.middling(1, 1.04))];
    });
    const header = ['STT', 'Địa phương', 'Thực hiện năm 2024', 'Chỉ tiêu năm 2025', 'Chỉ tiêu năm 2026'];
    return { header, rows: [...numbered(figures), ['', 'Tổng cộng', ...sums(figures)]] };
  },
};

/** A plan for each layout; others for another seed, the same for the same. */
export function madeTables(seed: string): { path: string; source: string }[] {
  return Object.entries(LAYOUTS).map(([layout, make]) => {
    const next = randomFrom(`${seed} ${layout}`);
    const random: Random = {
      whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
      middling: (from, to) => from + ((to - from) * (next() + next() + next())) / 3,
    };
    return { path: `made/${layout}.md`, source: plan(make(random)) };
  });
}

/** Figures of so many places: each place's people times a rate for each column, which varies the more the rarer the thing is. */
function wards(random: Random, count: number, rates: readonly number[]): Figures {
  return Array.from({ length: count }, () => {
    const people = Math.round(2000 * 20 ** random.middling(0, 1));
    return rates.map((rate) => {
      if (rate === 1) return people;
      const spread = rate > 0.5 ? 0.06 : rate > 0.15 ? 0.2 : 0.5;
      return Math.round(people * rate * random.middling(1 - spread, 1 + spread));
    });
  });
}

function numbered(figures: Figures): string[][] {
  return figures.map((row, at) => [String(at + 1), name(at), ...row.map(dotted)]);
}

function totals(figures: Figures): number[] {
  const columns = figures[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, column) =>
    figures.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
}

function sums(figures: Figures): string[] {
  return totals(figures).map(dotted);
}

function name(at: number): string {
  return `Thôn ${bare(at)}`;
}

function bare(at: number): string {
  const [first, second] = [SYLLABLES[at % 12], SYLLABLES[(at + 1 + Math.floor(at / 12)) % 12]];
  return `${first} ${second}`;
}

function dotted(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

function plan({ header, rows }: MadeTable): string {
  const lines = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `ỦY BAN NHÂN DÂN
TỈNH VĨNH LONG
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 12/KH-UBND

Vĩnh Long, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Giao chỉ tiêu cho các địa phương năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch giao chỉ tiêu năm 2026 như sau:

I. CHỈ TIÊU

${lines.join('\n')}

II. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính theo dõi việc thực hiện.

2. Các địa phương báo cáo trước ngày 15 tháng 12 năm 2026.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An
`;
}
