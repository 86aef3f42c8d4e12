import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** An installed Chromium; the tests of the client are left out where there is none. */
export const BROWSER = [process.env.KEHOACH_BROWSER, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
if (BROWSER === undefined) {
  console.warn(
    'No Chromium is installed (KEHOACH_BROWSER names one): the tests of the review desk in a browser are left out.',
  );
}

export async function openBrowser(): Promise<Browser> {
  // A browser in a container of its own user has no sandbox to go into.
  return chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
}

/** Fails where axe finds a serious fault of accessibility on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's own policy lets no other script in; the protocol of the browser does.
  await page.evaluate(axe.source);
  const faults: unknown = await page.evaluate(`axe.run(document, {
    resultTypes: ['violations'],
  }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })))`);
  expect(faults).toEqual([]);
}
