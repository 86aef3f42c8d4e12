import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';
import { conflict, edit, reload } from './changes.ts';
import { shown } from './shown.ts';

/** Both values where two people changed the same one, to choose between. */
export function ConflictView() {
  const w = words.value.desk;
  const dialog = useRef<HTMLDialogElement>(null);
  const current = conflict.value;
  useEffect(() => {
    if (current !== null) dialog.current?.showModal();
  }, [current]);
  if (current === null) return null;
  const { answer, insist } = current;
  const close = (): void => {
    dialog.current?.close();
    conflict.value = null;
  };
  return (
    <dialog ref={dialog} aria-label={w.conflict} onCancel={close}>
      <h2>{w.conflict}</h2>
      <dl class="fields">
        <div>
          <dt>
            {answer.theirs === null ? '' : w.theirs(answer.theirs.by, words.value.time(answer.theirs.at))}
          </dt>
          <dd>{answer.theirs === null ? w.theirsGone : shown(answer.theirs.value)}</dd>
        </div>
        <div>
          <dt>{w.mine}</dt>
          <dd>{shown(answer.mine)}</dd>
        </div>
      </dl>
      <p class="buttons">
        <button
          type="button"
          class="main"
          onClick={() => {
            close();
            edit(null);
            void reload();
          }}
        >
          {w.keepTheirs}
        </button>
        <button
          type="button"
          onClick={() => {
            close();
            void insist();
          }}
        >
          {w.useMine}
        </button>
      </p>
    </dialog>
  );
}
