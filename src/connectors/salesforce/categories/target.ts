import { z } from 'zod';
import type { CategoryDraft, CategoryTarget, StandingCategory } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { needed, text } from '../../wire/fields.ts';
import { only, stated } from '../../wire/objects.ts';
import { recordId } from '../ids.ts';
import { readRows, version } from '../queries.ts';
import { soql } from '../soql.ts';
import { readCategory } from './read.ts';
import { type CategoryWire, catalogOf, categoryFields, categoryFromWire, categoryWire } from './wire.ts';

/** What a mapping may fill in of a category, by Salesforce's own names (sheet 5.5). */
const fields = z.object({ Code: z.string() }).partial();

const made = z.object({ id: needed(text) });

/** Those of one catalogue, the first of the org. */
export const categoryTarget: CategoryTarget = {
  fields,
  lengths: { Name: 200, Description: 255, Code: 255 },
  toWire: (draft, account) => ({ CatalogId: catalogOf(account), ...categoryToWire(draft) }),

  async get(api, id) {
    const wire = await readCategory(api, id);
    return wire && standing(wire);
  },

  async childrenOf(api, parentId) {
    const catalog = catalogOf(api.account);
    const id = parentId === null ? null : recordId(parentId);
    if (parentId !== null && id === null) return [];
    const q =
      id === null
        ? soql`SELECT ${categoryFields} FROM ProductCategory WHERE CatalogId = ${catalog} AND ParentCategoryId = null ORDER BY CreatedDate, Id`
        : soql`SELECT ${categoryFields} FROM ProductCategory WHERE CatalogId = ${catalog} AND ParentCategoryId = ${id} ORDER BY CreatedDate, Id`;
    return (await readRows(api, q, categoryWire)).map(standing);
  },

  create: (api, draft) =>
    api.create(
      path`/services/data/${version}/sobjects/ProductCategory`,
      { CatalogId: catalogOf(api.account), ...only(categoryToWire(draft), (_, value) => value !== null) },
      made,
    ),

  async update(api, id, changes) {
    const body = categoryToWire(changes);
    if (Object.keys(body).length > 0)
      await api.patch(path`/services/data/${version}/sobjects/ProductCategory/${recordId(id) ?? ''}`, body);
  },
};

function categoryToWire({
  name,
  parentId,
  description,
  active,
  position,
  values,
}: Partial<CategoryDraft>): JsonObject {
  return stated({
    Name: name,
    ParentCategoryId: parentId,
    Description: description,
    IsNavigational: active,
    SortOrder: position === undefined ? undefined : Math.round(position),
    ...values,
  });
}

function standing(wire: CategoryWire): StandingCategory {
  const values = only(wire, (name, value) => Object.hasOwn(fields.shape, name) && value !== undefined);
  return { id: wire.Id, category: categoryFromWire(wire), values };
}
