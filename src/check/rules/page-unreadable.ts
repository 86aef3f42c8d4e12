import type { PageProblem } from '../../plan/document.ts';
import type { Box } from '../../plan/record.ts';
import { defineRule } from '../rule.ts';

const CAUSES: Record<PageProblem, { vi: string; en: string }> = {
  broken: { vi: 'dữ liệu của trang bị hỏng', en: 'its data is damaged' },
  time: { vi: 'đọc quá lâu', en: 'reading it took too long' },
  memory: { vi: 'đọc tốn quá nhiều bộ nhớ', en: 'reading it took too much memory' },
  'too-large': { vi: 'trang quá lớn', en: 'it is too large' },
  'no-recognizer': { vi: 'trang là ảnh, không nhận dạng chữ', en: 'it is an image, and recognition was off' },
};

export default defineRule({
  id: 'page-unreadable',
  severity: 'error',
  summary: {
    vi: 'Một trang, hoặc một phần của trang, không đọc được chữ',
    en: 'A page, or a part of one, gave no text',
  },
  why: {
    vi: 'Nội dung ở đó không có trong bản ghi; trang trắng thật thì bỏ qua được.',
    en: 'What stands there is missing from the record; a page that is really blank can be ignored. Text files have no pages of their own and are left alone. Ink that looks like writing and that no word accounts for is told with its place, as a warning: it may be a signature or a stamp.',
  },
  settle: {
    vi: 'Mở trang đó trong bản gốc. Có chữ thì quét lại rõ hơn rồi đọc lại; trang trắng hoặc chỉ có chữ ký, con dấu thì chấp nhận.',
    en: 'Open that page of the original. If there is text, scan it again and read it anew; if it is blank or holds only a signature or seal, accept the finding.',
  },
  source: 'Máy đọc tệp',
  messages: {
    unreadable: { vi: 'Trang {page} không đọc được chữ nào', en: 'No text could be read from page {page}' },
    failed: { vi: 'Trang {page} không đọc được: {cause}', en: 'Page {page} could not be read: {cause}' },
    unread: {
      vi: 'Trang {page} còn nét chữ chưa đọc được: {places}',
      en: 'Page {page} has writing that was not read: {places}',
    },
  },
  check({ source }, report) {
    for (const { page, origin, problem, unread, start, end } of source.pages) {
      if (problem !== null) {
        report({ message: 'failed', values: { page: String(page), cause: CAUSES[problem] }, at: [] });
      } else if (origin !== 'text' && source.text.slice(start, end).trim() === '') {
        report({ message: 'unreadable', values: { page: String(page) }, at: [] });
      } else if (unread.length > 0) {
        report({
          message: 'unread',
          values: { page: String(page), places: placesOf(unread) },
          at: [],
          severity: 'warning',
        });
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'Every page has text',
        plan: {
          pages: [
            { text: 'KẾ HOẠCH', origin: 'ocr' },
            { text: 'Nơi nhận:', origin: 'text-layer' },
          ],
        },
      },
      {
        name: 'The empty last page of a text file',
        plan: {
          pages: [
            { text: 'KẾ HOẠCH', origin: 'text' },
            { text: '', origin: 'text' },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'Nothing was recognised on the second page',
        plan: {
          pages: [
            { text: 'KẾ HOẠCH', origin: 'ocr' },
            { text: '', origin: 'ocr' },
          ],
        },
        findings: ['Trang 2 không đọc được chữ nào'],
      },
      {
        name: 'The second page is damaged',
        plan: {
          pages: [
            { text: 'KẾ HOẠCH', origin: 'text-layer' },
            { text: '', origin: 'ocr', problem: 'broken' },
          ],
        },
        findings: ['Trang 2 không đọc được: dữ liệu của trang bị hỏng'],
      },
      {
        name: 'Two lines in the middle of a page were passed over',
        plan: {
          pages: [
            {
              text: 'KẾ HOẠCH',
              origin: 'ocr',
              unread: [
                [0.1, 0.42, 0.8, 0.03],
                [0.1, 0.61, 0.25, 0.02],
              ],
            },
          ],
        },
        findings: [
          'Trang 1 còn nét chữ chưa đọc được: 10–90 % × 42–45 %, 10–35 % × 61–63 % (từ trái × từ trên)',
        ],
      },
    ],
  },
});

/** So many places are named; a page with more had better be looked at as a whole. */
const NAMED = 4;

function placesOf(boxes: readonly Box[]): { vi: string; en: string } {
  const percent = (from: number, length: number): string =>
    `${Math.round(100 * from)}–${Math.round(100 * (from + length))} %`;
  const named = boxes
    .slice(0, NAMED)
    .map(([left, top, width, height]) => `${percent(left, width)} × ${percent(top, height)}`)
    .join(', ');
  const more = boxes.length - NAMED;
  return {
    vi: `${named}${more > 0 ? ` và ${more} chỗ nữa` : ''} (từ trái × từ trên)`,
    en: `${named}${more > 0 ? ` and ${more} more` : ''} (from left × from top)`,
  };
}
