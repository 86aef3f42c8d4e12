import type { Evidence, PlanRecord } from '../plan/record.ts';
import type { StandingValue } from '../store/hold-corrections.ts';
import type { Style } from './style.ts';

/** Characters of the text that are shown before and after a quote, cut at blanks. */
const AROUND = 160;

/**
 * A value of a record as it was read, what people corrected of it, and the words it was read from, in their surroundings. `text` is
 * the plan's normalised text.
 */
export function evidencePage(
  record: PlanRecord,
  {
    pointer,
    value,
    text,
    corrected,
  }: { pointer: string; value: unknown; text: string; corrected: readonly StandingValue[] },
  style: Style,
): string {
  const { m, c } = style;
  const found = Object.entries(record.evidence)
    .filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    c.bold(`${record.id} ${pointer}`),
    [record.number, record.title].filter((part) => part !== null).join(' · '),
    '',
    JSON.stringify(value, null, 2),
    ...corrected.map(
      (each) => `${each.pointer}: ${JSON.stringify(each.value)} ${c.dim(m.compare.corrected(each))}`,
    ),
    '',
    ...(found.length === 0 ? [m.evidence.noEvidence] : passages(found, text, style)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Each passage once, with the pointers that rest on it. */
function passages(found: readonly [string, Evidence][], text: string, { m, c }: Style): string[] {
  const places = new Map<string, { evidence: Evidence; pointers: string[] }>();
  for (const [pointer, evidence] of found) {
    const key = `${evidence.start} ${evidence.end}`;
    const place = places.get(key) ?? { evidence, pointers: [] };
    place.pointers.push(pointer);
    places.set(key, place);
  }
  return [...places.values()].flatMap(({ evidence: { page, start, end }, pointers }) => {
    const before = text.slice(Math.max(0, start - AROUND), start).replace(/^\S*\s/, '');
    const after = text.slice(end, end + AROUND).replace(/\s\S*$/, '');
    const passage = `${oneLine(before)}${c.bold(`«${oneLine(text.slice(start, end))}»`)}${oneLine(after)}`;
    return [c.dim(`${pointers.join(', ')} · ${m.evidence.page(page)}`), `  … ${passage} …`];
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
