import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import type { CategorySource } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import { bySnapshot } from '../../contract/source.ts';
import { countedId } from '../../wire/counted-id.ts';
import { digest } from '../../wire/digest.ts';
import { readToken } from '../../wire/pages.ts';
import { categoryFromWire, categoryPage, categoryWire } from './wire.ts';

const idsPerCall = 100;

const token = z.object({ offset: z.int().nonnegative() });

/** Categories carry no time, and cannot be asked for by one (sheet 6.1). */
export const categorySource: CategorySource = {
  changes: bySnapshot({
    reportsGone: true,
    listsAll: true,
    async page(api, { page }) {
      const { offset } = page === null ? { offset: 0 } : readToken(page, token);
      const { rows, next } = await categoryPage(api, offset);
      const records = rows.map(categoryFromWire);
      return {
        rows: await Promise.all(records.map(async (each) => ({ key: each.id, digest: await digest(each) }))),
        next: next === null ? null : JSON.stringify({ offset: next }),
      };
    },
  }),

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
