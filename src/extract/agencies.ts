import { agencyData } from '../lexicon/agencies.ts';
import { AgencyReader, agencyId } from '../lexicon/agency-mentions.ts';
import { fold } from '../lexicon/fold.ts';
import { isNameLine } from '../lexicon/name-lines.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { ending } from '../lexicon/patterns.ts';
import { agencyBySkeleton } from '../lexicon/skeletons.ts';
import { asRead, type Span } from '../plan/source-text.ts';
import type { PlanNode, PlanParagraph, PlanSection } from '../plan/tree.ts';
import { region } from '../plan/tree.ts';
import { CERTAINTY } from './certainty.ts';
import { chargeIn } from './charges.ts';
import { type Context, oneLine, singleBlanks, textOf, trimSpan } from './context.ts';
import { listedFieldsEnd, partnersIn } from './partners.ts';
import { Read, Whole } from './reading.ts';
import { sameBody } from './same-body.ts';

/** A body with its tasks, before the deadlines are known. */
export interface AgencyReading {
  name: Read<string>;
  id: Read<string> | null;
  /** All that stands under its heading, the heading included, at each place where it has tasks. */
  spans: Span[];
  tasks: TaskReading[];
}

export interface TaskReading {
  text: Read<string>;
  role: Read<string> | null;
  partners: Read<string>[];
  /** The text in which a time is a deadline of this task. */
  area: Span;
}

/** The bodies that have a heading of their own in the part on organisation, each with its tasks. */
export function extractAgencies(context: Context): AgencyReading[] {
  const body = region(context.tree, 'body');
  if (body === undefined) return [];
  const lexicon = organisationLexicon();
  const found: AgencyReading[] = [];
  const search = (nodes: readonly PlanNode[], depth: number): void => {
    for (const node of nodes) {
      if (node.type !== 'section') continue;
      const heading = textOf(context.source, node.heading);
      const titled = heading.length < 160 && (node.titled || node.children.length > 0);
      if (titled && lexicon.isOrganisation(heading))
        found.push(...bodiesUnder(context, isOfOneBody(context, node) ? [node] : node.children));
      else if (depth < 2) search(node.children, depth + 1);
    }
  };
  search(body.children, 0);
  return merged(found);
}

/** A body named twice is one, with the tasks of both places. */
function merged(agencies: readonly AgencyReading[]): AgencyReading[] {
  const found: AgencyReading[] = [];
  for (const agency of agencies) {
    const known = found.find((other) => sameBody(other.name.value, agency.name.value));
    if (known === undefined) found.push({ ...agency, tasks: [...agency.tasks] });
    else {
      known.tasks.push(...agency.tasks);
      known.spans.push(...agency.spans);
    }
  }
  return found;
}

/** The agency a place in the text belongs to. */
export function agencyAt(agencies: readonly AgencyReading[], at: number): AgencyReading | undefined {
  return agencies.find(({ spans }) => spans.some((span) => span.start <= at && at < span.end));
}

export function agencyWhole(agency: AgencyReading, deadlines: (task: Span) => Read<number>[]): Whole {
  return new Whole(
    {
      name: agency.name,
      id: agency.id,
      tasks: agency.tasks.map(
        ({ text, role, partners, area }) =>
          new Whole({ text, role, partners, deadlines: deadlines(area) }, text.span),
      ),
    },
    agency.name.span,
  );
}

function bodiesUnder(context: Context, nodes: readonly PlanNode[]): AgencyReading[] {
  const unmarked = chargedInParagraphs(context, nodes);
  if (unmarked.length > 0) return unmarked;
  return nodes.flatMap((node) => (node.type === 'section' ? bodiesOf(context, node) : []));
}

