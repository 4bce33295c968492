import type { Skipper } from '../../engine/storage/task-row.ts';
import { reason } from '../../records/reason.ts';
import type { Texts } from '../../texts/en.ts';
import { tellReason } from '../../texts/tell.ts';

/** Who left a record out, as a sentence begins. */
export function leftOutBy(by: Skipper, texts: Texts): string {
  return texts.figures.capitalised(tellReason(reason('left_out', { by }), texts));
}
