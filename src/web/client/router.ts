import { signal } from '@preact/signals';

/** Where one is: the path and the search of the address. */
export const place = signal(here());

addEventListener('popstate', () => {
  place.value = here();
});

export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  place.value = here();
  if (how === 'push') scrollTo(0, 0);
}

/** Follows links of the desk without loading it anew; everything else is left to the browser. */
export function followLinks(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.hasAttribute('download') || link.target !== '') return;
    if (link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}

function here(): { path: string; search: URLSearchParams } {
  return { path: location.pathname, search: new URLSearchParams(location.search) };
}
