/** A product as Magento sends it (sheet 10.2 to 10.5), as far as it is read. */
import { z } from 'zod';
import { flag, list, needed, part, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import { cataloguePrice } from '../fields.ts';
import { skuWire } from './sku.ts';

const attributeValue = z.union([
  z.string(),
  z.number().transform(String),
  z.boolean().transform((value) => (value ? '1' : '0')),
  z.array(z.union([z.string(), z.number()]).transform(String)),
]);

const customWire = z.object({
  attribute_code: needed(text),
  value: attributeValue.nullish().catch(undefined),
});

export type AttributeValue = z.infer<typeof attributeValue>;

export const entryWire = z.object({
  id: needed(text),
  media_type: text,
  label: text,
  position: z.coerce.number().catch(0),
  disabled: flag.catch(undefined),
  types: list(z.string()),
  file: text,
});

const optionWire = z.object({
  id: text,
  attribute_id: needed(text),
  label: text,
  position: z.coerce.number().catch(0),
  values: list(z.object({ value_index: needed(text) })),
});

const linkWire = z.object({ category_id: needed(text), position: z.coerce.number().catch(0) });

/** Lists that are left out are not known: a list of products lacks most of them (sheet 10.1). */
const extensionWire = z.object({
  category_links: z.array(linkWire).nullish(),
  configurable_product_options: z.array(optionWire).nullish(),
  configurable_product_links: z.array(needed(text)).nullish(),
});

export const productWire = z.object({
  id: needed(text),
  sku: skuWire,
  name: text,
  attribute_set_id: text,
  price: cataloguePrice,
  status: text,
  visibility: text,
  type_id: text,
  weight: cataloguePrice,
  updated_at: utcTimestamp,
  extension_attributes: part(extensionWire),
  media_gallery_entries: z.array(entryWire).nullish(),
  custom_attributes: list(customWire).transform(
    (all): Readonly<Record<string, AttributeValue>> =>
      Object.fromEntries(
        all.flatMap(({ attribute_code: code, value }) =>
          value === undefined || value === null || value === '' ? [] : [[code, value]],
        ),
      ),
  ),
});

export type ProductWire = z.infer<typeof productWire>;
export type EntryWire = z.infer<typeof entryWire>;
export type OptionWire = z.infer<typeof optionWire>;

/** An attribute that holds one text. */
export function customText({ custom_attributes: custom }: ProductWire, code: string): string | undefined {
  const value = custom[code];
  return typeof value === 'string' ? value : undefined;
}

export function isConfigurable({ type_id: type }: Pick<ProductWire, 'type_id'>): boolean {
  return type === 'configurable';
}

export const isInvisible = ({ visibility }: { readonly visibility?: string | undefined }) =>
  visibility === '1';
