import { useEffect, useRef, useState } from 'preact/hooks';
import { valueAt } from '../../../plan/pointer.ts';
import { failureText } from '../loading.tsx';
import { words } from '../words.ts';
import { correct, edit, failed, marked } from './changes.ts';
import { edtfIn, numberIn } from './shown.ts';
import { plan, selectAndShow, view } from './state.ts';

type Kind = 'cell' | 'number' | 'date' | 'role' | 'text';

/** Fields that a document need not state. */
const NULLABLE =
  /^\/(number|issuedOn|issuedAt|title|period|type)$|\/(position|capacity|group|due|reference|recurrence|action|agency)$|^\/citations\/\d+\/(type|issuedOn|issuer)$|^\/(issuer|signer)\/name$/;

/** The form in the place of a value that is being edited. */
export function Editor({ at }: { at: string }) {
  const w = words.value;
  const kind = kindOf(at);
  const [text, setText] = useState(() => textOf(at, kind));
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  const leave = (): void => {
    edit(null);
    requestAnimationFrame(() => selectAndShow(at));
  };
  const save = async (): Promise<void> => {
    const value = typedValue(text, kind);
    setWrong(value === undefined);
    if (value === undefined) return;
    await correct(at, value);
    if (failed.value === null) requestAnimationFrame(() => selectAndShow(at));
  };
  const isLong = kind === 'text' && text.length > 60;
  const common = {
    ref: field,
    'aria-label': w.desk.newValue,
    'aria-invalid': isWrong,
    value: text,
    onInput: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        void save();
      }
    },
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {kind === 'role' ? (
        <select {...common}>
          <option value="">{w.desk.notStated}</option>
          <option value="lead">{w.desk.lead}</option>
          <option value="partner">{w.desk.partner}</option>
        </select>
      ) : isLong ? (
        <textarea rows={3} {...common} />
      ) : (
        <input type="text" inputMode={kind === 'number' ? 'decimal' : 'text'} {...common} />
      )}
      <span class="buttons">
        <button type="submit" class="main">
          {w.desk.save}
        </button>
        <button type="button" onClick={leave}>
          {w.desk.cancel}
        </button>
        {NULLABLE.test(at) && (
          <button type="button" class="quiet" onClick={() => void correct(parentOf(at), null)}>
            {w.desk.setNotStated}
          </button>
        )}
      </span>
      <small aria-live="polite">
        {failed.value !== null ? (
          <span class="failed">{failureText(failed.value)}</span>
        ) : isWrong ? (
          <span class="failed">{w.failure.known['not-valid']}</span>
        ) : marked.value !== null ? (
          w.desk.markedOn(marked.value.page)
        ) : kind === 'date' ? (
          w.desk.dateHint
        ) : (
          view.value === 'page' && w.desk.markHint
        )}
      </small>
    </form>
  );
}

/** A body without a name, and a signer without one, are not stated at all. */
function parentOf(at: string): string {
  return at.replace(/^\/(issuer|signer)\/name$/, '/$1');
}

function kindOf(at: string): Kind {
  if (/\/cells\/\d+$/.test(at)) return 'cell';
  if (/^\/targets\/\d+\/value$/.test(at)) return 'number';
  if (/^\/period$|\/(issuedOn|due)$/.test(at)) return 'date';
  return /\/role$/.test(at) ? 'role' : 'text';
}

function textOf(at: string, kind: Kind): string {
  const value = valueAt(plan.value?.record, at);
  if (kind === 'cell') return String(valueAt(value, '/text') ?? '');
  if (value === null || value === undefined) return '';
  if (kind === 'date') return words.value.date(String(value));
  return typeof value === 'number'
    ? new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }).format(value)
    : String(value);
}

/** What was typed as a value of the record; undefined where it is none. */
function typedValue(text: string, kind: Kind): unknown {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (kind === 'cell') return { text: typed, value: numberIn(typed) };
  if (typed === '') return kind === 'role' ? null : undefined;
  if (kind === 'number') return numberIn(typed) ?? undefined;
  return kind === 'date' ? edtfIn(typed) : typed;
}
