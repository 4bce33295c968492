import { z } from 'zod';
import { problem } from '../../../records/problem.ts';
import type { CategoryDraft, CategoryTarget, StandingCategory } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { only, stated } from '../../wire/objects.ts';
import { change, find, make } from '../calls.ts';
import { allCategories, type CategoryWire, categoryFromWire, categoryWire, parentOf } from './wire.ts';

/** What a mapping may fill in of a category, by CCV's own names (sheet 6.9). */
const fields = z
  .object({
    description_bottom: z.string(),
    searchwords: z.string(),
    meta_description: z.string(),
    meta_keywords: z.string(),
    page_title: z.string(),
    alias: z.string(),
    items_per_page: z.int().positive(),
  })
  .partial();

const made = z.object({ id: needed(text) });

export const categoryTarget: CategoryTarget = {
  fields,
  toWire: categoryToWire,

  async get(api, id) {
    const wire = await find(api, path`/categories/${countedId(id)}/`, categoryWire);
    return wire && standing(wire);
  },

  async childrenOf(api, parentId) {
    return (await allCategories(api)).filter((each) => parentOf(each) === parentId).map(standing);
  },

  /** An answer without contents says no id (sheet 3.1): it is looked for by its name. */
  async create(api, draft) {
    const answer = await make(api, path`/categories/`, categoryToWire(draft), made);
    if (answer !== null) return answer;
    const own = (await allCategories(api)).findLast(
      (each) => parentOf(each) === draft.parentId && each.name === draft.name.trim(),
    );
    if (own !== undefined) return { id: own.id };
    throw problem('outcome-unknown', 'garbled', { system: 'CCV', method: 'POST' });
  },

  async update(api, id, changes) {
    const body = categoryToWire(changes);
    if (Object.keys(body).length > 0) await change(api, path`/categories/${countedId(id)}/`, body);
  },
};

/** Null moves it to the top. */
function categoryToWire({
  name,
  parentId,
  description,
  active,
  position,
  values,
}: Partial<CategoryDraft>): JsonObject {
  return stated({
    name,
    parentcategory_id: typeof parentId === 'string' ? Number(parentId) : parentId,
    description,
    show_on_website: active,
    position,
    ...values,
  });
}

function standing(wire: CategoryWire): StandingCategory {
  const values = only(wire, (name) => Object.hasOwn(fields.shape, name));
  return { id: wire.id, category: categoryFromWire(wire), values };
}
