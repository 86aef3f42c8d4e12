import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { discover, displayPath } from '../../batch/discover.ts';
import { openDocument, reasonOf } from '../../batch/ingest.ts';
import { withSettings } from '../../check/settings.ts';
import { findingKey } from '../../plan/finding-key.ts';
import type { Finding, PlanRecord, Severity } from '../../plan/record.ts';
import { type CheckedPlan, checkJson, checkReport, checkSummary } from '../../report/check-report.ts';
import { failureLine } from '../../report/ingest-report.ts';
import type { FailureReason } from '../../report/run.ts';
import { sarifLog } from '../../report/sarif.ts';
import type { Acceptance } from '../../store/accepted.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { existingStore } from '../existing-store.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import {
  type CommandContext,
  examples,
  exitCodes,
  newCommand,
  outOption,
  pathsArgument,
} from '../program.ts';
import { Progress } from '../progress.ts';
import { packageVersion } from '../version.ts';

const FORMATS = ['pretty', 'json', 'sarif'] as const;

interface Options {
  format: (typeof FORMATS)[number];
  config?: string;
  out: string;
}

/**
 * `kehoach check PATH… [--format pretty|json|sarif]`: what does not add up, without storing anything. Findings that
 * were accepted in the database of `--out` are shown as such.
 */
export function checkCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('check', m.help.check, m)
    .addArgument(pathsArgument(m))
    .addOption(new Option('--format <format>', m.help.format).choices(FORMATS).default('pretty'))
    .option('--config <file>', m.help.config)
    .addOption(outOption(m))
    .addHelpText('after', () => examples(m.help.examples.check, m))
    .addHelpText('after', () => exitCodes(['ok', 'findings', 'usage', 'someFailed', 'nothing', 'output'], m))
    .action(async (paths: string[], options: Options) => {
      context.finish(await prepared(paths, options, context));
    });
}

/** Reads what the check depends on besides the documents, then checks. */
async function prepared(
  paths: readonly string[],
  { format, config, out }: Options,
  context: CommandContext,
): Promise<ExitCode> {
  const { host, m } = context;
  let store: Store | null = null;
  try {
    const settings = await readConfig(host.cwd, config, m);
    store = await existingStore(join(resolve(host.cwd, out), 'plans.sqlite'));
    return await run(paths, format, { settings, store }, context);
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

async function run(
  paths: readonly string[],
  format: (typeof FORMATS)[number],
  { settings, store }: { settings: Config; store: Store | null },
  { host, lang, m }: CommandContext,
): Promise<ExitCode> {
  const style = styleOn(host.stdout, lang, host.env);
  const progress = new Progress(host.stderr);
  const { files, failures } = await discover(paths, { cwd: host.cwd });
  const failed: FailureReason[] = [];
  const fail = (path: string, reason: FailureReason): void => {
    progress.clear();
    failed.push(reason);
    host.stderr.write(`${failureLine(path, reason, styleOn(host.stderr, lang, host.env))}\n`);
  };
  for (const failure of failures) fail(failure.path, reasonOf(failure));

  const plans: CheckedPlan[] = [];
  const severities: Severity[] = [];
  let checked = 0;
  let accepted = 0;
  for (const { file, path } of files) {
    if (host.signal?.aborted) break;
    progress.show(m.progress(checked + failed.length + 1, files.length + failures.length, path));
    try {
      const { record, text } = await host.process({ path, bytes: await openDocument(file, path) }, { lang });
      const findings = withSettings(record.findings, settings.rules);
      const plan = {
        record: { ...record, findings },
        text,
        accepted: await acceptedOf(findings, record, store),
      };
      checked++;
      for (const finding of findings) {
        if (plan.accepted.has(finding)) accepted++;
        else severities.push(finding.severity);
      }
      if (format === 'pretty') {
        progress.clear();
        host.stdout.write(checkReport(plan, style));
      } else {
        plans.push(plan);
      }
    } catch (error) {
      fail(path, reasonOf(error));
    }
  }
  progress.clear();
  if (files.length + failures.length === 0) {
    host.stderr.write(`${m.nothingFound(paths.join(', '))}\n`);
    return EXIT.nothing;
  }
  if (format === 'pretty') host.stdout.write(checkSummary(severities, checked, style, accepted));
  if (format === 'json') host.stdout.write(checkJson(plans));
  if (format === 'sarif') {
    const { rules } = await import('../../check/rules.ts');
    const log = sarifLog(plans, {
      lang,
      version: packageVersion(),
      rules,
      sourceRegion: m.check.sourceRegion,
    });
    host.stdout.write(`${JSON.stringify(log, null, 2)}\n`);
  }
  if (host.signal?.aborted) return EXIT.interrupted;
  if (failed.some((reason) => reason.code === 'internal')) return EXIT.bug;
  if (checked === 0) return EXIT.nothing;
  if (failed.length > 0) return EXIT.someFailed;
  return severities.includes('error') ? EXIT.findings : EXIT.ok;
}

/** The findings that were accepted, with what was noted of it. */
async function acceptedOf(
  findings: readonly Finding[],
  record: PlanRecord,
  store: Store | null,
): Promise<Map<Finding, Acceptance>> {
  const accepted = new Map<Finding, Acceptance>();
  if (store === null || findings.length === 0) return accepted;
  const noted = await store.acceptances({ id: record.id, sha256: record.source.sha256 });
  const byKey = new Map(noted.map((acceptance) => [acceptance.key, acceptance]));
  for (const finding of findings) {
    const acceptance = byKey.get(findingKey(finding, record));
    if (acceptance !== undefined) accepted.set(finding, acceptance);
  }
  return accepted;
}
