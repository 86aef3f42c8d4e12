import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Span } from '../../plan/source-text.ts';
import { ASKED_WITH, FORMED_OF, isAct, isActed, isAction, opensWithDeed } from './acts.ts';
import { withoutAdverbs } from './adverbs.ts';
import { behindOf, planBehind } from './behind.ts';
import { askedBodies } from './bodies.ts';
import { eachOf } from './each.ts';
import { CUT, extentOf, type Measured, TAKES_UP } from './figures.ts';
import { groupBefore, isOfPeopleAlone } from './groups-before.ts';
import { groupOf, peopleBehind, servedBy } from './groups-behind.ts';
import { beforeColon, clauseStart, trimmed } from './labels.ts';

/** The words about a figure: what is counted, of whom. Offsets are into the passage's text. */
export interface Clause {
  label: Span;
  group: Span | null;
  /** The counted thing stands behind the figure: "100% học sinh tham gia BHYT". */
  behind: boolean;
  /** Where the clause ends. */
  end: number;
  /** The figure before it in a list of figures for one thing. */
  like?: Measured;
  /** The end of those concerned that stand behind the figure of a label before it: "tỷ lệ đi học đạt 38% trẻ nhà trẻ". */
  through?: number;
  /** The figure's own time, where the sentence names the times of several figures before them. */
  time?: Span;
  /** One of the parts that are listed behind their whole, each by its name. */
  listed?: boolean;
  /** How often bodies are to do something: nothing is counted. */
  asked?: boolean;
}

