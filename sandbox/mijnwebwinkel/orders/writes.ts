/** Orders that come over the API, and what can be changed of one (sheet 7.7). */
import { each, together, within } from '../../kit/fields/shape.ts';
import type { Query } from '../../kit/http/query.ts';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Access } from '../access.ts';
import { checked, type FieldKind, requireFields } from '../fields.ts';
import { invalid } from '../refusal.ts';
import { offlineLocationId } from '../settings.ts';
import type { Shop } from '../shop.ts';
import { shippingMethods } from '../store/shipping.ts';
import { debtorFrom, debtorShape } from './debtor.ts';
import { checkStock, type GoodsTerms, goodsFrom, linesShape } from './goods.ts';
import { costParts } from './lines.ts';
import { type Order, type OrderLine, totalOf } from './order.ts';
import { checkStatus, pending } from './statuses.ts';

/** What can be changed later as well. */
const changeable = together<FieldKind>(
  each('flag', 'archived'),
  each('whole', 'status'),
  each('text', 'reference'),
  each('uuid', 'offline_location_id'),
);

const orderShape = together<FieldKind>(
  changeable,
  linesShape,
  each('text', 'discountcode business_model shipping_method_id'),
  each('whole', 'shipping_type'),
  within<FieldKind>({
    // That of the customer is read-only, but stands in the vendor's own example.
    comments: each('text', 'customer internal'),
    debtor: debtorShape,
    payment: together<FieldKind>(
      each('text', 'gateway_name method_name'),
      within({ status: together<FieldKind>(each('whole', 'id'), each('text', 'text')) }),
    ),
  }),
);

const changesShape = together<FieldKind>(
  changeable,
  within({ comments: each<FieldKind>('text', 'internal') }),
);

/** The closed list of the vendor's description. */
const paymentMethods =
  `advance afterpay apple_pay bancontact bank_transfer belfius bitcoin card cash creditcard directdebit
  external giropay ideal ideal:issuer invoice in_arrears kbccbc klarna_checkout klarna_paylater klarna_paynow klarna_sliceit
  maestro mastercard paypal paysafecard pickup podium_giftcard rembours singledebit sofortbanking visa
  webshop_giftcard`.split(/\s+/);
const withoutB2b = ['klarna_checkout', 'klarna_paylater', 'afterpay'];

/** Throws a `Refusal`; a number is given only to an order that passed (sheet 4). */
export function createOrder(shop: Shop, access: Access, body: JsonObject, query: Query): Order {
  const rights = ['override_stock', 'override_minimum'].filter((right) => query.flag(right) === true);
  for (const right of rights) access.requireRight(right);
  const sent = checked(body, orderShape, shop.settings());
  requireFields(sent, 'orderlines', 'debtor');
  const model = modelOf(shop, sent);
  const debtor = debtorFrom(shop, isObject(sent.debtor) ? sent.debtor : {}, model === 'B2B');
  const { taxRegion, taxStrategy } = shop.taxOf(countryOf(debtor), model);
  const terms: GoodsTerms = { shop, access, region: taxRegion, taxed: taxStrategy === '' };
  const goods = objectsIn(sent.orderlines).map((line) => goodsFrom(line, terms));
  if (goods.length === 0) throw invalid('orderlines: At least one line is required.');
  if (!rights.includes('override_stock')) checkStock(shop, goods);
  const lines = [...goods, ...shippingFrom(sent, goods, terms, query)];
  const total = totalOf({ lines });
  const { minimumOrder } = shop.settings();
  if (minimumOrder !== null && total.lt(minimumOrder) && !rights.includes('override_minimum')) {
    throw invalid(`The minimum of an order is ${minimumOrder}.`);
  }
  const status = sent.status === undefined ? pending : numberIn(sent, 'status');
  checkStatus(shop.statuses.value, status, false);
  if (textIn(sent, 'discountcode')) throw invalid('discountcode: The discount code is unknown.');
  const now = wholeSecond(shop.world.now());
  const comments = isObject(sent.comments) ? sent.comments : {};
  return shop.add({
    uuid: shop.assortment.newUuid(),
    placedAt: now,
    status,
    statusChangedAt: now,
    archived: sent.archived === true,
    finished: true,
    discountCode: '',
    credited: null,
    credits: [],
    customerComment: '',
    internalComment: textIn(comments, 'internal'),
    businessModel: model,
    reference: referenceIn(sent, model) ?? '',
    taxRegion,
    taxStrategy,
    offlineLocationId: locationIn(sent) ?? null,
    isSent: (sent.shipping_type ?? 1) !== 1 || lines.length > goods.length,
    debtor,
    lines,
    payments: [],
    linked: total.eq(0) ? null : linkedFrom(sent, model),
    number: shop.newNumber(),
  });
}

