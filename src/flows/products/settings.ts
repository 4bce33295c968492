import { z } from 'zod';
import { choice } from '../../mapping/choice.ts';
import { asked } from '../asked.ts';
import { choiceOf, offered, ofSource, ofTarget } from '../listed.ts';

const mode = z.enum(['always', 'createOnly', 'never']).default('always');
/** No product is made without it. */
const neededMode = z.enum(['always', 'createOnly']).default('always');

/** Settings of the products flow (docs/settings.md). With none of them every product that has a SKU is kept in step. */
export const productsSettings = z.strictObject({
  create: asked(z.boolean(), { rank: 150 }).default(true),
  update: z.boolean().default(true),
  withoutSku: z.enum(['skip', 'park']).default('skip'),
  fields: z
    .strictObject({
      sku: neededMode,
      name: neededMode,
      active: mode,
      description: mode,
      shortDescription: mode,
      gtin: mode,
      brand: mode,
      weightKg: mode,
      price: mode,
      listPrice: mode,
      vatClass: mode,
    })
    .prefault({}),
  variants: z.enum(['group', 'split']).default('group'),
  options: choice.optional(),
  /** Attributes may be made: they are in no list that has to be whole. */
  attributes: choiceOf({
    by: offered(ofSource('attributes')),
    gives: offered(ofTarget('attributes')),
  }).optional(),
  createValues: z.boolean().default(true),
  price: z
    .strictObject({
      basis: z.enum(['asTarget', 'asSource']).default('asTarget'),
      pricesIncludeVat: z
        .strictObject({ source: z.boolean().optional(), target: z.boolean().optional() })
        .prefault({}),
      vatRate: choiceOf({ by: offered(ofSource('taxClasses')) }).optional(),
    })
    .prefault({}),
  vat: choiceOf(
    { by: offered(ofSource('taxClasses')), gives: ofTarget('taxClasses') },
    {
      rank: 75,
      where: 'listed',
    },
  ).optional(),
  categories: z
    .strictObject({
      by: z.enum(['link', 'map', 'ignore']).default('link'),
      map: choiceOf({
        by: offered(ofSource('categories')),
        gives: ofTarget('categories'),
      }).optional(),
    })
    .prefault({}),
  images: z.enum(['all', 'first', 'none']).default('all'),
  gone: asked(z.enum(['keep', 'deactivate']), { rank: 152 }).default('keep'),
  conflicts: z.enum(['park', 'source']).default('park'),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({}),
});

export type ProductsSettings = z.infer<typeof productsSettings>;

/** Fields of a product that the setting `fields` decides about. */
export type FieldName = keyof ProductsSettings['fields'];
