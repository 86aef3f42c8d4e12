import { render } from 'preact';
import { App } from './app.tsx';
import { loadSession, session } from './requests.ts';
import { followLinks } from './router.ts';
import { firstLang } from './words.ts';

const root = document.getElementById('desk');
if (root === null) throw new Error('no #desk');
followLinks(root);
await loadSession().catch(() => {});
firstLang(session.value?.lang ?? 'vi');
render(<App />, root);
