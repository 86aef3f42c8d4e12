import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Phrase, PhraseMatcher } from './phrase-matcher.ts';

const Indicator = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Words by which plans mean it. */
  variations: z.array(z.string()).default([]),
  /** What it is usually counted in. */
  unit: z.string().optional(),
  /** Words that mean it only where so much of them is counted in a unit: "lúa" in ha. By unit. */
  countedIn: z.record(z.string(), z.array(z.string())).default({}),
  /** Words of other indicators that mean it where one of the doers is named before them: a platform that businesses use. */
  doneBy: z.strictObject({ doers: z.array(z.string()), deeds: z.array(z.string()) }).optional(),
  /** Words that mean it in plans whose title names it, where they mean no other. */
  inItsPlans: z.array(z.string()).default([]),
  /** Words of other indicators that mean it right behind a figure of it: what new businesses register as capital. */
  behindIt: z.array(z.string()).default([]),
  /** Ids that mean it in plans whose title names it: screening in a plan on tuberculosis. */
  takesIn: z.array(z.string()).default([]),
  /** Ids of the indicators it is a part of: bhxh-bat-buoc is a part of bhxh. */
  wholes: z.array(z.string()).default([]),
  topic: z.string(),
  /** Ids that it takes in where they stand beside it: late payment of BHXH, BHYT is one indicator. */
  outranks: z.array(z.string()).default([]),
  /** Names a field of work rather than a figure, so that any other indicator beside it is the better one. */
  generic: z.boolean().default(false),
  /** Shares are taken of it more often than targets are set on it. */
  base: z.boolean().default(false),
  examples: z.array(z.string()).default([]),
  counterExamples: z.array(z.string()).default([]),
});
export type Indicator = z.infer<typeof Indicator>;

const Indicators = z.strictObject({
  source: z.string(),
  /** Names that hold an indicator's words and mean something else: cơ quan BHXH. */
  not: z.array(z.string()),
  indicators: z.array(Indicator),
});
export type Indicators = z.infer<typeof Indicators>;

export interface IndicatorMention {
  /** Half-open UTF-16 offsets into the text. */
  start: number;
  end: number;
  id: string;
}

interface Lexicon {
  data: Indicators;
  byId: ReadonlyMap<string, Indicator>;
  matcher: PhraseMatcher<Indicator | null>;
  /** What means an indicator only where it is counted in a unit, by unit. */
  counted: ReadonlyMap<string, PhraseMatcher<Indicator>>;
  /** What means an indicator in the plans on it, by id. */
  onTopic: ReadonlyMap<string, PhraseMatcher<Indicator>>;
  /** What means another indicator by who does it, in small letters. */
  deeds: ReadonlyMap<string, { id: string; doers: PhraseMatcher<string> }>;
}

let lexicon: Lexicon | undefined;

function load(): Lexicon {
  if (lexicon !== undefined) return lexicon;
  const data = Indicators.parse(
    JSON.parse(readFileSync(new URL('./indicators.json', import.meta.url), 'utf8')),
  );
  const phrases: Phrase<Indicator | null>[] = data.not.map((phrase) => ({ phrase, entry: null }));
  for (const entry of data.indicators) {
    for (const phrase of [entry.name, ...entry.variations]) phrases.push({ phrase, entry });
  }
  const counted = new Map<string, Phrase<Indicator>[]>();
  for (const entry of data.indicators) {
    for (const [unit, words] of Object.entries(entry.countedIn)) {
      const others = counted.get(unit) ?? [];
      counted.set(unit, [...others, ...words.map((phrase) => ({ phrase, entry }))]);
    }
  }
  lexicon = {
    data,
    byId: new Map(data.indicators.map((entry) => [entry.id, entry])),
    matcher: new PhraseMatcher(phrases),
    deeds: new Map(
      data.indicators.flatMap(({ id, doneBy }) => {
        if (doneBy === undefined) return [];
        const doers = new PhraseMatcher(doneBy.doers.map((phrase) => ({ phrase, entry: id })));
        return doneBy.deeds.map((deed): [string, { id: string; doers: PhraseMatcher<string> }] => [
          deed.toLowerCase(),
          { id, doers },
        ]);
      }),
    ),
    onTopic: new Map(
      data.indicators
        .filter(({ inItsPlans, takesIn }) => inItsPlans.length + takesIn.length > 0)
        .map((entry) => [entry.id, new PhraseMatcher(entry.inItsPlans.map((phrase) => ({ phrase, entry })))]),
    ),
    counted: new Map([...counted].map(([unit, names]) => [unit, new PhraseMatcher(names)])),
  };
  return lexicon;
}

/** The whole table of indicators. */
export function indicatorData(): Indicators {
  return load().data;
}

/** The indicator of an id; null for none. */
export function indicator(id: string): Indicator | null {
  return load().byId.get(id) ?? null;
}

