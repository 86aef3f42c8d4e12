import { z } from 'zod';
import { fromPointer, toPointer } from '../../src/plan/pointer.ts';
import {
  type Citation,
  type Deadline,
  Finding,
  type Place,
  PlanFacts,
  type Table,
  type Target,
} from '../../src/plan/record.ts';
import { type Alignment, align } from './align.ts';
import { canonical, similarity } from './similarity.ts';
import { Comparison } from './tally.ts';

/** What a gold.json holds: the facts of a record and its findings, as docs/annotation-guidelines.md says. */
export const Gold = z.strictObject({ ...PlanFacts.shape, findings: z.array(Finding) });
export type Gold = z.infer<typeof Gold>;

/** What a document that gave no record is scored as. */
export const NOTHING: Gold = {
  type: null,
  number: null,
  issuer: null,
  issuedOn: null,
  issuedAt: null,
  title: null,
  period: null,
  signer: null,
  recipients: [],
  citations: [],
  targets: [],
  tables: [],
  agencies: [],
  deadlines: [],
  findings: [],
};

/** How well entries have to fit to be the same thing. */
const LEAST = 0.5;

/** What has to be right of a plan's heading for a catalogue to take it over unseen. */
const HEADER = ['type', 'number', 'issuer.name', 'issuedOn', 'title', 'signer.name'];

/** Compares, field by field, what was printed of a document with its gold. Entries of lists are matched first. */
export function compare(gold: Gold, actual: Gold): Comparison {
  const c = new Comparison();
  compareIdentity(c, gold, actual);
  const citations = compareCitations(c, gold.citations, actual.citations);
  const tables = compareTables(c, gold.tables, actual.tables);
  const targets = compareTargets(c, gold.targets, actual.targets, tables);
  const deadlines = compareDeadlines(c, gold.deadlines, actual.deadlines);
  const agencies = compareAgencies(c, gold, actual, deadlines);
  compareFindings(c, gold, actual, { citations, targets, deadlines, agencies }, tables);
  const whole = { header: HEADER, record: [...c.fields.keys()] };
  for (const [name, fields] of Object.entries(whole)) {
    const soft = c.isRight('soft', fields);
    c.entry(`(whole ${name})`, name, name, c.isRight('strict', fields), soft, true);
  }
  return c;
}

function compareIdentity(c: Comparison, gold: Gold, actual: Gold): void {
  c.text('type', gold.type, actual.type);
  c.exact('number', gold.number, actual.number);
  c.text('issuer.name', gold.issuer?.name ?? null, actual.issuer?.name ?? null);
  c.exact('issuer.kind', gold.issuer?.kind ?? null, actual.issuer?.kind ?? null);
  c.exact('issuer.level', gold.issuer?.level ?? null, actual.issuer?.level ?? null);
  c.exact('issuer.place.code', gold.issuer?.place?.code ?? null, actual.issuer?.place?.code ?? null);
  c.exact('issuedOn', gold.issuedOn, actual.issuedOn);
  c.text('issuedAt', gold.issuedAt, actual.issuedAt);
  c.text('title', gold.title, actual.title);
  c.exact('period', gold.period, actual.period);
  c.text('signer.name', gold.signer?.name ?? null, actual.signer?.name ?? null);
  c.text('signer.position', gold.signer?.position ?? null, actual.signer?.position ?? null);
  c.text('signer.capacity', gold.signer?.capacity ?? null, actual.signer?.capacity ?? null);
  compareTexts(c, 'recipients', gold.recipients, actual.recipients, '');
}

