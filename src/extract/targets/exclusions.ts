import { AgencyReader } from '../../lexicon/agency-mentions.ts';
import { ending } from '../../lexicon/patterns.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import { dayRange } from '../../plan/edtf.ts';
import { type Context, clauseBefore, sentenceBefore } from '../context.ts';
import { findDates } from '../dates.ts';
import { bodiesFrom } from '../partners.ts';
import { ASKED_WITH, FORMED_OF, isActed, isAction, opensWithDeed } from './acts.ts';
import { withoutAdverbs } from './adverbs.ts';
import { ofEverybody } from './bases.ts';
import { isCircumstance } from './circumstances.ts';
import type { Clause } from './clauses.ts';
import { NAMES_LAW } from './due.ts';
import { CUT, extentOf, type Measured, TAKES, TAKES_UP } from './figures.ts';
import { isReported } from './reported.ts';
import type { Zone } from './zones.ts';

/** Whether a figure is one that the plan wants reached, and no result, rate, threshold or criterion. */
export function isTarget(
  context: Context,
  text: string,
  measured: Measured,
  clause: Clause,
  zone: Zone,
): boolean {
  const lexicon = targetLexicon();
  const before = clauseBefore(text, measured.figure.start);
  // "(tăng 12% so với năm trước), luân chuyển …": what stands in brackets is said of another figure.
  const near = before.replace(IN_BRACKETS, ({ length }) => ' '.repeat(length)).slice(-60);
  if (
    lexicon.past
      .find(near)
      .some(
        (hit) =>
          hit.end > near.length - 30 && !isAhead(near.slice(0, hit.start), near.slice(hit.start), zone),
      )
  )
    return false;
  // "Xử phạt 100% trường hợp vi phạm": how many of them, and not how much each pays.
  if (
    /(?:(?<!bị )xử phạt|phạt tiền)[^.;]*$/iu.test(near) &&
    !(measured.value === 100 && measured.measure === 'share' && /xử phạt\s*$/iu.test(near))
  )
    return false;
  // "đạt 80% (kế hoạch tỉnh giao 75%)": what another plan asks.
  if (ASKED_ELSEWHERE.test(text.slice(0, measured.figure.start))) return false;
  // "đạt 8,5% (cả nước 8%)": what others have.
  if (ELSEWHERE.test(near) && OF_OTHERS.test(text.slice(0, measured.figure.start))) return false;
  if (isCircumstance(text, measured, before)) return false;
  if (isDefined(sentenceBefore(text, measured.figure.start))) return false;
  // "Định kỳ báo cáo 02 lần/năm": how often is told of what is done.
  if (measured.measure === 'frequency' && TOLD_SO_OFTEN.test(before)) return false;
  // "Kinh phí thực hiện: 3 tỷ đồng, trong đó …": what the plan costs, and whose money it is.
  if (measured.measure === 'amount' && COSTS.test(sentenceBefore(text, measured.figure.start))) return false;
  // "chỉ cưỡng chế khi đã vận động ít nhất 03 lần": what has to be the case before.
  if (/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:chỉ\s[^.;,]*\s)?khi đã\s[^.;,]*$/iu.test(before)) return false;
  // "điều chuyển vốn của các dự án giải ngân dưới 30%": from which something is taken.
  if (measured.measure === 'share' && TAKEN_FROM.test(before)) return false;
  // "Không để xảy ra ngộ độc từ 30 người mắc trở lên": what is not to happen at all.
  if (
    /^\s*(?:[-+]\s*)?(?:phấn đấu\s+)?không (?:để|có|xảy ra|phát sinh)\s/iu.test(before) &&
    UNQUALIFIED.test(near) &&
    !isActed(before.slice(before.lastIndexOf(', ') + 2))
  )
    return false;
  // "Không để mất 01 ha rừng": not even so much.
  if (measured.value === 1 && NOT_EVEN.test(before)) return false;
  // "mới bàn giao được 11,2 ha", "chỉ đạt 63% kế hoạch": how little was reached.
  if (SO_LITTLE.test(before) || isOver(context, before)) return false;
  if (isReported(sentenceBefore(text, measured.figure.start))) return false;
  const raised =
    measured.measure === 'amount' &&
    (INCOME.test(before) ||
      RAISES_MONEY.test(before) ||
      RAISES_AT_LEAST.test(before) ||
      STRIVES_TO_RAISE.test(before));
  if (!raised && isRate(text, measured, near)) return false;
  if (
    !/(?:giảm|tiết kiệm)[^.;:]*$/iu.test(near) &&
    measured.measure !== 'frequency' &&
    !(measured.measure === 'share' && SETS_ASIDE.test(near)) &&
    /^\s*(?:mức (?:đóng|hưởng|lương|của)|kinh phí|chi phí|lương|giá trị hợp đồng)/iu.test(
      text.slice(measured.span.end),
    )
  )
    return false;
  // "Tổng kinh phí …, trong đó …; vận động xã hội hóa 200 triệu đồng": what makes up the plan's own money.
  if (
    zone === 'money' &&
    measured.measure === 'amount' &&
    OF_BUDGET.test(text.slice(0, measured.figure.start))
  )
    return false;
  // "Giao chỉ tiêu cho 12 xã, phường": to how many others they are allotted.
  if (measured.measure === 'count' && ALLOTS.test(before)) return false;
  // "thực hiện 08 nhóm nhiệm vụ, giải pháp sau": so many follow, and are nothing to be reached.
  if (
    measured.measure === 'count' &&
    /\ssau(?: đây)?$/iu.test(text.slice(clause.label.start, clause.label.end))
  )
    return false;
  // "giảm tai nạn giao thông trên cả 3 tiêu chí (số vụ, số người chết, số người bị thương)": by what it is measured.
  if (
    measured.unit === 'tiêu chí' &&
    /^\s*(?:\(|:|về|gồm|là)?\s*số\s/iu.test(text.slice(measured.span.end)) &&
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cả|trên|ở|về|theo)\s+$/iu.test(text.slice(0, measured.figure.start))
  )
    return false;
  // A criterion within a target ("tổ dân phố … có 100% người dân …") is no target of its own.
  if (
    /(?:tiêu chí|kiểu mẫu|tiêu chuẩn)[^.;,]*$/iu.test(near) &&
    !/^\s*(?:[-+]\s*)?(?:tỷ lệ|tỉ lệ)\s/iu.test(before) &&
    !/(?:đạt|là|còn|chiếm|xuống|lên|mức)\s*$/iu.test(withoutAdverbs(near))
  )
    return false;
  // "Không để xảy ra vụ ngộ độc có từ 30 người mắc", "không còn xã dưới 15 tiêu chí": so many is what may not be.
  if (
    measured.measure !== 'share' &&
    (/(?:^|[,;]\s*|\s)không (?:để|còn|có)\s[^,;]*(?:từ|trên|dưới|(?<!không (?:để|còn)\s(?:[^,;]*\s)?)quá|đến)\s*$/iu.test(
      before,
    ) ||
      REFUSED.test(before))
  )
    return false;
  if (
    /(?:từ|trên|dưới|quá)\s*$/iu.test(near) &&
    !(
      zone === 'targets' &&
      PARTS_OF.test(text.slice(0, measured.figure.start)) &&
      /^\s*người trở lên\s*[.;]/iu.test(text.slice(measured.figure.end))
    ) &&
    !NUMBER_FROM.test(near) &&
    /^\s*(?:trở lên|trở xuống)?\s*(?:lao động|người)\s+(?:trở lên|trở xuống)/iu.test(
      text.slice(measured.figure.end),
    )
  )
    return false;
  if (zone === 'targets') return true;
  if (measured.bare === true)
    return (
      zone === null &&
      measured.measure === 'count' &&
      (isActed(before) || (measured.noun === null && TAKES.test(before) && !REPORTS.test(before)))
    );
  // "Hỗ trợ chế biến sản phẩm cho 18 hợp tác xã": those whom something is done for.
  const served =
    (measured.measure === 'count' || (measured.measure === 'share' && clause.behind)) &&
    FOR_SO_MANY.test(before) &&
    isAction(withoutBody(before.replace(LEAD, '').replace(TOPIC, '')));
  if (zone === 'money')
    return (
      raised ||
      served ||
      (measured.measure === 'share' && lexicon.aims.find(near).some((hit) => hit.end > near.length - 20)) ||
      (measured.measure === 'count' && (isActed(before) || CONTRIBUTED.test(before)))
    );
  const cue = lexicon.aims.find(near).some((hit) => hit.end > near.length - 26);
  if (measured.measure === 'share' && isActed(before) && OF_PLAN.test(text.slice(measured.span.end)))
    return true;
  if (measured.measure === 'share')
    return (
      cue ||
      RAISES_MONEY.test(before) ||
      SETS_ASIDE.test(before) ||
      served ||
      RAISED.test(before) ||
      STRIVES.test(before) ||
      CUT.test(before) ||
      LISTED_CUT.test(before) ||
      MORE_OF_ALL.test(before) ||
      isBoundRate(text, measured, clause, before) ||
      (clause.behind &&
        (measured.value === 100 ||
          ((BY_THEN.test(before) || opensSentence(text, before, clause)) && !isDone(text, clause))))
    );
  // "phấn đấu diện tích được giải phóng mặt bằng đạt 46 ha", "nâng quy mô lên 1.400 học viên".
  if (measured.measure === 'count' && (RAISED.test(before) || STRIVES.test(before))) return true;
  if (measured.measure !== 'frequency' && STRIVES_AT.test(withoutAdverbs(before, ' '))) return true;
  if (measured.measure === 'amount' && (RAISED.test(before) || REACHES.test(before))) return true;
  if (measured.measure === 'count' && (EXPECTED.test(before) || isStatedNumber(text, measured, clause)))
    return true;
  // "… Doanh thu từ khách du lịch 6.300 tỷ đồng.": a sentence that says how much there is to be, and no more.
  if (
    (measured.measure === 'amount' || measured.size === true) &&
    !clause.behind &&
    STATES_QUANTITY.test(before) &&
    /^\s*(?:[.;]|$)/u.test(text.slice(measured.span.end))
  )
    return true;
  if (measured.measure === 'count' && isListedUnderAct(text, measured)) return true;
  if (measured.measure === 'count' && (isDoneFor(text, measured, clause) || isWholeItem(text, measured)))
    return true;
  // "Trong năm 2026 có 12 làng hoàn thành quy hoạch": how many are to have done it by then.
  if (
    measured.measure === 'count' &&
    clause.behind &&
    WITHIN_THEN.test(before) &&
    COMPLETES.test(text.slice(clause.label.start, clause.label.end)) &&
    !isDone(text, clause)
  )
    return true;
  // "mỗi ấp có 01 tổ tư vấn": so many for each.
  if (measured.measure === 'count' && EACH_HAS.test(before)) return true;
  // "xây dựng mới 260 km đường": how many the plan's own work is to reach is a target wherever it stands.
  if ((measured.measure === 'count' || measured.measure === 'frequency') && isActed(before)) return true;
  if (measured.measure === 'count' && opensWithDeed(before)) return true;
  if (served || raised) return true;
  if (measured.measure === 'count' && (FORMED_OF.test(before) || ASKED_WITH.test(before))) return true;
  // "Giám sát việc thực hiện … 02 cuộc/năm": how often something is to be done that is no report.
  if (measured.measure === 'frequency' && cue && !REPORTS.test(before)) return true;
  // "Số điểm khám lưu động gấp 1,5 lần so với năm 2021".
  if (measured.measure === 'ratio' && measured.unit === 'lần' && SO_MUCH_MORE.test(before)) return true;
  // "Liên hoan … với 25 đội tham dự": how many are to take part.
  if (measured.measure === 'count' && clause.behind && takePart(text, clause, before)) return true;
  // "loa phát thanh 02 lượt/tuần": so often, and no report.
  if (
    measured.measure === 'frequency' &&
    OFTEN.test(text.slice(measured.span.start, measured.span.end)) &&
    !REPORTS.test(before)
  )
    return true;
  if (measured.measure === 'frequency' && !clause.behind) {
    const words = text.slice(clause.label.start, clause.label.end);
    const acts = isAction(words) || isAction(before.replace(LEAD, '')) || /^tần suất\s/iu.test(words);
    if (acts && !REPORTS.test(words)) return true;
  }
  // "lắp đặt hệ thống chiếu sáng 18 km": how much is to be made of what stands behind the act.
  if (
    measured.size === true &&
    !clause.behind &&
    MADE.test(before) &&
    /^\s*(?:[;.]|$)/u.test(text.slice(measured.span.end))
  )
    return true;
  const bound = lexicon.relation(before, text.slice(measured.span.end)) !== null;
  return (
    bound &&
    (measured.measure === 'amount'
      ? /(?<![A-Za-zÀ-\u036fḀ-ỹ])đạt\s(?:trên|từ|ít nhất|tối thiểu|hơn)\s*$/iu.test(near)
      : /(?:ít nhất|tối thiểu|không quá|tối đa|phấn đấu|đạt|trên|bằng hoặc (?:thấp|cao) hơn|không vượt quá|không dưới)\s*$/iu.test(
          near,
        ))
  );
}

