import { words } from '../words.ts';

/** A value of the record in a person's words. */
export function shown(value: unknown): string {
  const w = words.value;
  if (typeof value === 'number') return w.number(value);
  if (typeof value === 'string') return w.date(value);
  if (typeof value === 'object' && value !== null) {
    for (const part of ['text', 'name', 'label', 'number']) {
      const found: unknown = Reflect.get(value, part);
      if (typeof found === 'string') return found;
    }
  }
  return w.desk.notStated;
}

/** The number that a text in Vietnamese writing is: `15.647`, `96,11`; null where it is none. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(/\s/g, '');
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(plain)) return null;
  return Number(plain.replaceAll('.', '').replace(',', '.'));
}

/** The EDTF of a date as people write it: `27/08/2025` is 2025-08-27; all else stays as it is. */
export function edtfIn(text: string): string {
  const plain = text.trim();
  const [, day = '', month = '', year = ''] = /^([\dX]{1,2})\/([\dX]{1,2})\/(\d{4})$/i.exec(plain) ?? [];
  return year === '' ? plain : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`.toUpperCase();
}