function compareCitations(c: Comparison, gold: readonly Citation[], actual: readonly Citation[]): Alignment {
  const aligned = align(
    gold,
    actual,
    (e, a) =>
      (e.number === a.number ? 0.6 : serial(e.number) === serial(a.number) ? 0.35 : 0) +
      (e.role === a.role ? 0.25 : 0) +
      (e.issuedOn === a.issuedOn ? 0.15 : 0),
    LEAST,
  );
  const name = (citation: Citation): string => `${citation.number} (${citation.role})`;
  eachPair(c, 'citations', gold, actual, aligned, name, (parts, e, a, entry) => {
    parts.exact('citations.number', e?.number ?? null, a?.number ?? null, entry);
    parts.text('citations.type', e?.type ?? null, a?.type ?? null, entry);
    parts.exact('citations.issuedOn', e?.issuedOn ?? null, a?.issuedOn ?? null, entry);
    parts.text('citations.issuer', e?.issuer ?? null, a?.issuer ?? null, entry);
    parts.exact('citations.role', e?.role ?? null, a?.role ?? null, entry);
  });
  return aligned;
}

interface AlignedTables extends Alignment {
  /** For each expected table that was found, how its rows are matched. */
  rows: ReadonlyMap<number, Alignment>;
}

function compareTables(c: Comparison, gold: readonly Table[], actual: readonly Table[]): AlignedTables {
  const labels = (table: Table): string =>
    [...table.columns, ...table.rows].map(({ label }) => label.replaceAll(' ', '_')).join(' ');
  const aligned = align(gold, actual, (e, a) => similarity(labels(e), labels(a)), 0.3);
  const rows = new Map<number, Alignment>();
  const name = (table: Table): string =>
    table.caption ?? table.columns.map((column) => column.label).join(', ');
  eachPair(c, 'tables', gold, actual, aligned, name, (parts, e, a, entry, at) => {
    parts.text('tables.caption', e?.caption ?? null, a?.caption ?? null, entry);
    const alignedRows = compareTable(parts, e, a, entry, at ?? '');
    if (e !== null) rows.set(gold.indexOf(e), alignedRows);
  });
  return { ...aligned, rows };
}

/** Columns and rows are matched by their labels, cells by the column and row they stand in. */
function compareTable(
  c: Comparison,
  gold: Table | null,
  actual: Table | null,
  table: string,
  at: string,
): Alignment {
  const byLabel = (e: { label: string }, a: { label: string }): number =>
    canonical(e.label) === canonical(a.label) ? 1 : similarity(e.label, a.label);
  const columns = [gold?.columns ?? [], actual?.columns ?? []] as const;
  const rows = [gold?.rows ?? [], actual?.rows ?? []] as const;
  const alignedColumns = align(...columns, byLabel, LEAST);
  const alignedRows = align(...rows, byLabel, LEAST);
  const inTable = ({ label }: { label: string }): string => `${table} · ${label}`;
  const compareColumn = (
    parts: Comparison,
    e: Table['columns'][number] | null,
    a: Table['columns'][number] | null,
    entry: string,
  ): void => {
    parts.text('tables.columns.label', e?.label ?? null, a?.label ?? null, entry);
    parts.exact('tables.columns.indicator', e?.indicator ?? null, a?.indicator ?? null, entry);
    parts.exact('tables.columns.unit', e?.unit ?? null, a?.unit ?? null, entry);
  };
  const compareRow = (
    parts: Comparison,
    e: Table['rows'][number] | null,
    a: Table['rows'][number] | null,
    entry: string,
    row: string | null,
  ): void => {
    parts.text('tables.rows.label', e?.label ?? null, a?.label ?? null, entry);
    parts.exact('tables.rows.kind', e?.kind ?? null, a?.kind ?? null, entry);
    parts.exact('tables.rows.place', placeName(e?.place ?? null), placeName(a?.place ?? null), entry);
    const sameColumns = e === null || a === null ? UNMATCHED : alignedColumns;
    for (const [x, y, column, index] of pairs(e?.cells ?? [], a?.cells ?? [], sameColumns)) {
      const cell = `${entry} · ${gold?.columns[column ?? -1]?.label ?? '?'}`;
      const values = new Comparison(row === null || index === null ? null : `${row}/cells/${index}`, 2);
      values.text('tables.cells.text', x?.text || null, y?.text || null, cell);
      values.exact('tables.cells.value', x?.value ?? null, y?.value ?? null, cell);
      parts.include(values);
    }
  };
  const inColumns = (index: number): string => `${at}/columns/${index}`;
  const inRows = (index: number): string => `${at}/rows/${index}`;
  eachPair(c, 'tables.columns', ...columns, alignedColumns, inTable, compareColumn, inColumns);
  eachPair(c, 'tables.rows', ...rows, alignedRows, inTable, compareRow, inRows);
  return alignedRows;
}

