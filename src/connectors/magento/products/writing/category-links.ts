import { rejected } from '../../../../records/problem.ts';
import type { Api } from '../../../contract/api.ts';
import { path } from '../../../contract/path.ts';
import type { ProductChanges } from '../../../contract/products.ts';
import type { JsonObject } from '../../../contract/target.ts';
import { everywhere } from '../../scope.ts';
import { productsWith } from '../read.ts';
import { fitsPath } from '../sku.ts';
import type { ProductWire } from '../wire.ts';
import { system } from './writing.ts';

/** The whole list, made of what was read in this run (sheet 10.2): what the merchant added stays, with its positions. */
export function categoryLinks(
  standing: ProductWire,
  { add, remove }: ProductChanges['categories'],
): JsonObject | undefined {
  if (add.length === 0 && remove.length === 0) return undefined;
  const links = linksOf(standing);
  const kept = links.filter(({ category_id: id }) => !remove.includes(id));
  const added = add
    .filter((id) => !links.some((link) => link.category_id === id))
    .map((id) => ({ category_id: id, position: 0 }));
  return { category_links: [...kept, ...added] };
}

function linksOf({ extension_attributes: extension, custom_attributes: custom }: ProductWire) {
  const ids = custom.category_ids ?? [];
  const told = (typeof ids === 'string' ? ids.split(',') : ids).map((id) => ({
    category_id: id,
    position: 0,
  }));
  return extension?.category_links ?? told;
}

/** Some versions only add (magento/magento2#14038): what is still there is taken out singly. */
export async function unlink(api: Api, sku: string, removed: readonly string[]): Promise<void> {
  if (removed.length === 0) return;
  const [product] = await productsWith(api, 'sku', [sku], 'all');
  const left = product === undefined ? [] : linksOf(product).map(({ category_id: id }) => id);
  for (const id of removed.filter((each) => left.includes(each))) {
    if (!fitsPath(sku)) throw rejected('refused', { system, status: 200, fields: ['category_links'] });
    await api.delete(everywhere(api, path`/V1/categories/${id}/products/${sku}`));
  }
}
