/**
 * What recognition makes of letters that look like others, beyond their marks, and what that costs in bits. Names may
 * begin with any letter.
 */
const LOOK_ALIKES: readonly { read: RegExp; letters: string; bits: number }[] = [
  { read: /^ở/u, letters: 'đ', bits: 8 },
  { read: /^ởi$/u, letters: 'đi', bits: 3 },
  { read: /ầ/iu, letters: 'ề', bits: 9 },
  { read: /ñã?/iu, letters: 'ũ', bits: 4 },
  { read: /ã/iu, letters: 'ũ', bits: 9 },
  { read: /^t/u, letters: 'r', bits: 13 },
  { read: /^I(?=[A-Za-zÀ-\u036fḀ-ỹ]{2})/u, letters: 't', bits: 8 },
  { read: /^I(?=[A-Za-zÀ-\u036fḀ-ỹ]{2})/u, letters: 'l', bits: 8 },
  { read: /^V/u, letters: 'y', bits: 9 },
  { read: /^b/u, letters: 'h', bits: 13 },
  { read: /^l/u, letters: 'k', bits: 13 },
  // The last letter is lost beside the edge of its word.
  { read: /(?<=[^a-zA-Z])n$/u, letters: 'nh', bits: 13 },
];

/** The words, in small letters, that a word may have been with a letter that looks like one of its own. */
export function lookAlikes(read: string): { word: string; bits: number }[] {
  return LOOK_ALIKES.flatMap(({ read: pattern, letters, bits }) => {
    const word = read.replace(pattern, letters).toLowerCase();
    return word === read.toLowerCase() ? [] : [{ word, bits }];
  });
}
