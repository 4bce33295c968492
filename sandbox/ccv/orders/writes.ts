/**
 * Orders that come over the API, and what can be changed of one (sheet 6.5). Not settable: payment method, date, number and
 * coupon. Taken for strict: a status that does not exist is refused, as is any status of a basket; customer and rows are
 * required; what is paid stays paid where it is not sent.
 */
import { each, type Shape, together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { type FieldKind, flag, int, number, readBodyFields, text } from '../call/fields.ts';
import { changedInfo, countryOf, infoFrom, personalInfo } from '../customers/personal-info.ts';
import { coded, invalid } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { bankTransfer } from '../shop-info/paymethods.ts';
import { home, percentageOf } from '../shop-info/taxes.ts';
import { type Order, type OrderTerms, plainTerms } from './order.ts';
import { checkStock, rowShape, rowsFrom } from './row-input.ts';
import { fresh, isStatus } from './statuses.ts';

const terms: Shape<FieldKind> = together(
  int('invoicenumber'),
  flag(`safety_deposit_returned taxes_included order_row_taxes_included shipping_taxes_included
    is_intra_community_order is_platform_sale`),
  number('total_shipping paymethod_costs extra_costs'),
  text(`extra_costs_description currency orderedinlng deliver_method reservationnumber
    track_and_trace_code track_and_trace_carrier`),
  each('date', 'deliver_date'),
);
const both: Shape<FieldKind> = together(
  terms,
  flag('paid'),
  int('status takeoutslot'),
  within({ customer: personalInfo }),
  within({ orderrows: rowShape }, 'objects'),
);
const posted = together(both, flag('is_completed'), int('user_id'));
const patched = together(both, flag('mail'), text('note'));
const replaced = within<FieldKind>({ orderrows: rowShape }, 'objects');

const methods = ['shipping', 'delivery', 'pickup'];

export function createOrder(shop: Shop, body: JsonObject): Order {
  const settings = shop.settings();
  const sent = readBodyFields(body, posted, settings, ['customer', 'orderrows']);
  const user = sent.user_id === undefined ? null : shop.user(String(sent.user_id));
  const given = isObject(sent.customer) ? sent.customer : {};
  // What is sent stands above what the account says.
  const customer = user === null ? infoFrom(given) : changedInfo(user.info, given);
  const country = countryOf(customer);
  const rows = objectsIn(sent.orderrows).flatMap((row) => rowsFrom(shop, row, country));
  if (rows.length === 0) throw invalid('An order needs a row');
  if (settings.apiChecksStock) checkStock(shop, rows);
  const status = statusIn(sent) ?? fresh;
  const isCompleted = sent.is_completed !== false;
  if (!isCompleted && sent.status !== undefined) throw invalid('A basket has no status');
  const included = settings.pricesIncludeTax;
  const base: OrderTerms = {
    ...plainTerms,
    order_row_taxes_included: included,
    shipping_taxes_included: included,
    shipping_tax_percentage: percentageOf('normal', country),
    // Left out: worked out; nothing is sent for what weighs nothing (the costs are ours).
    total_shipping: rows.some(({ weight }) => weight > 0) ? (country === home ? 6.95 : 13.95) : 0,
  };
  const own = withTerms(base, sent);
  const order: Order = {
    id: shop.ids.next('order'),
    number: isCompleted ? shop.ids.next('orderNumber') : null,
    createdAt: wholeSecond(shop.world.now()),
    isCompleted,
    status: isCompleted ? status : null,
    paid: sent.paid === true,
    paymethodId: bankTransfer.id,
    transactionId: null,
    userId: user?.id ?? null,
    userDiscount: 0,
    customer,
    rows,
    terms: own,
    isExtraTaxed: true,
    coupon: null,
    pickup: null,
    notes: [],
    messages: [],
    notifications: [],
    labels: [],
    isTaken: false,
  };
  return shop.save(order);
}

export function changeOrder(shop: Shop, order: Order, body: JsonObject): Order {
  const sent = readBodyFields(body, patched, shop.settings());
  const status = statusIn(sent);
  if (status !== undefined && !order.isCompleted) throw invalid('A basket has no status');
  const customer = isObject(sent.customer)
    ? changedInfo(order.customer ?? infoFrom({}), sent.customer)
    : order.customer;
  const changed: Order = {
    ...order,
    status: status ?? order.status,
    paid: typeof sent.paid === 'boolean' ? sent.paid : order.paid,
    customer,
    terms: withTerms(order.terms, sent),
    ...(sent.orderrows === undefined ? {} : { rows: rowsIn(shop, sent, customer) }),
  };
  if (shop.settings().sameValues === 'refused' && JSON.stringify(changed) === JSON.stringify(order)) {
    throw coded('500.50', 'The values are the same as before');
  }
  const mail = {
    id: shop.ids.next('remark'),
    at: wholeSecond(shop.world.now()),
    text: textIn(sent, 'note'),
  };
  const notifications = sent.mail === true ? [...order.notifications, mail] : order.notifications;
  return shop.save({ ...changed, notifications });
}

/** PUT: all rows give way, also of a completed order (sheet 12, 6). */
export function replaceRows(shop: Shop, order: Order, body: JsonObject): Order {
  const sent = readBodyFields(body, replaced, shop.settings(), ['orderrows']);
  return shop.save({ ...order, rows: rowsIn(shop, sent, order.customer) });
}

export function addRow(shop: Shop, order: Order, body: JsonObject): Order {
  const sent = readBodyFields(body, rowShape, shop.settings());
  return shop.save({ ...order, rows: [...order.rows, ...rowsFrom(shop, sent, countryOf(order.customer))] });
}

const rowChanges = number('count price discount');

/** Only of a basket (sheet 12, 6). */
export function changeRow(shop: Shop, order: Order, id: number, body: JsonObject): Order {
  requireBasket(order);
  const sent = readBodyFields(body, rowChanges, shop.settings());
  const value = (name: string, before: number) => (typeof sent[name] === 'number' ? sent[name] : before);
  const rows = order.rows.map((row) =>
    row.id !== id
      ? row
      : {
          ...row,
          count: value('count', row.count),
          price: value('price', row.price),
          discount: value('discount', row.discount),
          isCustomPrice: row.isCustomPrice || sent.price !== undefined,
        },
  );
  return shop.save({ ...order, rows });
}

export function requireBasket({ isCompleted }: Order): void {
  if (isCompleted) throw coded('500.70', 'Rows of a completed order cannot be changed one by one');
}

function rowsIn(shop: Shop, sent: JsonObject, customer: JsonObject | null): Order['rows'] {
  const rows = objectsIn(sent.orderrows).flatMap((row) => rowsFrom(shop, row, countryOf(customer)));
  if (rows.length === 0) throw invalid('An order needs a row');
  return rows;
}

function statusIn({ status }: JsonObject): number | undefined {
  if (typeof status !== 'number') return undefined;
  if (!isStatus(status)) throw invalid(`The status ${status} does not exist`);
  return status;
}

/** The terms with those that were sent; all of them are shown under the name by which they are sent. */
function withTerms(before: OrderTerms, sent: JsonObject): OrderTerms {
  const method = textIn(sent, 'deliver_method');
  if (method !== '' && !methods.includes(method))
    throw invalid(`deliver_method is none of ${methods.join(', ')}`);
  if (sent.takeoutslot !== undefined) throw invalid('There are no slots to take out');
  const currency = textIn(sent, 'currency');
  if (currency !== '' && currency !== before.currency) throw invalid(`The shop does not sell in ${currency}`);
  const names = Object.keys(before).filter((name) => terms.has(name) && sent[name] !== undefined);
  // The shape has checked what kind each of them is.
  return { ...before, ...Object.fromEntries(names.map((name) => [name, sent[name]])) };
}
