import type { XmlElement } from '@rgrove/parse-xml';
import { attribute, child, childrenNamed, isOn, numberIn, within } from './xml.ts';

/** How a run of letters looks, as far as it says something; undefined where nothing is set. */
export interface RunStyle {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  /** Shown in capitals, whatever is typed. */
  capitals?: boolean | undefined;
  hidden?: boolean | undefined;
  font?: string | undefined;
}

export interface ListPlace {
  /** '0' takes a paragraph out of the list of its style. */
  list: string | undefined;
  level: number | undefined;
}

export interface ParagraphStyle {
  run: RunStyle;
  list: ListPlace;
  /** Zero-based. */
  outline: number | undefined;
}

const EMPTY: ParagraphStyle = { run: {}, list: { list: undefined, level: undefined }, outline: undefined };

/** The styles of a Word file, each with what it is based on (ISO/IEC 29500-1, 17.7). */
export class Styles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, ParagraphStyle>();
  readonly #defaults: RunStyle;
  readonly #normal: string | undefined;

  constructor(styles: XmlElement | undefined) {
    for (const style of childrenNamed(styles, 'style')) {
      const id = attribute(style, 'styleId');
      if (id !== undefined) this.#styles.set(id, style);
    }
    this.#defaults = runStyle(within(styles, 'docDefaults', 'rPrDefault', 'rPr'));
    this.#normal = [...this.#styles].find(
      ([, style]) =>
        attribute(style, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(attribute(style, 'default') ?? ''),
    )?.[0];
  }

  /** A paragraph's style; without an id the style that paragraphs have by default. */
  paragraph(id: string | undefined): ParagraphStyle {
    const own = this.#resolve(id !== undefined && this.#styles.has(id) ? id : this.#normal);
    return { ...own, run: over(this.#defaults, own.run) };
  }

  /** A style of letters. */
  run(id: string | undefined): RunStyle {
    return this.#resolve(id).run;
  }

  /** The list that a numbering style leads to. */
  list(id: string): string | undefined {
    return this.#resolve(id).list.list;
  }

  #resolve(id: string | undefined, depth = 0): ParagraphStyle {
    if (id === undefined || depth > 20) return EMPTY;
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const style = this.#styles.get(id);
    if (style === undefined) return EMPTY;
    const base = this.#resolve(attribute(child(style, 'basedOn')), depth + 1);
    const place = listPlace(child(style, 'pPr'));
    const resolved: ParagraphStyle = {
      run: over(base.run, runStyle(child(style, 'rPr'))),
      list: { list: place.list ?? base.list.list, level: place.level ?? base.list.level },
      outline: numberIn(within(style, 'pPr', 'outlineLvl')) ?? base.outline,
    };
    this.#resolved.set(id, resolved);
    return resolved;
  }
}

/** What an `rPr` sets itself. */
export function runStyle(properties: XmlElement | undefined): RunStyle {
  const fonts = child(properties, 'rFonts');
  return {
    bold: isOn(child(properties, 'b')),
    italic: isOn(child(properties, 'i')),
    capitals: isOn(child(properties, 'caps')),
    hidden: isOn(child(properties, 'vanish')),
    font: attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi'),
  };
}

/** The place that a `pPr` gives in a list. */
export function listPlace(properties: XmlElement | undefined): ListPlace {
  const numbering = child(properties, 'numPr');
  return { list: attribute(child(numbering, 'numId')), level: numberIn(child(numbering, 'ilvl')) };
}

/** What is set above wins over what is set below it. */
export function over(below: RunStyle, above: RunStyle): RunStyle {
  return {
    bold: above.bold ?? below.bold,
    italic: above.italic ?? below.italic,
    capitals: above.capitals ?? below.capitals,
    hidden: above.hidden ?? below.hidden,
    font: above.font ?? below.font,
  };
}
