/** Facts about a product, written one by one, so that others stay (sheet 6.8). */
import { z } from 'zod';
import { rejected } from '../../../records/problem.ts';
import type { Named } from '../../../records/product.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { change, make, remove } from '../calls.ts';
import { factsOf, type Property, readProperties } from './properties.ts';
import { system } from './to-wire.ts';
import type { ProductWire } from './wire.ts';

/**
 * Returns whether all were written. A property that the shop lacks is told: of which kind a new one would have to be is not known (sheet,
 * unknown).
 */
export async function writeFacts(
  api: Api,
  product: ProductWire,
  attributes: readonly Named[],
  sku: string,
  attempts: Attempts,
): Promise<boolean> {
  if (attributes.length === 0) return true;
  const properties = await attempts.at(() => readProperties(api));
  if (properties === undefined) return false;
  const groups = new Set(product.producttopropertygroups?.map((each) => each.product_property_group_id));
  let areAllDone = true;
  for (const { name, values } of attributes) {
    const property = properties.find((each) => each.name === name);
    if (property === undefined)
      attempts.note(rejected('attribute_unknown', { system, attribute: name, product: sku }));
    const isDone =
      property !== undefined &&
      (await attempts.did(() => write(api, product, property, values.join(', '), groups)));
    areAllDone &&= isDone;
  }
  return areAllDone;
}

async function write(
  api: Api,
  product: ProductWire,
  { id, groupId }: Property,
  value: string,
  groups: Set<string | undefined>,
): Promise<void> {
  const standing = factsOf(product).find(({ product_property_id }) => product_property_id === id);
  if (standing !== undefined) {
    const at = path`/productpropertyvalues/${standing.id}/`;
    if (value === '') await remove(api, at);
    else if (value !== standing.value) await change(api, at, { value });
    return;
  }
  if (value === '') return;
  const product_id = Number(product.id);
  if (!groups.has(groupId)) {
    const body = { product_id, product_property_group_id: Number(groupId) };
    await make(api, path`/producttopropertygroups/`, body, z.unknown());
    groups.add(groupId);
  }
  const body = { product_id, product_property_id: Number(id), value };
  await make(api, path`/productpropertyvalues/`, body, z.unknown());
}