/** What asks for a share of those who follow: "đảm bảo 100% học sinh …". */
const ASKS = ending(
  /(?:^|[\s(,])(?:đảm bảo|bảo đảm|phấn đấu(?: đạt| có)?|có|hỗ trợ|vận động|để|và|với|tối thiểu|ít nhất|trên|hơn|dưới|khoảng|đạt tỷ lệ|tỷ lệ|thu hút|tổ chức|hình thành|xây dựng|thành lập(?: mới)?|đón|thu hút|trồng(?: mới)?|kết nạp|cấp|xóa|tiếp nhận|sửa chữa|xây mới|nâng cấp|số hóa|giải quyết(?: việc làm cho)?|đào tạo|bồi dưỡng|tập huấn|đăng ký|phát triển(?: mới| thêm)?|xây mới|mỗi [^.;,]*|hằng năm|hàng năm|năm)\s*$|[,:]\s*$/iu,
);

/** "trợ giúp pháp lý cho 100% số người …": those concerned stand behind the figure. */
const PREPOSITION = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cho|tại|ở|với|của|đối với|đến)$/iu);
/** A label that names a quantity by itself stands before its figure. */
const QUANTITY =
  /^(?:số(?! hóa| hoá)|tổng số|tổng|tỷ lệ|tỉ lệ|mức|doanh thu|giá trị|thu nhập|năng suất|sản lượng|diện tích|tốc độ|chỉ số|quy mô|tỷ trọng|tần suất|khối lượng|kim ngạch|công suất|cường độ|mật độ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** Reads the clause of a figure; `previous` is the end of the figure before it in the same passage. */
export function clauseOf(text: string, measured: Measured, previous: number): Clause | null {
  const extent = extentOf(measured);
  const from = clauseStart(text, extent.start, previous);
  const before = text.slice(from, extent.start);
  const behind = behindOf(text, measured);
  if (measured.measure === 'amount' && RAISED.test(withoutAdverbs(before, ' '))) {
    const raised = actClause(text, from, measured);
    if (raised !== null) return raised;
  }
  const made = measured.measure === 'count' && measured.noun !== null ? madeOf(before, from) : null;
  if (made !== null) return { label: made, group: null, behind: false, end: clauseEnd(text, extent.end) };
  if (measured.measure === 'count' && behind !== null && ASKED_WITH.test(before))
    return { label: behind, group: groupOf(text, behind, measured), behind: true, end: behind.reach };
  const around = trimmed(text, from, extent.start) ?? beforeColon(text, extent.start, previous);
  const phrase = around === null ? null : withoutCharged(text, around, measured);
  const bodies = phrase === null ? null : ofBodies(text, phrase, measured, behind);
  if (bodies !== null) return bodies;
  const asked = phrase === null ? null : askedOfEach(text, phrase, measured);
  const named = asked?.label ?? phrase;
  // "cả nước có 1.200 công trình": where they are to be, and not what.
  const left =
    named !== null &&
    behind !== null &&
    (WHOLE_TERRITORY.test(text.slice(named.start, named.end)) ||
      (measured.noun !== null && WITH_ALL.test(before)) ||
      (PRIZE.test(text.slice(behind.start, behind.end)) &&
        TAKES_PART.test(text.slice(named.start, named.end))))
      ? null
      : named;
  const topic = left === null || behind === null ? null : topicOf(text, left, measured, behind, before);
  if (topic !== null) return topic;
  // "Giải quyết việc làm: 59.000 người": a short phrase before the figure says more than its unit.
  const bare =
    behind !== null &&
    measured.noun !== null &&
    (measured.measure === 'count'
      ? /^\s*(?:trở (?:lên|xuống))?\s*$/u.test(text.slice(measured.noun.end, behind.end))
      : measured.measure === 'frequency' && isTimes(text, measured, measured.noun));
  const wanted = ASKS.test(` ${before.slice(-120)}`) || left === null;
  const governed =
    left !== null &&
    (measured.measure === 'share'
      ? PREPOSITION.test(text.slice(left.start, left.end))
      : measured.measure === 'count' &&
        (!bare ||
          !isGenericNoun(text, measured.noun) ||
          isOfPeople(text, measured.noun) ||
          /^nhân (?:dịp|ngày)\s/iu.test(text.slice(left.start, left.end))) &&
        (SERVING.test(withoutAdverbs(before, ' ')) ||
          WORK_OF.test(withoutAdverbs(before, ' ')) ||
          REACHING.test(withoutAdverbs(before, ' '))));
  const words = left === null ? '' : text.slice(left.start, left.end);
  const portion = left !== null && measured.measure === 'share' && behind !== null && TAKES_UP.test(before);
  const counted =
    (left !== null && !governed && QUANTITY.test(words)) ||
    portion ||
    (left !== null && bare && measured.unit === 'bậc' && /\S\s\S+\s\S/u.test(words)) ||
    (left !== null && measured.measure === 'share' && COVERS.test(words)) ||
    (left !== null && isLevelOfDeed(text, measured, words, before)) ||
    (left !== null && behind !== null && isNumberOf(text, measured, behind, before));
  const acted =
    left !== null &&
    (isActed(before) ||
      (measured.measure === 'count' &&
        behind !== null &&
        (opensWithDeed(before) || (!bare && isGivenTo(words)))));
  const acts = bare && left !== null && !QUANTITY.test(words) ? actsFrom(text, measured, left) : null;
  const trained = bare && asked !== null && measured.unit.startsWith('lớp/');
  const kept =
    bare &&
    left !== null &&
    !(governed && (!isAction(words) || OF_THEM.test(withoutAdverbs(before, ' ')))) &&
    !(governed && (isOfPeople(text, measured.noun) || CARRYING_OUT.test(words))) &&
    !/^(?:cho|tại|với|ở)(?:\s|$)/iu.test(words) &&
    (/^[^\s,]+(?:\s[^\s,]+){1,9}$/u.test(words) ||
      isKindsOf(text, measured.noun, words) ||
      acts !== null ||
      (measured.measure === 'frequency' && !/^mỗi\s/iu.test(words)) ||
      (/:\s*$/u.test(before) && /^\S+(?:\s\S+){1,17}$/u.test(words))) &&
    (!acted || trained || isGenericNoun(text, measured.noun)) &&
    !(isAction(words) && STAFF.test(text.slice(measured.noun?.start ?? 0, measured.noun?.end ?? 0))) &&
    (!isAct(words) || trained || measured.unit.startsWith('lần/'));
  if (kept && acts !== null) left.start = acts;
  if (
    behind !== null &&
    (measured.measure !== 'ratio' || left === null || acted) &&
    !counted &&
    !kept &&
    (left === null ||
      governed ||
      acted ||
      (measured.measure === 'share' &&
        !LEVEL.test(before) &&
        /^\s*(?:trở lên\s+|trở xuống\s+)?[A-Za-zÀ-\u036fḀ-ỹ]/iu.test(text.slice(extent.end)) &&
        isShareOfNamed(text, measured, behind)) ||
      (wanted && isShareOfNamed(text, measured, behind) && !(left !== null && isTotal(text, behind, before))))
  ) {
    const served =
      measured.measure === 'count' &&
      /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cho|đối với)\s+$/iu.test(withoutAdverbs(before, ' '));
    // "Rút ngắn 40% thời gian giải quyết": what becomes less, and nobody.
    const cut = measured.measure === 'share' && CUT.test(before);
    const group = cut ? null : ((served ? servedBy(text, behind) : null) ?? groupOf(text, behind, measured));
    const size =
      measured.size === true && measured.noun !== null ? measured.noun.end - measured.noun.start : 0;
    const label = size > 0 ? trimmed(text, behind.start + size, behind.end) : behind;
    // "diện tích rừng nghèo tối thiểu 15.000 ha đạt mức trung bình": what is only told of what stands before.
    const told =
      size > 0 &&
      /^(?:đạt|được)\s/iu.test(text.slice(behind.start + size).trimStart()) &&
      /^\p{Ll}+(?:\s[^\s]+){3,}$/iu.test(words) &&
      /\sdiện tích\s/iu.test(` ${words}`);
    if (label !== null && !told) return { label, group, behind: true, end: behind.reach };
  }
  // "Phân bổ chi tiết hết 100% kế hoạch vốn": of the plan so much, where the act stands right before.
  if (left !== null && measured.measure === 'share' && isAct(words) && isActed(before)) {
    const planned = planClause(text, from, measured);
    if (planned !== null) return planned;
  }
  if (left === null)
    return measured.measure === 'amount' ? actClause(text, from, measured) : planClause(text, from, measured);
  const preposition =
    measured.measure === 'share'
      ? 0
      : (/\s+(?:cho|được|(?<!giá trị tăng )thêm|tại|đối với|(?<!(?:nhà|đất|nơi|chỗ) )ở)$/iu.exec(words)?.[0]
          .length ?? 0);
  left.end -= preposition;
  if (measured.measure === 'frequency' && !QUANTITY.test(words))
    left.end -= /\s+(?:bình quân|trung bình)$/iu.exec(text.slice(left.start, left.end))?.[0].length ?? 0;
  // "Giảm tần suất tai nạn bình quân 4%/năm": how much in a year.
  if (measured.unit.endsWith('%/năm') && /(?:tăng|giảm)\s+$/iu.test(text.slice(0, left.start)))
    left.end -= MEAN_CHANGE.exec(text.slice(left.start, left.end))?.[0].length ?? 0;
  if (measured.size === true && !QUANTITY.test(words))
    left.start += /^lắp đặt\s+(?=\p{Ll}+\s\p{Ll})/iu.exec(words)?.[0].length ?? 0;
  if (bare && measured.measure === 'frequency')
    left.start +=
      /^(?:tổ chức|duy trì|thực hiện|tiến hành|triển khai)\s+(?=[A-Za-zÀ-\u036fḀ-ỹ])/iu.exec(
        text.slice(left.start, left.end),
      )?.[0].length ?? 0;
  if (
    measured.measure === 'count' &&
    /^tổ chức\s+(?:cai nghiện|kiểm tra|thanh tra|giám sát|đào tạo|bồi dưỡng|tập huấn|khám|tiêm|diễn tập|vận động)/iu.test(
      text.slice(left.start, left.end),
    )
  )
    left.start += 'tổ chức '.length;
  const where =
    measured.measure === 'frequency' && asked === null ? askedWhere(text.slice(left.start, left.end)) : null;
  if (where !== null) {
    const group = { start: left.start + where.group, end: left.end };
    const named = /^\s+đối với\s+(?:mỗi|một|từng)\s/iu.test(text.slice(left.start + where.end, left.end));
    const classifier = /^số cuộc\s+/iu.exec(words)?.[0].length ?? 0;
    const label = { start: left.start + classifier, end: named ? left.end : left.start + where.end };
    return { label, group, behind: false, end: clauseEnd(text, extent.end) };
  }
  const own =
    groupBefore(text, left, measured) ??
    (measured.measure === 'share' && isOfPeopleAlone(words) ? { ...left } : null);
  const people =
    own === null || COVERS.test(words) || /^\s*(?:trở lên\s+)?đối với\s/iu.test(text.slice(extent.end))
      ? peopleBehind(text, measured)
      : null;
  return {
    label: left,
    group: people ?? own ?? asked?.group ?? null,
    behind: false,
    end: clauseEnd(text, extent.end),
    ...(people === null ? {} : { through: people.end }),
  };
}

