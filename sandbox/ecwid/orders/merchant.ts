/** What a merchant does to an order in the shop's own pages. */
import Big from 'big.js';
import { z } from 'zod';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import { asNumber, sumOf } from '../../kit/money/cents.ts';
import { withChangedLines } from '../../kit/shop/changed-lines.ts';
import { ledgerOf } from '../../kit/shop/expectation.ts';
import { money } from '../../kit/shop/sale-fields.ts';
import type { Basket } from '../sales/basket.ts';
import { type EditableLedger, editedLedger } from '../sales/expectation.ts';
import { figuresOf } from '../sales/figures.ts';
import type { Shop } from '../shop.ts';
import { dateText } from '../timestamps.ts';
import { fulfillmentStatuses } from './fields.ts';
import { moneyOnWire } from './on-wire.ts';
import { newestFirst } from './search.ts';

export const deed = z.strictObject({
  pay: z.literal(true).optional(),
  cancel: z.literal(true).optional(),
  refund: z
    .strictObject({
      /** All that is left when missing. */
      amount: money.optional(),
      reason: z.string().default(''),
      /** Only the status is set and the amounts stay empty (sheet 3.4). */
      statusOnly: z.boolean().default(false),
    })
    .optional(),
  fulfillmentStatus: z.enum(fulfillmentStatuses).optional(),
  email: z.string().optional(),
  privateAdminNotes: z.string().optional(),
  /** By position. Ecwid does not compute the tax again (sheet 3.10). */
  items: z
    .array(
      z.strictObject({
        position: z.number().int().nonnegative(),
        price: money.optional(),
        quantity: money.optional(),
      }),
    )
    .optional(),
  /** True: computes everything again, as a new checkout does. */
  recalculate: z.boolean().default(false),
});

type Deed = z.infer<typeof deed>;

/** Returns the changed order, or null when its items cannot be edited because the sandbox did not make it. */
export function act(shop: Shop, order: JsonObject, what: Deed): JsonObject | null {
  const id = textIn(order, 'id');
  let fields: JsonObject = {};
  if (what.items !== undefined || what.recalculate) {
    const ledger = shop.ledgers.get(id);
    if (ledger === undefined) return null;
    const edit = (what.recalculate ? recalculated : edited)(
      order,
      ledger,
      withChangedLines(ledger.basket, what.items ?? []),
    );
    shop.ledgers.set(id, edit.ledger);
    fields = edit.fields;
  }
  if (what.pay) fields.paymentStatus = 'PAID';
  if (what.cancel) fields.paymentStatus = 'CANCELLED';
  if (what.refund !== undefined)
    fields = { ...fields, ...refunded(shop, { ...order, ...fields }, what.refund) };
  for (const name of ['fulfillmentStatus', 'email', 'privateAdminNotes'] as const) {
    const value = what[name];
    if (value !== undefined) fields[name] = value;
  }
  return shop.changeOrder(order, fields);
}

interface Edit {
  readonly fields: JsonObject;
  readonly ledger: EditableLedger;
}

/** Prices, quantities and the sums follow; taxes and the shares of discounts stay. */
function edited(order: JsonObject, ledger: EditableLedger, basket: Basket): Edit {
  const now = figuresOf(basket);
  const items = objectsIn(order.items).map((item, index) => {
    const line = basket.lines[index];
    return line === undefined
      ? item
      : { ...item, price: Number(line.price), quantity: Number(line.quantity) };
  });
  const more = now.subtotal.minus(numberIn(order, 'subtotal'));
  const total = more.plus(numberIn(order, 'total'));
  return {
    fields: {
      items,
      subtotal: asNumber(now.subtotal),
      total: asNumber(total),
      totalWithoutTax: asNumber(total.minus(numberIn(order, 'tax'))),
      totalBeforeGiftCardRedemption: asNumber(more.plus(numberIn(order, 'totalBeforeGiftCardRedemption'))),
    },
    ledger: editedLedger(ledger, basket, more.plus(ledger.gross), now),
  };
}

function recalculated(order: JsonObject, ledger: EditableLedger, basket: Basket): Edit {
  const figures = figuresOf(basket);
  const [firstItem] = objectsIn(order.items);
  const placing = {
    id: textIn(order, 'id'),
    firstItemId: firstItem === undefined ? 0 : numberIn(firstItem, 'id'),
    placedAt: numberIn(order, 'createTimestamp') * 1000,
  };
  return {
    fields: moneyOnWire(basket, figures, placing),
    ledger: ledgerOf(basket, ledger.about, figures, basket.pricesIncludeTax),
  };
}

function refunded(shop: Shop, order: JsonObject, refund: NonNullable<Deed['refund']>): JsonObject {
  const cost = Big(numberIn(order, 'totalBeforeGiftCardRedemption') || numberIn(order, 'total'));
  const before = Big(numberIn(order, 'refundedAmount'));
  const given = refund.amount === undefined ? cost.minus(before) : Big(refund.amount);
  const whole = before.plus(given).gte(cost);
  const paymentStatus = whole ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (refund.statusOnly) return { paymentStatus };
  const refunds = [
    ...objectsIn(order.refunds),
    { date: dateText(shop.world.now()), source: 'CP', reason: refund.reason, amount: asNumber(given) },
  ];
  const amounts = refunds.filter(isObject).map((each) => Big(numberIn(each, 'amount')));
  return { paymentStatus, refunds, refundedAmount: asNumber(sumOf(amounts)) };
}

/** Refunds the newest order that is paid, all of it; its id, or null when there is none. */
export function refundNewest(shop: Shop): string | null {
  const paid = shop.orders.all().filter(({ paymentStatus }) => paymentStatus === 'PAID');
  const [newest] = paid.sort(newestFirst);
  if (newest === undefined) return null;
  act(shop, newest, deed.parse({ refund: {} }));
  return textIn(newest, 'id');
}

/** Cancels the newest order that is neither cancelled nor given back; its id, or null when there is none. */
export function cancelNewest(shop: Shop): string | null {
  const open = shop.orders
    .all()
    .filter(({ paymentStatus }) => paymentStatus === 'PAID' || paymentStatus === 'AWAITING_PAYMENT');
  const [newest] = open.sort(newestFirst);
  if (newest === undefined) return null;
  act(shop, newest, deed.parse({ cancel: true }));
  return textIn(newest, 'id');
}
