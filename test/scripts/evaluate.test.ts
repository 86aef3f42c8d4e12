import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { align } from '../../scripts/evaluate/align.ts';
import {
  calibrationOf,
  calibrationTable,
  certaintyTable,
  type Judged,
} from '../../scripts/evaluate/calibration.ts';
import { evaluate, findGold, inKind, pairGold } from '../../scripts/evaluate/documents.ts';
import { changeList, differenceList, scoreTable } from '../../scripts/evaluate/print.ts';
import { compare, type Gold } from '../../scripts/evaluate/score.ts';
import { changes, EVERY_FIELD, scoresOf } from '../../scripts/evaluate/scores.ts';
import { canonical, SOFT, similarity } from '../../scripts/evaluate/similarity.ts';
import { scoreOf } from '../../scripts/evaluate/tally.ts';
import { DocumentFailure } from '../../src/plan/failure.ts';
import { folderWith } from '../batch/folder.ts';
import { finding, inventedRecord } from '../report/invented.ts';

function gold(differences: Partial<Gold> = {}): Gold {
  const { schemaVersion, id, status, source, evidence, ...facts } = inventedRecord();
  return { ...facts, ...differences };
}

/** Fields that are not wholly right, as "field right/extra/missing". */
function faults(expected: Gold, actual: Gold): string[] {
  return [...compare(expected, actual).fields].flatMap(
    ([
      field,
      {
        strict: { right, extra, missing },
      },
    ]) => (extra + missing === 0 || field.startsWith('(') ? [] : [`${field} ${right}/${extra}/${missing}`]),
  );
}

describe('texts', () => {
  test.each([
    ['Hoà bình', 'Hòa  bình'],
    ['UỶ BAN', 'ủy ban'],
    ['a\u0302', '\u00e2'],
  ])('%s is %s', (a, b) => expect(canonical(a)).toBe(canonical(b)));

  test.each([
    ['một hai ba bốn năm', 'một hai ba bốn năm', 1],
    ['một, hai; ba.', 'Một hai ba', 1],
    ['một hai ba bốn', 'một hai ba năm', 0.75],
    ['một hai', 'hai một', 0.5],
    ['1.188.826 người', '1.188.825 người', 0.5],
    ['', '', 1],
    ['', 'một', 0],
  ])('%j and %j are alike by the tokens they share in order', (a, b, expected) => {
    expect(similarity(a, b)).toBe(expected);
  });
});

