/** Why a category needs a person. */
const partNames: Readonly<Record<string, string>> = {
  parent: 'place in the tree',
  active: 'shown or hidden',
};

/** A field that is mapped goes by its own name. */
function partName(part: string): string {
  const own = part.replace(/^values\./, '');
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? own) : own;
}

export const categories = {
  /** Without `of`: a preview was asked for one that the source does not have. `id`: the category that was deleted. */
  category_gone: ({
    of,
    system,
    id,
  }: {
    readonly of?: 'target';
    readonly system?: string;
    readonly id?: string;
  }) =>
    of === undefined
      ? { message: 'The source has no category with this id.', action: 'Check the id.' }
      : {
          message: `The category was deleted in ${system} (${id}), and has changed in the source since.`,
          action: `To have it created in ${system} again, sync it by its id; or skip it, and it is left alone from now on. A retry changes nothing.`,
        },
  /** `fields`: parts of a category, and mapped fields as `values.meta_title`. */
  category_conflict: ({
    system,
    key,
    fields,
  }: {
    readonly system: string;
    readonly key: string;
    readonly fields: readonly string[];
  }) => ({
    message: `Category ${key} was changed on both sides since they were last equal, in the source and in ${system}: ${fields.map(partName).join(', ')}. Everything else was carried.`,
    action:
      'Look at both values, enter the right one in both systems, and retry; or skip this, and the two stay different.',
  }),
  /**
   * `ids` are the target's, `key` is the source's. `of`: `several` stand there; the one that stands there is `kept` in step with another
   * category of the source; the category was renamed or `moved` to where another one stands (its own id is the first).
   */
  category_name_taken: ({
    of,
    system,
    key,
    name,
    ids,
  }: {
    readonly of: 'several' | 'kept' | 'moved';
    readonly system: string;
    readonly key: string;
    readonly name: string;
    readonly ids: readonly string[];
  }) => {
    const [own, ...others] = ids;
    switch (of) {
      case 'several':
        return {
          message: `${system} has several categories "${name}" in the place of category ${key} (${ids.join(', ')}).`,
          action: 'Rename or merge them there, and retry.',
        };
      case 'kept':
        return {
          message: `The category "${name}" of ${system} (${ids.join(', ')}) is kept in step with another category of the source, and ${key} has the same name and place.`,
          action: 'Rename or move one of the two in the source, and retry.',
        };
      case 'moved':
        return {
          message: `Category ${key} (${own} in ${system}) was moved or renamed to where another one "${name}" stands in ${system} (${others.join(', ')}). Nothing was written.`,
          action: 'Bring the two together, or rename one of them, and retry.',
        };
    }
  },
  category_unnamed: ({ key }: { readonly key: string }) => ({
    message: `Category ${key} has no name.`,
    action: 'Give it one in the source, and retry.',
  }),
  /** `ids`: the categories that stand under each other, of the source or of the target. */
  category_cycle: ({ system, ids }: { readonly system: string; readonly ids: readonly string[] }) => ({
    message: `Categories stand under each other in a circle, so none has a place (${system}: ${ids.join(', ')}).`,
    action: 'Move one of them to the top, and retry.',
  }),
  category_too_deep: ({ system, depth }: { readonly system: string; readonly depth: number }) => ({
    message: `The category stands in ${system} below more than ${depth} others that were not carried yet.`,
    action: 'Sync the categories above it first, and retry.',
  }),
  category_parent_gone: ({ system, id }: { readonly system: string; readonly id: string }) => ({
    message: `The category stands under ${id}, which ${system} does not have any more.`,
    action: 'Give it another place in the source, and retry.',
  }),
  /** `code`: of the problem of the one above. */
  category_parent_parked: ({
    system,
    id,
    code,
  }: {
    readonly system: string;
    readonly id: string;
    readonly code: string;
  }) => ({
    message: `The category stands under ${id} of ${system}, which cannot be carried (${code}).`,
    action: `Nothing to do here: take care of ${id}, and this one follows by itself.`,
  }),
  category_parents_first: () => ({
    message: 'The categories above it are created first.',
    action: 'Nothing to do: it goes on by itself.',
  }),
  category_busy: ({ key }: { readonly key: string }) => ({
    message: `Category ${key} was changed by others while it was carried.`,
    action: 'Nothing to do: it is tried again by itself.',
  }),
};
