import { credentials } from '../../support/systems.ts';
import { koppel, newId, Subject } from './harness.ts';
import { ecwid, magento, outside } from './outside.ts';
import { clock } from './virtual-clock.ts';

/** What the target begins with of every SKU. */
const before = 999;

/** So many SKUs: `P001` with 1 piece, and so on. */
export function many(count: number): [sku: string, pieces: number][] {
  return Array.from({ length: count }, (_, index) => [`P${String(index + 1).padStart(3, '0')}`, index + 1]);
}

async function lever<Answer>(
  system: typeof ecwid | typeof magento,
  method: string,
  path: string,
  body?: unknown,
) {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await system.control().request(path, init);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Ecwid's levels are kept in Magento. */
export class Levels extends Subject {
  static async of(skus: readonly (readonly [sku: string, pieces: number])[]): Promise<Levels> {
    ecwid.change({ fetchesPictures: false });
    for (const [sku, pieces] of skus) {
      const product = { name: `Mok ${sku}`, sku, price: '12.10' };
      await lever(magento, 'POST', '/products', { ...product, pieces: before });
      await lever(ecwid, 'POST', '/products', { ...product, pieces });
    }
    const levels = new Levels(newId());
    const answer = await koppel('PUT', `/api/integrations/${levels.id}`, {
      name: 'Mugs',
      connections: {
        shop: { connector: 'ecwid', credentials: credentials.ecwid },
        other: { connector: 'magento', credentials: credentials.magento },
      },
      flows: [{ flow: 'stock', from: 'shop', to: 'other', every: '5m' }],
    });
    if (answer.status !== 200) throw new Error(answer.text);
    return levels;
  }

  async set(sku: string, pieces: number): Promise<void> {
    await lever(ecwid, 'PUT', `/stock/${sku}`, { pieces });
  }

  async notify(sku: string): Promise<void> {
    const { ids } = await lever<{ ids: string[] }>(ecwid, 'GET', `/products?sku=${sku}`);
    await this.hook('', { eventType: 'product.updated', entityId: Number(ids[0]) });
  }

  async pieces(sku: string): Promise<number> {
    const { ids } = await lever<{ ids: string[] }>(magento, 'GET', `/products?sku=${sku}`);
    return (await lever<{ pieces: number }>(magento, 'GET', `/products/${ids[0]}`)).pieces;
  }

  /** `P001 5`, in the order in which they were sent. */
  get written(): string[] {
    return outside.calls
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/inventory/source-items'))
      .flatMap(
        ({ body }) => (JSON.parse(body) as { sourceItems: { sku: string; quantity: number }[] }).sourceItems,
      )
      .map(({ sku, quantity }) => `${sku} ${quantity}`);
  }

  /** Alarms go off as they are due, and the queue works, until nothing is left to be brought over. */
  async atRest(withinMs = 600_000): Promise<void> {
    const until = clock.now() + withinMs;
    while (clock.now() < until) {
      await this.run();
      const [open] = await this.sql(
        'SELECT (SELECT count(*) FROM dirty) + (SELECT count(*) FROM batches) + (SELECT count(*) FROM cursors WHERE next_at <= ?) AS count',
        clock.now(),
      );
      if (Number(open?.count) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${this.id} does not come to rest: ${JSON.stringify(await this.tables())}`);
  }
}
