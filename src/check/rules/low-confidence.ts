import type { PlanFacts } from '../../plan/record.ts';
import { shorten } from '../quote.ts';
import { defineRule } from '../rule.ts';

/** Below this, a word was read wrongly more often than not. */
const DOUBTFUL = 0.6;
/** What recognition makes of a figure that it does not read as one: `S5`, `l.224`, `15.647.`. */
const LIKE_FIGURE = /^(?=.*\d|[SIlO|]{2})[\dSIlOBZ|.,%' ]{2,14}$/;

export default defineRule({
  id: 'low-confidence',
  severity: 'warning',
  summary: {
    vi: 'Số, ngày hoặc chỉ tiêu dựa vào chữ nhận dạng không chắc',
    en: 'A number, date or target rests on doubtful recognition',
  },
  why: {
    vi: 'Chữ số đọc không chắc cần người đối chiếu với bản gốc trước khi dùng.',
    en: 'A doubtful digit has to be compared with the original before it is used. Words of running text are not listed: a doubtful letter there changes no figure.',
  },
  settle: {
    vi: 'Mở bản gốc ở chỗ được nêu, so từng chữ số; đúng thì chấp nhận, sai thì sửa.',
    en: 'Open the original at that place and compare the digits; accept the finding if they are right, correct them if not.',
  },
  source: 'Độ tin cậy của máy nhận dạng chữ và của phép sửa chữ',
  messages: {
    doubtful: {
      vi: 'Đọc không chắc ({confidence} %): “{quote}”, trang {page}',
      en: 'Doubtful reading ({confidence} %): “{quote}”, page {page}',
    },
  },
  check({ facts, evidence }, report) {
    const doubt = (pointer: string, value: string | number | null, least: number): void => {
      const found = evidence[pointer];
      if (value === null || found === undefined || found.confidence >= least) return;
      const { confidence, quote, page } = found;
      report({
        message: 'doubtful',
        values: { confidence: Math.round(confidence * 100), quote: shorten(quote), page: String(page) },
        at: [pointer],
        actual: value,
      });
    };
    // Most plans have nothing that was read unsurely.
    let least = 1;
    for (const { confidence } of Object.values(evidence)) least = Math.min(least, confidence);
    if (least < DOUBTFUL) for (const [pointer, value] of watched(facts)) doubt(pointer, value, DOUBTFUL);
    // However sure recognition was of such letters; a text that was not recognised has a confidence of 1.
    if (least < 1) for (const [pointer, text] of unread(facts)) doubt(pointer, text, 1);
  },
  examples: {
    valid: [
      { name: 'Read well enough', plan: { number: '53/KH-UBND', confidences: { '/number': 0.82 } } },
      {
        name: 'A doubtful title spoils no figure',
        plan: { title: 'Trồng cây phân tán năm 2024', confidences: { '/title': 0.41 } },
      },
      {
        name: 'Letters in a column of figures that were not recognised but written',
        plan: {
          tables: [
            {
              columns: ['Số hộ'],
              rows: [
                ['item', 'Xã A', '120'],
                ['item', 'Xã B', '95'],
                ['item', 'Xã C', 'S5'],
              ],
            },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'A number and a target that are hard to read',
        plan: {
          number: '53/KH-UBND',
          targets: [{ value: 1450, quote: '1.450 người' }],
          confidences: { '/number': 0.55, '/targets/0/value': 0.3 },
        },
        findings: [
          'Đọc không chắc (55 %): “53/KH-UBND”, trang 1',
          'Đọc không chắc (30 %): “1.450 người”, trang 1',
        ],
      },
      {
        name: 'The date of a cited document, a figure of a table, and one that was read as letters',
        plan: {
          citations: [{ number: '28-NQ/TW', issuedOn: '2018-05-23' }],
          tables: [
            {
              columns: ['Số hộ'],
              rows: [
                ['item', 'Xã A', '120'],
                ['item', 'Xã B', '95'],
                ['item', 'Xã C', 'S5'],
              ],
            },
          ],
          confidences: {
            '/citations/0/issuedOn': 0.5,
            '/tables/0/rows/1/cells/0/value': 0.5,
            '/tables/0/rows/2/cells/0/text': 0.78,
          },
        },
        findings: [
          'Đọc không chắc (50 %): “2018-05-23”, trang 1',
          'Đọc không chắc (50 %): “95”, trang 1',
          'Đọc không chắc (78 %): “S5”, trang 1',
        ],
      },
    ],
  },
});

/** The values that a wrong digit spoils, with their pointers. A figure that a target was taken from is told with it. */
function* watched(facts: PlanFacts): Generator<[pointer: string, value: string | number | null]> {
  yield ['/number', facts.number];
  yield ['/issuedOn', facts.issuedOn];
  for (const [index, { number, issuedOn }] of facts.citations.entries()) {
    yield [`/citations/${index}/number`, number];
    yield [`/citations/${index}/issuedOn`, issuedOn];
  }
  for (const [index, { value, due }] of facts.targets.entries()) {
    yield [`/targets/${index}/value`, value];
    yield [`/targets/${index}/due`, due];
  }
  for (const [index, { due }] of facts.deadlines.entries()) yield [`/deadlines/${index}/due`, due];
  const taken = new Set(facts.targets.flatMap(({ from }) => (from === null ? [] : [pointerTo(from)])));
  for (const [table, { rows }] of facts.tables.entries())
    for (const [row, { cells }] of rows.entries())
      for (const [column, { value }] of cells.entries()) {
        const pointer = pointerTo({ table, row, column });
        if (!taken.has(pointer)) yield [`${pointer}/value`, value];
      }
}

/** Cells that look like a figure of which letters were made, in a column of figures. */
function* unread({ tables }: PlanFacts): Generator<[pointer: string, text: string]> {
  for (const [table, { columns, rows }] of tables.entries())
    for (const column of columns.keys()) {
      const cells = rows.map(({ cells: own }) => own[column]);
      const figures = cells.filter((cell) => cell?.value != null).length;
      if (figures * 2 <= cells.filter((cell) => cell !== undefined && cell.text !== '').length) continue;
      for (const [row, cell] of cells.entries()) {
        if (cell !== undefined && cell.value === null && LIKE_FIGURE.test(cell.text))
          yield [`${pointerTo({ table, row, column })}/text`, cell.text];
      }
    }
}

function pointerTo({ table, row, column }: { table: number; row: number; column: number }): string {
  return `/tables/${table}/rows/${row}/cells/${column}`;
}
