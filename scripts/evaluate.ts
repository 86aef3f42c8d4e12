// Measures extraction against gold: see docs/evaluation.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/cli/version.ts';
import { processDocument } from '../src/pipeline.ts';
import { lazyRecognizer } from '../src/recognize/lazy-recognizer.ts';
import { ablate } from './evaluate/ablate.ts';
import { certaintyTable } from './evaluate/calibration.ts';
import { evaluate, findGold, type GoldDocument, inKind, KINDS, pairGold } from './evaluate/documents.ts';
import { scoreHeadings } from './evaluate/headings.ts';
import { accuracyPage, changeList, differenceList, scoreTables } from './evaluate/print.ts';
import { changes, difference, Scores, scoresOf } from './evaluate/scores.ts';

const USAGE = `npm run eval -- [FOLDER…] [--kind KIND…] [--compare] [--details] [--certainty] [--json] [--write] [--check]

Scores every folder that holds source.* and gold.json; without FOLDER those of the project.
  --gold DIR      golds <name>.json instead, whose documents <name>.* lie in …
  --sources DIR   … another folder; their scores stand beside the golds
  --kind KIND     text, stripped (without diacritics) or scan; several are allowed, text and stripped without it
  --scans DIR     scans <name>.* of the documents, for --kind scan
  --compare       only gains and losses against the committed scores
  --details       list every value that is missing, too much or wrong
  --certainty     how often values are right, by field, and the confidence they are given
  --json          print scores and differences as JSON
  --write         make these the committed scores: the scores file, and docs/accuracy.md
  --check         exit 1 where a field fares worse than in the scores file
  --scores FILE   another scores file
  --records DIR   keep the records that were scored
  --rescore       score the records of --records DIR instead of reading the documents again
  --ablate        list lexicon entries and words of patterns that occur in a single document
  --headings FILE compare number and date of headings (JSON Lines) with their catalogue's`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: 'string' },
    sources: { type: 'string' },
    kind: { type: 'string', multiple: true },
    scans: { type: 'string' },
    compare: { type: 'boolean', default: false },
    details: { type: 'boolean', default: false },
    certainty: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    scores: { type: 'string' },
    records: { type: 'string' },
    rescore: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
    headings: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
process.exitCode = await run();

async function run(): Promise<number> {
  if (values.help) return help();
  if (values.headings) return headings(values.headings);
  return values.ablate ? ablation() : main();
}

/** Over the corpus and the invented plans, and the golds of --gold besides. */
async function ablation(): Promise<number> {
  const root = packageRoot();
  const own = ['corpus', 'test/fixtures/invented'].map((name) => join(root, name)).filter(existsSync);
  const golds = own.flatMap((folder) => findGold(folder, root));
  if (values.gold !== undefined && values.sources !== undefined)
    golds.push(...pairGold(resolve(values.gold), resolve(values.sources), root));
  const { documents, entries, unmatched, single } = await ablate(golds, root);
  const alone = single.reduce((sum, { entries: own }) => sum + own.length, 0);
  console.log(
    `${documents} documents, ${entries} entries: ${alone} occur in a single document, ${unmatched} in none`,
  );
  for (const { document, entries: own } of single) {
    console.log(`${document} (${own.length})`);
    for (const { phrase, where } of own) console.log(`  ${where}: ${phrase}`);
  }
  return 0;
}

function help(): number {
  console.log(USAGE);
  return 0;
}

