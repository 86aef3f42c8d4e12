import type { XmlElement } from '@rgrove/parse-xml';
import type { Styles } from './styles.ts';
import { attribute, child, childrenNamed, isOn, numberIn } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** With %1 to %9 for the numbers of the levels. */
  text: string;
  /** One-based level after which the level starts again; 0 for never. */
  restart: number;
  /** Shows the levels above it in figures. */
  legal: boolean;
  /** The paragraph style whose paragraphs stand on the level. */
  style: string | undefined;
}

interface List {
  /** Lists of one definition count on. */
  definition: string;
  levels: ReadonlyMap<number, Level>;
  /** Numbers that the list begins with, whatever its definition has counted. */
  starts: ReadonlyMap<number, number>;
}

const MAX_LEVELS = 9;

/**
 * The numbers that Word writes before the paragraphs of its lists, which stand nowhere in its text (ISO/IEC 29500-1,
 * 17.9). Counts as the document goes on: paragraphs have to be asked for in their order, each once.
 */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: XmlElement | undefined, styles: Styles) {
    const definitions = new Map<string, XmlElement>();
    for (const definition of childrenNamed(numbering, 'abstractNum')) {
      definitions.set(attribute(definition, 'abstractNumId') ?? '', definition);
    }
    const definitionOf = new Map<string, string>();
    for (const list of childrenNamed(numbering, 'num')) {
      definitionOf.set(attribute(list, 'numId') ?? '', attribute(child(list, 'abstractNumId')) ?? '');
    }
    for (const list of childrenNamed(numbering, 'num')) {
      const id = attribute(list, 'numId') ?? '';
      let definition = definitionOf.get(id) ?? '';
      const linked = attribute(child(definitions.get(definition), 'numStyleLink'));
      if (linked !== undefined) definition = definitionOf.get(styles.list(linked) ?? '') ?? definition;
      const levels = levelsOf(definitions.get(definition));
      const starts = new Map<number, number>();
      for (const override of childrenNamed(list, 'lvlOverride')) {
        const level = numberIn(override, 'ilvl') ?? 0;
        const start = numberIn(child(override, 'startOverride'));
        if (start !== undefined) starts.set(level, start);
        const own = child(override, 'lvl');
        if (own !== undefined) levels.set(level, levelOf(own, level));
      }
      this.#lists.set(id, { definition, levels, starts });
    }
  }

  /** The level of a list on which the paragraphs of a style stand. */
  levelOfStyle(list: string, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    return [...(this.#lists.get(list)?.levels ?? [])].find(([, level]) => level.style === style)?.[0];
  }

  /** The next number of a list's level, as it is shown: `1.`, `a)`, `II.1`, `-`; '' where nothing is shown. */
  next(id: string, at: number): string {
    const list = this.#lists.get(id);
    const level = list?.levels.get(at);
    if (list === undefined || level === undefined) return '';
    const counts = this.#counts.get(list.definition) ?? [];
    this.#counts.set(list.definition, counts);
    const begun = `${id}/${at}`;
    const start = this.#begun.has(begun) ? undefined : list.starts.get(at);
    this.#begun.add(begun);
    const count = counts[at];
    counts[at] = start ?? (count === undefined ? level.start : count + 1);
    for (let deeper = at + 1; deeper < MAX_LEVELS; deeper++) {
      if (at < (list.levels.get(deeper)?.restart ?? deeper)) counts[deeper] = undefined;
    }
    if (level.format === 'bullet') return bullet(level.text);
    return level.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const shown = list.levels.get(Number(digit) - 1);
        const number = counts[Number(digit) - 1] ?? shown?.start ?? 1;
        const format = shown?.format ?? 'decimal';
        return formatted(number, level.legal && format !== 'none' ? 'decimal' : format);
      })
      .trim();
  }
}

function levelsOf(definition: XmlElement | undefined): Map<number, Level> {
  return new Map(
    childrenNamed(definition, 'lvl').map((level) => {
      const at = numberIn(level, 'ilvl') ?? 0;
      return [at, levelOf(level, at)];
    }),
  );
}

function levelOf(level: XmlElement, at: number): Level {
  return {
    start: numberIn(child(level, 'start')) ?? 0,
    format: attribute(child(level, 'numFmt')) ?? 'decimal',
    text: attribute(child(level, 'lvlText')) ?? '',
    restart: numberIn(child(level, 'lvlRestart')) ?? at,
    legal: isOn(child(level, 'isLgl')) ?? false,
    style: attribute(child(level, 'pStyle')),
  };
}

/** Bullets are letters of picture fonts more often than not: what is no usual mark becomes a dash. */
function bullet(text: string): string {
  const mark = text.trim();
  return mark === '' || /^[-–—+*•]$/.test(mark) ? mark : '-';
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Formats that Vietnamese documents don't use are shown in figures. */
function formatted(number: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}

/** a to z, then aa, bb … */
function letters(number: number): string {
  if (number < 1 || number > 26 * 20) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
