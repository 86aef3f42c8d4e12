import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Signing = z.strictObject({
  source: z.string(),
  capacities: z.array(z.strictObject({ mark: z.string(), means: z.string(), stroke: z.string().optional() })),
  bodies: z.array(z.string()),
  offices: z.array(z.string()),
});

const { capacities, bodies, offices } = Signing.parse(
  JSON.parse(readFileSync(new URL('./signing.json', import.meta.url), 'utf8')),
);

/** The mark of a capacity with its full stop, or with a stroke and the stop left out: `TM.`, `KT .`, `T/M`. */
function marked(means?: string): string {
  const meant = capacities.filter((capacity) => means === undefined || capacity.means === means);
  const strokes = meant.flatMap(({ stroke }) => (stroke === undefined ? [] : [stroke]));
  const stroke = strokes.length === 0 ? '' : String.raw`|(?:${strokes.join('|')})(?:\.|(?=\s))`;
  return String.raw`(?:(?:${meant.map(({ mark }) => mark).join('|')})\s*\.${stroke})`;
}

/** Pattern of any capacity's mark before whom or what a signer acts for. With the flag u. */
export const CAPACITY = marked();
/** Pattern of the mark before the body that is signed for. */
export const ON_BEHALF = marked('thay mặt');
/** Pattern of the mark before the office that is signed in place of. */
export const IN_PLACE = marked('ký thay');
/** Pattern of the mark before the office of one who holds it for the time being. */
export const ACTING_AS = marked('quyền');
/** Pattern of the bodies that a signature names, in capitals. */
export const SIGNING_BODY = `(?:${bodies.join('|')})`;
/** Pattern of the offices that a signature names, in capitals. */
export const SIGNING_OFFICE = `(?:${offices.join('|')})`;
