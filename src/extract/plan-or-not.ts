import { fold } from '../lexicon/fold.ts';
import type { SourceText } from '../plan/source-text.ts';
import { type PlanRoot, region } from '../plan/tree.ts';

/** Signs that a text is a plan, with their weights; a plan reaches three even where half of it is lost. */
const SIGNS: readonly [RegExp, number][] = [
  [/\/\s?kh\s?[-–]\s?[a-z]{2,}|\d\s?-?\s?kh\s?\/\s?[a-z]{2,}/, 2],
  [/ke hoach nay/, 1],
  [/ban hanh ke hoach|xay dung ke hoach|ke hoach .{0,60}nhu sau|de ra ke hoach/, 1],
  [/\bto chuc thuc hien\b|\bphan cong\b/, 1],
  [/\bnoi nhan\b/, 1],
  [/\buy ban nhan dan\b|\bubnd\b/, 1],
  [/\bmuc dich,? yeu cau\b|\bmuc tieu\b|\bchi tieu\b/, 1],
];
const OTHER_TYPE =
  /^(?:quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|thong bao|bao cao|to trinh|cong dien|luat(?: .{0,80})?|phap lenh|quy che|huong dan|chuong trinh(?: hanh dong)?|de an|ket luan|giay moi|bien ban|hien phap)\s*:?$/;

/** Whether the document is a plan at all: a recipe, a law or an English page is not. */
export function isPlan(source: SourceText, tree: PlanRoot): boolean {
  // A plan mostly shows in its first blocks.
  const beginning = fold(source.text.slice(0, source.blocks[BEGINNING]?.start));
  const head = source.blocks.slice(0, BEGINNING).map(({ start, end }) => beginning.slice(start, end).trim());
  const titled = region(tree, 'title') !== undefined;
  const other = head.findIndex((line) => OTHER_TYPE.test(line));
  const own = head.findIndex((line) => /^(?:du thao )?ke hoach\b/.test(line));
  if (other >= 0 && (own < 0 || other < own) && !titled) return false;
  const weight = (text: string): number =>
    SIGNS.reduce((sum, [pattern, worth]) => sum + (pattern.test(text) ? worth : 0), titled ? 2 : 0);
  return weight(beginning) >= ENOUGH || weight(fold(source.text)) >= ENOUGH;
}

const ENOUGH = 4;
const BEGINNING = 25;
