import { type XmlElement, XmlText } from '@rgrove/parse-xml';
import { convertLegacy, encodingOfFont } from '../../lexicon/legacy-encodings.ts';
import { over, type RunStyle, runStyle, type Styles } from './styles.ts';
import { attribute, child, childrenOf, nameOf } from './xml.ts';

/** What stands in a paragraph. Tabs and line breaks are characters of the text. */
export interface Inline {
  pieces: { text: string; style: RunStyle }[];
  /** The contents of text boxes that hang on the paragraph. */
  boxes: XmlElement[];
  /** Notes that are referred to, in their order. */
  notes: { kind: 'footnotes' | 'endnotes'; id: string }[];
}

/** Words that are not on the paper: taken out in a tracked change, a field's instruction, a property. */
const UNSEEN = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'pPr',
  'rPr',
  'sdtPr',
  'fldData',
  'rt',
]);

/** Letters of the fonts Symbol and Wingdings that say something in a plan; all else from them is an ornament. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0a3': '≤',
  '\uf0b3': '≥',
  '\uf0b1': '±',
  '\uf0b4': '×',
  '\uf0b8': '÷',
  '\uf0b9': '≠',
  '\uf0bb': '≈',
  '\uf0b0': '°',
  '\uf0ae': '→',
  '\uf02d': '-',
  '\uf0b2': '″',
  '\uf0a2': '′',
};

/** Reads a paragraph as it looks once all tracked changes are accepted. */
export function inlineOf(paragraph: XmlElement, base: RunStyle, styles: Styles): Inline {
  const inline: Inline = { pieces: [], boxes: [], notes: [] };
  const visit = (element: XmlElement, style: RunStyle): void => {
    const write = (text: string): void => {
      if (text === '' || style.hidden === true) return;
      const shown = style.capitals === true ? text.toLocaleUpperCase('vi') : text;
      inline.pieces.push({ text: shown, style });
    };
    const name = nameOf(element);
    if (UNSEEN.has(name)) return;
    switch (name) {
      case 'r': {
        const properties = child(element, 'rPr');
        const named = styles.run(attribute(child(properties, 'rStyle')));
        const own = over(over(style, named), runStyle(properties));
        for (const part of childrenOf(element)) visit(part, own);
        return;
      }
      case 't':
        write(withoutSymbols(inUnicode(textOf(element), style)));
        return;
      case 'tab':
      case 'ptab':
        write('\t');
        return;
      case 'br':
      case 'cr':
        write('\n');
        return;
      case 'noBreakHyphen':
        write('-');
        return;
      case 'sym':
        write(symbol(Number.parseInt(attribute(element, 'char') ?? '', 16)));
        return;
      case 'footnoteReference':
      case 'endnoteReference':
        inline.notes.push({
          kind: name === 'footnoteReference' ? 'footnotes' : 'endnotes',
          id: attribute(element, 'id') ?? '',
        });
        return;
      case 'AlternateContent': {
        const chosen = child(element, 'Choice') ?? child(element, 'Fallback');
        if (chosen !== undefined) visit(chosen, style);
        return;
      }
      case 'txbxContent':
        inline.boxes.push(element);
        return;
      // The upper part of a fraction in a formula.
      case 'num':
        for (const part of childrenOf(element)) visit(part, style);
        write('/');
        return;
      default:
        for (const part of childrenOf(element)) visit(part, style);
    }
  };
  for (const part of childrenOf(paragraph)) visit(part, base);
  return inline;
}

/** Whether a tracked change takes out the end of a paragraph, so that it runs on into the next. */
export function runsOn(paragraph: XmlElement): boolean {
  const mark = child(child(paragraph, 'pPr'), 'rPr');
  return child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined;
}

/** Whether most letters of a paragraph look one way. */
export function mostly(pieces: Inline['pieces'], look: 'bold' | 'italic'): boolean {
  let [all, so] = [0, 0];
  for (const { text, style } of pieces) {
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    all += letters;
    if (style[look] === true) so += letters;
  }
  return so * 2 > all;
}

function textOf(element: XmlElement): string {
  return element.children.map((node) => (node instanceof XmlText ? node.text : '')).join('');
}

/** Fonts from before Unicode show other letters than the file says. */
function inUnicode(text: string, { font }: RunStyle): string {
  const made = font === undefined ? null : encodingOfFont(font);
  // Text in such a font may be Unicode all the same, where another font stands in.
  if (made === null || /[\u0100-\u01b0\u1ea0-\u1ef9]/.test(text)) return text;
  const converted = convertLegacy(text, made.encoding);
  return made.capitals ? converted.toLocaleUpperCase('vi') : converted;
}

function symbol(code: number): string {
  if (Number.isNaN(code) || code > 0x10ffff) return '';
  const low = code < 0x100 ? code + 0xf000 : code;
  return withoutSymbols(String.fromCodePoint(low));
}

function withoutSymbols(text: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (letter) => SYMBOLS[letter] ?? '•');
}
