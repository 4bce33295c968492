import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { address, Refused, TestApi } from '../../support/fake-api.ts';
import type { TestShop } from './shop.ts';

/** Over the stand-in. */
export class ShopApi extends TestApi {
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
}
