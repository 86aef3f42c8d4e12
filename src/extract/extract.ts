import { dayRange } from '../plan/edtf.ts';
import type { Extraction } from '../plan/facts.ts';
import { type Evidence, PlanFacts } from '../plan/record.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { PlanRoot } from '../plan/tree.ts';
import { agencyWhole, extractAgencies } from './agencies.ts';
import { extractAnnexes } from './annexes.ts';
import { extractCitations } from './citations.ts';
import { contextOf } from './context.ts';
import { type DeadlineReading, extractDeadlines } from './deadlines.ts';
import { assignDuties } from './duty-tables.ts';
import { dutyDeadlines } from './duty-times.ts';
import { extractIssuedAt, extractIssuedOn, unreadDate } from './issued-on.ts';
import { extractIssuer } from './issuer.ts';
import { extractNumber } from './number.ts';
import { extractPeriod } from './period.ts';
import { Read, type Reading, settle, Whole } from './reading.ts';
import { extractRecipients } from './recipients.ts';
import { extractSigner } from './signer.ts';
import { extractTables } from './tables.ts';
import { onTopic } from './targets/plan-topics.ts';
import { extractTableTargets } from './targets/table-targets.ts';
import { extractRowTargets, extractTextTargets } from './targets/targets.ts';
import { extractTitle, extractType } from './title.ts';

/** Reads every field of the record from a parsed plan, each value with its evidence. */
export function extractPlan(source: SourceText, tree: PlanRoot): Extraction {
  const head = contextOf(source, tree);
  const number = extractNumber(head);
  const issuedOn = extractIssuedOn(head);
  const context = { ...head, issuedOn: firstDay(issuedOn?.value ?? null) };
  const issuedAt = extractIssuedAt(context);
  const period = extractPeriod(context);
  const issuer = extractIssuer(context, firstDay(issuedOn?.value ?? period?.value ?? null), issuedAt);
  const area = { on: firstDay(issuedOn?.value ?? null), within: withinOf(issuer) };
  const tables = extractTables(context, area);
  const agencies = extractAgencies(context);
  const duties = assignDuties(agencies, tables);
  const title = extractTitle(context);
  const textTargets = extractTextTargets(context, period, area);
  const deadlines = [
    ...withoutOwnTimes(
      source,
      extractDeadlines(context, agencies, yearOf(period?.value ?? context.issuedOn)),
      textTargets,
    ),
    ...dutyDeadlines(context, duties, period),
  ].sort((a, b) => a.span.start - b.span.start);
  const readings: Record<keyof PlanFacts, Reading> = {
    type: extractType(context, number),
    number,
    issuer,
    issuedOn,
    issuedAt,
    title,
    period,
    signer: extractSigner(context),
    recipients: extractRecipients(context),
    citations: extractCitations(context, number?.value ?? null),
    targets: onTopic(
      [
        ...textTargets,
        ...extractRowTargets(context, tables, period, area),
        ...extractTableTargets(context, tables, period),
      ],
      title?.value ?? null,
    ),
    tables: tables.map((table) => table.reading),
    agencies: agencies.map((agency) =>
      agencyWhole(agency, (task) => {
        const within: Read<number>[] = [];
        for (const [index, { span }] of deadlines.entries())
          if (span.start >= task.start && span.end <= task.end) within.push(new Read(index, span));
        return within;
      }),
    ),
    deadlines: deadlines.map((deadline) => deadline.whole),
  };
  const evidence: Record<string, Evidence> = {};
  const facts = PlanFacts.parse(settle(new Whole(readings), source, evidence));
  return {
    facts,
    evidence,
    annexes: extractAnnexes(context),
    unreadDate: issuedOn === null ? unreadDate(context) : null,
  };
}

/** The one year that a plan is for: of one for several years, or a school year, none. */
function yearOf(period: string | null): string | null {
  return period === null || period.includes('/') ? null : period.slice(0, 4);
}

/** A time that a target carries as its own is no deadline besides; one that leads up to a list of targets is. */
function withoutOwnTimes(
  source: SourceText,
  deadlines: readonly DeadlineReading[],
  targets: readonly Whole[],
): DeadlineReading[] {
  const dues = targets.flatMap(({ fields, span }) =>
    fields.due instanceof Read && span !== null ? [{ due: fields.due.span, target: span }] : [],
  );
  return deadlines.filter(({ span }) => {
    const line = source.text.indexOf('\n', span.end);
    const end = line < 0 ? source.text.length : line;
    const carried = dues.filter(
      ({ due, target }) => due.start < span.end && span.start < due.end && target.start < end,
    ).length;
    const lead = LEADS_UP.exec(source.text.slice(span.end, span.end + 140))?.[0];
    if (lead === undefined) return carried === 0;
    // "Đến 30/9/2026: 100% cơ quan …": the time of that one alone.
    return carried !== 1 || span.end + lead.length === end;
  });
}

/** What stands between a time and the list of what is due by it. */
const LEADS_UP = /^(?:\s*,\s+hoàn (?:thành|tất)\s[^.;:\d]{1,120})?\s*:[^\S\n]*/u;

function firstDay(date: string | null): string | null {
  return date === null ? null : (dayRange(date)?.first ?? null);
}

/** Rows of a table lie in the issuer's own territory. */
function withinOf(issuer: Whole | null): { province?: string; district?: string } {
  const place = issuer?.fields.place;
  const code = place instanceof Whole ? place.fields.code : null;
  if (!(code instanceof Read) || typeof code.value !== 'string') return {};
  if (code.value.length === 2) return { province: code.value };
  return code.value.length === 3 ? { district: code.value } : {};
}
