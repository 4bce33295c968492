/** Variants by the hand of the merchant: an option more, another word for one. */
import type { NewVariant, VariantEdit } from '../../kit/catalogue/merchandise.ts';
import type { Assortment } from '../assortment.ts';
import { fault, notFound } from '../refusal.ts';
import { type Article, stockOf, type Variant } from './article.ts';
import { listNamed, optionNamed } from './choices.ts';
import { withOffered } from './lists.ts';

/** A value that is new becomes an option of the list, and so a variant with each value of the other lists. */
export function addVariant(
  assortment: Assortment,
  article: Article,
  { sku, options, price, pieces }: NewVariant,
): string {
  if (sku !== null || price !== undefined) throw fault(409, 'A variant has neither SKU nor price of its own');
  const before = new Map(article.variants.map((each) => [each.id, each]));
  const lists = Object.entries(options).map(([name, value]) => {
    const offered = article.lists.find(({ id }) => assortment.list(String(id)).name === name);
    const list = offered === undefined ? listNamed(assortment, name) : assortment.list(String(offered.id));
    const option = optionNamed(assortment, list.id, value);
    const now = offered ?? { id: list.id, hasImages: false, options: [] };
    const isOffered = now.options.some(({ id }) => id === option);
    return isOffered ? now : { ...now, options: [...now.options, { id: option, price: null, imageIds: [] }] };
  });
  const kept = article.lists.filter(({ id }) => !lists.some((each) => each.id === id));
  const changed = withOffered(assortment, article, [...kept, ...lists]);
  const wanted = lists.map(({ id }, index) =>
    optionNamed(assortment, id, Object.values(options)[index] ?? ''),
  );
  const variants = changed.variants.map((each) =>
    wanted.every((id) => each.optionIds.includes(id)) && !before.has(each.id)
      ? { ...each, stock: stockOf(pieces) }
      : each,
  );
  assortment.save({ ...changed, variants });
  const added = variants.find(({ optionIds }) => wanted.every((id) => optionIds.includes(id)));
  if (added === undefined) throw fault(409, 'The article has other lists as well');
  return String(added.id);
}

export function editVariant(
  assortment: Assortment,
  article: Article,
  key: string,
  { sku, price, options }: VariantEdit,
): void {
  if (sku || price !== undefined) throw fault(409, 'A variant has neither SKU nor price of its own');
  const variant = variantIn(article, key);
  for (const [name, word] of Object.entries(options ?? {})) {
    const offered = article.lists.find(({ id }) => assortment.list(String(id)).name === name);
    if (offered === undefined) throw notFound('Article list');
    const list = assortment.list(String(offered.id));
    const renamed = list.options.map((each) =>
      variant.optionIds.includes(each.id) ? { ...each, name: word } : each,
    );
    // The list is that of the store: every article that offers the option shows the new word.
    assortment.lists.set(String(list.id), { ...list, options: renamed });
  }
  const { variantIds } = assortment.settings();
  const renumbered = article.variants.map((each) => ({ ...each, id: assortment.ids.next('variant') }));
  assortment.save(variantIds === 'new' ? { ...article, variants: renumbered } : article);
}

export function variantIn({ variants }: Article, key: string): Variant {
  const variant = variants.find(({ id }) => String(id) === key);
  if (variant === undefined) throw notFound('Variant');
  return variant;
}
