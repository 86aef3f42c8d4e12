import type { PageImage, WordPage } from '../plan/document.ts';
import type { Recognizer, RecognizerOptions } from './recognizer.ts';

/**
 * A recognizer that is loaded and opened with its first page: most documents are text, and have nothing to do with it.
 * Its pages fail as openRecognizer does.
 */
export function lazyRecognizer(options: RecognizerOptions = {}): {
  recognize(image: PageImage, page?: number): Promise<WordPage>;
  close(): Promise<void>;
} {
  let opened: Promise<Recognizer> | undefined;
  const open = async (): Promise<Recognizer> => (await import('./recognizer.ts')).openRecognizer(options);
  return {
    recognize: async (image, page) => {
      opened ??= open();
      return (await opened).recognize(image, page);
    },
    close: async () => {
      (await opened)?.close();
    },
  };
}
