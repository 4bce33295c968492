import type { z } from 'zod';
import type { CallOptions } from '../../../src/connectors/contract/api.ts';
import type { Path } from '../../../src/connectors/contract/path.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { problem } from '../../../src/records/problem.ts';
import { address, Refused, TestApi } from '../../support/fake-api.ts';
import type { TestShop } from './shop.ts';

/** Over the stand-in. */
export class ShopApi extends TestApi {
  /** Whether it is told that an order, or a credit order, was made. */
  answersOrders = true;

  constructor(shop: TestShop, traits: Readonly<Record<string, string>> = {}) {
    super({
      connector: mijnwebwinkel,
      now: () => new Date(shop.world.now()),
      account: {
        name: 'winkel',
        currency: 'EUR',
        timeZone: 'Europe/Amsterdam',
        traits: { country: 'NL', pricesIncludeTax: 'true', businessModels: 'ALL', ...traits },
      },
      answer: async (call) => {
        const { status, json, text } = await shop.call(call.method, address(call), call.body);
        return status >= 300 ? new Refused(status, json ?? text) : (json ?? true);
      },
    });
  }

  override async create<T>(
    path: Path | string,
    body: unknown,
    schema: z.ZodType<T>,
    options?: CallOptions,
  ): Promise<T> {
    const made = await super.create(path, body, schema, options);
    const isOrder = typeof path !== 'string' && path.text?.startsWith('/orders') === true;
    if (this.answersOrders || !isOrder) return made;
    throw problem('outcome-unknown', 'timed_out', { system: 'MijnWebwinkel' });
  }
}
