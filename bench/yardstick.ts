import { DurableObject } from 'cloudflare:workers';
import { type RecordedCall, Recording, send } from './recording.ts';
import { answerAtOnce } from './target.ts';

interface Env {
  readonly BARE: DurableObjectNamespace<Bare>;
  readonly BARE_BATCHES: Queue<number>;
  /** Where calls are answered that are noted here. */
  readonly SANDBOX?: string;
}

const recording = new Recording();
/** What the bare consumer does for each message, and how far it is. */
let work: BareWork = { base: '', atOnce: 1, batches: [] };
let progress: BareProgress = { batches: 0, refused: 0 };

/** The same calls as those of Koppel's batches. */
export interface BareWork {
  readonly base: string;
  /** Calls of one batch that go at the same time. */
  readonly atOnce: number;
  readonly batches: readonly (readonly RecordedCall[])[];
}

export interface BareProgress {
  /** Those that are done. */
  readonly batches: number;
  /** Calls that were not answered as Koppel's were. */
  readonly refused: number;
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

  /** So many orders, six at once: six calls and six inserts each. */
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
    let answer = '';
    for (const [path, body] of calls) answer = await this.#call(`${base}${path}`, body);
    const { data } = JSON.parse(answer) as { data: { id: string } };
    await this.#call(`${base}/jortt/v3/invoices/${data.id}`);
  }

  async #call(url: string, body?: string): Promise<string> {
    const response = await fetch(url, body === undefined ? {} : { method: 'POST', body });
    const answer = await response.text();
    this.insert(answer);
    return answer;
  }
}

/** A consumer that makes the calls of a batch and reads the answers, and nothing else. */
async function consume(batch: number): Promise<void> {
  const calls = [...(work.batches[batch] ?? [])].reverse();
  let refused = 0;
  const makeCalls = async () => {
    for (let call = calls.pop(); call !== undefined; call = calls.pop()) {
      const answer = await send(work.base, call);
      await answer.text();
      if (answer.status !== call.status) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: work.atOnce }, makeCalls));
  progress = { batches: progress.batches + 1, refused: progress.refused + refused };
}

export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const bare = env.BARE.getByName('bare');
    switch (pathname) {
      case '/bare/work':
        work = await request.json<BareWork>();
        return new Response(null);
      case '/bare/start': {
        progress = { batches: 0, refused: 0 };
        const messages = work.batches.map((_, batch) => ({ body: batch }));
        for (let start = 0; start < messages.length; start += 100) {
          await env.BARE_BATCHES.sendBatch(messages.slice(start, start + 100));
        }
        return new Response(null);
      }
      case '/bare/done':
        return Response.json(progress);
      case '/calls/forget':
        recording.forget();
        return new Response(null);
      case '/calls':
        return Response.json(recording.calls);
      case '/calls/counts':
        return Response.json(recording.counts);
      case '/nothing':
        return new Response(null);
      case '/insert':
        await bare.insert(await request.text());
        return new Response(null);
      case '/loop':
        await bare.loop(searchParams.get('base') ?? '', Number(searchParams.get('orders')));
        return new Response(null);
      default:
        return env.SANDBOX === undefined ? answerAtOnce(request) : recording.answer(request, env.SANDBOX);
    }
  },
  async queue({ messages }) {
    for (const { body } of messages) await consume(body);
  },
} satisfies ExportedHandler<Env, number>;
