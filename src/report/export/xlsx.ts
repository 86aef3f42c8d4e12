import { join } from 'node:path';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell, ExportColumn, ExportTable } from '../../store/export.ts';
import { xmlText } from '../xml.ts';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

/** What a sheet and a cell may hold (Excel's specifications and limits). */
const MOST_ROWS = 1_048_576;
const MOST_LETTERS = 32_767;

/** Zip archives know no time zone; all files bear the earliest time there is. */
const NO_TIME = new Date(1980, 0, 1);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * One workbook (Office Open XML, ECMA-376), a sheet for each table, numbers and days as such. Texts are inline strings, which no program
 * takes for formulas; what is longer than a cell holds ends with an ellipsis. Rows beyond a sheet's go on in another (`table_cells 2`).
 */
export async function exportXlsx(source: ExportSource, folder: string): Promise<Exported> {
  await writeWhole(join(folder, 'plans.xlsx'), archive(parts(source)));
  return { files: ['plans.xlsx'] };
}

interface Part {
  path: string;
  content: AsyncIterable<string> | Iterable<string>;
}

async function* parts(source: ExportSource): AsyncGenerator<Part> {
  const sheets: string[] = [];
  for (const table of source.tables) {
    const rows = source.rows(table)[Symbol.asyncIterator]();
    for (let part = 1, more = true; more; part++) {
      const content = sheet(table.columns, rows, (rest) => {
        more = rest;
      });
      sheets.push(part === 1 ? table.name : `${table.name} ${part}`);
      yield { path: `xl/worksheets/sheet${sheets.length}.xml`, content };
    }
  }
  const ids = sheets.map((name, i) => ({ name: xmlText(name), id: i + 1 }));
  yield {
    path: 'xl/workbook.xml',
    content: [
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>`,
      ...ids.map(({ name, id }) => `<sheet name="${name}" sheetId="${id}" r:id="rId${id}"/>`),
      '</sheets></workbook>',
    ],
  };
  yield {
    path: 'xl/_rels/workbook.xml.rels',
    content: [
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
      ...ids.map(
        ({ id }) =>
          `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
      ),
      `<Relationship Id="rId${ids.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
  };
  yield { path: 'xl/styles.xml', content: [STYLES] };
  yield {
    path: '_rels/.rels',
    content: [
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  };
  yield {
    path: '[Content_Types].xml',
    content: [
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`,
      ...ids.map(
        ({ id }) =>
          `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      ),
      '</Types>',
    ],
  };
}

/** Styles by number: 0 as it is, 1 a day, 2 a heading. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

async function* sheet(
  columns: ExportTable['columns'],
  rows: AsyncIterator<Cell[]>,
  end: (more: boolean) => void,
): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">`;
  yield `${columns.map(({ name }, i) => text(name, `${letters(i)}1`, 2)).join('')}</row>`;
  for (let number = 2; number <= MOST_ROWS; number++) {
    const next = await rows.next();
    if (next.done === true) {
      end(false);
      yield '</sheetData></worksheet>';
      return;
    }
    const cells = next.value.map((value, i) => cellXml(value, columns[i], `${letters(i)}${number}`));
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
  end(true);
  yield '</sheetData></worksheet>';
}

function cellXml(value: Cell, column: ExportColumn | undefined, at: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  const day = column !== undefined && /_(?:first|last)$/.test(column.name) ? serialDay(value) : null;
  return day === null ? text(value, at, 0) : `<c r="${at}" s="1"><v>${day}</v></c>`;
}

function text(value: string, at: string, style: number): string {
  const cut = value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS - 1)}…` : value;
  // Spreadsheets read _x0041_ as the letter A.
  const plain = cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<c r="${at}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${xmlText(plain)}</t></is></c>`;
}

/** The number of a day from 30 December 1899, as spreadsheets count since March 1900; null for no such day. */
function serialDay(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '1900-03-01') return null;
  return Math.round((Date.parse(value) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** A, B, …, Z, AA, … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

/** A zip archive, packed while it is read. */
async function* archive(files: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  for await (const { path, content } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = NO_TIME;
    zip.add(entry);
    let waiting = '';
    for await (const piece of content) {
      waiting += piece;
      if (waiting.length < 65_536) continue;
      entry.push(strToU8(waiting));
      waiting = '';
      yield* packed;
      packed = [];
    }
    entry.push(strToU8(waiting), true);
    yield* packed;
    packed = [];
  }
  zip.end();
  yield* packed;
}