function bodiesOf(context: Context, node: PlanSection): AgencyReading[] {
  const lexicon = organisationLexicon();
  const heading = textOf(context.source, node.heading);
  const charged = afterOpener(context, node.heading);
  const name = textOf(context.source, charged);
  const sections = node.children.filter((child) => child.type === 'section');
  if (node.titled && heading.length < 250) {
    const inner = sections.filter((child) => isBodyHeading(context, child));
    if (inner.length > 0 && inner.length * 2 >= sections.length) return bodiesUnder(context, node.children);
    const known =
      namesBody(name) ||
      (!lexicon.isMatter(name) && (lexicon.beginsAsBody(name) || shownBy(context, charged) !== null));
    if (known) return [headed(context, node, charged)];
    return bodiesUnder(context, node.children);
  }
  const colon = colonSplit(context, node, charged);
  if (colon !== null) return [colon];
  return chargedBodies(context, node);
}

/** "Điều 5. Trách nhiệm của Sở Y tế": a part that one body has for itself. */
function isOfOneBody(context: Context, { heading }: PlanSection): boolean {
  const name = afterOpener(context, heading);
  const words = textOf(context.source, name);
  return (
    name.start > heading.start &&
    (AgencyReader.of(words).at(0)?.generic === false || organisationLexicon().namedBodyLength(words) > 0)
  );
}

function namesBody(name: string): boolean {
  return AgencyReader.of(name).at(0) !== undefined || agencyId(name) !== null;
}

/** A name before a colon is not longer than this. */
const LONGEST_NAME = 180;

function isBodyHeading(context: Context, section: PlanSection): boolean {
  if (section.marker.style === 'plus') return false;
  const charged = afterOpener(context, section.heading);
  const name = textOf(context.source, charged);
  const short = section.titled && name.length < 120;
  if (!short && !name.slice(0, LONGEST_NAME).includes(':')) return false;
  if (short && isNameLine(name)) return true;
  if (AgencyReader.of(name.slice(0, 120)).at(0) === undefined) return false;
  if (short) return !/(?:chủ trì|phối hợp|tham mưu|xây dựng|hướng dẫn|tổ chức)/iu.test(name);
  return colonSplit(context, section, charged) !== null;
}

const RESPONSIBLE = ending(
  /(?:(?:,?\s+là\s+(?:cơ quan|đơn vị)\s+(?:thường trực|đầu mối|chủ trì)[^,;:]{0,60}(?=,))?,?(?:\s+chịu trách nhiệm(?:\s+chính)?,)?\s+(?:(?:có|chịu) trách nhiệm|có(?:\s+các)?\s+nhiệm vụ)(?:\s+(?:chính|cụ thể|sau(?:\s+đây)?))?|\s+chủ trì(?=\s*:)|\s+(?:tổ chức\s+)?thực hiện\s+(?:các|những|một số)\s+(?:nội dung|nhiệm vụ|công việc)(?:\s+(?:sau|chính|trọng tâm|cụ thể))?(?:\s+đây)?(?=\s*:)|:\s*(?:tập trung\s+)?(?:tổ chức\s+)?(?:triển khai|thực hiện)\s+(?:(?:các|những|một số)\s+)?(?:nội dung|nhiệm vụ|công việc|giải pháp)(?:\s+(?:sau|chính|trọng tâm|cụ thể))?(?:\s+đây)?)\s*:?\s*$/iu,
);

/** The heading without "Đề nghị", "Giao", and without "có trách nhiệm" and its closing colon. */
function afterOpener(context: Context, heading: Span): Span {
  const text = textOf(context.source, heading);
  const length = organisationLexicon().openerLength(text);
  const tail = RESPONSIBLE.exec(text)?.[0].length ?? 0;
  return trimSpan(context.source, { start: heading.start + length, end: heading.end - tail });
}

function headed(context: Context, node: PlanSection, name: Span): AgencyReading {
  return agencyOf(context, node.span, name, tasksOf(context, node.children));
}

