import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerSource } from '../../../src/connectors/magento/customers/source.ts';
import { customerTarget } from '../../../src/connectors/magento/customers/target.ts';
import { orderSource } from '../../../src/connectors/magento/orders/source.ts';
import { orderTarget } from '../../../src/connectors/magento/orders/target.ts';
import { statedTotals } from '../../../src/connectors/wire/stated-totals.ts';
import type { Customer } from '../../../src/records/customer.ts';
import { big, type Decimal, sum } from '../../../src/records/money.ts';
import { type Order, order as orderRecord } from '../../../src/records/order.ts';
import { anyDocument, line, shopOrder } from '../../connectors/ecwid/documents.ts';
import { changesIn } from '../../connectors/read-changes.ts';
import { findDocument, findFirst } from '../../support/fake-api.ts';
import { runs } from '../../support/runs.ts';
import { TestShop } from './shop.ts';
import { ShopApi } from './shop-api.ts';

interface Expected {
  readonly id: string;
  readonly number: string;
  readonly gross: Decimal;
  readonly tax: Decimal;
  readonly taxByRate: readonly { readonly rate: Decimal; readonly tax: Decimal }[];
  readonly refunded: Decimal;
}

async function expectations(shop: TestShop): Promise<Expected[]> {
  return (await shop.control('GET', '/expectations')).json as unknown as Expected[];
}

async function read(api: ShopApi, id: string): Promise<Order> {
  return orderRecord.parse(await orderSource.get(api, id));
}

function rates(parts: readonly { rate: Decimal; vat: Decimal }[]): string[] {
  return parts
    .filter(({ vat }) => !big(vat).eq(0))
    .map(({ rate, vat }) => `${big(rate).toFixed()}: ${big(vat).toFixed(2)}`)
    .sort();
}

function added(record: Order) {
  const lines = record.lines.map((line) => big(line.quantity).times(line.unitPrice).minus(line.discount));
  const charges = [...record.shipping, ...record.fees].map(({ amount }) => amount);
  return sum([...lines, ...charges, record.pricesIncludeVat ? '0' : record.vat]).minus(
    sum(record.discounts.map(({ amount }) => amount)),
  );
}

async function expectAsTheBasket(api: ShopApi, expected: Expected): Promise<void> {
  const record = await read(api, expected.id);
  const about = `order ${expected.id}`;
  expect(record.number).toBe(expected.number);
  expect(big(record.gross).toFixed(2), about).toBe(expected.gross);
  expect(big(record.vat).toFixed(2), about).toBe(expected.tax);
  expect(rates(record.vatByRate), about).toEqual(
    rates(expected.taxByRate.map(({ rate, tax }) => ({ rate, vat: tax }))),
  );
  expect(big(record.refunded).toFixed(2), about).toBe(expected.refunded);
  expect(added(record).minus(record.gross).abs().toNumber(), about).toBeLessThan(
    0.02 * (record.lines.length + 2),
  );
}

