import type { Document } from '../../../records/document.ts';
import type { Order } from '../../../records/order.ts';
import { awaitedRecord, type Problem, problem, rejected } from '../../../records/problem.ts';
import { articleIds } from '../../article-ids.ts';
import type { Context, OrderWork } from '../work.ts';

const maxNamedSkus = 5;

/**
 * Ties the lines to the target's articles by their SKU. One that several have parks the order. With `products: require` an unknown one parks the order; with `create` the
 * products flow is to bring it first.
 */
export async function withArticles(
  { context, endpoints, order }: Pick<OrderWork, 'context' | 'endpoints' | 'order'>,
  document: Document,
): Promise<Document> {
  const { articles } = endpoints.target;
  if (articles === undefined || context.settings.products === 'ignore') return document;
  const skus = [...new Set(document.lines.flatMap((line) => (line.kind === 'item' ? [line.sku ?? ''] : [])))];
  const named = skus.filter((sku) => sku !== '');
  const { ids, twice } = await articleIds(context, articles, named);
  for (const problem of twice.values()) throw problem;
  const unknown = skus.filter((sku) => !ids.has(sku));
  if (unknown.length > 0) throw whereTheyAre(context, order, unknown);
  return {
    ...document,
    lines: document.lines.map((line) => ({ ...line, articleId: ids.get(line.sku ?? '') })),
  };
}

/** The end of the product's own task wakes the order: this is for what nobody foresaw. */
const looksAgainMs = 3_600_000;

/** The products that the order waits for; that it needs a person where they cannot be brought. */
function whereTheyAre(context: Context, order: Order, unknown: readonly string[]): Problem {
  const told = { system: context.target.connector.name, skus: unknown.slice(0, maxNamedSkus) };
  if (context.settings.products !== 'create') return rejected('product_unknown', told);
  const products = unknown.map((sku) => order.lines.find((line) => (line.sku ?? '') === sku)?.productId);
  const states = products.map((id) => (id === undefined ? 'absent' : context.bring('products', id)));
  if (states.some((state) => state === 'stuck' || state === 'absent'))
    return rejected('product_unknown', told);
  // What was carried is not found at once everywhere.
  if (states.includes('done')) return problem('retry', 'product_unknown', told);
  const awaited = products[states.indexOf('under-way')] ?? '';
  return problem('wait', 'product_under_way', told, {
    retryAt: context.now().getTime() + looksAgainMs,
    awaits: awaitedRecord('products', awaited),
  });
}