async function headings(files: readonly string[]): Promise<number> {
  for (const file of files) {
    const { disagreements, ...score } = await scoreHeadings(resolve(file));
    const share = (part: number, whole: number): string =>
      `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
    if (values.details) console.log(disagreements.join('\n'));
    console.log(
      `${score.file}: ${score.headings} headings, numbers agree ${share(score.numbersAgree, score.numbers)}, dates ${share(score.datesAgree, score.dates)}`,
    );
  }
  return 0;
}

async function main(): Promise<number> {
  const root = packageRoot();
  const found = documentsToScore(root);
  if (typeof found === 'string') {
    console.error(found);
    return 2;
  }
  const kinds = KINDS.filter((kind) => values.kind?.includes(kind) ?? kind !== 'scan');
  const golds = kinds.flatMap((kind) => inKind(found.golds, kind, values.scans && resolve(values.scans)));
  if (golds.length === 0) {
    console.error(`no document with gold in ${found.where}`);
    return 4;
  }
  const records = values.records === undefined ? undefined : resolve(values.records);
  const documents = [];
  const { recognize, close } = lazyRecognizer({ model: process.env.KEHOACH_OCR_MODEL || undefined });
  const read: typeof processDocument = (input, options) => processDocument(input, { ...options, recognize });
  for (const gold of golds) {
    documents.push(await evaluate(gold, read, { records, again: values.rescore }));
  }
  await close();
  const scores = scoresOf(documents);
  const before = scoresIn(found.scores);
  const changed = changes(before, scores);

  if (values.json) {
    const differences = documents.map(({ name, kind, failure, comparison }) => ({
      name,
      kind,
      failure,
      differences: comparison.differences,
    }));
    console.log(JSON.stringify({ scores, differences, changes: changed }, null, 2));
  } else {
    if (values.details) console.log(`${differenceList(documents)}\n`);
    if (!values.compare) console.log(`${scoreTables(scores)}\n`);
    if (values.certainty) console.log(`${certaintyTable(documents.flatMap(({ judged }) => judged))}\n`);
    for (const { name, failure } of documents) {
      if (failure !== null) console.log(`${name} gave no record: ${failure}`);
    }
    console.log(changeList(changed));
  }
  if (values.write) {
    mkdirSync(dirname(found.scores), { recursive: true });
    writeFileSync(found.scores, `${JSON.stringify({ ...before, ...scores }, null, 1)}\n`);
    if (Object.values(scoreFiles(root)).includes(found.scores)) {
      const sets = Object.entries(scoreFiles(root)).map(([title, file]) => [title, scoresIn(file)]);
      writeFileSync(join(root, 'docs/accuracy.md'), accuracyPage(Object.fromEntries(sets)));
    }
  }
  return values.check && changed.some((change) => difference(change) < 0) ? 1 : 0;
}

/** The committed scores, by the title of what they are of. */
function scoreFiles(root: string): Record<string, string> {
  return {
    'Corpus and invented plans': join(root, 'corpus/scores.json'),
    'Real plans on other topics': join(root, 'test/gold/plans/scores.json'),
  };
}

function scoresIn(file: string): Scores {
  return existsSync(file) ? Scores.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** What the arguments ask for, or what is wrong with them. */
function documentsToScore(root: string): { golds: GoldDocument[]; where: string; scores: string } | string {
  const ownScores = values.scores && resolve(values.scores);
  if (values.gold !== undefined) {
    if (values.sources === undefined) return '--gold needs --sources';
    const folder = resolve(values.gold);
    const golds = pairGold(folder, resolve(values.sources), root);
    return { golds, where: folder, scores: ownScores ?? join(folder, 'scores.json') };
  }
  if (positionals.length === 0) {
    const own = ['corpus', 'test/fixtures/invented'].map((name) => join(root, name)).filter(existsSync);
    const golds = own.flatMap((folder) => findGold(folder, root));
    return { golds, where: own.join(', '), scores: ownScores ?? join(root, 'corpus/scores.json') };
  }
  if (values.write && ownScores === undefined) return '--write with folders of your own needs --scores FILE';
  const folders = positionals.map((name) => resolve(name));
  const golds = folders.flatMap((folder) => findGold(folder, dirname(folder)));
  return { golds, where: folders.join(', '), scores: ownScores ?? join(root, 'corpus/scores.json') };
}
