import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Package = z.object({ name: z.string(), version: z.string() });

/** The version in the package's own package.json, which lies above the compiled file and above the source alike. */
export function packageVersion(): string {
  for (let up = '../'; up.length < 30; up += '../') {
    try {
      const found = Package.parse(
        JSON.parse(readFileSync(new URL(`${up}package.json`, import.meta.url), 'utf8')),
      );
      if (found.name === 'kehoach') return found.version;
    } catch {
      // not in this folder: look in the one above
    }
  }
  throw new Error('package.json not found');
}
