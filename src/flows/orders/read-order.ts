import type { Order } from '../../records/order.ts';
import { heldCurrencies, inBookedCurrency } from './held-currency.ts';
import { withNamedFees } from './named-fees.ts';
import { orderStep } from './state.ts';
import type { Context, Endpoints } from './work.ts';

/** Reads the order as the flow's settings see it: in the currency that is booked, or was, with the fees that they name. Null when it is gone. */
export async function readOrder(context: Context, { source, target }: Endpoints): Promise<Order | null> {
  const order = await source.get(context.source.api, context.key);
  if (order === null) return null;
  const { settings } = context;
  // Only an order with two currencies asks for those of the target, which may have to be read first.
  const held = order.base === undefined ? undefined : heldCurrencies(target, context.target.api.account);
  return withNamedFees(inBookedCurrency(order, settings, held, standingCurrency(context)), settings.fees);
}

/** That of the document that was made, or begun. Undefined where there is none, and where an earlier version made it. */
function standingCurrency({ links, steps, key }: Context): string | undefined {
  const link = links.get('order', key);
  return link === null ? steps.get(orderStep(key))?.meant?.currency : link.facts.currency;
}
