import type { StockSource } from '../../contract/stock.ts';
import { articleChanges, readArticles } from '../products/articles.ts';
import { levelsOf } from './levels.ts';

/** A key is an article with all its variants. */
export const stockSource: StockSource = {
  changes: articleChanges((article) => [...levelsOf(article)]),
  readSize: 10,

  async levels(api, keys) {
    const articles = await readArticles(api, keys);
    return new Map([...articles].map(([id, article]) => [id, [...levelsOf(article).values()]]));
  },
};
