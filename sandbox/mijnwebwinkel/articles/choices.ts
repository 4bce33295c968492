/** Lists and options by their names, as the back office and the seed have them. */
import type { Assortment } from '../assortment.ts';
import type { ArticleList } from './article.ts';

/** The list with that name, made where there is none. */
export function listNamed({ lists, ids }: Assortment, name: string): ArticleList {
  const known = lists.all().find((each) => each.name === name);
  if (known !== undefined) return known;
  const list = { id: ids.next('list'), name, description: '', options: [] };
  lists.set(String(list.id), list);
  return list;
}

/** The option of the list with that name, made where there is none; its id. */
export function optionNamed(assortment: Assortment, listId: number, name: string): number {
  const list = assortment.list(String(listId));
  const known = list.options.find((each) => each.name === name);
  if (known !== undefined) return known.id;
  const option = { id: assortment.ids.next('option'), name, price: '0.00' };
  assortment.lists.set(String(list.id), { ...list, options: [...list.options, option] });
  return option.id;
}
