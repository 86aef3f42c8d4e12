import type { Finding } from '../../src/plan/record.ts';
import type { FaultKind } from './fault.ts';
import type { Trial } from './run.ts';

/** How many of a kind were planted and found. */
export interface Tally {
  planted: number;
  found: number;
}

export interface CleanFindings {
  path: string;
  findings: readonly Finding[];
}

const PREFACE = [
  '<!-- Written by `npm run mutate -- --write`. -->',
  '',
  '# What the rules find',
  '',
  'Faults are planted one at a time in the text of plans (the corpus, the invented plans, those without a fault in `test/fixtures/clean`, and invented tables in twelve',
  'layouts: numbered rows, a hundred rows, shares, subtotals, rows “trong đó”, a column of totals, two rows of headers, one column, blank cells, several totals, a column of units, years), and each',
  'changed document is read and checked anew. A fault is found when one of its rules reports what it did not report before. Where a fault can be',
  'planted is told from the figures and the outline alone, not from the rules. The run is the same every time: `npm run mutate [-- FOLDER…]` also takes',
  'plans of your own, `--places N` plants more, `--seed WORD` other faults in other tables, `--missed` names what was not found.',
  '',
  'Not planted, since nothing in the document would contradict it: a digit of a cell that no total counts, a decimal of figures that were rounded, two cells of one column that have changed',
  'places under a total of that column alone; the first or last item of a list taken out; a second `d)` for `đ)`, which is taken for a lost stroke and',
  'put right; a share of a plan or of an earlier result above 100 %; one end of a title’s span of years; a misspelt place that is another one’s name.',
  'What recognition alone can tell (`low-confidence`, `page-unreadable`) is measured in [recognition](recognition.md).',
  '',
];

/** The results as a page in Markdown. */
export function resultsPage(
  plans: readonly CleanFindings[],
  kinds: readonly FaultKind[],
  trials: readonly Trial[],
): string {
  const rules = [...new Set(kinds.flatMap((kind) => kind.rules))];
  const arithmetic = tally(trials.filter(({ kind }) => kind.arithmetic));
  const all = tally(trials);
  return [
    ...PREFACE,
    `${plans.length} plans. All faults: ${rate(all)}. Those of arithmetic: ${rate(arithmetic)}.`,
    '',
    '| fault | what is done | reported by | planted | found | missed |',
    '| --- | --- | --- | ---: | ---: | ---: |',
    ...kinds.map((kind) => {
      const { planted, found } = tally(trials.filter((trial) => trial.kind === kind));
      return `| ${kind.id} | ${kind.says} | ${kind.rules.join(', ')} | ${planted} | ${found} | ${planted - found} |`;
    }),
    '',
    '| rule | planted | found | missed | findings on the clean plans |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rules.sort().map((rule) => {
      const { planted, found } = tally(trials.filter(({ kind }) => kind.rules[0] === rule));
      const clean = plans
        .flatMap(({ findings }) => findings)
        .filter((finding) => finding.rule === rule).length;
      return `| ${rule} | ${planted} | ${found} | ${planted - found} | ${clean} |`;
    }),
    '',
    misreads(trials),
    '',
  ].join('\n');
}

/** Whether what is suggested for a misread digit is the cell that was changed. */
function misreads(trials: readonly Trial[]): string {
  const header = (first: string): string[] => [
    `| ${first} | planted | its cell is named first | its cell is named | other cells are named |`,
    '| --- | ---: | ---: | ---: | ---: |',
  ];
  const line = (name: string, of: readonly Trial[]): string => {
    const first = of.filter(({ named }) => named === 1).length;
    const among = of.filter(({ named }) => named !== null).length;
    const wrong = of.filter(({ named, suggested }) => named === null && suggested).length;
    return `| ${name} | ${of.length} | ${first} | ${among} (${percent(among, of.length)}) | ${wrong} |`;
  };
  const kinds = ['cell-misread', 'cell-digit', 'total-digit', 'dot-lost'];
  const alike = trials.filter(({ kind }) => kind.id === 'cell-misread');
  const layouts = [...new Set(alike.map(({ path }) => path).filter((path) => path.startsWith('made/')))];
  return [
    '## Which cell was misread',
    '',
    'What `number-misread` names, at most five cells and only where it is as likely as not that one of them is it. Sums that cross at a cell, shares and differences',
    'of columns, the figures beside it in its row, numbers of the running text, and digits that look alike tell it from others. Where a sum is the only thing that',
    'counts a cell, they cannot always: a difference of 30 fits every cell whose tens may have been 3 more or less. In a column of 20 figures that is a good dozen for any digit and four or five for look-alikes;',
    'of these, digits that would make a figure far too large or small beside its row are ruled out, the last two or three digits never are. A difference of 1 is taken for rounding, and no cell named, unless all other sums of the table are right.',
    '',
    ...header('fault'),
    ...kinds.map((id) =>
      line(
        id,
        trials.filter(({ kind }) => kind.id === id),
      ),
    ),
    '',
    'Look-alike digits in the invented tables, by layout:',
    '',
    ...header('layout'),
    ...layouts.map((path) =>
      line(
        path.replace(/^made\/|\.md$/g, ''),
        alike.filter((trial) => trial.path === path),
      ),
    ),
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((100 * part) / whole)} %`;
}

export function tally(trials: readonly Trial[]): Tally {
  return { planted: trials.length, found: trials.filter(({ found }) => found).length };
}

function rate({ planted, found }: Tally): string {
  const share = planted === 0 ? 0 : Math.floor((1000 * found) / planted) / 10;
  return `${found} of ${planted} found (${share} %)`;
}
