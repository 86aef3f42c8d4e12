/** What a file is. Some have no reader: they are told apart so that a failure can name them. */
export type Format =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'webp'
  | 'docx'
  | 'zip'
  | 'ole'
  | 'rtf'
  | 'text'
  | 'markdown';

const FORMATS_BY_ENDING: Readonly<Record<string, Format>> = {
  '.pdf': 'pdf',
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.tif': 'tiff',
  '.tiff': 'tiff',
  '.webp': 'webp',
  '.docx': 'docx',
  '.doc': 'ole',
  '.rtf': 'rtf',
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
};

/** File name endings, with their dot, of documents; a folder is searched for these. */
export const DOCUMENT_ENDINGS: readonly string[] = Object.keys(FORMATS_BY_ENDING);

/** The first bytes of files, as the characters of Latin-1. */
const SIGNATURES: readonly [string, Format][] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  ['PK\x03\x04', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  ['{\\rtf', 'rtf'],
];

/** Readers accept other bytes before a PDF's header within the first kilobyte (ISO 32000-1, H.3, note 13). */
const PDF_HEADER = /%PDF-\d/;
const PDF_HEADER_WITHIN = 1024;

/**
 * What a file is: by its bytes whatever its name says; text, which has no mark of its own, by its ending, and Markdown by
 * its headings, too. Null where neither tells.
 */
export function formatOf(path: string, bytes: Uint8Array): Format | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, PDF_HEADER_WITHIN);
  const signature = SIGNATURES.find(([start]) => head.startsWith(start))?.[1];
  if (signature === 'zip') return buffer.includes('word/document.xml') ? 'docx' : 'zip';
  if (signature !== undefined) return signature;
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (PDF_HEADER.test(head)) return 'pdf';
  const named = FORMATS_BY_ENDING[endingOf(path)] ?? null;
  if (named === null || named === 'markdown' || !isText(head)) return named;
  return hasHeadingMarks(buffer) ? 'markdown' : 'text';
}

/** Two lines and more that open as headings of Markdown: other programs' OCR calls that text, too. */
function hasHeadingMarks(buffer: Buffer): boolean {
  const first = buffer.indexOf('\n## ');
  return first >= 0 && buffer.includes('\n##', first + 1);
}

/**
 * Whether a file is a document whatever it is called, by its first bytes. Text has no mark of its own, and of what Office
 * packs up only Word's files are documents.
 */
export function isMarked(head: Uint8Array): boolean {
  const format = formatOf('', head);
  if (format === 'ole') return Buffer.from(head).includes(Buffer.from('WordDocument', 'utf16le'));
  return format !== null && format !== 'zip';
}

/** Without the control characters that no text holds, and without what a PDF's text is made of. */
function isText(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return !/[\0-\x08\x0e-\x1f]|\bendobj\b|\bstartxref\b/.test(head);
}

/** The ending of a name, with its dot, in lower case; '' where it has none. */
export function endingOf(path: string): string {
  return /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
}
