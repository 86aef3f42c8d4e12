import { useState } from 'preact/hooks';
import type { AuditEntry } from '../../../store/audit.ts';
import { ask } from '../requests.ts';
import { words } from '../words.ts';
import { plan } from './state.ts';

/** Who did what to the plan; asked for when it is opened. */
export function HistoryView() {
  const w = words.value;
  const [entries, setEntries] = useState<AuditEntry[] | null>(null);
  const id = plan.value?.record.id;
  const names: Record<string, string> = w.desk.actions;
  return (
    <details
      class="history"
      onToggle={(event) => {
        if (!event.currentTarget.open) return;
        void ask<{ entries: AuditEntry[] }>(`/api/plans/${id}/history`).then((answer) =>
          setEntries(answer.entries.toReversed()),
        );
      }}
    >
      <summary>{w.desk.history}</summary>
      {entries?.length === 0 && <p class="dim">{w.desk.noHistory}</p>}
      <ol class="plain">
        {entries?.map(({ at, account, action, detail }, index) => (
          <li key={index}>
            <time dateTime={at}>{w.time(at)}</time> <b>{account}</b> {names[action] ?? action}{' '}
            <span class="dim">{detail}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
