/** An order as the API shows it (sheet 6.1). */
import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import type { Links } from '../call/links.ts';
import type { CcvSettings } from '../settings.ts';
import { paymethodOf } from '../shop-info/paymethods.ts';
import { utc } from '../times.ts';
import { figuresOf } from './figures.ts';
import type { Coupon, Order } from './order.ts';

const lists =
  `orderrows ordernotes ordermessages ordernotifications orderaffiliatenetworks orderlabels invoices terminalreceipts
  fiscaltransactionsignatures`.split(/\s+/);

export function fullNumber(number: number | null, { orderPrefix }: CcvSettings): string | null {
  if (number === null) return null;
  return orderPrefix === null ? String(number) : `${orderPrefix}-${number}`;
}

export function orderOnWire(order: Order, links: Links, settings: CcvSettings): JsonObject {
  const { id, number, terms, isCompleted } = order;
  const { rows, total, tax, weight } = figuresOf(order, settings.vatRounded);
  const basket = (word: string) => (isCompleted ? null : `${links.root}/${word}/${id}`);
  const code = terms.track_and_trace_code;
  return {
    href: links.self('orders', id),
    id,
    ordernumber_prefix: number === null ? null : settings.orderPrefix,
    ordernumber: number,
    ordernumber_full: fullNumber(number, settings),
    transaction_id: order.transactionId,
    create_date: utc(order.createdAt),
    take_out_window: { start: null, end: null },
    status: order.status,
    is_completed: isCompleted,
    basket_href: basket('basket'),
    checkout_href: basket('checkout'),
    paid: order.paid,
    ...paymethodOf(order.paymethodId),
    ...terms,
    total_orderrow_price: asNumber(settings.rowTotals === 'rows' ? rows : total),
    total_price: asNumber(total),
    total_tax: asNumber(tax),
    total_weight: asNumber(weight, 4),
    extra_payment_option_no_sentprice: false,
    extra_payment_option_pay_on_pickup: false,
    extra_price: asNumber(Big(terms.paymethod_costs).minus(terms.credit_point_discount)),
    track_and_trace_deeplink: code === '' ? '' : `https://track.example.com/${code}`,
    user: userRef(order, links, settings),
    discountcoupon: couponOnWire(order.coupon),
    customer: order.customer,
    pickup_address: order.pickup,
    packing_slip_deeplink: `${links.root}/slip/${id}`,
    ...Object.fromEntries(lists.map((name) => [name, links.ref('orders', id, name)])),
  };
}

/** The id may be a text (sheet 12, 2). */
export function userRef(
  { userId, userDiscount }: Pick<Order, 'userId' | 'userDiscount'>,
  links: Links,
  { orderUserIds }: CcvSettings,
): JsonObject {
  if (userId === null) return { id: null, discount_percentage: 0, href: null };
  return {
    id: orderUserIds === 'text' ? String(userId) : userId,
    discount_percentage: userDiscount,
    href: links.to('users', userId),
  };
}

export function couponOnWire(coupon: Coupon | null): JsonObject {
  const { code, discount, type } = coupon ?? { code: '', discount: 0, type: '' };
  const limits = { enddate: null, onetimeuse: false, givesfreeshipping: false, minimumprice: 0 };
  return { code, discount, type, ...limits };
}
