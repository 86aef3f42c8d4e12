import type { Cell, Comparison, Row } from '../../compare/comparison.ts';
import type { Messages } from '../messages/vi.ts';
import { shorten } from '../style.ts';
import { xmlText } from '../xml.ts';

/** Places of one chart; more can't be told apart. */
const MOST_LINES = 12;
const MOST_BARS = 70;

/** Colours that stay apart for the colour-blind (Okabe and Ito), then the same again dashed. */
const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'];

const FONT = 'font-family="system-ui, sans-serif" font-size="12"';

/**
 * A comparison as an SVG picture without scripts: bars where there is one year, else a line for each place over the years. Every
 * value bears its plan and place in it as a title.
 */
export function comparisonSvg(comparison: Comparison, m: Messages): string {
  const { indicator, measure, base, unit, years } = comparison;
  const title = [
    indicator.name,
    m.compare.measure(measure),
    ...(base === null ? [] : [m.compare.base(base)]),
    ...(unit === null ? [] : [unit]),
    ...(years.length === 1 ? [String(years[0])] : []),
  ].join(' · ');
  return years.length > 1 ? lines(comparison, title, m) : bars(comparison, title, m);
}

interface Point {
  row: Row;
  cell: Cell;
}

function bars({ rows }: Comparison, title: string, m: Messages): string {
  const all: Point[] = rows
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .sort((a, b) => b.cell.value - a.cell.value);
  const points = all.slice(0, MOST_BARS);
  const top = Math.max(0, ...points.map(({ cell }) => cell.value));
  const [left, wide, step] = [220, 440, 22];
  const body = points.map(({ row, cell }, i) => {
    const y = 56 + i * step;
    const width = top === 0 ? 0 : round((Math.max(0, cell.value) / top) * wide);
    return [
      `<text x="${left - 8}" y="${y + 12}" text-anchor="end">${xmlText(name(row))}</text>`,
      `<rect x="${left}" y="${y}" width="${width}" height="16" fill="${COLOURS[0]}"${cell.kind === 'stated' ? '' : ' fill-opacity="0.55"'}>${tip(row, cell, m)}</rect>`,
      `<text x="${left + width + 6}" y="${y + 12}">${xmlText(figure(cell, m))}</text>`,
    ].join('\n');
  });
  return picture(
    left + wide + 130,
    66 + points.length * step + (all.length > points.length ? step : 0),
    title,
    [...body, more(all.length - points.length, left, 68 + points.length * step, m)],
  );
}

function lines({ rows, years }: Comparison, title: string, m: Messages): string {
  const shown = rows.slice(0, MOST_LINES);
  const values = shown.flatMap((row) => row.cells.map((cell) => cell.value));
  const [low, high] = scale(Math.min(...values), Math.max(...values));
  const [left, top, wide, tall] = [90, 56, 520, 320];
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const x = (year: number): number => round(left + ((year - first) / Math.max(1, last - first)) * wide);
  const y = (value: number): number => round(top + tall - ((value - low) / (high - low)) * tall);
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const value = low + (high - low) * part;
    return `<line x1="${left}" x2="${left + wide}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>\n<text x="${left - 8}" y="${y(value) + 4}" text-anchor="end">${xmlText(m.number(round(value)))}</text>`;
  });
  const axis = years.map(
    (year) => `<text x="${x(year)}" y="${top + tall + 20}" text-anchor="middle">${year}</text>`,
  );
  const drawn = shown.map((row, i) => {
    const colour = COLOURS[i % COLOURS.length] ?? '#000';
    const dash = i < COLOURS.length ? '' : ' stroke-dasharray="5 3"';
    const points = row.cells.map((cell) => `${x(cell.year)},${y(cell.value)}`).join(' ');
    const marks = row.cells.map(
      (cell) =>
        `<circle cx="${x(cell.year)}" cy="${y(cell.value)}" r="4" fill="${cell.kind === 'stated' ? colour : '#fff'}" stroke="${colour}" stroke-width="2">${tip(row, cell, m)}</circle>`,
    );
    const at = top + i * 20;
    return [
      ...(row.cells.length > 1
        ? [`<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`]
        : []),
      ...marks,
      `<line x1="${left + wide + 20}" x2="${left + wide + 44}" y1="${at}" y2="${at}" stroke="${colour}" stroke-width="2"${dash}/>`,
      `<text x="${left + wide + 50}" y="${at + 4}">${xmlText(name(row))}</text>`,
    ].join('\n');
  });
  return picture(left + wide + 250, top + tall + 50, title, [
    ...grid,
    ...axis,
    ...drawn,
    more(rows.length - shown.length, left + wide + 20, top + shown.length * 20 + 4, m),
  ]);
}

/** Round numbers below and above; of values that lie close together the axis does not begin at 0. */
function scale(min: number, max: number): [number, number] {
  const from = min > 0 && max - min > min ? 0 : min;
  const step = 10 ** Math.floor(Math.log10(Math.max(max - from, 1)));
  const low = Math.floor(from / step) * step;
  const high = Math.ceil(max / step) * step;
  return [low, high === low ? low + step : high];
}

function more(count: number, x: number, y: number, m: Messages): string {
  return count > 0 ? `<text x="${x}" y="${y}" fill="#555">${xmlText(m.compare.more(count))}</text>` : '';
}

function picture(width: number, height: number, title: string, body: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ${FONT}>`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="28" font-size="16" font-weight="600">${xmlText(title)}</text>`,
    ...body.filter((part) => part !== ''),
    '</svg>\n',
  ].join('\n');
}

function name({ place }: Row): string {
  return place.within === null ? place.name : `${place.name} (${place.within})`;
}

function figure(cell: Cell, m: Messages): string {
  const sign = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ' }[cell.relation];
  return `${sign}${m.number(cell.value)}${{ stated: '', derived: '*', sum: '+' }[cell.kind]}`;
}

function tip(row: Row, cell: Cell, m: Messages): string {
  const sources = cell.sources
    .map(({ plan, at, page, quote, corrected }) =>
      [
        `${plan} ${at}`,
        page === null ? null : m.evidence.page(page),
        quote === null ? null : `“${shorten(quote.replace(/\s+/g, ' '), 100)}”`,
        corrected === null ? null : m.compare.corrected(corrected),
      ]
        .filter((part) => part !== null)
        .join(', '),
    )
    .join('; ');
  const formula = cell.formula === null ? '' : ` = ${cell.formula}`;
  return `<title>${xmlText(`${name(row)} ${cell.year}: ${figure(cell, m)}${formula} (${sources})`)}</title>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
