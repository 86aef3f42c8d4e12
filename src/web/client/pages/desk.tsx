import { useEffect } from 'preact/hooks';
import type { PlanAnswer } from '../../api.ts';
import { edit, editing, failed, review, undo } from '../desk/changes.ts';
import { ConflictView } from '../desk/conflict-view.tsx';
import { shownPointer } from '../desk/findings-view.tsx';
import { PageView } from '../desk/page-view.tsx';
import { RecordView } from '../desk/record-view.tsx';
import {
  evidenceOf,
  lay,
  plan,
  select,
  selectAndShow,
  selected,
  shownPage,
  shownValues,
  view,
  zoom,
} from '../desk/state.ts';
import { TextView } from '../desk/text-view.tsx';
import { useKeys } from '../keys.ts';
import { failureText, useAnswer, Waiting } from '../loading.tsx';
import { nextInQueue, queueAddress } from '../queue-order.ts';
import { canEdit } from '../requests.ts';
import { go, place } from '../router.ts';
import { words } from '../words.ts';

const ZOOMS = [1, 1.5, 2, 3];

/** One plan: its pages or text at the left, what was read from them at the right. */
export function DeskPage({ id }: { id: string }) {
  const w = words.value.desk;
  const { answer, failure } = useAnswer<PlanAnswer>(`/api/plans/${id}`);
  useEffect(() => {
    if (answer === null) return;
    lay(answer);
    const at = place.peek().search.get('at');
    if (at === null) return;
    const pointer = shownPointer(at);
    select(pointer);
    // Once what was chosen is on the desk.
    requestAnimationFrame(() => selectAndShow(pointer));
  }, [answer]);
  const next = nextInQueue(id);
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    f: nextFinding,
    '[': () => turn(-1),
    ']': () => turn(1),
    e: () => selected.value !== null && canEdit() && edit(selected.value),
    u: () => void undo(),
    d: () => void finish(),
    n: () => go(next === null ? queueAddress() : `/plans/${next}`),
    q: () => go(queueAddress()),
  });
  const finish = async (): Promise<void> => {
    if (await review(true)) go(next === null ? queueAddress() : `/plans/${next}`);
  };
  useEffect(() => () => edit(null), [id]);
  if (answer === null || plan.value?.record.id !== id) return <Waiting failure={failure} />;
  const { record } = plan.value;
  return (
    <>
      <div class="heading">
        <a href={queueAddress()}>← {w.back}</a>
        <h1>
          {record.number !== null && <b>{record.number}</b>} {record.title ?? record.id}
        </h1>
        <Actions finish={finish} />
        {next !== null && <a href={`/plans/${next}`}>{w.next} →</a>}
      </div>
      <section class="document" aria-label={w.source}>
        <Toolbar />
        {view.value === 'page' ? <PageView /> : <TextView />}
        <Chosen />
      </section>
      <section class="record" aria-label={w.record}>
        <RecordView />
      </section>
      <ConflictView />
    </>
  );
}

/** What one can do with the plan as a whole. */
function Actions({ finish }: { finish: () => Promise<void> }) {
  const w = words.value;
  const answer = plan.value;
  if (answer === null) return null;
  return (
    <>
      {failed.value !== null && editing.value === null && (
        <span class="failed" role="alert">
          {failureText(failed.value)}
        </span>
      )}
      {answer.review !== null && (
        <span class="tally done">{w.desk.checkedBy(answer.review.by, w.time(answer.review.at))}</span>
      )}
      {canEdit() && (
        <>
          {answer.undo !== null && (
            <button type="button" onClick={() => void undo()}>
              {w.desk.undo}
            </button>
          )}
          {answer.review === null ? (
            <button type="button" class="main" onClick={() => void finish()}>
              {w.desk.checked}
            </button>
          ) : (
            <button type="button" onClick={() => void review(false)}>
              {w.desk.uncheck}
            </button>
          )}
        </>
      )}
      <a href={`/api/plans/${answer.record.id}/corrected.json`} download>
        {w.desk.download}
      </a>
    </>
  );
}

