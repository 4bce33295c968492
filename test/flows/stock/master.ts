import type { Connector } from '../../../src/connectors/contract/connector.ts';
import type { ProductSource } from '../../../src/connectors/contract/products.ts';
import { byTime } from '../../../src/connectors/contract/source.ts';
import type { StockSource } from '../../../src/connectors/contract/stock.ts';
import { type Problem, problem } from '../../../src/records/problem.ts';
import type { StockLevel } from '../../../src/records/stock-level.ts';
import { connectorOf } from './systems.ts';

/** The system whose levels count: rows by key, with a row for each place where a SKU is kept. */
export class Master {
  readonly rows = new Map<string, StockLevel[]>();
  /** Every reading, as `a,b @ places`. */
  readonly reads: string[] = [];
  /** What reading a key throws. */
  readonly failing = new Map<string, Problem>();
  readSize = 50;
  /** What happens before a reading is answered. */
  meanwhile: () => void = () => undefined;

  /** A product of one SKU, with this much available. */
  has(key: string, available: number | string, more: Partial<StockLevel> = {}): void {
    this.rows.set(key, [{ sku: key, productId: key, managed: true, available: String(available), ...more }]);
  }

  readonly #stock: StockSource = {
    changes: byTime(async () => ({ changes: [], next: null })),
    readSize: 50,
    levels: async (_api, keys, { locations }) => {
      this.reads.push(`${keys.join(',')} @ ${locations?.join(',') ?? 'all'}`);
      this.meanwhile();
      if (keys.length > this.readSize) throw new Error('asked for too many keys');
      for (const key of keys) {
        const failure = this.failing.get(key);
        if (failure) throw failure;
      }
      return new Map(
        keys.flatMap((key) => {
          const rows = this.rows.get(key);
          const isAsked = ({ location = '' }: StockLevel) => locations?.includes(location) ?? true;
          return rows ? [[key, rows.filter(isAsked)] as const] : [];
        }),
      );
    },
  };

  /** Where its products are read too, their SKUs can be found. */
  connector({ withProducts = false } = {}): Connector {
    const find: ProductSource['find'] = async (_api, skus) =>
      new Map(
        skus.map((sku) => [
          sku,
          [...this.rows].flatMap(([key, rows]) => {
            const { productId = key } = rows.find((row) => row.sku === sku) ?? {};
            const place = { sku, id: productId, productId, variantId: null };
            if (!rows.some((row) => row.sku === sku)) return [];
            return [productId === key ? place : { ...place, levelKey: key }];
          }),
        ]),
      );
    const products = { changes: this.#stock.changes, get: async () => null, find };
    return connectorOf('master', {
      stock: { source: { ...this.#stock, readSize: this.readSize } },
      ...(withProducts ? { products: { source: products } } : {}),
    });
  }
}

export function unreadable(): Problem {
  return problem('rejected', 'unreadable', {
    system: 'Master',
    method: 'GET',
    path: '/x',
    issues: [],
  } as never);
}

export function away(): Problem {
  return problem('retry', 'timed_out', { system: 'Master' });
}
