import type { Api } from '../../../src/connectors/contract/api.ts';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import type { Endpoint, FlowContext } from '../../../src/flows/contract.ts';
import type { OrdersSettings } from '../../../src/flows/orders/settings.ts';
import { ShopApi as EcwidApi } from '../../connectors/ecwid/shop-api.ts';
import { TestShop as EcwidShop } from '../../sandbox/ecwid/shop.ts';
import { TestShop as MagentoShop } from '../../sandbox/magento/shop.ts';
import { ShopApi as MagentoApi } from '../../sandbox/magento/shop-api.ts';
import type { TestApi } from '../../support/fake-api.ts';
import { type Given, World } from './harness.ts';

type Fields = Record<string, unknown>;

/** A shop that orders are carried to. */
interface TargetShop {
  readonly target: Endpoint & { readonly api: Api & TestApi };
  accounts(): Promise<readonly Fields[]>;
  /** The last order that was made: the account that it stands in, and the name on its invoice. */
  lastOrder(): Promise<{ readonly account: string | null; readonly name: string }>;
}

function ecwidShop(): TargetShop {
  const shop = new EcwidShop();
  return {
    target: { name: 'shop', connector: ecwid, api: new EcwidApi(shop) },
    accounts: () => shop.items('/customers'),
    async lastOrder() {
      const [last] = (await shop.items('/orders')) as Fields[];
      if (last === undefined) throw new Error('no order');
      const { name } = last.billingPerson as { name: string };
      return { account: last.customerId === undefined ? null : String(last.customerId), name };
    },
  };
}

const everything = '?searchCriteria[currentPage]=1';

function magentoShop(): TargetShop {
  const shop = new MagentoShop();
  return {
    target: { name: 'shop', connector: magento, api: new MagentoApi(shop) },
    accounts: () => shop.items(`/V1/customers/search${everything}`),
    async lastOrder() {
      const last = (await shop.items(`/V1/orders${everything}`)).at(-1) as Fields;
      const { firstname, lastname } = last.billing_address as Record<string, string>;
      const account = last.customer_id ?? null;
      return { account: account === null ? null : String(account), name: `${firstname} ${lastname}` };
    },
  };
}

export const shops: Readonly<Record<string, () => TargetShop>> = { ecwid: ecwidShop, magento: magentoShop };

/** Orders of another shop are carried to this one. */
export class ToShop extends World {
  constructor(
    readonly shop: TargetShop,
    given: Given = {},
  ) {
    super(given);
  }

  override context(key: string): FlowContext<OrdersSettings> {
    return { ...super.context(key), target: this.shop.target };
  }

  /** Calls about accounts since the last look, and the writes among them. */
  take(): { readonly calls: number; readonly writes: readonly string[] } {
    const { calls } = this.shop.target.api;
    const about = calls.filter(({ path }) => path.includes('/customers'));
    calls.length = 0;
    return {
      calls: about.length,
      writes: about.filter(({ method }) => method !== 'GET').map(({ method }) => method),
    };
  }
}
