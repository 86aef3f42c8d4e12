import pc from 'picocolors';
import type { Severity } from '../plan/record.ts';
import { type Language, messagesIn } from './messages/messages.ts';
import type { Messages } from './messages/vi.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** How text for a person is to look: its language, its colours, and how wide a line may be. */
export interface Style {
  m: Messages;
  c: Colors;
  /** Columns of the terminal; Infinity where lines are not shortened. */
  width: number;
}

export function styleFor(lang: Language, { colors = false, width = Number.POSITIVE_INFINITY } = {}): Style {
  return { m: messagesIn(lang), c: pc.createColors(colors), width };
}

/** A severity's word in its colour, padded to the width of the longest. */
export function severityLabel(severity: Severity, { m, c }: Style): string {
  const widest = Math.max(...(['error', 'warning', 'info'] as const).map((each) => m.severity(each).length));
  const word = m.severity(severity).padEnd(widest);
  return severity === 'error' ? c.red(word) : severity === 'warning' ? c.yellow(word) : c.cyan(word);
}

/** "2 errors, 1 warning", worst first, without severities that don't occur; '' where there are none. */
export function severityCounts(severities: readonly Severity[], { m }: Style): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, severities.filter((each) => each === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => m.severityCount(severity, count))
    .join(', ');
}

/** Text cut to `width` columns with an ellipsis. */
export function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…`;
}
