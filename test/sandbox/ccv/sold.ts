import type { JsonObject } from '../../../sandbox/kit/json.ts';
import { TestShop } from './shop.ts';

export const buyer = {
  name: 'Ada Vis',
  email: 'ada@example.com',
  street: 'Kade 12a',
  zipcode: '9711AA',
  city: 'Groningen',
};

/** A shop in which one certain sale was made, to Ada unless it says otherwise. */
export async function sold(
  sale: object,
  settings = {},
): Promise<{ shop: TestShop; order: JsonObject; path: string }> {
  const shop = new TestShop({ settings });
  const { body, text } = await shop.control('POST', '/sales', { buyer, ...sale });
  if (body.id === undefined) throw new Error(text);
  const path = `/orders/${body.id}`;
  return { shop, path, order: (await shop.get(`${path}/`)).body };
}
