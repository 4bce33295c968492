/** What a mapping fills in of a product, and the products that it can be tried on. */
import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { type Product, product } from '../../records/product.ts';
import { type MappedPart, readItems, type Sampling } from '../mapped.ts';
import type { ProductsSettings } from './settings.ts';

/** A mapping has the product's fields alone: they need no part before their name. */
export function mappedProducts(target: Connector): MappedPart<Product>[] {
  return [
    {
      part: '',
      group: 'product',
      input: z.object({ product }),
      fields: target.products?.target?.fields ?? z.object({}),
      inputsOf: (item) => [{ product: item }],
    },
  ];
}

export const productSamples: Sampling<ProductsSettings, Product> = {
  read: (source, api, keys) => readItems(source.products?.source, api, keys),
  nameOf: ({ sku }, key) => sku?.trim() || key,
  traitsOf: ({ kind }) => (kind === 'variants' ? ['variants'] : []),
};
