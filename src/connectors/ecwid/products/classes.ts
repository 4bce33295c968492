import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { change } from '../change.ts';

/** What is not known here goes back as it came. */
const attributeWire = z.looseObject({ id: needed(text), name: text, type: text });

/** A product type declares the attributes that its products may have (sheet 6.2). */
const classWire = z.object({ id: needed(text), attributes: list(attributeWire) });
export type ProductClass = z.infer<typeof classWire>;

/** The type of products that have none of their own (sheet 6.2). */
export const generalClass = '0';

export function readClasses(api: Api): Promise<ProductClass[]> {
  return api.get(path`/classes`, list(classWire));
}

export function readClass(api: Api, id: string): Promise<ProductClass | null> {
  return api.find(path`/classes/${id}`, classWire);
}

/**
 * Adds attributes to a type. The list that is sent is the whole list: what it leaves out is deleted with all its values
 * (sheet 6.2), so it is read just before, and goes back with its ids.
 */
export async function addAttributes(api: Api, id: string, names: readonly string[]): Promise<void> {
  const raw = z.object({ attributes: list(z.looseObject({})) });
  const standing = await api.get(path`/classes/${id}`, raw);
  const known = new Set(standing.attributes.map(({ name }) => name));
  const added = names.filter((name) => !known.has(name));
  if (added.length === 0) return;
  const attributes = added.map((name) => ({ name, type: 'CUSTOM', show: 'DESCR' }));
  await change(api, path`/classes/${id}`, { attributes: [...standing.attributes, ...attributes] });
}