/** "4. Đề nghị Hội Nông dân: chủ động phối hợp …": the body before the colon, its task behind it. */
function colonSplit(context: Context, node: PlanSection, charged: Span): AgencyReading | null {
  const text = textOf(context.source, charged);
  const fields = listedFieldsStart(text);
  const colon = fields + text.slice(fields).search(/:(?=\s)|$/u);
  if (colon < 2 || colon === text.length || colon > LONGEST_NAME) return null;
  const before = text.slice(0, colon);
  if (!namesBody(before) && !organisationLexicon().beginsAsBody(before)) return null;
  if (/(?:chủ trì|phối hợp với|tham mưu|hướng dẫn)\s/iu.test(before)) return null;
  const name = trimSpan(context.source, { start: charged.start, end: charged.start + colon });
  const task = trimSpan(context.source, { start: charged.start + colon + 1, end: node.heading.end });
  const own = task.end > task.start ? taskOf(context, task) : [];
  return agencyOf(context, node.span, name, [...own, ...tasksOf(context, node.children)]);
}

/** "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Nội vụ, Tài chính …": where a name with a colon of its own ends, 0 for one without. */
function listedFieldsStart(text: string): number {
  const several =
    /(?:^|[,;]\s|\svà\s)(?=(?:(?:Thủ trưởng|Giám đốc|Trưởng|Lãnh đạo)\s)?[Cc]ác\s(?:[Ss]ở|[Pp]hòng)\s?:)/u.exec(
      text.slice(0, LONGEST_NAME),
    );
  if (several === null) return 0;
  const start = several.index + several[0].length;
  const length = listedFieldsEnd(text.slice(start));
  return length === 0 ? 0 : start + length;
}

/** Of a part that has no numbers: the bodies that its paragraphs charge, each with the paragraphs and items below it. */
function chargedInParagraphs(context: Context, nodes: readonly PlanNode[]): AgencyReading[] {
  if (nodes.some((node) => node.type === 'section' && !/^(?:dash|plus|name)$/.test(node.marker.style)))
    return [];
  const found: AgencyReading[] = [];
  let charging = 0;
  let items = 0;
  for (const node of nodes) {
    if (node.type === 'planTable') continue;
    if (node.type === 'section' && node.marker.style === 'name') {
      found.push(...bodiesOf(context, node));
      continue;
    }
    if (node.type === 'section' && chargeIn(textOf(context.source, node.heading)) !== null) items += 1;
    const last = found.at(-1);
    const own = node.type === 'paragraph' ? chargedByParagraph(context, node) : null;
    if (own !== null) {
      found.push(own);
      charging += 1;
    } else if (last !== undefined) {
      last.tasks.push(...tasksOf(context, [node]));
      last.spans.push(node.span);
    }
  }
  return charging > Math.max(1, items) ? found : [];
}

function chargedByParagraph(context: Context, { span }: PlanParagraph): AgencyReading | null {
  const marker = {
    style: 'name' as const,
    raw: '',
    ordinal: null,
    path: [],
    start: span.start,
    end: span.start,
  };
  const section: PlanSection = {
    type: 'section',
    marker,
    heading: span,
    titled: false,
    depth: 0,
    span,
    children: [],
  };
  return colonSplit(context, section, afterOpener(context, span)) ?? chargedBody(context, section, span);
}

/** The body that a sentence charges, and those that the paragraphs below charge which begin with another. */
function chargedBodies(context: Context, node: PlanSection): AgencyReading[] {
  const [own, ...others] = paragraphsOf(context, node);
  const first = own === undefined ? null : chargedBody(context, node, own);
  if (first === null) return [];
  const found = [first];
  for (const span of others) {
    const text = textOf(context.source, span);
    const charge = chargeIn(text);
    const last = found.at(-1);
    if (charge !== null && text.slice(charge.duty).trim().length >= 4) {
      const name = { start: span.start + charge.name.start, end: span.start + charge.name.end };
      found.push(agencyOf(context, span, trimSpan(context.source, name), taskOf(context, span, charge.duty)));
    } else if (last !== undefined) {
      last.tasks.push(...taskOf(context, span));
      last.spans.push(span);
    }
  }
  return found;
}

