import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { uncsv } from '../../src/report/csv.ts';
import { exportCsv } from '../../src/report/export/csv.ts';
import type { ExportSource } from '../../src/report/export/exporter.ts';
import { exportXlsx } from '../../src/report/export/xlsx.ts';
import { exportRecords, exportRows, exportTables, issuersOf, recordsOf } from '../../src/store/export.ts';
import { openStore } from '../../src/store/open.ts';
import { SAMPLE_PLANS } from '../store/sample-plans.ts';

const HAS_LIBREOFFICE = spawnSync('soffice', ['--version']).status === 0;

/** All sheets as they are stored, texts in quotes, UTF-8. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** Numbers as numbers, texts with the line breaks of the source. */
function value(field: string): string | number {
  const number = Number(field);
  return field.trim() !== '' && Number.isFinite(number) ? number : field.replaceAll('\r\n', '\n');
}

test.skipIf(!HAS_LIBREOFFICE)(
  'LibreOffice (skipped where it is not installed) opens the workbook with the cells that CSV has',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
    const store = await openStore(join(folder, 'plans.sqlite'));
    try {
      for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
      const source: ExportSource = {
        tables: await store.ask(exportTables),
        issuers: await store.ask(issuersOf),
        rows: (table) => store.each((db) => exportRows(db, table)),
        records: () => store.each(exportRecords),
        recordsOf: (ids) => store.ask((db) => recordsOf(db, ids)),
        copyTo: null,
      };
      await exportCsv(source, join(folder, 'csv'));
      await exportXlsx(source, join(folder, 'xlsx'));
      mkdirSync(join(folder, 'sheets'));
      const { status, stderr } = spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          ALL_SHEETS,
          '--outdir',
          join(folder, 'sheets'),
          join(folder, 'xlsx/plans.xlsx'),
        ],
        { encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, expect.any(String)]);
      let cells = 0;
      for (const { name, columns } of source.tables) {
        const read = (file: string): string[][] => parse(readFileSync(join(folder, file), 'utf8'));
        const stored = read(`csv/${name}.csv`).map((row) => row.map((field) => value(uncsv(field))));
        const shown = read(`sheets/plans-${name}.csv`).map((row) => row.map(value));
        expect(shown, name).toEqual(stored);
        cells += stored.length * columns.length;
      }
      expect(cells).toBeGreaterThan(500);
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
