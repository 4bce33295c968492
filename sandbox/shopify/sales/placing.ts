/** A checkout: the order, and the buyer's account and company if there are to be any. */

import { nameParts } from '../../kit/people/levers.ts';
import { textOf } from '../../kit/random.ts';
import { ledgerOf } from '../../kit/shop/expectation.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Address, Customer } from '../customers/customer.ts';
import { figuresOf } from '../orders/figures.ts';
import type { Line, Order, Transaction } from '../orders/order.ts';
import { isDefaultOnly, variantTitle } from '../products/product.ts';
import { currency, locations, type Shop } from '../shop.ts';
import { type Basket, type BasketFigures, basketFigures } from './basket.ts';
import type { AddressInput, Sale } from './sale.ts';

export interface PlacedAs {
  readonly placedAt?: number;
  /** Has always been there: nobody is told. */
  readonly seeded?: boolean;
}

export function placeSale(shop: Shop, given: Sale, { placedAt, seeded = false }: PlacedAs = {}): Order {
  const at = wholeSecond(placedAt ?? shop.world.now());
  const basket = fromTheShelves(shop, given.basket);
  const figures = basketFigures(basket);
  const { buyer } = given;
  const billing = addressOf(shop, buyer);
  const customer = buyer.account ? accountOf(shop, given, billing, at, seeded) : null;
  const number = shop.ids.next('number');
  const { orderPrefix, orderSuffix } = shop.settings();
  const lines = linesOf(shop, basket, figures);
  const draft: Order = {
    id: given.id ?? shop.newId('order'),
    number,
    name: `${orderPrefix}${number}${orderSuffix}`,
    confirmationNumber: confirmationNumber(shop),
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    test: given.test,
    edited: false,
    currency,
    presentment: given.presentment,
    taxesIncluded: basket.pricesIncludeTax,
    taxExempt: basket.tax === 'shifted',
    statedStatus: null,
    email: buyer.email || null,
    phone: buyer.phone,
    locale: buyer.locale,
    note: given.note,
    poNumber: given.poNumber,
    tags: given.tags,
    attributes: Object.entries({
      ...(buyer.vatNumber === null || buyer.isB2b ? {} : { btw_nummer: buyer.vatNumber }),
      ...given.attributes,
    }).map(([key, value]) => ({ key, value })),
    sourceName: given.sourceName,
    sourceIdentifier: null,
    customerId: customer?.id ?? null,
    company: customer !== null && buyer.isB2b ? companyOf(shop, given, customer, billing, at, seeded) : null,
    billing,
    shipping:
      given.deliverTo === null
        ? null
        : given.deliverTo === undefined
          ? billing
          : addressOf(shop, given.deliverTo),
    lines,
    shippingLines: shippingOf(shop, basket, figures),
    taxLines: [],
    discounts: basket.discounts.map(({ kind, name, type, value, lines }) => ({
      kind,
      name,
      value,
      valueType: type === 'fixed' ? 'fixed_amount' : 'percentage',
      target: type === 'shipping' ? 'shipping_line' : 'line_item',
      method:
        type === 'shipping' ? 'each' : lines === undefined ? 'across' : lines.length === 1 ? 'one' : 'each',
      selection: lines === undefined ? 'all' : 'entitled',
    })),
    tip: basket.tip,
    fees: basket.fee === null ? [] : [{ id: shop.newId('part'), ...basket.fee }],
    rounding: basket.rounding,
    transactions: [],
    refunds: [],
    returns: [],
    fulfillments: [],
    fulfillmentOrders: placesOf(shop, basket, lines),
    originalTotal: figures.gross.toFixed(2),
  };
  const order = { ...draft, transactions: paymentsOf(shop, given, draft) };
  shop.addOrder(order, true, ledgerOf(basket, given.about, figures, basket.pricesIncludeTax), seeded);
  return order;
}

export function confirmationNumber(shop: Shop): string {
  return textOf(() => shop.world.random(), 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 9);
}

/** What the catalogue knows better than the basket: names, prices. */
function fromTheShelves(shop: Shop, basket: Basket): Basket {
  const lines = basket.lines.map((line) => {
    const found = line.sku === null ? undefined : bySku(shop, line.sku);
    return {
      ...line,
      name: line.name || (found?.product.title ?? line.sku ?? 'Artikel'),
      price: line.price ?? found?.variant.price ?? '0',
    };
  });
  return { ...basket, lines };
}

export function bySku(shop: Shop, sku: string) {
  const [product] = shop.productsBySku(sku);
  const variant = product?.variants.find((each) => each.sku === sku);
  return product === undefined || variant === undefined ? undefined : { product, variant };
}

export function linesOf(shop: Shop, basket: Basket, figures: BasketFigures): Line[] {
  return basket.lines.map((line, index) => {
    const part = figures.lines[index];
    const found = line.sku === null ? undefined : bySku(shop, line.sku);
    const words =
      found === undefined || isDefaultOnly(found.product)
        ? line.variant
        : variantTitle(found.product, found.variant);
    return {
      id: shop.newId('part'),
      variantId: found?.variant.id ?? null,
      productId: found?.product.id ?? null,
      sku: line.sku,
      title: line.name,
      variantTitle: words,
      vendor: found?.product.vendor ?? null,
      quantity: line.quantity,
      removed: 0,
      price: line.price ?? '0',
      taxable: line.taxable && !line.giftCard,
      giftCard: line.giftCard,
      requiresShipping: line.shipped,
      grams: line.grams,
      attributes: Object.entries(line.properties).map(([key, value]) => ({ key, value })),
      allocations: (part?.shares ?? []).flatMap((share, discount) =>
        share.eq(0) ? [] : [{ amount: share.toFixed(2), discount }],
      ),
      taxLines: taxLineOf(basket, part, line.taxable && !line.giftCard),
      duties: line.duty === undefined ? [] : [{ id: shop.newId('part'), price: line.duty, country: 'CN' }],
    };
  });
}