/** "1. Giao Sở Y tế chủ trì …": the body is the subject of the task, which is the whole sentence. */
function chargedBody(context: Context, node: PlanSection, own: Span): AgencyReading | null {
  const text = textOf(context.source, node.heading);
  const charge = chargeIn(text);
  if (charge === null) return null;
  const start = node.heading.start;
  const name = trimSpan(context.source, { start: start + charge.name.start, end: start + charge.name.end });
  const items = hasItems(node);
  const below = items ? tasksOf(context, node.children) : [];
  const duty = text.slice(charge.duty);
  const whole = items ? node.span : own;
  if (items && LEAD_IN.test(duty)) return agencyOf(context, whole, name, below);
  if (duty.trim().length < 4) return null;
  // A heading that the line break before its paragraph was lost from.
  const headed = /^\p{Lu}/u.test(duty) && !/[,:]\s*$/u.test(text.slice(0, charge.duty));
  const from = headed ? charge.duty : 0;
  const sentence = { start: start + from, end: items ? node.heading.end : own.end };
  const task = taskOf(context, trimSpan(context.source, sentence), charge.duty - from);
  return agencyOf(context, whole, name, [...task, ...below]);
}

function hasItems(node: PlanSection): boolean {
  return node.children.some((child) => child.type === 'section' && child.marker.style !== 'plus');
}

/** An item with its sub-items, and each paragraph below that begins another sentence; of one with items below it, it alone. */
function paragraphsOf(context: Context, node: PlanSection): Span[] {
  const found = [{ start: node.heading.start, end: hasItems(node) ? lastItemEnd(node) : node.heading.end }];
  for (const child of hasItems(node) ? [] : node.children) {
    if (child.type === 'planTable') continue;
    const last = found.at(-1);
    const end = child.type === 'section' ? lastItemEnd(child) : child.span.end;
    const another =
      child.type === 'paragraph' &&
      last !== undefined &&
      /[.;]\s*$/u.test(textOf(context.source, last)) &&
      /^\p{Lu}/u.test(child.value) &&
      !NOTE.test(child.value);
    if (last === undefined || another) found.push({ start: child.span.start, end });
    else last.end = end;
  }
  return found.map((span) => trimSpan(context.source, span));
}

/** What stands between a body and the list of its tasks. */
const LEAD_IN =
  /^(?:thực hiện\s+)?(?:(?:các|những|một số)\s+)?(?:(?:nhiệm vụ|nội dung|công việc)\s*)?(?:sau(?: đây)?|chính)?\s*:?\s*$/iu;

/**
 * The body that the letters of a heading show in a document whose diacritics had to be restored: "Phòng Giáo dục nghề nghiệp"
 * shows no "cơ sở giáo dục nghề nghiệp", which is another kind of body.
 */
function shownBy(context: Context, heading: Span): { id: string; name: string } | null {
  if (context.source.diacritics !== 'restored' || heading.end - heading.start > 90) return null;
  const shown = agencyBySkeleton(asRead(context.source, heading));
  const [kind = ''] = textOf(context.source, heading).split(' ');
  return shown !== null &&
    Object.hasOwn(agencyData().kinds, kind.toLowerCase()) &&
    fold(shown.name).split(' ')[0] !== fold(kind)
    ? null
    : shown;
}

function agencyOf(context: Context, span: Span, name: Span, tasks: TaskReading[]): AgencyReading {
  const text = oneLine(context, name);
  const id = agencyId(text);
  const damaged = id === null || /[^A-Za-zÀ-\u036fḀ-ỹ\s,&()-]/u.test(text);
  const shown = damaged ? shownBy(context, name) : null;
  if (shown !== null) {
    const confidence = 0.8;
    return {
      name: new Read(shown.name, name, confidence),
      id: new Read(shown.id, name, confidence),
      spans: [span],
      tasks,
    };
  }
  return { name: new Read(text, name), id: id === null ? null : new Read(id, name), spans: [span], tasks };
}