describe('orders of the shop', () => {
  it('come to what their baskets do, with every kind of row, discount, refund and state', async () => {
    const shop = new TestShop({ seeded: true });
    const all = await expectations(shop);
    expect(all.length).toBeGreaterThan(20);
    for (const expected of all) await expectAsTheBasket(new ShopApi(shop), expected);
  });

  it('do so whatever the version shows as row totals and as prices of children', async () => {
    const shop = new TestShop({ seeded: true, settings: { rowTotalBug: true, childPrices: true } });
    for (const expected of await expectations(shop)) await expectAsTheBasket(new ShopApi(shop), expected);
  });

  it('do so for buyers who come by chance', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/orders', { count: 250 });
    const all = await expectations(shop);
    expect(all).toHaveLength(250);
    for (const expected of all) await expectAsTheBasket(new ShopApi(shop), expected);
  });

  const money = (max: number) => fc.integer({ min: 1, max }).map((cents) => (cents / 100).toFixed(2));
  const rate = fc.constantFrom('21', '9', '0');
  const basketLine = fc.record(
    {
      type: fc.constantFrom('simple', 'virtual', 'grouped'),
      productId: fc.constant(1),
      sku: fc.constant('X'),
      name: fc.constant('X'),
      price: money(90_000),
      quantity: fc.oneof(fc.integer({ min: 1, max: 40 }).map(String), fc.constantFrom('0.5', '1.25')),
      rate,
      fixedTax: fc.constantFrom('0.15', '3.00'),
    },
    { requiredKeys: ['type', 'productId', 'sku', 'name', 'price', 'quantity', 'rate'] },
  );
  const basket = fc.record(
    {
      store: fc.constantFrom('default', 'deutsch', 'zakelijk', 'english'),
      lines: fc.array(basketLine, { minLength: 1, maxLength: 5 }),
      shipping: fc.record({
        method: fc.constant('a_b'),
        description: fc.constant('A - B'),
        price: money(3000),
        rate: fc.constant('21'),
      }),
      discount: fc.record({
        label: fc.constant('D'),
        type: fc.constantFrom('percent', 'amount'),
        value: fc.constantFrom('5', '12.5', '33.33'),
        onShipping: fc.boolean(),
      }),
      giftCard: money(5000),
      storeCredit: money(5000),
    },
    { requiredKeys: ['store', 'lines'] },
  );

  it('do so for any basket', async () => {
    const shop = new TestShop();
    const api = new ShopApi(shop);
    const buyer = { firstname: 'Ada', lastname: 'Bos', email: 'ada@example.com', street: ['Kade 1'] };
    const lives = { postcode: '8011 AB', city: 'Zwolle', country: 'NL' };
    await fc.assert(
      fc.asyncProperty(basket, async (goods) => {
        const id = await shop.sell({ buyer: { ...buyer, ...lives }, basket: goods });
        const found = (await expectations(shop)).find((each) => each.id === id);
        if (found === undefined) throw new Error('it was not sold');
        await expectAsTheBasket(api, found);
        await shop.control('DELETE', '/orders');
      }),
      runs(150),
    );
  });

  it('are all named by the changes, over many pages of equal seconds', async () => {
    const shop = new TestShop();
    await shop.control('POST', '/orders', { count: 230 });
    const api = new ShopApi(shop);
    const ids = (await expectations(shop)).map(({ id }) => id);
    await shop.control('POST', '/same-moment', { ids: ids.slice(20, 215) });
    const window = { since: new Date(0), until: new Date(shop.world.now() + 86_400_000) };
    const keys = (await changesIn(orderSource, api, window)).map(({ key }) => key);
    expect(keys.toSorted()).toEqual(ids.toSorted());
  });
});

describe('writing back', () => {
  it('leaves a comment and a status once, also where a comment could empty the status', async () => {
    const shop = new TestShop({ seeded: true, settings: { commentEmptiesStatus: true } });
    const api = new ShopApi(shop);
    const paid = (await expectations(shop)).find(({ id }) => id);
    const id = paid?.id ?? '';
    const before = await shop.order(id);
    await orderSource.writeBack?.(api, id, { note: 'Geboekt als 2026-14' });
    await orderSource.writeBack?.(api, id, { note: 'Geboekt als 2026-14' });
    const after = await shop.order(id);
    expect(api.writes).toBe(1);
    expect(after.status).toBe(before.status);
    expect(after.status_histories).toMatchObject([
      { comment: 'Geboekt als 2026-14', is_customer_notified: 0 },
    ]);
  });
});

describe('orders to the shop', () => {
  it('of any document are taken, found, and read back with the same gross and VAT per rate', async () => {
    const shop = new TestShop();
    const api = new ShopApi(shop);
    let counter = 0;
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const reference = `WEB-${++counter}`;
        const totals = statedTotals(document);
        const made = await orderTarget.create(
          api,
          orderTarget.toWire({ ...document, reference }, api.account),
        );
        const { id } = made;
        // The answer states what was made, so that it need not be read.
        expect([made.gross, made.vat].map((amount) => big(amount ?? '').toFixed(2))).toEqual([
          totals.gross,
          totals.vat,
        ]);
        const found = await findDocument(orderTarget, api, reference);
        expect(found?.id).toBe(id);
        expect(big(found?.gross ?? '').toFixed(2)).toBe(totals.gross);
        expect(big(found?.vat ?? '').toFixed(2)).toBe(totals.vat);
        const record = await read(api, id);
        expect(big(record.gross).toFixed(2)).toBe(totals.gross);
        expect(big(record.vat).toFixed(2)).toBe(totals.vat);
        // The rate of the shipping is nowhere but in its VAT, which here may be cents off.
        if (document.lines.every((line) => line.kind !== 'shipping')) {
          expect(rates(record.vatByRate)).toEqual(rates(totals.byRate));
        }
        expect(record.placedAt).toBe(document.placedAt);
      }),
      runs(150),
    );
  });
});

