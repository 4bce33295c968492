/** `orderCreate` (sheet 5.3): not idempotent, unless a metafield of the order is an own key. */
import Big from 'big.js';
import { cents, percentOf, shareOut, smallest, sumOf, zero } from '../../kit/money/cents.ts';
import { type AddressInput, addressFrom } from '../customers/address-input.ts';
import { type CustomerFields, upsertCustomer } from '../customers/writes.ts';
import { payloadOf, refused } from '../graphql/errors.ts';
import { gid, idIn } from '../ids.ts';
import { checkedMetafields, type MetafieldInput, setMetafields } from '../metafields/metafield.ts';
import { isDefaultOnly, variantTitle } from '../products/product.ts';
import { confirmationNumber } from '../sales/placing.ts';
import { type Shop, currency as shopCurrency } from '../shop.ts';
import { figuresOf } from './figures.ts';
import type { Discount, Fulfillment, Line, Order, ShippingLine, TaxLine, Transaction } from './order.ts';
import { orderView } from './view.ts';
import { uniqueTags } from './writes.ts';

interface MoneyBagInput {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
  readonly presentmentMoney?: { readonly amount: string; readonly currencyCode: string } | null;
}
interface TaxInput {
  readonly title: string;
  readonly rate: string;
  readonly priceSet?: MoneyBagInput | null;
  readonly channelLiable?: boolean | null;
}
interface LineInput {
  readonly variantId?: string | null;
  readonly productId?: string | null;
  readonly title?: string | null;
  readonly variantTitle?: string | null;
  readonly sku?: string | null;
  readonly vendor?: string | null;
  readonly quantity: number;
  readonly priceSet?: MoneyBagInput | null;
  readonly taxable?: boolean | null;
  readonly giftCard?: boolean | null;
  readonly requiresShipping?: boolean | null;
  readonly properties?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly taxLines?: readonly TaxInput[] | null;
  readonly weight?: { readonly value: number; readonly unit: string } | null;
}
interface OrderInput {
  readonly lineItems?: readonly LineInput[] | null;
  readonly customer?: {
    readonly toAssociate?: { readonly id?: string; readonly email?: string };
    readonly toUpsert?: CustomerFields;
  } | null;
  readonly customerId?: string | null;
  readonly companyLocationId?: string | null;
  readonly billingAddress?: AddressInput | null;
  readonly shippingAddress?: AddressInput | null;
  readonly currency?: string | null;
  readonly presentmentCurrency?: string | null;
  readonly taxesIncluded?: boolean | null;
  readonly taxLines?: readonly TaxInput[] | null;
  readonly shippingLines?:
    | readonly {
        readonly title: string;
        readonly code?: string | null;
        readonly source?: string | null;
        readonly priceSet: MoneyBagInput;
        readonly taxLines?: readonly TaxInput[] | null;
      }[]
    | null;
  readonly discountCode?: {
    readonly itemPercentageDiscountCode?: {
      readonly code: string;
      readonly percentage?: number | null;
    } | null;
    readonly itemFixedDiscountCode?: {
      readonly code: string;
      readonly amountSet?: MoneyBagInput | null;
    } | null;
    readonly freeShippingDiscountCode?: { readonly code: string } | null;
  } | null;
  readonly transactions?:
    | readonly {
        readonly amountSet: MoneyBagInput;
        readonly kind?: Transaction['kind'];
        readonly status?: Transaction['status'];
        readonly gateway?: string | null;
        readonly processedAt?: string | null;
        readonly test?: boolean | null;
      }[]
    | null;
  readonly financialStatus?: string | null;
  readonly fulfillmentStatus?: string | null;
  readonly fulfillment?: {
    readonly locationId: string;
    readonly trackingCompany?: string | null;
    readonly trackingNumber?: string | null;
  } | null;
  readonly processedAt?: string | null;
  readonly closedAt?: string | null;
  readonly name?: string | null;
  readonly note?: string | null;
  readonly poNumber?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly tags?: readonly string[] | null;
  readonly customAttributes?: Order['attributes'] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly sourceName?: string | null;
  readonly sourceIdentifier?: string | null;
  readonly test?: boolean | null;
}
type Behaviour = 'BYPASS' | 'DECREMENT_IGNORING_POLICY' | 'DECREMENT_OBEYING_POLICY';

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
    ...{ test: given.test ?? false, edited: false, onHold: false },
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
    fulfillmentOrderId: shop.newId('part'),
    originalTotal: '0',
  };
  return { ...order, originalTotal: figuresOf(order).total.toFixed() };
}

