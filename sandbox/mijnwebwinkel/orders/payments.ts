/** Payments of an order, in cents, and what became of them (sheet 7.8). */
import Big from 'big.js';
import { each, together, within } from '../../kit/fields/shape.ts';
import type { Query } from '../../kit/http/query.ts';
import { type JsonObject, textIn } from '../../kit/json.ts';
import { localTimestamp } from '../../kit/time/local-time.ts';
import { checked, type FieldKind } from '../fields.ts';
import { notFound, problem } from '../refusal.ts';
import { storeId } from '../settings.ts';
import type { Shop } from '../shop.ts';
import { isTest, type Order, type OrderLine, type Payment, taxByRate, totalOf } from './order.ts';

export const gateways = 'basic klarna_checkout mollie multisafepay paynl paypal sisow sumup zettle'.split(
  ' ',
);
const methods =
  `advance afterpay apple_pay bancontact belfius card cash creditcard directdebit external giropay ideal invoice kbccbc
   klarna_checkout klarna_paylater klarna_paynow klarna_sliceit maestro mastercard paypal paysafecard pickup rembours
   singledebit sofortbanking visa webshop_giftcard`.split(/\s+/);

const paymentShape = together<FieldKind>(
  each('text', 'gateway method referrerUrl'),
  within<FieldKind>({ orderLines: together(each('uuid', 'id'), each('whole', 'quantity price')) }, 'objects'),
);

export type Became = 'pending' | 'captured' | 'failed';

export function newPayment(
  shop: Shop,
  order: Order,
  gateway: string,
  method: string,
  became: Became,
  at: number,
): Payment {
  const cents = centsOf(totalOf(order));
  const types = { pending: [], captured: ['authorize', 'capture'], failed: ['failed'] } as const;
  const mutations = types[became].map((type) => ({ id: shop.ids.next('mutation'), type, cents, at }));
  return { id: shop.assortment.newUuid(), gateway, method, cents, createdAt: at, mutations };
}

/** With one more thing that became of the newest payment. */
export function withMutation(
  shop: Shop,
  payments: readonly Payment[],
  type: 'capture' | 'refund',
  cents: number | null,
  at = shop.world.now(),
): Payment[] {
  const last = payments.at(-1);
  if (last === undefined) return [];
  const mutation = { id: shop.ids.next('mutation'), type, cents: cents ?? last.cents, at };
  return [...payments.slice(0, -1), { ...last, mutations: [...last.mutations, mutation] }];
}

/** Throws a `Refusal`: 422 for what cannot be paid so. */
export function addPayment(shop: Shop, order: Order, body: JsonObject): Payment {
  const sent = checkedPayment(shop, body);
  if (!gateways.includes(textIn(sent, 'gateway'))) throw problem({ gateway: 'The gateway is unknown.' });
  if (totalOf(order).lte(0)) throw problem({ order: 'There is nothing to pay.' });
  const now = shop.world.now();
  const payment = newPayment(shop, order, textIn(sent, 'gateway'), textIn(sent, 'method'), 'pending', now);
  shop.change(order, { payments: [...order.payments, payment] });
  return payment;
}

export function changePayment(shop: Shop, order: Order, id: string, body: JsonObject): Payment {
  const before = paymentOf(order, id);
  const changed = { ...before, method: textIn(checkedPayment(shop, body), 'method') };
  shop.change(order, { payments: order.payments.map((one) => (one === before ? changed : one)) });
  return changed;
}

export function deletePayment(shop: Shop, order: Order, id: string): void {
  const gone = paymentOf(order, id);
  shop.change(order, { payments: order.payments.filter((one) => one !== gone) });
}

export function paymentOnWire(payment: Payment, order: Order, query: Query): JsonObject {
  const { id, gateway, method, cents, createdAt, mutations } = payment;
  const embed = query.list('embed') ?? [];
  const changedAt = mutations.at(-1)?.at ?? null;
  return {
    id,
    gateway,
    method,
    gatewayReference: `ord_${id.slice(0, 6)}`,
    price: cents,
    currency: 'EUR',
    storeId,
    reference: order.uuid,
    isTest: isTest(order),
    createdAt: localTimestamp(createdAt),
    updatedAt: changedAt === null ? null : localTimestamp(changedAt),
    ...(embed.includes('mutations')
      ? {
          mutations: mutations.map((one) => ({
            id: one.id,
            type: one.type,
            reference: null,
            price: one.cents,
            description: null,
            createdAt: localTimestamp(one.at),
            expiresAt: null,
          })),
        }
      : {}),
    ...(embed.includes('order') ? { order: paidOrder(order) } : {}),
    ...(embed.includes('properties') ? { properties: {} } : {}),
  };
}

/** The most exact split of an order into goods, costs and discounts (sheet 7.8). */
function paidOrder(order: Order): JsonObject {
  const tax = taxByRate(order).reduce((sum, one) => sum.plus(one.tax), Big(0));
  return {
    id: order.uuid,
    reference: order.number,
    price: centsOf(totalOf(order)),
    tax: centsOf(tax),
    locale: 'nl_NL',
    deliveryType: order.isSent ? 'delivery' : 'pickup',
    lines: order.lines.flatMap((line) => line.parts.map((part) => paidLine(line, part))),
    customer: { email: order.debtor.email ?? '' },
  };
}

const types = {
  article: 'physical',
  custom: 'physical',
  shipping: 'shipping_fee',
  payment: 'payment_fee',
  discount: 'discount',
} as const;

function paidLine(line: OrderLine, { rate, net, gross }: OrderLine['parts'][number]): JsonObject {
  return {
    id: line.id,
    type: types[line.type],
    name: line.name,
    description: line.name,
    quantity: String(line.quantity),
    price: centsOf(Big(gross)),
    tax: centsOf(Big(gross).minus(net)),
    taxRate: Big(rate).div(100).toFixed(4),
  };
}

function checkedPayment(shop: Shop, body: JsonObject): JsonObject {
  const sent = checked(body, paymentShape, shop.settings(), (name, message) => problem({ [name]: message }));
  const method = textIn(sent, 'method').replace(/^ideal:\w+$/, 'ideal');
  if (!methods.includes(method)) throw problem({ method: 'The method is unknown.' });
  return sent;
}

function paymentOf({ payments }: Order, id: string): Payment {
  const found = payments.find((one) => one.id === id.toLowerCase());
  if (found === undefined) throw notFound('Payment');
  return found;
}

export function centsOf(amount: Big): number {
  return Number(amount.times(100).toFixed(0));
}
