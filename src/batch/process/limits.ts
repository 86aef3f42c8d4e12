/** What reading one document may cost the process that does it. */
export interface DocumentLimits {
  /** Processor time without an answer to anything: the reading has run into a loop. */
  busySeconds: number;
  /** Time, by the clock, since the document was begun or a page of it was last recognised. */
  idleSeconds: number;
  /** Of the process, all told. */
  memoryBytes: number;
  /** Of that, what the program's own objects may take. */
  heapBytes: number;
  /** A process that holds more when it is done with a document is replaced. */
  recycleBytes: number;
  /** So many documents are read by one process. */
  documents: number;
}

const MB = 1024 * 1024;

export const DOCUMENT_LIMITS: DocumentLimits = {
  busySeconds: 120,
  // The process that PDFs are opened in has limits of its own, which add up to less.
  idleSeconds: 1800,
  memoryBytes: 2560 * MB,
  heapBytes: 1536 * MB,
  recycleBytes: 448 * MB,
  documents: 10_000,
};