/** Every place sends its lines as one. */
export function placesOf(shop: Shop, basket: Basket, lines: readonly Line[]): Order['fulfillmentOrders'] {
  return locations.flatMap(({ id: locationId }, place) => {
    const own = lines.filter((_, index) => basket.lines[index]?.place === place);
    if (own.length === 0) return [];
    return [{ id: shop.newId('part'), locationId, onHold: false, lineIds: own.map(({ id }) => id) }];
  });
}

function shippingOf(shop: Shop, basket: Basket, figures: BasketFigures): Order['shippingLines'] {
  const { shipping } = basket;
  if (shipping === null) return [];
  const allocations = (figures.shipping?.shares ?? []).flatMap((share, discount) =>
    share.eq(0) ? [] : [{ amount: share.toFixed(2), discount }],
  );
  const taxLines = taxLineOf(basket, figures.shipping ?? undefined, true);
  const { title, price } = shipping;
  return [
    {
      id: shop.newId('part'),
      title,
      code: title,
      source: 'shopify',
      price,
      removed: false,
      allocations,
      taxLines,
    },
  ];
}

function taxLineOf(
  { tax, taxTitle }: Basket,
  part: BasketFigures['lines'][number] | undefined,
  isTaxable: boolean,
) {
  if (part === undefined || !isTaxable || tax !== 'charged') return [];
  const rate = String(Number(part.rate) / 100);
  return [{ title: taxTitle, rate, price: part.tax.toFixed(2), channelLiable: false }];
}

function paymentsOf(shop: Shop, given: Sale, order: Order): Transaction[] {
  const { total } = figuresOf(order);
  if (total.eq(0)) return [];
  const card = total.lt(given.giftCard) ? total : total.minus(total).plus(given.giftCard);
  const rest = total.minus(card);
  const made = (gateway: string, amount: typeof total, more: Partial<Transaction> = {}): Transaction[] =>
    amount.lte(0)
      ? []
      : [
          {
            ...{
              id: shop.newId('part'),
              kind: 'SALE',
              status: 'SUCCESS',
              gateway,
              amount: amount.toFixed(2),
            },
            ...{ at: order.processedAt, parentId: null, test: order.test },
            ...more,
          },
        ];
  const byCard = made('gift_card', card);
  switch (given.state) {
    case 'paid':
      return [...byCard, ...made(given.gateway, rest)];
    case 'authorized':
      return [...byCard, ...made(given.gateway, rest, { kind: 'AUTHORIZATION' })];
    case 'partly':
      return [...byCard, ...made(given.gateway, rest.div(2).round(2))];
    case 'pending':
      return [...byCard, ...made('manual', rest, { status: 'PENDING' })];
  }
}

export function addressOf(shop: Shop, given: AddressInput): Address {
  const [firstName, lastName] = nameParts(given.name);
  return {
    id: shop.newId('address'),
    firstName: firstName || null,
    lastName: lastName || null,
    company: given.company,
    address1: given.street,
    address2: given.extra,
    zip: given.postalCode || null,
    city: given.city,
    provinceCode: given.province,
    countryCode: given.country,
    phone: given.phone,
  };
}

function accountOf(shop: Shop, { buyer }: Sale, address: Address, at: number, seeded: boolean): Customer {
  const known = buyer.email === '' ? undefined : shop.customersByEmail(buyer.email.toLowerCase())[0];
  if (known !== undefined) return known;
  const { firstName, lastName } = address;
  const isPhoneFree = buyer.phone !== null && shop.customersByPhone(buyer.phone).length === 0;
  return shop.saveCustomer(
    {
      id: shop.newId('customer'),
      email: buyer.email || null,
      phone: isPhoneFree && /^\+\d{8,15}$/.test(buyer.phone ?? '') ? buyer.phone : null,
      firstName,
      lastName,
      note: null,
      tags: [],
      taxExempt: false,
      taxExemptions: [],
      locale: buyer.locale,
      state: 'DISABLED',
      addresses: [{ ...address, id: shop.newId('address') }],
      createdAt: at,
      updatedAt: at,
    },
    seeded,
  );
}

function companyOf(
  shop: Shop,
  { buyer }: Sale,
  customer: Customer,
  address: Address,
  at: number,
  seeded: boolean,
): Order['company'] {
  const name = buyer.company ?? buyer.name;
  const known = shop.companies.all().find((each) => each.name === name);
  const company =
    known ??
    shop.saveCompany(
      {
        ...{ id: shop.newId('company'), name, externalId: null, note: null, createdAt: at, updatedAt: at },
        contacts: [{ id: shop.newId('part'), customerId: customer.id, title: null }],
        locations: [
          {
            ...{ id: shop.newId('part'), name: buyer.city, externalId: null, note: null, phone: buyer.phone },
            ...{ billing: address, shipping: address, taxExempt: false, taxRegistrationId: buyer.vatNumber },
          },
        ],
      },
      seeded,
    );
  return { companyId: company.id, locationId: company.locations[0]?.id ?? '' };
}
