import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'page-unreadable',
  severity: 'error',
  summary: {
    vi: 'Một trang không cho ra chữ nào',
    en: 'A page gave no text',
  },
  why: {
    vi: 'Nội dung trang đó không có trong bản ghi; trang trắng thật thì bỏ qua được.',
    en: 'What the page says is missing from the record; a page that is really blank can be ignored. Text files have no pages of their own and are left alone.',
  },
  source: 'Máy đọc tệp',
  messages: {
    unreadable: { vi: 'Trang {page} không đọc được chữ nào', en: 'No text could be read from page {page}' },
  },
  check({ source }, report) {
    for (const { page, origin, start, end } of source.pages) {
      if (origin === 'text' || source.text.slice(start, end).trim() !== '') continue;
      report({ message: 'unreadable', values: { page: String(page) }, at: [] });
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
    ],
  },
});
