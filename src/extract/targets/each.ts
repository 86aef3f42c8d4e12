import { allMatches, ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { clauseBefore } from '../context.ts';
import { withoutAdverbs } from './adverbs.ts';
import type { Measured } from './figures.ts';
import { isBody } from './group-words.ts';

/** "mỗi đơn vị phường, xã tổ chức ít nhất 01 cuộc": whom so many are asked of. */
export function eachOf(text: string, before: number): Span | null {
  const clause = clauseBefore(text, before);
  const match = allMatches(EACH, clause).at(-1);
  if (match === undefined) return null;
  const words = withoutAdverbs(clause.slice(match.index));
  const lexicon = targetLexicon();
  const told = [...lexicon.verbs.find(words), ...lexicon.acts.find(words)];
  const first = (hits: readonly Span[]): number | undefined => {
    const does = hits.filter(
      (hit) =>
        !isBody(words, hit) &&
        !/^[A-Za-zÀ-\u036fḀ-ỹ]+\s[A-Za-zÀ-\u036fḀ-ỹ]+ viên(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
          words.slice(hit.start),
        ) &&
        !OF_LEVEL.test(words.slice(hit.start)) &&
        !isTeamsName(words, hit, told),
    );
    // "mỗi xã có rừng tổ chức 02 hội nghị": which of them are meant.
    return (OF_THOSE_WITH.test(words) ? (does[1] ?? does[0]) : does[0])?.start;
  };
  const verb = first(lexicon.verbs.find(words));
  const acts = lexicon.acts.find(words);
  // "mỗi tổ hướng dẫn nộp hồ sơ": two verbs in a row.
  const led = acts.find(
    (act) =>
      verb !== undefined &&
      act.end < verb &&
      !isBody(words, act) &&
      !/(?:trung|sơ)\s$/iu.test(words.slice(0, act.start)) &&
      words.slice(act.end, verb).trim() === '',
  );
  const meets =
    /\s(?=họp\s|(?:giúp(?!\sviên)|đọc|viết|chọn|nhận|gặp(?: gỡ| mặt)?|(?:đến |tới |đi )?thăm(?: hỏi)?|phun|tổng vệ sinh|quét dọn|dọn vệ sinh|cập nhật|tuần tra|phát thanh|xuống cơ sở|đi cơ sở|khám)(?:\s|$)|trực\s\d)/iu.exec(
      words,
    )?.index;
  const does = Math.min(led?.start ?? verb ?? first(acts) ?? words.length, meets ?? words.length);
  const named = words
    .slice(0, does)
    .replace(/[\s,]+(?:phải|đều|sẽ|cần|nên|còn|chỉ đạo|phấn đấu|chủ động)?\s*$/iu, '');
  if (!/\s\S/u.test(named) || /[:;()]|,\s*[A-Za-zÀ-\u036fḀ-ỹ]+$/u.test(named.slice(60)) || named.length > 90)
    return null;
  const start = before - clause.length + match.index;
  return { start, end: start + named.length };
}

/** "mỗi tổ bảo vệ rừng cộng đồng tuần tra …": what a team is named by, where another word says what it does. */
function isTeamsName(words: string, { start, end }: Span, told: readonly Span[]): boolean {
  return (
    TEAM.test(words.slice(0, start)) &&
    NAMES_TEAM.test(words.slice(start)) &&
    told.some((other) => other.start > end && /^\s[^,;]*\S[^,;]*\s$/u.test(words.slice(end, other.start)))
  );
}

const TEAM = /^(?:mỗi|từng)\s(?:tổ|đội|nhóm|ban|trạm|chốt|điểm|câu lạc bộ)\s$/iu;

const NAMES_TEAM =
  /^(?:bảo vệ|tuần tra|kiểm tra|tuyên truyền|vận động|quản lý|giám sát|tư vấn|hòa giải|hoà giải|thu gom|chăm sóc|phục vụ|xử lý|tiếp nhận|khuyến nông|hướng dẫn|hỗ trợ|liên kết|cai nghiện|phòng)/iu;

const OF_THOSE_WITH =
  /^mỗi\s[A-Za-zÀ-\u036fḀ-ỹ]+(?:,?\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,3}\scó\s[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,4}\s(?:tổ chức|xây dựng|thành lập)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "mỗi cơ quan cấp huyện": no granting of anything. */
const OF_LEVEL = /^cấp\s+(?:tỉnh|huyện|xã|cơ sở|\p{Lu})/u;

const EACH =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:mỗi\s+(?!tháng|quý|năm|tuần|ngày|lần|kỳ|đợt)|từng\s+(?=(?:hộ|xã|phường|thôn|bản|ấp|trường|đơn vị|cơ quan|chi bộ|chi hội|tổ|cán bộ|giáo viên|gia đình|hội viên|đảng viên)\s))/giu;

/** "mỗi kỳ khoảng 35 người tham gia": at each of which so many are to be there. */
const EACH_TIME = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])mỗi\s+(?:kỳ|đợt)\s+$/iu);

/** Each of those of whom so many are asked, where "mỗi" stands right before the figure or behind what is counted. */
export function eachAbout(text: string, measured: Measured, label: Span): Span | null {
  const before = withoutAdverbs(text.slice(0, measured.figure.start), ' ');
  const time = EACH_TIME.exec(before);
  if (time !== null) return { start: time.index, end: before.trimEnd().length };
  return namedFrom(EACH_BEHIND, text, label.start);
}

/** "Quan trắc môi trường 02 lần/tháng tại mỗi vùng nuôi": at each of which something is done so often. */
export function eachServed(text: string, { span }: Measured): Span | null {
  return namedFrom(EACH_SERVED, text, span.end);
}

function namedFrom(pattern: RegExp, text: string, from: number): Span | null {
  const each = pattern.exec(text.slice(from))?.groups?.each;
  if (each === undefined) return null;
  const start = text.indexOf(each, from);
  return { start, end: start + each.length };
}

const EACH_SERVED =
  /^\s+(?:cho|tại|ở|đối với)\s+(?<each>mỗi\s+(?!tháng|quý|năm|tuần|ngày|lần|kỳ|đợt|buổi)[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,7}(?:,\s(?:xã|phường|thị trấn|thôn|bản|buôn|ấp|khu phố|khu dân cư|tổ dân phố|cơ quan|đơn vị)(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+)?)?)(?=\s*(?:[.,;:(]|$))/iu;

const EACH_BEHIND =
  /^[^.,;:()\d]*?\s(?:(?:cho|tại|ở)\s+)?(?<each>mỗi\s+(?!tháng|quý|năm|tuần|ngày|lần|kỳ|đợt|buổi)[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){0,7})(?=[.,;:]|$)/iu;