function Toolbar() {
  const w = words.value.desk;
  const answer = plan.value;
  if (answer === null) return null;
  const pages = answer.record.source.pages.length;
  const isPages = view.value === 'page';
  return (
    <div class="toolbar">
      {answer.hasImages && (
        <fieldset class="switch" aria-label={w.source}>
          <button type="button" aria-pressed={isPages} onClick={() => (view.value = 'page')}>
            {w.pageView}
          </button>
          <button type="button" aria-pressed={!isPages} onClick={() => (view.value = 'text')}>
            {w.textView}
          </button>
        </fieldset>
      )}
      {isPages && (
        <>
          <span class="group">
            <button
              type="button"
              aria-label={w.previousPage}
              disabled={shownPage.value <= 1}
              onClick={() => turn(-1)}
            >
              ‹
            </button>
            <span aria-live="polite">{w.page(shownPage.value, pages)}</span>
            <button
              type="button"
              aria-label={w.nextPage}
              disabled={shownPage.value >= pages}
              onClick={() => turn(1)}
            >
              ›
            </button>
          </span>
          <span class="group">
            <button
              type="button"
              aria-label={w.smaller}
              disabled={zoom.value === 1}
              onClick={() => resize(-1)}
            >
              −
            </button>
            <button type="button" aria-label={w.larger} disabled={zoom.value === 3} onClick={() => resize(1)}>
              +
            </button>
          </span>
        </>
      )}
      <span class="path">
        <bdi>{answer.record.source.path}</bdi>
      </span>
    </div>
  );
}

/** The words of the chosen value as they stand in the document. */
function Chosen() {
  const w = words.value;
  const pointer = selected.value;
  const evidence = pointer === null ? null : evidenceOf(pointer);
  return (
    <div class="chosen-value" aria-live="polite">
      {pointer !== null && canEdit() && editing.value === null && (
        <button type="button" class="edit" onClick={() => edit(pointer)}>
          {w.desk.edit} <kbd>e</kbd>
        </button>
      )}
      {pointer === null ? (
        <span class="dim">{w.desk.nothingSelected}</span>
      ) : evidence === null ? (
        <span class="dim">{w.desk.noPlace}</span>
      ) : (
        <>
          {evidence.quote !== '' && <q>{evidence.quote}</q>}{' '}
          <span class="dim">
            {w.desk.onPage(evidence.page)}
            {evidence.confidence < 1 && ` · ${w.percent(evidence.confidence)}`}
            {evidence.alternatives !== undefined &&
              ` · ${w.desk.alternatives(evidence.alternatives.join(', '))}`}
          </span>
        </>
      )}
    </div>
  );
}

function turn(by: number): void {
  const pages = plan.value?.record.source.pages.length ?? 1;
  shownPage.value = Math.max(1, Math.min(pages, shownPage.value + by));
}

function resize(by: number): void {
  zoom.value = ZOOMS[ZOOMS.indexOf(zoom.value) + by] ?? zoom.value;
}

/** Goes to the value behind or before the chosen one. */
function step(by: number): void {
  const values = shownValues();
  const at = values.findIndex(({ dataset }) => dataset.pointer === selected.value);
  const pointer = values[at < 0 ? 0 : Math.max(0, Math.min(values.length - 1, at + by))]?.dataset.pointer;
  if (pointer !== undefined) selectAndShow(pointer);
}

/** Goes to the first value of the next finding that has a place. */
function nextFinding(): void {
  const places = (plan.value?.record.findings ?? []).flatMap(({ at }) => at.slice(0, 1).map(shownPointer));
  const next = places[places.indexOf(selected.value ?? '') + 1] ?? places[0];
  if (next !== undefined) selectAndShow(next);
}
