import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPointer, toPointer, valueAt } from '../../src/plan/pointer.ts';

/** The document and the pointers of RFC 6901, section 5. */
const document = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

describe('RFC 6901', () => {
  test.each<[string, unknown]>([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('%o', (pointer, expected) => {
    expect(valueAt(document, pointer)).toEqual(expected);
    expect(toPointer(fromPointer(pointer))).toBe(pointer);
  });
});

test('~01 is ~1 and not /', () => {
  expect(fromPointer('/~01')).toEqual(['~1']);
});

test.each(['foo', ' ', '#/foo'])('%o is no pointer', (text) => {
  expect(() => fromPointer(text)).toThrow(RangeError);
});

test.each(['/bar', '/foo/2', '/foo/0/length', '/a~1b/c'])('nothing lies at %s', (pointer) => {
  expect(valueAt(document, pointer)).toBeUndefined();
});

test('steps survive the way there and back', () => {
  const step = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'đ') }));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      expect(fromPointer(toPointer(steps))).toEqual(steps);
    }),
  );
});
