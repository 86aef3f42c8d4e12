import type { PlanUnderCheck } from '../../plan/facts.ts';
import { valueAt } from '../../plan/pointer.ts';
import { isSingle } from '../indicators.ts';
import { subjectOf } from '../label-words.ts';
import { changedFigures } from '../repeated-figures.ts';
import { defineRule } from '../rule.ts';
import {
  contradict,
  coreLabel,
  groupBy,
  isPartRow,
  plainWords,
  type StatedTarget,
  scopeOf,
  statedTargets,
} from '../stated-targets.ts';
import { phraseIn } from '../words.ts';

/** From so many words on, a label that no indicator of one figure stands for names one thing. */
const LABEL_WORDS = 3;
/** The same for a label that names an indicator: "Trồng rừng (ha)". */
const KNOWN_LABEL_WORDS = 2;

export default defineRule({
  id: 'text-table-conflict',
  severity: 'error',
  summary: {
    vi: 'Cùng một chỉ tiêu, phần lời và bảng ghi hai số khác nhau',
    en: 'Text and table give two values for the same indicator, place, group and time',
  },
  why: {
    vi: 'Nơi nhận không biết phải thực hiện theo số nào.',
    en: 'Those who are to carry it out can’t tell which figure holds. A figure rounded in the text agrees with the table’s exact one, and a table with several columns for an indicator agrees if one of them does.',
  },
  settle: {
    vi: 'Xem cả hai chỗ trong bản gốc. Nếu hai số khác phạm vi (thêm mới và lũy kế, cả năm và sáu tháng) thì chấp nhận và ghi rõ.',
    en: 'Look at both places in the original. If the figures differ in scope (new and cumulative, the year and half of it), accept the finding and say so.',
  },
  source: 'Số học',
  messages: {
    conflict: {
      vi: '{label}: phần lời ghi {text}, bảng ghi {table}',
      en: '{label}: the text says {text}, the table {table}',
    },
  },
  check(plan, report) {
    const stated = statedTargets(plan);
    const media = new Set(stated.map(({ medium }) => medium));
    const groups =
      media.size < 2
        ? []
        : [...groupBy(stated, keyByPlace), ...groupBy(stated, (one) => keyByRow(plan, one))];
    const reported = new Set<StatedTarget>();
    for (const group of groups) {
      const inTable = group.filter((one) => one.medium === 'table' && !isOfSome(plan, one));
      const [cell] = inTable;
      if (cell === undefined) continue;
      for (const text of group) {
        if (text.medium === 'table' || inTable.some((other) => !contradict(text, other))) continue;
        if (reported.has(text)) continue;
        reported.add(text);
        report({
          message: 'conflict',
          values: { label: text.target.label, text: text.value, table: cell.value },
          at: [text.at, cellPointer(plan, cell)],
          expected: cell.value,
          actual: text.value,
        });
      }
    }
    for (const { table, row, column, label, stated: text, inTable } of changedFigures(plan)) {
      report({
        message: 'conflict',
        values: { label, text, table: inTable },
        at: [`/tables/${table}/rows/${row}/cells/${column}`],
        expected: inTable,
        actual: text,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'Text and total row agree; the wards’ own rows are other places',
        plan: {
          tables: [{ columns: ['BHYT'], rows: wards('100', '200', '300') }],
          targets: [
            { indicator: 'bhyt', value: 300, due: '2025' },
            { indicator: 'bhyt', value: 100, due: '2025', from: { table: 0, row: 0, column: 0 } },
            { indicator: 'bhyt', value: 300, due: '2025', from: { table: 0, row: 2, column: 0 } },
          ],
        },
      },
      {
        name: 'A table of some places adds up to less than the whole',
        plan: {
          tables: [
            {
              caption: 'Chỉ tiêu của các phường trọng điểm',
              columns: ['BHYT'],
              rows: wards('100', '200', '300'),
            },
          ],
          targets: [
            { indicator: 'bhyt', label: 'Số người tham gia BHYT', value: 900, due: '2025' },
            { indicator: 'bhyt', value: 300, due: '2025', from: { table: 0, row: 2, column: 0 } },
          ],
        },
      },
      {
        name: 'The text rounds what the table gives exactly',
        plan: {
          tables: [{ columns: ['Tỷ lệ bao phủ'], rows: wards('96,5', '95,9', '96,11') }],
          targets: [
            { indicator: 'bhyt', value: 96, measure: 'share', due: '2025', quote: '96%' },
            {
              indicator: 'bhyt',
              value: 96.11,
              measure: 'share',
              due: '2025',
              quote: '96,11',
              from: { table: 0, row: 2, column: 0 },
            },
          ],
        },
      },
      {
        name: 'The text states a floor that the table’s figure reaches',
        plan: {
          tables: [{ columns: ['BHYT'], rows: wards('100', '200', '300') }],
          targets: [
            { indicator: 'bhyt', value: 290, relation: '>=', due: '2025' },
            { indicator: 'bhyt', value: 300, due: '2025', from: { table: 0, row: 2, column: 0 } },
          ],
        },
      },
      {
        name: 'An indicator that stands for several figures, in other words',
        plan: {
          tables: [{ columns: ['Hồ sơ trực tuyến'], rows: wards('70', '90', '80') }],
          targets: [
            { indicator: 'dich-vu-cong-truc-tuyen', label: 'thanh toán trực tuyến', value: 60, due: '2025' },
            {
              indicator: 'dich-vu-cong-truc-tuyen',
              label: 'Hồ sơ trực tuyến',
              value: 80,
              due: '2025',
              from: { table: 0, row: 2, column: 0 },
            },
          ],
        },
      },
      {
        name: 'Rows at other prices, of a part, or for a product are other things',
        plan: {
          tables: [
            {
              columns: ['Năm 2026'],
              rows: [
                ['item', 'GRDP (theo giá so sánh 2010)', '12.000'],
                ['item', 'GRDP theo giá so sánh', '12.000'],
                ['item', 'Trong đó: xuất khẩu', '700'],
                ['item', 'Kim ngạch xuất khẩu thủy sản', '400'],
              ],
            },
          ],
          targets: [
            { indicator: 'grdp', label: 'Quy mô GRDP', value: 19000, due: '2026' },
            { indicator: 'xuat-khau', label: 'Kim ngạch xuất khẩu', value: 900, due: '2026' },
            {
              indicator: 'grdp',
              label: 'GRDP (theo giá so sánh 2010)',
              value: 12000,
              due: '2026',
              from: { table: 0, row: 0, column: 0 },
            },
            {
              indicator: 'grdp',
              label: 'GRDP theo giá so sánh',
              value: 12000,
              due: '2026',
              from: { table: 0, row: 1, column: 0 },
            },
            {
              indicator: 'xuat-khau',
              label: 'Trong đó: xuất khẩu',
              value: 700,
              due: '2026',
              from: { table: 0, row: 2, column: 0 },
            },
            {
              indicator: 'xuat-khau',
              label: 'Kim ngạch xuất khẩu thủy sản',
              value: 400,
              due: '2026',
              from: { table: 0, row: 3, column: 0 },
            },
          ],
        },
      },
      {
        name: 'Two columns for one indicator, one of which is the text’s',
        plan: {
          tables: [{ columns: ['BHYT hộ gia đình', 'BHYT'], rows: [['total', 'Tổng cộng', '80', '300']] }],
          targets: [
            { indicator: 'bhyt', value: 300, due: '2025' },
            { indicator: 'bhyt', value: 80, due: '2025', from: { table: 0, row: 0, column: 0 } },
            { indicator: 'bhyt', value: 300, due: '2025', from: { table: 0, row: 0, column: 1 } },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'The total row has another figure than the text',
        plan: {
          tables: [{ columns: ['BHYT'], rows: wards('100', '200', '300') }],
          targets: [
            { indicator: 'bhyt', label: 'Số người tham gia BHYT', value: 330, due: '2025' },
            { indicator: 'bhyt', value: 300, due: '2025', from: { table: 0, row: 2, column: 0 } },
          ],
        },
        findings: ['Số người tham gia BHYT: phần lời ghi 330, bảng ghi 300'],
      },
      {
        name: 'A table with a row for each indicator, in other words and another order',
        plan: {
          tables: [
            {
              columns: ['Đơn vị tính', 'Năm 2026'],
              rows: [
                ['item', 'Tổng sản phẩm trên địa bàn (GRDP), giá hiện hành', 'Tỷ đồng', '19.000'],
                ['item', 'Nông, lâm nghiệp, thủy sản', '%', '33,3'],
              ],
            },
          ],
          targets: [
            { indicator: 'grdp', label: 'Quy mô GRDP', value: 66000, due: '2026' },
            {
              indicator: 'co-cau-kinh-te',
              label: 'Ngư, nông, lâm nghiệp',
              value: 27.3,
              measure: 'share',
              due: '2026',
            },
            {
              indicator: 'grdp',
              label: 'Tổng sản phẩm trên địa bàn (GRDP), giá hiện hành',
              value: 19000,
              due: '2026',
              from: { table: 0, row: 0, column: 1 },
            },
            {
              indicator: 'co-cau-kinh-te',
              label: 'Nông, lâm nghiệp, thủy sản',
              value: 33.3,
              measure: 'share',
              due: '2026',
              from: { table: 0, row: 1, column: 1 },
            },
          ],
        },
        findings: [
          'Quy mô GRDP: phần lời ghi 66.000, bảng ghi 19.000',
          'Ngư, nông, lâm nghiệp: phần lời ghi 27,3, bảng ghi 33,3',
        ],
      },
      {
        name: 'A sentence that is no target gives the shares of a column, all but one as they are there',
        plan: {
          outline: ['Năm 2025, nông nghiệp chiếm 34,8%, công nghiệp chiếm 24,2%, dịch vụ ước chiếm 41,4%.'],
          tables: [
            {
              columns: ['Ước thực hiện năm 2025', 'Năm 2026'],
              rows: [
                ['item', 'Nông nghiệp', '34,4', '33,1'],
                ['item', 'Công nghiệp', '24,2', '25,0'],
                ['item', 'Dịch vụ', '41,4', '41,9'],
              ],
            },
          ],
        },
        findings: ['Nông nghiệp: phần lời ghi 34,8, bảng ghi 34,4'],
      },
      {
        name: 'An indicator that the lexicon does not know, in the same words but for “số” and the unit',
        plan: {
          tables: [{ columns: ['Hộ thoát nghèo (hộ)'], rows: wards('100', '200', '300') }],
          targets: [
            { label: 'Số hộ thoát nghèo', value: 310, relation: '>=', unit: 'hộ', due: '2025' },
            {
              label: 'Hộ thoát nghèo (hộ)',
              value: 300,
              unit: 'hộ',
              due: '2025',
              from: { table: 0, row: 2, column: 0 },
            },
          ],
        },
        findings: ['Số hộ thoát nghèo: phần lời ghi 310, bảng ghi 300'],
      },
    ],
  },
});

/** What a target is about where the rows of tables are places. */
function keyByPlace(one: StatedTarget): string | null {
  const { indicator, label, measure, of, unit } = one.target;
  if (isSingle(indicator)) return JSON.stringify([indicator, measure, of, countedAs(unit), scopeOf(one)]);
  const words = coreLabel(label);
  if (words.split(' ').length < (indicator === null ? LABEL_WORDS : KNOWN_LABEL_WORDS)) return null;
  return JSON.stringify([indicator, words, measure, of, countedAs(unit).split(' ')[0], scopeOf(one)]);
}

/** People go by many names; cards, days and households are not they. */
function countedAs(unit: string | null): string {
  return unit === null || PEOPLE.test(unit) ? 'người' : unit;
}

const PEOPLE =
  /^(?:người|lượt người|lao động|học sinh|sinh viên|học viên|trẻ(?: em)?|đối tượng|công dân|cán bộ|đoàn viên|hội viên|phụ nữ)$/iu;

/** What a target is about where each row of a table is for something else that is counted, in the whole territory. */
function keyByRow({ facts }: PlanUnderCheck, one: StatedTarget): string | null {
  const { indicator, label, measure, of, unit, place, from } = one.target;
  if (indicator === null || place !== null) return null;
  if (from !== null) {
    const row = facts.tables[from.table]?.rows[from.row];
    if (row === undefined || row.kind === 'heading' || isPartRow(row)) return null;
    if (plainWords(row.label) !== plainWords(label)) return null;
  }
  const subject = subjectOf(label);
  if (subject === '') return null;
  return JSON.stringify([indicator, subject, measure, of, unit, scopeOf({ ...one, territory: '' })]);
}

/** "Chỉ tiêu của các xã trọng điểm": what such a table adds up is not the whole. */
function isOfSome({ facts }: PlanUnderCheck, { target: { from } }: StatedTarget): boolean {
  const caption = from === null ? null : facts.tables[from.table]?.caption;
  return caption != null && phraseIn('selected', caption) !== null;
}

/** The table cell that states a target; the target where the record has no such cell. */
function cellPointer({ facts }: PlanUnderCheck, { target: { from }, at }: StatedTarget): string {
  if (from === null) return at;
  const pointer = `/tables/${from.table}/rows/${from.row}/cells/${from.column}`;
  return valueAt(facts, pointer) === undefined ? at : pointer;
}

function wards(...cells: [string, string, string]): ['item' | 'total', string, string][] {
  return [
    ['item', 'Phường 1', cells[0]],
    ['item', 'Phường 2', cells[1]],
    ['total', 'Tổng cộng', cells[2]],
  ];
}
