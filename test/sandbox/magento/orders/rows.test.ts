import { beforeEach, describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { lineOf, readingSet, shirt } from '../../../../sandbox/magento/sales/catalogue.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
});

describe('rows on the wire', () => {
  const buyer = {
    firstname: 'Ada',
    lastname: 'Berg',
    email: 'ada@example.com',
    street: ['Kade 1'],
    postcode: '8011 AB',
    city: 'Zwolle',
    country: 'NL',
  };

  it('are two for a configurable article, of which the parent counts and the child tells of it', async () => {
    const id = await shop.sell({ buyer, basket: { lines: [lineOf(shirt, { quantity: '2' })] } });
    const [parent, child] = objectsIn((await shop.order(id)).items);
    expect(parent).toMatchObject({
      product_type: 'configurable',
      sku: 'TRUI-NRD-M',
      price: 49.55,
      price_incl_tax: 59.95,
      tax_amount: 20.81,
      row_total: 99.09,
      row_total_incl_tax: 119.9,
    });
    expect(child).toMatchObject({
      product_type: 'simple',
      sku: 'TRUI-NRD-M',
      price: 0,
      row_total: 0,
      parent_item_id: parent?.item_id,
      parent_item: parent,
    });
    expect(child?.product_id).not.toBe(parent?.product_id);
    shop.standIn.change({ childPrices: true });
    expect(objectsIn((await shop.order(id)).items)[1]).toMatchObject({ price: 49.55, row_total: 0 });
  });

  it('of a dynamic bundle carry the tax in the children', async () => {
    const id = await shop.sell({ buyer, basket: { lines: [lineOf(readingSet)] } });
    const [parent, ...children] = objectsIn((await shop.order(id)).items);
    expect(parent).toMatchObject({ product_type: 'bundle', discount_amount: 0, row_total_incl_tax: 50.85 });
    expect(parent).not.toHaveProperty('children_calculated');
    expect(children.map(({ tax_percent, qty_ordered }) => [tax_percent, qty_ordered])).toEqual([
      [9, 1],
      [21, 3],
      [9, 1],
    ]);
  });

  it('show the net total after the discount, cut off at nothing, or by the bug of 2.4.8', async () => {
    const discount = { label: 'D', type: 'percent', value: '10' };
    const line = { productId: 1, sku: 'J', name: 'J', price: '60.50', quantity: '2', rate: '21' };
    const id = await shop.sell({ buyer, basket: { lines: [line], discount } });
    const row = async () => objectsIn((await shop.order(id)).items)[0];
    // 100.00 net, 21.00 tax; a tenth of 121.00 is 12.10, of which 2.10 was tax.
    expect(await row()).toMatchObject({
      price: 50,
      discount_amount: 12.1,
      discount_tax_compensation_amount: 2.1,
      tax_amount: 18.9,
      row_total: 87.9,
      row_total_incl_tax: 108.9,
    });
    shop.standIn.change({ rowTotalBug: true });
    expect(await row()).toMatchObject({ row_total: 37.9 });
  });

  it('can be searched for by themselves', async () => {
    await shop.sell({ buyer, basket: { lines: [lineOf(shirt), lineOf(readingSet)] } });
    const filter =
      'searchCriteria[filter_groups][0][filters][0][field]=sku&searchCriteria[filter_groups][0][filters][0][value]=trui-nrd-m';
    const rows = await shop.items(`/V1/orders/items?${filter}`);
    expect(rows.map(({ product_type }) => product_type)).toEqual(['configurable', 'simple']);
    expect((await shop.get(`/V1/orders/items/${rows[1]?.item_id}`)).body).toEqual(rows[1]);
    expect((await shop.get('/V1/orders/items/9999')).status).toBe(404);
  });
});
