import type { JsonObject } from '../../kit/json.ts';
import { ledgerOf } from '../../kit/shop/expectation.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { countedOrder, newCustomer } from '../customers/on-wire.ts';
import { personOnWire } from '../customers/person-on-wire.ts';
import { orderOnWire } from '../orders/on-wire.ts';
import type { Shop } from '../shop.ts';
import { figuresOf } from './figures.ts';
import type { Buyer, Sale } from './sale.ts';

export interface PlacedAs {
  /** A new one when left out. */
  readonly id?: string;
  readonly placedAt?: number;
  readonly updatedAt?: number;
  /** Has always been there: nobody is told. */
  readonly seeded?: boolean;
}

/** A checkout: the order, and the buyer's account if there is to be one (sheet 3.4). */
export function placeSale(shop: Shop, sale: Sale, as: PlacedAs = {}): JsonObject {
  // The API knows whole seconds only.
  const placedAt = wholeSecond(as.placedAt ?? shop.world.now());
  const seeded = as.seeded ?? false;
  const customer = sale.buyer.account ? accountOf(shop, sale.buyer, placedAt, seeded) : undefined;
  const order = orderOnWire(sale, {
    id: as.id ?? shop.newOrderId(),
    internalId: shop.ids.next('internalId'),
    firstItemId: shop.ids.next('itemId', Math.max(1, sale.basket.lines.length)),
    customerId: customer === undefined ? undefined : Number(customer.id),
    placedAt,
    updatedAt: as.updatedAt ?? placedAt,
  });
  shop.addOrder(
    order,
    'by a buyer',
    ledgerOf(sale.basket, sale.about, figuresOf(sale.basket), sale.basket.pricesIncludeTax),
    seeded,
  );
  if (customer !== undefined) shop.changeCustomer(customer, countedOrder(customer, order), seeded);
  return order;
}

function accountOf(shop: Shop, buyer: Buyer, at: number, seeded: boolean): JsonObject {
  const known = shop.customerByEmail(buyer.email);
  if (known !== undefined) return known;
  const person = personOnWire(buyer);
  const company = buyer.companyName !== '';
  const fields = {
    email: buyer.email,
    billingPerson: person,
    shippingAddresses: [person],
    lang: buyer.lang,
    taxId: buyer.vatNumber,
    b2b_b2c: company ? 'b2b' : 'b2c',
    acceptMarketing: false,
    ...(buyer.phone === '' ? {} : { primaryPhone: buyer.phone }),
  };
  const customer = newCustomer(shop, fields, at);
  shop.addCustomer(customer, seeded);
  return customer;
}
