import { z } from 'zod';
import { Problem, rejected } from '../../../../records/problem.ts';
import type { Api } from '../../../contract/api.ts';
import { path } from '../../../contract/path.ts';
import type { JsonObject } from '../../../contract/target.ts';
import { needed, text } from '../../../wire/fields.ts';
import { everywhere } from '../../scope.ts';
import { upsert } from '../../upsert.ts';
import { fitsPath, skuWire } from '../sku.ts';
import { keyWithSku } from '../url-key.ts';
import { type ProductWire, productWire } from '../wire.ts';
import { system } from './writing.ts';

const products = path`/V1/products`;

/** The SKU stands in the body only: paths fail over odd characters (sheet 10.9). What is not named stays. */
export async function saveProduct(api: Api, sku: string, fields: JsonObject): Promise<ProductWire> {
  return upsert(api, everywhere(api, products), { product: { sku, ...fields } }, productWire);
}

/**
 * Makes a product. Where it is refused, its name may stand in another one's address: then it is asked once more with its SKU behind its
 * name (sheet 10.10). The shop's words differ by language, so other reasons are asked twice too.
 */
export async function makeProduct(api: Api, product: JsonObject, name: string, sku: string) {
  const make = (wanted: JsonObject) =>
    api.create(everywhere(api, products), { product: wanted }, productWire);
  try {
    return await make(product);
  } catch (error) {
    const other = withUrlKey(product, keyWithSku(name, sku));
    if (!(error instanceof Problem) || error.code !== 'refused' || other === null) throw error;
    return await make(other);
  }
}

/** Null where it has that key already. */
function withUrlKey(product: JsonObject, key: string): JsonObject | null {
  const custom = z
    .array(z.object({ attribute_code: z.string(), value: z.unknown() }))
    .catch([])
    .parse(product.custom_attributes);
  const isIt = custom.some(({ attribute_code: code, value }) => code === 'url_key' && value === key);
  if (isIt) return null;
  const others = custom.filter(({ attribute_code: code }) => code !== 'url_key');
  return { ...product, custom_attributes: [...others, { attribute_code: 'url_key', value: key }] };
}

const renamedWire = z.object({ id: needed(text), sku: skuWire });

/**
 * Gives a product another SKU: told by its id, and by two things in the body, so that the path's SKU is not written over the new one
 * (sheet 3). Throws `refused` where another product has come of it, or nothing.
 */
export async function renameProduct(api: Api, id: string, from: string, sku: string): Promise<void> {
  const body = { product: { id: Number(id), sku }, saveOptions: true };
  const isInPath = fitsPath(from);
  const { body: answer } = await api.request(
    {
      method: isInPath ? 'PUT' : 'POST',
      path: everywhere(api, isInPath ? path`/V1/products/${from}` : products),
      body,
      repeatable: true,
    },
    renamedWire,
  );
  if (answer.id === id && answer.sku === sku) return;
  throw rejected('refused', { system, status: 200, fields: ['sku'] });
}
