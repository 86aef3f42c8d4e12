import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '../../../plan/record.ts';
import { words } from '../words.ts';
import { editing, marked } from './changes.ts';
import {
  closestValue,
  evidenceOf,
  plan,
  selectAndShow,
  selected,
  shownPage,
  shownValues,
  zoom,
} from './state.ts';

/** The picture of a page with boxes around the words of the values that were read there. */
export function PageView() {
  const w = words.value.desk;
  const answer = plan.value;
  const page = shownPage.value;
  const pane = useRef<HTMLElement>(null);
  const [failed, setFailed] = useState<number | null>(null);
  const [from, setFrom] = useState<Point | null>(null);
  const isMarking = editing.value !== null;
  const mark = marked.value?.page === page ? marked.value.box : null;
  const chosen = selected.value === null ? null : evidenceOf(selected.value);
  const marks = chosen?.page === page ? chosen.boxes : [];
  useEffect(() => {
    pane.current?.querySelector('.mark')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [marks, zoom.value]);
  if (answer === null) return null;
  return (
    <section
      class="paper"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a page that is scrolled has to be reached by the keyboard
      tabIndex={0}
      aria-label={w.page(page, answer.record.source.pages.length)}
    >
      {failed === page ? (
        <p class="note failed">{w.pageGone}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the values themselves are buttons in the record
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
        <div
          class={`sheet ${isMarking ? 'marking' : ''}`}
          style={{ width: `${100 * zoom.value}%` }}
          onPointerDown={(event) => {
            if (!isMarking) return;
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            setFrom(pointOf(event));
          }}
          onPointerMove={(event) => {
            if (from !== null) marked.value = { page, box: boxBetween(from, pointOf(event)) };
          }}
          onPointerUp={() => setFrom(null)}
          onClick={(event) => {
            if (isMarking) return;
            const { x, y } = pointOf(event);
            const pointer = valueAtPoint(page, x, y);
            if (pointer !== null) selectAndShow(pointer);
          }}
        >
          <img
            draggable={false}
            src={`/api/plans/${answer.record.id}/pages/${page}`}
            alt={w.pageAlt(page)}
            onError={() => setFailed(page)}
          />
          <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            {boxesOn(page).map(([x, y, width, height]) => (
              <rect key={`${x} ${y} ${width}`} x={x} y={y} width={width} height={height} class="word" />
            ))}
            {marks.map(([x, y, width, height]) => (
              <rect
                key={`mark ${x} ${y}`}
                x={x - 0.003}
                y={y - 0.002}
                width={width + 0.006}
                height={height + 0.004}
                class="mark"
              />
            ))}
            {mark !== null && (
              <rect x={mark[0]} y={mark[1]} width={mark[2]} height={mark[3]} class="mark new" />
            )}
          </svg>
        </div>
      )}
    </section>
  );
}

interface Point {
  x: number;
  y: number;
}

/** Where on the page a pointer is, as fractions of it. */
function pointOf({
  clientX,
  clientY,
  currentTarget,
}: {
  clientX: number;
  clientY: number;
  currentTarget: HTMLElement;
}): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1e5) / 1e5;
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
}

function boxBetween(a: Point, b: Point): Box {
  const fraction = (value: number): number => Math.round(value * 1e5) / 1e5;
  return [
    Math.min(a.x, b.x),
    Math.min(a.y, b.y),
    fraction(Math.abs(a.x - b.x)),
    fraction(Math.abs(a.y - b.y)),
  ];
}

/** Every box of a shown value on a page, each once. */
function boxesOn(page: number): Box[] {
  const boxes = new Map<string, Box>();
  for (const { dataset } of shownValues()) {
    const evidence = dataset.pointer === undefined ? null : evidenceOf(dataset.pointer);
    if (evidence?.page !== page) continue;
    for (const box of evidence.boxes) boxes.set(box.join(), box);
  }
  return [...boxes.values()];
}

function valueAtPoint(page: number, x: number, y: number): string | null {
  return closestValue((evidence) => {
    if (evidence.page !== page) return null;
    const isHit = evidence.boxes.some(
      ([left, top, width, height]) => x >= left && x <= left + width && y >= top && y <= top + height,
    );
    return isHit ? evidence.end - evidence.start : null;
  });
}
