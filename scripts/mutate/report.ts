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
    `All faults: ${rate(all)}. Those of arithmetic: ${rate(arithmetic)}.`,
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
  const lines = ['cell-misread', 'cell-digit', 'total-digit', 'dot-lost'].map((id) => {
    const of = trials.filter(({ kind }) => kind.id === id);
    const first = of.filter(({ named }) => named === 1).length;
    const among = of.filter(({ named }) => named !== null).length;
    return `| ${id} | ${of.length} | ${first} | ${among} |`;
  });
  return [
    '| fault | planted | its cell is named first | its cell is named |',
    '| --- | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

export function tally(trials: readonly Trial[]): Tally {
  return { planted: trials.length, found: trials.filter(({ found }) => found).length };
}

function rate({ planted, found }: Tally): string {
  const share = planted === 0 ? 0 : Math.floor((1000 * found) / planted) / 10;
  return `${found} of ${planted} found (${share} %)`;
}