/** "Mạng cáp quang phủ trên 80% hộ gia đình": how many of them something reaches. */
export const COVERS = ending(
  /[A-Za-zÀ-\u036fḀ-ỹ]\s[A-Za-zÀ-\u036fḀ-ỹ]+\s(?<!(?:che|bao|độ)\s)phủ(?:\s(?:sóng|kín|tới|đến))*$/iu,
);

/** "Bảo hiểm y tế: 100% người có công": what stands before the colon, where those behind the share have nothing told of them. */
function topicOf(
  text: string,
  label: Span,
  measured: Measured,
  behind: Span & { reach: number },
  before: string,
): Clause | null {
  const words = text.slice(behind.start, behind.end);
  const topic = text.slice(label.start, label.end);
  if (
    measured.measure !== 'share' ||
    !/:\s+(?:(?:ít nhất|tối thiểu|trên|hơn|khoảng)\s+)?$/iu.test(before) ||
    !/^\s*[;.]?\s*$|^\s*;|^\s*,\s(?:hoàn thành|xong)\s(?:trước|trong)\s/iu.test(text.slice(behind.reach)) ||
    !/^[A-Za-zÀ-\u036fḀ-ỹ]+(?:\s[A-Za-zÀ-\u036fḀ-ỹ]+){2,6}$/u.test(topic) ||
    !ABOUT_NO_PART.test(topic) ||
    QUANTITY.test(topic) ||
    isAction(topic) ||
    targetLexicon().verbs.find(words).length > 0 ||
    targetLexicon().deedIn(words.replace(/\sthuộc (?:diện|đối tượng)$/iu, '')) >= 0
  )
    return null;
  return {
    label,
    group: { start: behind.start, end: behind.end },
    behind: false,
    end: behind.reach,
    through: behind.end,
  };
}

