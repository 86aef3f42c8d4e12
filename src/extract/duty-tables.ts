import { agencyId, findAgencies } from '../lexicon/agency-mentions.ts';
import { fold } from '../lexicon/fold.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import type { Span } from '../plan/source-text.ts';
import type { AgencyReading, TaskReading } from './agencies.ts';
import { withoutClosing } from './context.ts';
import { Read } from './reading.ts';
import { sameBody } from './same-body.ts';
import type { RowReading } from './table-rows.ts';
import type { TableReading } from './tables.ts';
import { cellFigures } from './targets/cell-figures.ts';
import { namesTargets, statesTargets } from './targets/row-sentences.ts';

/** A row of a table that says who does what by when. */
export interface Duty {
  /** The words of the duty, and where they stand. */
  text: Read<string>;
  /** The cell with the time; null where the table has no such column or the cell is empty. */
  time: { text: string; span: Span } | null;
  agency: AgencyReading;
}

interface Columns {
  duty: number | null;
  /** Null where the bodies in charge name the rows. */
  lead: number | null;
  partners: number | null;
  time: number | null;
}

/**
 * Gives each row of the tables of duties (`Nhiệm vụ`, `Cơ quan chủ trì`, `Cơ quan phối hợp`, `Thời gian`) as a task to the
 * body that leads it: to one of `agencies`, which gets it behind its own, or to a new one at the end of the list.
 */
export function assignDuties(agencies: AgencyReading[], tables: readonly TableReading[]): Duty[] {
  const duties: Duty[] = [];
  for (const table of tables) {
    const columns = dutyColumns(table);
    if (columns === null) continue;
    let leading: CellText | null = null;
    for (const row of table.rows) {
      const above: CellText | null = row.kind === 'item' ? leading : null;
      leading = columns.lead === null ? null : (cellOf(row, columns.lead) ?? above);
      const duty = row.kind === 'item' ? dutyOf(row, columns, leading, agencies) : null;
      if (duty !== null) duties.push(duty);
    }
  }
  return duties;
}

/** Which column is which; null where the table is none of duties. A target table may name who is in charge, too. */
export function dutyColumns(table: TableReading): Columns | null {
  const { columns, rows } = table;
  const { leads, partners, times, duties } = organisationLexicon().columns;
  const find = (pattern: RegExp): number | null => {
    const index = columns.findIndex((column) => pattern.test(fold(column.label)));
    return index < 0 ? null : index;
  };
  if (statesTargets(table)) return null;
  const time = columns.findIndex(({ label }) => times.test(fold(label)) && !OUTCOME.test(fold(label)));
  const named = {
    lead: find(leads),
    partners: find(partners),
    time: time < 0 ? null : time,
    duty: find(duties),
  };
  const ofDuties = duties.test(fold(table.subject));
  if (named.lead === null && ofDuties && (named.partners !== null || named.time !== null))
    named.lead = columnOfBodies(table);
  const { lead } = named;
  if (lead === null && (named.duty === null || !namesBodies(table))) return null;
  if (named.partners === null && named.time === null && named.duty === null && !ofDuties) return null;
  const ofTargets = namesTargets(table);
  const figures = rows.flatMap((row) =>
    row.cells.filter(
      (cell, index) =>
        index !== named.time &&
        !MONEY.test(fold(columns[index]?.label ?? '')) &&
        (cell.value !== null || (ofTargets && cellFigures(cell).length > 0)),
    ),
  );
  if (figures.length * 2 > rows.length) return null;
  // "Nhóm nhiệm vụ | Nội dung": the duty is what stands in the second.
  const grouped = /^nhom\s/.test(fold(table.subject)) && named.duty !== null;
  return { ...named, duty: lead !== null && ofDuties && !grouped ? null : named.duty };
}

/** What comes of a duty, whenever it is done: "Sản phẩm hoàn thành". */
const OUTCOME = /^(?:san pham|ket qua)(?![a-z])/;
const MONEY = /^(?:du kien\s)?(?:kinh phi|du toan|nguon|von|muc chi)(?![a-z])/;

/** "Đơn vị", "Người thực hiện": what a column may be headed with that does not say that those named in it lead. */
const WHO =
  /^(?:(?:cac |ten )?(?:don vi|co quan|bo phan|dau moi|nguoi|ca nhan|to chuc|phong|ban)[ ,/-]*)*(?:(?:thuc hien|duoc giao(?: nhiem vu)?|to chuc|chu quan)(?![a-z]).*)?$/;

/** The one column whose cells are bodies, most of them, and that is headed as one of those who do it. */
function columnOfBodies({ columns, rows }: TableReading): number | null {
  const items = rows.filter(({ kind }) => kind === 'item');
  const found = columns.findIndex(({ label }, at) => {
    const cells = items.map((row) => row.cells[at]?.text ?? '').filter((text) => text !== '');
    return WHO.test(fold(label)) && label !== '' && cells.length * 2 > items.length && areBodies(cells);
  });
  return found < 0 ? null : found;
}

