import { describe, expect, test } from 'vitest';
import { faultOfLayer, readsBetter } from '../../src/normalize/judge-layer.ts';
import type { PageWord } from '../../src/plan/document.ts';

const words = (text: string): PageWord[] =>
  text.split(' ').map((word) => ({ text: word, confidence: 1, box: [0, 0, 0.1, 0.1], size: null }));

const PROPER =
  'Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển kinh tế - xã hội năm 2025 trên địa bàn tỉnh như sau: 1. Mục đích, yêu cầu';
const STRIPPED =
  'Uy ban nhan dan tinh ban hanh Ke hoach phat trien kinh te - xa hoi nam 2025 tren dia ban tinh nhu sau: 1. Muc dich, yeu cau';
const TABLE = '1 Phường An Bình 1.888 2.345 12,5 2 Xã Tân Phú 957 1.004 8,3 3 Xã Hòa Lợi 1.120 998 7,7';

test('a few words over a scan are stamps, unless they are a reading of it', () => {
  const stamp = words('Số: 214/KH-UBND Ký bởi: Ủy ban nhân dân tỉnh Thời gian ký: 12/03/2025');
  expect(faultOfLayer(stamp, { invisible: 0, imageCovered: 1, blank: false })).toBe('empty-layer');
  expect(faultOfLayer(stamp, { invisible: 1, imageCovered: 1, blank: false })).toBeNull();
  expect(faultOfLayer(stamp, { invisible: 0, imageCovered: 0.2, blank: false })).toBeNull();
  expect(faultOfLayer(stamp, { invisible: 0, imageCovered: null, blank: false })).toBeNull();
  expect(
    faultOfLayer(words(`${PROPER} ${PROPER} ${PROPER}`), { invisible: 0, imageCovered: 1, blank: false }),
  ).toBeNull();
});

describe('a text layer is', () => {
  test.each([
    ['good', PROPER, null],
    ['good where it is a table of places and figures', TABLE, null],
    ['good in capitals', 'ỦY BAN NHÂN DÂN TỈNH HÀ GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null],
    ['good with one name alone', 'Nguyễn Văn Bình', null],
    [
      'good in another language',
      'The development of health insurance in the provinces depends on the participation of all enterprises',
      null,
    ],
    ['empty', '', 'empty-layer'],
    ['empty where only rules are drawn', '___ --- ...', 'empty-layer'],
    ['without diacritics', STRIPPED, 'stripped-layer'],
    [
      'written by an English OCR',
      'Thure hién chi tiéu, nhiém vu cong tac biao hiém xa hoi va bao hiém y té nam 2025 trén dia ban thanh phd cua Uy ban nhan dan',
      'foreign-layer',
    ],
    [
      'broken where each letter stands for another',
      '&ӜQJ KzD [m KӝL FKӫ QJKƭD 9LӋW 1DP ĈӝF OұS 7ӵ GR +ҥQK SK~F Vӕ KH-UBND',
      'broken-layer',
    ],
    [
      'broken where UTF-8 was taken for Latin letters',
      'Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam Ä‘á»™c láº­p tá»± do háº¡nh phÃºc',
      'broken-layer',
    ],
    [
      'broken where letters have no meaning',
      '\ue001\ue002\ue003 \ue010\ue011 \ue020 \ue021\ue022',
      'broken-layer',
    ],
  ])('%s', (_, text, fault) => {
    expect(faultOfLayer(words(text))).toBe(fault);
  });
});

test('the better of two readings has more known words with their diacritics', () => {
  expect(readsBetter(words(STRIPPED), words(PROPER))).toBe(true);
  expect(readsBetter(words(PROPER), words(STRIPPED))).toBe(false);
  expect(readsBetter(words(STRIPPED), words(STRIPPED))).toBe(true);
  expect(readsBetter(words(PROPER), words('Ủy ban'))).toBe(false);
});
