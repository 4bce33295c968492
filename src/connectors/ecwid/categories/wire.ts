import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { amount, flag, linkedId, list, needed, text } from '../../wire/fields.ts';

const pageSize = 100;

/** A category as it is read (sheet 6.1); one at the top has no parent, or 0. */
export const categoryWire = z.looseObject({
  id: needed(text),
  parentId: linkedId,
  name: text,
  description: text,
  enabled: flag,
  orderBy: amount,
});
export type CategoryWire = z.infer<typeof categoryWire>;

const answer = z.object({ total: amount, items: list(categoryWire) });

/** One page of categories, hidden ones among them, and where the next one begins. */
export async function categoryPage(
  api: Api,
  offset: number,
  filter: { readonly parent?: string; readonly categoryIds?: string } = {},
): Promise<{ readonly rows: readonly CategoryWire[]; readonly next: number | null }> {
  const query = { ...filter, hidden_categories: true, offset, limit: pageSize };
  const { total, items } = await api.get(path`/categories`, answer, query);
  const end = offset + items.length;
  return { rows: items, next: items.length === 0 || end >= Number(total ?? 0) ? null : end };
}

export function categoryFromWire({ id, parentId, name, ...wire }: CategoryWire): Category {
  return {
    id,
    parentId: parentId ?? null,
    name: name ?? '',
    description: wire.description ?? '',
    active: wire.enabled,
    position: wire.orderBy === undefined ? undefined : Number(wire.orderBy),
  };
}
