import { fieldNames } from '../../mapping/fields.ts';
import { type Issue, issue, within } from '../../mapping/issue.ts';
import type { ListedFlow } from '../bulk.ts';
import { checkMapped, fieldsByPart } from '../mapped.ts';
import { supported } from '../supported.ts';
import { acceptDifference, unacceptDifference } from './conflicts.ts';
import { type Context, endpointsOf } from './endpoints.ts';
import { mappedProducts, productSamples } from './mapped.ts';
import { previewProduct } from './preview.ts';
import { runBatch } from './run.ts';
import { type ProductsSettings, productsSettings } from './settings.ts';
import { unsaidBases } from './unsaid-basis.ts';

/** Of a target that states no size of its own. */
const batchSize = 10;

export const products: ListedFlow<ProductsSettings> = {
  kind: 'listed',
  name: 'products',
  record: 'product',
  settings: productsSettings,
  source: (connector) => connector.products?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => fieldNames(fieldsByPart(mappedProducts(target))),
  mapped: (_, target) => mappedProducts(target),
  samples: productSamples,
  check: (settings, mapping, target) => [
    ...checkMapped(mapping, settings.fixed, mappedProducts(target)),
    ...checkTogether(settings).map((issue) => within(['settings'], issue)),
  ],
  warnings: unsaidBases,
  accept: acceptDifference,
  unaccept: unacceptDifference,
  batchSize: ({ products }) => products?.target?.batchSize ?? batchSize,
  run: async (context, batch) => runBatch(context, supported(between(context), 'products'), batch),
  preview: async (context, key) => previewProduct(context, supported(between(context), 'products'), key),
};

function between({ source, target }: Context) {
  return endpointsOf(source.connector, target.connector);
}

/** Refuses settings that contradict each other: a table that is missing, or would be without effect. */
function checkTogether({ categories: { by, map }, gone, fields }: ProductsSettings): Issue[] {
  if (gone === 'deactivate' && fields.active === 'never') {
    return [issue(['gone'], 'active_never', {})];
  }
  if (by === 'map' && map === undefined) {
    return [issue(['categories', 'map'], 'map_missing', {})];
  }
  if (by !== 'map' && map !== undefined) {
    return [issue(['categories', 'map'], 'map_unused', { by })];
  }
  return [];
}
