import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

interface Price {
  readonly rate: string;
  readonly amount: string;
  readonly amount_including_tax: string;
}

const listed = <Item>(value: Item | Item[]): Item[] => (Array.isArray(value) ? value : [value]);
const sum = (amounts: readonly string[]) => amounts.reduce((total, each) => total.plus(each), Big(0));
const pricesOf = (line: JsonObject) => listed(line.price as unknown as Price | Price[]);

/** The check rule of the sheet (7.4), worked out here from nothing but the answer. */
function checkSums(order: JsonObject): void {
  const { total, tax } = order.price as { total: string; tax: { rate: string; amount: string }[] };
  const lines = objectsIn(order.orderlines);
  const prices = lines.flatMap(pricesOf);
  expect(sum(prices.map((each) => each.amount_including_tax)).toFixed(2), String(order.number)).toBe(total);
  for (const { rate, amount } of listed(tax)) {
    const net = sum(prices.filter((each) => each.rate === rate).map((each) => each.amount));
    expect(net.times(rate).div(100).toFixed(2)).toBe(Big(amount).toFixed(2));
  }
  for (const line of lines) {
    for (const article of objectsIn(line.articles)) {
      const unit = article.price as { amount: string };
      const options = objectsIn(article.options).map(({ price }) => String(price));
      const [price] = pricesOf(line);
      expect(
        sum([unit.amount, ...options])
          .times(Number(line.quantity))
          .toFixed(6),
      ).toBe(price?.amount);
    }
  }
}

describe('the amounts of an order', () => {
  it('add up in every order of the seed and in hundreds made by chance', async () => {
    const shop = new TestShop({ seeded: true });
    await shop.control('POST', '/orders', { count: 300 });
    const orders = await shop.all('/orders');
    expect(orders.length).toBeGreaterThan(320);
    for (const order of orders) checkSums(order);
  });

  it('are text: six decimals without tax, two with it', async () => {
    const shop = new TestShop({ seeded: true });
    for (const order of await shop.all('/orders')) {
      for (const price of objectsIn(order.orderlines).flatMap(pricesOf)) {
        expect(price.rate).toMatch(/^\d+\.\d{2}$/);
        expect(price.amount).toMatch(/^-?\d+\.\d{6}$/);
        expect(price.amount_including_tax).toMatch(/^-?\d+\.\d{2}$/);
      }
    }
  });

  it('have a VAT that is not that of the lines, cent by cent', async () => {
    const shop = new TestShop({ seeded: true });
    const off = (await shop.all('/orders')).filter((order) => {
      const { tax } = order.price as { tax: { amount: string }[] };
      const ofLines = objectsIn(order.orderlines)
        .flatMap(pricesOf)
        .map((each) => Big(each.amount_including_tax).minus(each.amount).toFixed(2));
      return !sum(ofLines).eq(sum(listed(tax).map(({ amount }) => amount)));
    });
    expect(off.length).toBeGreaterThan(3);
  });

  it('are counted outside: mug and tea at two rates, an offer, a discount, shipping', async () => {
    const shop = new TestShop({ seeded: true });
    const { body } = await shop.control('POST', '/sales', {
      buyer: { name: 'Ada Vis', zipcode: '9711AA', city: 'Groningen', email: 'ada@example.com' },
      lines: [
        {
          articleId: 500101,
          name: 'Mok',
          price: '13.10',
          action: '11.10',
          quantity: 2,
          options: [{ list: 'Kleur', name: 'Blauw', price: '1.00' }],
        },
        { name: 'Thee', price: '5.45', vat: 'reduced' },
      ],
      discount: { code: 'X', amount: '3.00' },
      shipping: { amount: '4.95', rate: '21' },
    });
    const order = (await shop.get(`/orders/${body.id}`)).body;
    // 2 × (11.10 + 1.00) + 5.45 − 3.00 + 4.95; 3.00 is shared 24.20 : 5.45.
    expect(order.price).toEqual({
      total: '31.60',
      tax: [
        { rate: '21.00', amount: '4.63' },
        { rate: '9.00', amount: '0.40' },
      ],
    });
    const [mug, , discount] = objectsIn(order.orderlines);
    expect(mug).toMatchObject({
      type: 'article',
      description: 'Mok (Kleur: Blauw)',
      // Each part of the unit is rounded: 10.826446 + 0.826446 − 1.652893.
      price: { amount: '19.999998', amount_including_tax: '24.20' },
      articles: [
        {
          price: { amount: '10.826446', rate: '21.00' },
          options: [
            { list_option_id: 71, description: 'Blauw', price: '0.826446' },
            { description: 'Actieprijs', price: '-1.652893' },
          ],
        },
      ],
    });
    expect(discount).toMatchObject({
      type: 'discount',
      price: [
        { rate: '21.00', amount_including_tax: '-2.45' },
        { rate: '9.00', amount_including_tax: '-0.55' },
      ],
    });
  });

  it('follow the border: reverse charge within the Union for a company, nothing beyond it', async () => {
    const shop = new TestShop({ seeded: true });
    const orders = await shop.all('/orders');
    const by = (strategy: string) => orders.filter((each) => each.tax_strategy === strategy);
    for (const order of [...by('reverse_charged_vat'), ...by('zero_percent')]) {
      expect(
        new Set(
          objectsIn(order.orderlines)
            .flatMap(pricesOf)
            .map(({ rate }) => rate),
        ),
      ).toEqual(new Set(['0.00']));
    }
    expect(
      by('reverse_charged_vat').map(({ tax_region, business_model }) => [tax_region, business_model]),
    ).toEqual([
      ['BE', 'B2B'],
      ['DE', 'B2B'],
    ]);
    expect(by('zero_percent').map((each) => each.tax_region)).toEqual(['CH', 'GB']);
  });
});

describe('the shapes', () => {
  it('are those of life: text for a number, one object for one rate, an empty list for no country', async () => {
    const shop = new TestShop({ seeded: true });
    const orders = await shop.all('/orders');
    expect(orders.every(({ number }) => typeof number === 'string')).toBe(true);
    const shapes = orders.map(({ price }) => Array.isArray((price as JsonObject).tax));
    expect(new Set(shapes)).toEqual(new Set([true, false]));
    const countries = orders.flatMap(({ shipping }) => objectsIn(shipping)).map(({ country }) => country);
    expect(countries).toContainEqual([]);
    expect(countries).toContainEqual({ description: 'Nederland', isocode: 'NL' });
  });

  it('can be those of the vendor’s examples', async () => {
    const shop = new TestShop({ seeded: true, settings: { shapes: 'description' } });
    const { body } = await shop.get('/orders/2017');
    expect(body).toMatchObject({ number: 2017, price: { total: 63.84, tax: [{ rate: 21, amount: 11.08 }] } });
    const [line] = objectsIn(body.orderlines);
    expect(objectsIn(line?.articles)[0]).toMatchObject({
      options: [{ price: { amount: -4.132231, rate: 21 } }],
    });
    const mug = await shop.article('MOK-EM');
    expect(mug).toMatchObject({ price: { default: 11.95 }, images: [{ position: 1 }] });
    expect(objectsIn(mug.variants)[0]?.options).toEqual({ '41': 'Blauw' });
  });

  it('can call every cost a payment, as the vendor’s example does', async () => {
    const shop = new TestShop({ seeded: true, settings: { costLines: 'payment' } });
    const types = (await shop.all('/orders'))
      .flatMap(({ orderlines }) => objectsIn(orderlines))
      .map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(['article', 'custom', 'payment']));
  });
});
