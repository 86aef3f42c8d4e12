import { findIndicators, indicator, indicatorCounted, namesNoIndicator } from '../../lexicon/indicators.ts';
import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { written } from '../abbreviations.ts';
import { type Context, clauseBefore, type Passage, sentenceBefore, textOf } from '../context.ts';
import { isSize } from '../label-units.ts';
import { isAct, isAction } from './acts.ts';
import { withoutAdverbs } from './adverbs.ts';
import type { Clause } from './clauses.ts';
import { extentOf, type Measured } from './figures.ts';

/** The indicators a figure counts: named in its clause, else before it in the sentence, else by the figures before. */
export function indicatorsOf(
  context: Context,
  passage: Passage,
  clause: Clause,
  measured: Measured,
  previous: number,
  topic: readonly string[],
  before: readonly string[],
): string[] {
  const { text } = passage;
  const label = text.slice(clause.label.start, clause.label.end);
  if (targetLexicon().isMeeting(label)) return [];
  const own = joinedIndicators(label);
  const group = clause.group === null ? '' : text.slice(clause.group.start, clause.group.end);
  if (own.length > 0) {
    // "Số doanh nghiệp logistics thành lập mới": what is told of those counted says more than their kind.
    const told = indicatorCounted(label, measured.unit);
    if (told !== null && own.every((id) => indicator(id)?.generic === true)) return [told];
    // "Triển khai dịch vụ 5G tại 3 đô thị thông minh": where it is done is named by no more than a field of work.
    const placed = own.every((id) => indicator(id)?.generic === true)
      ? placedLead(text, clause, measured, previous)
      : null;
    if (placed !== null) return [placed];
    // "đơn giản hóa ít nhất 25 TTHC": of a mere field of work what is done tells.
    const acted =
      clause.behind && own.every((id) => indicator(id)?.generic === true)
        ? actedIndicator(text, clause, measured)
        : null;
    if (acted !== null) return [acted];
    const does = toldOfBodies(text, clause, own);
    if (does !== null) return does;
    return isOfOneThing(own, measured, group) ? own.slice(0, 1) : own;
  }
  const meant = joinedIndicators(written(label, context.abbreviations));
  if (meant.length > 0) return meant;
  const counted =
    indicatorCounted(label, measured.unit) ??
    indicatorCounted(group, measured.unit) ??
    (YIELD_ALONE.test(label)
      ? indicatorCounted(sentenceBefore(text, clause.label.start), measured.unit)
      : null);
  if (counted !== null) return [counted];
  // "14 bác sĩ/10.000 dân": what so many are of each stands in the unit.
  if (measured.measure === 'ratio') {
    const each = joinedIndicators(text.slice(measured.figure.end, measured.span.end));
    if (each.length > 0) return each;
  }
  // "Duy trì điều trị cho 100% người …", "100% nhà trường, …": the rest of the sentence says what it is about.
  if (clause.behind) {
    // "500 đầu sách cho thư viện huyện": what so many things are for.
    const purpose = text.slice(clause.label.end, clause.end);
    const use = measured.measure === 'count' && /^\s+cho\s/iu.test(purpose) ? joinedIndicators(purpose) : [];
    if (use.length > 0) return use.slice(0, 1);
    if (before.length > 0 && PARTED.test(text.slice(previous, measured.figure.start))) return [...before];
    const planted = actedIndicator(text, clause, measured);
    if (planted !== null) return [planted];
    const words = leadOf(text, measured, previous);
    const lead = findIndicators(words).at(-1);
    // "Giải quyết đúng hạn 99% hồ sơ": the act right before the figure names it.
    if (
      lead !== undefined &&
      withoutAdverbs(words.slice(lead.end)).trim() === '' &&
      OF_DEED.test(words.slice(lead.start))
    )
      return [lead.id];
    return lead === undefined || PREPOSITION.test(text.slice(0, measured.figure.start)) === false
      ? ofHeading(context, passage, measured)
      : [lead.id];
  }
  if (measured.measure === 'share') {
    const from = extentOf(measured).end;
    const base = joinedIndicators(
      text.slice(from, Math.min(clause.end, from + 90)).split(/,|trong đó/u)[0] ?? '',
    );
    if (base.length > 0) return base.slice(0, 1);
  }
  // "100% tố giác được thụ lý; tỷ lệ giải quyết đạt 95%": what is done of those before.
  if (before.length > 0 && RATE_OF_DEED.test(label)) return before.slice(0, 1);
  if (namesNoIndicator(label)) return [];
  const between = text.slice(previous, clause.label.start);
  if (before.length > 0 && PARTED.test(between)) return [...before];
  // What is checked or told, or done how often, is not what the sentence counted before.
  if (measured.measure === 'frequency' || targetLexicon().isCheck(label)) return [];
  // "…; tỷ lệ lao động nữ …": what names a quantity of its own begins anew behind a semicolon, "Dịch vụ" does not.
  const quantity = QUANTITY.test(text.slice(clause.label.start));
  const earlier = lastCounted(
    quantity || (isAction(label) && LONG.test(label))
      ? clauseBefore(text, clause.label.start)
      : text.slice(0, clause.label.start),
  );
  if (earlier !== undefined) return isOtherSize(earlier.id, measured) ? [] : [earlier.id];
  // How much each hectare yields is no part of how many are sown.
  const yields = /^năng suất(?!\s+lao động)/iu.test(label);
  if (before.length > 0 && quantity && !yields && !between.includes(';'))
    return topic.filter((id) => !isOtherSize(id, measured));
  const heading = passage.under.at(-1);
  const generic = targetLexicon().generic.has(
    text.slice(clause.label.start, clause.label.end).toLowerCase().trim(),
  );
  if (heading === undefined || !generic) return [];
  const above = joinedIndicators(textOf(context.source, heading.heading).slice(0, 160));
  return above.length === 1 ? above : [];
}

