import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { displayPath, errorCode } from '../../batch/discover.ts';
import type { Exporter, ExportSource } from '../../report/export/exporter.ts';
import { isPostgres } from '../../store/place.ts';
import type { Store } from '../../store/store.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import {
  type CommandContext,
  databaseOption,
  examples,
  exitCodes,
  newCommand,
  outOption,
} from '../program.ts';
import { withStore } from '../with-store.ts';

/** One file a format, loaded when it is asked for. */
const FORMATS: Readonly<Record<string, () => Promise<Exporter>>> = {
  csv: async () => (await import('../../report/export/csv.ts')).exportCsv,
  xlsx: async () => (await import('../../report/export/xlsx.ts')).exportXlsx,
  parquet: async () => (await import('../../report/export/parquet.ts')).exportParquet,
  json: async () => (await import('../../report/export/json.ts')).exportJson,
  jsonl: async () => (await import('../../report/export/jsonl.ts')).exportJsonl,
  sqlite: async () => (await import('../../report/export/sqlite.ts')).exportSqlite,
  ics: async () => (await import('../../report/export/ics.ts')).exportIcs,
  'dublin-core': async () => (await import('../../report/export/dublin-core.ts')).exportDublinCore,
  tt02: async () => (await import('../../report/export/tt02.ts')).exportTt02,
};

interface Options {
  out: string;
  database?: string;
  format: string;
  to?: string;
}

/** `kehoach export --format F [--out DIR] [--to FOLDER]`: all stored plans in another form. */
export function exportCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('export', m.help.export, m)
    .addOption(
      new Option('--format <format>', m.help.exportFormat)
        .choices(Object.keys(FORMATS))
        .makeOptionMandatory(),
    )
    .option('--to <folder>', m.help.exportTo)
    .addOption(outOption(m))
    .addOption(databaseOption(m))
    .addHelpText('after', () => examples(m.help.examples.export, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing', 'output'], m))
    .action(async (options: Options) => {
      context.finish(await run(options, context));
    });
}

async function run(
  { out: results, database, format, to }: Options,
  context: CommandContext,
): Promise<ExitCode> {
  const { host, m } = context;
  const exporter = await FORMATS[format]?.();
  if (exporter === undefined) return EXIT.usage;
  return withStore(
    context,
    { out: results, ...(database === undefined ? {} : { database }) },
    async (store, out) => {
      const folder = to === undefined ? join(out, 'export', format) : resolve(host.cwd, to);
      const shown = displayPath(folder, host.cwd);
      try {
        const { files, left = 0 } = await exporter(await sourceOf(store), folder);
        if (files.length === 0) {
          host.stderr.write(`${m.exported.noFile}\n`);
          return EXIT.nothing;
        }
        for (const file of files) host.stdout.write(`${join(shown, file)}\n`);
        if (left > 0) host.stderr.write(`${m.exported.withoutDay(left)}\n`);
        return EXIT.ok;
      } catch (error) {
        const code = errorCode(error);
        if (code === null || code.startsWith('SQLITE')) throw error;
        host.stderr.write(`${m.outputFailed(shown, code)}\n`);
        return EXIT.output;
      }
    },
  );
}

async function sourceOf(store: Store): Promise<ExportSource> {
  const { exportRecords, exportRows, exportTables, issuersOf, recordsOf } = await import(
    '../../store/export.ts'
  );
  return {
    tables: await store.ask(exportTables),
    issuers: await store.ask(issuersOf),
    rows: (table) => store.each((db) => exportRows(db, table)),
    records: () => store.each(exportRecords),
    recordsOf: (ids) => store.ask((db) => recordsOf(db, ids)),
    copyTo: isPostgres(store.path) ? null : (file) => store.copyPlansTo(file),
  };
}
