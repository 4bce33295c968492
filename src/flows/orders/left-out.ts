import type { Reason } from '../../records/reason.ts';
import { stateOf } from './state.ts';
import type { Context } from './work.ts';

/**
 * Why a person left the order out, who may have entered it in the books by hand: whatever becomes of it in the source, it stays so until that is taken
 * back, or somebody asks for just this order. Null where nobody did, and of what was made or begun: that is looked at in any case.
 */
export function leftOutReason(context: Context): Reason | null {
  return context.named || stateOf(context).kind !== 'new' ? null : context.leftOut();
}
