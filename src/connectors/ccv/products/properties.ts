/** Facts about products: properties in groups (sheet 6.8). */
import { z } from 'zod';
import type { Named } from '../../../records/product.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { needed, text } from '../../wire/fields.ts';
import { remembered } from '../../wire/remembered.ts';
import { whereAllowed } from '../calls.ts';
import { allOf } from '../lists.ts';
import type { ProductWire } from './wire.ts';

export interface Property {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
}

const groupWire = z.object({ id: needed(text) });
const propertyWire = z.object({ id: needed(text), name: needed(text) });

/** All that there are; none where the key may not read them. */
export const readProperties = remembered((api) => whereAllowed(allProperties(api), []));

async function allProperties(api: Api): Promise<readonly Property[]> {
  const properties: Property[] = [];
  const groups = { path: path`/productpropertygroups/`, row: groupWire, isWhole: true } as const;
  for (const { id: groupId } of await allOf(api, groups)) {
    const at = path`/productpropertygroups/${groupId}/productproperties/`;
    for (const { id, name } of await allOf(api, { path: at, row: propertyWire, isWhole: true }))
      properties.push({ id, name, groupId });
  }
  return properties;
}

/** Every value that a product has, and of which property. */
export function factsOf({ producttopropertygroups: groups = [] }: ProductWire) {
  return groups.flatMap(({ values = [] }) => values);
}

/** Undefined where they did not come along. */
export function attributesOf(product: ProductWire, properties: readonly Property[]): Named[] | undefined {
  if (product.producttopropertygroups === undefined) return undefined;
  const values = factsOf(product).flatMap(({ product_property_id, value }) => {
    const name = properties.find(({ id }) => id === product_property_id)?.name;
    return name === undefined || value === undefined ? [] : [{ name, value }];
  });
  return [...Map.groupBy(values, ({ name }) => name)].map(([name, all]) => ({
    name,
    values: all.map(({ value }) => value),
  }));
}
