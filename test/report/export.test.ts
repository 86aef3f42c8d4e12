import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanRecord } from '../../src/plan/record.ts';
import { uncsv } from '../../src/report/csv.ts';
import { exportCsv } from '../../src/report/export/csv.ts';
import { exportDublinCore } from '../../src/report/export/dublin-core.ts';
import type { ExportSource } from '../../src/report/export/exporter.ts';
import { exportIcs } from '../../src/report/export/ics.ts';
import { exportJson } from '../../src/report/export/json.ts';
import { exportJsonl } from '../../src/report/export/jsonl.ts';
import { exportParquet } from '../../src/report/export/parquet.ts';
import { firstOccurrence } from '../../src/report/export/recurrence.ts';
import { exportSqlite } from '../../src/report/export/sqlite.ts';
import { exportTt02 } from '../../src/report/export/tt02.ts';
import { exportXlsx } from '../../src/report/export/xlsx.ts';
import { accountNamed, saveAccount } from '../../src/store/accounts.ts';
import { addCorrection } from '../../src/store/corrections.ts';
import {
  type Cell,
  exportRecords,
  exportRows,
  exportTables,
  issuersOf,
  recordsOf,
} from '../../src/store/export.ts';
import { holdCorrections } from '../../src/store/hold-corrections.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { SAMPLE_PLANS } from '../store/sample-plans.ts';

