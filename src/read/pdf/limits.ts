/** What a PDF may cost. Times are of one processor, so that a busy machine reads the same as an idle one. */
export interface PdfLimits {
  /** Bytes of the file. */
  fileBytes: number;
  pages: number;
  openSeconds: number;
  /** For the text or the image of one page. */
  pageSeconds: number;
  /** For all pages together; those left over count as failed. */
  documentSeconds: number;
  /** Of the process that reads, all told. */
  memoryBytes: number;
  /** Of a page's image; a larger page is shown smaller. */
  imagePixels: number;
  /** Words on one page. */
  words: number;
}

const MB = 1024 * 1024;

export const PDF_LIMITS: PdfLimits = {
  fileBytes: 128 * MB,
  pages: 2000,
  openSeconds: 30,
  pageSeconds: 20,
  documentSeconds: 300,
  memoryBytes: 448 * MB,
  imagePixels: 16e6,
  words: 50_000,
};
