/** Choices of articles, and the variants that follow from them (sheet 7.2). */
import { isObject, type Json, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { fault, invalid } from '../refusal.ts';
import {
  type Article,
  type ArticleList,
  keyOf,
  type ListOption,
  type OfferedList,
  twoDecimals,
  type Variant,
} from './article.ts';

/** The lists that a body names: the whole set. An option needs to be one of its list. */
export function offeredFrom(assortment: Assortment, sent: readonly JsonObject[]): OfferedList[] {
  const lists = sent.map((each): OfferedList => {
    const list = assortment.list(String(numberIn(each, 'id')));
    const options = objectsIn(each.options).map((option) => {
      const id = numberIn(option, 'id');
      if (!list.options.some((one) => one.id === id))
        throw invalid(`lists.options: ${id} is not of the list.`);
      const { image_ids: images } = option;
      if (!Array.isArray(images)) throw invalid('lists.options.image_ids: This value is required.');
      const price = typeof option.price === 'string' ? twoDecimals(option.price) : null;
      return { id, price, imageIds: images.map(String) };
    });
    if (options.length === 0) throw invalid('lists.options: At least one option is required.');
    return { id: list.id, hasImages: each.has_images === true, options };
  });
  if (lists.filter(({ hasImages }) => hasImages).length > 1)
    throw invalid('lists.has_images: Only one list.');
  return lists;
}

/** The lists with those that are named added whole, as the call of the lists does it. */
export function withLists(assortment: Assortment, article: Article, ids: readonly Json[]): OfferedList[] {
  const added = ids.map((id): OfferedList => {
    const list = assortment.list(String(id));
    const options = list.options.map((option) => ({ id: option.id, price: null, imageIds: [] }));
    return { id: list.id, hasImages: false, options };
  });
  const before = article.lists.filter(({ id }) => !added.some((each) => each.id === id));
  return [...before, ...added];
}

/**
 * A variant for every combination of options. One that was there keeps its stock, and its id unless ids are new; a
 * new one begins with the stock of the article.
 */
export function variantsFor(assortment: Assortment, article: Article): Variant[] {
  if (article.lists.length === 0) return [];
  const before = new Map(article.variants.map((each) => [keyOf(each.optionIds), each]));
  const combinations = article.lists.reduce<number[][]>(
    (sofar, { options }) => sofar.flatMap((each) => options.map(({ id }) => [...each, id])),
    [[]],
  );
  const isSame = combinations.length === before.size && combinations.every((each) => before.has(keyOf(each)));
  const keepsIds = isSame || assortment.settings().variantIds === 'kept';
  return combinations.map((optionIds) => {
    const known = before.get(keyOf(optionIds));
    if (known !== undefined) return keepsIds ? known : { ...known, id: assortment.ids.next('variant') };
    const { stock } = article;
    return { id: assortment.ids.next('variant'), optionIds, stock, canBackorder: false };
  });
}

/** The variants with the stock that a body sets; each is named by its id, or by its options. */
export function withVariantStock(article: Article, sent: readonly JsonObject[]): Variant[] {
  const variants = [...article.variants];
  for (const each of sent) {
    const key = keyOf(objectsIn(each.options).map((option) => numberIn(option, 'option_id')));
    const place = variants.findIndex(({ id, optionIds }) =>
      each.id === undefined ? keyOf(optionIds) === key : id === each.id,
    );
    const variant = variants[place];
    if (variant === undefined) throw invalid(`variants: The variant ${each.id ?? key} is unknown.`);
    variants[place] = {
      ...variant,
      ...(each.stock === undefined ? {} : { stock: typeof each.stock === 'number' ? each.stock : null }),
      ...(typeof each.can_backorder === 'boolean' ? { canBackorder: each.can_backorder } : {}),
    };
  }
  return variants;
}

/** Adds options to a list of the store: `[{name, price}]`. No article offers them until it says so. */
export function addOptions(assortment: Assortment, list: ArticleList, sent: readonly Json[]): ArticleList {
  const options = sent.map((each): ListOption => {
    const name = isObject(each) ? textIn(each, 'name').trim() : '';
    if (!isObject(each) || name === '') throw invalid('name: This value is required.');
    if (list.options.some((one) => one.name === name)) throw invalid(`name: ${name} is in the list already.`);
    const price = String(each.price ?? '0');
    if (!/^-?\d{1,7}(\.\d{1,2})?$/.test(price))
      throw invalid('price: The value is not of the expected type.');
    return { id: assortment.ids.next('option'), name, price: twoDecimals(price) };
  });
  const changed = { ...list, options: [...list.options, ...options] };
  assortment.lists.set(String(list.id), changed);
  return changed;
}

/** Takes options out of a list, by their names, and so out of every article. */
export function removeOptions(
  assortment: Assortment,
  list: ArticleList,
  names: readonly Json[],
): ArticleList {
  const gone = list.options.filter(({ name }) => names.includes(name));
  if (gone.length < names.length) throw fault(404, 'Article list option not found');
  const changed = { ...list, options: list.options.filter((each) => !gone.includes(each)) };
  assortment.lists.set(String(list.id), changed);
  for (const article of assortment.articles.all()) {
    const lists = article.lists
      .map((each) => ({
        ...each,
        options: each.options.filter(({ id }) => !gone.some((one) => one.id === id)),
      }))
      .filter(({ options }) => options.length > 0);
    const isTouched = article.lists.some(({ options }) =>
      options.some(({ id }) => gone.some((one) => one.id === id)),
    );
    if (isTouched) assortment.save(withOffered(assortment, article, lists));
  }
  return changed;
}

/** The article with other lists, and the variants that follow. */
export function withOffered(
  assortment: Assortment,
  article: Article,
  lists: readonly OfferedList[],
): Article {
  const changed = { ...article, lists };
  return { ...changed, variants: variantsFor(assortment, changed) };
}