function areBodies(names: readonly string[]): boolean {
  const bodies = names.filter((name) => findAgencies(name)[0]?.start === 0 || agencyId(name) !== null);
  return bodies.length * 2 > names.length;
}

/** "Cơ quan chủ trì | Nhiệm vụ | Thời gian", "Đơn vị | Nhiệm vụ": whether the rows are named by the bodies in charge. */
function namesBodies({ subject, rows }: TableReading): boolean {
  const folded = fold(subject);
  if (!organisationLexicon().columns.leads.test(folded) && !BODIES.test(folded)) return false;
  return areBodies(rows.filter(({ kind }) => kind === 'item').map(({ label }) => label));
}

const BODIES = /^(?:ten\s)?(?:(?:co quan|don vi|dia phuong)(?:,\s|\s-\s|\/|$))+/;

interface CellText {
  text: string;
  span: Span;
}

function cellOf(row: RowReading, index: number | null): CellText | null {
  const found = index === null ? undefined : row.cells[index];
  return found === undefined || found.text === '' ? null : found;
}

/** `lead` is the cell that names who leads, or that above it which reaches down to the row. */
function dutyOf(
  row: RowReading,
  columns: Columns,
  lead: CellText | null,
  agencies: AgencyReading[],
): Duty | null {
  const label = row.label === '' ? null : { text: row.label, span: row.labelSpan };
  const named = cellOf(row, columns.duty);
  const text = named === null ? row.label : withoutClosing(named.text);
  const who = columns.lead === null ? label : lead;
  if (who === null || text === '' || (columns.lead === null && named === null)) return null;
  const roles = rolesIn(who.text);
  const leading = roles === null ? who : { text: roles.lead, span: who.span };
  const beside = columns.partners === columns.lead ? null : cellOf(row, columns.partners);
  const partners =
    beside ?? (roles === null || roles.partners === '' ? null : { text: roles.partners, span: who.span });
  const span = named?.span ?? row.labelSpan;
  const last = row.cells.at(-1)?.span ?? row.labelSpan;
  const task: TaskReading = {
    text: new Read(text, span),
    role: new Read('lead', leading.span),
    partners:
      partners === null ? [] : bodiesInCell(partners.text).map((name) => new Read(name, partners.span)),
    // A label that stands beside several rows is above all but the first.
    area: {
      start: columns.lead === null ? span.start : row.labelSpan.start,
      end: Math.max(last.end, row.labelSpan.end),
    },
  };
  const agency = ofCell(leading, agencies);
  agency.tasks.push(task);
  return { text: task.text, time: cellOf(row, columns.time), agency };
}

/** "Chủ trì: Sở Y tế; phối hợp: BHXH tỉnh", "Sở Y tế chủ trì, phối hợp với BHXH tỉnh", "Sở Y tế (chủ trì)": who leads and who takes part, in one cell. */
function rolesIn(text: string): { lead: string; partners: string } | null {
  if (!/chủ trì/iu.test(text)) return null;
  const { lead, partners, others } = (TITLED_ROLES.exec(text) ?? TOLD_ROLES.exec(text))?.groups ?? {};
  return lead === undefined ? null : { lead: lead.trim(), partners: (partners ?? others ?? '').trim() };
}

const TITLED_ROLES =
  /^[-–+•\s]*(?:(?:cơ quan|đơn vị)\s+)?chủ trì(?:\s+thực hiện)?\s*:\s*(?<lead>[^:]+?)(?:[\s;.,]*[-–+•\s]*(?:(?:cơ quan|đơn vị)\s+)?phối hợp(?:\s+thực hiện)?\s*:\s*(?<partners>[^:]+))?$/iu;
const TOLD_ROLES =
  /^[-–+•\s]*(?<lead>[^;()]+?)\s*(?:\(\s*chủ trì\s*\)|chủ trì)(?:[\s;,.]*(?:[-–+•]\s*)?(?:phối hợp(?:\s+(?:với|cùng))?(?:\s+thực hiện)?\s+(?<partners>[^()]+)|(?<others>[^()]+?)\s*(?:\(\s*phối hợp(?:\s+thực hiện)?\s*\)|phối hợp(?:\s+thực hiện)?)))?[\s.;]*$/iu;

function ofCell(cell: CellText, agencies: AgencyReading[]): AgencyReading {
  const name = cell.text.replace(/^[-–+•\s]+|[\s;.,:]+$/gu, '');
  const known = agencies.find((agency) => sameBody(agency.name.value, name));
  if (known !== undefined) return known;
  const id = agencyId(name);
  const agency: AgencyReading = {
    name: new Read(name, cell.span),
    id: id === null ? null : new Read(id, cell.span),
    spans: [],
    tasks: [],
  };
  agencies.push(agency);
  return agency;
}