/** What opens a list, and is no topic of a share. */
const ABOUT_NO_PART =
  /^(?!(?:về|công tác|lĩnh vực|nhóm|đối với|chỉ tiêu|mục tiêu|năm|giai đoạn|cấp|tuyến|khu vực|huyện|xã|phường|tỉnh|thành phố)\s)/iu;

/** "Xây dựng đội ngũ báo cáo viên gồm 35 đồng chí": the words for what so many make up; `before` begins at `from`. */
function madeOf(before: string, from: number): Span | null {
  const match = FORMED_OF.exec(before);
  const words = match?.groups?.formed;
  if (match === null || words === undefined) return null;
  return { start: from + match.index, end: from + match.index + words.trimEnd().length };
}

/** "Đẩy mạnh xã hội hóa, phấn đấu huy động 290 tỷ đồng": money that is to be raised, and nothing else named. */
const RAISED =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:phấn đấu|kêu gọi\s[^.;]*)\s+(?:vận động|huy động|thu hút|quyên góp)\s+$/iu;

/** What so many are served by: "tập huấn cho 260 cán bộ", "kiểm tra đối với 20 cơ sở". */
const SERVING = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cho|đối với|tại)\s+$/iu;

/** "duy trì hoạt động của 15 câu lạc bộ": those whose work it is. */
const WORK_OF =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:hoạt động|chất lượng|hiệu quả|năng lực|vai trò|hiện trạng|công suất)\s(?:hoạt động\s)?của\s+$/iu;

