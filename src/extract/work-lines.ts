import { AgencyReader } from '../lexicon/agency-mentions.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import { ending } from '../lexicon/patterns.ts';
import type { Span } from '../plan/source-text.ts';
import type { PlanNode } from '../plan/tree.ts';
import type { AgencyReading } from './agencies.ts';
import { type Context, type Passage, textOf, trimSpan } from './context.ts';
import { sameBody } from './same-body.ts';

/** What a work's own lines say of it: "1. Biên soạn sổ tay", "- Cơ quan chủ trì: Sở Tư pháp", "- Thời gian: Quý III/2023". */
export interface Work {
  /** The words of what is to be done. */
  duty: Span;
  agency: AgencyReading | undefined;
}

/** The label that a line of times begins with, up to where the times begin. */
const TIME_LABEL = ending(
  /^\s*(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:thực hiện|hoàn thành|triển khai|tổ chức|tiến hành|báo cáo|cụ thể|dự kiến)){0,2}\s*:\s*(?:(?:dự kiến|hoàn thành|thực hiện|xong)\s+)?$/iu,
);
const TIME_LABEL_WITHIN = ending(
  /[.;,(]\s*(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:thực hiện|hoàn thành|triển khai|tổ chức|tiến hành|báo cáo|dự kiến)){0,2}\s*:\s*(?:(?:dự kiến|hoàn thành|thực hiện|xong)\s+)?$/iu,
);
/** "(Chủ trì: Sở Nội vụ; phối hợp: Sở Y tế; hoàn thành trước …": behind a labelled body the verb stands for a label. */
const DONE_WITHIN = ending(/[.;,]\s*(?:hoàn thành|thực hiện|xong)\s+$/iu);
const LEAD_LABEL =
  /^\s*(?:(?:cơ quan|đơn vị|bộ phận|phân công)\s+)?(?:chủ trì|thực hiện|đầu mối|phụ trách|chịu trách nhiệm)(?:\s+(?:chính|thực hiện|tham mưu|tổ chức))?\s*:\s*/iu;
const DUTY_LABEL =
  /^\s*(?:tên\s+)?(?:nội dung|nhiệm vụ|công việc|hoạt động)(?:\s+(?:thực hiện|công việc|nhiệm vụ|hoạt động))?\s*:\s*(?=\S)/iu;

/** The work that a line of times belongs to, where a time that begins at `at` stands right behind its label; null elsewhere. */
export function workOf(
  context: Context,
  passage: Passage,
  at: number,
  agencies: readonly AgencyReading[],
): Work | null {
  const over = passage.under.at(-1);
  if (over === undefined || !TIME_LABEL.test(passage.text.slice(0, at)))
    return workInLine(context, passage, at, agencies);
  const before = over.children.slice(0, over.children.indexOf(passage.node));
  const lead = behindLabel(context, over.children, LEAD_LABEL);
  const stated = behindLabel(context, before, DUTY_LABEL);
  const heading = textOf(context.source, over.heading);
  const opening = heading.charAt(0).toLowerCase() + heading.slice(1);
  if (stated === null && lead === null && organisationLexicon().dutyIndex(opening) !== 0) return null;
  if (stated === null && organisationLexicon().isOrganisation(heading)) return null;
  const agency = lead === null ? undefined : leading(textOf(context.source, lead), agencies);
  const label = DUTY_LABEL.exec(heading)?.[0].length ?? 0;
  const own = { start: over.heading.start + label, end: over.heading.end };
  return { duty: trimSpan(context.source, stated ?? own), agency };
}