/** The bodies that a cell lists: "Sở Công Thương, các doanh nghiệp; các cơ quan, đơn vị liên quan" are three. */
export function bodiesInCell(text: string): string[] {
  return text
    .split(/\s*;\s*|\s*\n\s*/u)
    .flatMap(splitAtMarks)
    .flatMap(splitAtCommas)
    .map((name) => name.replace(/^[-–+•\s]+|[\s.,:]+$/gu, ''))
    .filter((name) => name !== '' && !/^không$/iu.test(name));
}

/** "- Sở Y tế - Sở Nội vụ", "Sở Y tế/Công an tỉnh", "Sở Y tế Sở Nội vụ" of lines of their own: each of them where what follows is another body. */
function splitAtMarks(text: string): string[] {
  if (!MARKS.test(text)) return [text];
  const mentions = findAgencies(text);
  const marks = [...text.matchAll(new RegExp(MARKS, 'gu'))].flatMap(({ 0: mark, index: from }) => {
    const to = from + mark.length;
    const after = text.slice(to);
    const within = mentions.some(({ start, end }) => start <= from && to < end);
    const another =
      !within && (findAgencies(after)[0]?.start === 0 || organisationLexicon().beginsAsBody(after));
    return [{ from, to, another }];
  });
  // "Phòng Lao động - Tiền lương - Bảo hiểm xã hội": one name, where not all of it are bodies.
  const listed = /^\s*[-–+•]/u.test(text) || marks.every(({ another }) => another);
  const parts: string[] = [];
  let start = 0;
  for (const { from, to } of marks.filter(({ another }) => listed && another)) {
    if (text.slice(start, from).trim() === '') continue;
    parts.push(text.slice(start, from));
    start = to;
  }
  return [...parts, text.slice(start)];
}

/** What parts bodies beside line breaks that were lost: a dash, a stroke, or nothing before what only begins a name. */
const MARKS =
  /\s[-–+•]\s+(?=\p{Lu})|(?<=[A-Za-zÀ-\u036fḀ-ỹ])\s?\/\s?(?=\p{Lu})|(?<=(?:Sở|BHXH|Công an|UBND|Hội)\s[^;]{2,60}[A-Za-zÀ-\u036fḀ-ỹ])(?<!\s(?:và|với|của|cùng|do))\s+(?=(?:Sở|BHXH|Công an|UBND|Ủy ban)\s)/u;

/** Commas within a name, or between the general nouns of one collective, part nothing. */
function splitAtCommas(text: string): string[] {
  const mentions = findAgencies(text);
  const parts: string[] = [];
  let start = 0;
  for (const comma of text.matchAll(/,\s+(?:và\s+)?|\s+và\s+(?=\p{Lu}|các\s)/gu)) {
    const at = comma.index;
    const within = mentions.some((mention) => mention.start < at && at < mention.end);
    const before = text.slice(start, at);
    const apart = comma[0].startsWith(',') && beginsAnother(before, text.slice(at + comma[0].length));
    if (within ? !apart : isGeneralNoun(before) || isOneListed(text.slice(start), at - start)) continue;
    const after = text.slice(at + comma[0].length);
    if (/và/u.test(comma[0]) && (goesOnInName(after) || namesNoBody(after))) continue;
    parts.push(before);
    start = at + comma[0].length;
  }
  return [...parts, text.slice(start)];
}

/** "các thôn, buôn", "Ban tự quản các ấp, khóm": the kinds of one collective go on behind the comma. */
function isOneListed(text: string, comma: number): boolean {
  const lead = /^[-–+•\s]*/u.exec(text)?.[0].length ?? 0;
  return lead + organisationLexicon().bodyLength(text.slice(lead)) > comma;
}

/** "Doanh nghiệp, Sở, ban, ngành": a collective of another kind begins with its own capital. */
function beginsAnother(before: string, after: string): boolean {
  const kinds = [before, after].map((words) => agencyId(`các ${words.toLowerCase()}`));
  return /^\p{Lu}/u.test(after) && kinds[0] !== null && kinds[1] !== null && kinds[0] !== kinds[1];
}

/** "Hội Nhà văn và Thợ ảnh": behind "và" stands no other body. */
function goesOnInName(after: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(after) &&
    findAgencies(after)[0]?.start !== 0 &&
    !organisationLexicon().beginsAsBody(after) &&
    organisationLexicon().bodyLength(after) === 0
  );
}

/** "Ban Quản lý khu kinh tế và các khu công nghiệp": what it manages. */
function namesNoBody(after: string): boolean {
  return (
    /^các\s/u.test(after) &&
    organisationLexicon().bodyLength(after) === 0 &&
    findAgencies(after)[0]?.start !== 0
  );
}

/** "Viện, Trường": nouns of one word are one collective. */
function isGeneralNoun(words: string): boolean {
  return !/\s/u.test(words.trim()) && findAgencies(words).length === 0;
}
