import { join, resolve } from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { discover, displayPath } from '../../batch/discover.ts';
import { openDocument } from '../../batch/document-bytes.ts';
import { reasonOf } from '../../batch/ingest.ts';
import { collectGarbage } from '../../batch/memory.ts';
import type { StoreFinding } from '../../check/store-rule.ts';
import { failureLine } from '../../report/ingest-report.ts';
import type { FailureReason } from '../../report/run.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { CHECK_FORMATS, type CheckFormat, CheckOutput } from '../check-output.ts';
import { ConfigError, readConfig } from '../config.ts';
import { existingStore } from '../existing-store.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import { type CommandContext, examples, exitCodes, newCommand, outOption } from '../program.ts';
import { Progress } from '../progress.ts';
import { tellSkipped } from '../skipped.ts';

interface Options {
  format: CheckFormat;
  config?: string;
  out: string;
}

/**
 * `kehoach check [PATH…] [--format pretty|json|sarif]`: what does not add up in documents, without storing anything,
 * or without paths in all stored plans and between them. Findings that were accepted in the database of `--out` are
 * shown as such.
 */
export function checkCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('check', m.help.check, m)
    .addArgument(new Argument('[path...]', m.help.checkPaths))
    .addOption(new Option('--format <format>', m.help.format).choices(CHECK_FORMATS).default('pretty'))
    .option('--config <file>', m.help.config)
    .addOption(outOption(m))
    .addHelpText('after', () => examples(m.help.examples.check, m))
    .addHelpText('after', () => exitCodes(['ok', 'findings', 'usage', 'someFailed', 'nothing', 'output'], m))
    .action(async (paths: string[], options: Options) => {
      context.finish(await run(paths, options, context));
    });
}

async function run(
  paths: readonly string[],
  { format, config, out }: Options,
  context: CommandContext,
): Promise<ExitCode> {
  const { host, m } = context;
  const folder = resolve(host.cwd, out);
  let store: Store | null = null;
  try {
    const settings = await readConfig(host.cwd, config, m);
    store = await existingStore(join(folder, 'plans.sqlite'));
    const output = new CheckOutput(context, format, settings, store);
    if (paths.length > 0) return await checkDocuments(paths, output, context);
    if (store !== null) return await checkStored(store, output, context);
    host.stderr.write(`${m.folderMissing(displayPath(folder, host.cwd))}\n`);
    return EXIT.nothing;
  } catch (error) {
    if (error instanceof ConfigError) {
      host.stderr.write(`${error.message}\n`);
      return EXIT.usage;
    }
    if (!(error instanceof StoreError)) throw error;
    host.stderr.write(`${m.storeFailed(error.code, displayPath(error.path, host.cwd))}\n`);
    return EXIT.output;
  } finally {
    await store?.close();
  }
}

async function checkDocuments(
  paths: readonly string[],
  output: CheckOutput,
  context: CommandContext,
): Promise<ExitCode> {
  const { host, lang, m } = context;
  const progress = new Progress(host.stderr);
  const { files, failures, skipped } = await discover(paths, { cwd: host.cwd });
  const failed: FailureReason[] = [];
  const fail = (path: string, reason: FailureReason): void => {
    progress.clear();
    failed.push(reason);
    host.stderr.write(`${failureLine(path, reason, styleOn(host.stderr, lang, host.env))}\n`);
  };
  for (const failure of failures) fail(failure.path, reasonOf(failure));
  for (const { file, path } of files) {
    if (host.signal?.aborted) break;
    progress.show(m.progress(output.checked + failed.length + 1, files.length + failures.length, path));
    try {
      const { record, text } = await host.process({ path, bytes: await openDocument(file, path) }, { lang });
      progress.clear();
      await output.add(record, text);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      fail(path, reasonOf(error));
    }
  }
  progress.clear();
  tellSkipped(skipped, context);
  if (files.length + failures.length === 0) {
    host.stderr.write(`${m.nothingFound(paths.join(', '))}\n`);
    return EXIT.nothing;
  }
  await output.end();
  if (host.signal?.aborted) return EXIT.interrupted;
  if (failed.some((reason) => reason.code === 'internal')) return EXIT.bug;
  if (output.checked === 0) return EXIT.nothing;
  if (failed.length > 0) return EXIT.someFailed;
  return output.hasErrors ? EXIT.findings : EXIT.ok;
}

/** Stored plans between two collections of garbage. */
const COLLECT_AFTER = 200;

/** Collects garbage whenever so many plans were gone through. */
function collecting(): (plans: number) => void {
  let since = 0;
  return (plans) => {
    since += plans;
    if (since < COLLECT_AFTER) return;
    since = 0;
    collectGarbage();
  };
}

/** Tells what was found in every stored plan, with what does not fit between them. */
async function checkStored(
  store: Store,
  output: CheckOutput,
  { host, lang, m }: CommandContext,
): Promise<ExitCode> {
  const { checkShelf } = await import('../../check/store-rules.ts');
  const progress = new Progress(host.stderr);
  const passed = collecting();
  const across = new Map<string, StoreFinding[]>();
  for (const finding of await checkShelf(store.shelf(passed), lang)) {
    const list = across.get(finding.planId);
    if (list === undefined) across.set(finding.planId, [finding]);
    else list.push(finding);
  }
  const size = await store.size();
  let done = 0;
  for await (const { id, path, findings } of store.listings()) {
    if (host.signal?.aborted) break;
    progress.show(m.progress(++done, size, path));
    passed(1);
    const more = across.get(id) ?? [];
    const stored = findings === 0 && more.length === 0 ? null : await store.get(id);
    progress.clear();
    if (stored === null) output.pass();
    else {
      const { record, text } = stored;
      await output.add({ ...record, findings: [...record.findings, ...more] }, text);
    }
  }
  progress.clear();
  await output.end();
  if (host.signal?.aborted) return EXIT.interrupted;
  if (size === 0) return EXIT.nothing;
  return output.hasErrors ? EXIT.findings : EXIT.ok;
}
