import { orderFromWire } from '../../../src/connectors/ecwid/orders/to-record.ts';
import { orderWire } from '../../../src/connectors/ecwid/orders/wire.ts';
import { type Order, order } from '../../../src/records/order.ts';
import { account } from './fake-api.ts';

type Fields = Readonly<Record<string, unknown>>;

export const person = {
  name: 'Noor de Wit',
  firstName: 'Noor',
  lastName: 'de Wit',
  companyName: '',
  street: 'Kade 12',
  city: 'Zwolle',
  countryCode: 'NL',
  postalCode: '8011 AB',
  stateOrProvinceCode: '',
  phone: '+31 38 000000',
};

/** Two mugs at 12.10 with 21 % inside, no shipping: 24.20, of which 4.20 is VAT. */
export function mugs(fields: Fields = {}): Fields {
  return {
    id: 'SO-AB12C',
    internalId: 900000001,
    total: 24.2,
    tax: 4.2,
    pricesIncludeTax: true,
    couponDiscount: 0,
    discount: 0,
    paymentStatus: 'PAID',
    fulfillmentStatus: 'AWAITING_PROCESSING',
    paymentMethod: 'iDEAL',
    paymentModule: 'MOLLIE',
    createDate: '2026-02-28 23:30:00 +0000',
    createTimestamp: 1772321400,
    updateDate: '2026-03-01 08:00:00 +0000',
    updateTimestamp: 1772352000,
    email: 'noor@example.com',
    customerId: 4411,
    lang: 'nl',
    items: [item()],
    billingPerson: person,
    shippingPerson: person,
    ...fields,
  };
}

export function item(fields: Fields = {}): Fields {
  return {
    id: 5500000001,
    productId: 77,
    sku: 'MUG',
    name: 'Mug',
    price: 12.1,
    priceWithoutTax: 10,
    quantity: 2,
    tax: 4.2,
    taxes: [tax(21, 4.2)],
    shipping: 0,
    ...fields,
  };
}

/** A tax of an item: on the goods, and on the item's share of the shipping. */
export function tax(value: number, onGoods: number, onShipping = 0): Fields {
  const total = Number((onGoods + onShipping).toFixed(2));
  return { name: `${value}%`, value, total, taxOnDiscountedSubtotal: onGoods, taxOnShipping: onShipping };
}

/** Through the wire schema, as the api does it; the outcome must be a valid record. */
export function translate(payload: unknown, shop = account): Order {
  return order.parse(orderFromWire(orderWire.parse(payload), shop));
}
