/** Invoices, credit memos and shipments: making and reading them (sheet 8). */
import { isObject, type JsonObject, objectsIn, textIn } from '../json.ts';
import type { Route } from '../route-table.ts';
import { amountIn, zero } from './amounts.ts';
import { askedQuantities } from './asked-quantities.ts';
import { documentColumns, invoiceBody, refundBody, shipmentBody, trackBody } from './document-shapes.ts';
import { type Call, type Endpoint, idIn, list } from './endpoint.ts';
import { invoice } from './invoicing.ts';
import { type RefundRequest, refund } from './refunding.ts';
import { noEntity, required } from './refusal.ts';
import { rowsOf, toRefund } from './row-quantities.ts';
import { shaped } from './shape.ts';
import { ship, trackOnFile } from './shipping.ts';
import type { DocumentKind, Shop } from './shop.ts';

/** Singular in some paths, plural in others. */
const readable: readonly { kind: DocumentKind; list: string; one: string; resource: string }[] = [
  { kind: 'invoices', list: 'invoices', one: 'invoices', resource: 'Magento_Sales::sales_invoice' },
  {
    kind: 'creditmemos',
    list: 'creditmemos',
    one: 'creditmemo',
    resource: 'Magento_Sales::sales_creditmemo',
  },
  { kind: 'shipments', list: 'shipments', one: 'shipment', resource: 'Magento_Sales::shipment' },
];

export function documentEndpoints(shop: Shop): Route<Endpoint>[] {
  const post = (template: string, resource: string, answer: Endpoint['answer']): Route<Endpoint> => ({
    method: 'POST',
    template,
    handler: { resource: `Magento_Sales::${resource}`, answer },
  });
  const order = (call: Call) => shop.order(idIn(call, 'id'));
  return [
    ...readable.flatMap((each) => readRoutes(shop, each)),
    post('/V1/order/{id}/invoice', 'invoice', (call) => {
      const found = order(call);
      return invoice(shop, found, askedQuantities(withItems(call, invoiceBody)));
    }),
    post('/V1/order/{id}/refund', 'creditmemo', (call) => {
      const found = order(call);
      return refund(shop, found, refundRequest(shop, withItems(call, refundBody)));
    }),
    post('/V1/invoice/{id}/refund', 'sales_invoice', (call) => refundInvoice(shop, call)),
    post('/V1/order/{id}/ship', 'ship', (call) => {
      const found = order(call);
      const body = withItems(call, shipmentBody);
      return ship(shop, found, {
        quantities: askedQuantities(body),
        tracks: objectsIn(body.tracks),
        sourceCode: sourceCode(body),
      });
    }),
    post('/V1/shipment/track', 'shipment', (call) => addTrack(shop, call)),
  ];
}

function readRoutes(
  shop: Shop,
  { kind, list: many, one, resource }: (typeof readable)[number],
): Route<Endpoint>[] {
  const found = (call: Call) => {
    const document = shop[kind].get(idIn(call, 'id'));
    if (document === undefined) throw noEntity();
    return document;
  };
  return [
    {
      method: 'GET',
      template: `/V1/${many}`,
      handler: {
        resource,
        answer: (call) => list(shop, call, { rows: shop[kind].indexed(), columns: documentColumns }),
      },
    },
    { method: 'GET', template: `/V1/${one}/{id}`, handler: { resource, answer: found } },
    {
      method: 'GET',
      template: `/V1/${one}/{id}/comments`,
      handler: {
        resource,
        answer: (call) => {
          const comments = objectsIn(found(call).comments);
          return { items: comments, search_criteria: { filter_groups: [] }, total_count: comments.length };
        },
      },
    },
  ];
}

function withItems({ body }: Call, to: typeof invoiceBody): JsonObject {
  const read = shaped(body, to);
  for (const item of objectsIn(read.items)) {
    const missing = ['order_item_id', 'qty'].filter((name) => item[name] === undefined);
    if (missing.length > 0) throw required(...missing);
  }
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
    invoiceId: null,
    online: false,
  };
}

/** As of the order, within what the invoice has. */
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
  return refund(shop, order, {
    ...request,
    quantities: request.quantities ?? new Map(within),
    shipping: request.shipping ?? (amountIn(invoiced, 'shipping_amount').gt(0) ? null : zero),
    invoiceId: Number(invoiced.entity_id),
    online: body.is_online === true,
  });
}

function sourceCode(body: JsonObject): string {
  const given = isObject(body.arguments) ? body.arguments.extension_attributes : undefined;
  return (isObject(given) && textIn(given, 'source_code')) || 'default';
}

function addTrack(shop: Shop, { body }: Call): JsonObject {
  if (!isObject(body.entity)) throw required('entity');
  const given = shaped(body.entity, trackBody);
  const missing = ['order_id', 'parent_id', 'track_number', 'title', 'carrier_code'].filter(
    (name) => given[name] === undefined,
  );
  if (missing.length > 0) throw required(...missing);
  const stored = shop.shipments.get(String(given.parent_id));
  if (stored === undefined || stored.order_id !== given.order_id) throw noEntity();
  const track = trackOnFile(shop, given, stored.order_id ?? 0, Number(stored.entity_id));
  const tracks = [...objectsIn(stored.tracks), track];
  shop.saveDocument('shipments', { ...stored, updated_at: shop.now(), tracks });
  return track;
}