describe('align', () => {
  const closeness = (a: number, b: number): number => Math.max(0, 1 - Math.abs(a - b) / 10);

  test('finds the matching with the greatest sum, not the greedy one', () => {
    const { toActual } = align([10, 14], [13, 19], closeness, 0.1);
    expect([...toActual]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test('leaves what fits too badly, on either side', () => {
    expect([...align([1, 50], [2], closeness, 0.5).toActual]).toEqual([[0, 0]]);
    expect([...align([1], [50, 2], closeness, 0.5).toActual]).toEqual([[0, 1]]);
    expect(align([], [1], closeness, 0.5).toActual.size).toBe(0);
  });

  test('keeps the order of entries that are alike', () => {
    expect([...align([7, 7, 7], [7, 7, 7], closeness, 0.5).toActual]).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('compare', () => {
  test('a record that is its gold has no faults', () => expect(faults(gold(), gold())).toEqual([]));

  test('what is not stated and not printed counts for nothing', () => {
    const { fields } = compare(gold({ number: null }), gold({ number: null }));
    expect(fields.get('number')?.strict).toEqual({ right: 0, extra: 0, missing: 0 });
  });

  test('missing, extra and wrong values', () => {
    expect(faults(gold(), gold({ number: null }))).toEqual(['number 0/0/1']);
    expect(faults(gold({ number: null }), gold())).toEqual(['number 0/1/0']);
    expect(faults(gold(), gold({ number: '8/KH-UBND' }))).toEqual(['number 0/1/1']);
  });

  test('header and record are right as a whole or not at all', () => {
    const whole = (actual: Gold): unknown[] =>
      ['(whole header)', '(whole record)'].map(
        (field) => compare(gold(), actual).fields.get(field)?.strict.right,
      );
    expect(whole(gold())).toEqual([1, 1]);
    expect(whole(gold({ recipients: [] }))).toEqual([1, 0]);
    expect(whole(gold({ number: '8/KH-UBND' }))).toEqual([0, 0]);
  });

  test('a text that is nearly right is softly right', () => {
    const title = 'Trồng cây xanh và chăm sóc cây năm 2024';
    const { fields } = compare(gold({ title }), gold({ title: `${title} tại` }));
    expect(fields.get('title')?.strict).toEqual({ right: 0, extra: 1, missing: 1 });
    expect(fields.get('title')?.soft).toEqual({ right: 1, extra: 0, missing: 0 });
    expect(SOFT).toBe(0.8);
  });

  test('entries are matched whatever their order', () => {
    const [citation] = gold().citations;
    if (citation === undefined) throw new Error('no citation');
    const other = { ...citation, number: '9/NQ-CP' };
    expect(faults(gold({ citations: [citation, other] }), gold({ citations: [other, citation] }))).toEqual(
      [],
    );
  });

  test('a missing target misses all its parts but is one difference', () => {
    const { fields, differences } = compare(gold(), gold({ targets: [] }));
    expect(fields.get('targets')?.strict.missing).toBe(1);
    expect(fields.get('targets.whole')?.strict.missing).toBe(1);
    expect(fields.get('targets.value')?.strict.missing).toBe(1);
    expect(fields.get('targets.group')?.strict.missing).toBe(0);
    expect(differences.map(({ field, kind }) => `${kind} ${field}`)).toEqual(['missing targets']);
  });

  test('a target with a wrong part is found but not whole', () => {
    const [target] = gold().targets;
    if (target === undefined) throw new Error('no target');
    expect(faults(gold(), gold({ targets: [{ ...target, due: '2024' }] }))).toEqual([
      'targets.whole 0/1/1',
      'targets.due 0/1/1',
    ]);
  });

  test('pointers of findings and cells follow the matching', () => {
    const [target] = gold().targets;
    if (target === undefined) throw new Error('no target');
    const other = { ...target, value: 3, label: 'Số vườn ươm', unit: 'vườn' };
    const expected = gold({ targets: [target], findings: [finding({ at: ['/targets/0/value'] })] });
    const actual = gold({ targets: [other, target], findings: [finding({ at: ['/targets/1/value'] })] });
    expect(compare(expected, actual).fields.get('findings.at')?.strict).toEqual({
      right: 1,
      extra: 0,
      missing: 0,
    });
  });

  test('cells are compared where row and column match', () => {
    const cells = (...texts: string[]) => texts.map((text) => ({ text, value: Number(text) }));
    const row = (label: string, ...texts: string[]) =>
      ({ label, place: null, kind: 'item', cells: cells(...texts) }) as const;
    const columns = ['Cây xanh', 'Vườn ươm'].map((label) => ({ label, indicator: null, unit: null }));
    const table = (rows: ReturnType<typeof row>[]) =>
      gold({ tables: [{ caption: null, page: 1, columns, rows }] });
    const expected = table([row('Xã An Bình', '1', '2'), row('Xã Phú Lộc', '3', '4')]);
    const actual = table([row('Xã Phú Lộc', '3', '5'), row('Ghi chú', '9', '9')]);
    const { fields } = compare(expected, actual);
    expect(fields.get('tables.rows')?.strict).toEqual({ right: 1, extra: 1, missing: 1 });
    expect(fields.get('tables.cells.value')?.strict).toEqual({ right: 1, extra: 3, missing: 3 });
  });

  test('a task under another agency is a wrong agency', () => {
    const [agency] = gold().agencies;
    if (agency === undefined) throw new Error('no agency');
    const expected = gold({ agencies: [agency, { ...agency, name: 'Sở Y tế', id: 'so-y-te', tasks: [] }] });
    const actual = gold({
      agencies: [
        { ...agency, tasks: [] },
        { ...agency, name: 'Sở Y tế', id: 'so-y-te' },
      ],
    });
    expect(faults(expected, actual)).toEqual(['tasks.agency 0/1/1']);
  });
});

test('differences of long texts are shown where they lie', () => {
  const title = (word: string): string => `${'một '.repeat(40)}${word}${' hai'.repeat(40)}`;
  const comparison = compare(gold({ title: title('ba') }), gold({ title: title('bốn') }));
  const [, heading, expected = '', actual = ''] = differenceList([
    { name: 'x', kind: 'text', failure: null, comparison, judged: [] },
  ]).split('\n');
  expect(heading).toBe('  wrong   title');
  expect(expected.trim()).toMatch(/^gold "….{29}ba.{30}…"$/);
  expect(actual.trim()).toMatch(/^got "….{29}bốn.{30}…"$/);
});

test('figures are right where only words differ', () => {
  const { fields } = compare(gold({ title: 'Năm 2024 và 2025' }), gold({ title: 'Từ năm 2024 đến 2025' }));
  expect(fields.get('title')).toMatchObject({ strict: { right: 0 }, numeric: { right: 1 } });
});

test('printed values are judged where they stand', () => {
  const [first, ...rest] = gold().targets;
  if (first === undefined) throw new Error('no target');
  const { printed } = compare(gold(), gold({ targets: [{ ...first, value: -1 }, ...rest] }));
  expect(printed).toContainEqual({ pointer: '/targets/0/value', isRight: false });
  expect(printed).toContainEqual({ pointer: '/targets/0/unit', isRight: true });
  expect(printed).toContainEqual({ pointer: '/issuer/name', isRight: true });
});

function judged(field: string, confidence: number, isRight: boolean, isOfTable = false): Judged {
  return { field, isOfTable, confidence, isRight };
}

test('values are sorted into bands of confidence', () => {
  const values = [0.4, 0.97, 0.97, 1].map((confidence, at) => judged('/number', confidence, at !== 0));
  const bands = calibrationOf(values);
  expect(bands).toEqual([
    { from: 0, values: 1, right: 0 },
    { from: 0.95, values: 2, right: 2 },
    { from: 1, values: 1, right: 1 },
  ]);
  expect(calibrationTable(bands).split('\n')[1]).toMatch(/^ +0\.00 +1 +0\.0 % +75\.0 %$/);
});

test('of each field, how often values are right stands beside the confidence they have', () => {
  const label = '/targets/label';
  const values = Array.from({ length: 20 }, (_, at) => [
    judged(label, 0.8, at < 15),
    judged(label, 1, true, true),
    judged('/number', 1, true),
  ]).flat();
  const table = certaintyTable([...values, judged('/title', 1, true)]).split('\n');
  expect(table.slice(1).map((row) => row.replace(/\s+/g, ' '))).toEqual([
    '/number 20 100.0 % 1.00',
    '/targets/label 20 75.0 % 0.80',
    '/targets/label (tables) 20 100.0 % 1.00',
  ]);
});

test('scoreOf', () => {
  expect(scoreOf({ right: 0, extra: 0, missing: 0 })).toBeNull();
  expect(scoreOf({ right: 0, extra: 1, missing: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(scoreOf({ right: 2, extra: 1, missing: 2 })).toEqual({ precision: 0.6667, recall: 0.5, f1: 0.5714 });
});

describe('a run over a folder', () => {
  const { schemaVersion, id, status, source, evidence, ...facts } = inventedRecord();
  const folder = () =>
    folderWith({
      'one/source.txt': 'một',
      'one/gold.json': JSON.stringify(facts),
      'deep/two/source.md': 'hai',
      'deep/two/gold.json': JSON.stringify(facts),
      'three/source.txt': 'no gold',
    });
  const process = async ({ path, bytes }: { path: string; bytes: Uint8Array }) => {
    const text = new TextDecoder().decode(bytes);
    if (text === 'hai') throw new DocumentFailure('not-a-plan', path);
    return { record: inventedRecord(), text, repairs: [] };
  };

  test('finds every document with gold, scores it, and tells gains and losses', async () => {
    const root = folder();
    const golds = findGold(root, root);
    expect(golds.map(({ name, file }) => [name, readFileSync(file, 'utf8')])).toEqual([
      ['deep/two', 'hai'],
      ['one', 'một'],
    ]);
    const documents = await Promise.all(golds.map((each) => evaluate(each, process)));
    expect(documents.map((document) => document.failure)).toEqual(['not-a-plan', null]);
    const { text: scores, ...others } = scoresOf(documents);
    if (scores === undefined) throw new Error('no scores');
    expect(others).toEqual({});
    expect(scores.documents.one?.[EVERY_FIELD]?.strict.f1).toBe(1);
    expect(scores.documents['deep/two']?.number?.strict).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(scores.all.number?.strict).toEqual({ precision: 1, recall: 0.5, f1: 0.6667 });
    expect(scores.all['targets.change']).toBeUndefined();

    const table = scoreTable(scores);
    expect(table).toMatch(/^field +precision +recall +F1 +soft F1 +figures F1 +two +one\n/);
    expect(table).toMatch(/\n\(whole record\) +50\.0 +50\.0 +50\.0 +0\.0 +100\.0\n/);
    expect(table).toMatch(/\nnumber +100\.0 +50\.0 +66\.7 +0\.0 +100\.0\n/);
    expect(differenceList(documents)).toContain('deep/two gave no record: not-a-plan');

    expect(changes({ text: scores }, { text: scores })).toEqual([]);
    const before = structuredClone(scores);
    const number = before.documents['deep/two']?.number;
    if (number === undefined) throw new Error('no score');
    number.strict.f1 = 1;
    delete before.documents.one;
    expect(changes({ text: before }, { text: scores })).toEqual([
      { kind: 'text', document: 'deep/two', field: 'number', before: 1, now: 0 },
    ]);
    expect(changeList(changes({ text: before }, { text: scores }))).toBe(
      'Against the committed scores: 1 losses, 0 gains.\n  - deep/two number: 100.0 -> 0.0',
    );
  });

  test('kinds of input are scored apart, and records are kept to be scored again', async () => {
    const root = folder();
    const records = join(root, 'records');
    const seen: string[] = [];
    const reading = async ({ path, bytes }: { path: string; bytes: Uint8Array }) => {
      seen.push(new TextDecoder().decode(bytes));
      return process({ path, bytes });
    };
    const golds = findGold(join(root, 'one'), root);
    const both = [...golds, ...inKind(golds, 'stripped', undefined)];
    const first = await Promise.all(both.map((gold) => evaluate(gold, reading, { records })));
    expect(seen).toEqual(['một', 'mot']);
    const again = await Promise.all(both.map((gold) => evaluate(gold, reading, { records, again: true })));
    expect(seen).toHaveLength(2);
    expect(scoresOf(again)).toEqual(scoresOf(first));
    expect(Object.keys(scoresOf(again))).toEqual(['text', 'stripped']);
  });

  test('golds beside documents of another folder', () => {
    const root = folderWith({
      'gold/a.json': JSON.stringify(facts),
      'gold/sources.json': '{}',
      'texts/a.md': 'một',
      'texts/b.md': 'hai',
    });
    const golds = pairGold(join(root, 'gold'), join(root, 'texts'), root);
    expect(golds.map(({ name, file }) => [name, file])).toEqual([['gold/a', join(root, 'texts/a.md')]]);
  });

  test('a gold that is not valid is named', () => {
    const root = folderWith({ 'x/source.txt': '', 'x/gold.json': '{"type": 1}' });
    expect(() => findGold(root, root)).toThrow(join('x', 'gold.json'));
  });
});
