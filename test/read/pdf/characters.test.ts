import { expect, test } from 'vitest';
import { characterText } from '../../../src/read/pdf/characters.ts';

test.each<[string, string]>([
  ['ế', 'ế'],
  ['\u00a0', ' '],
  ['\u00ad', '-'],
  ['\ufb01', 'fi'],
  ['\u200b', ''],
  ['\u0007', '\ufffd'],
  ['\0', '\ufffd'],
  ['\ud803', '\ufffd'],
  ['\udc00', '\ufffd'],
  ['\u{1f4d8}', '\u{1f4d8}'],
])('the text of a drawn character: %j', (drawn, text) => {
  expect(characterText(drawn, 'TimesNewRoman')).toBe(text);
});
