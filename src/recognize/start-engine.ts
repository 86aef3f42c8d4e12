import { hasBuiltEngine, startBuiltEngine } from './built-engine.ts';
import type { Engine } from './engine.ts';
import type { Model } from './model.ts';

/**
 * Starts the engine built for this program or, in a copy without it, the one that tesseract.js publishes, which reads the
 * same words in twice the time. Rejects where it does not come up.
 */
export async function startEngine(model: Model): Promise<Engine> {
  if (hasBuiltEngine()) return startBuiltEngine(model);
  const { startPublishedEngine } = await import('./published-engine.ts');
  return startPublishedEngine(model);
}
