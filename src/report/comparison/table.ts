import {
  type Cell,
  type Comparison,
  isCorrected,
  type Left,
  type Row,
  type Source,
} from '../../compare/comparison.ts';
import type { Messages } from '../messages/vi.ts';
import { type Style, shorten } from '../style.ts';

/** Sources are listed for up to this many values, and up to so many figures that were left out. */
const MOST_SOURCES = 60;
const MOST_LEFT = 12;

const SIGNS = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ' };
/** Marks a derived value and a sum, as the lines below the table explain them. */
const MARKS = { stated: '', derived: '*', sum: '+' };

/** Marks a value that rests on what a person corrected. */
const CORRECTED = '!';

/** A comparison for a terminal: places down, years across, below it where each value stands and what could not be compared. */
export function comparisonTable(comparison: Comparison, style: Style): string {
  const { m, c } = style;
  const { indicator, measure, unit, base, group, years, rows } = comparison;
  const title = [
    indicator.name,
    m.compare.measure(measure),
    ...(base === null ? [] : [m.compare.base(base)]),
    ...(unit === null ? [] : [unit]),
    ...(group === null ? [] : [group]),
  ].join(' · ');
  const cells = rows.flatMap((row) => row.cells);
  const numbers = cells.length <= MOST_SOURCES ? new Map(cells.map((cell, i) => [cell, i + 1])) : null;
  const names = rows.map((row) => nameOf(row, m));
  const shown = rows.map((row) =>
    years.map((year) =>
      valueIn(
        row.cells.find((cell) => cell.year === year),
        numbers,
        m,
      ),
    ),
  );
  const first = Math.max(m.compare.place.length, ...names.map((name) => name.length));
  const widths = years.map((year, i) =>
    Math.max(String(year).length, ...shown.map((line) => line[i]?.length ?? 0)),
  );
  const lines = [
    c.bold(title),
    '',
    ...(rows.length === 0
      ? [m.compare.nothing]
      : [
          c.dim(
            [m.compare.place.padEnd(first), ...years.map((y, i) => String(y).padStart(widths[i] ?? 0))].join(
              '  ',
            ),
          ),
          ...shown.map((line, r) =>
            [(names[r] ?? '').padEnd(first), ...line.map((value, i) => value.padStart(widths[i] ?? 0))]
              .join('  ')
              .trimEnd(),
          ),
        ]),
    ...(numbers === null
      ? ['', m.compare.manySources(cells.length)]
      : cells.flatMap((cell, i) => [
          ...(i === 0 ? ['', c.bold(m.compare.sources)] : []),
          ...sourceLines(i + 1, cell, style),
        ])),
    ...unmergedLines(comparison, style),
    ...leftLines(comparison.left, style),
  ];
  return `${lines.join('\n')}\n`;
}

function nameOf({ place, today }: Row, m: Messages): string {
  const name = place.within === null ? place.name : `${place.name} (${place.within})`;
  if (place.to === null || place.level !== 'province') return name;
  return `  ${m.compare.formerly(name, m.date(place.to), today?.name ?? null)}`;
}

function valueIn(cell: Cell | undefined, numbers: Map<Cell, number> | null, m: Messages): string {
  if (cell === undefined) return '–';
  const mark = numbers === null ? '' : ` [${numbers.get(cell)}]`;
  return `${SIGNS[cell.relation]}${m.number(cell.value)}${MARKS[cell.kind]}${isCorrected(cell) ? CORRECTED : ''}${mark}`;
}

function sourceLines(number: number, cell: Cell, { m, c, width }: Style): string[] {
  const remarks = [
    ...cell.sources.flatMap(({ corrected }) => (corrected === null ? [] : [m.compare.corrected(corrected)])),
    ...(cell.rank === null || cell.rankedOf === null || cell.rankedOf < 2
      ? []
      : [m.compare.rank(cell.rank, cell.rankedOf)]),
    ...(cell.change === null ? [] : [m.compare.change(cell.change)]),
    ...(cell.formula === null ? [] : [`${m.compare.kind(cell.kind)}: ${cell.formula}`]),
    ...cell.others.map(({ why, value, relation, source }) =>
      m.compare.other(why, `${relation === '=' ? '' : `${relation} `}${m.number(value)}`, place(source, m)),
    ),
  ];
  return [
    ...cell.sources.map(
      (source, i) =>
        `${(i === 0 ? `[${number}]` : '').padStart(5)} ${place(source, m)}${source.quote === null ? '' : c.dim(` “${shorten(source.quote.replace(/\s+/g, ' '), Math.min(width, 100))}”`)}`,
    ),
    ...remarks.map((remark) => `      ${c.dim(remark)}`),
  ];
}

/** A plan and pointer as `kehoach show` takes them. */
function place({ plan, at, page }: Source, m: Messages): string {
  return `${plan} --at ${at}${page === null ? '' : ` (${m.evidence.page(page)})`}`;
}

function unmergedLines({ unmerged }: Comparison, { m, c }: Style): string[] {
  if (unmerged.length === 0) return [];
  return [
    '',
    c.bold(m.compare.notSummed),
    ...unmerged
      .slice(0, MOST_LEFT)
      .map((each) => `  ${each.place.name} ${each.year}: ${m.compare.unmerged(each.why, each.parts)}`),
    ...(unmerged.length > MOST_LEFT ? [`  ${m.compare.more(unmerged.length - MOST_LEFT)}`] : []),
  ];
}

function leftLines(left: readonly Left[], { m, c }: Style): string[] {
  if (left.length === 0) return [];
  const kinds = new Map<string, { words: string; of: Left[] }>();
  for (const each of left) {
    const words = m.compare.why(each.why, each.detail);
    const kind = kinds.get(words) ?? { words, of: [] };
    kind.of.push(each);
    kinds.set(words, kind);
  }
  const all = [...kinds.values()].sort((a, b) => b.of.length - a.of.length);
  return [
    '',
    c.bold(m.compare.left(left.length)),
    ...all.slice(0, MOST_LEFT).map(({ words, of }) => {
      const [first] = of;
      return `  ${m.number(of.length)} × ${words}${first === undefined ? '' : c.dim(` (${place(first.source, m)}${of.length > 1 ? ', …' : ''})`)}`;
    }),
    ...(all.length > MOST_LEFT ? [`  ${m.compare.more(all.length - MOST_LEFT)}`] : []),
  ];
}
