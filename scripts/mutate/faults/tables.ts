import type { Table } from '../../../src/plan/record.ts';
import type { Span } from '../../../src/plan/source-text.ts';
import type { CleanPlan } from '../clean-plan.ts';
import type { FaultKind, Planting } from '../fault.ts';
import { pick } from '../random.ts';
import { type TrueSum, trueSums } from '../sums.ts';

interface Cell {
  table: number;
  row: number;
  column: number;
}

/** Digits that recognition takes for one another, by the digit that stands in the document. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  0: '68',
  1: '7',
  3: '8',
  5: '6',
  6: '058',
  7: '1',
  8: '0369',
  9: '08',
};

/** Faults in figures that their table adds up. */
export const tableFaults: readonly FaultKind[] = [
  {
    id: 'cell-digit',
    says: 'a digit of a cell that a total counts is another',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean, random) =>
      cellsOf(clean, ({ parts }) => parts).flatMap((cell) =>
        digitChanged(clean, cell, random, (digit) => '0123456789'.replace(digit, '')),
      ),
  },
  {
    id: 'cell-misread',
    says: 'a digit of a cell that a total counts is one that looks like it',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean, random) =>
      cellsOf(clean, ({ parts }) => parts).flatMap((cell) =>
        digitChanged(clean, cell, random, (digit) => LOOKALIKES[digit] ?? ''),
      ),
  },
  {
    id: 'dot-lost',
    says: 'the dot of thousands in a cell that a total counts is a comma',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean) =>
      cellsOf(clean, ({ parts }) => parts).flatMap((cell) => {
        const at = spanOf(clean, cell);
        if (at === null || !/^\d{1,3}\.\d{3}$/.test(at.text) || at.text.endsWith('000')) return [];
        return [{ edits: [{ ...at, text: at.text.replace('.', ',') }], misread: misreadAt(cell, at.text) }];
      }),
  },
  {
    id: 'total-digit',
    says: 'a digit of a total is another',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean, random) =>
      cellsOf(clean, ({ row, column }) => [{ row, column }]).flatMap((cell) =>
        digitChanged(clean, cell, random, (digit) => '0123456789'.replace(digit, '')),
      ),
  },
  {
    id: 'cells-swapped',
    says: 'two cells of a row, each counted by a total of its column, have changed places',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean) =>
      rowsCounted(clean).flatMap(({ table, row, columns }) =>
        columns.flatMap((column, at) => {
          const next = columns[at + 1];
          if (next === undefined) return [];
          const one = spanOf(clean, { table, row, column });
          const other = spanOf(clean, { table, row, column: next });
          if (one === null || other === null || one.text === other.text) return [];
          return [
            {
              edits: [
                { ...one, text: other.text },
                { ...other, text: one.text },
              ],
            },
          ];
        }),
      ),
  },
  {
    id: 'row-dropped',
    says: 'a row that the totals count is gone',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean) =>
      rowsCounted(clean).flatMap(({ table, row, columns }) => {
        const { rows } = tableAt(clean, table);
        const isZero = columns.every((column) => (rows[row]?.cells[column]?.value ?? 0) === 0);
        const at = spanOf(clean, { table, row, column: columns[0] ?? 0 });
        if (isZero || at === null) return [];
        const { text } = clean.plan.source;
        const start = text.lastIndexOf('\n', at.start) + 1;
        const end = text.indexOf('\n', at.start);
        return end < 0 ? [] : [{ edits: [{ start, end, text: '' }] }];
      }),
  },
  {
    id: 'subtotal-twice',
    says: 'a total counts one of its subtotals twice',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean) =>
      sumsOf(clean).flatMap(({ table, row, column, parts }) => {
        const { rows } = tableAt(clean, table);
        const subtotal = parts.find(
          (part) => rows[part.row]?.kind === 'subtotal' && rows[part.row]?.cells[column]?.value !== 0,
        );
        const at = spanOf(clean, { table, row, column });
        if (subtotal === undefined || at === null) return [];
        const stated = rows[row]?.cells[column]?.value ?? 0;
        const extra = rows[subtotal.row]?.cells[column]?.value ?? 0;
        return [{ edits: [{ ...at, text: written(stated + extra) }] }];
      }),
  },
  {
    id: 'total-copied',
    says: 'a total is that of the column beside it',
    rules: ['table-total'],
    arithmetic: true,
    places: (clean) =>
      sumsOf(clean).flatMap(({ table, row, column, parts }) => {
        if (parts.some((part) => part.column !== column)) return [];
        const at = spanOf(clean, { table, row, column });
        const other = spanOf(clean, { table, row, column: column + 1 });
        if (at === null || other === null || at.text === other.text || !/\d/.test(other.text)) return [];
        return [{ edits: [{ ...at, text: other.text }] }];
      }),
  },
];

