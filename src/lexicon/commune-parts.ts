import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from './fold.ts';
import { inEitherCase } from './patterns.ts';

const Parts = z.strictObject({
  source: z.string(),
  types: z.array(z.string()),
  /** Types that other things are called by too, and so only with an Arabic number: "Khu vực 3", and not "Khu vực III". */
  numbered: z.array(z.string()),
});

let known: z.infer<typeof Parts> | undefined;
let patterns: { name: RegExp; heading: RegExp; letters: ReadonlySet<string> } | undefined;

function data(): z.infer<typeof Parts> {
  known ??= Parts.parse(JSON.parse(readFileSync(new URL('./commune-parts.json', import.meta.url), 'utf8')));
  return known;
}

function loaded(): NonNullable<typeof patterns> {
  if (patterns === undefined) {
    const { types, numbered } = data();
    const words = inEitherCase(types);
    const withNumber = inEitherCase(numbered);
    patterns = {
      letters: new Set(
        [...types, ...numbered].flatMap((type) => [
          type.slice(0, 2),
          type.charAt(0).toUpperCase() + type.charAt(1),
        ]),
      ),
      name: new RegExp(
        String.raw`^(?:(?:${words})\s+(?:số\s+)?[\p{Lu}\d]|(?:${withNumber})\s+(?:số\s+)?\d)[^,;:]*$`,
        'u',
      ),
      heading: new RegExp(`^(?:ten )?(?:${[...types, ...numbered].map(fold).join('|')}|to)(?![a-z])`),
    };
  }
  return patterns;
}

/** What communes are parted into. */
export function communeParts(): readonly string[] {
  return data().types;
}

/** The types that are one word. */
export function communePartWords(): string[] {
  return data().types.filter((type) => !type.includes(' '));
}

/** Whether a name is that of a part of a commune, with its type before it (`Ấp Vĩnh Quý`, `Khu dân cư số 4`): such have no code. */
export function isCommunePart(name: string): boolean {
  return loaded().name.test(name);
}

/** Whether a text may begin with such a name, by its first letters alone. */
export function mayBeCommunePart(text: string): boolean {
  return loaded().letters.has(text.slice(0, 2));
}

/** Whether a heading of a table's rows, folded, says that they are parts of a commune (`Tên thôn`, `Tổ dân phố`). */
export function namesCommuneParts(heading: string): boolean {
  return loaded().heading.test(heading);
}
