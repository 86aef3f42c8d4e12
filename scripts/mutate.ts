// Plants faults in clean plans and tells which are found: `npm run mutate [-- FOLDER… --places N --seed WORDS --only KIND --missed --write]`.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptArguments } from './arguments.ts';
import { type CleanPlan, cleanPlan } from './mutate/clean-plan.ts';
import { faultKinds } from './mutate/faults.ts';
import { madeTables } from './mutate/made-tables.ts';
import { resultsPage } from './mutate/report.ts';
import { type Trial, trials } from './mutate/run.ts';

/** Plans of the project that faults are planted in besides those of the folders that are named. */
const OWN = ['corpus', 'test/fixtures/invented', 'test/fixtures/clean'];

const { values: options, positionals: folders } = scriptArguments(
  'npm run mutate -- [--places N] [--seed WORDS] [--only KIND]… [--missed] [--others] [--write] [FOLDER…]',
  {
    allowPositionals: true,
    options: {
      places: { type: 'string', default: '12' },
      seed: { type: 'string', default: 'kehoach' },
      only: { type: 'string', multiple: true, default: [] },
      missed: { type: 'boolean', default: false },
      others: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  },
);

const plans: CleanPlan[] = [];
const documents = [...OWN, ...folders]
  .flatMap(documentsIn)
  .map((path) => ({ path, bytes: readFileSync(path) }));
const made = madeTables(options.seed).map(({ path, source }) => ({ path, bytes: Buffer.from(source) }));
for (const { path, bytes } of [...documents, ...made]) {
  const plan = await cleanPlan(path, bytes);
  if (plan === null) console.error(`${path}: not read`);
  else plans.push(plan);
}

const done: Trial[] = [];
for (const plan of plans) {
  const run = { seed: options.seed, places: Number(options.places), only: new Set(options.only) };
  for await (const trial of trials(plan, faultKinds, run)) {
    done.push(trial);
    if (options.missed && !trial.found) console.error(`${plan.path}: ${trial.kind.id}: ${trial.change}`);
    if (options.missed && trial.isMisread && trial.named === null)
      console.error(`${plan.path}: ${trial.kind.id}: ${trial.change}: cell not named`);
    if (options.others) {
      for (const { rule, message } of trial.others) {
        if (rule !== 'number-misread')
          console.error(`${plan.path}: ${trial.kind.id}: ${trial.change}: ${rule}: ${message}`);
      }
    }
  }
}
const page = resultsPage(plans, faultKinds, done);
if (options.write) writeFileSync('docs/mutation.md', page.replace(/\n+$/, '\n'));
console.log(page);
for (const { path, findings } of plans) {
  for (const { rule, severity, message } of findings) {
    if (severity === 'error') console.log(`${path}: ${rule}: ${message}`);
  }
}

function documentsIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.(?:txt|md)$/.test(path) ? [path] : [];
  const names = readdirSync(path).sort();
  const source = names.find((name) => /^source\.\w+$/.test(name));
  return (source === undefined ? names : [source])
    .filter((name) => !/^README/.test(name))
    .flatMap((name) => documentsIn(join(path, name)));
}
