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
    for (const row of table.rows) {
      const duty = row.kind === 'item' ? dutyOf(row, columns, agencies) : null;
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
  const lead = find(leads);
  if (statesTargets(table)) return null;
  if (lead === null && (find(duties) === null || !namesBodies(table))) return null;
  const named = { lead, partners: find(partners), time: find(times), duty: find(duties) };
  if (
    named.partners === null &&
    named.time === null &&
    named.duty === null &&
    !duties.test(fold(table.subject))
  )
    return null;
  const ofTargets = namesTargets(table);
  const figures = rows.flatMap((row) =>
    row.cells.filter(
      (cell, index) =>
        index !== named.time && (cell.value !== null || (ofTargets && cellFigures(cell).length > 0)),
    ),
  );
  if (figures.length * 2 > rows.length) return null;
  return { ...named, duty: lead !== null && duties.test(fold(table.subject)) ? null : named.duty };
}

/** "Cơ quan chủ trì | Nhiệm vụ | Thời gian", "Đơn vị | Nhiệm vụ": whether the rows are named by the bodies in charge. */
function namesBodies({ subject, rows }: TableReading): boolean {
  const folded = fold(subject);
  if (!organisationLexicon().columns.leads.test(folded) && !BODIES.test(folded)) return false;
  const labels = rows.filter(({ kind }) => kind === 'item').map(({ label }) => label);
  const bodies = labels.filter((label) => findAgencies(label)[0]?.start === 0 || agencyId(label) !== null);
  return bodies.length * 2 > labels.length;
}

const BODIES = /^(?:ten\s)?(?:(?:co quan|don vi|dia phuong)(?:,\s|\s-\s|\/|$))+/;

function dutyOf(row: RowReading, columns: Columns, agencies: AgencyReading[]): Duty | null {
  const cell = (index: number | null): { text: string; span: Span } | null => {
    const found = index === null ? undefined : row.cells[index];
    return found === undefined || found.text === '' ? null : found;
  };
  const label = row.label === '' ? null : { text: row.label, span: row.labelSpan };
  const leading = columns.lead === null ? label : cell(columns.lead);
  const named = cell(columns.duty);
  const text = named === null ? row.label : withoutClosing(named.text);
  if (leading === null || text === '' || (columns.lead === null && named === null)) return null;
  const partners = cell(columns.partners);
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
  return { text: task.text, time: cell(columns.time), agency };
}

function ofCell(cell: { text: string; span: Span }, agencies: AgencyReading[]): AgencyReading {
  const name = cell.text.replace(/[\s;.,:]+$/u, '');
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
