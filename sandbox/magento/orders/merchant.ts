/** What a merchant does to an order in the shop's own pages. */
import Big from 'big.js';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { withChangedLines } from '../../kit/shop/changed-lines.ts';
import { invoice } from '../documents/invoicing.ts';
import { refund, refundEverything } from '../documents/refunding.ts';
import { ship } from '../documents/shipping.ts';
import { placed } from '../inventory/sales.ts';
import { refusal } from '../refusal.ts';
import type { Basket } from '../sales/basket.ts';
import { ledgerFor } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import type { Deed } from './deed.ts';
import { cancel, comment, hold, unhold } from './moves.ts';
import { orderOnFile } from './on-file.ts';
import { childrenCarryThePrice, childrenOf, rowsOf } from './row-quantities.ts';
import { canCancel, canRefund } from './state.ts';

type Rows = readonly { position: number; quantity: string }[];

/** Returns the order as it is afterwards. Throws a `Refusal` where the shop does not allow the action. */
export function act(shop: Shop, id: string, what: Deed): JsonObject {
  const order = () => shop.order(id);
  if (what.unhold) unhold(shop, order());
  if (what.invoice !== undefined) invoice(shop, order(), quantitiesOf(order(), what.invoice));
  if (what.ship !== undefined) {
    const quantities = what.ship === true ? null : byPosition(order(), what.ship.rows, false);
    ship(shop, order(), { quantities, tracks: [], sourceCode: 'default' });
  }
  if (what.hold) hold(shop, order());
  if (what.cancel && !cancel(shop, order())) throw refusal(409, 'The order cannot be cancelled.');
  if (what.refund !== undefined) giveBack(shop, order(), what.refund);
  if (what.status !== undefined || what.comment !== undefined) {
    const status = what.status === undefined ? {} : { status: what.status };
    comment(shop, order(), { comment: what.comment ?? null, ...status });
  }
  if (what.email !== undefined) shop.saveOrder({ ...structuredClone(order()), customer_email: what.email });
  return what.edit === undefined ? order() : replace(shop, order(), what.edit.rows);
}

function quantitiesOf(order: JsonObject, what: true | { rows: Rows }): Map<number, Big> | null {
  return what === true ? null : byPosition(order, what.rows, true);
}

/** Quantities by row. With `money`, a bundle that is priced by its parts is given as its parts. */
function byPosition(order: JsonObject, rows: Rows, money: boolean): Map<number, Big> {
  const parents = rowsOf(order).filter((row) => row.parent_item_id === undefined);
  return new Map(
    rows.flatMap(({ position, quantity }) => {
      const row = parents[position];
      if (row === undefined) throw refusal(409, `The order has no line ${position}.`);
      if (!money || !childrenCarryThePrice(row)) return [[Number(row.item_id), Big(quantity)] as const];
      return childrenOf(order, row).map((child) => {
        const perParent = Big(Number(child.qty_ordered)).div(Number(row.qty_ordered));
        return [Number(child.item_id), perParent.times(quantity)] as const;
      });
    }),
  );
}

function giveBack(shop: Shop, order: JsonObject, what: NonNullable<Deed['refund']>): void {
  const { rows, shipping, adjustmentPositive, adjustmentNegative, restock } = what;
  refund(shop, order, {
    ...refundEverything,
    quantities: rows === undefined ? null : byPosition(order, rows, true),
    shipping: shipping === undefined ? null : Big(shipping),
    adjustmentPositive: Big(adjustmentPositive ?? 0),
    adjustmentNegative: Big(adjustmentNegative ?? 0),
    returned: restock === true ? rowsOf(order).map((row) => Number(row.item_id)) : [],
  });
}

/** A new order `…-1` in the place of the old one, which is cancelled (sheet 17.36). */
function replace(shop: Shop, old: JsonObject, rows: NonNullable<Deed['edit']>['rows']): JsonObject {
  const ledger = shop.ledgers.get(String(old.entity_id));
  if (ledger === undefined) throw refusal(409, 'Only orders that the sandbox made can be edited.');
  const basket = withChangedLines(ledger.basket, rows);
  const generation = Number(old.edit_increment ?? 0) + 1;
  const original = textIn(old, 'original_increment_id') || textIn(old, 'increment_id');
  const draft = copyWith(shop, old, basket, `${original}-${generation}`);
  if (!cancel(shop, old)) throw refusal(409, 'The order cannot be edited any more.');
  const replaced = shop.saveOrder({
    ...draft,
    edit_increment: generation,
    original_increment_id: original,
    relation_parent_id: String(old.entity_id),
    relation_parent_real_id: textIn(old, 'increment_id'),
  });
  placed(shop, replaced);
  shop.ledgers.set(String(replaced.entity_id), ledgerFor(basket, ledger.about));
  shop.saveOrder({
    ...structuredClone(shop.order(String(old.entity_id))),
    relation_child_id: String(replaced.entity_id),
    relation_child_real_id: textIn(replaced, 'increment_id'),
  });
  return replaced;
}

/** The same buyer and way of payment, other goods. */
function copyWith(shop: Shop, old: JsonObject, basket: Basket, number: string): JsonObject {
  const payment = isObject(old.payment) ? old.payment : {};
  const billing = isObject(old.billing_address) ? old.billing_address : {};
  const address = {
    firstname: textIn(billing, 'firstname'),
    lastname: textIn(billing, 'lastname'),
    street: Array.isArray(billing.street) ? billing.street.map(String) : [''],
    postcode: textIn(billing, 'postcode'),
    city: textIn(billing, 'city'),
    country: textIn(billing, 'country_id'),
  };
  const again = sale.parse({
    buyer: { ...address, email: textIn(old, 'customer_email') },
    basket,
    payment: { method: textIn(payment, 'method'), title: textIn(payment, 'method') },
  });
  const customerId = typeof old.customer_id === 'number' ? old.customer_id : undefined;
  const draft = orderOnFile(shop, again, { customerId, number });
  const person = Object.fromEntries(Object.entries(old).filter(([name]) => name.startsWith('customer_')));
  const own = (name: 'billing_address' | 'shipping_address') => {
    const before = old[name];
    const now = draft[name];
    return isObject(before) && isObject(now)
      ? { ...before, parent_id: now.parent_id ?? 0, entity_id: now.entity_id ?? 0 }
      : (now ?? null);
  };
  return {
    ...draft,
    ...person,
    billing_address: own('billing_address'),
    shipping_address: own('shipping_address'),
    payment: {
      ...(isObject(draft.payment) ? draft.payment : {}),
      additional_information: payment.additional_information ?? [],
    },
  };
}

/** Refunds the newest order that can be, all of it; its id, or null when there is none. */
export function refundNewest(shop: Shop): string | null {
  const newest = shop.orders.all().findLast(canRefund);
  if (newest === undefined) return null;
  const id = String(newest.entity_id);
  act(shop, id, { refund: {} });
  return id;
}

/** Cancels the newest order that still can be; its id, or null when there is none. */
export function cancelNewest(shop: Shop): string | null {
  const newest = shop.orders.all().findLast(canCancel);
  if (newest === undefined) return null;
  const id = String(newest.entity_id);
  act(shop, id, { cancel: true });
  return id;
}
