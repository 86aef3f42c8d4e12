import { describe, expect, it } from 'vitest';
import { align, Channel, count, formatChannel, parseChannel } from '../../../src/normalize/repair/channel.ts';

describe('the channel', () => {
  it('aligns a read token with its word by letters alike when it has learned nothing', () => {
    expect(align(new Channel(new Map()), 'hoi', 'hội')?.pieces).toEqual([
      ['h', 'h'],
      ['ộ', 'o'],
      ['i', 'i'],
    ]);
  });

  it('learns what a letter was read as', () => {
    const counts = parseChannel('ộ\t6\t50\nộ\to\t50\n');
    const channel = new Channel(counts);
    expect(channel.cost('ộ', '6')).toBeLessThan(channel.cost('ộ', 'x'));
    expect(channel.sources('6').map(({ letters }) => letters)).toContain('ộ');
  });

  it('backs off to what the letters of the same family were read as', () => {
    const channel = new Channel(parseChannel('ộ\t6\t50\nô\to\t50\n'));
    expect(channel.cost('ồ', '6')).toBeLessThan(channel.cost('ê', '6'));
  });

  it('keeps its counts through its file', () => {
    const counts = new Map<string, Map<string, number>>();
    const aligned = align(new Channel(counts), 'thuc', 'thực');
    if (aligned === null) throw new Error('not aligned');
    count(counts, aligned, 'thực', 3);
    const file = formatChannel(counts);
    expect(formatChannel(parseChannel(file))).toBe(file);
    expect(parseChannel(file).get('ự')?.get('u')).toBe(3);
  });
});
