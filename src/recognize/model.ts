import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The file of a Vietnamese reading model. */
export interface Model {
  /** `fast`, `best_int`, or `custom` for one that the user named. */
  name: string;
  folder: string;
  gzip: boolean;
}

/** Where Tesseract's packages put their models. */
const SYSTEM_FOLDERS = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
  '/usr/share/tesseract/tessdata',
  '/usr/local/share/tessdata',
  '/opt/homebrew/share/tessdata',
  'C:\\Program Files\\Tesseract-OCR\\tessdata',
];

/**
 * The model that pages are read with: the one asked for (`fast`, `best_int` or a folder that holds vie.traineddata),
 * else the system's, which is smaller, quicker and better at figures, else the one that comes with the program. Two
 * machines give the same bytes only with the same model.
 *
 * Throws where the model asked for is not there.
 */
export function findModel(
  wanted: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Model {
  if (wanted === 'best_int') return bundled();
  if (wanted !== undefined && wanted !== 'fast') {
    const model = inFolder('custom', wanted);
    if (model === null) throw new Error(`no vie.traineddata in ${wanted}`);
    return model;
  }
  const prefix = env.TESSDATA_PREFIX;
  const folders = prefix ? [prefix, join(prefix, 'tessdata'), ...SYSTEM_FOLDERS] : SYSTEM_FOLDERS;
  for (const folder of folders) {
    const model = inFolder('fast', folder);
    if (model !== null) return model;
  }
  if (wanted === 'fast') throw new Error('no Vietnamese model of Tesseract is installed');
  return bundled();
}

function bundled(): Model {
  const folder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie'));
  const model = inFolder('best_int', join(folder, '4.0.0_best_int'));
  if (model === null) throw new Error('@tesseract.js-data/vie is not complete');
  return model;
}

function inFolder(name: string, folder: string): Model | null {
  if (existsSync(join(folder, 'vie.traineddata'))) return { name, folder, gzip: false };
  if (existsSync(join(folder, 'vie.traineddata.gz'))) return { name, folder, gzip: true };
  return null;
}
