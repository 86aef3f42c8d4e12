import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/lexicon/fold.ts';
import { Decoder } from '../../../src/normalize/repair/decode.ts';
import { LatticeBuilder } from '../../../src/normalize/repair/lattice.ts';
import { loadRepairModel } from '../../../src/normalize/repair/model.ts';
import { restoreParagraphs } from '../../../src/normalize/repair/restore.ts';
import { restoreLines } from '../../../src/normalize/repair/restore-lines.ts';
import type { Restored } from '../../../src/normalize/repair/restored.ts';
import { strippedLattice, strippedText } from '../../../src/normalize/repair/stripped.ts';

const PLAN = [
  'Ủy ban nhân dân huyện ban hành Kế hoạch trồng cây xanh trên các tuyến đường của thị trấn, với các nội dung cụ thể như sau:',
  '1. Các xã, thị trấn rà soát quỹ đất, đăng ký số lượng cây giống trước ngày 15/3/2024 theo Công văn số 12/UBND-KT.',
  '2. Phòng Nông nghiệp và Phát triển nông thôn chủ trì, phối hợp với các cơ quan liên quan tổng hợp, báo cáo Ủy ban nhân dân huyện.',
  '3. Phấn đấu đến năm 2025 có 95,5% số hộ dân tham gia bảo hiểm y tế; mỗi thôn có ít nhất 1.200 cây.',
];
const GARBLED = [
  'Uy ban nhan dan huyén ban hanh Ké hoach tréng cay xanh trén cac tuyén dudng cua thi tran, véi cac ndi dung cu thé nhu sau:',
  '1. Cac x4, thi tran ra soat quy dat, dang ky s6 lugng cay giéng trudc ngay 15/3/2024 theo Céng van s6 12/UBND-KT.',
  '2. Phong Noéng nghiép va Phat trién néng thén chu tri, phdi hop v6i cac co quan lién quan tong hop, bao cdo Uy ban nhan dan huyén.',
  '3. Phan dau dén nam 2025 c6 95,5% s6 h6 dan tham gia bao hiém y té; mdi thon c6 it nhat 1.200 cay.',
];

function textOf(restored: readonly Restored[]): string[] {
  return restored.map(({ text }) => text);
}

/** A document's text without diacritics, case kept. */
function strip(text: string): string {
  const folded = fold(text);
  return [...folded]
    .map((base, i) => (text.charAt(i) === text.charAt(i).toLowerCase() ? base : base.toUpperCase()))
    .join('');
}

function expectExactOffsets(source: string, { text, tokens }: Restored): void {
  let rebuilt = '';
  let copied = 0;
  for (const token of tokens) {
    expect(source.slice(token.sourceStart, token.sourceEnd)).toBe(token.original);
    expect(text.slice(token.start, token.end)).not.toBe(token.original);
    expect(token.confidence).toBeGreaterThanOrEqual(0);
    expect(token.confidence).toBeLessThanOrEqual(1);
    rebuilt += source.slice(copied, token.sourceStart);
    expect(rebuilt.length).toBe(token.start);
    rebuilt += text.slice(token.start, token.end);
    copied = token.sourceEnd;
  }
  expect(rebuilt + source.slice(copied)).toBe(text);
}

