import { z } from 'zod';
import { type Auth, bearer } from '../../src/connectors/contract/auth.ts';
import type { Connector } from '../../src/connectors/contract/connector.ts';
import { concurrent, type Limit, window } from '../../src/connectors/contract/limits.ts';
import { path } from '../../src/connectors/contract/path.ts';
import { jortt } from '../../src/connectors/jortt/index.ts';
import { createAuthoriser } from '../../src/engine/connection/authoriser.ts';
import { RateLimiter } from '../../src/engine/connection/limits/rate-limiter.ts';
import { Permits } from '../../src/engine/connection/permits.ts';
import type { Ended, PermitPort, TokenPort } from '../../src/engine/connection/ports.ts';
import { noTokens } from '../../src/engine/connection/tokens.ts';
import { ApiClient } from '../../src/engine/http/client.ts';
import { Recorder } from '../../src/engine/http/recorder.ts';
import { Problem } from '../../src/records/problem.ts';
import { VirtualClock } from './virtual-clock.ts';

export const schema = z.object({ id: z.string() });
export const body = { customer_name: 'Noor de Wit', email: 'noor@example.com' };

/** The api client over a `fetch` that answers as it is told. */
export class FakeConnection {
  readonly clock = new VirtualClock();
  readonly limiter: RateLimiter;
  readonly recorder = new Recorder();
  readonly requests: Request[] = [];
  answer: (request: Request, call: number) => Response | Promise<Response> = () => Response.json({ id: '1' });
  auth: Auth = bearer('one');
  /** For an `auth` that uses tokens. */
  tokens: TokenPort = noTokens;

  constructor(readonly limits: readonly Limit[] = [window(100, '1s'), concurrent(10)]) {
    this.limiter = new RateLimiter(limits, this.clock);
  }

  client(connector: Connector = jortt): ApiClient {
    const { clock, recorder } = this;
    return new ApiClient({
      connection: 'books',
      connector,
      baseUrl: () => 'https://api.example.com/base',
      authoriser: createAuthoriser(this.auth, this.tokens, clock),
      permits: new Permits(permitsOf(this.limiter), this.limits, clock),
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

  readonly get = () => this.client().get(path`/x`, schema);
  readonly create = () => this.client().create(path`/x`, body, schema);
  readonly update = () => this.client().update(path`/x`, body);

  always(status: number, given: unknown = { error: 'no' }, headers: Record<string, string> = {}): void {
    this.answer = () => Response.json(given, { status, headers });
  }

  async problemOf(work: Promise<unknown>): Promise<Problem> {
    const thrown = await this.clock.settle(work.catch((error: unknown) => error));
    if (thrown instanceof Problem) return thrown;
    throw new Error(`gave ${JSON.stringify(thrown)}`);
  }
}

/** The limiter itself, as a port. */
export function permitsOf(limiter: RateLimiter): PermitPort {
  const settle = async (ended: readonly Ended[]) => {
    for (const { lease, ...settlement } of ended) limiter.settle(lease, settlement);
  };
  return {
    lease: async (request, ended = []) => {
      await settle(ended);
      return limiter.lease(request);
    },
    settle,
  };
}