function compareTargets(
  c: Comparison,
  gold: readonly Target[],
  actual: readonly Target[],
  tables: AlignedTables,
): Alignment {
  const cellOf = ({ from }: Target): string | null =>
    from === null ? null : toPointer(['tables', from.table, 'rows', from.row, 'cells', from.column]);
  const goldCell = (target: Target | null): string | null => target && cellOf(target);
  const actualCell = (target: Target | null): string | null => {
    const cell = target && cellOf(target);
    return cell && translated(cell, {}, tables);
  };
  const aligned = align(
    gold,
    actual,
    (e, a) =>
      0.35 * Number(e.value === a.value && (e.value !== null || alike(e.reference, a.reference) >= LEAST)) +
      0.15 * alike(e.label, a.label) +
      0.12 * Number(e.indicator === a.indicator) +
      0.12 * Number(placeName(e.place) === placeName(a.place)) +
      0.08 * Number(e.measure === a.measure && e.unit === a.unit) +
      0.06 * Number(e.due === a.due) +
      0.06 * alike(e.group, a.group) +
      0.06 * Number(goldCell(e) === actualCell(a)),
    LEAST,
  );
  const name = ({ label, group, place, value, unit, due }: Target): string =>
    [label, group, place?.name, `${value ?? '?'} ${unit ?? ''}`.trim(), due].filter(Boolean).join(' · ');
  eachPair(c, 'targets', gold, actual, aligned, name, (parts, e, a, entry) => {
    parts.exact('targets.indicator', e?.indicator ?? null, a?.indicator ?? null, entry);
    parts.text('targets.label', e?.label ?? null, a?.label ?? null, entry);
    parts.text('targets.group', e?.group ?? null, a?.group ?? null, entry);
    parts.exact('targets.measure', e?.measure ?? null, a?.measure ?? null, entry);
    parts.exact('targets.change', e?.change ?? null, a?.change ?? null, entry);
    parts.exact('targets.relation', e?.relation ?? null, a?.relation ?? null, entry);
    parts.exact('targets.value', e?.value ?? null, a?.value ?? null, entry);
    parts.exact('targets.unit', e?.unit ?? null, a?.unit ?? null, entry);
    parts.exact('targets.of', e?.of ?? null, a?.of ?? null, entry);
    parts.text('targets.reference', e?.reference ?? null, a?.reference ?? null, entry);
    parts.exact('targets.due', e?.due ?? null, a?.due ?? null, entry);
    parts.exact('targets.place', placeName(e?.place ?? null), placeName(a?.place ?? null), entry);
    parts.exact('targets.from', goldCell(e), actualCell(a), entry);
    const isWhole = parts.isRight('strict');
    c.entry('targets.whole', e && entry, a && entry, isWhole, isWhole || parts.isRight('soft'), true);
  });
  return aligned;
}

function compareDeadlines(c: Comparison, gold: readonly Deadline[], actual: readonly Deadline[]): Alignment {
  const aligned = align(
    gold,
    actual,
    (e, a) =>
      0.4 * Number(e.due === a.due && e.recurrence === a.recurrence) +
      0.3 * alike(e.text, a.text) +
      0.2 * alike(e.action, a.action) +
      0.1 * alike(e.agency, a.agency),
    LEAST,
  );
  const name = ({ text, due, recurrence }: Deadline): string => `${text} (${due ?? recurrence ?? '?'})`;
  eachPair(c, 'deadlines', gold, actual, aligned, name, (parts, e, a, entry) => {
    parts.text('deadlines.text', e?.text ?? null, a?.text ?? null, entry);
    parts.exact('deadlines.due', e?.due ?? null, a?.due ?? null, entry);
    parts.exact('deadlines.recurrence', e?.recurrence ?? null, a?.recurrence ?? null, entry);
    parts.text('deadlines.action', e?.action ?? null, a?.action ?? null, entry);
    parts.text('deadlines.agency', e?.agency ?? null, a?.agency ?? null, entry);
  });
  return aligned;
}

