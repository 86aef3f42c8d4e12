import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

const KEPT = 'kehoach.keys';

/** Whether keys of a single letter do anything; some people's speech or tremor would press them. */
export const hasKeys = signal(localStorage.getItem(KEPT) !== 'off');

export function switchKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
  hasKeys.value = on;
}

/** Calls what belongs to a key while no field is being typed in and no dialog is open. */
export function useKeys(actions: Record<string, () => void>): void {
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!hasKeys.value || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null)
        return;
      const action = current.current[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
