import { describe, expect, test } from 'vitest';
import { agencyBySkeleton, skeletonOf } from '../../src/lexicon/skeletons.ts';

describe('the skeleton of a name', () => {
  test.each([
    ['S6Y té', 'soyte'],
    ['Sở Y tế', 'soyte'],
    ['S& Xay dung', 'soxaydung'],
  ])('of %s', (read, skeleton) => {
    expect(skeletonOf(read)).toBe(skeleton);
  });
});

describe('a damaged heading shows a body', () => {
  test.each([
    ['S6Y té', 'Sở Y tế'],
    ["S&' Ké hoach va Pau tw", 'Sở Kế hoạch và Đầu tư'],
    ['Sé Giao duc va Dao tao', 'Sở Giáo dục và Đào tạo'],
    ['Sb Noi vu', 'Sở Nội vụ'],
  ])('%s', (read, name) => {
    expect(agencyBySkeleton(read)?.name).toBe(name);
  });

  test.each([['Muc dich'], ['Tuyen truyen phap luat ve bao hiem'], ['Kinh phi thuc hien'], ['X']])(
    'not %s',
    (read) => {
      expect(agencyBySkeleton(read)).toBeNull();
    },
  );
});
