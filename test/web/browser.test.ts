import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import { put } from '../batch/folder.ts';
import { BROWSER, expectAccessible, openBrowser } from './browser.ts';
import { openDesk } from './desk.ts';

const CLIENT = fileURLToPath(new URL('../../dist/src/web/client', import.meta.url));
const SCANS = new URL('../fixtures/scans/', import.meta.url);

describe.skipIf(BROWSER === undefined)('in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** A desk that listens, with the given documents on it, and a page of the size of a small laptop's screen. */
  async function openPage(documents: Record<string, Uint8Array>): Promise<{ page: Page; address: string }> {
    const { app, store, cwd } = await openDesk({ client: CLIENT });
    for (const [path, bytes] of Object.entries(documents)) {
      put(cwd, path, bytes);
      const { record, text } = await processDocument({ path, bytes });
      await store.save(record, text);
    }
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('pageerror', (error) => expect.unreachable(error.message));
    page.setDefaultTimeout(15_000);
    onTestFinished(() => page.close());
    return { page, address: `http://127.0.0.1:${port}` };
  }

  /** Waits until the picture of a page is there. */
  async function pageSeen(page: Page): Promise<void> {
    const picture = page.locator('.sheet img');
    await expect
      .poll(() => picture.evaluate((image: object) => Reflect.get(image, 'naturalWidth')), {
        timeout: 15_000,
      })
      .toBeGreaterThan(0);
  }

  test('an archivist sees which total is wrong, its sum, and the figure on the page', async () => {
    const { page, address } = await openPage({
      'plan.pdf': readFileSync(new URL('digital/tra-vinh-49-kh-bcd-2023.pdf', SCANS)),
    });
    await page.goto(address);
    await expectAccessible(page);
    await page.getByRole('link', { name: /Trà Vinh/ }).click();
    await page.getByRole('button', { name: 'Tổng cộng · BHXH bắt buộc' }).click();
    await pageSeen(page);
    expect(await page.locator('.sum tfoot').innerText()).toMatch(/15\.304[\s\S]*15\.647[\s\S]*343/);
    expect(await page.locator('.toolbar').innerText()).toContain('Trang 2 / 6');
    expect(await page.locator('.mark').count()).toBe(1);
    expect(await page.locator('.chosen-value').innerText()).toContain('15.647');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('.sum tfoot').innerText()).toMatch(/off by\s+343/);
    await expectAccessible(page);
  });

  test('a click on the page finds the value that was read there', async () => {
    const { page, address } = await openPage({
      'plan.pdf': readFileSync(new URL('digital/tra-vinh-49-kh-bcd-2023.pdf', SCANS)),
    });
    await page.goto(address);
    await page.getByRole('link', { name: /Trà Vinh/ }).click();
    const sheet = page.locator('.sheet');
    await pageSeen(page);
    const { width, height } = (await sheet.boundingBox()) ?? { width: 0, height: 0 };
    await sheet.click({ position: { x: width * 0.3, y: height * 0.078 } });
    expect(await page.locator('.record [aria-pressed=true]').innerText()).toBe('49/KH-BCĐ');
  });

  test('markup in a document stays text', async () => {
    const text = readFileSync(new URL('text/lam-dong-tiem-chung-2026.txt', SCANS), 'utf8');
    const marked = text.replace(
      'Triển khai công tác',
      'Triển khai <script>alert(1)</script><img src=x> công tác',
    );
    const { page, address } = await openPage({ 'plan.txt': Buffer.from(marked) });
    page.on('dialog', () => expect.unreachable('a script of the document ran'));
    await page.goto(address);
    await page.locator('.plans a').click();
    await page.getByText('<script>alert(1)</script>').first().waitFor();
    expect(await page.locator('main script, main img').count()).toBe(0);
  });
});