/** "Kết nối cáp quang tới 40 thôn, bản vùng cao": those that something is brought to. */
const REACHING =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:kết nối|kéo|cấp|cung cấp|phủ sóng|lắp đặt|đưa)\s[^.;:,\d]+\s(?:tới|đến)\s+$/iu;

/** "chuyển đổi vị trí công tác đối với 40 công chức": those of whom it is done are counted. */
const OF_THEM = /(?<![A-Za-zÀ-\u036fḀ-ỹ])đối với\s+$/iu;

/** "tập huấn phương pháp dạy học cho 420 giáo viên": those who are taught or helped are counted. */
function isOfPeople(text: string, noun: Span | null): boolean {
  if (noun === null) return false;
  const words = text.slice(noun.start, noun.end);
  return SERVED_PEOPLE.test(words) || targetLexicon().isStaff(words);
}

const SERVED_PEOPLE =
  /^(?:hộ (?:gia đình|kinh doanh|dân)|lao động|giáo viên|giảng viên|thanh niên|nông dân|phụ nữ|công chức|viên chức|cán bộ|học viên|học sinh|sinh viên|đoàn viên|hội viên|con\s[A-Za-zÀ-\u036fḀ-ỹ]+)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Chuyển đổi vị trí công tác khoảng 310 cán bộ, công chức": those of whom it is done. */
const STAFF = /^(?:cán bộ|công chức|viên chức)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Kiểm tra việc thực hiện Kế hoạch tại 03 huyện": what is looked at is no name of what is counted. */
const CARRYING_OUT =
  /^(?:kiểm tra|giám sát|thanh tra|khảo sát)(?:, (?:kiểm tra|giám sát|đánh giá))? việc\s/iu;

function isGenericNoun(text: string, noun: Span | null): boolean {
  return noun !== null && targetLexicon().generic.has(text.slice(noun.start, noun.end).toLowerCase());
}

/** "Mỗi xã kiểm tra nền nếp, sĩ số 02 lần/học kỳ": whom it is asked of is no part of what is asked. */
function askedOfEach(
  text: string,
  { start, end }: Span,
  { measure, figure }: Measured,
): { label: Span; group: Span } | null {
  if (measure !== 'frequency' && measure !== 'count') return null;
  const group = eachOf(text, figure.start);
  if (group === null || group.start > start || group.end <= start) return null;
  const lead = ASKED_TO.exec(text.slice(group.end, end))?.[0].length ?? 0;
  const label = { start: group.end + lead, end };
  return label.end - label.start < 2 ? null : { label, group };
}

/** "sinh hoạt chuyên đề tại các phòng, ban 01 buổi/quý", "kiểm tra đối với cơ sở … 02 lần/năm": of whom so many times are asked, at the label's end. */
function askedWhere(words: string): { end: number; group: number } | null {
  const match =
    /\s+(?:(?:tại|ở)\s+(?=(?:các|mỗi|từng)\s)|đối với\s+|(?=mỗi\s(?!năm|quý|tháng|tuần|ngày|lần|kỳ|đợt)))(?=[A-Za-zÀ-\u036fḀ-ỹ][^,;:]{2,60}(?:,[^,;:]{2,30}){0,2}$)/iu.exec(
      words,
    );
  if (match === null || match.index < 4) return null;
  return { end: match.index, group: match.index + match[0].length };
}