let folder = '';
let store: Store;
let source: ExportSource;
/** What the tables hold, by name. */
const stored = new Map<string, Cell[][]>();
const records: PlanRecord[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  store = await openStore(join(folder, 'plans.sqlite'));
  for (const { record, text } of SAMPLE_PLANS) {
    records.push(record);
    await store.save(record, text);
  }
  const [first] = SAMPLE_PLANS;
  if (first === undefined) throw new Error('no sample');
  const odd = PlanRecord.parse({
    ...first.record,
    id: 'odd-1',
    source: { ...first.record.source, sha256: 'f'.repeat(64) },
    title: '=HYPERLINK("http://x","y")',
    issuer: null,
    recipients: ['+84 24', '-', '@Sở', "'trích'", 'a "b", c\nd', '_x0041_ & <b>', ' lề '],
    deadlines: [
      {
        text: 'trước ngày 15 hằng tháng; \\ “gấp”, '.repeat(5),
        due: null,
        recurrence: 'FREQ=MONTHLY;BYMONTHDAY=15',
        action: 'báo cáo\ntiến độ',
        agency: 'Sở Y tế',
      },
      { text: 'trong năm', due: '2024', recurrence: null, action: null, agency: null },
      { text: 'kịp thời', due: null, recurrence: null, action: 'x', agency: null },
    ],
    agencies: [],
    findings: [],
    evidence: {},
  });
  await store.save(odd, first.text);
  records.push({ ...odd, title: '=1+1' });
  await store.change(async (db) => {
    const made = { evidence: null, marked: null, partOf: null, by: 'hoa', at: '2025-06-30T08:15:00.000Z' };
    await addCorrection(db, odd.source.sha256, {
      ...made,
      pointer: '/title',
      value: '=1+1',
      former: odd.title,
    });
    await holdCorrections(db, odd.source.sha256);
    await saveAccount(db, { name: 'hoa', role: 'reviewer' }, 'scrypt-hash-of-hoa');
  });
  records.sort((a, b) => (a.id < b.id ? -1 : 1));
  source = {
    tables: await store.ask(exportTables),
    issuers: await store.ask(issuersOf),
    rows: (table) => store.each((db) => exportRows(db, table)),
    records: () => store.each(exportRecords),
    recordsOf: (ids) => store.ask((db) => recordsOf(db, ids)),
    copyTo: (file) => store.copyPlansTo(file),
  };
  for (const table of source.tables) stored.set(table.name, await all(source.rows(table)));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');

describe('tables', () => {
  test('come whole, in the order of their keys', () => {
    expect([...stored].map(([name, rows]) => `${name} ${rows.length > 0}`)).toEqual(
      source.tables.map(({ name }) => `${name} true`),
    );
    for (const { name, columns, key } of source.tables) {
      const at = key.map((column) => columns.findIndex((each) => each.name === column));
      const keys = (stored.get(name) ?? []).map((row) => JSON.stringify(at.map((i) => row[i])));
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  test('CSV gives them back, and no field is a formula', async () => {
    const { files } = await exportCsv(source, join(folder, 'csv'));
    expect(files).toContain('datapackage.json');
    const described: { resources: { path: string; schema: { fields: { name: string }[] } }[] } = JSON.parse(
      read('csv/datapackage.json'),
    );
    for (const [i, { name, columns }] of source.tables.entries()) {
      const lines: string[][] = parse(read('csv', `${name}.csv`));
      const [head, ...rows] = lines;
      expect(head).toEqual(columns.map((column) => column.name));
      expect(described.resources[i]?.schema.fields.map((field) => field.name)).toEqual(head);
      const back = rows.map((row) =>
        row.map((field, at) => {
          if (columns[at]?.type === 'text') {
            expect(field).not.toMatch(/^(?:[=+\-@].|[\t\r])/s);
            return field === '' ? null : uncsv(field);
          }
          return field === '' ? null : Number(field);
        }),
      );
      expect(back, name).toEqual(
        stored.get(name)?.map((row) => row.map((value) => (value === '' ? null : value))),
      );
    }
  });

  test('Parquet gives them back with their types', async () => {
    await exportParquet(source, join(folder, 'parquet'));
    for (const { name, columns } of source.tables) {
      const file = await asyncBufferFromFile(join(folder, 'parquet', `${name}.parquet`));
      const rows = await parquetReadObjects({ file });
      const back = rows.map((row) =>
        columns.map((column) => {
          const value: unknown = row[column.name] ?? null;
          return typeof value === 'bigint' ? Number(value) : value;
        }),
      );
      expect(back, name).toEqual(stored.get(name));
    }
  });

  test('a workbook gives them back, texts as texts, days as days', async () => {
    await exportXlsx(source, join(folder, 'xlsx'));
    const parts = unzipSync(readFileSync(join(folder, 'xlsx/plans.xlsx')));
    const xml = (path: string): XmlElement => {
      const { root } = parseXml(strFromU8(parts[path] ?? new Uint8Array()));
      if (root === null) throw new Error(path);
      return root;
    };
    const elements = (parent: XmlElement, name: string): XmlElement[] =>
      parent.children.flatMap((child) =>
        'name' in child && child.name === name ? [child as XmlElement] : [],
      );
    for (const [i, { name, columns }] of source.tables.entries()) {
      const [data] = elements(xml(`xl/worksheets/sheet${i + 1}.xml`), 'sheetData');
      const rows = data === undefined ? [] : elements(data, 'row');
      const values = rows.slice(1).map((row) => {
        const cells = new Map(
          elements(row, 'c').map((cell) => [String(cell.attributes.r).replace(/\d+/, ''), cell]),
        );
        return columns.map((_, at) => {
          const cell = cells.get(at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(39 + at)}`);
          if (cell === undefined) return null;
          if (cell.attributes.t === 'inlineStr') return cell.text.replaceAll('_x005F_', '_');
          if (cell.attributes.s !== '1') return Number(cell.text);
          return new Date(Date.UTC(1899, 11, 30) + Number(cell.text) * 86_400_000).toISOString().slice(0, 10);
        });
      });
      expect(values, name).toEqual(stored.get(name));
      expect(elements(xml(`xl/worksheets/sheet${i + 1}.xml`), 'f')).toEqual([]);
    }
  });

  test('every format is the same every time', async () => {
    for (const [name, exporter] of Object.entries({ exportCsv, exportXlsx, exportParquet, exportIcs })) {
      const { files } = await exporter(source, join(folder, 'again', name));
      const first = files.map((file) => readFileSync(join(folder, 'again', name, file)));
      await exporter(source, join(folder, 'again', name));
      expect(
        files.map((file) => readFileSync(join(folder, 'again', name, file))),
        name,
      ).toEqual(first);
    }
  });
});

test('JSON and JSON Lines hold the records', async () => {
  await exportJson(source, folder);
  await exportJsonl(source, folder);
  expect(JSON.parse(read('plans.json'))).toEqual(records);
  expect(JSON.parse(read('corrections.json'))).toEqual([
    {
      plan: 'odd-1',
      pointer: '/title',
      value: '=1+1',
      former: '=HYPERLINK("http://x","y")',
      by: 'hoa',
      at: '2025-06-30T08:15:00.000Z',
    },
  ]);
  expect(
    read('plans.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(records);
});

test('a copy of the database has the plans, and nothing of those who work with it', async () => {
  await exportSqlite(source, join(folder, 'copy'));
  expect(readFileSync(join(folder, 'copy/plans.sqlite')).includes('scrypt-hash-of-hoa')).toBe(false);
  const copy = await openStore(join(folder, 'copy/plans.sqlite'));
  expect(await copy.verify()).toEqual([]);
  expect(await copy.plans()).toEqual(await store.plans());
  expect(await copy.ask((db) => accountNamed(db, 'hoa'))).toBeNull();
  await copy.close();
});

describe('the calendar', () => {
  test('is read by others as what the plans say', async () => {
    const { left } = await exportIcs(source, folder);
    const text = read('deadlines.ics');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
    const deadlines = records.flatMap((record) => record.deadlines);
    expect(events.length + (left ?? 0)).toBe(deadlines.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const odd = events.filter(({ description }) => description.includes('odd-1'));
    expect(odd.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ['báo cáo\ntiến độ', '2024-01-15'],
      ['trong năm', '2024-12-31'],
    ]);
    expect(odd[0]?.description).toContain('trước ngày 15 hằng tháng; \\ “gấp”, ');
    expect(odd[0]?.component.getFirstPropertyValue('rrule')?.toString()).toBe('FREQ=MONTHLY;BYMONTHDAY=15');
  });

  test.each([
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15', '2025-01-01', '2025-12-15'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2025-01-01', '2028-02-29'],
    ['FREQ=MONTHLY;INTERVAL=3', '2025-02-03', '2025-02-03'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2025-02-03', '2025-02-28'],
    ['FREQ=WEEKLY;BYDAY=FR', '2025-02-03', '2025-02-07'],
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2', '2025-01-01', null],
  ])('%s from %s on begins on %s', (rule, from, day) => {
    expect(firstOccurrence(rule, from)).toBe(day);
  });
});

test('archival metadata names what a plan states and leaves the rest to the archivist', async () => {
  const { files } = await exportTt02(source, join(folder, 'tt02'));
  expect(files).toHaveLength(new Set(records.map((record) => record.issuer?.name)).size);
  const lines = files.flatMap((file): Record<string, string>[] =>
    parse(read('tt02', file), { columns: true }),
  );
  expect(lines.map((line) => line.DocCode).sort()).toEqual(records.map(({ id }) => id));
  expect(lines.find((line) => line.DocCode === 'hai-van-12-kh-ubnd-2024')).toMatchObject({
    CodeNumber: '12',
    CodeNotation: 'KH-UBND',
    IssuedDate: '05/02/2024',
    FileCode: '',
    Mode: '',
  });
  expect(lines.find((line) => line.DocCode === 'hai-van-31-kh-ubnd-2025')).toMatchObject({
    IssuedDate: '',
    Description: '2025-01-1X',
  });
});

test('Dublin Core is XML with an entry for each plan', async () => {
  await exportDublinCore(source, folder);
  const { root } = parseXml(read('dublin-core.xml'));
  const entries = root?.children.filter((child) => 'name' in child) ?? [];
  expect(entries).toHaveLength(records.length);
  expect(root?.text).toContain('=1+1');
});
