import { pictureOf } from '../../../sandbox/kit/catalogue/pictures.ts';
import type { Json, JsonObject } from '../../../sandbox/kit/json.ts';
import { objectsIn } from '../../../sandbox/kit/json.ts';
import type { TestShop } from './shop.ts';

export const all = '/rest/all/V1';

/** What a POST of a product needs at least. */
export function simple(sku: string, more: JsonObject = {}): { product: JsonObject } {
  return { product: { sku, name: `Artikel ${sku}`, price: 12.1, attribute_set_id: 4, ...more } };
}

/** With its goods in the default source. */
export async function sell(shop: TestShop, sku: string, quantity: number, more: JsonObject = {}) {
  const made = await shop.call('POST', `${all}/products`, simple(sku, more));
  if (made.status !== 200) throw new Error(made.text);
  await setStock(shop, sku, quantity);
  return made.body;
}

export function setStock(shop: TestShop, sku: string, quantity: number, status = quantity > 0 ? 1 : 0) {
  const row = { sku, source_code: 'default', quantity, status };
  return shop.call('POST', '/V1/inventory/source-items', { sourceItems: [row] });
}

export async function salable(shop: TestShop, sku: string): Promise<Json> {
  return (await shop.get(`/V1/inventory/get-product-salable-quantity/${sku}/1`)).json;
}

export async function inSource(shop: TestShop, sku: string): Promise<JsonObject | undefined> {
  const item = (
    await shop.items(
      `/V1/inventory/source-items?searchCriteria[filter_groups][0][filters][0][field]=sku&searchCriteria[filter_groups][0][filters][0][value]=${sku}`,
    )
  )[0];
  return item;
}

/** An order of some pieces of a SKU; its id. */
export function order(shop: TestShop, sku: string, quantity: number, more: JsonObject = {}): Promise<string> {
  return shop.sell({
    about: 'an order',
    buyer: {
      ...{ firstname: 'Ada', lastname: 'Berg', email: 'ada@example.com', country: 'NL' },
      ...{ street: ['Kade', '1'], postcode: '8011 AB', city: 'Zwolle' },
    },
    basket: {
      lines: [
        { productId: 1, sku, name: sku, price: '12.10', quantity: String(quantity), rate: '21', ...more },
      ],
    },
  });
}

export function custom(product: JsonObject, code: string): Json | undefined {
  return objectsIn(product.custom_attributes).find(({ attribute_code }) => attribute_code === code)?.value;
}

/** An attribute that variants differ in, with its options by label. */
export async function choice(shop: TestShop, code: string, labels: readonly string[]) {
  const options = labels.map((label, sort_order) => ({ label, sort_order }));
  const attribute = {
    ...{ attribute_code: code, frontend_input: 'select', scope: 'global', default_frontend_label: code },
    options,
  };
  const { body } = await shop.call('POST', `${all}/products/attributes`, { attribute });
  const place = { attributeSetId: 4, attributeGroupId: 7, attributeCode: code, sortOrder: 1 };
  await shop.call('POST', `${all}/products/attribute-sets/attributes`, place);
  const ids = new Map(objectsIn(body.options).map(({ label, value }) => [label, Number(value)]));
  return { id: String(body.attribute_id), value: (label: string) => ids.get(label) ?? 0 };
}

/** RN-100 with a child each size, none in stock. */
export async function raincoat(shop: TestShop, sizes: readonly string[] = ['M', 'L']) {
  const size = await choice(shop, 'maat', [...sizes, 'XL']);
  for (const each of sizes) {
    const custom_attributes = [{ attribute_code: 'maat', value: size.value(each) }];
    await shop.call(
      'POST',
      `${all}/products`,
      simple(`RN-100-${each}`, { visibility: 1, custom_attributes }),
    );
    await setStock(shop, `RN-100-${each}`, 0);
  }
  const parent = simple('RN-100', { type_id: 'configurable', name: 'Regenjas Noord' });
  await shop.call('POST', `${all}/products`, parent);
  const option = {
    attribute_id: size.id,
    label: 'Maat',
    position: 0,
    values: [{ value_index: size.value('M') }],
  };
  await shop.call('POST', `${all}/configurable-products/RN-100/options`, { option });
  for (const each of sizes) {
    await shop.call('POST', `${all}/configurable-products/RN-100/child`, { childSku: `RN-100-${each}` });
  }
  return size;
}

/** A picture as the API takes it. */
export function entry(name: string, more: JsonObject = {}): { entry: JsonObject } {
  const data = Buffer.from(pictureOf(name)).toString('base64');
  const content = { base64_encoded_data: data, type: 'image/png', name };
  return {
    entry: { media_type: 'image', label: name, position: 1, disabled: false, types: [], content, ...more },
  };
}