/** "Báo X, Đài Y duy trì chuyên mục … 02 kỳ/tháng": what the bodies at the clause's start are to do so often, before the figure or counted by it. */
function ofBodies(text: string, { start }: Span, measured: Measured, counted: Span | null): Clause | null {
  const words = text.slice(start, measured.figure.start);
  const asked = askedBodies(words, measured);
  if (asked === null) return null;
  const group = { start, end: start + asked.end };
  const end = clauseEnd(text, measured.span.end);
  const done = trimmed(text, start + asked.does, measured.figure.start);
  if (done !== null && (measured.noun === null || isTimes(text, measured, measured.noun))) {
    // "duy trì chuyên mục …, phát sóng 02 lần/tháng": the last act is what is done so often.
    const last = text.lastIndexOf(', ', done.end) + 2;
    if (last > done.start && isAction(text.slice(last, done.end)) && !isAct(text.slice(done.start, last - 2)))
      done.start = last;
    return { label: done, group, behind: false, end, asked: true };
  }
  // "Hệ thống truyền thanh xã phát 02 tin, bài/tháng": a bare act names nothing.
  const bare = done === null || isAct(text.slice(done.start, done.end));
  return bare && counted !== null ? { label: counted, group, behind: true, end } : null;
}

/** "Giao Trung tâm Y tế tuyên truyền … 03 lượt/tuần": whom it is put on is no part of what is to be done. */
function withoutCharged(text: string, phrase: Span, measured: Measured): Span {
  const words = text.slice(phrase.start, phrase.end);
  const lead = /^(?:giao(?: cho)?|đề nghị|yêu cầu)\s+(?=\p{Lu})/iu.exec(words)?.[0].length ?? 0;
  const asked =
    lead === 0 ? null : askedBodies(text.slice(phrase.start + lead, measured.figure.start), measured);
  const start = asked === null ? phrase.start : phrase.start + lead + asked.does;
  return start < phrase.end ? { start, end: phrase.end } : phrase;
}

/** "Chi trả trợ cấp qua tài khoản đạt trên 92% số người hưởng": how far what is done has come, of those it is done for. */
function isLevelOfDeed(text: string, measured: Measured, words: string, before: string): boolean {
  return (
    measured.measure === 'share' &&
    REACHED.test(before) &&
    /^\s*(?:trở lên\s+)?(?:tổng )?số\s/iu.test(text.slice(extentOf(measured).end)) &&
    /^\S+(?:\s\S+){3,}$/u.test(words) &&
    (isAction(words) || /^chi trả\s/iu.test(words))
  );
}

const REACHED = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])đạt(?:\s(?:trên|hơn|từ|ít nhất|tối thiểu|khoảng|không dưới|tỷ lệ))*\s*$/iu,
);

const ASKED_TO =
  /^[\s,]*(?:(?:phải|đều|sẽ|cần|nên|có|được(?=\s(?:kiểm tra|giám sát|thanh tra|tập huấn|bồi dưỡng|khám|đổi|luân chuyển|bổ sung|cập nhật|vệ sinh|phun|bảo dưỡng|bảo trì|nạo vét|thu gom))|tham gia|tổ chức|thực hiện|bố trí)(?![A-Za-zÀ-\u036fḀ-ỹ])\s*)*/iu;

