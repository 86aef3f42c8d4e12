import type { ComponentChildren } from 'preact';
import { canEdit } from '../requests.ts';
import { words } from '../words.ts';
import { edit, editing } from './changes.ts';
import { Editor } from './editor.tsx';
import { shown } from './shown.ts';
import { correctionOf, evidenceOf, select, selected } from './state.ts';

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
  const correction = correctionOf(at);
  if (editing.value === at) return <Editor at={at} />;
  const isDoubtful = correction === null && evidence !== null && evidence.confidence < DOUBTFUL;
  const remarks = [
    ...(correction === null
      ? []
      : [w.desk.corrected(shown(correction.former), correction.by, w.time(correction.at))]),
    ...(isDoubtful ? [w.desk.doubtful(w.percent(evidence.confidence))] : []),
    ...(evidence?.alternatives === undefined ? [] : [w.desk.alternatives(evidence.alternatives.join(', '))]),
  ].join('; ');
  return (
    <button
      type="button"
      class={`value ${kind} ${isDoubtful ? 'doubt' : ''} ${correction === null ? '' : 'corrected'}`}
      data-pointer={at}
      aria-pressed={selected.value === at}
      {...(remarks === '' ? {} : { title: remarks })}
      onClick={() => select(at)}
      onDblClick={() => canEdit() && edit(at)}
    >
      {children ?? <em>{w.desk.notStated}</em>}
      {correction !== null && correction.state !== 'agreed' && <del>{shown(correction.former)}</del>}
    </button>
  );
}
