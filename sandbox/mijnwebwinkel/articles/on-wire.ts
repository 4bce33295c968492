/** Articles and choice groups as the API shows them (sheets 7.1 to 7.3). */
import { type Json, type JsonObject, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { moment } from '../times.ts';
import { type Article, type ArticleImage, type ArticleList, optionPrice, sumOfVariants } from './article.ts';

/** `pictures` is the origin of the shop's pictures. */
export function articleOnWire(assortment: Assortment, article: Article, pictures: string): JsonObject {
  const { shapes, stockWithVariants } = assortment.settings();
  const { id, uuid, fields, price, stock, extra, pages, lists, variants, images } = article;
  const isLive = shapes === 'live';
  const decimal = (amount: string | null): Json => (isLive || amount === null ? amount : Number(amount));
  const [main] = pages;
  return {
    id,
    uuid,
    ...fields,
    price: {
      default: decimal(price.default),
      action: decimal(price.action),
      purchase: decimal(price.purchase ?? '0.00'),
    },
    ...moment('created_', article.createdAt),
    ...moment('updated_', article.updatedAt),
    stock: variants.length > 0 && stockWithVariants === 'sum' ? sumOfVariants(article) : stock,
    extra: { visible: mapOnWire(extra.visible, isLive), invisible: mapOnWire(extra.invisible, isLive) },
    url: `https://theemeester.example.com/a-${main?.urlId ?? 0}/${encodeURIComponent(textIn(fields, 'name'))}`,
    categories: pages.map(({ pageId, urlId, isActive, isMain }, index) => ({
      category_id: pageId,
      article_url_id: urlId,
      is_active: isActive,
      is_main: isMain,
      position: index + 1,
    })),
    lists: lists.map((offered) => {
      const list = assortment.list(String(offered.id));
      return {
        id: list.id,
        name: list.name,
        description: list.description,
        has_images: offered.hasImages,
        options: offered.options.map((option) => ({
          id: option.id,
          name: list.options.find((each) => each.id === option.id)?.name ?? '',
          price: optionPrice(option, list),
          ...(option.imageIds.length === 0 ? {} : { image_ids: [...option.imageIds] }),
        })),
      };
    }),
    variants: variants.map((variant) => ({
      id: variant.id,
      options: optionsOnWire(assortment, article, variant.optionIds, isLive),
      stock: variant.stock,
      can_backorder: variant.canBackorder,
    })),
    images: images.map((each) => imageOnWire(each, pictures, isLive)),
  };
}

/** A list of objects, or by the vendor's example a map of list to name (sheet 7.2). */
function optionsOnWire(
  assortment: Assortment,
  { lists }: Article,
  optionIds: readonly number[],
  isLive: boolean,
): Json {
  const chosen = optionIds.flatMap((optionId) => {
    const offered = lists.find(({ options }) => options.some(({ id }) => id === optionId));
    const list = offered === undefined ? undefined : assortment.list(String(offered.id));
    const name = list?.options.find(({ id }) => id === optionId)?.name ?? '';
    return list === undefined ? [] : [{ list_id: list.id, option_id: optionId, name }];
  });
  return isLive ? chosen : Object.fromEntries(chosen.map((each) => [String(each.list_id), each.name]));
}

function imageOnWire(
  { id, position, originalName, file }: ArticleImage,
  base: string,
  isLive: boolean,
): JsonObject {
  const at = (size: string) => imageAt(base, size, file);
  return {
    id,
    position: isLive ? String(position) : position,
    original_name: originalName,
    urls: { full: at('full'), article: at('article'), thumb: at('thumb') },
  };
}

export function imageAt(base: string, size: string, file: string): string {
  return `${base}/images/${size}/${encodeURIComponent(file)}`;
}

/** PHP makes a list of an empty map (sheet 12, 2). */
function mapOnWire(map: Readonly<Record<string, string>>, isLive: boolean): Json {
  return isLive && Object.keys(map).length === 0 ? [] : { ...map };
}

export function listOnWire({ id, name, description, options }: ArticleList): JsonObject {
  return { id, name, description, options: options.map((each) => ({ ...each })) };
}
