import { z } from 'zod';
import { path } from '../../contract/path.ts';
import { bySearch } from '../../contract/target.ts';
import { needed, text } from '../../wire/fields.ts';
import { findFirst } from '../../wire/find.ts';
import { maxKeys, rowsWith } from '../search.ts';

/** A SKU is one product's alone there. By search: many servers, and signatures, fail over odd characters of a SKU in the path (sheet 10.9). */
const bySku = {
  path: path`/V1/products`,
  row: z.object({ id: needed(text), sku: text }),
  field: 'sku',
  fields: 'id,sku',
};

export const articles = bySearch((api, skus) =>
  findFirst(
    skus,
    { maxKeys, hits: (wanted) => rowsWith(api, bySku, wanted), has: (product, sku) => product.sku === sku },
    ({ id }) => [id],
  ),
);
