import type { Account } from '../../connectors/contract/account.ts';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import type { Order } from '../../records/order.ts';
import type { OrdersSettings } from './settings.ts';

/** Currencies that the target can hold; undefined: any. */
export function heldCurrencies(
  { currencies }: Pick<DocumentTarget, 'currencies'>,
  account: Account,
): readonly string[] | undefined {
  return typeof currencies === 'function' ? currencies(account) : currencies;
}

/**
 * The order in the currency in which it is booked (setting `currency`): the one that was paid in, or that of the shop's own books
 * with the amounts that the shop states there. Nothing is converted. `standing`: the currency of a document that stands, or was begun; it is
 * compared and credited in that one, whatever the setting has come to say since.
 */
export function inBookedCurrency(
  order: Order,
  { currency }: Pick<OrdersSettings, 'currency'>,
  held: readonly string[] | undefined,
  standing?: string,
): Order {
  const { base } = order;
  if (base === undefined || standing === order.currency) return order;
  const inBase = { ...order, ...base, base: undefined };
  if (standing === base.currency || currency === 'base') return inBase;
  const holds = (code: string) => held === undefined || held.includes(code);
  return currency === 'auto' && !holds(order.currency) && holds(base.currency) ? inBase : order;
}
