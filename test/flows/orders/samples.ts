import { big, normalise, roundTo, sum } from '../../../src/records/money.ts';
import { type Charge, type Order, type OrderLine, order as orderRecord } from '../../../src/records/order.ts';
import { vatUpon, vatWithin } from '../../../src/records/vat.ts';

export const noor = {
  id: '4411',
  kind: 'person' as const,
  email: 'Noor@Example.com',
  name: 'Noor de Wit',
  firstName: 'Noor',
  lastName: 'de Wit',
  phone: '+31 38 000000',
  reverseCharge: false,
  address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
};

export const company = {
  ...noor,
  kind: 'company' as const,
  company: 'Teetasse GmbH',
  vatNumber: 'DE136695976',
  address: { street: 'Hafen 1', postalCode: '20457', city: 'Hamburg', country: 'DE' },
};

export function line(fields: Partial<OrderLine> = {}): OrderLine {
  return {
    name: 'Mug',
    sku: 'MUG',
    quantity: '2',
    unitPrice: '12.10',
    discount: '0',
    vatRate: '21',
    ...fields,
  };
}

export function charge(fields: Partial<Charge> = {}): Charge {
  return { description: 'Delivery', amount: '6.05', vatRate: '21', ...fields };
}

/** Two mugs and their delivery: 30.25 with 5.25 VAT, paid. Amounts that are left out are added up from the parts. */
export function order(fields: Partial<Order> = {}): Order {
  const parts = {
    lines: [line()],
    shipping: [charge()],
    fees: [],
    discounts: [],
    pricesIncludeVat: true,
    ...fields,
  };
  return orderRecord.parse({
    id: 'SO-1',
    number: '1001',
    placedAt: '2026-03-02T10:00:00.000Z',
    updatedAt: '2026-03-02T10:00:00.000Z',
    date: '2026-03-02',
    currency: 'EUR',
    status: 'AWAITING_PROCESSING',
    paymentStatus: 'PAID',
    paid: true,
    cancelled: false,
    paymentMethod: 'iDEAL',
    shippingMethod: 'Parcel',
    customer: noor,
    ...addedUp(parts),
    ...parts,
    ...fields,
  });
}

type Parts = Pick<Order, 'lines' | 'shipping' | 'fees' | 'discounts' | 'pricesIncludeVat'>;

/** As a shop adds up: VAT rounded on every line. */
export function addedUp(parts: Parts): Pick<Order, 'gross' | 'vat' | 'vatByRate'> {
  const amounts = [
    ...parts.lines.map(({ quantity, unitPrice, discount, vatRate }) => ({
      rate: vatRate,
      amount: roundTo(big(quantity).times(unitPrice), 2).minus(discount),
    })),
    ...[...parts.shipping, ...parts.fees].map(({ amount, vatRate }) => ({
      rate: vatRate,
      amount: big(amount),
    })),
    ...parts.discounts.map(({ amount, vatRate }) => ({ rate: vatRate, amount: big(amount).neg() })),
  ].map(({ rate, amount }) => ({
    rate,
    amount,
    vat: roundTo(parts.pricesIncludeVat ? vatWithin(amount, rate) : vatUpon(amount, rate), 2),
  }));
  const vat = sum(amounts.map((each) => each.vat));
  const total = sum(amounts.map(({ amount }) => amount));
  return {
    gross: normalise(parts.pricesIncludeVat ? total : total.plus(vat)),
    vat: normalise(vat),
    vatByRate: [...new Set(amounts.map(({ rate }) => rate))].map((rate) => ({
      rate,
      vat: normalise(sum(amounts.filter((each) => each.rate === rate).map((each) => each.vat))),
    })),
  };
}
