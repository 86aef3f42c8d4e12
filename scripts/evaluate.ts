// Measures extraction against gold: see docs/evaluation.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/cli/version.ts';
import { processDocument } from '../src/pipeline.ts';
import { evaluate, findGold } from './evaluate/documents.ts';
import { accuracyPage, changeList, differenceList, scoreTable } from './evaluate/print.ts';
import { changes, difference, Scores, scoresOf } from './evaluate/scores.ts';

const USAGE = `npm run eval -- [FOLDER…] [--details] [--json] [--write] [--check] [--scores FILE]

Scores every folder that holds source.* and gold.json; without FOLDER those of the project.
  --details      list every value that is missing, too much or wrong
  --json         print scores and differences as JSON
  --write        make these the committed scores: the scores file, and docs/accuracy.md
  --check        exit 1 where a field fares worse than in the scores file
  --scores FILE  another scores file than test/eval/scores.json`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    details: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    scores: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
process.exitCode = values.help ? help() : await main();

function help(): number {
  console.log(USAGE);
  return 0;
}

async function main(): Promise<number> {
  const root = packageRoot();
  const own = ['corpus', 'test/fixtures/invented'].map((name) => join(root, name)).filter(existsSync);
  const folders = positionals.length > 0 ? positionals.map((name) => resolve(name)) : own;
  if (values.write && positionals.length > 0 && values.scores === undefined) {
    console.error('--write with folders of your own needs --scores FILE');
    return 2;
  }
  const golds = folders.flatMap((folder) =>
    findGold(folder, positionals.length > 0 ? dirname(folder) : root),
  );
  if (golds.length === 0) {
    console.error(`no folder with source.* and gold.json in ${folders.join(', ')}`);
    return 4;
  }
  const documents = [];
  for (const gold of golds) documents.push(await evaluate(gold, processDocument));
  const scores = scoresOf(documents);
  const scoresFile =
    values.scores === undefined ? join(root, 'test/eval/scores.json') : resolve(values.scores);
  const before = existsSync(scoresFile)
    ? Scores.parse(JSON.parse(readFileSync(scoresFile, 'utf8')))
    : { all: {}, documents: {} };
  const changed = changes(before, scores);

  if (values.json) {
    const differences = documents.map(({ name, failure, comparison }) => ({
      name,
      failure,
      differences: comparison.differences,
    }));
    console.log(JSON.stringify({ ...scores, differences, changes: changed }, null, 2));
  } else {
    if (values.details) console.log(`${differenceList(documents)}\n`);
    console.log(`${scoreTable(scores)}\n`);
    for (const { name, failure } of documents) {
      if (failure !== null) console.log(`${name} gave no record: ${failure}`);
    }
    console.log(changeList(changed));
  }
  if (values.write) {
    mkdirSync(dirname(scoresFile), { recursive: true });
    writeFileSync(scoresFile, `${JSON.stringify(scores, null, 2)}\n`);
    if (positionals.length === 0) writeFileSync(join(root, 'docs/accuracy.md'), accuracyPage(scores));
  }
  return values.check && changed.some((change) => difference(change) < 0) ? 1 : 0;
}
