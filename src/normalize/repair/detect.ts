/** What became of a text's diacritics: they stand, were taken off cleanly, or were lost to a foreign OCR model. */
export type TextState = 'original' | 'stripped' | 'garbled';

const OTHER = 0;
const PLAIN = 1;
const LATIN = 2;
const VIETNAMESE = 3;

const KIND = letterKinds();

function letterKinds(): Uint8Array {
  const kinds = new Uint8Array(0x2000);
  kinds.fill(PLAIN, 0x41, 0x5b);
  kinds.fill(PLAIN, 0x61, 0x7b);
  kinds.fill(LATIN, 0xc0, 0x180);
  kinds[0xd7] = OTHER;
  kinds[0xf7] = OTHER;
  for (const letter of 'ăđơưĂĐƠƯĩũĨŨ') kinds[letter.charCodeAt(0)] = VIETNAMESE;
  kinds.fill(VIETNAMESE, 0x1ea0, 0x1efa);
  kinds.fill(VIETNAMESE, 0x300, 0x304);
  return kinds;
}

/** Share of letters that only Vietnamese has, below which a text has lost its diacritics; proper text has 0.15–0.25. */
const LEAST_VIETNAMESE = 0.04;
/** Share of marked or odd letters above which lost diacritics are a misreading, not a clean strip. */
const LEAST_GARBLE = 0.012;
/** Of all words, how many are frequent Vietnamese syllables without their marks: English text has next to none. */
const LEAST_FREQUENT = 0.06;

const FREQUENT =
  /(?<![a-z])(?:va|cua|cac|cho|theo|trong|ngay|thang|nam|nguoi|nhan|dan|cong|quy|dinh|thuc|hien|duoc|khong|co|xa|hoi|viec|tren|tai|tinh|uy|ban|thanh|pho|ke|hoach)(?![a-z])/gi;
const LETTERS_TO_SCAN = 40_000;

/**
 * The state of a text's diacritics. Looks at letters only (the first 40,000), so it costs next to nothing; a text that
 * isn't Vietnamese is 'original'.
 */
export function detectState(text: string): TextState {
  let letters = 0;
  let latin = 0;
  let vietnamese = 0;
  let odd = 0;
  let before = OTHER;
  const end = Math.min(text.length, LETTERS_TO_SCAN * 2);
  // Proper text has them long before its end, and what follows can't make them too few.
  const enough = LEAST_VIETNAMESE * end + 1;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = KIND[code] ?? OTHER;
    if (kind !== OTHER) {
      letters++;
      if (kind === LATIN) latin++;
      else if (kind === VIETNAMESE && ++vietnamese >= enough) return 'original';
    } else if (before !== OTHER && code > 0x2f && code < 0x3a) {
      // A digit right behind a letter, as in d6 or th4m.
      odd++;
    }
    before = kind;
  }
  if (letters === 0 || vietnamese / letters >= LEAST_VIETNAMESE) return 'original';
  // No further than needed to tell the language: frequent words stand everywhere.
  const sample = text.slice(0, 20_000);
  const frequent = sample.match(FREQUENT)?.length ?? 0;
  const words = sample.length / 4.5;
  if (frequent / words < LEAST_FREQUENT) return 'original';
  return (latin + vietnamese + odd) / letters >= LEAST_GARBLE ? 'garbled' : 'stripped';
}
