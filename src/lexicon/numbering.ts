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

/** The heading of the column that numbers a table's rows. */
export const SERIAL_HEAD = /^(?:stt|tt|s[ốo] tt|s[ốo] th[ứu] t[ựu])\.?$/iu;

/** A year alone, as it stands in the head of a column. */
export const YEAR = /^(?:19|20)\d{2}$/;
