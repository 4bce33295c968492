import fc from 'fast-check';
import type { Document, DocumentLine } from '../../../src/records/document.ts';
import { big, normalise, roundTo, sum } from '../../../src/records/money.ts';
import { vatUpon, vatWithin } from '../../../src/records/vat.ts';

export function line(fields: Partial<DocumentLine> = {}): DocumentLine {
  const base = { kind: 'item', description: 'Mug', sku: 'MUG', quantity: '2', unitPrice: '12.10' } as const;
  return { ...base, vatRate: '21', vatCode: 'BTW 21%', ...fields };
}

/** Two mugs, 24.20 with 4.20 VAT inside. */
export function shopOrder(fields: Partial<Document> = {}): Document {
  return {
    kind: 'order',
    state: 'draft',
    reference: '10042',
    date: '2026-03-01',
    currency: 'EUR',
    pricesIncludeVat: true,
    customerId: '',
    customer: {
      kind: 'person',
      name: 'Noor de Wit',
      email: 'noor@example.com',
      reverseCharge: false,
      address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
    },
    placedAt: '2026-03-01T09:15:00.000Z',
    vatByRate: [{ rate: '21', vat: '4.20' }],
    lines: [line()],
    paid: true,
    fields: {},
    ...fields,
  };
}

const kinds = ['item', 'item', 'item', 'shipping', 'discount', 'fee', 'rounding'] as const;

const anyLine: fc.Arbitrary<DocumentLine> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    cents: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20_000 })),
    finer: fc.constantFrom(0, 0, 0, 3),
    quantity: fc.constantFrom('1', '1', '2', '3', '12', '0.5', '3.14', '0'),
    negative: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    rate: fc.constantFrom('21', '21', '9', '0', '5.5'),
  })
  .map(({ kind, cents, finer, quantity, negative, rate }) => {
    const below = (kind === 'discount') !== negative;
    const price = big(String(cents))
      .div(100)
      .plus(big(String(finer)).div(1000));
    return {
      kind,
      description: `${kind} at ${rate}`,
      quantity: kind === 'item' ? quantity : '1',
      unitPrice: normalise(below ? price.neg() : price),
      vatRate: rate,
      vatCode: `BTW ${rate}%`,
    };
  });

/** The VAT as a shop might state it: rounded per line or per rate, some cents off, or shifted. */
function stated(lines: readonly DocumentLine[], included: boolean, way: number, off: number) {
  const rates = [...new Set(lines.map(({ vatRate }) => vatRate))];
  const vat = (amount: ReturnType<typeof big>, rate: string) =>
    included ? vatWithin(amount, rate) : vatUpon(amount, rate);
  return rates.map((rate) => {
    const amounts = lines
      .filter(({ vatRate }) => vatRate === rate)
      .map(({ quantity, unitPrice }) => big(quantity).times(unitPrice));
    const exact =
      way === 0
        ? sum(amounts.map((each) => roundTo(vat(each, rate), 2)))
        : roundTo(vat(sum(amounts), rate), 2);
    const none = way === 2 || rate === '0';
    return { rate, vat: none ? '0' : normalise(exact.plus(big(String(off)).div(100))) };
  });
}

/** Any document that a flow may hand to a shop, its figures as another system stated them. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
    pricesIncludeVat: fc.boolean(),
    way: fc.constantFrom(0, 0, 1, 1, 2),
    off: fc.constantFrom(0, 0, 0, 1, -1, 2),
    paid: fc.boolean(),
  })
  .map(({ lines, pricesIncludeVat, way, off, paid }) => {
    const shifted = way === 2;
    const order = shopOrder();
    return {
      ...order,
      ...{ lines, pricesIncludeVat, paid },
      customer: { ...order.customer, reverseCharge: shifted },
      vatByRate: stated(lines, pricesIncludeVat, way, off),
    };
  });
