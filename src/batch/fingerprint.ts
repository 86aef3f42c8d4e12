import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Rooms that change only how results are shown, not what they are. */
const WITHOUT_EFFECT = new Set(['cli', 'report', 'web']);

let programHash: string | undefined;

/**
 * Sixteen hex digits that stand for the program and the options a record depends on: they change when any compiled
 * source or lexicon file does. Reads the program's own files once (some 10 ms).
 */
export function fingerprint(options: Record<string, string>): string {
  programHash ??= hashProgram(fileURLToPath(new URL('../', import.meta.url)));
  return createHash('sha256')
    .update(programHash)
    .update(JSON.stringify(Object.entries(options).sort()))
    .digest('hex')
    .slice(0, 16);
}

function hashProgram(root: string): string {
  const hash = createHash('sha256');
  const visit = (folder: string, below: string): void => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = `${below}${entry.name}`;
      if (entry.isDirectory()) {
        if (!WITHOUT_EFFECT.has(name)) visit(join(folder, entry.name), `${name}/`);
      } else if (!entry.name.endsWith('.d.ts')) {
        hash.update(`${name}\0`).update(readFileSync(join(folder, entry.name)));
      }
    }
  };
  visit(root, '');
  return hash.digest('hex');
}