function compareAgencies(c: Comparison, gold: Gold, actual: Gold, deadlines: Alignment): Alignment {
  const aligned = align(
    gold.agencies,
    actual.agencies,
    (e, a) => 0.7 * alike(e.name, a.name) + 0.3 * Number(e.id !== null && e.id === a.id),
    0.4,
  );
  const name = (agency: { name: string }): string => agency.name;
  eachPair(c, 'agencies', gold.agencies, actual.agencies, aligned, name, (parts, e, a, entry) => {
    parts.text('agencies.name', e?.name ?? null, a?.name ?? null, entry);
    parts.exact('agencies.id', e?.id ?? null, a?.id ?? null, entry);
  });
  compareTasks(c, gold, actual, aligned, deadlines);
  return aligned;
}

function compareTasks(
  c: Comparison,
  gold: Gold,
  actual: Gold,
  agencies: Alignment,
  deadlines: Alignment,
): void {
  const tasksOf = (record: Gold) =>
    record.agencies.flatMap((agency, index) =>
      agency.tasks.map((task, at) => ({ ...task, agency: agency.name, index, at })),
    );
  const expected = tasksOf(gold);
  const found = tasksOf(actual);
  const isSameAgency = (e: { index: number }, a: { index: number }): boolean =>
    agencies.toActual.get(e.index) === a.index;
  const aligned = align(
    expected,
    found,
    (e, a) => 0.8 * similarity(e.text, a.text) + 0.2 * Number(isSameAgency(e, a)),
    LEAST,
  );
  const name = (task: { agency: string; text: string }): string =>
    `${task.agency}: ${task.text.slice(0, 60)}`;
  const compareTask = (
    parts: Comparison,
    e: (typeof expected)[number] | null,
    a: (typeof found)[number] | null,
    entry: string,
  ): void => {
    parts.text('tasks.text', e?.text ?? null, a?.text ?? null, entry);
    const ofSameAgency = e !== null && a !== null && isSameAgency(e, a);
    parts.exact('tasks.agency', e?.agency ?? null, ofSameAgency ? e.agency : (a?.agency ?? null), entry);
    parts.exact('tasks.role', e?.role ?? null, a?.role ?? null, entry);
    compareTexts(parts, 'tasks.partners', e?.partners ?? [], a?.partners ?? [], entry);
    const due = (e?.deadlines ?? []).map((index) => `/deadlines/${index}`);
    const foundDue = (a?.deadlines ?? []).map((index) => `/deadlines/${goldIndex(deadlines, index)}`);
    for (const deadline of new Set([...due, ...foundDue])) {
      parts.exact(
        'tasks.deadlines',
        due.includes(deadline) ? deadline : null,
        foundDue.includes(deadline) ? deadline : null,
        entry,
      );
    }
  };
  const inAgency = (position: number): string => {
    const task = found[position];
    return toPointer(['agencies', task?.index ?? 0, 'tasks', task?.at ?? 0]);
  };
  eachPair(c, 'tasks', expected, found, aligned, name, compareTask, inAgency);
}

function compareFindings(
  c: Comparison,
  gold: Gold,
  actual: Gold,
  lists: Record<string, Alignment>,
  tables: AlignedTables,
): void {
  const expected = gold.findings.map((finding) => ({ ...finding, at: [...finding.at].sort() }));
  const found = actual.findings.map((finding) => ({
    ...finding,
    at: finding.at.map((pointer) => translated(pointer, lists, tables)).sort(),
  }));
  const aligned = align(
    expected,
    found,
    (e, a) =>
      Number(e.rule === a.rule) *
      (0.5 +
        0.3 * Number(e.at.join() === a.at.join()) +
        0.1 * Number(e.expected === a.expected) +
        0.1 * Number(e.actual === a.actual)),
    LEAST,
  );
  const name = ({ rule, expected: e, actual: a }: Finding): string =>
    e === null && a === null ? rule : `${rule} ${e ?? ''} / ${a ?? ''}`;
  eachPair(c, 'findings', expected, found, aligned, name, (parts, e, a, entry) => {
    parts.exact('findings.at', e && `${e.rule} ${e.at.join(' ')}`, a && `${a.rule} ${a.at.join(' ')}`, entry);
    parts.exact('findings.severity', e?.severity ?? null, a?.severity ?? null, entry);
    parts.exact('findings.expected', e?.expected ?? null, a?.expected ?? null, entry);
    parts.exact('findings.actual', e?.actual ?? null, a?.actual ?? null, entry);
  });
}

