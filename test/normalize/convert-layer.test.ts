import { expect, test } from 'vitest';
import { convertedLayer } from '../../src/normalize/convert-layer.ts';
import type { WordPage } from '../../src/plan/document.ts';

function page(text: string, font?: string): WordPage {
  const words = text.split(' ').map((word) => ({
    text: word,
    confidence: 1,
    box: [0, 0, 0.1, 0.1] satisfies [number, number, number, number],
    size: null,
    ...(font === undefined ? {} : { font }),
  }));
  return { width: 595, height: 842, words, rules: [], angle: 0, unread: [] };
}

const shown = (layer: WordPage, of = convertedLayer(layer)) => [
  of?.encoding ?? null,
  of?.words.words.map(({ text }) => text).join(' ') ?? null,
];

test.each([
  [
    'tcvn3',
    'Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển kinh tế - xã hội năm 2025',
    'ñy ban nh©n d©n tØnh ban hµnh KÕ ho¹ch ph¸t triÓn kinh tÕ - x· héi n¨m 2025',
  ],
  [
    'vni',
    'kế hoạch phát triển kinh tế - xã hội của tỉnh năm 2025',
    'keá hoaïch phaùt trieån kinh teá - xaõ hoäi cuûa tænh naêm 2025',
  ],
])('a layer in %s', (encoding, right, layer) => {
  const [found, text] = shown(page(layer));
  expect([found, text?.toLowerCase()]).toEqual([encoding, right.toLowerCase()]);
});

test('fonts tell an encoding, and capitals', () => {
  const [found, text] = shown(page('ñy ban nh©n d©n tØnh ban hµnh KÕ ho¹ch ph¸t triÓn n¨m', '.VnTimeH'));
  expect([found, text]).toEqual(['tcvn3', 'ỦY BAN NHÂN DÂN TỈNH BAN HÀNH KẾ HOẠCH PHÁT TRIỂN NĂM']);
});

test('what is no Vietnamese in any encoding stays what it was', () => {
  expect(convertedLayer(page('&ӜQJ KzD [m KӝL FKӫ QJKƭD 9LӋW 1DP ĈӝF OұS'))).toBeNull();
});
