/**
 * What closes the number of a heading or list item whatever follows it, as part of a pattern: the `.` and `)` of
 * Nghị định 30/2020/NĐ-CP (phụ lục I, khoản 6), and the pairs that offices write: `II/.`, `1.-`, `a./`.
 */
export const CLOSED = String.raw`(?:\.[-–—/)]|\/[-–—.)]|\)[.:/]|[.)])`;

/** What else may, where a blank and a capital follow: `II/ NHIỆM VỤ`, `1- Sở Y tế`. */
export const CLOSED_LOOSELY = '[-–—/]';

/** A number with what closes it, as a word of its own. */
export const MARKER_WORD = new RegExp(
  String.raw`^(?:[-–—+•*▪o]|\(?(?:[A-Za-zÀ-\u036fḀ-ỹ]|[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*)\s*(?:${CLOSED}|\/))$`,
  'u',
);

/** Of so many letters, or digits behind a letter, the number of a heading or list item may be at the most: `XXXVII`. */
const LONGEST_NUMBER = 6;

const [BLANK, LETTER, DIGIT] = [1, 2, 3];
/** What the UTF-16 units up to the Vietnamese letters are to a marker; 0 for signs, and for all others. */
const KINDS = new Uint8Array(0x10000).map((_, code) => {
  const character = code < 0x1f00 ? String.fromCharCode(code) : '';
  if (/[A-Za-zÀ-\u036fḀ-ỹ]/.test(character)) return LETTER;
  if (/[\d|]/.test(character)) return DIGIT;
  return /\s/.test(character) ? BLANK : 0;
});

/**
 * Whether a line may begin with the marker of a heading or list item: with a sign or a digit, or with a few letters that a sign
 * follows. Nearly all others begin with a word that another follows, and need not be tried with one pattern after the other.
 */
export function mayBeMarked(line: string): boolean {
  if (KINDS[line.charCodeAt(0)] !== LETTER) return line !== '';
  let at = 1;
  while ((KINDS[line.charCodeAt(at)] ?? 0) >= LETTER) at++;
  if (at > LONGEST_NUMBER) return false;
  const isCircle = at === 1 && line.startsWith('o');
  while (KINDS[line.charCodeAt(at)] === BLANK) at++;
  return isCircle || (at < line.length && KINDS[line.charCodeAt(at)] === 0);
}

const BULLETS = '-–—•+*';

/** The same of a marker that counts, as no bullet does. */
export function mayBeNumbered(line: string): boolean {
  return mayBeMarked(line) && !BULLETS.includes(line.charAt(0));
}

/** The heading of the column that numbers a table's rows. */
const SERIAL_HEAD = /^(?:stt|tt|s[ốo] tt|s[ốo] th[ứu] t[ựu])\.?$/iu;
const LONGEST_SERIAL_HEAD = 'số thứ tự.'.length;

/** Whether these are the words that head the column of a table's serial numbers. */
export function isSerialHead(words: string): boolean {
  return words.length <= LONGEST_SERIAL_HEAD && SERIAL_HEAD.test(words);
}

/** A year alone, as it stands in the head of a column. */
export const YEAR = /^(?:19|20)\d{2}$/;
