import type { Table } from '../../plan/record.ts';
import { defineRule } from '../rule.ts';
import { holds, type StatedSum, totalRows } from '../table-sums.ts';

/** Digits that recognition takes for one another. */
const CONFUSED = new Set(['17', '06', '08', '09', '68', '69', '89', '38', '56']);

interface Reading {
  row: number;
  column: number;
  text: string;
  value: number;
}

export default defineRule({
  id: 'number-misread',
  severity: 'info',
  summary: {
    vi: 'Phép cộng cho thấy một chữ số có lẽ bị đọc nhầm',
    en: 'The arithmetic of a table shows a digit that was probably misread',
  },
  why: {
    vi: 'Khi tổng lệch đúng bằng một chữ số dễ nhầm (1 và 7, 3 và 8, 5 và 6, 0, 6, 8 và 9) của đúng một ô, hoặc mất một dấu chấm, thì nên xem lại ô đó trong bản gốc. Không có số nào bị tự sửa.',
    en: 'Where a total is off by just one easily confused digit (1 and 7, 3 and 8, 5 and 6, 0, 6, 8 and 9) of one cell and no other, or by a lost thousands dot, that cell of the original should be looked at. Nothing is rewritten. A difference of 1 is rounding more often and left alone.',
  },
  settle: {
    vi: 'Mở bản gốc ở các ô được nêu và đọc lại từng chữ số. Đúng là đọc nhầm thì sửa trong bản ghi; không phải thì số trong bản gốc cộng sai.',
    en: 'Open the original at the cells that are named and read their digits again. Correct the record if a digit was misread; if none was, the original adds up wrongly.',
  },
  source: 'Số học; các cặp chữ số mà nhận dạng ký tự hay nhầm',
  messages: {
    misread: {
      vi: '{row}, {column}: {text} có lẽ là {value}; khi đó các dòng cộng lại đúng bằng dòng tổng',
      en: '{row}, {column}: {text} is probably {value}; the rows would then add up to the total row',
    },
    suggestion: { vi: '{row}, {column}: {text} → {value}', en: '{row}, {column}: {text} → {value}' },
  },
  check(plan, report) {
    for (const [index, table] of plan.facts.tables.entries()) {
      for (const found of totalRows(table)) {
        if (holds(found) || Math.abs(found.stated - found.sum) <= 1) continue;
        const [reading, ...others] = readingsOf(table, found);
        if (reading === undefined || others.length > 0) continue;
        const { row, column, text, value } = reading;
        report({
          message: 'misread',
          values: {
            row: table.rows[row]?.label ?? '',
            column: table.columns[column]?.label ?? '',
            text,
            value,
          },
          at: [`/tables/${index}/rows/${row}/cells/${column}`],
          expected: value,
          actual: table.rows[row]?.cells[column]?.value ?? null,
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
        name: 'Two cells could each have been misread',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.150', '950', '415'], '2.525') }] },
      },
      {
        name: 'Off by one: mostly rounding',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.125', '980', '412'], '2.518') }] },
      },
    ],
    invalid: [
      {
        name: '7 read as 1',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['1.120', '955', '415'], '2.550') }] },
        findings: ['Xã Phú An, Số hộ: 415 có lẽ là 475; khi đó các dòng cộng lại đúng bằng dòng tổng'],
      },
      {
        name: 'A thousands dot read as a comma',
        plan: { tables: [{ columns: ['Số hộ'], rows: rows(['2,145', '1.980', '1.415'], '5.540') }] },
        findings: ['Xã Tân An, Số hộ: 2,145 có lẽ là 2.145; khi đó các dòng cộng lại đúng bằng dòng tổng'],
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

/** The cells, the total's among them, of which one misread digit or dot would explain the difference. */
function readingsOf(table: Table, found: StatedSum): Reading[] {
  const difference = found.stated - found.sum;
  const cells = [
    ...found.parts.map((part) => ({ ...part, wanted: part.value + difference })),
    { row: found.row, column: found.column, value: found.stated, wanted: found.sum },
  ];
  return cells.flatMap(({ row, column, value, wanted }): Reading[] => {
    const text = table.rows[row]?.cells[column]?.text ?? '';
    const should = Math.round(wanted * 1e6) / 1e6;
    return should >= 0 && (oneDigitApart(value, should) || lostDot(text, value, should))
      ? [{ row, column, text, value: should }]
      : [];
  });
}

function oneDigitApart(value: number, wanted: number): boolean {
  const [read, meant] = [String(value), String(wanted)];
  if (read.length !== meant.length) return false;
  const different = [...read].flatMap((digit, at) => (digit === meant[at] ? [] : [[digit, meant[at]]]));
  return different.length === 1 && CONFUSED.has(different[0]?.toSorted().join('') ?? '');
}

/** Whether three printed decimals are the thousands of the number meant. */
function lostDot(text: string, value: number, wanted: number): boolean {
  return /^\d{1,3}[,.]\d{3}$/.test(text.trim()) && !Number.isInteger(value) && value * 1000 === wanted;
}
