import type { XmlElement } from '@rgrove/parse-xml';
import type { LineStyle, ReadLine } from '../../plan/document.ts';
import { Numbering } from './numbering.ts';
import { type Inline, inlineOf, mostly, runsOn } from './paragraph.ts';
import type { Parts } from './parts.ts';
import { listPlace, Styles } from './styles.ts';
import { tableRows } from './table.ts';
import { attribute, child, childrenNamed, childrenOf, nameOf, numberIn } from './xml.ts';

/** Content that only wraps other content. */
const WRAPPERS = /^(?:sdt|sdtContent|ins|moveTo|customXml|AlternateContent|Choice)$/;

/** Reads the text of a Word file from its parts: one line a paragraph, one a table row, notes below what refers to them. */
export class Blocks {
  readonly #parts: Parts;
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  #notes = 0;
  /** Notes that the paragraph or table being read refers to; they stand below it. */
  #below: ReadLine[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#styles = new Styles(parts.styles);
    this.#numbering = new Numbering(parts.numbering, this.#styles);
  }

  /** The lines of a body, a cell, a text box or a note. */
  linesIn(container: XmlElement, inCell = false): ReadLine[] {
    const lines: ReadLine[] = [];
    let carried: Inline['pieces'] = [];
    const visit = (parent: XmlElement): void => {
      for (const element of childrenOf(parent)) {
        const name = nameOf(element);
        if (name === 'p') {
          const inline = this.#inline(element);
          const pieces = [...carried, ...inline.pieces];
          carried = runsOn(element) ? pieces : [];
          if (!runsOn(element)) lines.push(...this.#paragraph(element, pieces, inCell));
          for (const box of inline.boxes) lines.push(...this.linesIn(box, inCell));
          this.#refer(inline.notes);
        } else if (name === 'tbl') lines.push(...this.#table(element));
        else if (WRAPPERS.test(name)) visit(element);
        if (!inCell) lines.push(...this.#below.splice(0));
      }
    };
    visit(container);
    return lines;
  }

  #inline(paragraph: XmlElement): Inline {
    const style = this.#styles.paragraph(attribute(child(child(paragraph, 'pPr'), 'pStyle')));
    return inlineOf(paragraph, style.run, this.#styles);
  }

  #paragraph(paragraph: XmlElement, pieces: Inline['pieces'], inCell: boolean): ReadLine[] {
    const text = pieces.map((piece) => piece.text).join('');
    const label = this.#label(paragraph);
    if (text.trim() === '' && !(inCell && label !== '')) return [{ text: '' }];
    const properties = child(paragraph, 'pPr');
    const outline =
      numberIn(child(properties, 'outlineLvl')) ??
      this.#styles.paragraph(attribute(child(properties, 'pStyle'))).outline;
    const style: LineStyle = {
      ...(mostly(pieces, 'bold') ? { bold: true } : {}),
      ...(mostly(pieces, 'italic') ? { italic: true } : {}),
      ...(outline !== undefined && outline < 6 ? { heading: outline + 1 } : {}),
    };
    const lines = text.split('\n').filter((line, index) => index === 0 || line.trim() !== '');
    return lines.map((line, index) => ({
      text: index === 0 && label !== '' ? `${label} ${line.trim()}`.trim() : line.replace(/^\t+|\s+$/g, ''),
      style,
    }));
  }

  /** The number that Word puts before the paragraph; '' where it has none. */
  #label(paragraph: XmlElement): string {
    const properties = child(paragraph, 'pPr');
    const own = listPlace(properties);
    const styleId = attribute(child(properties, 'pStyle'));
    const { list: styled } = this.#styles.paragraph(styleId);
    const list = own.list ?? styled.list;
    if (list === undefined || list === '0') return '';
    const level = own.level ?? this.#numbering.levelOfStyle(list, styleId) ?? styled.level ?? 0;
    return this.#numbering.next(list, level);
  }

  #refer(notes: Inline['notes']): void {
    for (const { kind, id } of notes) {
      const note = childrenNamed(this.#parts[kind], kind.slice(0, -1)).find(
        (other) => attribute(other, 'id') === id,
      );
      if (note === undefined) continue;
      this.#notes += 1;
      const label = `[${this.#notes}]`;
      const text = joined(this.linesIn(note, true), ' ');
      if (text !== '') this.#below.push({ text: `${label} ${text}` });
    }
  }

  #table(table: XmlElement): ReadLine[] {
    const cells: ReadLine[][] = [];
    const rows = tableRows(table, (cell) => {
      const lines = this.linesIn(cell, true);
      cells.push(lines);
      return joined(lines, '\n');
    });
    // A frame around running text is no table.
    if ((rows[0]?.length ?? 0) < 2) return cells.flat();
    return rows
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => ({ text: row.map((cell) => cell.replaceAll('\n', ' ')).join('\t'), cells: row }));
  }
}

function joined(lines: readonly ReadLine[], glue: string): string {
  return lines
    .map(({ text }) => text.replaceAll('\t', ' ').trim())
    .filter((text) => text !== '')
    .join(glue);
}
