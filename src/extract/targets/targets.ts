import { fold } from '../../lexicon/fold.ts';
import { findIndicators, indicator } from '../../lexicon/indicators.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import { dayRange } from '../../plan/edtf.ts';
import type { Target } from '../../plan/record.ts';
import type { Span } from '../../plan/source-text.ts';
import type { PlanSection, RegionName } from '../../plan/tree.ts';
import { type Context, clauseBefore, type Passage, passages, textOf, trimSpan } from '../context.ts';
import { findDates } from '../dates.ts';
import { Read, type Reading, Whole } from '../reading.ts';
import { type Clause, clauseOf } from './clauses.ts';
import { dueOf } from './due.ts';
import { ADVERBS, extentOf, type Measured, measuredFigures } from './figures.ts';

const REGIONS: readonly RegionName[] = ['body', 'closing'];

/** A ceiling or floor set against a reference: "bằng hoặc thấp hơn tỷ lệ nợ bình quân của cả nước". */
const REFERENCE =
  /(?<![\p{L}\p{M}])(bằng hoặc thấp hơn|không vượt quá|không cao hơn|thấp hơn|không quá|dưới|bằng hoặc cao hơn|không thấp hơn|cao hơn|vượt|trên)\s+((?:(?:mức|tỷ lệ|tỉ lệ|số)\s+[^.;,:]{0,60}?)?(?:bình quân|trung bình)[^.;,:]{0,40}?(?:cả nước|toàn quốc|khu vực|vùng[^.;,:]{0,30}|cả tỉnh|toàn tỉnh|quốc gia))/giu;
const REFERENCE_RELATION: Record<string, Target['relation']> = {
  'bằng hoặc thấp hơn': '<=',
  'không vượt quá': '<=',
  'không cao hơn': '<=',
  'không quá': '<=',
  'thấp hơn': '<',
  dưới: '<',
  'bằng hoặc cao hơn': '>=',
  'không thấp hơn': '>=',
  'cao hơn': '>',
  vượt: '>',
  trên: '>',
};

/** All targets of the running text, in document order. */
export function extractTextTargets(context: Context, period: Read<string> | null): Whole[] {
  const found: Whole[] = [];
  for (const name of REGIONS) {
    for (const passage of passages(context, name)) found.push(...inPassage(context, passage, period));
  }
  return found;
}

/** What may follow a figure of a list of figures for one thing: "đạt 50% vào năm 2025 và 60% vào năm 2030". */
const LIST_END =
  /^\s*(?:[,;.)]|$|so với|trở lên|trở xuống|và\s|(?:(?:vào|đến|trong|tới)\s+)?(?:cuối\s+|hết\s+)?(?:năm|quý|tháng|giai đoạn)\s)/iu;
/** What may stand between two such figures. */
const LIST_LINK =
  /^(?:\s*so với\s+(?:cùng kỳ\s+)?năm\s+\d{4})?(?:\s*(?:vào|đến|trong|tới)?\s*(?:cuối|hết)?\s*(?:năm|quý|tháng|giai đoạn)\s+(?:I{1,3}|IV|[\d/]+)(?:\s*[-–]\s*\d+)?)?[\s,;]*(?:và\s*)?(?:(?:cụ thể|trong đó)\s*:?\s*)?(?:(?:đến\s+)?(?:cuối\s+|hết\s+)?(?:quý|năm|tháng)\s+[\dIVX/]+\s*:?)?[\s:,]*(?:(?:là|đạt|còn|xuống|xuống còn|giảm còn|giảm xuống|giảm xuống còn|tăng lên|lên|phấn đấu đạt|tăng|giảm|chiếm|tương ứng|tương đương)\s*)?(?:(?:thêm|bình quân|khoảng|trên|dưới|ít nhất|tối thiểu|không quá)\s*)?$/iu;
