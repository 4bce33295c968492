/** Prices between a price book and a shop: with VAT or without it, as the connection says (sheet 5.5). */
import { describe, expect, test } from 'vitest';
import type { ProductTraits } from '../../../../src/connectors/contract/products.ts';
import { productSource } from '../../../../src/connectors/salesforce/products/source.ts';
import { productTarget } from '../../../../src/connectors/salesforce/products/target.ts';
import type { Speaker } from '../../../../src/flows/products/endpoints.ts';
import { pricingOf } from '../../../../src/flows/products/saying/prices.ts';
import { productsSettings } from '../../../../src/flows/products/settings.ts';
import type { Product } from '../../../../src/records/product.ts';
import { accountWith, FakeOrg } from '../fake-org.ts';

const mug = '01txx0000000001AAA';

/** As a flow says a price to a target with these traits. */
function said(traits: ProductTraits, product: Product): string {
  const speaker = { settings: productsSettings.parse({}), traits, system: 'x' };
  return pricingOf(speaker as unknown as Speaker, product).of(product.price ?? '0');
}

function shopProduct(price: string, vatRate: string, pricesIncludeVat: boolean): Product {
  return {
    id: '1',
    sku: 'MOK',
    name: 'Mok',
    kind: 'simple',
    active: true,
    price,
    currency: 'EUR',
    vatRate,
    pricesIncludeVat,
  };
}

/** A shop's own terms. */
const shop = (pricesIncludeVat: boolean) => ({ ...productTarget.traits(accountWith({})), pricesIncludeVat });

async function orgProduct(price: number, rate: number | null, traits: Record<string, string | undefined>) {
  const api = new FakeOrg({
    traits: { catalog: undefined, productVatRateField: 'Btw__c', ...traits },
    queries: {
      'FROM Product2 WHERE Id IN': () => [
        { Id: mug, Name: 'Mok', StockKeepingUnit: 'MOK', IsActive: true, Btw__c: rate },
      ],
      'FROM PricebookEntry': () => [
        {
          ...{ Id: '01uxx0000000001AAA', Product2Id: mug, Pricebook2Id: '01sxx0000000002AAA' },
          ...{ UnitPrice: price, IsActive: true },
        },
      ],
    },
  });
  const read = await productSource.get(api, mug);
  if (read === null) throw new Error('it is not there');
  return read;
}

const [net, gross] = ['false', 'true'];

describe('to an org', () => {
  test.each([
    [net, '24.20', '21', true, '20'],
    [net, '10.90', '9', true, '10'],
    [net, '29.99', '21', true, '24.79'],
    [net, '20.00', '21', false, '20'],
    [gross, '24.20', '21', true, '24.2'],
    [gross, '20.00', '21', false, '24.2'],
    [gross, '10.00', '9', false, '10.9'],
    [gross, '10.00', '0', false, '10'],
  ])(
    'with prices that include VAT: %s, %s at %s %% (with VAT: %s) is %s',
    (org, price, rate, isGross, expected) => {
      const traits = productTarget.traits(accountWith({ pricesIncludeVat: org }));
      expect(said(traits, shopProduct(price, rate, isGross))).toBe(expected);
    },
  );
});

describe('from an org', () => {
  test.each([
    [net, 20, 21, true, '24.2'],
    [net, 10, 9, true, '10.9'],
    [net, 20, 21, false, '20'],
    [gross, 24.2, 21, false, '20'],
    [gross, 10.9, 9, false, '10'],
    [gross, 24.2, 21, true, '24.2'],
  ])(
    'with prices that include VAT: %s, %s at %s %% is to a shop (with VAT: %s) %s',
    async (org, price, rate, isGross, expected) => {
      expect(said(shop(isGross), await orgProduct(price, rate, { pricesIncludeVat: org }))).toBe(expected);
    },
  );

  test('goes with the one rate of the connection where the product has none, and parks where there is none at all', async () => {
    const rated = await orgProduct(20, null, { pricesIncludeVat: net, vatRate: '21' });
    expect(said(shop(true), rated)).toBe('24.2');
    const unrated = await orgProduct(20, null, { pricesIncludeVat: net });
    expect(() => said(shop(true), unrated)).toThrow(expect.objectContaining({ code: 'product_vat_unknown' }));
  });
});

test('parks either way where nobody says it', async () => {
  const unsaid = (of: string) =>
    expect.objectContaining({ code: 'price_basis_unknown', params: { sku: 'MOK', of } });
  expect(() => said(productTarget.traits(accountWith({})), shopProduct('24.20', '21', true))).toThrow(
    unsaid('target'),
  );
  const read = await orgProduct(20, 21, {});
  expect(() => said(shop(true), read)).toThrow(unsaid('source'));
});
