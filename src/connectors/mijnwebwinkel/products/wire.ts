/** An article as MijnWebwinkel sends it (sheet 7.1 to 7.3). */
import { z } from 'zod';
import { amount, flag, needed, part, skuWire, text } from '../../wire/fields.ts';
import { isObject } from '../../wire/objects.ts';
import { many, unwrapped } from '../wrapped.ts';
import { variantSku } from './variant-sku.ts';

/** Null: it is not counted. Undefined: it is not told. */
const stock = z.null().or(amount);

/** A list, or a map of the ids of lists to the names of what was chosen (sheet 7.2). */
const choices = z.preprocess(
  (value) =>
    isObject(value) ? Object.entries(value).map(([list_id, name]) => ({ list_id, name })) : (value ?? []),
  z.array(z.object({ list_id: text, option_id: text, name: text })),
);

const variantWire = z.object({ id: needed(text), options: choices, stock });
export type VariantWire = z.infer<typeof variantWire>;

const optionWire = z.object({ id: text, name: text, price: amount });
const listWire = z.object({ id: text, name: text, options: many(optionWire, 'name') });

const placeWire = z.object({
  category_id: needed(text),
  article_url_id: text,
  is_active: flag,
  is_main: flag,
});

/** A map of sizes to addresses, or a list of such maps (sheet 7.3). */
const addresses = z.preprocess(
  (value) => (Array.isArray(value) ? Object.assign({}, ...value) : value),
  part(z.record(z.string(), text)),
);

const imageWire = z.object({
  id: needed(text),
  position: amount,
  original_name: text,
  url: text,
  urls: addresses,
});
export type ImageWire = z.infer<typeof imageWire>;

const extraWire = part(z.record(z.string(), text.catch(undefined)));

const fields = z.object({
  id: needed(text),
  sku: skuWire,
  name: text,
  description: text,
  short_description: text,
  taxable: flag,
  price: part(z.object({ default: amount, action: amount, purchase: amount })),
  stock,
  extra: part(z.object({ visible: extraWire, invisible: extraWire })),
  updated_date: text,
  updated_time: text,
  categories: many(placeWire, 'category_id'),
  lists: many(listWire, 'options'),
  images: many(imageWire, 'id'),
  variants: many(variantWire, 'options'),
});
export type ArticleWire = z.infer<typeof fields>;

export const articleWire = unwrapped('article', fields);

export interface Choice {
  readonly list: string;
  readonly value: string;
  /** What it adds to the price. */
  readonly price: string;
}

/** What was chosen of the article's lists. One that the article does not list goes by what the variant says of it. */
export function choicesOf({ lists }: ArticleWire, { options }: VariantWire): Choice[] {
  return options.map(({ list_id, option_id, name }) => {
    const list = lists.find(({ id }) => id === list_id);
    const option = list?.options.find((each) =>
      option_id === undefined ? each.name === name : each.id === option_id,
    );
    return {
      list: list?.name ?? list_id ?? '',
      value: name ?? option?.name ?? option_id ?? '',
      price: option?.price ?? '0',
    };
  });
}

export function skuOfVariant(article: ArticleWire, variant: VariantWire): string | undefined {
  return variantSku(
    article.sku,
    choicesOf(article, variant).map(({ value }) => value),
  );
}

/** The form in which places are written: of a variant its article's id before its own. */
export function placeId(articleId: string, variantId: string | null): string {
  return variantId === null ? articleId : `${articleId}:${variantId}`;
}

export function placeOf(id: string): { readonly articleId: string; readonly variantId: string | null } {
  const [articleId = '', variantId = null] = id.split(':');
  return { articleId, variantId };
}
