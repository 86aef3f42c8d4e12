import { wrongSums } from '../explain-total/cells.ts';
import { explainedSums } from '../explain-total/explain.ts';
import { toldOf } from '../explain-total/told.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'number-misread',
  severity: 'info',
  summary: {
    vi: 'Phép cộng cho thấy một chữ số có lẽ bị đọc nhầm',
    en: 'The arithmetic of a table shows a digit that was probably misread',
  },
  why: {
    vi: 'Khi tổng lệch đúng bằng một chữ số của một ô, hoặc mất một dấu chấm, thì nên xem lại ô đó trong bản gốc. Ô mà một tổng khác đã xác nhận thì được loại ra; còn lại tối đa năm ô, ô dễ nhầm nhất (1 và 7, 3 và 8, 5 và 6, 0, 6, 8 và 9; chữ mà máy đọc còn phân vân; số lệch khỏi tỷ lệ chung của bảng) nêu trước. Cột tỷ lệ, cột chênh lệch và số trong phần lời cũng được dùng để phân biệt; chỉ nêu khi khả năng đúng từ một nửa trở lên. Lệch 1 thường là do làm tròn nên bỏ qua, trừ khi mọi tổng khác của bảng đều đúng. Không có số nào bị tự sửa.',
    en: 'Where a total is off by just one digit of a cell, or by a lost thousands dot, that cell of the original should be looked at. Cells that another sum bears out are ruled out; of at most five that are left the likeliest comes first: digits that look alike (1 and 7, 3 and 8, 5 and 6, 0, 6, 8 and 9), readings that recognition hesitated over, figures out of proportion to their row. Columns of shares and differences and numbers of the text tell too, and cells are named only where it is as likely as not that one of them is it. Nothing is rewritten. A difference of 1 is rounding more often and left alone, unless all other sums of the table are right.',
  },
  settle: {
    vi: 'Mở bản gốc ở các ô được nêu và đọc lại từng chữ số. Đúng là đọc nhầm thì sửa trong bản ghi; không phải thì số trong bản gốc cộng sai.',
    en: 'Open the original at the cells that are named and read their digits again. Correct the record if a digit was misread; if none was, the original adds up wrongly.',
  },
  source: 'Số học; các cặp chữ số mà nhận dạng ký tự hay nhầm',
  messages: {
    misread: {
      vi: '{cell}: {text} có lẽ là {value}; khi đó các số cộng lại đúng bằng tổng',
      en: '{cell}: {text} is probably {value}; the figures would then add up to the total',
    },
    several: {
      vi: 'Một trong các ô sau có lẽ bị đọc nhầm một chữ số: {cells}; khi đó các số cộng lại đúng bằng tổng',
      en: 'A digit of one of these cells was probably misread: {cells}; the figures would then add up to the total',
    },
    suggestion: { vi: '{cells}', en: '{cells}' },
  },
  check(plan, report) {
    const explained = explainedSums(plan);
    for (const [index, table] of plan.facts.tables.entries()) {
      const reported = new Set<string>();
      for (const wrong of wrongSums(table)) {
        const explanation = explained.get(wrong);
        if (explanation?.kind !== 'misread') continue;
        const at = explanation.cells.map(({ row, column }) => `/tables/${index}/rows/${row}/cells/${column}`);
        // One cell may explain the sum of its column and that of its row.
        if (reported.has(at.join())) continue;
        reported.add(at.join());
        const [first, ...others] = explanation.cells;
        report({
          message: others.length === 0 ? 'misread' : 'several',
          values: toldOf(table, explanation),
          at,
          expected: others.length === 0 ? first.value : null,
          actual: others.length === 0 ? (table.rows[first.row]?.cells[first.column]?.value ?? null) : null,
          suggestion: 'suggestion',
        });
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'The total is right',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.120', '980', '415'], '2.515') }] },
      },
      {
        name: 'No single digit explains the difference',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.120', '980', '415'], '2.858') }] },
      },
      {
        name: 'Off by one: mostly rounding',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.125', '980', '412'], '2.518') }] },
      },
    ],
    invalid: [
      {
        name: 'Column and row are off by the same: the cell where they meet',
        plan: {
          tables: [
            {
              columns: ['Nam', 'Nữ', 'Cộng'],
              rows: [
                ['item', 'Xã Tân An', '1.120', '955', '2.075'],
                ['item', 'Xã Tân Bình', '475', '380', '835'],
                ['item', 'Xã Phú An', '610', '575', '1.185'],
                ['total', 'Tổng cộng', '2.205', '1.890', '4.095'],
              ],
            },
          ],
        },
        findings: ['Xã Tân Bình, Nữ: 380 có lẽ là 360; khi đó các số cộng lại đúng bằng tổng'],
      },
      {
        name: 'Two cells could each have been misread',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.150', '950', '415'], '2.525') }] },
        findings: [
          'Một trong các ô sau có lẽ bị đọc nhầm một chữ số: Xã Tân An, Số hộ: 1.150 → 1.160; Xã Tân Bình, Số hộ: 950 → 960; khi đó các số cộng lại đúng bằng tổng',
        ],
      },
      {
        name: '7 read as 1',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.120', '955', '415'], '2.550') }] },
        findings: ['Xã Phú An, Số hộ: 415 có lẽ là 475; khi đó các số cộng lại đúng bằng tổng'],
      },
      {
        name: 'Off by one where all other sums are right',
        plan: {
          tables: [
            {
              columns: ['Nam', 'Nữ'],
              rows: [
                ['item', 'Xã Tân An', '1.125', '955'],
                ['item', 'Xã Tân Bình', '470', '362'],
                ['item', 'Xã Phú An', '612', '571'],
                ['total', 'Tổng cộng', '2.208', '1.888'],
              ],
            },
          ],
        },
        findings: [
          'Một trong các ô sau có lẽ bị đọc nhầm một chữ số: Xã Tân An, Nam: 1.125 → 1.126; Xã Phú An, Nam: 612 → 613; Tổng cộng, Nam: 2.208 → 2.207; khi đó các số cộng lại đúng bằng tổng',
        ],
      },
      {
        name: 'A thousands dot read as a comma',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['2,145', '1.980', '1.415'], '5.540') }] },
        findings: ['Xã Tân An, Số hộ: 2,145 có lẽ là 2.145; khi đó các số cộng lại đúng bằng tổng'],
      },
    ],
  },
});

function rows(cells: [string, string, string], total: string): ['item' | 'total', string, string][] {
  return [
    ['item', 'Xã Tân An', cells[0]],
    ['item', 'Xã Tân Bình', cells[1]],
    ['item', 'Xã Phú An', cells[2]],
    ['total', 'Tổng cộng', total],
  ];
}
