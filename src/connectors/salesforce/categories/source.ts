import type { CategorySource } from '../../contract/categories.ts';
import { changing } from '../changes.ts';
import { readCategory } from './read.ts';
import { catalogOf, categoryFromWire } from './wire.ts';

export const categorySource: CategorySource = {
  changes: changing({
    flow: 'categories',
    lists: ({ account }) => {
      catalogOf(account);
      return [{ object: 'ProductCategory', state: ['SortOrder'] }];
    },
    deleted: () => ['ProductCategory'],
  }),

  async get(api, key) {
    const wire = await readCategory(api, key);
    return wire && categoryFromWire(wire);
  },
};
