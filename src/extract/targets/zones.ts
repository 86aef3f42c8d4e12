import { fold } from '../../lexicon/fold.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { PlanSection } from '../../plan/tree.ts';
import { type Context, type Passage, textOf } from '../context.ts';

/** What a passage may be about: targets, results of the past, or money. */
export type Zone = 'targets' | 'past' | 'money' | null;

/**
 * What the headings above say the passage is about; the nearest that says anything decides, but money within a part on
 * results is what was spent.
 */
export function zoneOf(context: Context, passage: Passage): Zone {
  if (/^[\s*_]*(?:[-–+•]\s*)?(?:chỉ tiêu|mục tiêu)\s+\d{1,2}(?:\.\d{1,2})?\s*[:.]/iu.test(passage.text))
    return 'targets';
  let money = false;
  for (const section of [...passage.under].reverse()) {
    const heading = textOf(context.source, section.heading).slice(0, 160);
    const hits = targetLexicon().sections.find(heading);
    const aims = hits.find((hit) => hit.entry === 'targets');
    if (aims !== undefined) return money ? 'money' : 'targets';
    // "Đối với các nhóm được ngân sách nhà nước hỗ trợ": who is meant, and not what it costs.
    const [other] = hits.filter(
      ({ entry, start }) =>
        entry !== 'money' || !/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:được|do)\s$/iu.test(heading.slice(0, start)),
    );
    if (other === undefined || heading.length >= 120 || !section.titled) continue;
    if (other.entry !== 'money') return other.entry;
    if (
      !money &&
      (aimed(context, passage, section) || (RAISES.test(heading) && underTargets(context, passage, section)))
    )
      return 'targets';
    money = true;
  }
  return money ? 'money' : null;
}

/** Money that is to be raised, not what the plan costs. */
const RAISES = /huy động|(?:^|\s)(?:tổng )?thu (?:ngân sách|NSNN|nội địa)/iu;

/** Whether a chapter above a section is of targets. */
function underTargets(context: Context, passage: Passage, section: PlanSection): boolean {
  return passage.under.slice(0, passage.under.indexOf(section)).some((above) =>
    targetLexicon()
      .sections.find(textOf(context.source, above.heading).slice(0, 160))
      .some((hit) => hit.entry === 'targets'),
  );
}

/** Whether a chapter above a section is of targets alone: "II. CHỈ TIÊU", "3. Nguồn lực". */
function aimed(context: Context, passage: Passage, section: PlanSection): boolean {
  return passage.under
    .slice(0, passage.under.indexOf(section))
    .some((above) =>
      /^(?:cac )?chi tieu(?: cu the| chu yeu| ke hoach| nam [0-9]+)*$/.test(
        fold(textOf(context.source, above.heading)).trim(),
      ),
    );
}