/** "Tuyển sinh, đào tạo nghề cho 85.000 người": acts listed side by side, before a unit that names nothing. */
function actsFrom(text: string, { noun }: Measured, { start, end }: Span): number | null {
  if (noun === null || !targetLexicon().generic.has(text.slice(noun.start, noun.end).toLowerCase()))
    return null;
  const words = text.slice(start, end);
  if (isAction(words) && /^[^\s,]+(?:,?\s[^\s,]+){1,13}$/u.test(words)) return start;
  // "xây dựng phóng sự, phát sóng ít nhất 02 lần/tháng": the last act is what is done so often.
  const last = words.lastIndexOf(', ') + 2;
  if (last < 2 || !isAction(words.slice(last))) return null;
  // "Kiểm tra, giám sát việc …": two acts for the same.
  return isAct(words.slice(0, last - 2)) ? start : start + last;
}

/** "hộ nghèo, hộ cận nghèo ít nhất 60 hộ": each of those named is a kind of what is counted. */
function isKindsOf(text: string, noun: Span | null, words: string): boolean {
  const unit = noun === null ? '' : text.slice(noun.start, noun.end).toLowerCase();
  const kinds = words.toLowerCase().split(/,\s+(?:và\s+)?|\s+và\s+/u);
  return unit !== '' && kinds.length > 1 && kinds.every((kind) => kind.startsWith(`${unit} `));
}

/** "cháy nổ giảm 3% số vụ": by how much the number of what stands before it changes. */
function isNumberOf(text: string, measured: Measured, behind: Span, before: string): boolean {
  const noun = text.slice(behind.start, behind.end);
  return (
    measured.measure === 'share' &&
    /[A-Za-zÀ-\u036fḀ-ỹ]\s+(?:tăng|giảm|đạt)\s*$/iu.test(withoutAdverbs(before, ' ')) &&
    /^\s*số\s+$/iu.test(text.slice(extentOf(measured).end, behind.start)) &&
    targetLexicon().units.find(noun)[0]?.end === noun.length
  );
}

/** "nợ quá hạn dưới 0,1% tổng dư nợ": what all of it is, of which the label before the figure names a part. */
function isTotal(text: string, { start, end }: Span, before: string): boolean {
  const words = text.slice(start, end);
  return (
    /^tổng(?:\s+[A-Za-zÀ-\u036fḀ-ỹ]+){1,4}$/iu.test(words) ||
    (REACHED.test(before) &&
      /tổng\s+số\s+$/iu.test(text.slice(0, start)) &&
      targetLexicon().verbs.find(words).length === 0)
  );
}

/** "phát sóng ít nhất 02 lần/tháng trên …": how often something is done that is named before. */
function isTimes(text: string, measured: Measured, noun: Span): boolean {
  const unit = text.slice(noun.start, noun.end).toLowerCase();
  if (unit === 'lần') return true;
  // "tổ chức tập huấn 01 lớp/quý": what the classes are of.
  if (unit === 'lớp' && TRAINS.test(text.slice(0, measured.figure.start))) return true;
  return (
    targetLexicon().generic.has(unit) &&
    !/^\s+(?!trên|tại|ở|cho|theo|vào|để|trong|và|mỗi|hằng|hàng)[A-Za-zÀ-\u036fḀ-ỹ]/u.test(
      text.slice(measured.span.end),
    )
  );
}

const TRAINS = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tập huấn|bồi dưỡng|huấn luyện|đào tạo)(?:\s(?!\d)[^\s.;:,]+){0,7}\s+$/iu,
);

/** "Tham gia Hội khỏe Phù Đổng đạt từ 25 huy chương vàng": where prizes are to be won, and not what. */
const TAKES_PART = /^(?:tham gia|tham dự|dự thi|dự)\s/iu;
const PRIZE = /^(?:huy chương|giải(?!\s(?:pháp|đấu|ngân)))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

const WHOLE_TERRITORY =
  /^mỗi\s[^\s,]+(?:\s[^\s,]+){0,3}\s?$|^(?:(?:trên|trong) )?(?:cả nước|toàn quốc|(?:địa bàn )?(?:toàn )?(?:tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu))$/iu;

