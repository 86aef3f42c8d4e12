import { AgencyReader } from '../../lexicon/agency-mentions.ts';
import { bodiesFrom } from '../partners.ts';
import type { Measured } from './figures.ts';

/**
 * "Hệ thống truyền thanh cơ sở phát tin, bài 02 lần/tuần": the bodies of which so many times are asked, at the start of
 * a clause, and where what they are to do begins; null where it begins with none.
 */
export function askedBodies(words: string, { measure }: Measured): { end: number; does: number } | null {
  if (measure !== 'frequency') return null;
  const bodies = bodiesFrom(words, new AgencyReader(words));
  const end =
    (bodies[0]?.start === 0 ? bodies.at(-1)?.end : undefined) ?? CHANNEL.exec(words)?.[0].length ?? 0;
  const start = words.slice(0, 160);
  const named = (NAMED_BY_TASK.exec(start) ?? OF_A_KIND.exec(start))?.[0].length ?? 0;
  if (end === 0 && named === 0) return null;
  if (named > end && NAMED_BY_TASK.test(start)) return { end: named, does: named + 1 };
  const last = Math.max(end, named);
  const lead = DOES.exec(words.slice(last))?.[0].length ?? 0;
  return lead === 0 ? null : { end: last, does: last + lead };
}

/** "Đài truyền thanh cấp huyện: phát tin, bài 03 lần/tuần": the bodies before a colon of which so many times are asked; `before` ends where the figure begins. */
export function bodiesBeforeColon(before: string): { start: number; end: number } | null {
  const match = BEFORE_COLON.exec(before);
  const named = match?.groups?.named;
  if (match === null || named === undefined) return null;
  const bodies = bodiesFrom(named, new AgencyReader(named));
  if (bodies[0]?.start !== 0 && !CHANNEL.test(named)) return null;
  const start = match.index + match[0].indexOf(named);
  return { start, end: start + named.length };
}

const BEFORE_COLON =
  /(?:^|[.;]\s|\n)(?:\s*(?:[-+•]|[A-Za-zÀ-\u036fḀ-ỹ]\)|\d+[.)])\s+)?(?<named>[A-Za-zÀ-\u036fḀ-ỹ][^.;:]{4,120}):\s[^.;:]*$/u;

/** "Ban Chỉ đạo thực hiện chính sách BHXH cấp huyện | họp …": a body whose name says what it is for. */
const NAMED_BY_TASK =
  /^(?:Ban Chỉ đạo|Tổ công tác|Ban Chỉ huy|Hội đồng)\s+(?:thực hiện|triển khai|phòng|xây dựng|đăng ký|xét|thẩm định|đánh giá|phối hợp)\s\S.*?(?=\s(?:họp|kiểm tra|giao ban|tổ chức|giám sát)(?![A-Za-zÀ-\u036fḀ-ỹ]))/u;

/** What is broadcast by, and is no body. */
const CHANNEL =
  /^(?:hệ thống\s+)?(?:loa\s+)?(?:truyền thanh|đài truyền thanh)\s+(?:cấp\s+|của\s+)?(?:cơ sở|xã|phường|huyện)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** What bodies are asked to do so often, as part of a pattern. */
const DONE_SO_OFTEN =
  'họp|kiểm tra|giám sát|giao ban|đăng|tuyên truyền|đối thoại|sinh hoạt|hướng dẫn|gặp gỡ|tập huấn|diễn tập|thực tập|tiếp công dân|tiếp dân|mở cửa|phun|tổng vệ sinh|vệ sinh|dọn vệ sinh|quét dọn|tuần tra|(?:đến |tới |đi )?thăm|cập nhật|khám|phát thanh|phát tin|rà soát|báo cáo|đánh giá|đi cơ sở|xuống cơ sở|luyện tập|huấn luyện|tập luyện|ra quân|kiểm kê|bảo dưỡng|bảo trì|lấy mẫu|quan trắc';

/** "Các trường THCS, THPT | tổ chức …", "Bệnh viện Phục hồi chức năng thành phố | hướng dẫn …": bodies of a kind, up to what they do. */
const OF_A_KIND = new RegExp(
  String.raw`^(?:(?:các|từng)\s+)?(?:trường|bệnh viện|trung tâm|trạm y tế|cơ sở giáo dục|lực lượng(?!\s[^.;:]*phối hợp)|tổ(?!\schức)|đội|chi hội|chi bộ|chi đoàn|câu lạc bộ|hệ thống truyền thanh|lãnh đạo|chủ tịch (?:UBND|ủy ban)|giám đốc|thủ trưởng|người đứng đầu|báo|đài)(?![A-Za-zÀ-\u036fḀ-ỹ])[^.;:]{0,60}?(?<!\s(?:được|và|phải))(?=\s(?:tổ chức|phát sóng|thực hiện|duy trì|${DONE_SO_OFTEN})(?![A-Za-zÀ-\u036fḀ-ỹ]))`,
  'iu',
);

/** What such bodies do so often; a verb that says no more than that they do it is no part of it. */
const DOES = new RegExp(
  String.raw`^\s+(?:(?:(?:tự\s+)?tổ chức|duy trì|thực hiện|tiến hành|triển khai|xây dựng)(?:\s+(?=[A-Za-zÀ-\u036fḀ-ỹ])|\s*$)|(?=(?:phát|mở|tiếp xúc|${DONE_SO_OFTEN})(?![A-Za-zÀ-\u036fḀ-ỹ])))`,
  'iu',
);
