import { describe, expect, it } from 'vitest';
import { TextMemory } from '../../src/lexicon/text-memory.ts';

describe('TextMemory', () => {
  it('finds out about a text once, also where nothing was found', () => {
    const asked: string[] = [];
    const memory = new TextMemory(8, (text): number | null => {
      asked.push(text);
      return text.includes('Sở') ? text.indexOf('Sở') : null;
    });
    const plan = 'Giao Sở Tài chính chủ trì, Đoàn Thanh niên phối hợp';
    expect(memory.of(plan.slice(5, 17))).toBe(0);
    expect(memory.of('Sở Tài chính')).toBe(0);
    expect(memory.of(plan.slice(27, 42))).toBeNull();
    expect(memory.of('Đoàn Thanh niên')).toBeNull();
    expect(asked).toEqual(['Sở Tài chính', 'Đoàn Thanh niên']);
  });

  it('hands on texts unit by unit, also such as are no valid Unicode', () => {
    const memory = new TextMemory(8, (text) => text);
    for (const text of ['', 'a\u0000b', '\ud800x', '\u{1f333} Ủy ban']) expect(memory.of(text)).toBe(text);
  });

  it('holds no more texts than it may', () => {
    let found = 0;
    const memory = new TextMemory(2, () => ++found);
    expect([memory.of('a'), memory.of('b'), memory.of('a'), memory.of('c'), memory.of('a')]).toEqual([
      1, 2, 1, 3, 4,
    ]);
  });
});
