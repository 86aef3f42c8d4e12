import type { PartedWords } from './run-together-words.ts';

/** What sets a bound or a level, right before its figure, and a share right before what it is of. */
const GLUED =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ\d])(?:trên|dưới|đạt|hơn|khoảng|không quá|ít nhất|tối thiểu|tối đa|còn|xuống|lên|giảm|tăng|là|từ|đến)(?=\d[\d.,]*\s?(?:%|‰|người|hộ|xã|triệu|tỷ|ha|km)(?![A-Za-zÀ-\u036fḀ-ỹ/]))|(?<=\d)%(?=\p{Ll}{2,})/giu;

/** A figure right behind a letter, or a letter right behind a sign: hardly any paragraph has one. */
const TOUCHING = /\d(?<=[A-Za-zÀ-\u036fḀ-ỹ]\d)|%(?=[A-Za-zÀ-\u036fḀ-ỹ])/u;

/** Finds words and figures that stand without the blank between them ("đạt trên98%", "100%học sinh"), and the same parted. */
export function partFigures(paragraph: string): PartedWords[] {
  if (!TOUCHING.test(paragraph)) return [];
  return [...paragraph.matchAll(GLUED)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    text: `${word} `,
  }));
}
