import { extractPlan } from '../../src/extract/extract.ts';
import { parsePlan } from '../../src/parse/parse.ts';
import type { Extraction } from '../../src/plan/facts.ts';
import type { PlanFacts } from '../../src/plan/record.ts';
import { sourceOf } from '../parse/source-of.ts';

/** The parts of an invented plan, a block a line; what is not given is that of the plan of SAMPLE. */
export interface Sketch {
  letterhead?: string;
  title?: string;
  preamble?: string;
  body?: string;
  closing?: string;
  /** Recipients and signature. */
  tail?: string;
}

const SAMPLE: Required<Sketch> = {
  letterhead: `ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 214/KH-UBND
Hà Giang, ngày 03 tháng 4 năm 2024`,
  title: `KẾ HOẠCH
Phát triển y tế cơ sở năm 2024`,
  preamble: 'Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển y tế cơ sở năm 2024 như sau:',
  body: `I. MỤC ĐÍCH
Chăm lo sức khỏe của Nhân dân.`,
  closing: 'Trên đây là Kế hoạch phát triển y tế cơ sở năm 2024./.',
  tail: `Nơi nhận:
- Bộ Y tế;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nông Văn Tiệp`,
};

/** What extraction makes of a sketch; a part given as '' is missing. */
export function extractionOf(sketch: Sketch): Extraction & { text: string } {
  const text = Object.values({ ...SAMPLE, ...sketch })
    .filter((part) => part !== '')
    .join('\n');
  const source = sourceOf(text);
  return { ...extractPlan(source, parsePlan(source)), text };
}

export function factsOf(sketch: Sketch): PlanFacts {
  return extractionOf(sketch).facts;
}
