/** Mutations of orders but for their making (sheet 5.4 to 5.6). */
import Big from 'big.js';
import type { Json } from '../../kit/json.ts';
import { type AddressInput, addressFrom } from '../customers/address-input.ts';
import { payloadOf, refused } from '../graphql/errors.ts';
import type { Call } from '../graphql/execute.ts';
import { gid, idIn } from '../ids.ts';
import { checkedMetafields, type MetafieldInput, setMetafields } from '../metafields/metafield.ts';
import type { Job, Shop } from '../shop.ts';
import { figuresOf } from './figures.ts';
import type { Order, RefundedLine, Transaction } from './order.ts';
import { refundView } from './refund-view.ts';
import { withCancellation, withRefund } from './refunding.ts';
import { orderView } from './view.ts';

export function orderIn(shop: Shop, id: string, field: string): Order {
  const order = shop.orders.get(idIn('Order', id) ?? '');
  if (order === undefined) throw refused(field, 'Order does not exist', 'NOT_FOUND');
  return order;
}

interface OrderInput {
  readonly id: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly poNumber?: string | null;
  readonly tags?: readonly string[] | null;
  readonly customAttributes?: Order['attributes'] | null;
  readonly shippingAddress?: AddressInput | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

interface RefundInput {
  readonly orderId: string;
  readonly note?: string | null;
  readonly processedAt?: string | null;
  readonly currency?: string | null;
  readonly allowOverRefunding?: boolean;
  readonly discrepancyReason?: string | null;
  readonly refundLineItems?:
    | readonly {
        readonly lineItemId: string;
        readonly quantity: number;
        readonly restockType?: RefundedLine['restock'] | null;
      }[]
    | null;
  readonly shipping?: { readonly amount?: string | null; readonly fullRefund?: boolean | null } | null;
  readonly transactions?:
    | readonly {
        readonly amount: string;
        readonly gateway: string;
        readonly kind: string;
        readonly parentId?: string | null;
      }[]
    | null;
}

export function orderMutations(shop: Shop) {
  const shown = (order: Order) => ({ order: orderView(shop, order) });
  const changed = (order: Order, changes: Partial<Order>) => shown(shop.changeOrder(order, changes));
  return {
    orderUpdate: ({ input }: { input: OrderInput }) => payloadOf(() => shown(updated(shop, input))),
    orderMarkAsPaid: ({ input }: { input: { id: string } }) =>
      payloadOf(() => {
        const order = orderIn(shop, input.id, 'id');
        if (figuresOf(order).outstanding.lte(0))
          throw refused('id', 'Order cannot be marked as paid.', 'INVALID');
        return changed(order, paidInHand(shop, order));
      }),
    orderClose: ({ input }: { input: { id: string } }) =>
      payloadOf(() => changed(orderIn(shop, input.id, 'id'), { closedAt: shop.world.now() })),
    orderOpen: ({ input }: { input: { id: string } }) =>
      payloadOf(() => changed(orderIn(shop, input.id, 'id'), { closedAt: null })),
    orderCancel: (args: {
      orderId: string;
      reason: string;
      restock: boolean;
      refund?: boolean | null;
      refundMethod?: { originalPaymentMethodsRefund?: boolean } | null;
    }) =>
      payloadOf(() => {
        const order = orderIn(shop, args.orderId, 'orderId');
        if (order.cancelledAt !== null)
          throw refused('orderId', 'Order has already been cancelled', 'INVALID');
        const refund = args.refundMethod?.originalPaymentMethodsRefund ?? args.refund ?? false;
        const done = withCancellation(shop, order, { ...args, refund });
        shop.changeOrder(order, done);
        return { job: newJob(shop, 'Job') };
      }, 'orderCancelUserErrors'),
    refundCreate: ({ input }: { input: RefundInput }, { idempotencyKey }: Call) =>
      payloadOf(() => {
        const facts = shop.idempotency.once('refundCreate', idempotencyKey, input, () =>
          refunded(shop, input),
        );
        const [orderId, refundId] = Array.isArray(facts) ? facts.map(String) : [];
        const order = shop.orders.get(orderId ?? '');
        const refund = order?.refunds.find(({ id }) => id === refundId);
        if (order === undefined || refund === undefined)
          throw refused('input.orderId', 'Order does not exist');
        return { ...shown(order), refund: refundView(shop, order, refund) };
      }),
  };
}

/** A payment outside Shopify of what is open. */
export function paidInHand(shop: Shop, order: Order): Partial<Order> {
  const paid: Transaction = {
    ...{ id: shop.newId('part'), kind: 'SALE', status: 'SUCCESS', gateway: 'manual', at: shop.world.now() },
    ...{ amount: figuresOf(order).outstanding.toFixed(2), parentId: null, test: order.test },
  };
  const others = order.transactions.filter(({ status }) => status !== 'PENDING');
  return { transactions: [...others, paid], statedStatus: null };
}

function updated(shop: Shop, input: OrderInput): Order {
  const order = orderIn(shop, input.id, 'id');
  const owner = gid('Order', order.id);
  checkedMetafields(shop, owner, input.metafields ?? [], 'input.metafields');
  setMetafields(shop, owner, input.metafields ?? [], 'input.metafields');
  const { email, phone, note, poNumber, tags, customAttributes, shippingAddress } = input;
  return shop.changeOrder(order, {
    ...(email === undefined ? {} : { email: email || null }),
    ...(phone === undefined ? {} : { phone }),
    ...(note === undefined ? {} : { note: note || null }),
    ...(poNumber === undefined ? {} : { poNumber }),
    ...(tags ? { tags: uniqueTags(tags) } : {}),
    ...(customAttributes ? { attributes: customAttributes } : {}),
    ...(shippingAddress ? { shipping: addressFrom(shop, shippingAddress) } : {}),
  });
}

/** Shopify compares tags without regard to case, and sorts them. */
export function uniqueTags(tags: readonly string[]): string[] {
  const words = tags.map((each) => each.trim()).filter(Boolean);
  return words
    .filter((each, index) => words.findIndex((one) => one.toLowerCase() === each.toLowerCase()) === index)
    .sort();
}

function refunded(shop: Shop, input: RefundInput): Json {
  const order = orderIn(shop, input.orderId, 'input.orderId');
  if (order.presentment !== null && !input.currency)
    throw refused('input.currency', 'Currency is required for multi-currency orders');
  const { transactions, shipping } = input;
  const pieces = input.refundLineItems ?? [];
  if (pieces.length === 0 && !shipping && !transactions?.length)
    throw refused('input', 'Refund must have something to refund');
  const done = withRefund(shop, order, {
    pieces: pieces.map(({ lineItemId, quantity, restockType }) => ({
      lineId: idIn('LineItem', lineItemId) ?? '',
      quantity,
      restock: restockType ?? 'NO_RESTOCK',
    })),
    shipping: shipping?.fullRefund ? 'all' : shipping?.amount ? Big(shipping.amount) : null,
    // Without transactions it is a registration: no money moves (sheet 5.6).
    money: (transactions ?? []).map(({ amount, gateway, parentId }) => ({
      amount: Big(amount),
      gateway,
      parentId: idIn('OrderTransaction', parentId),
    })),
    note: input.note ?? null,
    allowOver: input.allowOverRefunding ?? false,
    reason: input.discrepancyReason ?? 'REFUND_DISCREPANCY',
    processedAt: input.processedAt ? Date.parse(input.processedAt) : null,
  });
  shop.changeOrder(order, done);
  return [order.id, done.refunds.at(-1)?.id ?? ''];
}

/** What is answered of work that goes on. */
export function newJob(
  shop: Shop,
  type: 'Job' | 'ProductSetOperation',
  more: Partial<Job> = {},
): { id: string; done: boolean } {
  const { jobMs } = shop.settings();
  const id = shop.newId('part');
  shop.jobs.set(id, { productId: null, errors: [], ...more, doneAt: shop.world.now() + jobMs });
  return { id: gid(type, id), done: jobMs === 0 };
}
