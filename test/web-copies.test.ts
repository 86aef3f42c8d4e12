import { describe, expect, test } from 'vitest';
import { processDocument } from '../src/pipeline.ts';
import type { PlanRecord } from '../src/plan/record.ts';

/** What legal sites make of a plan's head when their pages are saved as text; the plans are invented. */
const COPIES: Record<string, string> = {
  'bars alone on their lines, words broken anywhere': `ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
-------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 812/KH-UBND
|
Thành phố Hồ Chí
Minh, ngày 09 tháng 3 năm 2023
|
KẾ HOẠCH
TRIỂN
KHAI PHONG TRÀO TRỒNG CÂY VEN KÊNH RẠCH TRÊN ĐỊA BÀN THÀNH PHỐ NHẰM BẢO VỆ BỜ, TẠO CẢNH QUAN VÀ
NÂNG CAO Ý THỨC GIỮ GÌN MÔI TRƯỜNG NƯỚC CỦA CÁC TẦNG LỚP NHÂN DÂN, NHẤT LÀ THANH NIÊN, HỌC SINH, SINH
VIÊN TẠI CÁC QUẬN, HUYỆN CÓ KÊNH RẠCH CHẢY QUA NĂM 2023
Thực hiện Quyết định số 31/QĐ-TTg ngày 05/01/20 23 của Thủ tướng Chính phủ, UBND Thành phố ban hành kế hoạch như sau:
I. MỤC TIÊU
- Trồng mới 9.000 cây.`,
  'cells that end with a bar': `Kế hoạch 812/KH-UBND năm 2023 trồng cây
| Số hiệu | 812/KH-UBND |
| Ngày ban hành | 09/03/2023 |
| Ngày có hiệu lực | 09/03/2023 |
| Loại văn bản | Kế hoạch |
| Cơ quan ban hành | Thành phố Hồ Chí Minh |
| Người ký | Lê Thị Hạnh |
|
ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM |
|
Số: 812/KH-UBND |
Hồ Chí Minh, ngày 09 tháng 3 năm 2023 |
KẾ HOẠCH
TRỒNG CÂY VEN KÊNH RẠCH TRÊN ĐỊA BÀN THÀNH PHỐ HỒ CHÍ MINH NĂM 2023
Thực hiện Quyết định số 31/QĐ-TTg ngày 05/01/2023 của Thủ tướng Chính phủ, UBND Thành phố ban hành kế hoạch như sau:
I. MỤC TIÊU
- Trồng mới 9.000 cây.`,
  'rows with bars below a list of related documents': `- 1 Nghị quyết 7/NQ-CP năm 2022 về môi trường nước do Chính phủ ban hành
- 2 Kế hoạch 45/KH-UBND năm 2022 trồng cây tỉnh Bến Tre
ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 812/KH-UBND | Hồ Chí Minh, ngày 09 tháng 3 năm 2023 |
KẾ HOẠCH
TRỒNG CÂY VEN KÊNH RẠCH TRÊN ĐỊA BÀN THÀNH PHỐ HỒ CHÍ MINH NĂM 2023
Thực hiện Quyết định số 31/QĐ-TTg ngày 05/01/2023 của Thủ tướng Chính phủ, UBND Thành phố ban hành kế hoạch như sau:
I. MỤC TIÊU
- Trồng mới 9.000 cây.`,
};

describe.each(Object.entries(COPIES))('%s', (_, text) => {
  test.each(['plan.txt', 'plan.md'])('%s', async (path) => {
    const { record } = await processDocument({ path, bytes: Buffer.from(text) }, { lang: 'en' });
    expect(head(record)).toEqual([
      '812/KH-UBND',
      'Ủy ban nhân dân thành phố Hồ Chí Minh',
      '79',
      '2023-03-09',
      'Hồ Chí Minh',
      '2023',
      '31/QĐ-TTg 2023-01-05 Thủ tướng Chính phủ',
    ]);
    expect(record.targets.map(({ value, label }) => [value, label])).toEqual([[9000, 'cây']]);
  });
});

function head({ number, issuer, issuedOn, issuedAt, period, citations }: PlanRecord): unknown[] {
  const [first] = citations;
  return [
    number,
    issuer?.name,
    issuer?.place?.code,
    issuedOn,
    issuedAt,
    period,
    `${first?.number} ${first?.issuedOn} ${first?.issuer}`,
  ];
}
