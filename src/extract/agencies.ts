import { agencyId, findAgencies } from '../lexicon/agencies.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { agencyBySkeleton } from '../lexicon/skeletons.ts';
import { asRead, type Span } from '../plan/source-text.ts';
import type { PlanNode, PlanSection } from '../plan/tree.ts';
import { region } from '../plan/tree.ts';
import { type Context, textOf, trimSpan } from './context.ts';
import { Read, Whole } from './reading.ts';

/** A body with its tasks, before the deadlines are known. */
export interface AgencyReading {
  name: Read<string>;
  id: Read<string> | null;
  /** All that stands under its heading, the heading included. */
  span: Span;
  tasks: TaskReading[];
}

export interface TaskReading {
  text: Read<string>;
  role: Read<string> | null;
  partners: Read<string>[];
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
      if (titled && lexicon.isOrganisation(heading)) found.push(...bodiesUnder(context, node.children));
      else if (depth < 2) search(node.children, depth + 1);
    }
  };
  search(body.children, 0);
  return found;
}

/** The agency a place in the text belongs to. */
export function agencyAt(agencies: readonly AgencyReading[], at: number): AgencyReading | undefined {
  return agencies.find(({ span }) => span.start <= at && at < span.end);
}

export function agencyWhole(agency: AgencyReading, deadlines: (task: Span) => Read<number>[]): Whole {
  return new Whole(
    {
      name: agency.name,
      id: agency.id,
      tasks: agency.tasks.map(
        ({ text, role, partners }) =>
          new Whole({ text, role, partners, deadlines: deadlines(text.span) }, text.span),
      ),
    },
    agency.name.span,
  );
}

function bodiesUnder(context: Context, nodes: readonly PlanNode[]): AgencyReading[] {
  const lexicon = organisationLexicon();
  return nodes.flatMap((node): AgencyReading[] => {
    if (node.type !== 'section') return [];
    const heading = textOf(context.source, node.heading);
    const charged = afterOpener(context, node.heading);
    const name = textOf(context.source, charged);
    const known = agencyId(name) !== null || lexicon.beginsAsBody(name) || shownBy(context, charged) !== null;
    const sections = node.children.filter((child) => child.type === 'section');
    if (node.titled && heading.length < 250) {
      const inner = sections.filter((child) => isBodyHeading(context, child));
      if (inner.length > 0 && inner.length * 2 >= sections.length) return bodiesUnder(context, node.children);
      if (known && !(lexicon.isMatter(name) && agencyId(name) === null))
        return [headed(context, node, charged)];
      return bodiesUnder(context, node.children);
    }
    const colon = colonSplit(context, node, charged);
    if (colon !== null) return [colon];
    const inline = inlineSubject(context, node, charged);
    return inline === null ? [] : [inline];
  });
}

/** A name before a colon is not longer than this. */
const LONGEST_NAME = 180;

function isBodyHeading(context: Context, section: PlanSection): boolean {
  if (section.marker.style === 'plus') return false;
  const charged = afterOpener(context, section.heading);
  const name = textOf(context.source, charged);
  const short = section.titled && name.length < 120;
  if (!short && !name.slice(0, LONGEST_NAME).includes(':')) return false;
  if (findAgencies(name.slice(0, 120))[0]?.start !== 0) return false;
  if (short) return !/(?:chủ trì|phối hợp|tham mưu|xây dựng|hướng dẫn|tổ chức)/iu.test(name);
  return colonSplit(context, section, charged) !== null;
}

/** The heading without "Đề nghị", "Giao", and without its closing colon. */
function afterOpener(context: Context, heading: Span): Span {
  const text = textOf(context.source, heading);
  const length = organisationLexicon().openerLength(text);
  return trimSpan(context.source, { start: heading.start + length, end: heading.end });
}

function headed(context: Context, node: PlanSection, name: Span): AgencyReading {
  return agencyOf(context, node.span, name, tasksOf(context, node.children));
}

