import { addressFrom } from '../customers/address-input.ts';
import { upsertCustomer } from '../customers/writes.ts';
import { payloadOf, refused } from '../graphql/errors.ts';
import { gid, idIn } from '../ids.ts';
import { checkedMetafields, setMetafields } from '../metafields/metafield.ts';
import { confirmationNumber } from '../sales/placing.ts';
import { mainLocation, type Shop, currency as shopCurrency } from '../shop.ts';
import type { Behaviour, OrderInput } from './create-input.ts';
import { amountIn, lineFrom, presentmentOf, taxesFrom, withDiscount } from './create-parts.ts';
import { figuresOf } from './figures.ts';
import type { Fulfillment, Line, Order } from './order.ts';
import { orderView } from './view.ts';
import { uniqueTags } from './writes.ts';

const minuteMs = 60_000;

export function orderCreateMutation(shop: Shop) {
  return {
    orderCreate: ({
      order,
      options,
    }: {
      order: OrderInput;
      options?: { inventoryBehaviour?: Behaviour } | null;
    }) =>
      payloadOf(() => {
        const behaviour = options?.inventoryBehaviour ?? 'BYPASS';
        check(shop, order, behaviour);
        const id = shop.newId('order');
        const owner = gid('Order', id);
        checkedMetafields(shop, owner, order.metafields ?? [], 'order.metafields');
        const made = newOrder(shop, id, order);
        setMetafields(shop, owner, order.metafields ?? [], 'order.metafields');
        shop.addOrder(made, behaviour !== 'BYPASS');
        return { order: orderView(shop, made) };
      }),
  };
}

function check(shop: Shop, order: OrderInput, behaviour: Behaviour): void {
  const { lineItems, customer, customerId, processedAt, taxLines } = order;
  if (!lineItems?.length)
    throw refused('order.lineItems', 'Line items must have at least one line item', 'INVALID');
  if (order.fulfillmentStatus && order.fulfillmentStatus !== 'FULFILLED') {
    throw refused(
      'order.fulfillmentStatus',
      'The stand-in makes orders that are sent, or not sent',
      'INVALID',
    );
  }
  if (order.fulfillmentStatus && !order.fulfillment) {
    throw refused(
      'order.fulfillment',
      'A fulfillment is needed to make a fulfilled order',
      'FULFILLMENT_SERVICE_INVALID',
    );
  }
  if (lineItems.length > 250)
    throw refused(
      'order.lineItems',
      'The input array size is greater than the maximum allowed of 250',
      'INVALID',
    );
  if (customer && customerId)
    throw refused(
      'order.customerId',
      'Only one of customer and customerId may be given',
      'REDUNDANT_CUSTOMER_FIELDS',
    );
  if (processedAt && Date.parse(processedAt) > shop.world.now() + minuteMs) {
    throw refused('order.processedAt', 'Processed at must not be in the future', 'PROCESSED_AT_INVALID');
  }
  if (taxLines?.length && lineItems.some((line) => line.taxLines?.length)) {
    throw refused(
      'order.taxLines',
      'Tax lines must be specified on the order or on the line items, not on both',
      'INVALID',
    );
  }
  for (const [index, { variantId, title, quantity, priceSet }] of lineItems.entries()) {
    const at = `order.lineItems.${index}`;
    const found = variantId ? shop.variant(idIn('ProductVariant', variantId) ?? '') : null;
    if (variantId && found === null) throw refused(`${at}.variantId`, 'Variant does not exist', 'INVALID');
    if (!variantId && !title) throw refused(`${at}.title`, "Title can't be blank", 'INVALID');
    if (!variantId && !priceSet) throw refused(`${at}.priceSet`, "Price can't be blank", 'INVALID');
    if (quantity <= 0) throw refused(`${at}.quantity`, 'Quantity must be greater than 0', 'INVALID');
    if (
      behaviour !== 'DECREMENT_OBEYING_POLICY' ||
      found === null ||
      !found.variant.tracked ||
      found.variant.policy === 'CONTINUE'
    )
      continue;
    const available = Object.values(found.variant.levels).reduce((sum, level) => sum + level.available, 0);
    if (available < quantity)
      throw refused(`${at}.variantId`, 'Unable to reserve inventory', 'INVENTORY_CLAIM_FAILED');
  }
  if (!shop.settings().isDevelopment) return;
  const recent = shop.newOrders.value.filter((at) => at > shop.world.now() - minuteMs);
  if (recent.length >= 5) throw refused(null, 'Too many attempts. Please try again later.', 'INVALID');
  shop.newOrders.value = [...recent, shop.world.now()];
}

