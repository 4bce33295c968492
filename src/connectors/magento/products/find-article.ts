import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { needed, text } from '../../wire/fields.ts';
import { found, searchQuery } from '../search.ts';

const productWire = z.object({ id: needed(text), sku: text });

/** By search: many servers, and signatures, fail over odd characters of a SKU in the path (sheet 10.9). */
export async function findProduct(api: Api, sku: string): Promise<string | null> {
  const { items } = await api.get(
    '/V1/products',
    found(productWire),
    searchQuery({
      groups: [[{ field: 'sku', condition: 'eq', value: sku }]],
      sort: [{ field: 'entity_id', direction: 'ASC' }],
      pageSize: 20,
      fields: 'id,sku',
    }),
  );
  return items.find((product) => product.sku === sku)?.id ?? null;
}
