/** Fills the shop with a catalogue, as if it had always been there; what was there before gives way. */
import Big from 'big.js';
import type { Catalogue, CatalogueProduct } from '../../kit/catalogue/catalogue.ts';
import { articleOf } from '../../kit/catalogue/sold-articles.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Article, OfferedList, Variant } from '../articles/article.ts';
import { keyOf, stockOf } from '../articles/article.ts';
import { listNamed, optionNamed } from '../articles/choices.ts';
import { variantsFor } from '../articles/lists.ts';
import { blankArticle } from '../articles/writes.ts';
import type { Assortment } from '../assortment.ts';

const minuteMs = 60_000;

export function fillWith(assortment: Assortment, { categories, products }: Catalogue): void {
  for (const part of [assortment.articles, assortment.lists, assortment.pages]) part.clear();
  const now = wholeSecond(assortment.world.now());
  const ids = new Map<string, number>();
  for (const [place, { key, parent, name, description, active }] of categories.entries()) {
    const id = assortment.ids.next('page');
    ids.set(key, id);
    assortment.pages.set(String(id), {
      id,
      parent: parent === null ? null : (ids.get(parent) ?? null),
      hidden: !active,
      title: name,
      content: description,
      metaTitle: name,
      metaDescription: '',
      articleOrder: 5,
      place,
      createdAt: now,
      changedAt: now,
    });
  }
  for (const [index, product] of products.entries()) {
    const id = articleOf(product)?.productId ?? assortment.ids.next('article');
    // Changed one after the other, the last of them a minute ago.
    const at = now - minuteMs - (products.length - index) * 1000;
    assortment.articles.seed(String(id), articleFrom(assortment, product, { id, at, ids, index }));
  }
}

interface Making {
  readonly id: number;
  readonly at: number;
  readonly ids: ReadonlyMap<string, number>;
  readonly index: number;
}

function articleFrom(
  assortment: Assortment,
  product: CatalogueProduct,
  { id, at, ids, index }: Making,
): Article {
  const { name, sku, description, shortDescription = '', price, listPrice, vat, pieces } = product;
  const inStore = (amount: string) =>
    assortment.settings().pricesIncludeTax ? amount : netPrice(amount, rateOf(vat, 'NL'));
  const blank = blankArticle(assortment);
  const article: Article = {
    ...blank,
    id,
    uuid: assortment.newUuid(),
    createdAt: at,
    updatedAt: at,
    fields: {
      ...blank.fields,
      ...{ name, description, short_description: shortDescription, sku: sku ?? '', meta_title: name },
      taxable: vat !== 'none',
    },
    price: {
      default: inStore(listPrice ?? price),
      action: listPrice === undefined ? null : inStore(price),
      purchase: Big(price).times('0.4').toFixed(2),
    },
    stock: stockOf(pieces),
    extra: extraOf(product, index),
    // It has no switch of its own (sheet 8.1).
    pages: product.categories.map((key, place) => ({
      pageId: ids.get(key) ?? 0,
      urlId: assortment.ids.next('url'),
      isActive: product.active,
      isMain: place === 0,
    })),
    lists: listsOf(assortment, product),
    images: product.pictures.map(({ fileName }, place) => ({
      id: assortment.newUuid(),
      position: place + 1,
      originalName: fileName,
      file: fileName,
    })),
    vat,
  };
  return { ...article, variants: stocked(assortment, article, product) };
}

/** Merchants name these fields themselves: of every seventh article the barcode is a visible one (sheet 7.1). */
function extraOf({ gtin, weightKg, brand, attributes }: CatalogueProduct, index: number): Article['extra'] {
  const barcode: Readonly<Record<string, string>> = gtin === undefined ? {} : { barcode: gtin };
  const isVisible = index % 7 === 3;
  return {
    visible: {
      ...(brand === undefined ? {} : { Merk: brand }),
      ...Object.fromEntries(attributes.map(({ name, values }) => [name, values.join(', ')])),
      ...(isVisible ? barcode : {}),
    },
    invisible: { ...(weightKg === undefined ? {} : { weight: weightKg }), ...(isVisible ? {} : barcode) },
  };
}

/** Lists are the store's: articles with the same choice share one, and offer a part of it. */
function listsOf(assortment: Assortment, { options, variants, price }: CatalogueProduct): OfferedList[] {
  return options.map(({ name, values }) => {
    const { id } = listNamed(assortment, name);
    return {
      id,
      hasImages: false,
      options: values.map((value) => {
        // A price of its own is what the option adds; where two options decide it, it is lost.
        const own = variants.find((each) => each.options[name] === value)?.price;
        const more = options.length > 1 || own === undefined ? null : Big(own).minus(price).toFixed(2);
        return { id: optionNamed(assortment, id, value), price: more, imageIds: [] };
      }),
    };
  });
}

/** A combination that the catalogue does not have is there all the same, with nothing left. */
function stocked(assortment: Assortment, article: Article, { variants }: CatalogueProduct): Variant[] {
  const pieces = new Map(
    variants.map(({ options, active, pieces: own }) => {
      const chosen = Object.entries(options).map(([name, value]) =>
        optionNamed(assortment, listNamed(assortment, name).id, value),
      );
      return [keyOf(chosen), active ? stockOf(own) : 0];
    }),
  );
  return variantsFor(assortment, article).map((each) => {
    const stock = pieces.get(keyOf(each.optionIds));
    return { ...each, stock: stock === undefined ? 0 : stock };
  });
}
