import { type Command, Option } from 'commander';
import { discover } from '../../batch/discover.ts';
import { openDocument, reasonOf } from '../../batch/ingest.ts';
import type { Severity } from '../../plan/record.ts';
import { type CheckedPlan, checkJson, checkReport, checkSummary } from '../../report/check-report.ts';
import { failureLine } from '../../report/ingest-report.ts';
import type { FailureReason } from '../../report/run.ts';
import { sarifLog } from '../../report/sarif.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { styleOn } from '../host.ts';
import { type CommandContext, examples, exitCodes, newCommand, pathsArgument } from '../program.ts';
import { Progress } from '../progress.ts';
import { packageVersion } from '../version.ts';

const FORMATS = ['pretty', 'json', 'sarif'] as const;

/** `kehoach check PATH… [--format pretty|json|sarif]`: what does not add up, without storing anything. */
export function checkCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('check', m.help.check, m)
    .addArgument(pathsArgument(m))
    .addOption(new Option('--format <format>', m.help.format).choices(FORMATS).default('pretty'))
    .addHelpText('after', () => examples(m.help.examples.check, m))
    .addHelpText('after', () => exitCodes(['ok', 'findings', 'usage', 'someFailed', 'nothing'], m))
    .action(async (paths: string[], options: { format: (typeof FORMATS)[number] }) => {
      context.finish(await run(paths, options.format, context));
    });
}

async function run(
  paths: readonly string[],
  format: (typeof FORMATS)[number],
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
  for (const { file, path } of files) {
    if (host.signal?.aborted) break;
    progress.show(m.progress(checked + failed.length + 1, files.length + failures.length, path));
    try {
      const plan = await host.process({ path, bytes: await openDocument(file, path) }, { lang });
      checked++;
      severities.push(...plan.record.findings.map((finding) => finding.severity));
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
  if (format === 'pretty') host.stdout.write(checkSummary(severities, checked, style));
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