describe('restoreParagraphs', () => {
  it('puts back cleanly stripped diacritics', () => {
    const restored = restoreParagraphs(PLAN.map(strip));
    expect(textOf(restored)).toEqual(PLAN);
    expect(restored.map(({ state }) => state)).toEqual(PLAN.map(() => 'stripped'));
  });

  it.each([
    ['Số hộ thoát nghèo (hộ)'],
    ['Xã đạt chuẩn lũy kế (xã)'],
    ['Diện tích gieo trồng (ha)'],
    ['Sản phẩm OCOP được công nhận (sản phẩm)'],
  ])('takes what stands in brackets for a unit: %s', (heading) => {
    expect(textOf(restoreParagraphs([heading, ...PLAN].map(strip)))[0]).toBe(heading);
  });

  it('reads through the garble of a foreign OCR model', () => {
    const restored = restoreParagraphs(GARBLED);
    expect(textOf(restored)).toEqual(PLAN);
    expect(restored.map(({ state }) => state)).toEqual(PLAN.map(() => 'garbled'));
  });

  it('leaves right text as it is', () => {
    for (const [i, { text, state, tokens }] of restoreParagraphs(PLAN).entries()) {
      expect(text).toBe(PLAN[i]);
      expect(state).toBe('original');
      expect(tokens).toEqual([]);
    }
  });

  it('keeps a paragraph of a right document whose marks French has, too', () => {
    const paragraph =
      '1. Xây 15 mô hình, trong đó 06 mô hình hoàn thành trong quý II, 09 mô hình hoàn thành trong quý IV.';
    const restored = restoreParagraphs([...PLAN, paragraph]);
    expect(restored.at(-1)).toMatchObject({ text: paragraph, state: 'original' });
  });

  it('keeps a right paragraph of a garbled document', () => {
    const mixed = [...GARBLED, PLAN[2] ?? ''];
    expect(restoreParagraphs(mixed).at(-1)).toEqual({ text: PLAN[2], state: 'original', tokens: [] });
  });

  it('leaves other languages as they are', () => {
    const text =
      'The committee shall report to the council every year, and the budget of the province is to be approved.';
    expect(restoreParagraphs([text])).toEqual([{ text, state: 'original', tokens: [] }]);
  });

  it('repairs symbols by table and parts numbers that were run into words', () => {
    const [first, second] = restoreParagraphs([
      'Nghi quyét s6 58/NQ-HPND cua H6i déng nhan dan tinh vé phat trién kinh té',
      'Ha Noi, ngay22 thang 9 nam 2025, cac don vi thuc hién nhiém vu duoc giao',
      ...GARBLED,
    ]);
    expect(first?.text).toBe('Nghị quyết số 58/NQ-HĐND của Hội đồng nhân dân tỉnh về phát triển kinh tế');
    expect(second?.text).toContain('ngày22 tháng 9 năm 2025');
  });

  it.each([
    ['vi _pham hanh chinh', 'vi phạm hành chính'],
    ['viéc tang cuong ‘cong tac thanh tra', 'việc tăng cường công tác thanh tra'],
    [
      'bao hiém x4 hdi, bao hiém y té,; thuc hién nhiém vu',
      'bảo hiểm xã hội, bảo hiểm y tế; thực hiện nhiệm vụ',
    ],
    ['chu déng ph01 hop cac co quan', 'chủ động phối hợp các cơ quan'],
  ])('reads %s without its specks', (read, right) => {
    expect(restoreParagraphs([read, ...GARBLED])[0]?.text).toContain(right);
  });

  it.each([['phdi hop Vién !(Iem sat nhan dan va cac co quan lién quan', 'Viện Kiểm sát nhân dân']])(
    'reads %s by the words around',
    (read, right) => {
      expect(restoreParagraphs([read, ...GARBLED])[0]?.text).toContain(right);
    },
  );

  it.each([
    'cac don vi thuc hién trong 14 ngay lam viéc',
    'toan tinh c6 40 co quan lién quan',
    'it nhat 14 cay giéng trong mdi thon',
    'dén nam 2025 con 18 huyén cua tinh',
    'dat trén 40 phan tram s6 h6 dan tham gia',
    'giao 13 phong va 16 ban cua huyén thuc hién',
  ])('the numbers of %s stay', (read) => {
    const restored = restoreParagraphs([read, ...GARBLED])[0]?.text ?? '';
    expect(restored.match(/\d+/g)).toEqual(read.match(/(?<![a-z])\d+/g));
  });

  it('takes the variant that the letters of all places lean to', () => {
    const restored = restoreParagraphs([
      'Hing quy, cac don vi bao céo; héng quy téng hop; hang nam danh gid két qua thuc hién',
      ...GARBLED,
    ]);
    expect(restored[0]?.text).toContain('hằng năm đánh giá');
  });

  it('gives the same for the same', () => {
    expect(restoreParagraphs(GARBLED)).toEqual(restoreParagraphs(GARBLED));
    expect(restoreParagraphs(PLAN.map(strip))).toEqual(restoreParagraphs(PLAN.map(strip)));
  });

  it.each([
    ['stripped', PLAN.map(strip)],
    ['garbled', GARBLED],
  ])('tells where each change of %s text stands', (_, paragraphs) => {
    const restored = restoreParagraphs(paragraphs);
    for (const [i, paragraph] of restored.entries()) expectExactOffsets(paragraphs[i] ?? '', paragraph);
  });
});

