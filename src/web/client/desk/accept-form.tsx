import { useState } from 'preact/hooks';
import { words } from '../words.ts';
import { accept } from './changes.ts';

/** Takes a finding as it is, because the original says so or because it is no fault, with a reason. */
export function AcceptForm({ finding }: { finding: number }) {
  const w = words.value.desk;
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<'asWritten' | 'noFault'>('asWritten');
  const [reason, setReason] = useState('');
  if (!isOpen) {
    return (
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {w.accept} …
      </button>
    );
  }
  return (
    <form
      class="editor accept"
      onSubmit={(event) => {
        event.preventDefault();
        const words = [w[kind], reason.trim()].filter((part) => part !== '').join(': ');
        void accept(finding, words).then((isDone) => isDone && setOpen(false));
      }}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <select
        aria-label={w.accept}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value === 'noFault' ? 'noFault' : 'asWritten')}
      >
        <option value="asWritten">{w.asWritten}</option>
        <option value="noFault">{w.noFault}</option>
      </select>
      <input
        type="text"
        aria-label={w.reason}
        placeholder={w.reason}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <span class="buttons">
        <button type="submit" class="main">
          {w.accept}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          {w.cancel}
        </button>
      </span>
    </form>
  );
}
