import { useEffect, useRef, useState } from 'preact/hooks';
import type { IntakeAnswer } from '../../api.ts';
import { failureText, useAnswer, Waiting } from '../loading.tsx';
import { send } from '../requests.ts';
import { lang, words } from '../words.ts';

const LOOK_AGAIN_MS = 700;

/** Documents are dropped here, and one sees how they fare. */
export function AddPage() {
  const w = words.value.add;
  const { answer, failure, again } = useAnswer<IntakeAnswer>('/api/documents');
  const isBusy = answer?.documents.some(({ state }) => state === 'waiting' || state === 'reading') ?? false;
  useEffect(() => {
    if (!isBusy) return;
    const timer = setTimeout(() => void again(), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  return (
    <>
      <div class="title">
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </div>
      <Drop onSent={again} />
      {answer === null ? <Waiting failure={failure} /> : <Documents answer={answer} />}
    </>
  );
}

function Drop({ onSent }: { onSent: () => Promise<void> }) {
  const w = words.value.add;
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [sending, setSending] = useState<{ done: number; all: number } | null>(null);
  const [failures, setFailures] = useState<{ name: string; failure: unknown }[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    setFailures([]);
    for (const [done, file] of files.entries()) {
      setSending({ done: done + 1, all: files.length });
      const form = new FormData();
      form.append('document', file, file.name);
      try {
        await send('POST', '/api/documents', form);
        await onSent();
      } catch (failure) {
        setFailures((before) => [...before, { name: file.name, failure }]);
      }
    }
    setSending(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same for the keyboard
    <div
      class={`drop ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>
        {w.drop}{' '}
        <button type="button" class="main" onClick={() => field.current?.click()}>
          {w.choose}
        </button>
      </p>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={w.choose}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void take(files);
        }}
      />
      <p aria-live="polite" class="dim">
        {sending !== null && w.sending(sending.done, sending.all)}
      </p>
      {failures.map(({ name, failure }) => (
        <p key={name} class="failed" role="alert">
          {name}: {failureText(failure)}
        </p>
      ))}
    </div>
  );
}

function Documents({ answer }: { answer: IntakeAnswer }) {
  const w = words.value.add;
  if (answer.documents.length === 0) return <p class="note">{w.none}</p>;
  return (
    <div class="scroll">
      <table class="plans" aria-live="polite">
        <caption class="hidden">{w.list}</caption>
        <thead>
          <tr>
            <th scope="col">{w.columns.name}</th>
            <th scope="col">{w.columns.state}</th>
            <th scope="col">{w.columns.plan}</th>
          </tr>
        </thead>
        <tbody>
          {answer.documents.map(({ id, name, state, plan, failure, seconds }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>
                <span class={`tally ${TALLIES[state]}`}>{w.states[state]}</span> {failure?.[lang.value]}
                {seconds !== undefined && <span class="dim">{w.seconds(seconds)}</span>}
              </td>
              <td>
                {plan !== null && (
                  <a href={`/plans/${plan}`}>
                    {w.open} {plan}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const TALLIES = { waiting: 'info', reading: 'info', done: 'done', duplicate: 'warning', failed: 'error' };
