import { together } from '../../kit/fields/shape.ts';
import { type JsonObject, textIn } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import { allOf, isBetween, isSame } from '../../kit/search/row-tests.ts';
import { byNumber, byText } from '../../kit/search/sorting.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, readBodyFields, text } from '../call/fields.ts';
import { pagedList } from '../call/lists.ts';
import { infoFrom } from '../customers/personal-info.ts';
import { figuresOf } from '../orders/figures.ts';
import { couponOnWire, fullNumber, userRef } from '../orders/on-wire.ts';
import type { OrderRow } from '../orders/order.ts';
import { optionsOnWire, rowFigures } from '../orders/row-on-wire.ts';
import { boundsOf } from '../orders/search.ts';
import { invalid, notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { utc } from '../times.ts';
import type { Invoice } from './invoice.ts';
import { billRest, withStatus } from './making.ts';

const prefix = 'F';
const statuses = ['paid', 'unpaid', 'reimbursed'] as const;
const statusNames = { paid: 'Betaald', unpaid: 'Openstaand', reimbursed: 'Terugbetaald' };
const changes = together<FieldKind>(text('status payment_link_sent external_reference'));
const filters =
  'invoicenumber invoicenumber_full ordernumber ordernumber_full status min_create_date max_create_date';

export function invoiceEndpoints(shop: Shop): Routes {
  const find = (call: Call): Invoice => {
    const invoice = shop.invoices.get(idIn(call));
    if (invoice === undefined) throw notFound('invoices');
    return invoice;
  };
  const show = (call: Call) => (each: Invoice) => invoiceOnWire(shop, each, call);
  const orderNumber = ({ orderId }: Invoice) => shop.orders.get(String(orderId))?.number ?? 0;
  const orders = {
    id: byNumber(({ id }: Invoice) => id),
    invoicenumber: byNumber(({ number }: Invoice) => number),
    invoicenumber_full: byNumber(({ number }: Invoice) => number),
    ordernumber: byNumber(orderNumber),
    ordernumber_full: byNumber(orderNumber),
    create_date: byNumber(({ createdAt }: Invoice) => createdAt),
    status: byText(({ status }: Invoice) => status),
    total_price: byNumber((each: Invoice) => asNumber(totalsOf(shop, each).total)),
  };
  return [
    on('GET', '/invoices', (call) => {
      const { query, settings } = call;
      const { from, to } = boundsOf(query, settings);
      const found = shop.invoices
        .indexed()
        .filter(
          allOf<Invoice>([
            isSame(query.number('invoicenumber'), ({ number }) => number),
            isSame(query.text('invoicenumber_full'), ({ number }) => `${prefix}-${number}`),
            isSame(query.number('ordernumber'), orderNumber),
            isSame(query.text('ordernumber_full'), (each) => fullNumber(orderNumber(each), settings)),
            isSame(query.oneOf('status', statuses), ({ status }) => status),
            isBetween(from, to, ({ createdAt }) => createdAt),
          ]),
        );
      return pagedList(call, found, { show: show(call), orders, filters: filters.split(' ') });
    }),
    on('GET', '/invoices/{id}', (call) => show(call)(find(call))),
    on('PATCH', '/invoices/{id}', (call) => {
      const invoice = find(call);
      change(shop, invoice, readBodyFields(objectIn(call), changes, call.settings));
      return undefined;
    }),
    on('GET', '/invoices/{id}/invoicerows', (call) => {
      const invoice = find(call);
      const listing = {
        show: (row: OrderRow) => rowOnWire(shop, invoice, row, call),
        mayBeNull: true,
      } as const;
      return pagedList(call, invoice.rows, listing);
    }),
    on('GET', '/orders/{id}/invoices', (call) =>
      pagedList(call, shop.invoicesOf(shop.order(idIn(call))), { show: show(call) }),
    ),
    on('POST', '/orders/{id}/invoices', (call) => {
      const order = shop.order(idIn(call));
      if (!order.isCompleted) throw invalid('The order is not completed');
      const sent = call.body === undefined ? {} : readBodyFields(objectIn(call), changes, call.settings);
      return show(call)(change(shop, billRest(shop, order), sent));
    }),
  ];
}

function change(shop: Shop, invoice: Invoice, sent: JsonObject): Invoice {
  const status = statuses.find((each) => each === sent.status);
  if (sent.status !== undefined && status === undefined) throw invalid(`${sent.status} is no status`);
  const named: Invoice = {
    ...invoice,
    externalReference: textIn(sent, 'external_reference') || invoice.externalReference,
    paymentLinkSent: textIn(sent, 'payment_link_sent') || invoice.paymentLinkSent,
  };
  return withStatus(shop, named, status ?? invoice.status);
}

export function totalsOf(shop: Shop, invoice: Invoice) {
  return figuresOf(invoice, shop.settings().vatRounded);
}

export function invoiceOnWire(
  shop: Shop,
  invoice: Invoice,
  { links, settings }: Pick<Call, 'links' | 'settings'>,
): JsonObject {
  const { id, number, terms, status, orderId } = invoice;
  const order = shop.orders.get(String(orderId));
  const { total, tax } = totalsOf(shop, invoice);
  return {
    href: links.self('invoices', id),
    id,
    invoicenumber_prefix: prefix,
    invoicenumber: number,
    invoicenumber_full: `${prefix}-${number}`,
    ordernumber_prefix: settings.orderPrefix,
    ordernumber: order?.number ?? 0,
    ordernumber_full: fullNumber(order?.number ?? 0, settings),
    create_date: utc(invoice.createdAt),
    status,
    status_name: statusNames[status],
    type: total.lt(0) ? 'credit' : 'debit',
    payment_link_sent: invoice.paymentLinkSent,
    taxes_included: terms.taxes_included,
    invoice_row_taxes_included: terms.order_row_taxes_included,
    is_intra_community_order: terms.is_intra_community_order,
    shipping_taxes_included: terms.shipping_taxes_included,
    shipping_tax_percentage: terms.shipping_tax_percentage,
    total_shipping: terms.total_shipping,
    total_discounts: terms.total_discounts,
    total_price_inc_tax: asNumber(total),
    total_price_exc_tax: asNumber(total.minus(tax)),
    total_price: asNumber(total),
    total_tax: asNumber(tax),
    currency: terms.currency,
    extra_payment_option: terms.extra_payment_option,
    extra_payment_option_price: terms.extra_payment_option_price,
    paymethod_costs: terms.paymethod_costs,
    credit_point_discount: terms.credit_point_discount,
    extra_costs: terms.extra_costs,
    extra_costs_description: terms.extra_costs_description,
    external_reference: invoice.externalReference,
    deeplink: `${links.root}/i${id}`,
    user: userRef(order ?? { userId: null, userDiscount: 0 }, links, settings),
    customer: order?.customer ?? infoFrom({}),
    discountcoupon: couponOnWire(invoice.coupon),
    order: links.to('orders', orderId),
    invoicerows: links.ref('invoices', id, 'invoicerows'),
    invoicenotifications: links.ref('invoices', id, 'invoicenotifications'),
    download_link: '',
  };
}

/** The id of the invoice is a text (sheet 6.11). */
function rowOnWire(shop: Shop, { id }: Invoice, row: OrderRow, { links }: Call): JsonObject {
  return {
    href: links.self('invoicerows', row.id),
    id: row.id,
    invoice_id: String(id),
    product_type: row.type,
    product_href: row.productId === null ? null : links.to('products', row.productId),
    user_discount: 0,
    ...rowFigures(row, shop.assortment.packageName(row.packageId)),
    attributes: optionsOnWire(row),
    orderrow: links.ref('orderrows', row.id),
    parent: links.ref('invoices', id),
  };
}