/** "Trồng mới 300 ha rừng": what the act before the figure and the words behind it name together; null where they name nothing. */
function actedIndicator(text: string, { label }: Clause, { figure, unit }: Measured): string | null {
  const before = withoutAdverbs(text.slice(0, figure.start), ' ').trimEnd();
  const act = targetLexicon()
    .acts.find(before)
    .find((hit) => hit.end === before.length);
  if (act === undefined) return null;
  // "thành lập mới 120 doanh nghiệp": how it is done may name it, too.
  const bare = text.slice(label.start, label.end).toLowerCase() === unit;
  const manner = bare ? indicatorCounted(text.slice(act.start, figure.start), unit) : null;
  if (manner !== null) return manner;
  const done = before.slice(act.start);
  const anew = NEW.test(text.slice(0, figure.start)) ? [done, `${done} mới`] : [done];
  const named = anew
    .map((deed) =>
      findIndicators(`${deed} ${text.slice(label.start, label.end)}`).find(
        ({ start, end }) => start < deed.length && end > deed.length,
      ),
    )
    .find((mention) => mention !== undefined);
  if (named === undefined) return null;
  // "trồng 300 cây xanh đường phố": of trees the words behind say where.
  return /^cây xanh(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(text.slice(label.start, label.end)) ? null : named.id;
}

/** "Thành lập mới ít nhất 60 doanh nghiệp". */
const NEW = ending(/\smới(?:\s(?:ít nhất|tối thiểu|trên|hơn|khoảng|từ))*\s*$/iu);

/** What is done at so many places or for so many, where the words before the figure name it; null where they don't. */
function placedLead(text: string, clause: Clause, measured: Measured, previous: number): string | null {
  if (
    !clause.behind ||
    measured.measure !== 'count' ||
    !PREPOSITION.test(text.slice(0, measured.figure.start))
  )
    return null;
  const lead = findIndicators(leadOf(text, measured, previous)).at(-1);
  return lead === undefined || indicator(lead.id)?.generic === true ? null : lead.id;
}

/** The clause before a figure, from the act on that begins anew behind the figure before: "…, tư vấn hướng nghiệp cho 300 thanh niên". */
function leadOf(text: string, { figure }: Measured, previous: number): string {
  const between = text.slice(previous, figure.start);
  const anew = between.search(/(?:,|\svà)\s+(?=\p{Ll}+\s[^,;]*\s(?:cho|tại|ở|với|đối với)\s[^,;]*$)/u);
  if (previous === 0 || anew < 0) return clauseBefore(text, figure.start);
  const words = between.slice(anew).replace(/^(?:,|\svà)\s+/u, '');
  return targetLexicon().acts.find(words)[0]?.start === 0 && !isAct(withoutAdverbs(words, ' ').trim())
    ? words
    : clauseBefore(text, figure.start);
}

/** One sum of several kinds of money, and the kinds of people that one share is of, are counted once: "100% hộ nghèo, hộ cận nghèo được …". */
function isOfOneThing(ids: readonly string[], { measure }: Measured, group: string): boolean {
  if (ids.length === 1 || measure === 'amount') return true;
  const people = joinedIndicators(group);
  return ids.every((id) => people.includes(id));
}

/** "40 sản phẩm tái chứng nhận" under "Sản phẩm OCOP": so many of what the heading's one indicator is counted in. */
function ofHeading(context: Context, passage: Passage, measured: Measured): string[] {
  const heading = passage.under.at(-1);
  if (heading === undefined || measured.measure !== 'count' || measured.size === true) return [];
  const above = joinedIndicators(textOf(context.source, heading.heading).slice(0, 160));
  return above.length === 1 && indicator(above[0] ?? '')?.unit === measured.unit ? above : [];
}

/** "Diện tích gieo trồng 9.000 ha, sản lượng 45.000 tấn": a size of another kind than the indicator is counted in. */
function isOtherSize(id: string, { unit }: Measured): boolean {
  const usual = indicator(id)?.unit;
  return usual !== undefined && usual !== unit && isSize(usual) && isSize(unit);
}

/** "Diện tích lúa 9.000 ha, sản lượng 54.000 tấn": of what stands before it in the sentence. */
const YIELD_ALONE = /^(?:tổng )?sản lượng$/iu;

const QUANTITY =
  /^(?:tỷ lệ|tỉ lệ|trong đó|riêng|số|tổng|mức|diện tích|sản lượng|năng suất|giá trị|suất đầu tư)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** "chuyển đổi cơ cấu cây trồng": an act that names its own object, where "nâng cấp sao" is of what was named before. */
const LONG = /^\S+(?:\s\S+){3,}/u;
const PARTED = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:trong đó|riêng|gồm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** The last indicator named that is more than what shares are taken of. */
function lastCounted(text: string): { id: string } | undefined {
  return findIndicators(text).findLast(({ id }) => indicator(id)?.base !== true);
}

/** What stands before a figure whose counted thing is but the place or the receiver of what the sentence is about. */
const PREPOSITION =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cho|tại|ở|với|đối với)\s+(?:(?:trên|hơn|gần|ít nhất|tối thiểu|khoảng)\s+)?$/iu;

