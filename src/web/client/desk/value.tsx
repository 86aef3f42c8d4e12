import type { ComponentChildren } from 'preact';
import { words } from '../words.ts';
import { evidenceOf, select, selected } from './state.ts';

/** Readings below this are marked, as the rule low-confidence does. */
const DOUBTFUL = 0.6;

/** One value of the record; to choose it shows where it was read. */
export function Value({
  at,
  children,
  kind = '',
}: {
  at: string;
  /** Null where the document does not state it. */
  children: ComponentChildren;
  kind?: string;
}) {
  const w = words.value;
  const evidence = evidenceOf(at);
  const isDoubtful = evidence !== null && evidence.confidence < DOUBTFUL;
  const remarks = [
    ...(isDoubtful ? [w.desk.doubtful(w.percent(evidence.confidence))] : []),
    ...(evidence?.alternatives === undefined ? [] : [w.desk.alternatives(evidence.alternatives.join(', '))]),
  ].join('; ');
  return (
    <button
      type="button"
      class={`value ${kind} ${isDoubtful ? 'doubt' : ''}`}
      data-pointer={at}
      aria-pressed={selected.value === at}
      {...(remarks === '' ? {} : { title: remarks })}
      onClick={() => select(at)}
    >
      {children ?? <em>{w.desk.notStated}</em>}
    </button>
  );
}
