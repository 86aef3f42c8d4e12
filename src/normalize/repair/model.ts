import { readFileSync } from 'node:fs';
import { type ChannelCounts, parseChannel } from './channel.ts';
import { type LanguageModel, openLanguageModel } from './language-model.ts';
import { type Syllables, syllableTrie } from './syllables.ts';

/** What the repair knows: the language model, and for garbled text the channel's counts and the trie of words. */
export interface RepairModel {
  readonly language: LanguageModel;
  readonly channel: ChannelCounts;
  readonly syllables: Syllables;
}

class LazyModel implements RepairModel {
  readonly language: LanguageModel;
  private counts: ChannelCounts | null = null;
  private trie: Syllables | null = null;

  constructor() {
    this.language = openLanguageModel(readFileSync(new URL('./model/vi.lm', import.meta.url)));
  }

  get channel(): ChannelCounts {
    this.counts ??= parseChannel(readFileSync(new URL('./model/ocr.channel', import.meta.url), 'utf8'));
    return this.counts;
  }

  get syllables(): Syllables {
    this.trie ??= syllableTrie(this.language);
    return this.trie;
  }
}

let loaded: RepairModel | null = null;

/** The repair's own model, read once. What only garbled text needs is read when it is first asked for. */
export function loadRepairModel(): RepairModel {
  loaded ??= new LazyModel();
  return loaded;
}