/** "4. Đề nghị Hội Nông dân: chủ động phối hợp …": the body before the colon, its task behind it. */
function colonSplit(context: Context, node: PlanSection, charged: Span): AgencyReading | null {
  const text = textOf(context.source, charged);
  const colon = text.search(/:(?=\s)/);
  if (colon < 2 || colon > LONGEST_NAME) return null;
  const before = text.slice(0, colon);
  if (agencyId(before) === null && !organisationLexicon().beginsAsBody(before)) return null;
  if (/(?:chủ trì|phối hợp với|tham mưu|hướng dẫn)\s/iu.test(before)) return null;
  const name = trimSpan(context.source, { start: charged.start, end: charged.start + colon });
  const task = trimSpan(context.source, { start: charged.start + colon + 1, end: node.heading.end });
  const own = task.end > task.start ? taskOf(context, task) : [];
  return agencyOf(context, node.span, name, [...own, ...tasksOf(context, node.children)]);
}

/** "1. Sở Y tế chủ trì, phối hợp …": the body is the subject of the task itself. */
function inlineSubject(context: Context, node: PlanSection, charged: Span): AgencyReading | null {
  const text = textOf(context.source, charged);
  const [first, ...others] = findAgencies(text.slice(0, LIST_LENGTH));
  if (first === undefined || first.start > 0) return null;
  let end = first.end;
  for (const next of others) {
    if (!/^\s*(?:,|;|và)\s*$/u.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  end = subjectEnd(text, end);
  const name = { start: charged.start, end: charged.start + end };
  const lead = /^[\s,:]*(?:có trách nhiệm|chịu trách nhiệm)?[\s:]*/iu.exec(text.slice(end))?.[0].length ?? 0;
  const task = trimSpan(context.source, { start: charged.start + end + lead, end: lastItemEnd(node) });
  if (task.end - task.start < 4) return null;
  return agencyOf(context, node.span, name, taskOf(context, task));
}

/** What a body does, as against what belongs to its name. */
const DUTY_VERB =
  /(?<![\p{L}\p{M}])(?:chủ trì|phối hợp|căn cứ|tăng cường|chủ động|xây dựng|chịu trách nhiệm|có trách nhiệm|tham mưu|tổ chức|hướng dẫn|thực hiện|triển khai|tiếp tục|đẩy mạnh|chỉ đạo|theo dõi|rà soát|báo cáo|bố trí|cung cấp|đảm bảo|bảo đảm|tuyên truyền|vận động|tham gia|ban hành|kịp thời|thường xuyên|tập trung|quan tâm|nghiên cứu|đề xuất|giám sát|kiểm tra|tiên phong|mở|quản lý|phát huy|cân đối|tổng hợp|là cơ quan|khẩn trương|trên cơ sở|nâng cao|đưa)(?![\p{L}\p{M}])/iu;

/** A subject that goes on behind its last known body ("… và các Ban Xây dựng Đảng tăng cường …") ends at the verb. */
function subjectEnd(text: string, known: number): number {
  const rest = text.slice(known, known + 160);
  const verb = DUTY_VERB.exec(rest);
  if (verb === null || /[.;:]/.test(rest.slice(0, verb.index))) return known;
  return known + rest.slice(0, verb.index).trimEnd().replace(/[,:]$/, '').length;
}

/** The body that the letters of a heading show in a document whose diacritics had to be restored. */
function shownBy(context: Context, heading: Span): { id: string; name: string } | null {
  if (context.source.diacritics !== 'restored' || heading.end - heading.start > 90) return null;
  return agencyBySkeleton(asRead(context.source, heading));
}

function agencyOf(context: Context, span: Span, name: Span, tasks: TaskReading[]): AgencyReading {
  const text = oneLine(context, name);
  const id = agencyId(text);
  const damaged = id === null || /[^\p{L}\p{M}\s,&()-]/u.test(text);
  const shown = damaged ? shownBy(context, name) : null;
  if (shown !== null) {
    const confidence = 0.8;
    return {
      name: new Read(shown.name, name, confidence),
      id: new Read(shown.id, name, confidence),
      span,
      tasks,
    };
  }
  return { name: new Read(text, name), id: id === null ? null : new Read(id, name), span, tasks };
}

function tasksOf(context: Context, nodes: readonly PlanNode[]): TaskReading[] {
  return nodes.flatMap((node): TaskReading[] => {
    if (node.type === 'planTable') return [];
    if (node.type === 'paragraph') return taskOf(context, trimSpan(context.source, node.span));
    const items = node.children.some((child) => child.type === 'section' && child.marker.style !== 'plus');
    const heading = textOf(context.source, node.heading);
    const grouping =
      node.titled &&
      items &&
      heading.length < 120 &&
      /^(?:arabic|decimal|letter|roman)$/.test(node.marker.style);
    if (grouping) return tasksOf(context, node.children);
    return taskOf(context, trimSpan(context.source, { start: node.heading.start, end: lastItemEnd(node) }));
  });
}

function lastItemEnd(section: PlanSection): number {
  const last = section.children.findLast((child) => child.type !== 'planTable');
  if (last === undefined) return section.heading.end;
  return last.type === 'section' ? lastItemEnd(last) : last.span.end;
}

function taskOf(context: Context, span: Span): TaskReading[] {
  const text = textOf(context.source, span);
  const value = text
    .replace(/\n\s*[-+•–]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const opening = /^(?:chủ trì|phối hợp)/iu.exec(text)?.[0];
  const role = opening === undefined ? null : /^chủ/iu.test(opening) ? 'lead' : 'partner';
  const roleSpan = { start: span.start, end: span.start + (opening?.length ?? 0) };
  return [
    {
      text: new Read(value, span),
      role: role === null ? null : new Read(role, roleSpan),
      partners: partnersIn(text).map(({ start, end }) => {
        const at = trimSpan(context.source, { start: span.start + start, end: span.start + end });
        return new Read(oneLine(context, at), at);
      }),
    },
  ];
}

const WITH =
  /(?<![\p{L}\p{M}])phối hợp(?:\s+(?:chặt chẽ|cùng|thường xuyên|đồng bộ))*(?:\s+(?:với|cùng))?\s+/giu;

/** A list of partners is over within so many characters. */
const LIST_LENGTH = 500;

/** The bodies named right behind the first "phối hợp (với)" that names any. */
function partnersIn(text: string): Span[] {
  for (const match of text.matchAll(WITH)) {
    const from = match.index + match[0].length;
    const rest = text.slice(from, from + LIST_LENGTH);
    const mentions = findAgencies(rest);
    const partners = bodiesFrom(rest, mentions);
    const named = partners.some((partner) =>
      mentions.some((mention) => mention.start < partner.end && partner.start < mention.end),
    );
    if (named || (partners.length > 0 && /với|cùng/iu.test(match[0]))) {
      return partners.map(({ start, end }) => ({ start: start + from, end: end + from }));
    }
  }
  return [];
}

const GLUE = /^\s*(?:,\s*và|,|;|và|với|cùng với|cùng)\s+/u;

/** A list of bodies: those the lexicon knows, and between them others that are named by a noun of the kind. */
function bodiesFrom(text: string, mentions: readonly Span[]): Span[] {
  const lexicon = organisationLexicon();
  const partners: Span[] = [];
  let at = 0;
  for (;;) {
    const known = mentions.find((mention) => mention.start === at);
    const described = at + lexicon.bodyLength(text.slice(at));
    const named = known === undefined ? at : known.end + lexicon.tailLength(text.slice(known.end));
    const end = Math.max(described, named);
    if (end <= at) return partners;
    partners.push({ start: at, end });
    const glue = GLUE.exec(text.slice(end))?.[0].length ?? 0;
    // A comma that the author forgot: the next body follows at once.
    const next = glue > 0 ? end + glue : mentions.find((mention) => mention.start === end + 1)?.start;
    if (next === undefined) return partners;
    at = next;
  }
}

function oneLine(context: Context, span: Span): string {
  return textOf(context.source, span).replace(/\s+/g, ' ').trim();
}
