import { useState } from 'preact/hooks';
import { failureText } from '../loading.tsx';
import { signIn } from '../requests.ts';
import { words } from '../words.ts';

/** Asks who one is, before anything else is shown. */
export function SignInPage() {
  const w = words.value.signIn;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        setFailure(null);
        signIn(name, password).catch(setFailure);
      }}
    >
      <h1>{w.title}</h1>
      <label>
        {w.name}
        <input
          type="text"
          autoComplete="username"
          required
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        {w.password}
        <input
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main">
        {w.in}
      </button>
      {failure !== null && (
        <p class="failed" role="alert">
          {failureText(failure)}
        </p>
      )}
    </form>
  );
}
