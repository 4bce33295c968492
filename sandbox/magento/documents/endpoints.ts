/** Invoices, credit memos and shipments: making and reading them (sheet 8). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { zero } from '../../kit/money/cents.ts';
import { amountIn } from '../amounts.ts';
import { type Call, type Endpoint, idIn, list, under } from '../endpoint.ts';
import { shaped } from '../fields.ts';
import { rowsOf, toRefund } from '../orders/row-quantities.ts';
import { noEntity, required, requireFields } from '../refusal.ts';
import type { DocumentKind, Shop } from '../shop.ts';
import { askedQuantities } from './asked-quantities.ts';
import { invoice } from './invoicing.ts';
import { type RefundRequest, refund } from './refunding.ts';
import { documentColumns, invoiceBody, refundBody, shipmentBody, trackBody } from './shapes.ts';
import { ship, trackOnFile } from './shipping.ts';

/** Singular in some paths, plural in others. */
const readable: readonly { kind: DocumentKind; one: string; resource: string }[] = [
  { kind: 'invoices', one: 'invoices', resource: 'Magento_Sales::sales_invoice' },
  { kind: 'creditmemos', one: 'creditmemo', resource: 'Magento_Sales::sales_creditmemo' },
  { kind: 'shipments', one: 'shipment', resource: 'Magento_Sales::shipment' },
];

export function documentEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1');
  const order = (call: Call) => shop.order(idIn(call, 'id'));
  return [
    ...readable.flatMap((each) => readEndpoints(shop, each)),
    on('POST', '/order/{id}/invoice', 'Magento_Sales::invoice', (call) => {
      const found = order(call);
      const body = withItems(call, invoiceBody);
      return said(shop, 'invoices', invoice(shop, found, askedQuantities(body)), body);
    }),
    on('POST', '/order/{id}/refund', 'Magento_Sales::creditmemo', (call) => {
      const found = order(call);
      const body = withItems(call, refundBody);
      return said(shop, 'creditmemos', refund(shop, found, refundRequest(shop, body)), body);
    }),
    on('POST', '/invoice/{id}/refund', 'Magento_Sales::sales_invoice', (call) => refundInvoice(shop, call)),
    on('POST', '/order/{id}/ship', 'Magento_Sales::ship', (call) => {
      const found = order(call);
      const body = withItems(call, shipmentBody);
      const id = ship(shop, found, {
        quantities: askedQuantities(body),
        tracks: objectsIn(body.tracks),
        sourceCode: sourceCode(body),
      });
      return said(shop, 'shipments', id, body);
    }),
    on('POST', '/shipment/track', 'Magento_Sales::shipment', (call) => addTrack(shop, call)),
  ];
}

function readEndpoints(shop: Shop, { kind, one, resource }: (typeof readable)[number]): Route<Endpoint>[] {
  const on = under('/V1');
  const found = (call: Call) => {
    const document = shop[kind].get(idIn(call, 'id'));
    if (document === undefined) throw noEntity();
    return document;
  };
  return [
    on('GET', `/${kind}`, resource, (call) =>
      list(shop, call, { rows: shop[kind].indexed(), columns: documentColumns }),
    ),
    on('GET', `/${one}/{id}`, resource, found),
    on('GET', `/${one}/{id}/comments`, resource, (call) => {
      const comments = objectsIn(found(call).comments);
      return { items: comments, search_criteria: { filter_groups: [] }, total_count: comments.length };
    }),
  ];
}

function withItems({ body }: Call, to: typeof invoiceBody): JsonObject {
  const read = shaped(body, to);
  for (const item of objectsIn(read.items)) requireFields(item, ['order_item_id', 'qty']);
  return read;
}

function refundRequest(shop: Shop, body: JsonObject): RefundRequest {
  const given = isObject(body.arguments) ? body.arguments : {};
  return {
    quantities: askedQuantities(body),
    shipping: given.shipping_amount === undefined ? null : amountIn(given, 'shipping_amount'),
    shippingInclTax: shop.settings().refundShippingInclTax,
    adjustmentPositive: amountIn(given, 'adjustment_positive'),
    adjustmentNegative: amountIn(given, 'adjustment_negative'),
    returned: returnedRows(given),
    invoiceId: null,
    online: false,
  };
}

/** Like a refund of the order, limited to what the invoice contains. */
function refundInvoice(shop: Shop, call: Call): number {
  const invoiced = shop.invoices.get(idIn(call, 'id'));
  if (invoiced === undefined) throw noEntity();
  const order = shop.order(String(invoiced.order_id));
  const body = withItems(call, refundBody);
  const request = refundRequest(shop, body);
  const within = objectsIn(invoiced.items).flatMap((item) => {
    const row = rowsOf(order).find((each) => each.item_id === item.order_item_id);
    if (row === undefined) return [];
    const [left, there] = [toRefund(order, row), amountIn(item, 'qty')];
    return [[Number(item.order_item_id), left.lt(there) ? left : there] as const];
  });
  const id = refund(shop, order, {
    ...request,
    quantities: request.quantities ?? new Map(within),
    shipping: request.shipping ?? (amountIn(invoiced, 'shipping_amount').gt(0) ? null : zero),
    invoiceId: Number(invoiced.entity_id),
    online: body.is_online === true,
  });
  return said(shop, 'creditmemos', id, body);
}

/**
 * Keeps the comment that came with a new document, and mails it when that is asked for (sheet 8.1). The comment is of
 * the document, not of the order.
 */
function said(shop: Shop, kind: DocumentKind, id: number, body: JsonObject): number {
  const document = shop[kind].get(String(id)) ?? {};
  const given = isObject(body.comment) ? body.comment : {};
  const isNotified = body.notify === true;
  if (isNotified) shop.mail(kind, id);
  const comments =
    textIn(given, 'comment') === ''
      ? []
      : [
          {
            entity_id: shop.ids.next('documentComment'),
            parent_id: id,
            created_at: shop.now(),
            comment: textIn(given, 'comment'),
            is_customer_notified: isNotified && body.append_comment === true ? 1 : 0,
            is_visible_on_front: given.is_visible_on_front ?? 0,
          },
        ];
  if (!isNotified && comments.length === 0) return id;
  shop.saveDocument(kind, { ...document, ...(isNotified ? { email_sent: 1 } : {}), comments });
  return id;
}

function returnedRows({ extension_attributes: extension }: JsonObject): number[] {
  const ids = isObject(extension) ? extension.return_to_stock_items : undefined;
  return Array.isArray(ids) ? ids.map(Number) : [];
}

function sourceCode(body: JsonObject): string {
  const given = isObject(body.arguments) ? body.arguments.extension_attributes : undefined;
  return (isObject(given) && textIn(given, 'source_code')) || 'default';
}

function addTrack(shop: Shop, { body }: Call): JsonObject {
  if (!isObject(body.entity)) throw required('entity');
  const given = shaped(body.entity, trackBody);
  requireFields(given, ['order_id', 'parent_id', 'track_number', 'title', 'carrier_code']);
  const stored = shop.shipments.get(String(given.parent_id));
  if (stored === undefined || stored.order_id !== given.order_id) throw noEntity();
  const track = trackOnFile(shop, given, stored.order_id ?? 0, Number(stored.entity_id));
  const tracks = [...objectsIn(stored.tracks), track];
  shop.saveDocument('shipments', { ...stored, updated_at: shop.now(), tracks });
  return track;
}