function newOrder(shop: Shop, id: string, given: OrderInput): Order {
  const now = shop.world.now();
  const number = shop.ids.next('number');
  const { orderPrefix, orderSuffix } = shop.settings();
  const customerId = customerOf(shop, given);
  const bare = {
    lines: (given.lineItems ?? []).map((line) => lineFrom(shop, line)),
    shippingLines: (given.shippingLines ?? []).map(({ title, code, source, priceSet, taxLines }) => ({
      ...{
        id: shop.newId('part'),
        title,
        code: code ?? null,
        source: source ?? null,
        price: amountIn(priceSet),
        removed: false,
        allocations: [],
      },
      taxLines: taxesFrom(taxLines),
    })),
  };
  const { discounts, lines, shippingLines } = withDiscount(given, bare);
  const processedAt = given.processedAt ? Date.parse(given.processedAt) : now;
  const location = idIn('CompanyLocation', given.companyLocationId);
  const company =
    location === null
      ? undefined
      : shop.companies.all().find((each) => each.locations.some((one) => one.id === location));
  const bag = given.lineItems?.[0]?.priceSet;
  const order: Order = {
    ...{
      id,
      number,
      name: given.name || `${orderPrefix}${number}${orderSuffix}`,
      confirmationNumber: confirmationNumber(shop),
    },
    ...{ createdAt: now, processedAt, updatedAt: now, cancelledAt: null, cancelReason: null },
    closedAt: given.closedAt ? Date.parse(given.closedAt) : null,
    ...{ test: given.test ?? false, edited: false },
    currency: given.currency ?? shopCurrency,
    presentment: presentmentOf(bag),
    taxesIncluded: given.taxesIncluded ?? false,
    taxExempt: false,
    statedStatus: given.financialStatus ?? null,
    email: given.email ?? (customerId === null ? null : (shop.customers.get(customerId)?.email ?? null)),
    phone: given.phone ?? null,
    locale: 'nl',
    note: given.note ?? null,
    poNumber: given.poNumber ?? null,
    tags: uniqueTags(given.tags ?? []),
    attributes: given.customAttributes ?? [],
    sourceName: given.sourceName ?? '1234567',
    sourceIdentifier: given.sourceIdentifier ?? null,
    customerId,
    company:
      company === undefined || location === null ? null : { companyId: company.id, locationId: location },
    billing: given.billingAddress ? addressFrom(shop, given.billingAddress) : null,
    shipping: given.shippingAddress ? addressFrom(shop, given.shippingAddress) : null,
    ...{
      lines,
      shippingLines,
      discounts,
      taxLines: taxesFrom(given.taxLines),
      tip: '0',
      fees: [],
      rounding: '0',
    },
    transactions: (given.transactions ?? []).map(
      ({ amountSet, kind, status, gateway, processedAt: at, test }) => ({
        ...{
          id: shop.newId('part'),
          kind: kind ?? 'SALE',
          status: status ?? 'SUCCESS',
          gateway: gateway ?? 'manual',
        },
        ...{
          amount: amountIn(amountSet),
          at: at ? Date.parse(at) : processedAt,
          parentId: null,
          test: test ?? false,
        },
      }),
    ),
    refunds: [],
    returns: [],
    fulfillments: given.fulfillmentStatus === 'FULFILLED' ? [sentAtOnce(shop, given, lines)] : [],
    fulfillmentOrders: [
      {
        ...{ id: shop.newId('part'), locationId: mainLocation, onHold: false },
        lineIds: lines.map((line) => line.id),
      },
    ],
    originalTotal: '0',
  };
  return { ...order, originalTotal: figuresOf(order).total.toFixed() };
}

function sentAtOnce(shop: Shop, { fulfillment }: OrderInput, lines: readonly Line[]): Fulfillment {
  return {
    ...{ id: shop.newId('part'), at: shop.world.now(), status: 'SUCCESS', url: null },
    locationId: idIn('Location', fulfillment?.locationId) ?? mainLocation,
    ...{ company: fulfillment?.trackingCompany ?? null, number: fulfillment?.trackingNumber ?? null },
    lines: lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
  };
}

function customerOf(shop: Shop, { customer, customerId }: OrderInput): string | null {
  const { toAssociate, toUpsert } = customer ?? {};
  if (toUpsert !== undefined) return upsertCustomer(shop, toUpsert, 'order.customer.toUpsert').id;
  const id = idIn('Customer', toAssociate?.id ?? customerId);
  if (toAssociate === undefined && id === null) return null;
  const found =
    id !== null ? shop.customers.get(id) : shop.customersByEmail((toAssociate?.email ?? '').toLowerCase())[0];
  if (found === undefined) throw refused('order.customer.toAssociate', 'Customer does not exist', 'INVALID');
  return found.id;
}