/** "Hộ nghèo là hộ có …", "Đối tượng kiểm tra là các cơ sở …": who is meant. */
function isDefined(sentence: string): boolean {
  return / là /iu.test(sentence) && DEFINES.test(sentence);
}

const DEFINES =
  /^[\s*_+–-]*(?:[\da-zđ]{1,2}[.)]\s+)?(?:đối tượng\s(?:[^.;,:\d]{2,60}\s)?là\s|(hộ|người|xã|phường|thôn|doanh nghiệp|cơ sở|khu dân cư|gia đình|trường|tuyến đường)\s[^.;:\d]{2,80}\slà\s(?:(?:các|những)\s)?\1\s)[^;]*(?:từ|trên|dưới|không quá|tối đa|đủ|quá|hơn)\s*$/iu;

const ASKED_ELSEWHERE = ending(
  /\d[^().;]*\((?:kế hoạch|chỉ tiêu|dự toán|nghị quyết)\s(?:[^().;,\d]{1,40}\s)?(?:giao|đề ra|là)(?:\s(?:đạt|còn|là|trên|dưới))*\s*$/iu,
);

const ELSEWHERE = /cả nước|toàn quốc|cả vùng|bình quân chung/iu;
const OF_OTHERS = ending(
  /(?:\d[^().;]*\(|(?:của|mức)\s(?=(?:bình quân\s|trung bình\s)?(?:của\s)?(?:cả nước|toàn quốc)\s(?:là|đạt)))(?:(?:mức\s)?(?:bình quân|trung bình)\s(?:chung\s)?(?:của\s)?)?(?:(?:tỷ lệ|tỉ lệ)\s(?:chung\s)?(?:của\s)?)?(?:cả nước|toàn quốc|cả vùng|bình quân chung)(?:\s(?:hiện nay|năm \d{4}))?(?:\s?:|\s(?:là|đạt|khoảng|còn|hiện))*\s*$/iu,
);

const TOLD_SO_OFTEN = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])báo cáo(?:\s(?:định kỳ|kết quả|tình hình|tiến độ|số liệu|ít nhất|tối thiểu|thực hiện))*\s*$/iu,
);

