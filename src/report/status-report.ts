import type { FailureReason } from './run.ts';
import type { Style } from './style.ts';

/** How the documents of a store stand. */
export interface Status {
  files: Record<'queued' | 'running' | 'done' | 'failed', number>;
  plans: number;
  /** Most frequent first, with some of the paths. */
  failures: { code: FailureReason['code']; files: number; paths: string[] }[];
  /** Runs that go on or were cut off. `elapsed` in milliseconds. */
  runs: { pid: number; elapsed: number; done: number; all: number; pages: number; isRunning: boolean }[];
}

/** The queue, how fast it is worked off, and what failed why. */
export function statusReport({ files, plans, failures, runs }: Status, { m, c }: Style): string {
  const lines = [m.statusReport.files(files, plans)];
  for (const { pid, elapsed, done, all, pages, isRunning } of runs) {
    if (!isRunning) {
      lines.push(m.statusReport.cutOff(pid, done, all));
      continue;
    }
    const perMinute = done / (elapsed / 60_000);
    const minutesLeft = done > 0 ? Math.ceil((all - done) / perMinute) : null;
    lines.push(m.statusReport.running({ pid, done, all, pages, rate: Math.round(perMinute), minutesLeft }));
  }
  if (failures.length > 0) lines.push('', c.bold(m.report.failed(files.failed)), '');
  for (const { code, files: count, paths } of failures) {
    lines.push(`  ${m.number(count)} × ${c.red(code)}: ${m.failure(code, null)}`);
    for (const path of paths) lines.push(`    ${path}`);
    if (count > paths.length) lines.push(`    ${m.statusReport.more(count - paths.length)}`);
  }
  return `${lines.join('\n')}\n`;
}