const digits = fc.integer({ min: 0, max: 99_999_999 }).map(String);
const number = fc.oneof(
  digits,
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 100, max: 999 })).map(([a, b]) => `${a}.${b}`),
  fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a},${b}%`),
);
const date = fc
  .tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1990, max: 2050 }),
  )
  .map(([d, m, y]) => `${d}/${m}/${y}`);
const symbol = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.constantFrom('KH-UBND', 'QĐ-TTg', 'NQ-CP', 'CTr/TU', 'CT-BYT', 'TT-BTC'),
  )
  .map(([n, code]) => `${n}/${code}`);
const word = fc.constantFrom(
  ...GARBLED.join(' ')
    .split(' ')
    .filter((token) => /^[a-zA-Zé]+$/.test(token)),
);
const soup = fc.string({ unit: fc.constantFrom(...'aeiouédngthc6014 .,;:/-()&¢@%'), maxLength: 12 });
const locked = fc.oneof(number, date, symbol);
const mixedText = fc.array(fc.tuple(locked, fc.array(fc.oneof(word, word, word, soup), { maxLength: 5 })), {
  minLength: 1,
  maxLength: 8,
});

describe('whatever the text', () => {
  it.each(['stripped', 'garbled'])('numbers, dates and document numbers of %s text survive', (state) => {
    const company = state === 'garbled' ? GARBLED : PLAN.map(strip);
    fc.assert(
      fc.property(mixedText, (parts) => {
        const text = parts.map(([token, words]) => [token, ...words].join(' ')).join(' ');
        const { text: restored } = restoreParagraphs([text, ...company])[0] ?? { text: '' };
        let from = 0;
        for (const [token] of parts) {
          const at = restored.indexOf(token, from);
          expect(at, `${token} in ${restored}`).toBeGreaterThanOrEqual(0);
          from = at + token.length;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('offsets are exact and the result is the same every time', () => {
    fc.assert(
      fc.property(mixedText, (parts) => {
        const paragraphs = [parts.map(([token, words]) => [token, ...words].join(' ')).join(' '), ...GARBLED];
        const restored = restoreParagraphs(paragraphs);
        for (const [i, paragraph] of restored.entries()) expectExactOffsets(paragraphs[i] ?? '', paragraph);
        expect(restoreParagraphs(paragraphs)).toEqual(restored);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a wider beam', () => {
  it('never gives a dearer path', () => {
    const { language } = loadRepairModel();
    const lattice = new LatticeBuilder();
    const words = PLAN.join(' ').split(' ');
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 12 }), (chosen) => {
        const text = strip(chosen.join(' '));
        strippedLattice(strippedText(text, language), language, lattice);
        const costs = [1, 2, 4, 8, 16, 32, 64].map(
          (beam) => new Decoder(language, beam).decode(lattice).cost,
        );
        for (let i = 2; i < costs.length; i++) expect(costs[i]).toBeLessThanOrEqual(costs[i - 1] ?? 0);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('restoreLines', () => {
  it('decodes wrapped lines as paragraphs and gives the same lines back', () => {
    const lines = [
      'Uy ban nhan dan huyén ban hanh Ké hoach tréng cay xanh trén cac tuyén',
      'dudng cua thi tran, véi cac ndi dung cu thé nhu sau:',
      '',
      '  - Cac x4, thi tran ra soat quy dat, dang ky s6 lugng cay giéng;  ',
      '',
    ];
    const restored = restoreLines(lines);
    expect(restored.map(({ line }) => line)).toEqual([
      'Ủy ban nhân dân huyện ban hành Kế hoạch trồng cây xanh trên các tuyến',
      'đường của thị trấn, với các nội dung cụ thể như sau:',
      '',
      '  - Các xã, thị trấn rà soát quỹ đất, đăng ký số lượng cây giống;  ',
      '',
    ]);
    for (const [i, { line, tokens }] of restored.entries()) {
      expectExactOffsets(lines[i] ?? '', { text: line, state: 'garbled', tokens });
    }
  });

  it('puts only known slips of right text right', () => {
    const lines = [...PLAN, 'Các đơn vị đơn đốc việc thực hiện.'];
    expect(restoreLines(lines).map(({ line }) => line)).toEqual([
      ...PLAN,
      'Các đơn vị đôn đốc việc thực hiện.',
    ]);
  });
});
