// Writes what is derived from the code: `npm run generate`. With --check nothing is written, and stale files are named.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules as ofOne } from '../src/check/rules.ts';
import { storeRules } from '../src/check/store-rules.ts';
import { configSchema } from './generate/config-schema.ts';
import { planSchema } from './generate/plan-schema.ts';
import { rulePage, ruleTable } from './generate/rule-pages.ts';

interface GeneratedFile {
  /** From the project's root. */
  path: string;
  content: string;
}

const rules = [...ofOne, ...storeRules];

const FILES: readonly GeneratedFile[] = [
  { path: 'schemas/plan.schema.json', content: planSchema() },
  { path: 'schemas/config.schema.json', content: configSchema() },
  { path: 'docs/rules.md', content: ruleTable(rules) },
  ...rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, content: rulePage(rule) })),
];

/** Folders that hold generated files only: any other file there is left over. */
const FOLDERS = ['docs/rules'];

const wanted = new Map(FILES.map(({ path, content }) => [path, content]));
const stale = [
  ...FILES.filter(({ path, content }) => readIfThere(path) !== content).map(({ path }) => path),
  ...FOLDERS.flatMap((folder) => namesIn(folder).map((name) => join(folder, name))).filter(
    (path) => !wanted.has(path),
  ),
];

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is stale: run \`npm run generate\``);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const path of stale) {
    const content = wanted.get(path);
    if (content === undefined) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    console.error(path);
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
