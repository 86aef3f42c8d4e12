import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { displayPath } from '../../batch/discover.ts';
import { findingKey } from '../../plan/finding-key.ts';
import type { Finding, PlanRecord } from '../../plan/record.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { existingStore } from '../existing-store.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { type CommandContext, examples, exitCodes, newCommand, outOption } from '../program.ts';

interface Options {
  out: string;
  at?: string;
  reason?: string;
  by?: string;
  undo?: true;
}

/** `kehoach accept ID RULE --reason WORDS [--at POINTER] [--undo]`: findings that a person takes as they are. */
export function acceptCommand(context: CommandContext): Command {
  const { m } = context;
  return newCommand('accept', m.help.accept, m)
    .addArgument(new Argument('<id>', m.help.id))
    .addArgument(new Argument('<rule>', m.help.rule))
    .option('--reason <words>', m.help.reason)
    .option('--at <pointer>', m.help.at)
    .option('--by <name>', m.help.by)
    .option('--undo', m.help.undo)
    .addOption(outOption(m))
    .addHelpText('after', () => examples(m.help.examples.accept, m))
    .addHelpText('after', () => exitCodes(['ok', 'usage', 'nothing', 'output'], m))
    .action(async (id: string, rule: string, options: Options) => {
      context.finish(await run(id, rule, options, context));
    });
}

async function run(
  asked: string,
  rule: string,
  options: Options,
  { host, lang, m }: CommandContext,
): Promise<ExitCode> {
  const say = (words: string, code: ExitCode): ExitCode => {
    host.stderr.write(`${words}\n`);
    return code;
  };
  const reason = options.reason?.trim() ?? '';
  if (options.undo !== true && reason === '') return say(m.accept.reasonMissing, EXIT.usage);
  const folder = resolve(host.cwd, options.out);
  try {
    const store = await existingStore(join(folder, 'plans.sqlite'));
    if (store === null) return say(m.folderMissing(displayPath(folder, host.cwd)), EXIT.nothing);
    try {
      const plan = await planOf(asked, store);
      if (plan === null) return say(m.planNotFound(asked, displayPath(folder, host.cwd)), EXIT.nothing);
      const { record } = plan;
      const found = (await findingsOf(record, rule, store, lang)).filter(
        (finding) => finding.rule === rule && (options.at === undefined || finding.at.includes(options.at)),
      );
      const keys = new Set(found.map((finding) => findingKey(finding, record)));
      if (found.length === 0) return say(m.accept.noFinding(record.id, rule), EXIT.nothing);
      if (keys.size > 1) return say(`${m.accept.several(rule)}\n${listed(found)}`, EXIT.usage);
      const of = { id: record.id, sha256: record.source.sha256 };
      for (const finding of found.slice(0, 1)) {
        const key = findingKey(finding, record);
        if (options.undo === true) {
          if (!(await store.unaccept(of, { rule, key })))
            return say(m.accept.notAccepted(record.id, rule), EXIT.nothing);
          host.stdout.write(`${m.accept.undone(finding.message)}\n`);
        } else {
          const by = options.by ?? nameOf(host);
          const at = new Date().toISOString();
          await store.accept(of, { rule, key, message: finding.message, reason, by, at });
          host.stdout.write(`${m.accept.done(finding.message, reason, by)}\n`);
        }
      }
      return EXIT.ok;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return say(m.storeFailed(error.code, displayPath(error.path, host.cwd)), EXIT.output);
  }
}

/** What is found in a plan, and by a rule across plans between it and the others. */
async function findingsOf(
  record: PlanRecord,
  rule: string,
  store: Store,
  lang: CommandContext['lang'],
): Promise<Finding[]> {
  const { storeRules } = await import('../../check/store-rules.ts');
  const { runStoreRule } = await import('../../check/store-rule.ts');
  const across = storeRules.find(({ id }) => id === rule);
  if (across === undefined) return record.findings;
  return (await runStoreRule(across, store.shelf(), lang)).filter(({ planId }) => planId === record.id);
}

/** The stored plan of that id, or of the only id that begins so. */
async function planOf(asked: string, store: Store) {
  const ids = (await store.plans()).map(({ id }) => id);
  const beginning = ids.filter((id) => id.startsWith(asked));
  const id = ids.includes(asked) ? asked : beginning.length === 1 ? beginning[0] : undefined;
  return id === undefined ? null : store.get(id);
}

function listed(findings: readonly Finding[]): string {
  return findings.map(({ at, message }) => `  ${at[0] ?? '-'}  ${message}`).join('\n');
}

function nameOf({ env }: Host): string {
  return env.USER || env.USERNAME || userInfo().username;
}
