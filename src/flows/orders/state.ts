import type { Outcome } from '../contract.ts';
import type { OrderLink } from '../links.ts';
import type { Context } from './work.ts';

/**
 * Where an order stands, told by its link and its steps:
 *
 *     new → create-pending → booked ⇄ credit-pending
 *
 * `create-pending`: a document was begun, or stands but is not yet noted in the source. `credit-pending`: a credit was
 * begun and it is not known what became of it. An order that goes well passes through both within one task.
 */
export type OrderState =
  | { readonly kind: 'new' }
  | { readonly kind: 'create-pending'; readonly link: OrderLink | null }
  | { readonly kind: 'booked'; readonly link: OrderLink }
  | { readonly kind: 'credit-pending'; readonly link: OrderLink };

export function stateOf({ links, steps, key }: Pick<Context, 'links' | 'steps' | 'key'>): OrderState {
  const link = links.get('order', key);
  if (steps.get(orderStep(key)) !== null) return { kind: 'create-pending', link };
  if (link === null) return { kind: 'new' };
  return { kind: link.facts.crediting === undefined ? 'booked' : 'credit-pending', link };
}

/** The step of making the order's document. It is forgotten last, when the order is booked and noted. */
export function orderStep(key: string): string {
  return `order:${key}`;
}

/** What came of one turn of the switch: something to tell, or nothing; and whether the order is at rest. */
export interface Turn {
  readonly outcome: Outcome | null;
  readonly atRest: boolean;
}

export function rest(outcome: Outcome): Turn {
  return { outcome, atRest: true };
}

/** The order stands in another state now, which is to be looked at. */
export function goOn(outcome: Outcome | null = null): Turn {
  return { outcome, atRest: false };
}
