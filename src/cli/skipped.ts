import { endingOf } from '../read/format.ts';
import type { CommandContext } from './program.ts';

/** Endings of names that are told. */
const MOST_ENDINGS = 8;

/** Says how many files in folders were left out because they are no documents, and what they are called. */
export function tellSkipped(paths: readonly string[], { host, m }: CommandContext): void {
  if (paths.length === 0) return;
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(endingOf(path), (counts.get(endingOf(path)) ?? 0) + 1);
  const endings = [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  host.stderr.write(
    `${m.skipped(paths.length, endings.slice(0, MOST_ENDINGS), endings.length > MOST_ENDINGS)}\n`,
  );
}
