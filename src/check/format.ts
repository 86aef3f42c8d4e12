export type Language = 'vi' | 'en';

const FORMATS: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
};

/** A number as the language writes it: 15.304 and 29,72 in Vietnamese, 15,304 and 29.72 in English. */
export function formatNumber(value: number, lang: Language): string {
  return FORMATS[lang].format(value);
}

/** A day, month, quarter or year of EDTF as Vietnamese plans write it: 27/8/2025, tháng 8/2025, quý I/2025, 2025. */
export function formatDate(edtf: string): { vi: string; en: string } {
  const [first = '', last] = edtf.split('/');
  const from = formatSingle(first);
  if (last === undefined) return from;
  const to = formatSingle(last);
  return { vi: `${from.vi} - ${to.vi}`, en: `${from.en} to ${to.en}` };
}

function formatSingle(edtf: string): { vi: string; en: string } {
  const [year = '', month, day] = edtf.split('-');
  if (month === undefined) return { vi: year, en: year };
  const quarter = Number(month) - 32;
  if (quarter >= 1) {
    return { vi: `quý ${['I', 'II', 'III', 'IV'][quarter - 1] ?? month}/${year}`, en: `${year} Q${quarter}` };
  }
  if (day === undefined) return { vi: `tháng ${plain(month)}/${year}`, en: edtf };
  return { vi: `${plain(day)}/${plain(month)}/${year}`, en: edtf };
}

function plain(digits: string): string {
  return digits.replace(/^0(?=[\dX])/, '');
}