/**
 * The indicators a phrase counts: one, or several that are listed side by side. A share's base is none of them, and
 * what people take part in says more than who they are ("lực lượng lao động … tham gia BHXH").
 */
export function joinedIndicators(text: string): string[] {
  const all = findIndicators(text);
  if (all.length === 0) return [];
  const bases = targetLexicon().bases.find(text);
  const belongs = attributes(text);
  const named = all.filter(
    (hit) =>
      !MEASURED_BY.test(text.slice(0, hit.start)) &&
      !bases.some((part) => part.start < hit.end && hit.start < part.end) &&
      !belongs.some((part) => part.start <= hit.start && hit.end <= part.end),
  );
  const verb = text.search(
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tham gia|sử dụng|dùng|được cấp|đăng ký|có thẻ|vay)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu,
  );
  const behind = named.filter((hit) => verb >= 0 && hit.end > verb);
  const hits =
    behind.length > 0
      ? behind
      : named.length > 0
        ? named
        : all.filter(
            (hit) =>
              !belongs.some((part) => part.start < hit.end && hit.start < part.end) &&
              !COMPARED.test(text.slice(0, hit.start)) &&
              !isThoseWhoAct(text, hit, bases),
          );
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

/** "Tỷ lệ dân số trưởng thành tiếp cận dịch vụ số": a share of the population that does something counts what it does. */
function isThoseWhoAct(text: string, hit: Span, bases: readonly Span[]): boolean {
  return (
    /^\s*(?:tỷ lệ\s|tỉ lệ\s|dân số\s)/iu.test(text) &&
    bases.some((base) => base.start < hit.end && hit.start < base.end) &&
    targetLexicon()
      .verbs.find(text)
      .some(({ start }) => start >= hit.end)
  );
}

