import type { Category } from '../../../records/category.ts';
import type { CategorySource } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import { comparedList } from '../../wire/compared-list.ts';
import { countedId } from '../../wire/counted-id.ts';
import { categoryFromWire, categoryPage, categoryWire } from './wire.ts';

const idsPerCall = 100;

/** Categories carry no time, and cannot be asked for by one (sheet 6.1). */
export const categorySource: CategorySource = {
  changes: comparedList(categoryPage, categoryFromWire),

  async get(api, key) {
    const wire = await api.find(path`/categories/${countedId(key)}`, categoryWire);
    return wire && categoryFromWire(wire);
  },

  async getMany(api, keys) {
    const wanted = [...new Set(keys)].filter((key) => countedId(key) !== '');
    const found = new Map<string, Category>();
    for (let start = 0; start < wanted.length; start += idsPerCall) {
      const ids = wanted.slice(start, start + idsPerCall);
      const { rows } = await categoryPage(api, 0, { categoryIds: ids.join(',') });
      for (const row of rows) if (ids.includes(row.id)) found.set(row.id, categoryFromWire(row));
    }
    return found;
  },
};
