import { describe, expect, it } from 'vitest';
import { all, choice, custom, entry, raincoat, sell, setStock, simple } from '../goods.ts';
import { TestShop } from '../shop.ts';

describe('a configurable product', () => {
  it('has options and children, which are products of their own', async () => {
    const shop = new TestShop();
    const size = await raincoat(shop);
    const { body } = await shop.get(`${all}/products/RN-100`);
    expect(body).toMatchObject({
      type_id: 'configurable',
      price: 0,
      extension_attributes: {
        configurable_product_links: [1, 2],
        configurable_product_options: [
          {
            attribute_id: size.id,
            label: 'Maat',
            values: [{ value_index: size.value('M') }, { value_index: size.value('L') }],
          },
        ],
      },
    });
    const children = (await shop.get('/V1/configurable-products/RN-100/children')).json;
    expect(children).toMatchObject([{ sku: 'RN-100-M' }, { sku: 'RN-100-L' }]);
    expect(JSON.stringify(children)).not.toContain('extension_attributes');
    const options = (await shop.get('/V1/configurable-products/RN-100/options/all')).json;
    expect(options).toMatchObject([{ id: 21, product_id: 3 }]);
  });

  it('takes no child twice, none without the attribute, and none that looks like another', async () => {
    const shop = new TestShop();
    const size = await raincoat(shop);
    const link = async (childSku: string) =>
      (await shop.call('POST', `${all}/configurable-products/RN-100/child`, { childSku })).body.message;
    expect(await link('RN-100-M')).toBe('The product is already attached.');
    await sell(shop, 'BARE', 1);
    expect(await link('BARE')).toBe('Product with id "%1" does not contain required attribute "%2".');
    await sell(shop, 'TWIN', 1, { custom_attributes: [{ attribute_code: 'maat', value: size.value('M') }] });
    expect(await link('TWIN')).toBe('Products "%1" and "%2" have the same set of attribute values.');
    expect(await link('NONE')).toContain("doesn't exist");
    await shop.call('POST', `${all}/products`, simple('EMPTY', { type_id: 'configurable' }));
    const without = await shop.call('POST', `${all}/configurable-products/EMPTY/child`, { childSku: 'BARE' });
    expect(without.body.message).toBe("The parent product doesn't have configurable product options.");
  });

  it('a child that is taken off stays a product', async () => {
    const shop = new TestShop();
    await raincoat(shop);
    const path = `${all}/configurable-products/RN-100/children/RN-100-M`;
    expect((await shop.call('DELETE', path)).json).toBe(true);
    expect((await shop.call('DELETE', path)).status).toBe(400);
    expect((await shop.get('/V1/products/RN-100-M')).status).toBe(200);
    expect((await shop.get('/V1/configurable-products/RN-100/children')).json).toMatchObject([
      { sku: 'RN-100-L' },
    ]);
  });

  it('keeps options and children at other saves; links without the options are refused or lose them', async () => {
    const shop = new TestShop();
    await raincoat(shop);
    const put = (extension_attributes: unknown) =>
      shop.call('PUT', `${all}/products/RN-100`, { product: { name: 'Jas', extension_attributes } });
    const links = { configurable_product_links: [1, 2] };
    expect((await put({ website_ids: [1] })).body.extension_attributes).toMatchObject(links);
    const refused = await put(links);
    expect(refused.body.message).toBe('Products "%1" and "%2" have the same set of attribute values.');
    const lost = await put({ configurable_product_links: [1] });
    expect(lost.body.extension_attributes).toMatchObject({
      configurable_product_links: [1],
      configurable_product_options: [],
    });
  });

  it('is saved with all that belongs to it in one call', async () => {
    const shop = new TestShop();
    const size = await choice(shop, 'maat', ['M']);
    const maat = [{ attribute_code: 'maat', value: size.value('M') }];
    const child = await sell(shop, 'J-M', 1, { visibility: 1, custom_attributes: maat });
    const option = { attribute_id: size.id, label: 'Maat', values: [{ value_index: size.value('M') }] };
    const extension = {
      configurable_product_options: [option],
      configurable_product_links: [Number(child.id)],
    };
    const more = { type_id: 'configurable', extension_attributes: extension };
    const made = await shop.call('POST', `${all}/products`, simple('J', more));
    expect(made.body.extension_attributes).toMatchObject({ configurable_product_links: [child.id] });
  });

  it('linking takes the roles of its pictures away by setting', async () => {
    const roles = async (linkingLosesRoles: boolean) => {
      const shop = new TestShop({ settings: { linkingLosesRoles } });
      const size = await raincoat(shop);
      const types = ['image', 'small_image', 'thumbnail'];
      await shop.call('POST', `${all}/products/RN-100/media`, entry('jas.png', { types }));
      const xl = [{ attribute_code: 'maat', value: size.value('XL') }];
      await sell(shop, 'RN-100-XL', 1, { visibility: 1, custom_attributes: xl });
      await shop.call('POST', `${all}/configurable-products/RN-100/child`, { childSku: 'RN-100-XL' });
      return custom((await shop.get(`${all}/products/RN-100`)).body, 'image');
    };
    expect(await roles(false)).toBe('/j/a/jas.png');
    expect(await roles(true)).toBeUndefined();
  });
});

describe('the stock status of a configurable product', () => {
  const state = async (shop: TestShop) => [
    (await shop.get('/V1/stockItems/RN-100')).body.is_in_stock,
    (await shop.get('/V1/inventory/is-product-salable/RN-100/1')).json,
  ];

  it('follows its children', async () => {
    const shop = new TestShop();
    await raincoat(shop);
    expect(await state(shop)).toEqual([false, false]);
    await setStock(shop, 'RN-100-L', 5);
    expect(await state(shop)).toEqual([true, true]);
    await setStock(shop, 'RN-100-L', 0);
    expect(await state(shop)).toEqual([false, false]);
    await setStock(shop, 'RN-100-L', 2);
    expect(await state(shop)).toEqual([true, true]);
  });

  it('does not wake up by setting, until the merchant says so', async () => {
    const shop = new TestShop({ settings: { parentWakesUp: false } });
    await raincoat(shop);
    await setStock(shop, 'RN-100-L', 5);
    expect(await state(shop)).toEqual([false, false]);
    const stockItem = { is_in_stock: true };
    await shop.call('PUT', `${all}/products/RN-100/stockItems/1`, { stockItem });
    expect(await state(shop)).toEqual([true, true]);
  });

  it('that was set by hand stays', async () => {
    const shop = new TestShop();
    await raincoat(shop);
    await setStock(shop, 'RN-100-M', 1);
    await shop.call('PUT', `${all}/products/RN-100/stockItems/1`, { stockItem: { is_in_stock: false } });
    await setStock(shop, 'RN-100-L', 5);
    expect(await state(shop)).toEqual([false, false]);
  });
});
