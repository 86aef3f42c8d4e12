import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../../pipeline.ts';
import type { Language } from '../../report/messages/messages.ts';
import type { Store } from '../../store/store.ts';
import type { PageImages } from './page-images.ts';

/** What the routes work with. */
export interface Desk {
  store: Store;
  images: PageImages;
  /** Absolute folder of the results. */
  out: string;
  cwd: string;
  lang: Language;
  process(input: PipelineInput, options: PipelineOptions): Promise<ProcessedPlan>;
}