/** "12 xã đạt chuẩn, chiếm tỷ lệ 85,7%": the share repeats the count. */
const RESTATES =
  /^\s*,?\s*\(?\s*(?:chiếm|đạt|tương ứng|tương đương)(?:\s+với)?(?:\s+(?:tỷ lệ|tỉ lệ|khoảng))?\s*$/iu;

/** "đón 3,6 triệu lượt khách, tăng 12,5% so với …": by how much what was named just before changes. */
const CHANGES = /,\s*(?:tăng|giảm)(?:\s+(?:thêm|khoảng|trên|ít nhất|tối thiểu|bình quân))*\s*$/iu;

type Zone = 'targets' | 'past' | 'money' | null;

/** A figure that was read, for those behind it. */
interface Earlier {
  measured: Measured;
  clause: Clause;
  ids: string[];
}

function inPassage(context: Context, passage: Passage, period: Read<string> | null): Whole[] {
  const { text } = passage;
  if (!/\d|bình quân|trung bình/u.test(text)) return [];
  const zone = zoneOf(context, passage);
  if (zone === 'past') return [];
  const targets: { at: number; target: Whole }[] = [];
  const readings: { measured: Measured; clause: Clause; id: string | null }[] = [];
  let previous = 0;
  let topic: string[] = [];
  let waiting: Measured | null = null;
  let last: Earlier | null = null;
  let lastAt = -1;
  for (const measured of measuredFigures(text)) {
    const upper: boolean = measured.bound === '<=' && measured.range?.start === lastAt;
    // "100% học sinh được học 2 buổi/ngày": part of what the share is of.
    if (measured.figure.start < previous && !upper) continue;
    const bracketed = isBracketed(text, measured, previous);
    const between = text.slice(previous, measured.figure.start);
    const listed: boolean =
      last !== null &&
      !last.clause.behind &&
      (isOfBase(text, measured) ||
        (isAlike(measured, last.measured) && LIST_END.test(text.slice(measured.span.end)))) &&
      LIST_LINK.test(between);
    const restated: boolean = last !== null && measured.measure === 'share' && RESTATES.test(between);
    const own = { behind: false, end: measured.measure === 'share' ? text.length : measured.span.end };
    const clause: Clause | null =
      upper && last !== null
        ? {
            label: last.clause.label,
            group: last.clause.group,
            behind: last.clause.behind,
            end: last.clause.end,
            like: last.measured,
          }
        : listed && last !== null && !bracketed && previous > 0
          ? { label: last.clause.label, group: last.clause.group, ...own, like: last.measured }
          : (bracketed || restated) && last !== null
            ? { label: withoutRate(text, last.clause.label), group: null, ...own }
            : (clauseOf(text, measured, previous) ??
              (last !== null && CHANGES.test(between)
                ? { label: last.clause.label, group: last.clause.group, ...own }
                : null));
    const enough =
      clause !== null &&
      (clause.like === undefined ? isTarget(context, text, measured, clause, zone) : last !== null);
    const boundary = previous;
    if ((measured.range === undefined && isStartingPoint(text, measured)) || isCriterion(text, measured))
      continue;
    previous = Math.max(extentOf(measured).end, clause?.behind === true ? clause.end : 0);
    if (clause === null) waiting = measured;
    if (clause === null || !enough) continue;
    const ids = indicatorsOf(context, passage, clause, measured, boundary, topic, last?.ids ?? []);
    topic = ids.length > 0 ? ids : topic;
    last = { measured, clause, ids };
    lastAt = measured.figure.start;
    // "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan": what both are of stands behind the second.
    const earlier = waiting;
    waiting = null;
    if (
      earlier !== null &&
      clause.behind &&
      earlier.measure === measured.measure &&
      (LIST_LINK.test(text.slice(earlier.span.end, measured.figure.start)) ||
        sharesWords(text, earlier, measured, clause))
    ) {
      for (const id of ids.length === 0 ? [null] : ids) readings.push({ measured: earlier, clause, id });
    }
    for (const id of ids.length === 0 ? [null] : ids) {
      readings.push({ measured, clause, id });
    }
  }
  shareIndicators(text, readings);
  const senses = new Map<Measured, Sense>();
  for (const { measured, clause, id } of readings) {
    const before = clause.like === undefined ? undefined : senses.get(clause.like);
    const sense = senses.get(measured) ?? senseOf(passage, measured, before);
    senses.set(measured, sense);
    targets.push({
      at: measured.figure.start,
      target: targetOf(context, passage, measured, clause, id, sense, period),
    });
  }
  for (const match of /bình quân|trung bình/iu.test(text) ? text.matchAll(REFERENCE) : []) {
    const target = referenceTarget(context, passage, match, period);
    if (target !== null) targets.push({ at: match.index, target });
  }
  return targets.sort((a, b) => a.at - b.at).map(({ target }) => target);
}

/** Whether two figures can be of one thing: shares, or so many of the same unit. */
function isAlike(one: Measured, other: Measured): boolean {
  return one.measure === other.measure && (one.measure === 'ratio' || one.unit === other.unit);
}

/** "…, đạt 3,2% lực lượng lao động": a base stands right behind the share, and nothing that its people do. */
function isOfBase(text: string, measured: Measured): boolean {
  if (measured.measure !== 'share') return false;
  const rest = /^[^.;,:(]*/u.exec(text.slice(measured.span.end))?.[0] ?? '';
  const base = targetLexicon().bases.find(rest)[0];
  return (
    base !== undefined &&
    rest.slice(0, base.start).trim() === '' &&
    !targetLexicon()
      .verbs.find(rest)
      .some((hit) => hit.start >= base.end)
  );
}

/** "Đến năm 2025 có 90%, đến năm 2030 có 100% hộ dân …": the words behind the second share are the first one's too. */
function sharesWords(text: string, first: Measured, second: Measured, clause: Clause): boolean {
  return (
    clause.behind &&
    first.measure === 'share' &&
    second.measure === 'share' &&
    /^\s*(?:,|;|và|,\s*và)\s*(?:(?:phấn đấu\s+)?(?:đến|trong|vào|giai đoạn)?\s*(?:cuối\s+|hết\s+)?(?:năm|giai đoạn)?\s*(?:19|20)\d{2}[^\p{L}]*)(?:(?:có|đạt|là|phấn đấu|tối thiểu|ít nhất|trên)\s*)*$/iu.test(
      text.slice(first.span.end, second.figure.start),
    )
  );
}

/** "100% trường học, 100% học sinh tham gia BHYT": the first share is of the same thing as the second. */
function shareIndicators(
  text: string,
  readings: { measured: Measured; clause: Clause; id: string | null }[],
): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const here = readings[i];
    const next = readings[i + 1];
    if (here?.id !== null || next == null || next.id === null || !here.clause.behind || !next.clause.behind)
      continue;
    if (/^\s*(?:,|và|,\s*và)\s*$/u.test(text.slice(here.clause.end, next.measured.figure.start)))
      here.id = next.id;
  }
}

