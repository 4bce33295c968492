import type { DocumentTarget } from '../../connectors/contract/target.ts';
import type { Document } from '../../records/document.ts';
import { rejected } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import type { OrdersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

/** Ties the lines to the target's articles by their SKU. With `products: require` an unknown one parks the order. */
export async function withArticles(
  context: Context,
  target: DocumentTarget,
  document: Document,
): Promise<Document> {
  const { articles } = target;
  if (articles?.kind !== 'by-search' || context.settings.products === 'ignore') return document;
  const ids = new Map<string, string>();
  const unknown: string[] = [];
  const { api, connector } = context.target;
  for (const sku of new Set(
    document.lines.flatMap((line) => (line.kind === 'item' ? [line.sku ?? ''] : [])),
  )) {
    const id =
      sku === ''
        ? null
        : await context.remembered(
            'article',
            sku,
            async () => (await articles.find(api, [sku])).get(sku) ?? null,
          );
    if (id === null) unknown.push(sku === '' ? '(none)' : sku);
    else ids.set(sku, id);
  }
  if (unknown.length > 0) {
    throw rejected('product_unknown', {
      system: connector.name,
      skus: unknown.slice(0, 5),
    });
  }
  return {
    ...document,
    lines: document.lines.map((line) => ({ ...line, articleId: ids.get(line.sku ?? '') })),
  };
}
