import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { failureText } from '../loading.tsx';
import { askText } from '../requests.ts';
import { words } from '../words.ts';
import { closestValue, evidenceOf, plan, selectAndShow, selected } from './state.ts';

/** A stretch of the text between two places where some value begins or ends. */
interface Stretch {
  start: number;
  end: number;
  isRead: boolean;
}

/** The normalised text, with the words of values marked. It is only ever text. */
export function TextView() {
  const id = plan.value?.record.id;
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (id !== undefined) askText(`/api/plans/${id}/text`).then(setText, setFailure);
  }, [id]);
  const pane = useRef<HTMLElement>(null);
  const evidence = plan.value?.evidence;
  const stretches = useMemo(() => (text === null ? [] : stretchesOf(text, evidence ?? {})), [text, evidence]);
  const chosen = selected.value === null ? null : evidenceOf(selected.value);
  useEffect(() => {
    pane.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [chosen, text]);
  if (failure !== null) return <p class="note failed">{failureText(failure)}</p>;
  if (text === null) return <p class="note">{words.value.loading}</p>;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the values themselves are buttons in the record
    <section
      class="text"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that is scrolled has to be reached by the keyboard
      tabIndex={0}
      aria-label={words.value.desk.textView}
      onClick={(event) => {
        const at = event.target instanceof HTMLElement ? event.target.dataset.start : undefined;
        if (at === undefined) return;
        const pointer = closestValue(({ start, end }) =>
          start <= Number(at) && Number(at) < end ? end - start : null,
        );
        if (pointer !== null) selectAndShow(pointer);
      }}
    >
      {stretches.map(({ start, end, isRead }) => {
        const piece = text.slice(start, end);
        if (chosen !== null && start >= chosen.start && end <= chosen.end) {
          return (
            <mark key={start} data-start={start}>
              {piece}
            </mark>
          );
        }
        return isRead ? (
          <span key={start} class="read" data-start={start}>
            {piece}
          </span>
        ) : (
          piece
        );
      })}
    </section>
  );
}

function stretchesOf(
  text: string,
  evidence: Readonly<Record<string, { start: number; end: number }>>,
): Stretch[] {
  const spans = Object.values(evidence);
  const changes = new Map<number, number>([
    [0, 0],
    [text.length, 0],
  ]);
  for (const { start, end } of spans) {
    changes.set(start, (changes.get(start) ?? 0) + 1);
    changes.set(end, (changes.get(end) ?? 0) - 1);
  }
  const places = [...changes.keys()].sort((a, b) => a - b);
  let open = 0;
  return places.slice(0, -1).map((start, index) => {
    open += changes.get(start) ?? 0;
    return { start, end: places[index + 1] ?? text.length, isRead: open > 0 };
  });
}
