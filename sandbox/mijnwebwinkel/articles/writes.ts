/** Articles that come over the API, or that the merchant edits (sheets 7.1, 7.2). */
import { each, together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, numberIn, objectsIn, textIn, without } from '../../kit/json.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Assortment } from '../assortment.ts';
import { checked, type FieldKind, requireFields } from '../fields.ts';
import { invalid } from '../refusal.ts';
import { type Article, type OnPage, twoDecimals } from './article.ts';
import { offeredFrom, variantsFor, withVariantStock } from './lists.ts';
import { imagesIn, type Pictures } from './pictures.ts';

const postable = together<FieldKind>(
  each('text', 'name description short_description sku badge_text meta_title meta_description'),
  each('flag', 'taxable can_backorder'),
  each('whole', 'stock delivery_days'),
  within<FieldKind>({
    price: each('decimal', 'default action purchase'),
    extra: each('texts by name', 'visible invisible'),
  }),
  within<FieldKind>(
    {
      images: together(each('uuid', 'id'), each('whole', 'position'), each('text', 'url')),
      lists: together(
        each('whole', 'id'),
        each('flag', 'has_images'),
        within<FieldKind>(
          { options: together(each('whole', 'id'), each('decimal', 'price'), each('list', 'image_ids')) },
          'objects',
        ),
      ),
      categories: together(each('whole', 'category_id'), each('flag', 'is_active is_main')),
      // Taken also of a new article (sheet 11.1).
      variants: together(
        each('whole', 'id stock'),
        each('flag', 'can_backorder'),
        within<FieldKind>(
          { options: together(each('whole', 'list_id option_id'), each('text', 'name')) },
          'objects',
        ),
      ),
    },
    'objects',
  ),
);

const patchable = together<FieldKind>(
  postable,
  within<FieldKind>(
    {
      categories: together(
        each('whole', 'category_id article_url_id position'),
        each('flag', 'is_active is_main'),
      ),
    },
    'objects',
  ),
);

const empty = {
  name: '',
  description: '',
  short_description: '',
  sku: '',
  badge_text: '',
  taxable: true,
  delivery_days: 0,
  can_backorder: false,
  meta_title: '',
  meta_description: '',
};

export function blankArticle({ world }: Assortment): Article {
  const now = wholeSecond(world.now());
  return {
    id: 0,
    uuid: '',
    createdAt: now,
    updatedAt: now,
    fields: empty,
    price: { default: '0.00', action: null, purchase: null },
    stock: null,
    extra: { visible: {}, invisible: {} },
    pages: [],
    lists: [],
    variants: [],
    images: [],
    vat: 'standard',
  };
}

/** Throws a `Refusal`. Pictures are fetched first: what is read before that may have changed since. */
export async function createArticle(
  assortment: Assortment,
  pictures: Pictures,
  body: JsonObject,
): Promise<Article> {
  const sent = checked(body, postable, assortment.settings());
  requireFields(sent, 'name');
  const images = await pictures.imagesFrom([], imagesIn(sent) ?? []);
  const made = withSent(assortment, { ...blankArticle(assortment), images }, sent);
  return assortment.save({ ...made, id: assortment.ids.next('article'), uuid: assortment.newUuid() });
}

export async function changeArticle(
  assortment: Assortment,
  pictures: Pictures,
  key: string,
  body: JsonObject,
): Promise<Article> {
  const sent = checked(body, patchable, assortment.settings());
  const asked = imagesIn(sent);
  const before = assortment.article(key).images;
  const images = asked === undefined ? null : await pictures.imagesFrom(before, asked);
  const article = assortment.article(key);
  const kept = { ...article, images: images ?? article.images };
  const addsPages = assortment.settings().categoriesOnPatch === 'add';
  return assortment.save(withSent(assortment, kept, sent, addsPages));
}

/** The article with what was sent and checked, but for its images. With `addsPages` the pages before stay. */
export function withSent(
  assortment: Assortment,
  article: Article,
  sent: JsonObject,
  addsPages = false,
): Article {
  const price = isObject(sent.price) ? sent.price : {};
  const extra = isObject(sent.extra) ? sent.extra : {};
  const own = without(sent, 'price', 'extra', 'stock', 'images', 'lists', 'categories', 'variants');
  if (own.name === '' || own.name === null) throw invalid('name: This value is required.');
  const isVariantSum = article.variants.length > 0 && assortment.settings().stockWithVariants === 'sum';
  const changed: Article = {
    ...article,
    fields: { ...article.fields, ...own },
    price: {
      default: typeof price.default === 'string' ? twoDecimals(price.default) : article.price.default,
      action: price.action === undefined ? article.price.action : amountOrNull(price.action),
      purchase: price.purchase === undefined ? article.price.purchase : amountOrNull(price.purchase),
    },
    // A sum cannot be written: what is sent is lost.
    stock: sent.stock === undefined || isVariantSum ? article.stock : wholeOrNull(sent.stock),
    extra: {
      visible: textsIn(extra.visible) ?? article.extra.visible,
      invisible: textsIn(extra.invisible) ?? article.extra.invisible,
    },
    ...(Array.isArray(sent.categories)
      ? { pages: pagesFrom(assortment, article, objectsIn(sent.categories), addsPages) }
      : {}),
    ...(Array.isArray(sent.lists) ? { lists: offeredFrom(assortment, objectsIn(sent.lists)) } : {}),
    ...(own.taxable === false
      ? { vat: 'none' }
      : own.taxable === true && article.vat === 'none'
        ? { vat: 'standard' }
        : {}),
  };
  const varied = Array.isArray(sent.lists)
    ? { ...changed, variants: variantsFor(assortment, changed) }
    : changed;
  if (!Array.isArray(sent.variants)) return varied;
  return { ...varied, variants: withVariantStock(varied, objectsIn(sent.variants)) };
}

/** On which pages the article is; the first is the main one unless another says that it is. */
function pagesFrom(
  assortment: Assortment,
  article: Article,
  sent: readonly JsonObject[],
  addsPages: boolean,
): OnPage[] {
  const named = sent.map((each): OnPage => {
    requireFields(each, 'category_id');
    const { id: pageId } = assortment.page(String(numberIn(each, 'category_id')));
    const before = article.pages.find((page) => page.pageId === pageId);
    return {
      pageId,
      urlId: before?.urlId ?? assortment.ids.next('url'),
      isActive: each.is_active === undefined ? (before?.isActive ?? true) : each.is_active === true,
      isMain: each.is_main === undefined ? (before?.isMain ?? false) : each.is_main === true,
    };
  });
  const others = article.pages.filter(({ pageId }) => !named.some((each) => each.pageId === pageId));
  const pages = addsPages ? [...others, ...named] : named;
  const main = pages.find(({ isMain }) => isMain) ?? pages[0];
  return pages.map((each) => ({ ...each, isMain: each === main }));
}

/** `articlefields`: the merchant's own fields, by name. */
export function withOwnFields(
  article: Article,
  visible: boolean,
  change: (before: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): Article {
  const side = visible ? 'visible' : 'invisible';
  return { ...article, extra: { ...article.extra, [side]: change(article.extra[side]) } };
}

export function textsIn(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  return Object.fromEntries(Object.keys(value).map((name) => [name, textIn(value, name)]));
}

function amountOrNull(value: unknown): string | null {
  return typeof value === 'string' ? twoDecimals(value) : null;
}

function wholeOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
