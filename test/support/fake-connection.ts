import { z } from 'zod';
import type { Connector } from '../../src/connectors/contract/connector.ts';
import { jortt } from '../../src/connectors/jortt/index.ts';
import type { Authoriser } from '../../src/engine/connection/authoriser.ts';
import { RateLimiter } from '../../src/engine/connection/rate-limit.ts';
import { ApiClient } from '../../src/engine/http/client.ts';
import { Recorder } from '../../src/engine/http/recorder.ts';
import { Problem } from '../../src/records/problem.ts';
import { VirtualClock } from './virtual-clock.ts';

export const schema = z.object({ id: z.string() });
export const body = { customer_name: 'Noor de Wit', email: 'noor@example.com' };

/** The api client over a `fetch` that answers as it is told. */
export class FakeConnection {
  readonly clock = new VirtualClock();
  readonly limiter = new RateLimiter({ requests: 100, perMs: 1_000, concurrent: 10 }, this.clock);
  readonly recorder = new Recorder();
  readonly requests: Request[] = [];
  answer: (request: Request, call: number) => Response | Promise<Response> = () => Response.json({ id: '1' });
  authoriser: Authoriser = { authorisation: async () => 'Bearer one', renewed: async () => null };

  client(connector: Connector = jortt): ApiClient {
    const { clock, limiter, recorder, authoriser } = this;
    return new ApiClient({
      connection: 'books',
      connector,
      baseUrl: 'https://api.example.com/base',
      authoriser,
      limiter,
      recorder,
      clock,
      fetch: async (input) => {
        const request = input as Request;
        this.requests.push(request);
        return this.answer(request, this.requests.length);
      },
      account: () => ({ name: 'Books', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} }),
    });
  }

  readonly get = () => this.client().get('/x', schema);
  readonly create = () => this.client().create('/x', body, schema);
  readonly update = () => this.client().update('/x', body);

  always(status: number, given: unknown = { error: 'no' }, headers: Record<string, string> = {}): void {
    this.answer = () => Response.json(given, { status, headers });
  }

  async problemOf(work: Promise<unknown>): Promise<Problem> {
    const thrown = await this.clock.settle(work.catch((error: unknown) => error));
    if (thrown instanceof Problem) return thrown;
    throw new Error(`gave ${JSON.stringify(thrown)}`);
  }
}
