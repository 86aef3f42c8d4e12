import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { errorCode } from '../batch/discover.ts';
import { RuleSettings, ruleIds } from '../check/settings.ts';
import type { Messages } from '../report/messages/vi.ts';

/** What `kehoach.config.json` may say. */
export const Config = z.strictObject({
  /** Where an editor finds the schema. */
  $schema: z.string().optional(),
  rules: RuleSettings.default({}),
});
export type Config = z.infer<typeof Config>;

export const CONFIG_FILE = 'kehoach.config.json';

/** What is wrong with a configuration, in the user's language. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * The configuration in the file, or in the folder's kehoach.config.json where none is named; an empty one where that
 * is not there. Throws a ConfigError that says what is wrong with it.
 */
export async function readConfig(cwd: string, named: string | undefined, m: Messages): Promise<Config> {
  const file = named ?? CONFIG_FILE;
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    if (named === undefined && errorCode(error) === 'ENOENT') return Config.parse({});
    throw new ConfigError(m.config.unreadable(file));
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigError(m.config.notJson(file, error instanceof Error ? error.message : String(error)));
  }
  const parsed = Config.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    [m.config.invalid(file), ...parsed.error.issues.map((issue) => `  ${explain(issue, data, m)}`)].join(
      '\n',
    ),
  );
}

/** The id that a mistyped one is likely to mean; null where none is near. */
export function nearestRule(id: string): string | null {
  const [nearest] = ruleIds
    .map((known) => ({ id: known, far: distance(id, known) }))
    .sort((one, other) => one.far - other.far);
  return nearest !== undefined && nearest.far <= Math.max(2, id.length / 3) ? nearest.id : null;
}

function explain(issue: z.core.$ZodIssue, data: unknown, m: Messages): string {
  const [top, rule] = issue.path;
  if (issue.code === 'unrecognized_keys') {
    if (top !== 'rules') return m.config.unknownKeys(issue.keys.join(', '));
    return issue.keys.map((id) => m.config.unknownRule(id, nearestRule(id))).join('\n  ');
  }
  if (top === 'rules' && rule !== undefined) {
    const value = z.looseObject({ rules: z.record(z.string(), z.unknown()) }).safeParse(data).data?.rules[
      String(rule)
    ];
    return m.config.badSeverity(String(rule), JSON.stringify(value) ?? '');
  }
  return `/${issue.path.join('/')}: ${issue.message}`;
}
