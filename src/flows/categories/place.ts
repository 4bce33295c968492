import type { Category } from '../../records/category.ts';
import type { Context, Reverse } from './endpoints.ts';
import { linkOf } from './links.ts';

/** Where a category of the source belongs in the target. `outside`: not below the category that the way back hangs its tree under. */
export type Place =
  | { readonly kind: 'under'; readonly parentId: string | null }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unlinked'; readonly parent: string };

export function placeOf(context: Context, { id, parentId }: Pick<Category, 'id' | 'parentId'>): Place {
  const top = context.reverse?.settings.root ?? null;
  if (id === top) return { kind: 'outside' };
  if (isAtTop(context, { parentId })) return { kind: 'under', parentId: context.settings.root ?? null };
  if (parentId === null) return { kind: 'outside' };
  const link = linkOf(context, parentId);
  return link === null ? { kind: 'unlinked', parent: parentId } : { kind: 'under', parentId: link.targetId };
}

/** Whether it hangs under nothing that is carried. */
export function isAtTop({ reverse }: Context, { parentId }: Pick<Category, 'parentId'>): boolean {
  return parentId === (reverse?.settings.root ?? null);
}

/** Where the way back would put a category of the target: the source's id; null: the top. Undefined where it cannot tell. */
export function placeBack(
  { settings }: Context,
  { flow }: Reverse,
  parentId: string | null,
): string | null | undefined {
  if (parentId === (settings.root ?? null)) return flow.settings.root ?? null;
  return parentId === null ? undefined : flow.links.get('category', parentId)?.targetId;
}
