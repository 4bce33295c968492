import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

export const tea = {
  name: 'Thee 100 g',
  productnumber: 'THEE100',
  eannumber: '8710000000024',
  price: 5.45,
  discount: 0,
  taxtariff: 'low a',
  package_id: 31,
  active: true,
  stockenabled: true,
  stock: 120,
  weight: 0.1,
  description: '<p>Losse thee</p>',
};

/** A shop with one product. */
export async function made(
  fields = {},
  settings = {},
): Promise<{ shop: TestShop; product: JsonObject; path: string }> {
  const shop = new TestShop({ settings });
  const { body, text } = await shop.call('POST', '/products/', { ...tea, ...fields });
  if (body.id === undefined) throw new Error(text);
  return { shop, product: body, path: `/products/${body.id}` };
}