const COSTS =
  /^[\s*_+–-]*(?:[\da-zđ]{1,2}[.)]\s+)?(?:tổng\s)?(?:nhu cầu\s)?kinh phí (?:thực hiện|triển khai|tổ chức)(?![A-Za-zÀ-\u036fḀ-ỹ])(?![^;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:phấn đấu|huy động|tiết kiệm|tăng|giảm)(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;

/** "…, trong đó người bệnh … từ 1.560 người trở lên;": a part of a count that is bound from below. */
const PARTS_OF = ending(
  /\d[^.;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])trong đó\s[^.,;\d]{3,80}(?<!\s(?:có|đạt))\stừ\s*$/iu,
);

/** "Số lao động được giải quyết việc làm đạt từ 2.500 người trở lên". */
const NUMBER_FROM = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])số\s(?:người|lao động|học sinh|học viên|đoàn viên|hội viên|đảng viên|cán bộ)[^.;,:\d]*\s(?:là|đạt)\stừ\s*$/iu,
);

const TAKEN_FROM = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:điều chuyển|cắt|cắt giảm|thu hồi)\s[^.;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:dự án|công trình|đơn vị|chủ đầu tư)\s(?:[^.;]*\s)?(?:giải ngân|thực hiện|hoàn thành)\s(?:dưới|thấp hơn|không đạt|chưa đạt)\s*$/iu,
);

