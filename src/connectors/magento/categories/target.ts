import type { Api } from '../../contract/api.ts';
import type { CategoryDraft, CategoryTarget, StandingCategory } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { only } from '../../wire/objects.ts';
import { everywhere } from '../scope.ts';
import { eachRow } from '../search.ts';
import { rootCategory } from '../store.ts';
import { categoryFields, customNames, isOwnField } from './target-fields.ts';
import { type CategoryWire, categoryFromWire, categoryWire, customOf, isRoot } from './wire.ts';

/** All of it in the scope of all views, so that texts that a view has of its own stay (sheet 1.1). */
export const categoryTarget: CategoryTarget = {
  fields: categoryFields,
  lengths: { 'category.name': 255 },

  toWire: (draft) => ({ category: { ...categoryOf(draft), ...parentOf(draft.parentId), ...shown(draft) } }),

  async get(api, id) {
    const wire = await api.find(everywhere(api, path`/V1/categories/${countedId(id)}`), categoryWire);
    return wire === null || isRoot(wire) ? null : standing(wire);
  },

  async childrenOf(api, parentId) {
    const value = parentId ?? (await rootCategory(api));
    const children: StandingCategory[] = [];
    for await (const wire of eachRow(api, {
      path: everywhere(api, path`/V1/categories/list`),
      row: categoryWire,
      by: 'entity_id',
      idOf: ({ id }) => id,
      where: [{ field: 'parent_id', condition: 'eq', value }],
    })) {
      children.push(standing(wire));
    }
    return children;
  },

  async create(api, draft) {
    const parent = parentOf(draft.parentId ?? (await rootCategory(api)));
    const category = { ...categoryOf(draft), ...parent, ...shown(draft) };
    const { id } = await api.create(everywhere(api, path`/V1/categories`), { category }, categoryWire);
    return { id };
  },

  async update(api, id, changes) {
    const { parentId, ...rest } = changes;
    if (parentId !== undefined) await move(api, id, parentId ?? (await rootCategory(api)));
    const category = categoryOf(rest);
    if (Object.keys(category).length === 0) return;
    await api.update(everywhere(api, path`/V1/categories/${id}`), {
      category: { id: Number(id), ...category },
    });
  },
};

/** A changed parent in a PUT moves nothing (sheet 11). Where it stands already it stays at its place among its siblings. */
async function move(api: Api, id: string, parentId: string): Promise<void> {
  const stands = await api.find(everywhere(api, path`/V1/categories/${id}`), categoryWire);
  if (stands?.parent_id === parentId) return;
  await api.update(everywhere(api, path`/V1/categories/${id}/move`), { parentId: Number(parentId) });
}

function categoryOf({
  name,
  description,
  active,
  position,
  values = {},
}: Partial<CategoryDraft>): JsonObject {
  const custom = {
    ...(description === undefined ? {} : { description }),
    ...only(values, (field) => !isOwnField(field)),
  };
  const attributes = Object.entries(custom).map(([code, value]) => ({ attribute_code: code, value }));
  return {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { is_active: active }),
    ...(position === undefined ? {} : { position }),
    ...only(values, isOwnField),
    ...(attributes.length === 0 ? {} : { custom_attributes: attributes }),
  };
}

function parentOf(id: string | null): JsonObject {
  return id === null ? {} : { parent_id: Number(id) };
}

/** What a new one is given where nobody says it. */
function shown({ active, values }: CategoryDraft): JsonObject {
  return {
    ...(active === undefined ? { is_active: true } : {}),
    ...(values.include_in_menu === undefined ? { include_in_menu: true } : {}),
  };
}

function standing(wire: CategoryWire): StandingCategory {
  const custom = customNames.map((code) => [code, customOf(wire, code)] as const);
  return {
    id: wire.id,
    category: categoryFromWire(wire),
    values: only(
      { include_in_menu: wire.include_in_menu, ...Object.fromEntries(custom) },
      (_, value) => value !== undefined && value !== null,
    ),
  };
}
