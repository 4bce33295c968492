import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { needed, text } from '../../wire/fields.ts';
import { make } from '../calls.ts';
import { allOf } from '../lists.ts';

const brandWire = z.object({ id: needed(text), name: text });

/** A brand by its number, which is made where the shop has none of that name (sheet 7.1); null takes it away. */
export async function brandToWire(api: Api, brand: string | undefined): Promise<JsonObject> {
  if (brand === undefined) return {};
  const name = brand.trim();
  if (name === '') return { brand_id: null };
  const known = await brandNamed(api, name);
  if (known !== undefined) return { brand_id: known };
  const made = await make(api, path`/brands/`, { name }, z.object({ id: needed(text) }));
  return { brand_id: made === null ? await brandNamed(api, name) : Number(made.id) };
}

async function brandNamed(api: Api, name: string): Promise<number | undefined> {
  const brands = await allOf(api, { path: path`/brands/`, row: brandWire, isWhole: true });
  const own = brands.find((each) => each.name?.toLowerCase() === name.toLowerCase());
  return own && Number(own.id);
}