const STATES_QUANTITY = ending(
  /^[\s*_+–-]*(?:tổng\s)?(?:doanh thu|giá trị (?:sản xuất|xuất khẩu|nhập khẩu|gia tăng)|kim ngạch|thu ngân sách|GRDP|thu nhập|sản lượng|năng suất)(?:\s[^\s.;:,\d()]+){1,9}\s+(?:khoảng\s+|trên\s+|hơn\s+|từ\s+)?$/iu,
);

const MADE = ending(
  /^[\s*_+–-]*(?:lắp đặt|xây dựng|cải tạo|nâng cấp|sửa chữa|nạo vét|trồng|mở rộng|duy tu)(?:\smới)?\s\p{Ll}[^.;:,\d()]{5,60}(?<!\s(?:dài|rộng|cao|sâu|cách|trên|dưới|từ|quá|đến|lên))\s$/iu,
);

const IN_BRACKETS = /\([^()]*\)/gu;

/** "Tỷ lệ du khách hài lòng từ 85% trở lên": a rate that is bound. */
function isBoundRate(text: string, measured: Measured, clause: Clause, before: string): boolean {
  return (
    /^(?:tỷ lệ|tỉ lệ|nợ (?:quá hạn|xấu))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(
      text.slice(clause.label.start, clause.label.end),
    ) && targetLexicon().relation(before, text.slice(measured.span.end)) !== null
  );
}

const WITHIN_THEN = ending(
  /(?:^|[.;,]\s)[\s*_+–-]*(?:(?:trong|đến|hết|đến hết|cuối|đến cuối)\s+)?(?:năm\s+\d{4}|quý\s+[IV]+(?:[/\s](?:năm\s)?\d{4})?|tháng\s+\d{1,2}[/\s](?:năm\s)?\d{4}),?\s+(?:phải |sẽ )?có(?:\s+(?:thêm|ít nhất|tối thiểu|trên|hơn|khoảng))*\s*$/iu,
);
const COMPLETES =
  /\s(?:hoàn thành|đạt|được (?:công nhận|cấp|phê duyệt|nghiệm thu|hỗ trợ|kết nối|số hóa)|tham gia|ký (?:kết|cam kết|thỏa thuận)|đi vào hoạt động|đưa vào sử dụng|triển khai|áp dụng|sử dụng|ứng dụng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "Dự kiến khoảng 1.000 thuê bao nhận tin nhắn". */
const EXPECTED = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])dự kiến(?:\s+(?:có|khoảng|trên|hơn|ít nhất))*\s*$/iu);

