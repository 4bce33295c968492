import type { TaskRow } from '../../src/engine/storage/task-row.ts';
import { EngineLife } from './engine-life.ts';
import { books, Outside, shop } from './outside.ts';

export { hourMs, minuteMs } from './durations.ts';

/** A whole integration on a virtual clock, between a shop and books that live in memory. */
export class Simulation extends EngineLife {
  readonly outside = new Outside(this.clock);

  constructor() {
    super('mugs');
  }

  protected carry(request: Request): Promise<Response> {
    return this.outside.fetch(request);
  }

  async configured(flow: Record<string, unknown> = {}): Promise<this> {
    await this.open();
    await this.integration.configure(document(flow));
    return this;
  }

  async hook(orderId: string): Promise<void> {
    const outcome = await this.integration.accept('shop', this.outside.hook(orderId));
    if (outcome.kind !== 'stored') throw new Error(outcome.kind);
  }

  tasks(): TaskRow[] {
    return this.stores.tasks.list({}, 1_000).reverse();
  }

  states(): string[] {
    return this.tasks().map(({ key, state }) => `${key} ${state}`);
  }
}

export function document(flow: Record<string, unknown> = {}) {
  return {
    name: 'Mugs',
    connections: {
      shop: { connector: 'ecwid', credentials: shop },
      books: { connector: 'jortt', credentials: books },
    },
    flows: [{ flow: 'orders', from: 'shop', to: 'books', ...flow }],
  };
}

/** References of the documents in the books. */
export function invoices({ outside }: Simulation): string[] {
  return outside.books.invoices.map(({ reference }) => String(reference)).sort();
}
