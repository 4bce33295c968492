import type { CategorySource } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import { bySnapshot } from '../../contract/source.ts';
import { countedId } from '../../wire/counted-id.ts';
import { digest } from '../../wire/digest.ts';
import { readToken } from '../../wire/pages.ts';
import { offsetToken } from '../lists.ts';
import { inShopLanguage } from '../products/articles.ts';
import { categoryFromWire, categoryPage, categoryWire } from './wire.ts';

/** They are few, and compared. */
export const categorySource: CategorySource = {
  changes: bySnapshot({
    reportsGone: true,
    listsAll: true,
    async page(api, { page }) {
      const { offset } = page === null ? { offset: 0 } : readToken(page, offsetToken);
      const { rows, next } = await categoryPage(api, offset);
      const records = rows.map(categoryFromWire);
      return {
        rows: await Promise.all(records.map(async (each) => ({ key: each.id, digest: await digest(each) }))),
        next: next === null ? null : JSON.stringify({ offset: next }),
      };
    },
  }),

  async get(api, key) {
    const wire = await api.find(path`/categories/${countedId(key)}`, categoryWire, inShopLanguage(api));
    return wire && categoryFromWire(wire);
  },
};