/** "Số điểm quan trắc: 08 điểm". */
function isStatedNumber(text: string, measured: Measured, { label }: Clause): boolean {
  return (
    /^(?:số|tổng số)\s+[A-Za-zÀ-\u036fḀ-ỹ]/iu.test(text.slice(label.start, label.end)) &&
    /^(?:\s*:\s*|(?:\scả (?:năm|giai đoạn))?\sđạt\s(?:trên\s|ít nhất\s|tối thiểu\s|khoảng\s|hơn\s)?)$/iu.test(
      text.slice(label.end, measured.figure.start),
    )
  );
}

/** "Đào tạo: 06 lớp về …; 300 cộng tác viên …": so many of what the act that opens the item is about. */
function isListedUnderAct(text: string, measured: Measured): boolean {
  const before = text.slice(0, extentOf(measured).start);
  const topic = UNDER_ACT.exec(before)?.groups?.topic;
  return topic !== undefined && isAction(topic) && !REPORTS.test(topic);
}

/** "hơn 900 lượt người khuyết tật được tham vấn tâm lý": a clause of its own on what so many are to get. */
function isDoneFor(text: string, measured: Measured, { behind, label }: Clause): boolean {
  const before = text.slice(0, extentOf(measured).start);
  return (
    behind &&
    /^(?:(?!đã\s)[^,;])*(?:,(?:(?!đã\s)[^,;])*)?\sđược\s\p{Ll}/u.test(text.slice(label.start, label.end)) &&
    /(?:^[\s*_+–-]*|;\s|:\s|\.\s)(?:(?:trong|đến|đến hết|đến cuối|hết)\s(?:năm|quý|tháng)\s[\dIVX/]+(?:\s(?:năm\s)?\d{4})?(?:,\s(?:có\s)?|\scó\s)|(?:trong\s)?cả\s(?:năm|giai đoạn)(?:,\s(?:có\s)?|\scó\s))?(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu|không dưới)\s)?$/iu.test(
      before,
    )
  );
}

/** "Ngày toàn dân hiến máu 07/4: hơn 2.400 đơn vị máu.": what an event of a day to come is to bring. */
function isWholeItem(text: string, measured: Measured): boolean {
  return (
    /^[\s*_+–-]*[A-Za-zÀ-\u036fḀ-ỹ][^:;.\d]{4,60},?\s(?:ngày\s)?\d{1,2}\/\d{1,2}(?:\/\d{4})?:\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu|không dưới)\s)?$/iu.test(
      text.slice(0, extentOf(measured).start),
    ) && /^\s*[.;]?\s*$/u.test(text.slice(measured.span.end))
  );
}

const UNDER_ACT =
  /^[\s*_+–-]*(?:[\da-zđ]{1,2}[.)]\s*)?(?<topic>[A-Za-zÀ-\u036fḀ-ỹ][^:;.\d]{2,60})(?:\snăm\s\d{4})?:\s(?:(?:[^.;:]|\.(?=\d))*;\s)*(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu|không dưới)\s)?$/iu;

const OF_BUDGET =
  /^[\s*_+–-]*(?:\d+\.\s)?(?:tổng\s)?(?:kinh phí|dự toán)\s(?:[^.]|\.(?=\d))*(?:trong đó|gồm)(?![A-Za-zÀ-\u036fḀ-ỹ])(?:[^.]|\.(?=\d))*$/iu;

const SO_LITTLE = ending(
  /(?:(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<!(?:chứng|địa|tín) )chỉ|(?:[,;]|(?:(?:^|\s)còn|[,;])\s[^.;,]*(?<!(?:thành lập|phát triển|tuyển|xây dựng|xây|cấp|kết nạp|trồng|làm|nông thôn|đổi)))\s+mới)\s+(?:đạt|(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s+){1,3}được)(?:\s+(?:khoảng|gần|hơn|trên))*\s*$/iu,
);

/** "Giải ngân 100% kế hoạch vốn". */
const OF_PLAN = /^\s*(?:tổng\s+)?(?:kế hoạch|dự toán)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const FOR_SO_MANY = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cho|tại|đối với)\s+(?:(?:khoảng|trên|hơn|gần|ít nhất|tối thiểu|tối đa|không dưới|không ít hơn|từ)\s+)*$/iu,
);
const LEAD =
  /^(?:[\s*_–+-]|(?:phấn đấu|tiếp tục|tập trung|đẩy mạnh|tăng cường|chủ động|ưu tiên|mục tiêu|hoàn thành|phối hợp(?:\s+(?:với\s+)?các (?:địa phương|sở, ngành|đơn vị))?|hằng năm|hàng năm|mỗi năm|việc)(?![A-Za-zÀ-\u036fḀ-ỹ]),?|(?:trong|đến)\s+năm\s+\d{4}(?!\d),?|trong năm(?!\s(?:học|\d))(?=\s),?|(?:trong|trước|đến|chậm nhất|từ)\s(?:[^,;.]|\.(?=\d))*,)+/iu;
