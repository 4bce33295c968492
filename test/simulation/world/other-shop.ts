import { storeId } from '../../../sandbox/ecwid/index.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';

/** The other shop, by its id at Ecwid. Nobody changes its token. */
export const otherStoreId = '2002';

const root = `/api/v3/${otherStoreId}/`;

/** Another shop of the same system: its own orders and customers, and no webhooks. */
export class OtherShop {
  readonly sandbox: Sandbox;

  constructor(clock: VirtualClock) {
    this.sandbox = new Sandbox(clock, async () => new Response());
  }

  has({ url }: Request): boolean {
    return new URL(url).pathname.startsWith(root);
  }

  /** The sandbox plays one store, which stands behind this id here. */
  handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(root, `/api/v3/${storeId}/`);
    return this.sandbox.handle('ecwid', new Request(url, request));
  }

  async buy(): Promise<void> {
    const body = JSON.stringify({ count: 1, profile: 'simple' });
    await this.sandbox.systems.ecwid.control().request('/orders', { method: 'POST', body });
  }

  /** Ids of its orders. */
  orders(): string[] {
    const { orders } = this.sandbox.systems.ecwid.state() as { orders: { id: string }[] };
    return orders.map(({ id }) => id);
  }
}
