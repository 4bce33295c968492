/** What the merchant does to articles and pages by hand, in the shop's own back office. */
import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { Merchandise, ProductEdit, ProductView } from '../../kit/catalogue/merchandise.ts';
import { skuPart } from '../../kit/catalogue/product.ts';
import { type JsonObject, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { changePage, createPage, topIn } from '../pages/writes.ts';
import { fillWith } from '../seed/catalogue.ts';
import {
  type Article,
  optionPrice,
  priceOf,
  skuOf,
  stockOf,
  sumOfVariants,
  type Variant,
} from './article.ts';
import { withOffered } from './lists.ts';
import { addVariant, editVariant, variantIn } from './merchant-variants.ts';
import { imageAt } from './on-wire.ts';
import { placed } from './pictures.ts';
import { blankArticle, withSent } from './writes.ts';

/** `pictures` is the origin of the shop's pictures. */
export function merchandiseOf(assortment: Assortment, pictures: () => string): Merchandise {
  const save = (article: Article) => {
    assortment.save(article);
  };
  const find = (id: string) => assortment.article(id);
  return {
    fill: (catalogue) => fillWith(assortment, catalogue),
    withSku: (sku) => meantBy(assortment, sku).map(({ article }) => String(article.id)),
    view: (id) => viewOf(assortment, find(id), pictures()),
    all: () => assortment.articles.all().map((each) => viewOf(assortment, each, pictures())),
    add: ({ pieces, ...fields }) => {
      const article = withSent(assortment, blankArticle(assortment), bodyOf(fields, undefined));
      const id = assortment.ids.next('article');
      save({ ...article, id, uuid: assortment.newUuid(), stock: stockOf(pieces) });
      return String(id);
    },
    edit: (id, changes) => save(withSent(assortment, find(id), bodyOf(changes, find(id)))),
    remove: (id) => {
      assortment.articles.delete(String(find(id).id));
    },
    setStock: (sku, pieces) => setStock(assortment, sku, pieces),
    addVariant: (id, variant) => addVariant(assortment, find(id), variant),
    editVariant: (id, variant, changes) => editVariant(assortment, find(id), variant, changes),
    // The back office takes options away, not combinations of them.
    removeVariant: (id, variant) => {
      const article = find(id);
      const gone = variantIn(article, variant);
      const last = gone.optionIds.at(-1);
      const lists = article.lists
        .map((each) => ({ ...each, options: each.options.filter((option) => option.id !== last) }))
        .filter(({ options }) => options.length > 0);
      save(withOffered(assortment, article, lists));
    },
    addPicture: (id, { fileName, replaces }) => {
      const article = find(id);
      const image = { id: assortment.newUuid(), position: 1, originalName: fileName, file: fileName };
      const at = replaces ?? article.images.length;
      save({ ...article, images: article.images.toSpliced(at, 1, image).map(placed) });
    },
    removePicture: (id, place) => {
      const article = find(id);
      save({ ...article, images: article.images.toSpliced(place, 1).map(placed) });
    },
    categories: () =>
      assortment.pages.all().map(({ id, title, parent, hidden }) => ({
        id: String(id),
        name: title,
        parent: parent === null ? null : String(parent),
        active: !hidden,
      })),
    addCategory: ({ name, parent, description, active }) => {
      const under = parent ?? topIn(assortment);
      const body = { title: name, parent_category_id: under, content: description, hidden: !active };
      return String(createPage(assortment, body).id);
    },
    editCategory: (id, { name, parent, active }) => {
      changePage(assortment, assortment.page(id), {
        ...(name === undefined ? {} : { title: name }),
        ...(parent === undefined ? {} : { parent_category_id: parent ?? topIn(assortment) }),
        ...(active === undefined ? {} : { hidden: !active }),
      });
    },
    removeCategory: (id) => {
      assortment.pages.delete(String(assortment.page(id).id));
      for (const article of assortment.articles.all()) {
        const pages = article.pages.filter(({ pageId }) => String(pageId) !== id);
        if (pages.length < article.pages.length) save({ ...article, pages });
      }
    },
  };
}

/** In the words of the API. An article is active on its pages, and nowhere else (sheet 8.1). */
function bodyOf(edit: ProductEdit, before: Article | undefined): JsonObject {
  const { name, sku, price, listPrice, description, active, categories } = edit;
  const list =
    listPrice === undefined ? (before?.price.action == null ? null : before.price.default) : listPrice;
  const now = price ?? (before === undefined ? '0.00' : priceOf(before));
  const pages = categories?.map(Number) ?? before?.pages.map(({ pageId }) => pageId) ?? [];
  return {
    ...(name === undefined ? {} : { name }),
    ...(sku === undefined ? {} : { sku: sku ?? '' }),
    ...(description === undefined ? {} : { description }),
    price: list === null ? { default: now, action: null } : { default: list, action: now },
    ...(categories === undefined && active === undefined
      ? {}
      : {
          categories: pages.map((id) => ({
            category_id: id,
            ...(active === undefined ? {} : { is_active: active }),
          })),
        }),
  };
}

function viewOf(assortment: Assortment, article: Article, base: string): ProductView {
  const { fields, price, pages, variants, images } = article;
  return {
    id: String(article.id),
    sku: skuOf(article) || null,
    name: textIn(fields, 'name'),
    price: priceOf(article),
    listPrice: price.action === null ? null : price.default,
    description: textIn(fields, 'description'),
    active: pages.length === 0 || pages.some(({ isActive }) => isActive),
    categories: pages.map(({ pageId }) => String(pageId)),
    pictures: images.map(({ file }) => imageAt(base, 'full', file)),
    variants: variants.map((variant) => ({
      id: String(variant.id),
      sku: null,
      options: Object.fromEntries(
        chosenIn(assortment, article, variant).map(({ list, name }) => [list, name]),
      ),
      price: chosenIn(assortment, article, variant)
        .reduce((sum, each) => sum.plus(each.price), Big(priceOf(article)))
        .toFixed(2),
      pieces: variant.stock ?? 'unlimited',
    })),
    pieces: (variants.length === 0 ? article.stock : sumOfVariants(article)) ?? 'unlimited',
  };
}

function chosenIn(assortment: Assortment, { lists }: Article, { optionIds }: Variant) {
  return lists.flatMap((offered) => {
    const list = assortment.list(String(offered.id));
    const option = offered.options.find(({ id }) => optionIds.includes(id));
    const name = list.options.find(({ id }) => id === option?.id)?.name ?? '';
    return option === undefined ? [] : [{ list: list.name, name, price: optionPrice(option, list) }];
  });
}

interface Meant {
  readonly article: Article;
  readonly isItself: boolean;
  readonly variants: readonly Variant[];
}

/** A variant is meant by the article's SKU with the names of its options behind it, as the catalogue of the sandbox has it. */
function meantBy(assortment: Assortment, sku: string): readonly Meant[] {
  return assortment.articles.all().flatMap((article) => {
    const own = skuOf(article);
    if (own === '' || !sku.startsWith(own)) return [];
    const isMeant = (each: Variant) =>
      [own, ...chosenIn(assortment, article, each).map(({ name }) => skuPart(name))].join('-') === sku;
    const variants = article.variants.filter(isMeant);
    const isItself = own === sku;
    return isItself || variants.length > 0 ? [{ article, isItself, variants }] : [];
  });
}

function setStock(assortment: Assortment, sku: string, pieces: Pieces): number {
  const stock = stockOf(pieces);
  const meant = meantBy(assortment, sku);
  for (const { article, isItself, variants } of meant) {
    const changed = article.variants.map((each) => (variants.includes(each) ? { ...each, stock } : each));
    assortment.save({ ...article, variants: changed, ...(isItself ? { stock } : {}) });
  }
  return meant.reduce((sum, { isItself, variants }) => sum + variants.length + (isItself ? 1 : 0), 0);
}
