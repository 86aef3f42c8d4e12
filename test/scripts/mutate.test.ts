import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { align } from '../../scripts/mutate/align.ts';
import { type CleanPlan, cleanPlan } from '../../scripts/mutate/clean-plan.ts';
import { faultKinds } from '../../scripts/mutate/faults.ts';
import { planted } from '../../scripts/mutate/plant.ts';
import { tally } from '../../scripts/mutate/report.ts';
import { type Trial, trials } from '../../scripts/mutate/run.ts';
import { ruleIds } from '../../src/check/settings.ts';
import { storeRules } from '../../src/check/store-rules.ts';

const FOLDER = 'test/fixtures/clean';
const RUN = { seed: 'test', places: 1, only: new Set<string>() };

const plans: CleanPlan[] = [];
const done: Trial[] = [];

beforeAll(async () => {
  for (const name of readdirSync(FOLDER).sort()) {
    if (name.startsWith('README')) continue;
    const plan = await cleanPlan(name, readFileSync(`${FOLDER}/${name}`));
    if (plan === null) throw new Error(`${name} is not read`);
    plans.push(plan);
    for await (const trial of trials(plan, faultKinds, RUN)) done.push(trial);
  }
}, 60_000);

describe('faults planted in plans without one', () => {
  test('nothing is found in the plans as they are', () => {
    expect(plans.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test('every fault of arithmetic is found, and of all faults 95 in a hundred', () => {
    const arithmetic = done.filter(({ kind }) => kind.arithmetic);
    expect(arithmetic.length).toBeGreaterThan(30);
    expect(
      arithmetic.filter(({ found }) => !found).map(({ kind, change }) => `${kind.id}: ${change}`),
    ).toEqual([]);
    const { planted, found } = tally(done);
    expect(planted).toBeGreaterThan(100);
    expect(found / planted).toBeGreaterThanOrEqual(0.95);
  });

  test('where a cell is named as misread, it is mostly the one that was', () => {
    const named = done.filter(
      ({ kind, suggested }) => suggested && /^(?:cell-|dot-)/.test(kind.id) && kind.id !== 'cells-swapped',
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ named }) => named !== null).length / named.length).toBeGreaterThanOrEqual(0.9);
  });

  test('the same every time', async () => {
    const [plan] = plans;
    const again: Trial[] = [];
    if (plan !== undefined) for await (const trial of trials(plan, faultKinds, RUN)) again.push(trial);
    expect(again).toEqual(done.filter(({ path }) => path === plan?.path));
  });
});

test('every rule that a text can break has a fault', () => {
  const known = new Set(faultKinds.flatMap(({ rules }) => rules));
  const ofPages = ['low-confidence', 'page-unreadable'];
  const explaining = ['number-misread'];
  const across = storeRules.map(({ id }) => id);
  const without = [...ofPages, ...explaining, ...across];
  expect([...known, ...without].sort()).toEqual([...ruleIds].sort());
});

test('words are found in the document that they were taken from', () => {
  const source = '| 1 | **Xã Tân An** | 1.120 |\n\n- trang 2 -\n\n| 2 | Xã Tân Bình đông dân | 980 |';
  const text = '1\tXã Tân An\t1.120\n2\tXã Tân Bình đông dân\t980';
  const to = align(text, source);
  for (const words of ['Xã', '1.120', 'Bình đông dân', '980']) {
    expect(source.startsWith(words, to[text.indexOf(words)]), words).toBe(true);
  }
});

/** The documents with each fault of a kind planted in the plan of a folder. */
async function plantedIn(path: string, id: string): Promise<{ before: string; after: string[] }> {
  const clean = await cleanPlan(path, readFileSync(path));
  const kind = faultKinds.find((each) => each.id === id);
  if (clean === null || kind === undefined) throw new Error(`${path}: ${id}`);
  const documents = kind.places(clean, () => 0).map(({ edits }) => planted(clean, edits) ?? '');
  return { before: clean.source, after: documents };
}

test('another document follows behind the last table, not within it', async () => {
  const path = 'test/fixtures/invented/bhyt-mo-cay-2026/source.md';
  const { before, after } = await plantedIn(path, 'second-document');
  expect(after).toHaveLength(1);
  for (const document of after) expect(document.startsWith(before)).toBe(true);
});

test.each([
  ['so-y-te-lao-cai-sot-xuat-huyet-2024/source.txt', /SỞ Y TẾ|UBND TỈNH/],
  ['nha-o-xa-hoi-hai-phong-2026/source.md', /ỦY BAN NHÂN/],
])('the letterhead of %s names no body where the issuer is taken out', async (path, body) => {
  const { before, after } = await plantedIn(`test/fixtures/invented/${path}`, 'issuer-removed');
  expect(before.slice(0, 300)).toMatch(body);
  expect(after).toHaveLength(1);
  for (const document of after) expect(document.slice(0, 300)).not.toMatch(body);
});
