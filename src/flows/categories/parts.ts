import type { CategoryDraft } from '../../connectors/contract/categories.ts';
import type { JsonObject, Parts } from '../../connectors/contract/target.ts';
import type { Category } from '../../records/category.ts';

type Told = Pick<Category, 'name' | 'parentId' | 'description' | 'active' | 'position'>;

/** What the target's own fields are called among the parts: they may have the names of others. */
const ownPrefix = 'values.';

/** What is said of a category by part, in the form in which both sides are compared. What is not known is left out. */
export function partsOf(category: Told, values: JsonObject): Parts {
  const { name, parentId, description, active, position } = category;
  const parts = {
    name,
    parent: placeText(parentId),
    description,
    active,
    position,
    ...Object.fromEntries(Object.entries(values).map(([field, value]) => [ownPart(field), value])),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** The top is a place like any other: it is not the lack of one. */
export function placeText(parentId: string | null): string {
  return parentId === null ? 'top' : `in ${parentId}`;
}

export function ownPart(field: string): string {
  return `${ownPrefix}${field}`;
}

/** Whether mapping or constants fill it in. */
export function isOwnPart(part: string): boolean {
  return part.startsWith(ownPrefix);
}

/** The same draft, of these parts alone. An own field that the draft lacks is emptied. */
export function narrowed(draft: CategoryDraft, parts: ReadonlySet<string>): Partial<CategoryDraft> {
  const { name, parentId, description, active, position, values } = draft;
  const own = [...parts].filter(isOwnPart).map((part) => part.slice(ownPrefix.length));
  return {
    ...(parts.has('name') ? { name } : {}),
    ...(parts.has('parent') ? { parentId } : {}),
    ...(parts.has('description') && description !== undefined ? { description } : {}),
    ...(parts.has('active') && active !== undefined ? { active } : {}),
    ...(parts.has('position') && position !== undefined ? { position } : {}),
    ...(own.length === 0
      ? {}
      : { values: Object.fromEntries(own.map((field) => [field, values[field] ?? ''])) }),
  };
}