function sentAtOnce(shop: Shop, { fulfillment }: OrderInput, lines: readonly Line[]): Fulfillment {
  return {
    ...{ id: shop.newId('part'), at: shop.world.now(), status: 'SUCCESS', url: null },
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

function lineFrom(shop: Shop, given: LineInput): Line {
  const found = given.variantId ? shop.variant(idIn('ProductVariant', given.variantId) ?? '') : null;
  const { product, variant } = found ?? {};
  const words =
    product === undefined || variant === undefined || isDefaultOnly(product)
      ? null
      : variantTitle(product, variant);
  return {
    id: shop.newId('part'),
    variantId: variant?.id ?? null,
    productId: product?.id ?? idIn('Product', given.productId),
    sku: given.sku ?? variant?.sku ?? null,
    title: given.title || (product?.title ?? ''),
    variantTitle: given.variantTitle ?? words,
    vendor: given.vendor ?? product?.vendor ?? null,
    quantity: given.quantity,
    removed: 0,
    price: given.priceSet ? amountIn(given.priceSet) : (variant?.price ?? '0'),
    taxable: given.taxable ?? true,
    giftCard: given.giftCard ?? false,
    requiresShipping: given.requiresShipping ?? false,
    grams: given.weight
      ? Math.round(
          given.weight.value *
            ({ KILOGRAMS: 1000, GRAMS: 1, POUNDS: 453.592, OUNCES: 28.3495 }[given.weight.unit] ?? 1),
        )
      : 0,
    attributes: (given.properties ?? []).map(({ name, value }) => ({ key: name, value })),
    allocations: [],
    taxLines: taxesFrom(given.taxLines),
    duties: [],
  };
}

function withDiscount({ discountCode }: OrderInput, bare: { lines: Line[]; shippingLines: ShippingLine[] }) {
  const kinds = [
    discountCode?.itemPercentageDiscountCode,
    discountCode?.itemFixedDiscountCode,
    discountCode?.freeShippingDiscountCode,
  ];
  if (kinds.filter(Boolean).length > 1)
    throw refused('order.discountCode', 'Only one discount code may be given', 'INVALID');
  const {
    itemPercentageDiscountCode: percent,
    itemFixedDiscountCode: fixed,
    freeShippingDiscountCode: free,
  } = discountCode ?? {};
  if (!percent && !fixed && !free) return { ...bare, discounts: [] };
  const code = percent?.code ?? fixed?.code ?? free?.code ?? '';
  const value = percent
    ? String(percent.percentage ?? 0)
    : fixed?.amountSet
      ? amountIn(fixed.amountSet)
      : '100';
  const discount: Discount = {
    ...{ kind: 'code', name: code, value, valueType: fixed ? 'fixed_amount' : 'percentage' },
    ...{ target: free ? 'shipping_line' : 'line_item', method: free ? 'each' : 'across', selection: 'all' },
  };
  const allocated = (amount: Big) => (amount.eq(0) ? [] : [{ amount: amount.toFixed(2), discount: 0 }]);
  if (free) {
    return {
      lines: bare.lines,
      shippingLines: bare.shippingLines.map((line) => ({ ...line, allocations: allocated(Big(line.price)) })),
      discounts: [discount],
    };
  }
  const bases = bare.lines.map(({ price, quantity }) => Big(price).times(quantity));
  const shares = fixed
    ? shareOut(smallest(Big(value), sumOf(bases)), bases)
    : bases.map((base) => percentOf(base, value));
  const lines = bare.lines.map((line, index) => ({
    ...line,
    allocations: allocated(cents(shares[index] ?? zero)),
  }));
  return { lines, shippingLines: bare.shippingLines, discounts: [discount] };
}

function taxesFrom(given: readonly TaxInput[] | null | undefined): TaxLine[] {
  return (given ?? []).map(({ title, rate, priceSet, channelLiable }) => ({
    ...{
      title,
      rate: Big(rate).toFixed(),
      price: priceSet ? amountIn(priceSet) : '0',
      channelLiable: channelLiable ?? false,
    },
  }));
}

function amountIn({ shopMoney }: MoneyBagInput): string {
  return Big(shopMoney.amount).toFixed();
}

function presentmentOf(bag: MoneyBagInput | null | undefined): Order['presentment'] {
  const { presentmentMoney: shown, shopMoney } = bag ?? {};
  if (!shown || shopMoney === undefined || shown.currencyCode === shopMoney.currencyCode) return null;
  const rate = Big(shopMoney.amount).eq(0) ? Big(1) : Big(shown.amount).div(shopMoney.amount);
  return { currency: shown.currencyCode, rate: rate.toFixed(6) };
}
