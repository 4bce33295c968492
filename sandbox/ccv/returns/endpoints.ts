import type { JsonObject } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import { allOf, isBetween, isSame } from '../../kit/search/row-tests.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import { type Call, idIn, on, type Routes } from '../call/call.ts';
import { pagedList } from '../call/lists.ts';
import { infoFrom } from '../customers/personal-info.ts';
import { figuresOf } from '../orders/figures.ts';
import { fullNumber, userRef } from '../orders/on-wire.ts';
import { type Order, plainTerms } from '../orders/order.ts';
import { optionsOnWire, rowFigures } from '../orders/row-on-wire.ts';
import { boundsOf } from '../orders/search.ts';
import { notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { utc } from '../times.ts';
import { type ReturnCase, returnStatuses } from './return-case.ts';

const prefix = 'R';
const filters =
  'returnnumber returnnumber_full ordernumber ordernumber_full status min_create_date max_create_date';

/** Read only (sheet 5). */
export function returnEndpoints(shop: Shop): Routes {
  const find = (call: Call): ReturnCase => {
    const found = shop.returns.get(idIn(call));
    if (found === undefined) throw notFound('returns');
    return found;
  };
  const orderOf = ({ orderId }: ReturnCase) => shop.orders.get(String(orderId));
  const orderNumber = (each: ReturnCase) => orderOf(each)?.number ?? 0;
  const orders = {
    id: byNumber(({ id }: ReturnCase) => id),
    returnnumber: byNumber(({ number }: ReturnCase) => number),
    returnnumber_full: byNumber(({ number }: ReturnCase) => number),
    ordernumber: byNumber(orderNumber),
    ordernumber_full: byNumber(orderNumber),
    create_date: byNumber(({ createdAt }: ReturnCase) => createdAt),
    status: byNumber(({ status }: ReturnCase) => status),
    total_price: byNumber((each: ReturnCase) => asNumber(figures(shop, each, orderOf(each)).total)),
  };
  return [
    on('GET', '/returns', (call) => {
      const { query, settings } = call;
      const { from, to } = boundsOf(query, settings);
      const found = shop.returns
        .indexed()
        .filter(
          allOf<ReturnCase>([
            isSame(query.number('returnnumber'), ({ number }) => number),
            isSame(query.text('returnnumber_full'), ({ number }) => `${prefix}-${number}`),
            isSame(query.number('ordernumber'), orderNumber),
            isSame(query.text('ordernumber_full'), (each) => fullNumber(orderNumber(each), settings)),
            isSame(query.text('status'), ({ status }) => String(status)),
            isBetween(from, to, ({ createdAt }) => createdAt),
          ]),
        );
      const show = (each: ReturnCase) => returnOnWire(shop, each, orderOf(each), call);
      return pagedList(call, found, { show, orders, filters: filters.split(' ') });
    }),
    on('GET', '/returns/{id}', (call) => {
      const found = find(call);
      return returnOnWire(shop, found, orderOf(found), call);
    }),
    on('GET', '/returns/{id}/returnrows', (call) => {
      const found = find(call);
      return pagedList(call, found.rows, { show: (each) => rowOnWire(shop, found, each, call) });
    }),
  ];
}

/** Goods only: whether shipping comes back is for an invoice to say. */
function figures(shop: Shop, { rows }: ReturnCase, order: Order | undefined) {
  const terms = { ...(order?.terms ?? plainTerms) };
  const none = { total_shipping: 0, total_discounts: 0, credit_point_discount: 0, paymethod_costs: 0 };
  const without = { ...terms, ...none, extra_costs: 0, extra_payment_option_price: 0 };
  const priced = { rows: rows.map(({ row }) => row), terms: without, isExtraTaxed: false };
  return figuresOf(priced, shop.settings().vatRounded);
}

function returnOnWire(
  shop: Shop,
  each: ReturnCase,
  order: Order | undefined,
  { links, settings }: Call,
): JsonObject {
  const { total, tax } = figures(shop, each, order);
  return {
    href: links.self('returns', each.id),
    id: each.id,
    returnnumber_prefix: prefix,
    returnnumber: each.number,
    returnnumber_full: `${prefix}-${each.number}`,
    ordernumber_prefix: settings.orderPrefix,
    ordernumber: order?.number ?? 0,
    ordernumber_full: fullNumber(order?.number ?? 0, settings),
    create_date: utc(each.createdAt),
    status: String(each.status),
    status_name: returnStatuses[each.status - 1] ?? '',
    action_name: 'Geld terug',
    reason_name: each.reason,
    total_price_inc_tax: asNumber(total),
    total_price_exc_tax: asNumber(total.minus(tax)),
    total_price: asNumber(total),
    total_tax: asNumber(tax),
    currency: order?.terms.currency ?? 'EUR',
    user: userRef(order ?? { userId: null, userDiscount: 0 }, links, settings),
    customer: order?.customer ?? infoFrom({}),
    order: links.to('orders', each.orderId),
    returnrows: links.ref('returns', each.id, 'returnrows'),
  };
}

function rowOnWire(
  shop: Shop,
  { id: returnId }: ReturnCase,
  { id, row }: ReturnCase['rows'][number],
  { links }: Call,
): JsonObject {
  return {
    href: links.self('returnrows', id),
    id,
    return_id: returnId,
    ...rowFigures(row, shop.assortment.packageName(row.packageId)),
    attributes: optionsOnWire(row),
    product: { href: row.productId === null ? '' : links.to('products', row.productId) },
    orderrow: links.ref('orderrows', row.id),
    parent: links.ref('returns', returnId),
  };
}
