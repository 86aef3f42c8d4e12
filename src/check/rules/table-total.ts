import { tablePlan } from '../examples.ts';
import { explainedSums } from '../explain-total/explain.ts';
import { toldOf } from '../explain-total/told.ts';
import { isFarShort } from '../likely-sums.ts';
import { defineRule } from '../rule.ts';
import { holds } from '../stated-sum.ts';
import { beginsWithin } from '../table-begins.ts';
import { totalColumns, totalRows } from '../table-sums.ts';

export default defineRule({
  id: 'table-total',
  severity: 'error',
  summary: {
    vi: 'Dòng hoặc cột tổng của bảng không bằng các số cộng lại',
    en: 'A table’s total or subtotal differs from the sum of its rows or columns',
  },
  why: {
    vi: 'Chỉ tiêu giao cho từng địa bàn cộng lại phải bằng chỉ tiêu chung; lệch là do giao sai hoặc đọc nhầm số.',
    en: 'What the places are given must add up to the whole; a difference is a slip of the plan or a misread figure. Shares, averages and dates are not added, a cell that is no number makes its sum unknown, and rounded decimals and amounts may differ by their rounding.',
  },
  settle: {
    vi: 'Đối chiếu các ô của cột hoặc dòng đó với bản gốc, trước hết là ô mà lời giải thích nêu. Bản gốc cộng sai thì báo cơ quan ban hành; không tự sửa số đã ban hành.',
    en: 'Compare the cells of that column or row with the original, first of all the one that the explanation names. If the original adds up wrongly, its issuer has to say which figure holds; figures that were issued are never corrected here.',
  },
  source: 'Số học',
  messages: {
    swapped: {
      vi: 'có lẽ hai ô “{one}” và “{other}” đã đổi chỗ cho nhau',
      en: 'the cells “{one}” and “{other}” probably changed places',
    },
    twice: {
      vi: 'đúng bằng {value} của “{cell}” được cộng thêm một lần',
      en: 'by just the {value} of “{cell}”, which was probably added once more',
    },
    'left-out': {
      vi: 'đúng bằng {value} của “{cell}” bị bỏ ra ngoài',
      en: 'by just the {value} of “{cell}”, which was probably left out',
    },
    copied: {
      vi: 'có lẽ chép nhầm từ ô “{cell}”',
      en: 'it was probably copied from “{cell}”',
    },
    'missing-row': {
      vi: 'mọi cột đều hụt, có lẽ mất một dòng: {figures}',
      en: 'every column falls short, a row is probably missing: {figures}',
    },
    rows: {
      vi: '{column}: các dòng cộng lại là {sum}, dòng tổng ghi {stated} (lệch {difference})',
      en: '{column}: the rows add up to {sum}, the total row says {stated} (off by {difference})',
    },
    columns: {
      vi: '{row}: các cột cộng lại là {sum}, cột “{column}” ghi {stated} (lệch {difference})',
      en: '{row}: the columns add up to {sum}, the column “{column}” says {stated} (off by {difference})',
    },
  },
  check(plan, report) {
    const explained = explainedSums(plan);
    for (const [index, table] of plan.facts.tables.entries()) {
      for (const [message, sums] of [
        ['rows', totalRows(table)],
        ['columns', totalColumns(table)],
      ] as const) {
        for (const found of sums) {
          if (holds(found)) continue;
          const isBorneOut = sums.some((other) => other.row === found.row && other.sum !== 0 && holds(other));
          if (!isBorneOut && isFarShort(found) && beginsWithin(plan, index)) continue;
          const { row, column, sum, stated } = found;
          const explanation = explained.get(found);
          report({
            message,
            ...(explanation === undefined || explanation.kind === 'misread'
              ? {}
              : { because: explanation.kind }),
            values: {
              ...(explanation === undefined ? {} : toldOf(table, explanation)),
              row: table.rows[row]?.label ?? '',
              column: table.columns[column]?.label ?? '',
              sum,
              stated,
              difference: Math.abs(Math.round((stated - sum) * 1e6) / 1e6),
            },
            at: [`/tables/${index}/rows/${row}/cells/${column}`],
            expected: sum,
            actual: stated,
          });
        }
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'Rows and their total',
        plan: tablePlan(
          ['Hộ nghèo', 'Hộ cận nghèo'],
          [
            ['item', 'Xã Tân An', '1.120', '310'],
            ['item', 'Xã Tân Bình', '980', '275'],
            ['total', 'Tổng cộng', '2.100', '585'],
          ],
        ),
      },
      {
        name: 'The total stands first, and there are subtotals by area',
        plan: tablePlan(
          ['Số hộ'],
          [
            ['total', 'Toàn huyện', '60'],
            ['subtotal', 'Khu vực 1', '30'],
            ['item', 'Xã Tân An', '10'],
            ['item', 'Xã Tân Bình', '20'],
            ['subtotal', 'Khu vực 2', '30'],
            ['item', 'Xã Phú An', '14'],
            ['item', 'Xã Phú Bình', '16'],
          ],
        ),
      },
      {
        name: 'Shares and averages are not added',
        plan: tablePlan(
          ['Tỷ lệ hộ nghèo', { label: 'Độ che phủ', unit: '%' }, 'Thu nhập bình quân'],
          [
            ['item', 'Xã Tân An', '4,5', '41', '52'],
            ['item', 'Xã Tân Bình', '5,5', '43', '58'],
            ['total', 'Toàn huyện', '5,1', '42', '55'],
          ],
        ),
      },
      {
        name: 'A cell that is no number: the sum is unknown',
        plan: tablePlan(
          ['Số hộ'],
          [
            ['item', 'Xã Tân An', '10'],
            ['item', 'Xã Tân Bình', 'đang rà soát'],
            ['total', 'Tổng cộng', '25'],
          ],
        ),
      },
      {
        name: 'Cells left blank are none of what is counted',
        plan: tablePlan(
          ['Nhà mới', 'Nhà sửa'],
          [
            ['item', 'Xã Tân An', '10', ''],
            ['item', 'Xã Tân Bình', '20', '7'],
            ['item', 'Xã Phú An', '–', '5'],
            ['total', 'Tổng cộng', '30', '12'],
          ],
        ),
      },
      {
        name: 'Or unknown, where no sum over them is right',
        plan: tablePlan(
          ['Số hộ'],
          [
            ['item', 'Xã Tân An', '10'],
            ['item', 'Xã Tân Bình', ''],
            ['item', 'Xã Phú An', '12'],
            ['total', 'Tổng cộng', '31'],
          ],
        ),
      },
      {
        name: 'Rounded decimals may differ by their rounding',
        plan: tablePlan(
          [{ label: 'Diện tích', unit: 'ha' }],
          [
            ['item', 'Xã Tân An', '10,3'],
            ['item', 'Xã Tân Bình', '20,4'],
            ['total', 'Tổng cộng', '30,8'],
          ],
        ),
      },
      {
        name: 'So may rounded amounts of money',
        plan: tablePlan(
          [{ label: 'Kinh phí', unit: 'triệu đồng' }],
          [
            ['item', 'Xã Tân An', '1.234'],
            ['item', 'Xã Tân Bình', '2.347'],
            ['item', 'Xã Phú An', '3.418'],
            ['total', 'Tổng cộng', '7.000'],
          ],
        ),
      },
      {
        name: 'The whole province, of which the table shows a few communes',
        plan: tablePlan(
          ['Số hộ', 'Hộ nghèo'],
          [
            ['total', 'Toàn tỉnh', '120.400', '3.612'],
            ['item', 'Xã Tân An', '1.120', '48'],
            ['item', 'Xã Tân Bình', '980', '31'],
          ],
        ),
      },
      {
        name: 'Averages that are alike beside sums',
        plan: tablePlan(
          ['Số hộ', 'Năm 2025', 'Năm 2026'],
          [
            ['item', 'Xã Tân An', '120', '4,2', '4,1'],
            ['item', 'Xã Tân Bình', '98', '4,9', '5,0'],
            ['item', 'Xã Phú An', '75', '4,4', '4,3'],
            ['total', 'Toàn huyện', '293', '4,5', '4,5'],
          ],
        ),
      },
      {
        name: 'Rows “trong đó” are parts of the row above and not added again',
        plan: tablePlan(
          ['Lao động'],
          [
            ['item', 'Khu vực nhà nước', '400'],
            ['item', 'Trong đó: giáo dục', '250'],
            ['item', 'Khu vực khác', '600'],
            ['total', 'Tổng số', '1.000'],
          ],
        ),
      },
      {
        name: 'Rows counted in different units have no common sum',
        plan: tablePlan(
          ['Đơn vị tính', 'Năm 2025'],
          [
            ['item', 'Trạm y tế', 'trạm', '12'],
            ['item', 'Bác sĩ', 'người', '40'],
            ['total', 'Tổng', '', '60'],
          ],
        ),
      },
      {
        name: 'A column without a telling name of which nothing adds up',
        plan: tablePlan(
          ['Thu', 'Chi', 'Chỉ số'],
          [
            ['total', 'Tổng cộng', '100', '90', '103,3'],
            ['item', 'Thuế', '60', '50', '98,5'],
            ['item', 'Thuế giá trị gia tăng', '45', '30', '92,5'],
            ['item', 'Thuế tài nguyên', '15', '20', '74,4'],
            ['item', 'Phí, lệ phí', '40', '40', '101,1'],
            ['item', 'Phí môi trường', '30', '25', '88,0'],
            ['item', 'Lệ phí trước bạ', '10', '15', '20,2'],
          ],
        ),
      },
      {
        name: 'A column “Tổng số” that totals what the table does not show',
        plan: tablePlan(
          ['Tổng số hộ', 'Hộ nghèo', 'Hộ cận nghèo'],
          [
            ['item', 'Xã Tân An', '2.000', '120', '90'],
            ['item', 'Xã Tân Bình', '1.500', '80', '70'],
          ],
        ),
      },
    ],
    invalid: [
      {
        name: 'One column does not add up',
        plan: tablePlan(
          ['Hộ nghèo', 'Hộ cận nghèo'],
          [
            ['item', 'Xã Tân An', '1.120', '310'],
            ['item', 'Xã Tân Bình', '980', '275'],
            ['total', 'Tổng cộng', '2.100', '595'],
          ],
        ),
        findings: ['Hộ cận nghèo: các dòng cộng lại là 585, dòng tổng ghi 595 (lệch 10)'],
      },
      {
        name: 'By how many people something grows is added, by what share it does is not',
        plan: tablePlan(
          [
            'Số hộ',
            { label: 'Số người tham gia tăng so với năm 2025 (người)', unit: 'người' },
            { label: 'Tăng so với năm 2025 (%)', unit: '%' },
          ],
          [
            ['item', 'Xã Tân An', '120', '64', '5'],
            ['item', 'Xã Tân Bình', '98', '30', '4'],
            ['item', 'Xã Phú An', '75', '28', '6'],
            ['total', 'Tổng cộng', '293', '132', '5'],
          ],
        ),
        findings: [
          'Số người tham gia tăng so với năm 2025 (người): các dòng cộng lại là 122, dòng tổng ghi 132 (lệch 10)',
        ],
      },
      {
        name: 'A dash says that there is nothing, so that the sum is known',
        plan: tablePlan(
          ['Hộ nghèo', 'Rừng trồng'],
          [
            ['item', 'Xã Tân An', '120', '60'],
            ['item', 'Xã Tân Bình', '98', '-'],
            ['item', 'Xã Phú An', '75', '130'],
            ['total', 'Tổng cộng', '293', '200'],
          ],
        ),
        findings: ['Rừng trồng: các dòng cộng lại là 190, dòng tổng ghi 200 (lệch 10)'],
      },
      {
        name: 'The only column of a plain table does not add up',
        plan: tablePlan(
          ['Số cây'],
          [
            ['item', 'Xã Tân An', '12.500'],
            ['item', 'Xã Tân Bình', '8.250'],
            ['item', 'Xã Phú An', '9.000'],
            ['total', 'Tổng cộng', '30.000'],
          ],
        ),
        findings: ['Số cây: các dòng cộng lại là 29.750, dòng tổng ghi 30.000 (lệch 250)'],
      },
      {
        name: 'A subtotal is wrong in one column, the others show what it adds up',
        plan: tablePlan(
          ['Nam', 'Nữ'],
          [
            ['item', 'Xã Tân An', '10', '11'],
            ['item', 'Xã Tân Bình', '20', '21'],
            ['subtotal', 'Cộng khu vực 1', '30', '42'],
            ['item', 'Xã Phú An', '5', '6'],
            ['item', 'Xã Phú Bình', '7', '8'],
            ['subtotal', 'Cộng khu vực 2', '12', '14'],
            ['total', 'Tổng cộng', '42', '56'],
          ],
        ),
        findings: ['Nữ: các dòng cộng lại là 32, dòng tổng ghi 42 (lệch 10)'],
      },
      {
        name: 'Two cells of a row changed places',
        plan: tablePlan(
          ['Nam', 'Nữ', 'Hộ'],
          [
            ['item', 'Xã Tân An', '137', '98', '31'],
            ['item', 'Xã Tân Bình', '84', '115', '22'],
            ['total', 'Tổng cộng', '182', '252', '53'],
          ],
        ),
        findings: [
          'Nam: các dòng cộng lại là 221, dòng tổng ghi 182 (lệch 39); có lẽ hai ô “Xã Tân An, Nam” và “Xã Tân An, Nữ” đã đổi chỗ cho nhau',
          'Nữ: các dòng cộng lại là 213, dòng tổng ghi 252 (lệch 39); có lẽ hai ô “Xã Tân An, Nữ” và “Xã Tân An, Nam” đã đổi chỗ cho nhau',
        ],
      },
      {
        name: 'A row is missing',
        plan: tablePlan(
          ['Nam', 'Nữ'],
          [
            ['item', 'Xã Tân An', '137', '98'],
            ['item', 'Xã Tân Bình', '84', '115'],
            ['total', 'Tổng cộng', '312', '305'],
          ],
        ),
        findings: [
          'Nam: các dòng cộng lại là 221, dòng tổng ghi 312 (lệch 91); mọi cột đều hụt, có lẽ mất một dòng: Nam 91, Nữ 92',
          'Nữ: các dòng cộng lại là 213, dòng tổng ghi 305 (lệch 92); mọi cột đều hụt, có lẽ mất một dòng: Nam 91, Nữ 92',
        ],
      },
      {
        name: 'A subtotal was added twice, and one left out',
        plan: tablePlan(
          ['Nam', 'Nữ', 'Hộ'],
          [
            ['item', 'Xã Tân An', '137', '98', '31'],
            ['item', 'Xã Tân Bình', '84', '115', '22'],
            ['subtotal', 'Cộng khu vực 1', '221', '213', '53'],
            ['item', 'Xã Phú An', '65', '70', '18'],
            ['item', 'Xã Phú Bình', '41', '39', '12'],
            ['subtotal', 'Cộng khu vực 2', '106', '109', '30'],
            ['total', 'Tổng cộng', '548', '213', '83'],
          ],
        ),
        findings: [
          'Nam: các dòng cộng lại là 327, dòng tổng ghi 548 (lệch 221); đúng bằng 221 của “Cộng khu vực 1, Nam” được cộng thêm một lần',
          'Nữ: các dòng cộng lại là 322, dòng tổng ghi 213 (lệch 109); có lẽ chép nhầm từ ô “Cộng khu vực 1, Nữ”',
        ],
      },
      {
        name: 'An item is wrong of which the items below are the parts, as the other columns show',
        plan: tablePlan(
          ['Năm 2024', 'Năm 2025', 'Năm 2026'],
          [
            ['total', 'Tổng cộng', '105', '100', '110'],
            ['item', 'Thuế', '65', '60', '66'],
            ['item', 'Thuế giá trị gia tăng', '45', '45', '49'],
            ['item', 'Thuế tài nguyên', '15', '15', '17'],
            ['item', 'Phí, lệ phí', '40', '40', '44'],
            ['item', 'Phí môi trường', '30', '30', '33'],
            ['item', 'Lệ phí trước bạ', '10', '10', '11'],
          ],
        ),
        findings: ['Năm 2024: các dòng cộng lại là 60, dòng tổng ghi 65 (lệch 5)'],
      },
      {
        name: 'A total is that of the column beside it, which is wrong itself',
        plan: tablePlan(
          ['Cây trồng', 'Rừng trồng', 'Vườn'],
          [
            ['item', 'Xã Tân An', '942', '60', '12'],
            ['item', 'Xã Tân Bình', '75', '430', '15'],
            ['item', 'Xã Phú An', '930', '370', '13'],
            ['total', 'Tổng cộng', '870', '870', '40'],
          ],
        ),
        findings: [
          'Cây trồng: các dòng cộng lại là 1.947, dòng tổng ghi 870 (lệch 1.077); có lẽ chép nhầm từ ô “Tổng cộng, Rừng trồng”',
          'Rừng trồng: các dòng cộng lại là 860, dòng tổng ghi 870 (lệch 10)',
        ],
      },
      {
        name: 'A cell left blank may be unknown, but is no less than nothing',
        plan: tablePlan(
          ['Số hộ', 'Nhà mới'],
          [
            ['item', 'Xã Tân An', '100', '12'],
            ['item', 'Xã Tân Bình', '200', ''],
            ['item', 'Xã Phú An', '300', '15'],
            ['total', 'Tổng cộng', '600', '25'],
          ],
        ),
        findings: ['Nhà mới: các dòng cộng lại là 27, dòng tổng ghi 25 (lệch 2)'],
      },
      {
        name: 'Nothing of the total is right, but items and subtotals say what it is to be',
        plan: tablePlan(
          ['Nam', 'Nữ'],
          [
            ['item', 'Xã Tân An', '10', '11'],
            ['item', 'Xã Tân Bình', '20', '21'],
            ['subtotal', 'Cộng khu vực 1', '30', '32'],
            ['item', 'Xã Phú An', '5', '6'],
            ['item', 'Xã Phú Bình', '7', '8'],
            ['subtotal', 'Cộng khu vực 2', '12', '14'],
            ['total', 'Tổng cộng', '92', '48'],
          ],
        ),
        findings: [
          'Nam: các dòng cộng lại là 42, dòng tổng ghi 92 (lệch 50)',
          'Nữ: các dòng cộng lại là 46, dòng tổng ghi 48 (lệch 2)',
        ],
      },
      {
        name: 'No sum of a column is right, but most are close',
        plan: tablePlan(
          ['Nam', 'Nữ'],
          [
            ['item', 'Xã Tân An', '10', '110'],
            ['item', 'Xã Tân Bình', '20', '210'],
            ['subtotal', 'Cộng khu vực 1', '30', '330'],
            ['item', 'Xã Phú An', '5', '60'],
            ['item', 'Xã Phú Bình', '7', '80'],
            ['subtotal', 'Cộng khu vực 2', '12', '150'],
            ['total', 'Tổng cộng', '42', '470'],
          ],
        ),
        findings: [
          'Nữ: các dòng cộng lại là 320, dòng tổng ghi 330 (lệch 10)',
          'Nữ: các dòng cộng lại là 140, dòng tổng ghi 150 (lệch 10)',
          'Nữ: các dòng cộng lại là 480, dòng tổng ghi 470 (lệch 10)',
        ],
      },
      {
        name: 'A whole below the total repeats it but once',
        plan: tablePlan(
          ['Năm 2024', 'Năm 2025', 'Năm 2026'],
          [
            ['subtotal', 'Tổng số lớp', '31', '22', '40'],
            ['item', 'Theo cấp học', '50', '22', '40'],
            ['item', 'Tiểu học', '31', '12', '25'],
            ['item', 'Trung học cơ sở', '19', '10', '15'],
            ['item', 'Theo loại hình', '31', '22', '40'],
            ['item', 'Công lập', '20', '12', '20'],
            ['item', 'Tư thục', '11', '10', '20'],
          ],
        ),
        findings: ['Năm 2024: các dòng cộng lại là 50, dòng tổng ghi 31 (lệch 19)'],
      },
      {
        name: 'Every column of a row “Cộng” is wrong that adds the rows above it',
        plan: tablePlan(
          ['Cơ sở', 'Mẫu'],
          [
            ['heading', 'Cấp huyện', '', ''],
            ['item', 'Huyện Tân An', '560', '380'],
            ['item', 'Huyện Tân Bình', '350', '530'],
            ['item', 'Huyện Phú An', '430', '300'],
            ['subtotal', 'Cộng cấp huyện', '1.520', '1.030'],
            ['item', 'Cấp tỉnh', '460', '540'],
            ['total', 'Tổng cộng', '1.980', '1.570'],
          ],
        ),
        findings: [
          'Cơ sở: các dòng cộng lại là 1.340, dòng tổng ghi 1.520 (lệch 180); có lẽ hai ô “Huyện Tân Bình, Cơ sở” và “Huyện Tân Bình, Mẫu” đã đổi chỗ cho nhau',
          'Mẫu: các dòng cộng lại là 1.210, dòng tổng ghi 1.030 (lệch 180); có lẽ hai ô “Huyện Tân Bình, Mẫu” và “Huyện Tân Bình, Cơ sở” đã đổi chỗ cho nhau',
        ],
      },
      {
        name: 'A row is missing beside the only subtotal',
        plan: tablePlan(
          ['Cơ sở', 'Mẫu'],
          [
            ['heading', 'Cấp huyện', '', ''],
            ['item', 'Huyện Tân An', '560', '380'],
            ['item', 'Huyện Tân Bình', '530', '350'],
            ['item', 'Huyện Phú An', '430', '300'],
            ['subtotal', 'Cộng cấp huyện', '1.520', '1.030'],
            ['total', 'Tổng cộng', '1.980', '1.570'],
          ],
        ),
        findings: [
          'Cơ sở: các dòng cộng lại là 1.520, dòng tổng ghi 1.980 (lệch 460); mọi cột đều hụt, có lẽ mất một dòng: Cơ sở 460, Mẫu 540',
          'Mẫu: các dòng cộng lại là 1.030, dòng tổng ghi 1.570 (lệch 540); mọi cột đều hụt, có lẽ mất một dòng: Cơ sở 460, Mẫu 540',
        ],
      },
      {
        name: 'The largest row of a plain sum is missing',
        plan: tablePlan(
          [{ label: 'Số tiền', unit: 'triệu đồng' }],
          [
            ['item', 'Ngân sách trung ương', '4.250'],
            ['item', 'Nguồn khác', '1.950'],
            ['total', 'Tổng cộng', '19.000'],
          ],
        ),
        findings: ['Số tiền: các dòng cộng lại là 6.200, dòng tổng ghi 19.000 (lệch 12.800)'],
      },
      {
        name: 'Round amounts that somebody set were not rounded',
        plan: tablePlan(
          [{ label: 'Quỹ', unit: 'triệu đồng' }],
          [
            ['item', 'Xã Tân An', '95'],
            ['item', 'Xã Tân Bình', '103'],
            ['item', 'Xã Tân Long', '120'],
            ['item', 'Xã Phú An', '110'],
            ['item', 'Xã Phú Bình', '125'],
            ['item', 'Xã Phú Long', '80'],
            ['item', 'Xã Long An', '75'],
            ['total', 'Tổng cộng', '705'],
          ],
        ),
        findings: ['Quỹ: các dòng cộng lại là 708, dòng tổng ghi 705 (lệch 3)'],
      },
      {
        name: 'Nor were amounts of which the other sums hold to the last digit',
        plan: tablePlan(
          ['Tổng số', 'Năm 2023', 'Năm 2024', 'Năm 2025'].map((label) => ({ label, unit: 'triệu đồng' })),
          [
            ['item', 'Ngân sách trung ương', '122.000', '38.000', '46.000', '38.000'],
            ['item', 'Ngân sách tỉnh', '44.000', '15.000', '13.000', '16.000'],
            ['item', 'Vốn vay', '85.000', '25.000', '39.000', '21.000'],
            ['item', 'Người dân đóng góp', '59.000', '18.000', '20.000', '21.000'],
            ['total', 'Tổng cộng', '310.000', '94.000', '120.000', '96.000'],
          ],
        ),
        findings: [
          'Năm 2023: các dòng cộng lại là 96.000, dòng tổng ghi 94.000 (lệch 2.000); có lẽ hai ô “Ngân sách tỉnh, Năm 2023” và “Ngân sách tỉnh, Năm 2024” đã đổi chỗ cho nhau',
          'Năm 2024: các dòng cộng lại là 118.000, dòng tổng ghi 120.000 (lệch 2.000); có lẽ hai ô “Ngân sách tỉnh, Năm 2024” và “Ngân sách tỉnh, Năm 2023” đã đổi chỗ cho nhau',
        ],
      },
      {
        name: 'A total that says what the share beside it says',
        plan: tablePlan(
          ['Số hộ', { label: 'Hộ đấu nối', unit: 'hộ' }, { label: 'Hộ dùng nước sạch', unit: '%' }],
          [
            ['item', 'Xã Tân An', '210', '120', '99,5'],
            ['item', 'Xã Tân Bình', '180', '95', '97,2'],
            ['total', 'Tổng cộng', '390', '98,2', '98,2'],
          ],
        ),
        findings: ['Hộ đấu nối: các dòng cộng lại là 215, dòng tổng ghi 98,2 (lệch 116,8)'],
      },
      {
        name: 'A total that one digit makes less than its largest part',
        plan: tablePlan(
          ['Số hộ', 'Dân số'],
          [
            ['item', 'Xã Tân An', '210', '24.120'],
            ['item', 'Xã Tân Bình', '180', '22.340'],
            ['item', 'Xã Phú An', '160', '14.790'],
            ['total', 'Tổng cộng', '550', '11.250'],
          ],
        ),
        findings: ['Dân số: các dòng cộng lại là 61.250, dòng tổng ghi 11.250 (lệch 50.000)'],
      },
      {
        name: 'A total as large as its largest part is no average',
        plan: tablePlan(
          ['Số hộ', 'Camera'],
          [
            ['item', 'Xã Tân An', '210', '12'],
            ['item', 'Xã Tân Bình', '180', '9'],
            ['item', 'Xã Phú An', '160', '21'],
            ['total', 'Tổng cộng', '550', '21'],
          ],
        ),
        findings: ['Camera: các dòng cộng lại là 42, dòng tổng ghi 21 (lệch 21)'],
      },
      {
        name: '“Số điểm …” of places, which are added as scores are not',
        plan: tablePlan(
          ['Số điểm chấp nhận thanh toán', 'Số điểm tự chấm'],
          [
            ['item', 'Xã Tân An', '310', '85'],
            ['item', 'Xã Tân Bình', '295', '90'],
            ['total', 'Tổng cộng', '650', '88'],
          ],
        ),
        findings: ['Số điểm chấp nhận thanh toán: các dòng cộng lại là 605, dòng tổng ghi 650 (lệch 45)'],
      },
      {
        name: 'A column “Cộng” that most rows bear out',
        plan: tablePlan(
          ['Nam', 'Nữ', 'Cộng'],
          [
            ['item', 'Xã Tân An', '10', '11', '21'],
            ['item', 'Xã Tân Bình', '20', '21', '41'],
            ['item', 'Xã Phú An', '5', '6', '12'],
          ],
        ),
        findings: ['Xã Phú An: các cột cộng lại là 11, cột “Cộng” ghi 12 (lệch 1)'],
      },
    ],
  },
});
