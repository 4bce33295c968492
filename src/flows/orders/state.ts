import type { Outcome } from '../contract.ts';
import type { OrderLink } from '../links.ts';
import type { Context } from './work.ts';

/**
 * Where an order stands, told by its link and its steps:
 *
 *     new → create-pending → booked ⇄ credit-pending
 *                                   ⇄ follow-pending
 *
 * `create-pending`: a document was begun and its outcome is unknown, or it stands but is not yet noted in the source.
 * `credit-pending`: a credit was begun and its outcome is unknown. `follow-pending`: the target was being told what became of
 * the sale, and whether it was is unknown. When all goes well, one turn passes through them.
 */
export type OrderState =
  | { readonly kind: 'new' }
  | { readonly kind: 'create-pending'; readonly link: OrderLink | null }
  | { readonly kind: 'booked'; readonly link: OrderLink }
  | { readonly kind: 'credit-pending'; readonly link: OrderLink }
  | { readonly kind: 'follow-pending'; readonly link: OrderLink };

export function stateOf({ links, steps, key }: Pick<Context, 'links' | 'steps' | 'key'>): OrderState {
  const link = links.get('order', key);
  if (steps.get(orderStep(key)) !== null) return { kind: 'create-pending', link };
  if (link === null) return { kind: 'new' };
  if (link.facts.crediting !== undefined) return { kind: 'credit-pending', link };
  return { kind: steps.get(followStep(key)) === null ? 'booked' : 'follow-pending', link };
}

/** The step of making the order's document. It is forgotten last, when the order is booked and noted. */
export function orderStep(key: string): string {
  return `order:${key}`;
}

/** The step of telling the target what became of the sale. */
export function followStep(key: string): string {
  return `follow:${key}`;
}

/** The result of one turn of the switch: what to tell of it, if anything, and whether the order is at rest. */
export interface Turn {
  readonly outcome: Outcome | null;
  readonly atRest: boolean;
}

export function rest(outcome: Outcome): Turn {
  return { outcome, atRest: true };
}

/** The order stands in another state now: the switch looks at that one next. */
export function goOn(outcome: Outcome | null = null): Turn {
  return { outcome, atRest: false };
}