export function changeOrder(shop: Shop, order: Order, body: JsonObject): Order {
  const sent = checked(body, changesShape, shop.settings());
  if (sent.status !== undefined)
    checkStatus(shop.statuses.value, numberIn(sent, 'status'), order.credited !== null);
  const reference = referenceIn(sent, order.businessModel);
  const location = locationIn(sent);
  const comments = isObject(sent.comments) ? sent.comments : {};
  return shop.change(order, {
    ...(sent.status === undefined ? {} : { status: numberIn(sent, 'status') }),
    ...(typeof sent.archived === 'boolean' ? { archived: sent.archived } : {}),
    ...(typeof comments.internal === 'string' ? { internalComment: comments.internal } : {}),
    ...(reference === undefined ? {} : { reference }),
    ...(location === undefined ? {} : { offlineLocationId: location }),
  });
}

/** The country that the goods go to. */
export function countryOf(debtor: JsonObject): string {
  const address = isObject(debtor.address) ? (debtor.address.delivery ?? debtor.address.invoice) : {};
  return isObject(address) ? textIn(address, 'country_code') || 'NL' : 'NL';
}

function modelOf(shop: Shop, sent: JsonObject): Order['businessModel'] {
  const { businessModels } = shop.settings();
  const model = textIn(sent, 'business_model') || (businessModels === 'B2B' ? 'B2B' : 'B2C');
  if (model !== 'B2B' && model !== 'B2C') throw invalid('business_model: B2C or B2B.');
  if (businessModels !== 'ALL' && businessModels !== model)
    throw invalid(`business_model: The store has no ${model}.`);
  return model;
}

function referenceIn(sent: JsonObject, model: Order['businessModel']): string | undefined {
  const reference = textIn(sent, 'reference');
  if (sent.reference === undefined || sent.reference === null) return undefined;
  if (model !== 'B2B') throw invalid('reference: Only available for B2B.');
  if (reference.length > 255) throw invalid('reference: At most 255 characters.');
  return reference;
}

function locationIn(sent: JsonObject): string | null | undefined {
  const location = sent.offline_location_id;
  if (location === undefined || location === null) return location;
  if (location === offlineLocationId) return offlineLocationId;
  throw invalid('offline_location_id: The location is unknown.');
}

function linkedFrom({ payment }: JsonObject, model: Order['businessModel']): Order['linked'] {
  if (!isObject(payment)) throw invalid('payment: Required unless the total is 0.00.');
  requireFields(payment, 'gateway_name', 'method_name');
  const method = textIn(payment, 'method_name');
  if (!paymentMethods.includes(method)) throw invalid(`payment: ${method} is not a valid choice.`);
  if (model === 'B2B' && withoutB2b.includes(method)) throw invalid(`payment: ${method} does not allow B2B.`);
  const statusId = isObject(payment.status) ? numberIn(payment.status, 'id') : 0;
  return { gateway: textIn(payment, 'gateway_name'), method, statusId };
}

function shippingFrom(
  sent: JsonObject,
  goods: readonly OrderLine[],
  { shop, taxed }: GoodsTerms,
  query: Query,
): OrderLine[] {
  const id = textIn(sent, 'shipping_method_id');
  if (id === '' || query.flag('disable_shipping') === true) return [];
  const method = shippingMethods.find((each) => each.id === id);
  if (method === undefined) throw invalid('shipping_method_id: The method is unknown.');
  const parts = costParts(method.cost, undefined, goods, { included: true, taxed });
  const line = { quantity: 1, name: method.name, weight: '0', parts, article: null };
  return [{ id: shop.assortment.newUuid(), type: 'shipping', ...line }];
}
