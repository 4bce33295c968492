import type { CategorySource } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import { countedId } from '../../wire/counted-id.ts';
import { digest } from '../../wire/digest.ts';
import { find } from '../calls.ts';
import { reader, walkOf } from '../walk.ts';
import { categoryFromWire, categoryList, categoryWire } from './wire.ts';

/** They are few, and compared. */
export const categorySource: CategorySource = {
  changes: walkOf(
    {
      all: [
        reader(
          () => categoryList,
          async (row) => ({ key: row.id, digest: await digest(categoryFromWire(row)) }),
        ),
      ],
    },
    { reportsGone: true, listsAll: true },
  ),

  async get(api, key) {
    const wire = await find(api, path`/categories/${countedId(key)}/`, categoryWire);
    return wire && categoryFromWire(wire);
  },
};