/** "Tỷ lệ doanh nghiệp giải thể so với thành lập mới". */
const MEASURED_BY = /(?<![A-Za-zÀ-\u036fḀ-ỹ])so với\s+(?:tổng\s+)?(?:số\s+)?$/iu;

/** "Tỷ lệ người tập luyện so với dân số": what a share is measured by. */
const COMPARED = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:so với|trên|trong)\s+(?:tổng\s+)?(?:số\s+)?$/iu;

/** "trẻ 5 tuổi thuộc hộ nghèo, hộ cận nghèo ra lớp": what people belong to is not what is counted of them. */
function attributes(text: string): Span[] {
  return [
    // "hồ sơ đăng ký tham gia BHXH được giải quyết đúng hạn": what a form is for.
    ...text.matchAll(
      /(?<=(?<![A-Za-zÀ-\u036fḀ-ỹ])hồ sơ\s+)\S.*?(?=\s+được\s+(?:giải quyết|xử lý|nộp|tiếp nhận|số hóa)(?![A-Za-zÀ-\u036fḀ-ỹ]))/giu,
    ),
    ...text.matchAll(
      /(?<![A-Za-zÀ-\u036fḀ-ỹ]|trực )thuộc\s+(?!diện)(.*?)(?=\s+(?:được|có|tham gia|ra lớp|đạt|sử dụng|bị|tiếp cận|đến)(?![A-Za-zÀ-\u036fḀ-ỹ])|$)/giu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A rate that names a deed alone, and nothing that it is done to. */
const RATE_OF_DEED =
  /^(?:tỷ lệ|tỉ lệ)\s(?:giải quyết|xử lý|thu hồi|thụ lý|khắc phục|thành công|hoàn thành|phát hiện)(?:,\s(?:xử lý|giải quyết|khắc phục))?(?:\s(?:xong|dứt điểm|kịp thời|đúng hạn))?$/iu;

const OF_DEED = /^(?:giải quyết|xử lý|số hóa|cắt giảm|trả kết quả|tiêm chủng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "cơ sở trợ giúp xã hội triển khai hoạt động phòng ngừa bạo lực giới": what bodies do, where their name alone is of another field; null where it is not. */
function toldOfBodies(text: string, { label, group }: Clause, own: readonly string[]): string[] | null {
  if (group === null || group.start !== label.start || group.end >= label.end) return null;
  const named = text.slice(group.start, group.end);
  if (!/^cơ sở\s/iu.test(named)) return null;
  if (joinedIndicators(named)[0] !== own[0]) return null;
  const told = joinedIndicators(text.slice(group.end, label.end));
  return told.length === 0 || told.every((id) => indicator(id)?.generic === true) ? null : told.slice(0, 1);
}