/** The id of the indicator that words mean where so much of them is counted in a unit: "lúa" in ha; null for none. */
export function indicatorCounted(words: string, unit: string | null): string | null {
  if (unit === null) return null;
  const counted = load().counted.get(unit.replace(SCALE, ''));
  return counted?.find(words).at(-1)?.entry.id ?? null;
}

/** The indicators that a plan's title names and that give words of its targets their meaning. */
export function topicsOf(title: string): string[] {
  const { onTopic } = load();
  return [...new Set(findIndicators(title).map(({ id }) => id))].filter((id) => onTopic.has(id));
}

/** The indicator of a target's words in a plan on some topics; `read` is what they mean in any plan. Null where they mean none. */
export function indicatorOnTopic(
  words: string,
  read: string | null,
  topics: readonly string[],
): string | null {
  const { byId, onTopic } = load();
  const topic = topics.find((id) =>
    read === null
      ? (onTopic.get(id)?.find(words).length ?? 0) > 0
      : byId.get(id)?.takesIn.includes(read) === true,
  );
  return topic ?? read;
}

/** The indicator of the figure before, where words mean it right behind that: "5.000 doanh nghiệp thành lập mới, tổng vốn đăng ký …"; null for none. */
export function indicatorBehind(words: string, before: readonly string[]): string | null {
  const label = words.trim().toLowerCase();
  return before.find((id) => load().byId.get(id)?.behindIt.includes(label) === true) ?? null;
}

/** Whether words hold an indicator's and mean something else: "Luật BHYT". */
export function namesNoIndicator(text: string): boolean {
  return load()
    .matcher.find(text)
    .some(({ entry }) => entry === null);
}

/** "triệu đồng" counts đồng. */
const SCALE = /^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)+(?=đồng$)/iu;

/**
 * The indicators that a text names, in order and not overlapping, the longest name at each place. One that outranks
 * its neighbours takes them in: `chậm đóng BHXH, BHYT, BHTN` is one mention of `cham-dong`. What is but the base of a
 * share or a field of work gives way to the figure's own subject in the same clause. `folded` is `fold(text)` where the
 * caller has it already.
 */
export function findIndicators(text: string, folded?: string): IndicatorMention[] {
  const mentions: IndicatorMention[] = [];
  let last: Indicator | undefined;
  for (const { start, end, entry } of load().matcher.find(text, folded)) {
    if (entry === null) {
      last = undefined;
      continue;
    }
    let from = start;
    while (last !== undefined) {
      const previous = mentions.at(-1);
      if (previous === undefined || !BESIDE.test(text.slice(previous.end, from))) break;
      if (last.outranks.includes(entry.id) || (last.id === entry.id && entry.outranks.length > 0)) {
        previous.end = end;
        break;
      }
      if (!entry.outranks.includes(previous.id)) break;
      mentions.pop();
      from = previous.start;
      last = mentions.length === 0 ? undefined : (load().byId.get(mentions.at(-1)?.id ?? '') ?? undefined);
    }
    const previous = mentions.at(-1);
    if (previous?.end === end) continue;
    // "bảo hiểm y tế (BHYT)": name and short form are one mention.
    if (
      previous?.id === entry.id &&
      text.charAt(end) === ')' &&
      /^\s*\($/.test(text.slice(previous.end, from))
    ) {
      previous.end = end + 1;
      continue;
    }
    mentions.push({ start: from, end, id: entry.id });
    last = entry;
  }
  return withoutBackground(text, mentions).map((mention) => byWhom(text, mention));
}

/** "doanh nghiệp nhỏ và vừa ứng dụng nền tảng số": what a deed is by those who do it, named before it in the clause. */
function byWhom(text: string, mention: IndicatorMention): IndicatorMention {
  const deed = load().deeds.get(text.slice(mention.start, mention.end).toLowerCase());
  if (deed === undefined) return mention;
  const clause =
    text
      .slice(0, mention.start)
      .split(/[.;\n\t](?!\d)/)
      .at(-1) ?? '';
  return deed.doers.find(clause).length > 0 ? { ...mention, id: deed.id } : mention;
}

/** Without bases and fields of work where the same clause names what is counted: `95% dân số tham gia BHYT`. */
function withoutBackground(text: string, mentions: IndicatorMention[]): IndicatorMention[] {
  const { byId } = load();
  const background = mentions.map(({ id }) => {
    const entry = byId.get(id);
    return entry !== undefined && (entry.base || entry.generic);
  });
  if (!background.includes(true) || !background.includes(false)) return mentions;
  return mentions.filter((mention, i) => {
    if (background[i] !== true) return true;
    return !mentions.some((other, j) => {
      if (background[j] === true) return false;
      const [from, to] =
        other.start < mention.start ? [other.end, mention.start] : [mention.end, other.start];
      return to - from < 200 && !/[.;\n\t](?!\d)/.test(text.slice(from, to));
    });
  });
}

/** What stands between the members of a list. */
const BESIDE = /^[\s,;/&-]*(?:(?:và|va|hoặc|hoac|số tiền|so tien)\s+)?$/iu;