/** "Nông nghiệp: cấp mã số …": what the sentence is about. */
const TOPIC = /^[^:;,.\d]{2,50}:\s+/u;
const RAISES_MONEY =
  /(?:^[\s*_+-]*|[,;:]\s+|(?:phấn đấu|tiếp tục)\s+|(?:năm|quý)\s+[\dIV]+\s+)(?:vận động|huy động|thu hút|quyên góp)(?![A-Za-zÀ-\u036fḀ-ỹ])(?:[^.;,:\d]{0,90}|[^.;:\d]{0,120}(?:đóng góp|ủng hộ|hỗ trợ|tài trợ)(?:\s(?:khoảng|trên|hơn|ít nhất|tối thiểu|từ))?\s*)$/iu;

/** "Thu từ đấu giá quyền sử dụng đất đạt không thấp hơn 1.950 tỷ đồng": income that is to be reached. */
const INCOME = ending(
  /^[\s*_+–-]*(?:phấn đấu\s)?(?:tổng\s)?thu\s(?:từ|ngân sách|tiền)\s[^.;:,\d]{3,90}\sđạt\s+(?:(?:trên|hơn|từ|ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn)\s+)$/iu,
);

/** "Nhân dân đóng góp khoảng 110.000 ngày công". */
const CONTRIBUTED = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])đóng góp(?:\s(?:khoảng|trên|hơn|từ|ít nhất|tối thiểu))*\s*$/iu,
);

/** "Trạm Y tế khám lưu động tại 18 điểm": what the body at the clause's start is to do. */
function withoutBody(words: string): string {
  const [body] = bodiesFrom(words, new AgencyReader(words));
  return body?.start === 0 ? words.slice(body.end).trimStart() : words;
}

const SO_MUCH_MORE = ending(
  /^[\s*_+–-]*(?:(?:phấn đấu\s|từ nay\s)?(?:đến|trong|hết)\s(?:[^,;:.]{0,24}\s)?(?:năm|quý|tháng)(?:\s\d[\d/]*)?,?\s)?(?:số|tỷ lệ|tỉ lệ|giá trị|sản lượng|doanh thu|diện tích|quy mô)\s(?![^.;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])đã\s)[^.;:\d]{3,120}\s(?:gấp|tăng(?: gấp)?)(?:\s(?:khoảng|trên|hơn|ít nhất|tối thiểu))*\s*$/iu,
);

/** Whether an event that is to be held has so many take part in it. */
function takePart(text: string, { label }: Clause, before: string): boolean {
  return (
    WITH_SO_MANY.test(before) &&
    isAction(before.replace(LEAD, '').replace(TOPIC, '')) &&
    /\s(?:tham dự|tham gia|dự thi)$/iu.test(text.slice(label.start, label.end))
  );
}

const WITH_SO_MANY = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])với(?:\s(?:sự tham gia của|khoảng|trên|hơn|ít nhất|tối thiểu))*\s*$/iu,
);

const OFTEN = /\/\s*(?:tuần|tháng|quý|năm học|học kỳ|năm)$/iu;

/** "kêu gọi … vận động không dưới 8,5 tỷ đồng": a sum that is bound from below. */
const RAISES_AT_LEAST = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:huy động|vận động|thu hút|quyên góp|kêu gọi)\s(?:được\s)?(?:ít nhất|tối thiểu|trên|hơn|không dưới|không ít hơn)\s*$/iu,
);

const REPORTS =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:báo cáo(?!\s(?:viên|kinh tế|nghiên cứu|quyết toán|đánh giá tác động|khả thi))|thông báo|sơ kết|tổng kết|họp|giao ban|tổng hợp|đánh giá(?! tác động))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/**
 * Whether words of the past speak of what is to come: "lũy kế đến năm 2030", by a time that `isOver` judges; "nợ của các năm
 * trước"; among targets "lũy kế 13 cụm được thành lập", which sums up what is to be had then.
 */
