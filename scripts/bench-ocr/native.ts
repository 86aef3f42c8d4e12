import { spawnSync } from 'node:child_process';
import type { ReadToken } from './measure.ts';

/** Whether Tesseract with its Vietnamese model is installed, and which: its own first line. */
export function nativeVersion(): string | null {
  const { stdout, status } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  if (status !== 0 || !/^vie$/m.test(stdout)) return null;
  return spawnSync('tesseract', ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? null;
}

/** Reads an image file with the installed Tesseract in one thread; `cpu` is user and system time in seconds. */
export function readNatively(path: string): { tokens: ReadToken[]; cpu: number } {
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', 'tesseract "$0" - -l vie tsv 2>/dev/null; code=$?; times >&2; exit $code', path],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
    },
  );
  if (status !== 0) throw new Error(`tesseract ended with ${status} on ${path}`);
  // Its second line is the time of the shell's children.
  const times = stderr.trim().split('\n').at(-1) ?? '';
  const cpu = [...times.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
  const tokens = stdout.split('\n').flatMap((line) => {
    const fields = line.split('\t');
    const [level, confidence, text] = [fields[0], fields[10], fields[11]];
    return level === '5' && text?.trim() ? [{ text, confidence: Number(confidence) / 100 }] : [];
  });
  return { tokens, cpu };
}
