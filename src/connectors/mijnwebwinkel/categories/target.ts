import { z } from 'zod';
import { asProblem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import type { CategoryDraft, CategoryTarget, StandingCategory } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { inShopLanguage } from '../products/articles.ts';
import { unwrapped } from '../wrapped.ts';
import { allCategories, type CategoryWire, categoryFromWire, categoryWire } from './wire.ts';

/** What a mapping may fill in of a category, by MijnWebwinkel's own names (sheet 7.11). */
const fields = z
  .object({ meta_title: z.string(), meta_description: z.string(), article_order: z.int().min(1).max(6) })
  .partial();

const made = unwrapped('category', z.object({ id: needed(text) }));

export const categoryTarget: CategoryTarget = {
  fields,
  toWire: categoryToWire,

  async get(api, id) {
    const wire = await api.find(path`/categories/${countedId(id)}`, categoryWire, inShopLanguage(api));
    return wire && standing(wire);
  },

  /** There is no filter by parent. */
  async childrenOf(api, parentId) {
    const all = await allCategories(api);
    return all.filter(({ parent_category_id }) => (parent_category_id ?? null) === parentId).map(standing);
  },

  create: (api, draft) =>
    api.create(path`/categories`, categoryToWire(draft), made, { query: inShopLanguage(api) }),

  async update(api, id, changes) {
    const body = categoryToWire(changes);
    if (changes.parentId === null) await moveToTop(api, id, body);
    else if (Object.keys(body).length > 0) await change(api, id, body);
  },
};

async function change(api: Api, id: string, body: JsonObject): Promise<CategoryWire> {
  const call = { method: 'PATCH', path: path`/categories/${countedId(id)}`, body, repeatable: true } as const;
  return (await api.request({ ...call, query: inShopLanguage(api) }, categoryWire)).body;
}

/** The description knows whole numbers as parents, and live answers have null at the top: which of them moves one there is not told. */
async function moveToTop(api: Api, id: string, body: JsonObject): Promise<void> {
  const moved = await change(api, id, { ...body, parent_category_id: 0 }).catch((error: unknown) => {
    if (asProblem(error).kind !== 'rejected') throw error;
    return null;
  });
  if (moved === null || moved.parent_category_id !== undefined)
    await change(api, id, { ...body, parent_category_id: null });
}

/** A new one without a parent stands at the top. Places go by neighbours, so none is said. */
function categoryToWire({ name, parentId, description, active, values }: Partial<CategoryDraft>) {
  const body: JsonObject = {
    title: name,
    parent_category_id: parentId ? Number(parentId) : undefined,
    content: description,
    hidden: active === undefined ? undefined : !active,
    ...values,
  };
  return only(body, (_, value) => value !== undefined) as Record<string, unknown>;
}

function standing(wire: CategoryWire): StandingCategory {
  const values = only(wire, (name) => Object.hasOwn(fields.shape, name));
  return { id: wire.id, category: categoryFromWire(wire), values };
}
