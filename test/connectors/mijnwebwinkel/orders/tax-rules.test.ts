/** What an order may be, by whom it is for, where it goes, whether VAT was charged, and to whom the shop sells; over the stand-in. */
import { describe, expect, test } from 'vitest';
import { orderTarget } from '../../../../src/connectors/mijnwebwinkel/orders/target.ts';
import type { Document } from '../../../../src/records/document.ts';
import { en } from '../../../../src/texts/en.ts';
import { tellProblem } from '../../../../src/texts/tell.ts';
import { TestShop } from '../../../sandbox/mijnwebwinkel/shop.ts';
import { ShopApi } from '../../../sandbox/mijnwebwinkel/shop-api.ts';
import { line, shopOrder } from '../../ecwid/documents.ts';

const kinds = ['person', 'company'] as const;
const places = { home: 'NL', 'the EU': 'BE', outside: 'CH' } as const;
const shops = ['ALL', 'B2B', 'B2C'] as const;
type Shop = (typeof shops)[number];

/** By the shop that sells to both, to businesses, to consumers. `-`: refused. */
const models: Readonly<Record<string, Readonly<Record<Shop, 'B2B' | 'B2C' | '-'>>>> = {
  'person at home, charged': { ALL: 'B2C', B2B: 'B2B', B2C: 'B2C' },
  'person at home, not charged': { ALL: 'B2C', B2B: 'B2B', B2C: 'B2C' },
  'person at the EU, charged': { ALL: 'B2C', B2B: '-', B2C: 'B2C' },
  'person at the EU, not charged': { ALL: 'B2C', B2B: 'B2B', B2C: 'B2C' },
  'person at outside, charged': { ALL: '-', B2B: '-', B2C: '-' },
  'person at outside, not charged': { ALL: 'B2C', B2B: 'B2B', B2C: 'B2C' },
  'company at home, charged': { ALL: 'B2B', B2B: 'B2B', B2C: 'B2C' },
  'company at home, not charged': { ALL: 'B2B', B2B: 'B2B', B2C: 'B2C' },
  'company at the EU, charged': { ALL: 'B2C', B2B: '-', B2C: 'B2C' },
  'company at the EU, not charged': { ALL: 'B2B', B2B: 'B2B', B2C: 'B2C' },
  'company at outside, charged': { ALL: '-', B2B: '-', B2C: '-' },
  'company at outside, not charged': { ALL: 'B2B', B2B: 'B2B', B2C: 'B2C' },
};

const cases = kinds.flatMap((kind) =>
  Object.entries(places).flatMap(([place, country]) =>
    ['charged', 'not charged'].flatMap((vat) =>
      shops.map((shop) => {
        const model = models[`${kind} at ${place}, ${vat}`]?.[shop];
        return { kind, place, country, vat, vatRate: vat === 'charged' ? '21' : '0', shop, model };
      }),
    ),
  ),
);

function orderOf(kind: 'person' | 'company', country: string, vatRate: string): Document {
  const order = shopOrder({
    lines: [line({ vatRate }), line({ kind: 'shipping', unitPrice: '4.95', vatRate })],
  });
  const company = kind === 'company' ? { company: 'Smit BV' } : {};
  const address = { ...order.customer.address, country };
  return { ...order, customer: { ...order.customer, kind, ...company, address } };
}

function shopThatSells(businessModels: Shop) {
  const shop = new TestShop({ settings: { businessModels } });
  return { shop, api: new ShopApi(shop, { businessModels }) };
}

describe('an order', () => {
  test.each(cases)('for a $kind, $vat, to $place ($country), in a shop for $shop: $model', async (each) => {
    const { shop, api } = shopThatSells(each.shop);
    const order = orderOf(each.kind, each.country, each.vatRate);
    const { gross, vat } = orderTarget.totals(order);
    if (each.model !== '-') {
      const body = orderTarget.toWire(order, api.account);
      expect(body.business_model).toBe(each.model);
      expect(await orderTarget.create(api, body)).toMatchObject({ gross, vat });
      return;
    }
    expect(() => orderTarget.toWire(order, api.account)).toThrow(
      expect.objectContaining({ code: 'vat_taken_off' }),
    );
    // As it would have been made, of whatever model the shop has.
    const home = orderTarget.toWire(orderOf(each.kind, 'NL', each.vatRate), api.account);
    const debtor = JSON.parse(JSON.stringify(home.debtor).replaceAll('"NL"', `"${each.country}"`));
    for (const business_model of each.shop === 'ALL' ? ['B2C'] : [each.shop]) {
      const body = { ...home, reference: undefined, debtor, business_model };
      const made = await shop.call('POST', '/orders?disable_shipping=true', body);
      expect(made).toMatchObject({ status: 200 });
      expect(made.body).not.toMatchObject({ price: { total: gross } });
    }
  });
});

describe('what is refused', () => {
  const refusal = (order: Document, traits: Readonly<Record<string, string>> = {}) => {
    try {
      orderTarget.toWire(order, { ...new ShopApi(new TestShop(), traits).account });
    } catch (error) {
      return tellProblem(error as never, en);
    }
    return null;
  };

  test('names the order, the field and the two countries, in plain words', () => {
    expect(refusal(orderOf('person', 'CH', '21'))).toMatchObject({
      message:
        'Order 10042 was charged €5.92 VAT and goes to CH ("customer.address.country"). MijnWebwinkel charges no VAT on a sale from NL to CH, as only one of the two is in the EU. It would come to a different amount there, so it was not created.',
    });
    const delivery = { street: 'Laan 1', postalCode: '1000', city: 'Brussel', country: 'BE' };
    const sent = { ...orderOf('person', 'NL', '21'), delivery };
    expect(refusal(sent, { businessModels: 'B2B' })).toMatchObject({
      message: expect.stringMatching(
        /goes to BE \("delivery.country"\)\. The shop in MijnWebwinkel sells to businesses only/,
      ),
      action: expect.stringMatching(/sell to consumers too/),
    });
  });

  test('goes by where the order is sent: at home it is as it was, also of a buyer from abroad', () => {
    const delivery = { street: 'Kade 1', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' };
    expect(refusal({ ...orderOf('person', 'CH', '21'), delivery })).toBeNull();
    // What is picked up has a country alone, which the shop is not told.
    expect(refusal({ ...orderOf('person', 'CH', '21'), delivery: { country: 'NL' } })).not.toBeNull();
  });

  test('is what the EU’s border parts, whichever side the shop is on', () => {
    expect(refusal(orderOf('person', 'NL', '21'), { country: 'CH' })).not.toBeNull();
    expect(refusal(orderOf('company', 'US', '21'), { country: 'CH', businessModels: 'B2B' })).toBeNull();
  });

  test('is nothing whose VAT comes to nothing', () => {
    const free = { ...orderOf('person', 'CH', '21'), lines: [line({ unitPrice: '0' })] };
    expect(refusal(free)).toBeNull();
  });

  test('is what nobody can tell, where the shop’s own country is not known', () => {
    const silent = { country: '' };
    expect(refusal(orderOf('person', 'NL', '21'), silent)?.action).toMatch(/as country/);
    expect(refusal(orderOf('company', 'BE', '0'), silent)).toBeNull();
  });
});
