import { useRef } from 'preact/hooks';
import { hasKeys, switchKeys, useKeys } from './keys.ts';
import { AddPage } from './pages/add.tsx';
import { ComparePage } from './pages/compare.tsx';
import { DeskPage } from './pages/desk.tsx';
import { QueuePage } from './pages/queue.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { canEdit, session, signOut } from './requests.ts';
import { place } from './router.ts';
import { chooseLang, lang, words } from './words.ts';

const PLAN = /^\/plans\/([a-z0-9-]+)$/;

/** The frame of every page: what the desk can do, who one is, and the page itself. */
export function App() {
  const w = words.value;
  const { path } = place.value;
  const plan = PLAN.exec(path)?.[1];
  return (
    <>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <header class="bar">
        <a class="name" href="/">
          {w.name}
        </a>
        <nav aria-label={w.nav.label}>
          <NavLink to="/" isHere={path === '/' || plan !== undefined}>
            {w.nav.queue}
          </NavLink>
          <NavLink to="/compare" isHere={path === '/compare'}>
            {w.nav.compare}
          </NavLink>
          {canEdit() && (
            <NavLink to="/add" isHere={path === '/add'}>
              {w.nav.add}
            </NavLink>
          )}
        </nav>
        <span class="grow" />
        {session.value?.account && <span class="who">{session.value.account.name}</span>}
        {session.value?.hasAccounts === true && session.value.account !== null && (
          <button type="button" class="quiet" onClick={() => void signOut()}>
            {w.signIn.out}
          </button>
        )}
        <LanguageSwitch />
        <Keys of={plan === undefined ? 'queue' : 'desk'} />
      </header>
      <main
        id="main"
        tabIndex={-1}
        class={plan === undefined || session.value?.account === null ? 'page' : 'desk'}
      >
        {session.value === null ? (
          <p class="note" role="alert">
            {w.failure.unreachable}
          </p>
        ) : session.value.account === null ? (
          <SignInPage />
        ) : plan !== undefined ? (
          <DeskPage key={plan} id={plan} />
        ) : path === '/compare' ? (
          <ComparePage />
        ) : path === '/add' ? (
          <AddPage />
        ) : (
          <QueuePage />
        )}
      </main>
    </>
  );
}

function NavLink({ to, isHere, children }: { to: string; isHere: boolean; children: string }) {
  return (
    <a href={to} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </a>
  );
}

function LanguageSwitch() {
  return (
    <fieldset class="switch" aria-label={words.value.language}>
      {(['vi', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={lang.value === each}
          onClick={() => chooseLang(each)}
        >
          {each === 'vi' ? 'Tiếng Việt' : 'English'}
        </button>
      ))}
    </fieldset>
  );
}

function Keys({ of }: { of: 'queue' | 'desk' }) {
  const w = words.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => dialog.current?.showModal();
  useKeys({ '?': open });
  return (
    <>
      <button type="button" class="quiet" onClick={open}>
        {w.keys} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-label={w.keys}>
        <h2>{w.keys}</h2>
        <dl class="keys">
          {w.keyList[of].map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input
            type="checkbox"
            checked={hasKeys.value}
            onChange={(event) => switchKeys(event.currentTarget.checked)}
          />{' '}
          {w.keyList.switch}
        </label>
        <form method="dialog">
          <button type="submit">{w.close}</button>
        </form>
      </dialog>
    </>
  );
}
