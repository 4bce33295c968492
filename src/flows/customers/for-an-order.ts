import type { FlowContext } from '../contract.ts';
import { isMadeForAnOrder, recordKey } from './record/links.ts';

/**
 * Whether the orders flow of the other direction made this record, for a buyer whom nobody keeps there. It is a copy of what an
 * order says, and no news. Once a customers flow has linked it, or a person asks for it, it is a customer like any other.
 */
export function isForAnOrder({
  key,
  asked,
  links,
  linksBack,
}: Pick<FlowContext, 'key' | 'asked' | 'links' | 'linksBack'>): boolean {
  return !asked && links.get('customer', recordKey(key)) === null && isMadeForAnOrder(linksBack, key);
}