/** "02 lớp với tổng số 80 học viên": how many there are in all. */
const WITH_ALL = ending(/^\s*(?:với|cho)\s+(?:tổng số|tổng cộng)\s+(?:(?:khoảng|trên|hơn)\s+)?$/iu);

const MEAN_CHANGE = ending(
  /(?<!(?:thu nhập|lương|mức|năng suất|doanh thu|giá|giá trị|sản lượng|chi phí))\s+(?:bình quân|trung bình)$/iu,
);

/** "Phục vụ đồng bào vùng cao 55 buổi biểu diễn", "Tặng học sinh nghèo 300 suất quà": those who are to have so many of what stands behind. */
function isGivenTo(words: string): boolean {
  const given =
    /^(?:phục vụ|trao tặng|trao|tặng|hỗ trợ|cấp phát|cấp)\s(?:cho\s)?(?=\S+(?:\s\S+){0,5}$)/iu.exec(
      words,
    )?.[0];
  if (given === undefined) return false;
  const those = words.slice(given.length);
  return targetLexicon().isPeople(those) && targetLexicon().verbs.find(those).length === 0;
}

/** What a figure stands behind where it says how high something is, and not how many of those behind it. */
const LEVEL = ending(
  /(?:đạt|là|chiếm|còn|lên|xuống|tăng|giảm|thêm|bằng|mức|tỷ lệ|tỉ lệ|có|(?<=[A-Za-zÀ-\u036fḀ-ỹ]\s[A-Za-zÀ-\u036fḀ-ỹ]+\s)(?:bao )?phủ|:|\(|[≥≤<>])\s*(?:(?:tới|đến|từ|trên|dưới|hơn|khoảng|ít nhất|tối thiểu|tối đa|không quá|bình quân)\s*)*$|(?:dưới|không quá|tối đa|trên|hơn|từ|vượt)\s*$/iu,
);

/** "Giải ngân 100% kế hoạch vốn": of the plan so much is to be carried out. */
function planClause(text: string, from: number, measured: Measured): Clause | null {
  const label = planBehind(text, measured);
  const act = label === null ? null : actClause(text, from, measured);
  return label === null || act === null ? null : { ...act, label };
}

/** "Huy động ít nhất 35 tỷ đồng từ xã hội hóa": nothing but the action says what the money is. */
function actClause(text: string, from: number, measured: Measured): Clause | null {
  const words = withoutAdverbs(text.slice(from, measured.figure.start));
  const act = targetLexicon()
    .acts.find(words)
    .find((hit) => hit.end === words.length);
  if (act === undefined) return null;
  const label = { start: from + act.start, end: from + act.end };
  return { label, group: null, behind: false, end: clauseEnd(text, measured.span.end) };
}

function clauseEnd(text: string, from: number): number {
  const match = /[;.](?=\s|$)/.exec(text.slice(from));
  return match === null ? text.length : from + match.index;
}

/** "đạt trên 80% số con thuộc diện tiêm": a bare noun before what entitles. */
const COUNTED_BASE =
  /^(?:tổng\s+)?(?:con|đàn|đàn vật nuôi)\s+thuộc\s+(?:diện|đối tượng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** Whether the share is one of those named behind it, and not of a base ("đạt 45% lực lượng lao động"). */
function isShareOfNamed(text: string, measured: Measured, behind: Span): boolean {
  if (measured.measure !== 'share') return true;
  const words = text.slice(behind.start, behind.end);
  if (COUNTED_BASE.test(words)) return false;
  const all = /^\s*số\s/iu.test(text.slice(extentOf(measured).end)) ? `số ${words}` : words;
  const base = [words, all]
    .flatMap((phrase) => targetLexicon().bases.find(phrase))
    .find((hit) => hit.start === 0);
  if (base === undefined) return true;
  return targetLexicon()
    .verbs.find(words)
    .some((hit) => hit.start >= base.end);
}
