import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import type { TestShop } from '../../sandbox/ecwid/shop.ts';
import { address, Refused, TestApi } from '../../support/fake-api.ts';
import { account } from './fake-api.ts';

/** Over the stand-in. */
export class ShopApi extends TestApi {
  constructor(shop: TestShop) {
    shop.standIn.change({ limits: false });
    super({
      connector: ecwid,
      now: () => new Date(shop.world.now()),
      account,
      answer: async (call) => {
        const { status, json } = await shop.call(call.method, address(call), call.body);
        return status === 200 ? json : new Refused(status, json);
      },
    });
  }
}
