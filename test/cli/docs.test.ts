import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';

const page = readFileSync('docs/cli.md', 'utf8');

test('docs/cli.md lists every exit code', () => {
  const documented = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(documented).toEqual(Object.values(EXIT));
});

test('links of the documentation lead somewhere', () => {
  for (const name of ['README.md', 'README.vi.md', 'CONTRIBUTING.md', 'docs/cli.md', 'docs/evaluation.md']) {
    const folder = name.startsWith('docs/') ? 'docs/' : '';
    const text = readFileSync(name, 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#:]+)\)/g)) {
      if (!target.endsWith('/'))
        expect(() => readFileSync(`${folder}${target}`), `${name}: ${target}`).not.toThrow();
    }
  }
});