/**
 * Visits matched entries, then what is missing, then what is too much. Counts whether each was found, and whatever
 * `visit` compares of it; of an entry that is missing or too much the parts are counted, but listed as one difference.
 */
function eachPair<T>(
  c: Comparison,
  field: string,
  expected: readonly T[],
  actual: readonly T[],
  aligned: Alignment,
  name: (entry: T) => string,
  visit: (parts: Comparison, expected: T | null, actual: T | null, name: string, at: string | null) => void,
  pointer: (index: number) => string = (index) => toPointer([field, index]),
): void {
  for (const [e, a, , index] of pairs(expected, actual, aligned)) {
    const isFound = e !== null && a !== null;
    c.entry(field, e && name(e), a && name(a), isFound);
    const at = index === null ? null : pointer(index);
    const parts = new Comparison(at, field.split('.').length);
    const known = e ?? a;
    visit(parts, e, a, known === null ? '' : name(known), at);
    c.include(parts, isFound);
  }
}

function compareTexts(
  c: Comparison,
  field: string,
  gold: readonly string[],
  actual: readonly string[],
  entry: string,
): void {
  const aligned = align(
    gold,
    actual,
    (e, a) => (canonical(e) === canonical(a) ? 1 : similarity(e, a)),
    LEAST,
  );
  for (const [e, a] of pairs(gold, actual, aligned)) c.text(field, e, a, entry);
}

const UNMATCHED: Alignment = { toActual: new Map(), toExpected: new Map() };

/** Matched entries, then what is missing, then what is too much, with the indexes of the expected and the actual one. */
function pairs<T>(
  expected: readonly T[],
  actual: readonly T[],
  { toActual, toExpected }: Alignment,
): [T | null, T | null, number | null, number | null][] {
  return [
    ...expected.map((e, i): [T | null, T | null, number | null, number | null] => {
      const j = toActual.get(i) ?? null;
      return [e, j === null ? null : (actual[j] ?? null), i, j];
    }),
    ...actual.flatMap((a, j): [T | null, T | null, number | null, number | null][] =>
      toExpected.has(j) ? [] : [[null, a, null, j]],
    ),
  ];
}

/** A pointer into what was printed, with the indexes that the same entries have in the gold. */
function translated(pointer: string, lists: Record<string, Alignment>, tables: AlignedTables): string {
  const [list = '', index, part, row, ...rest] = fromPointer(pointer);
  const alignment = list === 'tables' ? tables : lists[list];
  if (index === undefined || alignment === undefined) return pointer;
  const entry = goldIndex(alignment, Number(index));
  const rows = tables.rows.get(Number(entry));
  if (list !== 'tables' || part !== 'rows' || row === undefined || rows === undefined) {
    return toPointer([list, entry, ...fromPointer(pointer).slice(2)]);
  }
  return toPointer([list, entry, part, goldIndex(rows, Number(row)), ...rest]);
}

/** Where the gold has the same entry; an index with a plus where it has none. */
function goldIndex({ toExpected }: Alignment, index: number): string {
  return String(toExpected.get(index) ?? `+${index}`);
}

/** The running number of a document: "53" of 53/KH-UBND. */
function serial(number: string): string {
  return number.split('/')[0] ?? number;
}

function placeName(place: Place | null): string | null {
  return place === null ? null : `${canonical(place.name)}${place.code === null ? '' : ` (${place.code})`}`;
}

/** Two texts that are both missing are alike. */
function alike(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 1 : 0;
  return similarity(a, b);
}