/**
 * What the headings above say the passage is about; the nearest that says anything decides, but money within a part on
 * results is what was spent.
 */
function zoneOf(context: Context, passage: Passage): Zone {
  if (/^[\s*_]*(?:[-–+•]\s*)?(?:chỉ tiêu|mục tiêu)\s+\d{1,2}(?:\.\d{1,2})?\s*[:.]/iu.test(passage.text))
    return 'targets';
  let money = false;
  for (const section of [...passage.under].reverse()) {
    const heading = textOf(context.source, section.heading).slice(0, 160);
    const hits = targetLexicon().sections.find(heading);
    const aims = hits.find((hit) => hit.entry === 'targets');
    if (aims !== undefined) return money ? 'money' : 'targets';
    const other = hits[0];
    if (other === undefined || heading.length >= 120 || !section.titled) continue;
    if (other.entry !== 'money') return other.entry;
    if (!money && aimed(context, passage, section)) return 'targets';
    money = true;
  }
  return money ? 'money' : null;
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

function isTarget(context: Context, text: string, measured: Measured, clause: Clause, zone: Zone): boolean {
  const lexicon = targetLexicon();
  const before = clauseBefore(text, measured.figure.start);
  const near = before.slice(-60);
  if (lexicon.past.find(near).some((hit) => hit.end > near.length - 30)) return false;
  if (/(?:xử phạt|phạt tiền)[^.;]*$/iu.test(near)) return false;
  // "Không để xảy ra ngộ độc từ 30 người mắc trở lên": what is not to happen at all.
  if (
    /^\s*(?:[-+]\s*)?(?:phấn đấu\s+)?không (?:để|có|xảy ra|phát sinh)\s/iu.test(before) &&
    UNQUALIFIED.test(near)
  )
    return false;
  if (isOver(context, before)) return false;
  if (isRate(text, measured, near)) return false;
  if (
    /^\s*(?:mức đóng|mức hưởng|kinh phí|chi phí|lương|giá trị hợp đồng)/iu.test(text.slice(measured.span.end))
  )
    return false;
  // A criterion within a target ("tổ dân phố … có 100% người dân …") is no target of its own.
  if (
    /(?:tiêu chí|kiểu mẫu|tiêu chuẩn)[^.;,]*$/iu.test(near) &&
    !/(?:đạt|là|còn|chiếm|xuống|lên|mức)\s*$/iu.test(near.replace(ADVERBS, ''))
  )
    return false;
  // "Không để xảy ra vụ ngộ độc có từ 30 người mắc", "không còn xã dưới 15 tiêu chí": so many is what may not be.
  if (
    measured.measure !== 'share' &&
    /(?:^|[,;]\s*|\s)không (?:để|còn|có)\s[^,;]*(?:từ|trên|dưới|quá|đến)\s*$/iu.test(before)
  )
    return false;
  if (
    /(?:từ|trên|dưới|quá)\s*$/iu.test(near) &&
    /^\s*(?:trở lên|trở xuống)?\s*(?:lao động|người)\s+(?:trở lên|trở xuống)/iu.test(
      text.slice(measured.figure.end),
    )
  )
    return false;
  if (zone === 'targets') return true;
  if (measured.bare === true) return false;
  if (zone === 'money')
    return measured.measure === 'share' && lexicon.aims.find(near).some((hit) => hit.end > near.length - 20);
  const cue = lexicon.aims.find(near).some((hit) => hit.end > near.length - 26);
  if (measured.measure === 'share') return cue || (clause.behind && measured.value === 100);
  const bound = lexicon.relation(before, text.slice(measured.span.end)) !== null;
  return (
    bound &&
    measured.measure !== 'amount' &&
    /(?:ít nhất|tối thiểu|không quá|tối đa|phấn đấu|đạt|trên)\s*$/iu.test(near)
  );
}

/** Says how many only where the words before it set no limit that may not be passed. */
const UNQUALIFIED = /(?:từ|trên|hơn)\s*$/iu;
/** What is paid out, or set by rule: "hỗ trợ 100% chi phí", "chuẩn nghèo: 1.500.000 đồng". */
function isRate(text: string, measured: Measured, near: string): boolean {
  const hit = targetLexicon()
    .rates.find(near)
    .findLast(({ end }) => end > near.length - 32);
  if (hit === undefined || measured.measure === 'count' || measured.measure === 'frequency') return false;
  if (measured.measure !== 'share' || near.slice(hit.start, hit.end).toLowerCase() !== 'hỗ trợ') return true;
  return PAID.test(text.slice(measured.span.end));
}

const PAID =
  /^\s*(?:mức|số tiền|tiền|kinh phí|chi phí|học phí|lãi|giá|phí|tổng|định mức|vốn|đơn giá|thuế|lệ phí)(?![\p{L}\p{M}])/iu;

/** What a count in brackets counts is the share's label without its "tỷ lệ" and its base. */
function withoutRate(text: string, label: Span): Span {
  const words = text.slice(label.start, label.end);
  const lead = /^(?:tỷ lệ|tỉ lệ)(?:\s+bao phủ)?\s+/iu.exec(words)?.[0].length ?? 0;
  const tail =
    /\s+(?:so với|\/)\s*(?:tổng\s+)?(?:số\s+)?(?:dân số|lực lượng lao động).*$/iu.exec(words)?.[0].length ??
    0;
  return { start: label.start + lead, end: label.end - tail };
}

/** A figure whose own time ended before the plan was issued tells of what was reached. */
function isOver(context: Context, before: string): boolean {
  const date = findDates(before).findLast(({ start }) => !COMPARED.test(before.slice(0, start)));
  const over = date === undefined ? undefined : dayRange(date.value)?.last;
  return over !== undefined && context.issuedOn !== null && over < context.issuedOn;
}

const COMPARED = /so(?:\s+với)?\s+(?:cùng kỳ\s+|kết quả\s+|thực hiện\s+)?$/iu;

/** "giảm từ 23,88% xuống còn 20,38%": the first figure is where it stands now. */
function isStartingPoint(text: string, measured: Measured): boolean {
  if (!/từ\s*$/iu.test(text.slice(0, measured.figure.start))) return false;
  return /^[^.;,]{0,40}?(?:xuống|lên|đến)\s+(?:còn\s+|mức\s+|trên\s+|dưới\s+)?\d/iu.test(
    text.slice(measured.span.end),
  );
}

/** "Số xã có tỷ lệ tiêm chủng dưới 90% giảm 20%": the first figure says which are counted. */
function isCriterion(text: string, measured: Measured): boolean {
  const before = clauseBefore(text, measured.figure.start);
  // "Tỷ lệ trẻ được tầm soát ít nhất 5 bệnh đạt 60%": a rate is no count.
  if (
    measured.measure === 'count' &&
    /(?:^|[,:]\s*)(?:[-+]\s*)?(?:tỷ lệ|tỉ lệ)\s(?:[^,:()]|\([^()]*\))*$/iu.test(before)
  )
    return true;
  return (
    /^\s*(?:[-+]\s*)?(?:số|tỷ lệ|tỉ lệ)\s[^:]*?\scó\s[^:]*\s(?:dưới|trên|từ)\s*$/iu.test(before) &&
    /^\s*(?:trở lên\s+|trở xuống\s+)?(?:giảm|tăng|đạt|chiếm|không quá)\s[^.;,\d]{0,30}\d/iu.test(
      text.slice(measured.span.end),
    )
  );
}

/** "29,72% lực lượng lao động (17.404 người)": the count in brackets repeats the share before it. */
function isBracketed(text: string, measured: Measured, previous: number): boolean {
  const between = text.slice(previous, measured.figure.start);
  return (
    previous > 0 &&
    /\(\s*(?:tương ứng|khoảng|tức là|tương đương)?\s*$/iu.test(between) &&
    !/[;.]/.test(between) &&
    between.length < 90
  );
}

function indicatorsOf(
  context: Context,
  passage: Passage,
  clause: Clause,
  measured: Measured,
  previous: number,
  topic: readonly string[],
  before: readonly string[],
): string[] {
  const { text } = passage;
  const own = joinedIndicators(text.slice(clause.label.start, clause.label.end));
  if (own.length > 0) return own;
  // "Duy trì điều trị cho 100% người …", "100% nhà trường, …": the rest of the sentence says what it is about.
  if (clause.behind) {
    const lead = findIndicators(clauseBefore(text, measured.figure.start)).at(-1);
    return lead === undefined || PREPOSITION.test(text.slice(0, measured.figure.start)) === false
      ? []
      : [lead.id];
  }
  if (measured.measure === 'share') {
    const base = joinedIndicators(
      text.slice(measured.span.end, Math.min(clause.end, measured.span.end + 90)).split(/,|trong đó/u)[0] ??
        '',
    );
    if (base.length > 0) return base.slice(0, 1);
  }
  const between = text.slice(previous, clause.label.start);
  if (before.length > 0 && /(?<![\p{L}\p{M}])(?:trong đó|riêng)(?![\p{L}\p{M}])/iu.test(between))
    return [...before];
  const earlier = lastCounted(between) ?? lastCounted(text.slice(0, clause.label.start));
  if (earlier !== undefined) return [earlier.id];
  if (before.length > 0 && /^(?:tỷ lệ|tỉ lệ|trong đó|riêng|số)/iu.test(text.slice(clause.label.start)))
    return [...topic];
  const heading = passage.under.at(-1);
  const generic = targetLexicon().generic.has(
    text.slice(clause.label.start, clause.label.end).toLowerCase().trim(),
  );
  if (heading === undefined || !generic) return [];
  const above = joinedIndicators(textOf(context.source, heading.heading).slice(0, 160));
  return above.length === 1 ? above : [];
}

/** The last indicator named that is more than what shares are taken of. */
function lastCounted(text: string): { id: string } | undefined {
  return findIndicators(text).findLast(({ id }) => indicator(id)?.base !== true);
}

/** What stands before a figure whose counted thing is but the place or the receiver of what the sentence is about. */
const PREPOSITION =
  /(?<![\p{L}\p{M}])(?:cho|tại|ở|với|đối với)\s+(?:(?:trên|ít nhất|tối thiểu|khoảng)\s+)?$/iu;

/**
 * The indicators a phrase counts: one, or several that are listed side by side. A share's base is none of them, and
 * what people take part in says more than who they are ("lực lượng lao động … tham gia BHXH").
 */
function joinedIndicators(text: string): string[] {
  const all = findIndicators(text);
  if (all.length === 0) return [];
  const bases = targetLexicon().bases.find(text);
  const belongs = attributes(text);
  const named = all.filter(
    (hit) => ![...bases, ...belongs].some((part) => part.start < hit.end && hit.start < part.end),
  );
  const verb = text.search(
    /(?<![\p{L}\p{M}])(?:tham gia|sử dụng|dùng|được cấp|đăng ký|có thẻ)(?![\p{L}\p{M}])/iu,
  );
  const behind = named.filter((hit) => verb >= 0 && hit.end > verb);
  const hits =
    behind.length > 0
      ? behind
      : named.length > 0
        ? named
        : all.filter((hit) => !belongs.some((part) => part.start < hit.end && hit.start < part.end));
  const [first] = hits;
  if (first === undefined) return [];
  const ids = [first.id];
  let end = first.end;
  for (const hit of hits.slice(1)) {
    if (!/^\s*(?:,|và|;|hoặc|,\s*và)\s*$/u.test(text.slice(end, hit.start))) break;
    if (!ids.includes(hit.id)) ids.push(hit.id);
    end = hit.end;
  }
  return ids;
}

/** "trẻ 5 tuổi thuộc hộ nghèo, hộ cận nghèo ra lớp": what people belong to is not what is counted of them. */
function attributes(text: string): Span[] {
  return [
    ...text.matchAll(
      /(?<![\p{L}\p{M}]|trực )thuộc\s+(?!diện)(.*?)(?=\s+(?:được|có|tham gia|ra lớp|đạt|sử dụng|bị|tiếp cận|đến)(?![\p{L}\p{M}])|$)/giu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function targetOf(
  context: Context,
  passage: Passage,
  measured: Measured,
  clause: Clause,
  id: string | null,
  { relation, change }: Sense,
  period: Read<string> | null,
): Whole {
  const { text, start } = passage;
  const at = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
  const value = at(measured.span);
  const label = trimSpan(context.source, at(clause.label));
  const extent = extentOf(measured);
  const before = text.slice(0, extent.start);
  const after = text.slice(extent.end);
  const changes = change !== null && clause.behind;
  const base =
    measured.measure === 'share'
      ? baseOf(text, measured, changes ? { ...clause, group: null } : clause)
      : null;
  const group =
    (changes ? null : clause.group) ??
    (measured.measure === 'frequency' ? eachOf(text, measured.figure.start) : null);
  return new Whole(
    {
      indicator: id === null ? null : new Read(id, label),
      label: new Read(oneLine(context, label), label),
      group:
        group === null
          ? null
          : new Read(
              oneLine(context, trimSpan(context.source, at(group))),
              trimSpan(context.source, at(group)),
            ),
      measure: new Read(measured.measure, value),
      change: change === null ? null : new Read(change, value),
      relation: new Read(relation, value),
      value: new Read(measured.value, at(measured.figure)),
      unit: new Read(
        change !== null && measured.unit === '%' && isYearly(before, after) ? '%/năm' : measured.unit,
        value,
      ),
      of: base === null ? null : new Read(base, value),
      reference: null,
      due: dueOf(context, passage, measured.span, clause.end, period),
      place: null,
      from: null,
    },
    { start: Math.min(value.start, label.start), end: Math.max(value.end, label.end) },
  );
}

/** How a figure is meant: as a level or a change, to be reached or not to be passed. */
interface Sense {
  relation: Target['relation'];
  change: Target['change'];
}

/** `first` is the sense of the figure before it in a list, which the words before that one govern too. */
function senseOf(passage: Passage, measured: Measured, first: Sense | undefined): Sense {
  const { text } = passage;
  const extent = extentOf(measured);
  const before = text.slice(0, extent.start);
  const after = text.slice(extent.end);
  const stated = measured.bound ?? targetLexicon().relation(before, after) ?? listedRelation(before);
  const change = changeOf(before, after);
  if (first !== undefined && measured.bound === undefined)
    return {
      relation: stated ?? first.relation,
      change: /(?:tăng|giảm)[^,;]{0,20}$/iu.test(before) ? change : first.change,
    };
  return { relation: stated ?? besideRelation(passage, measured) ?? '=', change };
}

/** "mỗi đơn vị phường, xã … ít nhất 01 cuộc": whom a frequency is asked of. */
function eachOf(text: string, before: number): Span | null {
  const clause = clauseBefore(text, before);
  const match =
    /(?<![\p{L}\p{M}])mỗi\s+(?!tháng|quý|năm|tuần)(?:[^\s.;,]+\s+){0,6}?[^\s.;,]+(?:,\s+[^\s.;,]+)?(?=\s+(?:phải|tổ chức|phối hợp|thực hiện|có|xây dựng|đảm bảo|đăng))/iu.exec(
      clause,
    );
  if (match === null) return null;
  const start = before - clause.length + match.index;
  return { start, end: start + match[0].length };
}

function changeOf(before: string, after: string): Target['change'] {
  if (/(?:xuống|còn|lên|đến)\s*(?:còn|dưới|trên|mức|từ|khoảng)*\s*$/iu.test(before)) return null;
  const match =
    /(?<![\p{L}\p{M}])(tăng|giảm)(?:\s+(?:thêm|bình quân|trung bình|ít nhất|tối thiểu|từ|trên|khoảng|mỗi năm|hằng năm|hàng năm|được|hơn|tỷ lệ))*\s*$/iu.exec(
      before,
    );
  if (match === null) {
    // "Kéo giảm tai nạn giao thông từ 5% trở lên": the verb opens the clause, its object stands between.
    const opening =
      /^\s*(?:[-+]\s*)?(?:phấn đấu\s+|mỗi năm\s+|hằng năm\s+|kéo\s+|chỉ tiêu \d+\s*:\s*)*(tăng|giảm)\s(?!.*(?:(?:đạt|là|còn|xuống|lên|mức|:)\s*(?:từ\s+)?$|,\s+(?:mỗi|hằng|hàng)\s))/iu.exec(
        clauseBefore(before, before.length),
      );
    if (opening === null) return null;
    return opening[1]?.toLowerCase() === 'giảm' ? 'decrease' : 'increase';
  }
  if (/^\s*(?:trở xuống)?\s*so với tổng số/iu.test(after)) return null;
  return match[1]?.toLowerCase() === 'giảm' ? 'decrease' : 'increase';
}

/** "Hằng năm, số vụ … tăng trên 3%; số vụ … tăng trên 5%": a change that is asked for anew each year. */
function isYearly(before: string, after: string): boolean {
  const sentence = before.slice(Math.max(0, ...[...before.matchAll(/\.\s/gu)].map(({ index }) => index)));
  return (
    /^[.\s]*(?:phấn đấu\s+)?(?:hằng|hàng|mỗi)\s+năm(?!\s+học)/iu.test(sentence) ||
    /(?:hằng|hàng|mỗi)\s+năm[^;,]*$/iu.test(sentence) ||
    /^\s*(?:mỗi|hằng|hàng|một)\s+năm(?![\p{L}\p{M}]|\s+học)/iu.test(after)
  );
}

/** "ít nhất 100 doanh nghiệp …, 50 doanh nghiệp …": counts listed behind a bound share it. */
function besideRelation(passage: Passage, measured: Measured): Target['relation'] | null {
  if (measured.measure !== 'count') return null;
  const before = clauseBefore(passage.text, measured.figure.start);
  if (!/(?:,|\svà)\s+$/u.test(before)) return null;
  return BOUND.test(before) ? '>=' : null;
}

/** A bound with its own count, and nothing but counted nouns up to the next one. */
const BOUND = /(?<![\p{L}\p{M}])(?:ít nhất|tối thiểu)\s+\d[\d.]*\s+[^\d:]{1,120}$/iu;

/** "không quá …, cụ thể: quý I: 1,92%; quý II: 1,75%": the bound before the list governs each of its figures. */
function listedRelation(before: string): Target['relation'] | null {
  const at = before.toLowerCase().lastIndexOf('cụ thể');
  if (at < 0 || before.includes('. ', at)) return null;
  const lead = before.slice(before.lastIndexOf('. ', at) + 1, at);
  const bound =
    /(bằng hoặc thấp hơn|không vượt quá|không quá|không cao hơn|tối thiểu|ít nhất|không thấp hơn|trên|dưới)(?![\p{L}\p{M}])[^;]*$/iu
      .exec(lead)?.[1]
      ?.toLowerCase();
  if (bound === undefined) return null;
  return REFERENCE_RELATION[bound] ?? (bound === 'tối thiểu' || bound === 'ít nhất' ? '>=' : null);
}

function baseOf(text: string, measured: Measured, clause: Clause): Target['of'] {
  const { bases } = targetLexicon();
  const label = text.slice(clause.label.start, clause.label.end);
  const rest = text.slice(
    measured.span.end,
    clause.behind ? clause.label.end : clauseTail(text, measured.span.end, clause.end),
  );
  if (/^\s*(?:so với\s+)?(?:kế hoạch|dự toán|chỉ tiêu)(?![\p{L}\p{M}])/iu.test(rest)) return 'plan';
  const right = bases.find(rest)[0];
  if (clause.behind) {
    if (right !== undefined && (right.entry !== 'eligible' || isEntitled(rest, right, clause)))
      return right.entry;
    return clause.group === null ? null : 'group';
  }
  const left = bases.find(label).at(-1);
  if (right !== undefined) return right.entry;
  // "Tốc độ tăng trưởng GRDP" is no share of it.
  if (
    left !== undefined &&
    (left.entry !== 'other' || /(?:so với|\/|trong|trên)\s*(?:tổng\s+)?$/iu.test(label.slice(0, left.start)))
  )
    return left.entry;
  if (/so với năm|so cùng kỳ|so với cùng kỳ/iu.test(rest)) return 'other';
  if (/^\s*(?:tổng số|số|trên tổng)\s+\p{L}/u.test(rest)) return 'other';
  const listed = /so với (?:tổng )?(?:số )?phải thu/iu.test(text) ? 'receivable' : null;
  return listed ?? (clause.group === null ? null : 'group');
}

/** "… đủ điều kiện được …", "… thuộc diện …" name the base; "… đủ điều kiện …" alone is what is to be reached. */
function isEntitled(rest: string, hit: Span, clause: Clause): boolean {
  const behind = rest.slice(hit.end);
  const ownGroup = clause.group === null || hit.start < clause.group.end - clause.group.start + 60;
  if (/^đủ/iu.test(rest.slice(hit.start)))
    return hit.start < 90 && /(?:được|tham gia|có thẻ)\s/iu.test(behind);
  return ownGroup;
}

/** The words right behind a figure, up to the next comma or figure. */
function clauseTail(text: string, from: number, end: number): number {
  const stop = /[,;(]|\d/.exec(text.slice(from, end));
  return stop === null ? end : from + stop.index;
}

function referenceTarget(
  context: Context,
  passage: Passage,
  match: RegExpMatchArray,
  period: Read<string> | null,
): Whole | null {
  const [, relationWords = '', reference = ''] = match;
  const index = match.index ?? 0;
  const start = passage.start + index;
  const sentence = referenceStart(passage.text, index);
  const lead =
    /^(?:(?:phấn đấu|giảm|đảm bảo|bảo đảm|duy trì|giữ|đưa|thực hiện|và|để|có)\s+)+/iu.exec(
      passage.text.slice(sentence, index),
    )?.[0].length ?? 0;
  const label = trimSpan(context.source, { start: passage.start + sentence + lead, end: start });
  const words = oneLine(context, label);
  const id = joinedIndicators(words)[0] ?? null;
  if (!/\p{L}{2}/u.test(words) || (id === null && !/tỷ lệ|tỉ lệ|số|mức/iu.test(words))) return null;
  const relation = REFERENCE_RELATION[relationWords.toLowerCase()] ?? '=';
  const span = { start, end: start + match[0].length };
  const referenceSpan = { start: span.end - reference.length, end: span.end };
  const share =
    /tỷ lệ|tỉ lệ|%/iu.test(`${words} ${reference}`) || (id !== null && indicator(id)?.unit === '%');
  return new Whole(
    {
      indicator: id === null ? null : new Read(id, label),
      label: new Read(words, label),
      group: null,
      measure: new Read(share ? 'share' : 'count', label),
      change: null,
      relation: new Read(relation, span),
      value: null,
      unit: null,
      of: null,
      reference: new Read(reference.replace(/\s+/g, ' '), referenceSpan),
      due: dueOf(
        context,
        passage,
        { start: index, end: index + match[0].length },
        index + match[0].length,
        period,
      ),
      place: null,
      from: null,
    } satisfies Record<keyof Target, Reading>,
    { start: label.start, end: span.end },
  );
}

/** Behind the last sentence; or behind the last comma where what follows names a level by itself. */
function referenceStart(text: string, index: number): number {
  const head = text.slice(0, index);
  const stops = [...head.matchAll(/[.;]\s/g)].map((stop) => stop.index + stop[0].length);
  const sentence = Math.max(0, ...stops);
  const comma = head.lastIndexOf(', ');
  const rest = head.slice(comma + 2);
  const named = /tỷ lệ|tỉ lệ|mức|số/iu.test(rest) || /^(?:giảm|tăng|giữ)\s/iu.test(rest);
  return comma > sentence && named ? comma + 2 : sentence;
}

function oneLine(context: Context, span: Span): string {
  return context.source.text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
