import type { CategoryDraft, CategoryTarget } from '../../connectors/contract/categories.ts';
import type { Parts } from '../../connectors/contract/target.ts';
import { mapFields } from '../../mapping/fields.ts';
import type { Category } from '../../records/category.ts';
import { rejected } from '../../records/problem.ts';
import { requireLengths } from '../lengths.ts';
import type { Fingerprint } from '../merge.ts';
import type { Context } from './endpoints.ts';
import { ownPart, partsOf } from './parts.ts';
import type { CategoriesSettings } from './settings.ts';

/** What the flow says of a category. */
export interface Saying {
  readonly draft: CategoryDraft;
  readonly said: Parts;
  /** Own fields that it could say of any category. */
  readonly speaks: ReadonlySet<string>;
}

type Fields = keyof CategoriesSettings['fields'];

/**
 * `parentId` is the target's. `when`: what `fields` gives to a new category alone is not said of one that stands there. Makes no calls.
 * Throws `category_unnamed`, `mapping_failed`, `text_too_long`.
 */
export async function sayingOf(
  { settings, mapping, target }: Pick<Context, 'settings' | 'mapping' | 'target'>,
  to: CategoryTarget,
  category: Category,
  { parentId, when }: { readonly parentId: string | null; readonly when: 'create' | 'update' },
): Promise<Saying> {
  const name = category.name.trim();
  if (name === '') throw rejected('category_unnamed', { key: category.id });
  const isSaid = (field: Fields) =>
    settings.fields[field] === 'always' || (when === 'create' && settings.fields[field] === 'createOnly');
  const { description, active, position } = category;
  const values = await mapFields('', to.fields, mapping, settings.fixed, { category });
  const draft: CategoryDraft = {
    name,
    parentId,
    ...(description !== undefined && isSaid('description') ? { description } : {}),
    ...(active !== undefined && isSaid('active') ? { active } : {}),
    ...(position !== undefined && isSaid('position') ? { position } : {}),
    values,
  };
  const { api, connector } = target;
  requireLengths(to.toWire(draft, api.account), { system: connector.name, lengths: to.lengths });
  const { name: named, parent, ...rest } = partsOf(draft, values);
  return {
    draft,
    said: {
      ...(isSaid('name') ? { name: named } : {}),
      ...(isSaid('parent') ? { parent } : {}),
      ...rest,
    },
    speaks: new Set([...Object.keys(settings.fixed), ...Object.keys(mapping)].map(ownPart)),
  };
}

/** Bases are many, and twelve characters tell values of one part of one record apart. */
export function shortFingerprint({ fingerprint }: Pick<Context, 'fingerprint'>): Fingerprint {
  return async (value) => (await fingerprint(value)).slice(0, 12);
}
