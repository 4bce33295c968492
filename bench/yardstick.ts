import { DurableObject } from 'cloudflare:workers';
import { answerAtOnce } from './target.ts';

interface Env {
  readonly BARE: DurableObjectNamespace<Bare>;
}

/** What Koppel is measured against: the same bytes, calls and inserts, without any logic. */
export class Bare extends DurableObject<Env> {
  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    context.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  }

  insert(body: string): void {
    this.ctx.storage.sql.exec('INSERT INTO rows (body) VALUES (?)', body);
  }

  /** So many orders, six at once: five calls and five inserts each. */
  async loop(base: string, orders: number): Promise<void> {
    let next = 0;
    const work = async () => {
      while (next < orders) {
        next += 1;
        await this.#order(base, next);
      }
    };
    await Promise.all(Array.from({ length: 6 }, work));
  }

  async #order(base: string, order: number): Promise<void> {
    const invoice = JSON.stringify({ reference: `B${order}` });
    const calls: [string, string?][] = [
      [`/ecwid/api/v3/1003/orders/B${order}`],
      [`/jortt/v3/invoices?query=B${order}&page=1`],
      [`/jortt/v3/customers?query=b${order}%40example.com&page=1`],
      ['/jortt/v3/customers', invoice],
      ['/jortt/v3/invoices', invoice],
    ];
    for (const [path, body] of calls) {
      const response = await fetch(`${base}${path}`, body === undefined ? {} : { method: 'POST', body });
      this.insert(await response.text());
    }
  }
}

export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const bare = env.BARE.getByName('bare');
    switch (pathname) {
      case '/nothing':
        return new Response(null);
      case '/insert':
        await bare.insert(await request.text());
        return new Response(null);
      case '/loop':
        await bare.loop(searchParams.get('base') ?? '', Number(searchParams.get('orders')));
        return new Response(null);
      default:
        return answerAtOnce(request);
    }
  },
} satisfies ExportedHandler<Env>;