function isAhead(before: string, words: string, zone: Zone): boolean {
  return (
    (zone === 'targets' && (SUMS_UP.test(words) || OF_WHOLE.test(words))) ||
    // "Sản lượng ước đạt 9.500 tấn" among aims, of no year that is over: what is reckoned with.
    (zone === 'targets' && /^ước(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words) && !/\d{4}|nay|qua/u.test(before)) ||
    /^(?:lũy|luỹ) kế:?\s+(?:(?:đến|tới)\s+)?(?:(?:hết|cuối)\s+)?(?:năm|tháng|quý|ngày)\s+[\dIV]/iu.test(
      words,
    ) ||
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])phấn đấu(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(words) ||
    (/^hiện (?:đạt|có)/iu.test(words) && /(?:thực|thể|xuất|phát)\s+$/iu.test(before)) ||
    /^hiện có\s+(?:lên|xuống)(?:\s\p{Ll}+)?\s*$/iu.test(words) ||
    // "30% số đối tượng hiện có và 50% đối tượng mới phát sinh": said of those before.
    /^hiện có\s*(?:,|\svà|,\svà)\s+$/iu.test(words) ||
    (/^hiện có\s/iu.test(words) && KEPT.test(before)) ||
    (/^năm trước/iu.test(words) && /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:các|những)\s+$/iu.test(before))
  );
}

/** "giữ vững diện tích chè hiện có 4.200 ha": what there is, is to be kept. */
const KEPT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:duy trì|bảo vệ|giữ)\s(?:[^.;,\d]*\s)?(?:diện tích|quy mô|tổng đàn|đàn|độ che phủ|số|rừng)\s[^.;,\d]*$/iu,
);

const SUMS_UP =
  /^(?:lũy|luỹ) kế(?!:?\s+(?:từ|(?:tính\s+)?đến\s+(?:nay|thời điểm|tháng|ngày))(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;

/** "bảo vệ 2.500 ha rừng hiện có, trong đó rừng đặc dụng 310 ha": said of the whole, whose parts follow. */
const OF_WHOLE = /^hiện có\s*,?\s+(?:trong đó|bao gồm|gồm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** "95% kiến nghị của doanh nghiệp được giải quyết đúng hạn": a sentence about a share of somebody. */
function opensSentence(text: string, before: string, { group, label }: Clause): boolean {
  const ofThose = group !== null || ofEverybody(text.slice(label.start, label.end)) !== null;
  return ofThose && before.replace(TOPIC, '').trim() === '';
}

/** "95% hộ dân đã được dùng nước sạch": what was reached before. */
function isDone(text: string, { group, label }: Clause): boolean {
  return /^\s*đã\s/iu.test(text.slice(group?.end ?? label.start));
}

/** "đến năm 2024, 85% công nhân có chứng chỉ nghề". */
const BY_THEN = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:đến|tới|trước)\s(?:(?:hết|cuối)\s)?(?:năm|quý|tháng|ngày)\s[\dIV/]+(?:\s(?:năm|tháng)\s\d+)*,?\s*(?:có\s+)?$/iu,
);

/** "phấn đấu đến năm 2025 Quỹ X huy động được trên 6,2 tỷ đồng". */
const STRIVES_TO_RAISE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])phấn đấu\s[^.;]*\s(?:huy động|vận động|thu hút|quyên góp)(?:\s(?:được|thêm|khoảng|trên|hơn|ít nhất|tối thiểu|từ))*\s*$/iu,
);

const STRIVES = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])phấn đấu\s(?:[^.;]*\s)?(?:đạt|có|hoàn thành|tăng|thêm|giảm|chiếm)(?:\s(?:thêm|khoảng|trên|hơn|ít nhất|tối thiểu|từ))*\s*$/iu,
);

/** "Cắt giảm tối thiểu 30% thời gian giải quyết, 30% chi phí tuân thủ": what is cut, too. */
const LISTED_CUT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cắt giảm|rút ngắn)(?:\s(?:ít nhất|tối thiểu|khoảng|trên|hơn))*\s\d[\d.,]*\s*%\s[^\d;:.%]{2,80}(?:,|\svà)\s+$/iu,
);

/** "sản lượng bán qua hợp đồng chiếm hơn 40% tổng sản lượng". */
const MORE_OF_ALL = ending(/(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<!(?:đã|đang|hiện) )chiếm\s(?:hơn|từ)\s*$/iu);

/** "phấn đấu diện tích nuôi trên bờ 70 ha": how high a quantity is to be. */
const STRIVES_AT = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])phấn đấu\s(?:[^.;]*,\s)?(?:tổng\s)?(?:diện tích|sản lượng|tổng đàn|đàn|năng suất|công suất|kim ngạch|doanh thu|giá trị|thu nhập|số)\s[^.;,:\d]{2,60}\s$/iu,
);

const EACH_HAS = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])mỗi\s(?:[^.;:\d]{2,60}\scó|(?!(?:năm|quý|tháng|tuần|ngày)\s)\p{Ll}+(?:,?\s\p{Ll}+){0,3})(?:\s(?:từ|ít nhất|tối thiểu|khoảng|trên))*\s*$/iu,
);

/** "nâng tỷ lệ tưới chủ động lên 70%", "mở rộng dung lượng lưu trữ lên 60 TB". */
const RAISED = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:nâng|đưa|tăng|giảm|kéo giảm|mở rộng)\s(?:[^.;:,]*\s)?(?:lên|xuống|còn|đạt)\s+(?:(?:còn|mức|trên|dưới|ít nhất|tối thiểu|khoảng|từ)\s+)*$/iu,
);