function tableAt({ plan }: CleanPlan, index: number): Table {
  const table = plan.facts.tables[index];
  if (table === undefined) throw new RangeError(`there is no table ${index}`);
  return table;
}

function sumsOf({ plan }: CleanPlan): (TrueSum & { table: number })[] {
  return plan.facts.tables.flatMap((table, index) =>
    trueSums(table).map((sum) => ({ ...sum, table: index })),
  );
}

/** Cells that a sum names, each once. */
function cellsOf(clean: CleanPlan, of: (sum: TrueSum) => readonly { row: number; column: number }[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const sum of sumsOf(clean)) {
    for (const cell of of(sum))
      cells.set(pointerOf({ ...cell, table: sum.table }), { ...cell, table: sum.table });
  }
  return [...cells.values()];
}

/** Rows of items with the columns in which a total row counts them. */
function rowsCounted(clean: CleanPlan): { table: number; row: number; columns: number[] }[] {
  const found = new Map<string, { table: number; row: number; columns: number[] }>();
  for (const { table, column, parts } of sumsOf(clean)) {
    for (const part of parts) {
      if (part.column !== column || tableAt(clean, table).rows[part.row]?.kind !== 'item') continue;
      const key = `${table} ${part.row}`;
      const entry = found.get(key) ?? { table, row: part.row, columns: [] };
      if (!entry.columns.includes(column)) entry.columns.push(column);
      found.set(key, entry);
    }
  }
  return [...found.values()];
}

/** Where a cell's figure stands, and as what. */
function spanOf(clean: CleanPlan, cell: Cell): (Span & { text: string }) | null {
  const evidence = clean.plan.evidence[`${pointerOf(cell)}/text`] ?? clean.plan.evidence[pointerOf(cell)];
  return evidence === undefined ? null : { start: evidence.start, end: evidence.end, text: evidence.quote };
}

function digitChanged(
  clean: CleanPlan,
  cell: Cell,
  random: () => number,
  into: (digit: string) => string,
): Planting[] {
  const at = spanOf(clean, cell);
  if (at === null) return [];
  const { text } = at;
  const places = [...text].flatMap((digit, place) => {
    // A number does not begin with 0; figures that were rounded need not add up to the last decimal.
    const isWhole = !text.includes(',') || place < text.indexOf(',');
    const choices =
      /\d/.test(digit) && isWhole ? [...into(digit)].filter((other) => place > 0 || other !== '0') : [];
    return choices.map((other) => text.slice(0, place) + other + text.slice(place + 1));
  });
  if (places.length === 0) return [];
  return [{ edits: [{ ...at, text: pick(places, random) }], misread: misreadAt(cell, text) }];
}

function misreadAt(cell: Cell, text: string): { at: string; value: number } {
  return { at: pointerOf(cell), value: Number(text.replaceAll('.', '').replace(',', '.')) };
}

function pointerOf({ table, row, column }: Cell): string {
  return `/tables/${table}/rows/${row}/cells/${column}`;
}

function written(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 1e6) / 1e6).split('.');
  const dotted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return decimals === undefined ? dotted : `${dotted},${decimals}`;
}