describe('an order to the shop with shipping', () => {
  it.each(['21', '9', '5.5', '0'])('at %s %% is read back at that rate', async (rate) => {
    const shop = new TestShop();
    const api = new ShopApi(shop);
    const vat = big('7.25').times(rate).div(big(rate).plus(100)).round(2).toFixed(2);
    const document = shopOrder({
      lines: [line(), line({ kind: 'shipping', quantity: '1', unitPrice: '7.25', vatRate: rate })],
      vatByRate:
        rate === '21'
          ? [{ rate, vat: big(vat).plus('4.20').toFixed(2) }]
          : [
              { rate: '21', vat: '4.20' },
              { rate, vat },
            ],
    });
    const { id } = await orderTarget.create(api, orderTarget.toWire(document, api.account));
    const record = await read(api, id);
    expect(record.shipping).toMatchObject([{ amount: '7.25', vatRate: rate }]);
    expect(rates(record.vatByRate)).toEqual(rates(document.vatByRate));
  });
});

describe('customers', () => {
  const word = fc.constantFrom('Ann', 'de Wit', ' Bo ', 'Élise', 'Anna  Maria', '日本');
  const anyCustomer: fc.Arbitrary<Customer> = fc.record({
    kind: fc.constantFrom('person' as const, 'company' as const),
    name: fc.tuple(word, word).map((words) => words.join(' ')),
    email: fc.nat().map((number) => `buyer${number}@mail.example`),
    company: fc.constantFrom(undefined, 'Bakkerij B.V.'),
    vatNumber: fc.constantFrom(undefined, 'NL 0000.00.000 B02'),
    phone: fc.constantFrom(undefined, '+31 30 000 00 00'),
    address: fc.constantFrom(
      {},
      { street: 'Kade 3', postalCode: '3511 AB', city: 'Utrecht', country: 'NL' },
      {
        street: 'rue Haute 4',
        extra: 'bte 5',
        postalCode: '1000',
        city: 'Brussel',
        region: 'BRU',
        country: 'BE',
      },
    ),
  });

  it('that are written hold what was written, and are the same body when read back', async () => {
    const api = new ShopApi(new TestShop());
    const write = async (customer: Customer) => {
      const body = customerTarget.toWire({ customer, fields: {} }, api.account);
      const existing = await findFirst(customerTarget, api, customer.email ?? '');
      if (existing === null) return (await customerTarget.create(api, body)).id;
      if (customerTarget.isUpToDate(existing, body)) return null;
      await customerTarget.update(api, existing, body);
      return existing.id;
    };
    await fc.assert(
      fc.asyncProperty(anyCustomer, anyCustomer, async (first, second) => {
        // A company has no place in an account without an address: its first one brings it.
        fc.pre([first, second].every(({ kind, address }) => kind === 'person' || 'street' in address));
        for (const customer of [first, { ...second, email: first.email }]) {
          await write(customer);
          expect(await write(customer)).toBeNull();
          const { id = '' } = (await findFirst(customerTarget, api, customer.email ?? '')) ?? {};
          const back = await customerSource.get(api, id);
          if (back === null) throw new Error('it is not there');
          expect(await write(back)).toBeNull();
        }
      }),
      runs(150),
    );
  });

  it.each([{ customerIdFromPath: false }, { customerStoreReset: true }])(
    'that change keep their other addresses, group and store view: %j',
    async (settings) => {
      const shop = new TestShop({ seeded: true, settings });
      const api = new ShopApi(shop);
      const [seeded] = await shop.items(
        '/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=website_id&searchCriteria[filter_groups][0][filters][0][value]=1',
      );
      const id = String(seeded?.id);
      const customer = await customerSource.get(api, id);
      const existing = await customerTarget.get(api, id);
      if (customer === null || existing === null) throw new Error('nobody is there');
      const moved = { ...customer, address: { ...customer.address, city: 'Elders' } };
      await customerTarget.update(
        api,
        existing,
        customerTarget.toWire({ customer: moved, fields: {} }, api.account),
      );
      const after = (await shop.get(`/V1/customers/${id}`)).body;
      const { updated_at: _, addresses, ...others } = after;
      const { updated_at: __, addresses: before, ...same } = seeded ?? {};
      expect(others).toEqual(same);
      expect(
        JSON.parse(JSON.stringify(addresses).replaceAll('"Elders"', `"${customer.address.city}"`)),
      ).toEqual(before);
      expect((await customerSource.get(api, id))?.address.city).toBe('Elders');
    },
  );
});
