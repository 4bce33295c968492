import type { CategorySource } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import { comparedList } from '../../wire/compared-list.ts';
import { countedId } from '../../wire/counted-id.ts';
import { inShopLanguage } from '../products/articles.ts';
import { categoryFromWire, categoryPage, categoryWire } from './wire.ts';

/** They are few, and compared. */
export const categorySource: CategorySource = {
  changes: comparedList(categoryPage, categoryFromWire),

  async get(api, key) {
    const wire = await api.find(path`/categories/${countedId(key)}`, categoryWire, inShopLanguage(api));
    return wire && categoryFromWire(wire);
  },
};
