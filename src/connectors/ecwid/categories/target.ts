import { z } from 'zod';
import type { CategoryDraft, CategoryTarget, StandingCategory } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { eachRow } from '../../wire/pages.ts';
import { change } from '../change.ts';
import { type CategoryWire, categoryFromWire, categoryPage, categoryWire } from './wire.ts';

/** What a mapping may fill in of a category, by Ecwid's own names (sheet 6.1). */
const fields = z
  .object({
    seoTitle: z.string(),
    seoDescription: z.string(),
    customSlug: z.string(),
    externalReferenceId: z.string(),
  })
  .partial();

export const categoryTarget: CategoryTarget = {
  fields,
  toWire: categoryToWire,

  async get(api, id) {
    const wire = await api.find(path`/categories/${countedId(id)}`, categoryWire);
    return wire && standing(wire);
  },

  async childrenOf(api, parentId) {
    const parent = parentId ?? '0';
    const rows = eachRow(async (_, offset) => {
      const page = await categoryPage(api, offset, { parent });
      return { rows: page.rows, isLast: page.next === null };
    });
    const children = new Map<string, StandingCategory>();
    for await (const row of rows) if ((row.parentId ?? '0') === parent) children.set(row.id, standing(row));
    return [...children.values()];
  },

  create: (api, draft) =>
    api.create(path`/categories`, categoryToWire(draft), z.object({ id: needed(text) })),

  async update(api, id, changes) {
    const body = categoryToWire(changes);
    // Every write fires a webhook (sheet 10.1): none without need.
    if (Object.keys(body).length > 0) await change(api, path`/categories/${countedId(id)}`, body);
  },
};

/** At the top the parent is 0: left out, it would stay as it is. */
function categoryToWire({ name, parentId, description, active, position, values }: Partial<CategoryDraft>) {
  const body: JsonObject = {
    name,
    parentId: parentId === undefined ? undefined : Number(parentId ?? '0'),
    description,
    enabled: active,
    orderBy: position,
    ...values,
  };
  return only(body, (_, value) => value !== undefined);
}

function standing(wire: CategoryWire): StandingCategory {
  const values = only(wire, (name) => Object.hasOwn(fields.shape, name));
  return { id: wire.id, category: categoryFromWire(wire), values };
}
