import { magento } from '../../../src/connectors/magento/index.ts';
import { address, Refused, TestApi } from '../../support/fake-api.ts';
import type { TestShop } from './shop.ts';

/** Over the stand-in. */
export class ShopApi extends TestApi {
  constructor(shop: TestShop) {
    super({
      connector: magento,
      now: () => new Date(shop.world.now()),
      account: {
        name: 'shop.example.com',
        currency: 'EUR',
        timeZone: 'Europe/Amsterdam',
        traits: { country: 'NL', storeId: '1', websiteId: '1', pricesIncludeTax: 'true' },
      },
      answer: async (call) => {
        const { status, json, text } = await shop.call(call.method, address(call), call.body);
        if (status >= 300) return new Refused(status, json ?? text);
        return json ?? true;
      },
    });
  }
}
