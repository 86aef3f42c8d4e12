import type { PlanUnderCheck } from '../../plan/facts.ts';
import { isSingle } from '../indicators.ts';
import { defineRule } from '../rule.ts';
import {
  boundOf,
  contradict,
  groupBy,
  plainWords,
  type StatedTarget,
  scopeOf,
  statedTargets,
} from '../stated-targets.ts';

/** "ở thị trấn và các xã lần lượt là 98% và 85%": each figure is of another of the things that the words name. */
const NAMES_SEVERAL = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:lần lượt|tương ứng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

export default defineRule({
  id: 'target-conflict',
  severity: 'error',
  summary: {
    vi: 'Cùng một chỉ tiêu, cùng địa bàn, nhóm và thời hạn mà ghi hai số khác nhau',
    en: 'One indicator is given two values for the same place, group and time, twice in the text or twice in a table',
  },
  why: {
    vi: 'Nơi nhận không biết phải thực hiện theo số nào.',
    en: 'Those who are to carry it out can’t tell which figure holds. In the text the words for what is counted must be the same, except for shares of population or labour force, which need no words; in a table it takes two rows for one place.',
  },
  settle: {
    vi: 'Xem cả hai chỗ trong bản gốc; nếu là hai chỉ tiêu khác nhau cùng tên thì chấp nhận và ghi rõ khác ở đâu.',
    en: 'Look at both places in the original; if they are two targets of one name, accept the finding and say where they differ.',
  },
  source: 'Số học',
  messages: {
    conflict: {
      vi: '{label}: ghi hai số khác nhau, {one} và {other}',
      en: '{label}: two different values, {one} and {other}',
    },
  },
  check(plan, report) {
    const stated = statedTargets(plan).filter(({ target }) => !NAMES_SEVERAL.test(target.label));
    for (const group of groupBy(stated, (one) => keyOf(plan, one))) {
      const [first, ...others] = group;
      if (first === undefined) continue;
      const reported = new Set([first.value]);
      for (const other of others) {
        // "Đạt 95%, phấn đấu trên 96%" is one target and a higher aim.
        if (boundOf(first.target) !== boundOf(other.target)) continue;
        if (reported.has(other.value) || !contradict(first, other) || !oneBlock(plan, first, other)) continue;
        if (isAltogether(plan, first, other)) continue;
        reported.add(other.value);
        report({
          message: 'conflict',
          values: { label: first.target.label, one: first.value, other: other.value },
          at: [first.at, other.at],
          expected: first.value,
          actual: other.value,
        });
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'The same figure twice, and the figure of another date',
        plan: {
          targets: [
            { indicator: 'bhyt', label: 'Số người tham gia BHYT', value: 300, due: '2025' },
            { indicator: 'bhyt', label: 'số người tham gia BHYT', value: 300, due: '2025' },
            { indicator: 'bhyt', label: 'số người tham gia BHYT', value: 280, due: '2025-06-30' },
          ],
        },
      },
      {
        name: 'Other people, other bases, other words for what is counted',
        plan: {
          targets: [
            { indicator: 'bhyt', value: 95, measure: 'share', of: 'population', due: '2025' },
            { indicator: 'bhyt', value: 100, measure: 'share', of: 'group', group: 'học sinh', due: '2025' },
            { indicator: 'bhyt', value: 93, measure: 'share', of: 'plan', due: '2025' },
            { indicator: 'bhxh-tu-nguyen', label: 'Số người tham gia', value: 900, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', label: 'Số người tham gia mới', value: 150, due: '2025' },
          ],
        },
      },
      {
        name: 'A figure and a higher aim',
        plan: {
          targets: [
            { indicator: 'bhyt', value: 95, measure: 'share', of: 'population', due: '2025' },
            { indicator: 'bhyt', value: 96, measure: 'share', of: 'population', due: '2025', relation: '>' },
          ],
        },
      },
      {
        name: 'So many new ones, and so many altogether',
        plan: {
          targets: [
            { indicator: 'hop-tac-xa', label: 'hợp tác xã', value: 45, unit: 'hợp tác xã', due: '2025' },
            { indicator: 'hop-tac-xa', label: 'hợp tác xã', value: 817, unit: 'hợp tác xã', due: '2025' },
          ],
        },
      },
      {
        name: 'Figures that are given one after the other for several things',
        plan: {
          targets: [
            {
              indicator: 'bhyt',
              label: 'người có thẻ BHYT ở thị trấn và các xã lần lượt',
              value: 98,
              due: '2025',
            },
            {
              indicator: 'bhyt',
              label: 'người có thẻ BHYT ở thị trấn và các xã lần lượt',
              value: 85,
              due: '2025',
            },
          ],
        },
      },
      {
        name: 'Two communes of one name under two headings',
        plan: {
          tables: [
            {
              columns: ['BHYT'],
              rows: [
                ['heading', 'Khu vực 1', ''],
                ['item', 'Xã Tân An', '100'],
                ['heading', 'Khu vực 2', ''],
                ['item', 'Xã Tân An', '120'],
              ],
            },
          ],
          targets: [
            { indicator: 'bhyt', value: 100, due: '2025', from: { table: 0, row: 1, column: 0 } },
            { indicator: 'bhyt', value: 120, due: '2025', from: { table: 0, row: 3, column: 0 } },
          ],
        },
      },
      {
        name: 'Columns of the same indicator with labels of their own',
        plan: {
          tables: [{ columns: ['BHYT quý I', 'BHYT quý II'], rows: [['item', 'Xã Tân An', '100', '120']] }],
          targets: [
            { indicator: 'bhyt', value: 100, due: '2025', from: { table: 0, row: 0, column: 0 } },
            { indicator: 'bhyt', value: 120, due: '2025', from: { table: 0, row: 0, column: 1 } },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'Coverage is 95,2 % in the aims and 95,5 % in the tasks',
        plan: {
          targets: [
            {
              indicator: 'bhyt',
              label: 'Tỷ lệ bao phủ BHYT',
              value: 95.2,
              measure: 'share',
              of: 'population',
              due: '2025',
            },
            {
              indicator: 'bhyt',
              label: 'dân số tham gia BHYT',
              value: 95.5,
              measure: 'share',
              of: 'population',
              due: '2025',
            },
          ],
        },
        findings: ['Tỷ lệ bao phủ BHYT: ghi hai số khác nhau, 95,2 và 95,5'],
      },
      {
        name: 'A commune stands in the table twice',
        plan: {
          tables: [
            {
              columns: ['BHYT'],
              rows: [
                ['item', 'Xã Tân An', '100'],
                ['item', 'Xã Tân Bình', '110'],
                ['item', 'Xã Tân An', '120'],
              ],
            },
          ],
          targets: [
            {
              indicator: 'bhyt',
              label: 'BHYT',
              value: 100,
              due: '2025',
              from: { table: 0, row: 0, column: 0 },
            },
            {
              indicator: 'bhyt',
              label: 'BHYT',
              value: 120,
              due: '2025',
              from: { table: 0, row: 2, column: 0 },
            },
          ],
        },
        findings: ['BHYT: ghi hai số khác nhau, 100 và 120'],
      },
    ],
  },
});

/** From so many words on, a label that no indicator stands for names one thing. */
const LABEL_WORDS = 5;

/** What one value is about; null where that is not certain enough for a second one to be a fault. */
function keyOf({ facts }: PlanUnderCheck, one: StatedTarget): string | null {
  const { indicator, label, measure, of, unit, due, from } = one.target;
  if (due === null) return null;
  const about = [indicator, measure, of, unit, scopeOf(one)];
  if (from !== null) {
    const column = facts.tables[from.table]?.columns[from.column]?.label ?? from.column;
    return indicator === null ? null : JSON.stringify(['table', from.table, column, ...about]);
  }
  const base = of === 'population' || of === 'labour-force';
  // Few words (số lớp, hội nghị) name many things that no lexicon tells apart.
  if (measure === 'frequency') return null;
  // "thành lập mới 45 hợp tác xã … toàn tỉnh có 817 hợp tác xã": the counted noun alone says nothing of which are counted.
  if (measure === 'count' && plainWords(label) === plainWords(unit ?? '')) return null;
  if (indicator === null && plainWords(label).split(' ').length < LABEL_WORDS) return null;
  return JSON.stringify(['text', base && isSingle(indicator) ? null : plainWords(label), ...about]);
}

/** "Xây dựng mới 12 chuỗi …, nâng tổng số lên 64 chuỗi": so many new ones, and what there will be with them. */
const RAISED_TO = /(?<![A-Za-zÀ-\u036fḀ-ỹ])nâng (?:tổng )?số[^.;]{0,60}lên[^.;\d]{0,20}$/iu;

/** "98.500 ha (trong năm cấp mới 6.200 ha)": how many of them come to be. */
const OF_THEM_NEW =
  /[(,;]\s*(?:trong (?:năm|kỳ|đó)\s[^();\d]{0,20})?(?:cấp|làm|trồng|xây|phát triển|thành lập|công nhận|kết nạp) (?:mới|thêm)[^();\d]{0,20}$/iu;

/** "đạt 12%, phấn đấu 15%": what is to be reached, and what is hoped for. */
const HIGHER_AIM = /^[^.;\d]{0,30}[,;]\s*(?:và\s+)?phấn đấu\s[^.;\d]{0,25}$/iu;

function isAltogether({ evidence, source }: PlanUnderCheck, one: StatedTarget, other: StatedTarget): boolean {
  const before = evidence[one.at]?.end ?? 0;
  const after = evidence[other.at]?.start ?? 0;
  const between = source.text.slice(Math.max(before, after - 100), after);
  if (after > before && one.target.measure === 'count' && OTHER_ACT.test(between)) return true;
  return after > before && [RAISED_TO, OF_THEM_NEW, HIGHER_AIM].some((words) => words.test(between));
}

/** "xây mới 02 và sửa chữa 05 căn nhà": nothing but another act between two counts. */
const OTHER_ACT = /^(?:,|,?\s+và)\s+\p{Ll}+(?:,?\s\p{Ll}+){0,3}\s+$/u;

/** Whether no heading or subtotal parts two cells' rows, as between two districts' communes of one name. */
function oneBlock({ facts }: PlanUnderCheck, one: StatedTarget, other: StatedTarget): boolean {
  const from = one.target.from;
  const to = other.target.from;
  if (from === null || to === null) return true;
  const low = Math.min(from.row, to.row);
  const between = facts.tables[from.table]?.rows.slice(low, Math.max(from.row, to.row)) ?? [];
  return between.every(({ kind }) => kind === 'item');
}
