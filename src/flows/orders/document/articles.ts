import type { Document } from '../../../records/document.ts';
import { rejected } from '../../../records/problem.ts';
import { articleIds } from '../../article-ids.ts';
import type { Context, Endpoints } from '../work.ts';

const maxNamedSkus = 5;

/** Ties the lines to the target's articles by their SKU. With `products: require` an unknown one parks the order. */
export async function withArticles(
  context: Context,
  { target: { articles } }: Endpoints,
  document: Document,
): Promise<Document> {
  if (articles?.kind !== 'by-search' || context.settings.products === 'ignore') return document;
  const { connector } = context.target;
  const skus = [...new Set(document.lines.flatMap((line) => (line.kind === 'item' ? [line.sku ?? ''] : [])))];
  const named = skus.filter((sku) => sku !== '');
  const ids = await articleIds(context, articles, named);
  const unknown = skus.filter((sku) => !ids.has(sku));
  if (unknown.length > 0) {
    throw rejected('product_unknown', { system: connector.name, skus: unknown.slice(0, maxNamedSkus) });
  }
  return {
    ...document,
    lines: document.lines.map((line) => ({ ...line, articleId: ids.get(line.sku ?? '') })),
  };
}
