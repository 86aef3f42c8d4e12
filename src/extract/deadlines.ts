import { findAgencies } from '../lexicon/agency-mentions.ts';
import { fold } from '../lexicon/fold.ts';
import { targetLexicon } from '../lexicon/targets.ts';
import type { Span } from '../plan/source-text.ts';
import type { RegionName } from '../plan/tree.ts';
import { type AgencyReading, agencyAt } from './agencies.ts';
import { CERTAINTY } from './certainty.ts';
import { type Context, clauseBefore, oneLine, type Passage, passages, textOf, trimSpan } from './context.ts';
import { actionOf, endOfAction, endOfGroup, startOfGroup } from './deadline-actions.ts';
import { timesOf } from './deadline-times.ts';
import { Read, Whole } from './reading.ts';
import { bracketedLead, workOf } from './work-lines.ts';

/** A time by which, or a rhythm in which, something has to be done. */
export interface DeadlineReading {
  whole: Whole;
  /** Where its words stand. */
  span: Span;
}

const REGIONS: readonly RegionName[] = ['body', 'closing'];

/** Without one of these a passage tells no time. */
const TIMES = /\d{1,2}[/.]|năm|tháng|quý|tuần|(?:phút|giờ|ngày)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** The same without diacritics: more may have it, but a folded text is looked through several times as fast. */
const TIMES_FOLDED = /\d[/.]|nam|thang|quy|tuan|phut|gio|ngay/;

/** The deadlines of the plan in document order; `year` is the one that the plan covers. */
export function extractDeadlines(
  context: Context,
  agencies: readonly AgencyReading[],
  year: string | null = null,
): DeadlineReading[] {
  const found: DeadlineReading[] = [];
  for (const name of REGIONS) {
    for (const passage of passages(context, name)) {
      const folded = fold(passage.text);
      if (!TIMES_FOLDED.test(folded) || !TIMES.test(passage.text) || isPast(context, passage)) continue;
      const hits = timesOf(passage.text, year, folded);
      let floor = 0;
      let told = 0;
      let charged: AgencyReading | undefined;
      for (const [index, hit] of hits.entries()) {
        const group = startOfGroup(passage.text, hits, index);
        if (group === hit.start) floor = told;
        const at = { start: passage.start + hit.start, end: passage.start + hit.end };
        const work = workOf(context, passage, group, agencies);
        charged = work?.agency ?? charged;
        const agency =
          agencyAt(agencies, at.start) ??
          charged ??
          namedAgency(passage.text, hit, agencies) ??
          bracketedLead(passage.text, endOfGroup(passage.text, hits, index), agencies);
        const action = actionOf(
          passage.text,
          group,
          endOfGroup(passage.text, hits, index),
          endOfAction(passage.text, hits, index),
          floor,
          agency !== undefined,
        );
        told = work !== null || (action !== null && action.end <= hit.start) ? hit.end : 0;
        const own = action === null ? null : shifted(action, passage.start);
        const actionSpan = work?.duty ?? (own === null ? null : trimSpan(context.source, own));
        found.push({
          span: at,
          whole: new Whole(
            {
              text: new Read(oneLine(context, at), at),
              due: hit.due === null ? null : new Read(hit.due, at),
              recurrence: hit.recurrence === null ? null : new Read(hit.recurrence, at),
              action:
                actionSpan === null
                  ? null
                  : new Read(oneLine(context, actionSpan), actionSpan, CERTAINTY.deadline.action),
              agency: agency === undefined ? null : new Read(agency.name.value, agency.name.span),
            },
            at,
          ),
        });
      }
    }
  }
  return found;
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** What a part on the situation tells of happened; nothing in it is due. */
function isPast(context: Context, passage: Passage): boolean {
  return passage.under.some((section) => {
    const heading = textOf(context.source, section.heading).slice(0, 120);
    return section.titled && section.depth < 2 && targetLexicon().sections.find(heading)[0]?.entry === 'past';
  });
}

/** A duty outside the part on organisation is put on the body its sentence names, where that has a heading there. */
function namedAgency(text: string, hit: Span, agencies: readonly AgencyReading[]): AgencyReading | undefined {
  const sentence = hit.start - clauseBefore(text, hit.start).trimStart().length;
  const subject = text.slice(sentence, hit.end + 60);
  const first = findAgencies(subject).find((mention) => {
    const lead = subject.slice(0, mention.start).trim();
    return (
      lead === '' || /^(?:giao|đề nghị|yêu cầu|các)$/iu.test(lead) || mention.start + sentence >= hit.end
    );
  });
  if (first === undefined) return undefined;
  if (
    first.start + sentence >= hit.end &&
    !/^[\s,]*(?:các\s+)?$/iu.test(text.slice(hit.end, first.start + sentence))
  )
    return undefined;
  if (first.generic) return undefined;
  return agencies.find((agency) => agency.id?.value === first.id);
}