function tasksOf(context: Context, nodes: readonly PlanNode[]): TaskReading[] {
  return nodes.flatMap((node, at): TaskReading[] => {
    if (node.type === 'planTable' || isBelowColon(nodes, at)) return [];
    if (node.type === 'paragraph') {
      if (NOTE.test(node.value)) return [];
      const items = nodes.slice(at + 1).findIndex((_, next) => !isBelowColon(nodes, at + 1 + next));
      const last = nodes[items < 0 ? nodes.length - 1 : at + items];
      const end = last?.type === 'section' ? lastItemEnd(last) : node.span.end;
      return taskOf(context, trimSpan(context.source, { start: node.span.start, end }));
    }
    const items = hasItems(node);
    const heading = textOf(context.source, node.heading);
    const grouping =
      node.titled &&
      items &&
      heading.length < 120 &&
      /^(?:arabic|decimal|letter|roman)$/.test(node.marker.style);
    if (grouping) return tasksOf(context, node.children);
    return paragraphsOf(context, node).flatMap((span) => taskOf(context, span));
  });
}

/** "Chủ trì, phối hợp với Công an tỉnh:" with items behind "+": parts of the paragraph's one task, whose colon leads on to them. */
function isBelowColon(nodes: readonly PlanNode[], at: number): boolean {
  const node = nodes[at];
  if (node?.type !== 'section' || node.marker.style !== 'plus') return false;
  const before = nodes[at - 1];
  if (before?.type === 'paragraph') return before.value.trimEnd().endsWith(':') && !NOTE.test(before.value);
  return at > 0 && isBelowColon(nodes, at - 1);
}

/** "(Chi tiết tại Phụ lục kèm theo)", "Các nhiệm vụ được phân công tại bảng sau:", "Bảng 2. …" say where to read on. */
const NOTE =
  /^\(.*(?:phụ lục|kèm theo).*\)\s*[.;]?$|^(?:bảng|biểu|phụ lục)\s+(?:số\s+)?[\dIVX]+\s*[.:]|\s(?:tại|theo|ở|trong)\s+(?:bảng|biểu|phụ lục)(?:\s[^\s,;]+){0,3}\s*:$/iu;

function lastItemEnd(section: PlanSection): number {
  const last = section.children.findLast((child) => child.type !== 'planTable');
  if (last === undefined) return section.heading.end;
  return last.type === 'section' ? lastItemEnd(last) : last.span.end;
}

/** "xây dựng kế hoạch , tổ chức": the text without the blanks between words and the marks behind them. */
function withoutBlanksBeforeMarks(text: string): string {
  if (![' , ', ' . ', ' ; '].some((mark) => text.includes(mark))) return text;
  return text.replace(/ (?=[.;,] )(?<=[A-Za-zÀ-\u036fḀ-ỹ] )/gu, '');
}

/** `duty` is where the words about what to do begin, behind the body that the task names itself. */
function taskOf(context: Context, span: Span, duty = 0): TaskReading[] {
  const text = textOf(context.source, span);
  const joined = text.includes('\n') ? text.replace(/\n\s*(?:[-+•–]\s*|o\s+(?=\p{Lu}))/gu, ' ') : text;
  const value = withoutBlanksBeforeMarks(singleBlanks(joined)).trim();
  const opening = /^(?:chủ trì|phối hợp)/iu.exec(text.slice(duty))?.[0];
  const role = opening === undefined ? null : /^chủ/iu.test(opening) ? 'lead' : 'partner';
  const roleSpan = { start: span.start + duty, end: span.start + duty + (opening?.length ?? 0) };
  return [
    {
      text: new Read(value, span),
      role: role === null ? null : new Read(role, roleSpan),
      partners: partnersIn(text).map(({ start, end }) => {
        const at = trimSpan(context.source, { start: span.start + start, end: span.start + end });
        return new Read(oneLine(context, at), at, CERTAINTY.task.partners);
      }),
      area: span,
    },
  ];
}
