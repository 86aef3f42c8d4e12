import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import { lazyRecognizer } from '../../src/recognize/lazy-recognizer.ts';
import { saveAccount } from '../../src/store/accounts.ts';
import { hashPassword } from '../../src/web/server/passwords.ts';
import { put } from '../batch/folder.ts';
import { BROWSER, expectAccessible, openBrowser } from './browser.ts';
import { openDesk } from './desk.ts';

const CLIENT = fileURLToPath(new URL('../../dist/src/web/client', import.meta.url));
const SCANS = new URL('../fixtures/scans/', import.meta.url);
const scan = (name: string): string => fileURLToPath(new URL(name, SCANS));

describe.skipIf(BROWSER === undefined)('in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  const recognizer = lazyRecognizer();
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await recognizer.close();
  });

  /** A desk that listens, with the given documents on it, and a page of the size of a small laptop's screen. */
  async function openPage(documents: Record<string, string | Uint8Array> = {}, accounts = false) {
    const { app, store, cwd } = await openDesk({
      client: CLIENT,
      access: accounts ? { kind: 'accounts' } : { kind: 'local', name: 'hoa' },
      process: (input, options) =>
        processDocument(input, { ...options, recognize: (image, page) => recognizer.recognize(image, page) }),
    });
    for (const [path, content] of Object.entries(documents)) {
      const bytes = typeof content === 'string' ? readFileSync(content) : content;
      put(cwd, path, bytes);
      const { record, text } = await processDocument(
        { path, bytes },
        { recognize: (image, at) => recognizer.recognize(image, at) },
      );
      await store.save(record, text);
    }
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('pageerror', (error) => expect.unreachable(error.message));
    page.setDefaultTimeout(15_000);
    onTestFinished(() => page.close());
    return { page, store, address: `http://127.0.0.1:${port}` };
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

  test('an archivist’s morning: a scan is dropped, its totals are compared with the page, one is corrected', {
    timeout: 180_000,
  }, async () => {
    const { page, address } = await openPage();
    await page.goto(`${address}/add`);
    await expectAccessible(page);
    await page.locator('input[type=file]').setInputFiles(scan('bilevel-300/tra-vinh-49-kh-bcd-2023.pdf'));
    await page
      .locator('main')
      .getByRole('link', { name: /tra-vinh-49/ })
      .click({ timeout: 150_000 });

    const wrong = page.locator('.finding', { hasText: 'BHYT: các dòng cộng lại' });
    await wrong.locator('.place').click();
    await pageSeen(page);
    expect(await page.locator('.finding', { hasText: 'table-total' }).count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.sum tfoot').innerText()).toMatch(/102\.720[\s\S]*108\.441[\s\S]*5\.721/);
    expect(await page.locator('.toolbar').innerText()).toContain('Trang 2 / 6');
    expect(await page.locator('.mark').count()).toBe(1);
    expect(await page.locator('.chosen-value').innerText()).toContain('108.441');
    await expectAccessible(page);

    await page.keyboard.press('e');
    await expectAccessible(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('102.720');
    await page.keyboard.press('Enter');
    await page.getByText('Sau khi sửa đã khớp.').waitFor();
    expect(await page.locator('.value.corrected').first().innerText()).toContain('102.720');

    const missing = page.locator('.finding', { hasText: 'date-missing' });
    await missing.getByText('Chấp nhận').click();
    await missing.getByRole('textbox', { name: 'Lý do' }).fill('để trống');
    await missing.getByRole('button', { name: 'Chấp nhận' }).click();
    await missing.getByText('Bản gốc ghi như vậy: để trống').waitFor();
    await expectAccessible(page);

    const waiting = page.waitForEvent('download');
    await page.getByText('Tải bản đã sửa').click();
    const gold = JSON.parse(readFileSync(await (await waiting).path(), 'utf8'));
    expect(gold.tables[0].rows[10].cells[3]).toEqual({ text: '102.720', value: 102720 });

    await page.keyboard.press('d');
    await page.locator('.plans .tally.done').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('1 plan, 1 checked').waitFor();
    await expectAccessible(page);
  });

  test('a value that was missed is marked on the page; a click on words finds their value', async () => {
    const { page, address } = await openPage({ 'plan.pdf': scan('digital/tra-vinh-49-kh-bcd-2023.pdf') });
    await page.goto(address);
    await page.getByRole('link', { name: /Trà Vinh/ }).click();
    await pageSeen(page);
    const sheet = page.locator('.sheet');
    const { x, y, width, height } = (await sheet.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(x + width * 0.3, y + height * 0.078);
    expect(await page.locator('.record [aria-pressed=true]').innerText()).toBe('49/KH-BCĐ');

    await page.locator('[data-pointer="/issuedOn"]').dblclick();
    await page.mouse.move(x + width * 0.5, y + height * 0.05);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.8, y + height * 0.07, { steps: 3 });
    await page.mouse.up();
    await page.locator('.editor input').fill('10/02/2023');
    await page.keyboard.press('Enter');
    await page.locator('.value.corrected', { hasText: '10/02/2023' }).waitFor();
    expect(await page.locator('.mark').count()).toBe(1);
    await page.keyboard.press('u');
    await expect.poll(() => page.locator('.value.corrected').count()).toBe(0);
  });

  test('a researcher’s question: who wants how much health insurance, and where does it say so', async () => {
    const corpus = ['can-tho-53-kh-ubnd-2025', 'ha-noi-15-kh-ubnd-2025', 'dong-thap-kh-ubnd-2021-2025'];
    const { page, address } = await openPage(
      Object.fromEntries(corpus.map((name) => [`${name}.txt`, `corpus/${name}/source.txt`])),
    );
    await page.goto(`${address}/compare?indicator=bhyt&measure=share`);
    const places = page.locator('.figures tbody th');
    await places.first().waitFor();
    expect(await places.allInnerTexts()).toEqual(['Cần Thơ', 'Hà Nội', 'Đồng Tháp']);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sắp theo 2025' }).click();
    await expect.poll(() => places.first().innerText()).toBe('Đồng Tháp');
    await page.getByRole('link', { name: '96,11 %' }).click();
    await page.locator('.text mark').waitFor();
    expect(await page.locator('.text mark').innerText()).toBe('96,11');
    expect(await page.locator('.record [aria-pressed=true]').innerText()).toBe('96,11 %');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'So sánh' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await expectAccessible(page);
  });

  test('markup in a document stays text', async () => {
    const text = readFileSync(scan('text/lam-dong-tiem-chung-2026.txt'), 'utf8');
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
    await expectAccessible(page);
  });

  test('markup on a scanned page stays text', async () => {
    const lines = readFileSync(scan('text/lam-dong-tiem-chung-2026.txt'), 'utf8').split('\n').slice(0, 22);
    const marked = lines.join('\n').replace('công tác', '<script>alert(1)</script> công tác');
    const paper = await browser.newPage({ viewport: { width: 794, height: 1123 }, deviceScaleFactor: 2.5 });
    await paper.setContent(
      '<pre style="white-space: pre-wrap; margin: 60px; font: 18px/1.5 Tinos, serif"></pre>',
    );
    await paper.locator('pre').evaluate((pre, text) => Reflect.set(pre, 'textContent', text), marked);
    const image = await paper.screenshot();
    await paper.close();
    const { page, address } = await openPage({ 'plan.png': image });
    page.on('dialog', () => expect.unreachable('a script of the document ran'));
    await page.goto(address);
    await page.locator('.plans a').click();
    await pageSeen(page);
    await page
      .getByText(/script.*alert/)
      .first()
      .waitFor();
    expect(await page.locator('main script').count()).toBe(0);
  });

  test('one signs in first where there are accounts, and a viewer has nothing to change with', async () => {
    const documents = { 'plan.txt': scan('text/lam-dong-tiem-chung-2026.txt') };
    const { page, address, store } = await openPage(documents, true);
    const hash = await hashPassword('một mật khẩu dài');
    await store.change((db) => saveAccount(db, { name: 'an', role: 'viewer' }, hash));
    await page.goto(`${address}/plans/lam-dong-2847-kh-ubnd-2025`);
    await expectAccessible(page);
    expect(await page.locator('main').innerText()).not.toContain('2847');
    await page.getByLabel('Tên').fill('an');
    await page.getByLabel('Mật khẩu').fill('một mật khẩu dài');
    await page.keyboard.press('Enter');
    await page.getByText('2847/KH-UBND').first().waitFor();
    expect(await page.getByRole('button', { name: /Chấp nhận|Đã đối chiếu|Sửa/ }).count()).toBe(0);
  });
});
