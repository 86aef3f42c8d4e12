import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan } from '../../src/parse/parse.ts';
import type { Span } from '../../src/plan/source-text.ts';
import type { PlanNode } from '../../src/plan/tree.ts';
import { sections } from '../../src/plan/tree.ts';
import { outline } from './outline.ts';
import { sourceOf } from './source-of.ts';

const block = fc.oneof(
  fc.constantFrom(
    'KẾ HOẠCH',
    'Trồng rừng năm 2024',
    'Số: 9/KH-UBND',
    'Căn cứ Luật Lâm nghiệp;',
    'I. MỤC TIÊU',
    'II. NHIỆM VỤ',
    'PHẦN II. GIẢI PHÁP',
    'Phần thứ hai',
    'MỤC TIÊU',
    '1. Làm đất',
    '2. Trồng cây:',
    '2.1. Đào hố',
    'a) Cày',
    'đ) Bừa.',
    '- Xới cỏ;',
    '+ Vun gốc',
    'Một đoạn văn.',
    'TT\tXã',
    '1\tNà Hin',
    'Trên đây là Kế hoạch./.',
    'Nơi nhận:',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
    'Nông Văn Tiệp',
    'PHỤ LỤC I',
  ),
  fc.string().map((text) => text.replaceAll(/[\n\t]/g, ' ')),
);

/** The lines of text that nodes are made of: headings, paragraphs, table rows. */
function* lines(nodes: readonly PlanNode[], text: string): Generator<Span> {
  for (const node of nodes) {
    if (node.type === 'paragraph') yield node.span;
    else if (node.type === 'planTable') yield* node.children.map((row) => row.span);
    else {
      const { marker, heading } = node;
      // The name of a part may stand in the line below its number.
      const below = text.slice(marker.end, heading.start).includes('\n');
      if (below) yield { start: marker.start, end: marker.end };
      yield { start: below ? heading.start : marker.start, end: heading.end };
      yield* lines(node.children, text);
    }
  }
}

test('a line in capitals below the number of a part is its heading', () => {
  expect(
    outline(
      'KẾ HOẠCH\nTrồng rừng năm 2024\nPhần thứ nhất\nTÌNH HÌNH\nĐã trồng 5 ha.\nPhần thứ hai\nMỤC TIÊU\n1. Trồng 9 ha.',
    ),
  ).toContain(`body
  Phần thứ nhất TÌNH HÌNH ⏎
    ¶ Đã trồng 5 ha.
  Phần thứ hai MỤC TIÊU ⏎
    1. Trồng 9 ha.`);
});

test('every block comes into the tree once, in its region, below nothing that ends before it', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), (blocks) => {
      const source = sourceOf(blocks.join('\n'));
      const tree = parsePlan(source);
      const found = tree.children.flatMap(({ children }) => [...lines(children, source.text)]);
      expect(found.map(({ start }) => start).sort((a, b) => a - b)).toEqual(
        source.blocks.map(({ start }) => start),
      );
      for (const { span, children } of tree.children) {
        for (const section of sections(children)) {
          const own = [...lines(section.children, source.text)];
          expect(section.span.start).toBeGreaterThanOrEqual(span.start);
          expect(section.span.end).toBeLessThanOrEqual(span.end);
          expect(
            own.every(({ start, end }) => start > section.heading.start && end <= section.span.end),
          ).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});