/** "giải quyết cho vay đạt 9,5 tỷ đồng": a sum that work is to reach. */
const REACHES = ending(
  /(?:^|[,;.]\s)(?![^,;]*(?<![A-Za-zÀ-\u036fḀ-ỹ])đã\s)[^,;.]*(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:cho vay|huy động|vận động|thu hút|giải ngân)\s[^,;.\d]*đạt\s*$/iu,
);

/** "Không giải quyết cho vay đối với hộ chậm trả từ 3 kỳ trở lên": whom something is refused. */
const REFUSED = ending(
  /^[\s*_+–-]*không (?:giải quyết|hỗ trợ|cho vay|xem xét|cấp|xét|bố trí|tuyển|tiếp nhận)\s[^;]*\s(?:từ|trên|dưới|quá)\s*$/iu,
);

const NOT_EVEN = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])không (?:để|còn)\s(?:(?:mất|xảy ra|phát sinh|có|sót|sót lại|lọt)\s(?:dù\s)?)?$/iu,
);

/** Says how many only where the words before it set no limit that may not be passed. */
const UNQUALIFIED = /(?:từ|trên|hơn)\s*$/iu;
/** What is paid out, or set by rule: "hỗ trợ 100% chi phí", "chuẩn nghèo: 1.500.000 đồng". */
function isRate(text: string, measured: Measured, near: string): boolean {
  const hit = targetLexicon()
    .rates.find(near)
    .findLast(({ start, end }) => end > near.length - 32 && !/^mức hưởng thụ/iu.test(near.slice(start)));
  if (
    hit === undefined ||
    measured.measure === 'count' ||
    measured.measure === 'frequency' ||
    measured.unit === 'lần'
  )
    return false;
  const set = SET.test(near.slice(hit.start, hit.end));
  // "Doanh số cho vay hỗ trợ tạo việc làm đạt 640 tỷ đồng": a sum that is to be reached.
  if (!set && /(?<![A-Za-zÀ-\u036fḀ-ỹ])đạt\s*$/iu.test(withoutAdverbs(near, ' '))) return false;
  // "thanh toán điện tử chiếm 80% tổng số giao dịch": how much of a whole it is to be.
  if (!set && measured.measure === 'share' && TAKES_UP.test(near)) return false;
  if (measured.measure !== 'share' || set) return true;
  return PAID.test(text.slice(measured.span.end));
}

/** "bố trí tối thiểu 10% kinh phí": how much money a purpose is to have. */
const SETS_ASIDE = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:bố trí|dành|trích|phân bổ|đóng góp)(?:\s(?:khoảng|trên|hơn|ít nhất|tối thiểu|không dưới|không ít hơn|từ))+\s*$/iu,
);

/** What is itself set as a share: of other things ("thanh toán", "chuẩn nghèo") a share is no rate. */
const SET = /^(?:mức|lãi suất|định mức|hệ số)/iu;

const PAID =
  /^\s*(?:mức|số tiền|tiền|kinh phí|chi phí|học phí|lãi|giá|phí|tổng|định mức|vốn|đơn giá|thuế|lệ phí)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** A figure whose own time ended before the plan was issued tells of what was reached. */
function isOver(context: Context, before: string): boolean {
  const date = findDates(before).findLast(
    ({ start, kind }) =>
      !COMPARED.test(before.slice(0, start)) && !(kind === 'year' && NAMES_LAW.test(before.slice(0, start))),
  );
  const over = date === undefined ? undefined : dayRange(date.value)?.last;
  return over !== undefined && context.issuedOn !== null && over < context.issuedOn;
}

const COMPARED =
  /(?:từ\s+[\d.,]+\s*(?:%|‰|(?!trở\s)\p{L}[\p{L}²³]*(?:\s\p{L}+){0,2}(?:\/[\d.]*\s?\p{L}+(?:\s\p{L}+){0,2})?)?\s+(?:vào\s+|của\s+)?(?:(?:cuối|hết|đầu)\s+)?(?:năm\s+)?|so(?:\s+với)?\s+(?:cùng kỳ\s+|kết quả\s+|thực hiện\s+)?|giá (?:so sánh|cố định)\s+|gấp\s+[\d.,]+\s+lần\s+(?:so với\s+)?|\/[A-Za-zÀ-\u036fḀ-ỹ\d-]*\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ\d-]*,?\s+)$/iu;

const ALLOTS = ending(
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:giao|phân bổ|phân khai)\s(?:các\s)?(?:chỉ tiêu|kế hoạch|nhiệm vụ)\s(?:[A-Za-zÀ-\u036fḀ-ỹ]+\s){0,4}?cho\s*$/iu,
);