/** "2. In tờ gấp. Cơ quan chủ trì: Sở Tài chính. Thời gian: Tháng 5/2023": the same within one line. */
function workInLine(
  context: Context,
  passage: Passage,
  at: number,
  agencies: readonly AgencyReading[],
): Work | null {
  const head = passage.text.slice(0, at);
  const isLabelled = TIME_LABEL_WITHIN.test(head);
  if (!isLabelled && !DONE_WITHIN.test(head)) return null;
  const over = passage.under.at(-1);
  const first = LEAD_LABEL.exec(head)?.[0].length ?? 0;
  if (first > 0 && over !== undefined && isLabelled) {
    const body = AgencyReader.of(head.slice(first)).at(0);
    const agency = leading(head.slice(first, first + (body?.end ?? 0)), agencies);
    return { duty: trimSpan(context.source, over.heading), agency };
  }
  for (const mark of head.matchAll(/[.;,(]\s*/gu)) {
    const behind = head.slice(mark.index + mark[0].length);
    const labelled = LEAD_LABEL.exec(behind)?.[0].length ?? 0;
    if (labelled === 0 && !isLabelled) continue;
    const body = labelled > 0 || mark[0].startsWith('(') ? AgencyReader.of(behind).at(labelled) : undefined;
    if (body === undefined || (labelled === 0 && !LEADS.test(behind.slice(body.end)))) continue;
    if (!/\S\s+\S+\s+\S/u.test(head.slice(0, mark.index))) return null;
    const duty = { start: passage.start, end: passage.start + mark.index };
    return {
      duty: trimSpan(context.source, duty),
      agency: leading(behind.slice(labelled, body.end), agencies),
    };
  }
  return null;
}

/** The words behind a label with which one of several lines begins; of the last of those that do. */
function behindLabel(context: Context, nodes: readonly PlanNode[], label: RegExp): Span | null {
  for (const node of nodes.toReversed()) {
    if (node.type === 'planTable') continue;
    const line = node.type === 'section' ? node.heading : node.span;
    const length = label.exec(textOf(context.source, line))?.[0].length ?? 0;
    if (length > 0) return trimSpan(context.source, { start: line.start + length, end: line.end });
  }
  return null;
}

/** "… trước ngày 30/9/2016 (Sở Giao thông vận tải chủ trì, phối hợp với …)", "…, do Sở Y tế chủ trì": the body that the words behind a time put the duty on. */
export function bracketedLead(
  text: string,
  from: number,
  agencies: readonly AgencyReading[],
): AgencyReading | undefined {
  const open = BEFORE_LEAD.exec(text.slice(from))?.[0].length ?? 0;
  if (open === 0) return undefined;
  const inner = text.slice(from + open).split(')', 1)[0] ?? '';
  const labelled = LEAD_LABEL.exec(inner)?.[0].length ?? 0;
  if (labelled > 0) return leading(inner.slice(labelled), agencies);
  const first = AgencyReader.of(inner).at(0);
  return first !== undefined && LEADS.test(inner.slice(first.end))
    ? leading(inner.slice(0, first.end), agencies)
    : undefined;
}

const BEFORE_LEAD =
  /^(?:[^.;:()]{0,60}?(?:\(\s*(?:do\s+|giao\s+)?|,\s+(?:do|giao)\s+)|[;,]\s+(?=\p{Lu}[^.;:()]{2,80}\)))/u;
const LEADS =
  /^[^().;:]{0,80}?(?:chủ trì|thực hiện|chịu trách nhiệm|làm đầu mối|là cơ quan (?:chủ trì|đầu mối))(?![A-Za-zÀ-\u036fḀ-ỹ])/u;

/** The body with a heading that the words name first, alone or with others. */
function leading(words: string, agencies: readonly AgencyReading[]): AgencyReading | undefined {
  const first = AgencyReader.of(words).at(0);
  const named = [words, ...(first === undefined ? [] : [words.slice(0, first.end)])];
  for (const name of named) {
    const found = agencies.find((agency) => sameBody(agency.name.value, name));
    if (found !== undefined) return found;
  }
  // "Báo Hà Nam" has its heading together with another: "Báo Hà Nam, Đài PT-TH tỉnh".
  const name = named.at(-1)?.trim() ?? '';
  return name === ''
    ? undefined
    : agencies.find(
        ({ name: { value } }) => value.startsWith(name) && /^(?:[,;]|\svà\s)/u.test(value.slice(name.length)),
      );
}
