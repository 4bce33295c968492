import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const publicUrl = 'https://koppel.example.com';
const address = `${publicUrl}/hooks/played/shop`;
const dayMs = 24 * hourMs;

const { shop, token, clientSecret } = credentials.shopify;

const orders = ['ORDERS_CANCELLED', 'ORDERS_CREATE', 'ORDERS_UPDATED', 'REFUNDS_CREATE'];
const customers = ['CUSTOMERS_CREATE', 'CUSTOMERS_UPDATE'];

const flow = (name: string, more: object = {}) => ({ flow: name, from: 'shop', to: 'books', ...more });

function documentOf({
  flows = [flow('orders')],
  own = { clientSecret },
}: {
  flows?: readonly object[];
  own?: object;
} = {}) {
  return {
    name: 'Webhooks',
    connections: {
      shop: { connector: 'shopify', credentials: { shop, token, ...own } },
      books: { connector: 'jortt', credentials: credentials.jortt },
    },
    flows,
  };
}

const state = z.object({
  subscriptions: z.array(z.object({ id: z.string(), topic: z.string(), uri: z.string() })),
});

class Hooked extends PlayedSystems {
  constructor() {
    super(hosts);
    this.publicUrl = publicUrl;
  }

  async started(document: object = documentOf()): Promise<this> {
    await this.configured(document);
    await this.live(minuteMs);
    return this;
  }

  get #subscriptions() {
    return state.parse(this.sandbox.standIn('shopify')?.state()).subscriptions;
  }

  /** Topics by the address that they are told to. */
  subscriptions(): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const { topic, uri } of this.#subscriptions) found[uri] = [...(found[uri] ?? []), topic].toSorted();
    return found;
  }

  /** Mutations of subscriptions since this was last asked. */
  changes(): string[] {
    const sent = this.sent.splice(0);
    return sent.flatMap(({ body }) => /mutation (Subscribe|Unsubscribe)\b/.exec(body)?.[1] ?? []);
  }

  async forget(topic: string): Promise<void> {
    const found = this.#subscriptions.find((each) => each.topic === topic);
    await this.asApp(`mutation { webhookSubscriptionDelete(id: "gid://shopify/WebhookSubscription/${found?.id}") {
      userErrors { message } } }`);
  }

  /** What the same app does elsewhere. */
  async asApp(query: string): Promise<unknown> {
    const answer = await this.sandbox.handle(
      'shopify',
      new Request(`https://${shop}/admin/api/2026-10/graphql.json`, {
        method: 'POST',
        headers: { 'X-Shopify-Access-Token': token, 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
    );
    return answer.json();
  }

  warnings(): string[] {
    return this.integration.reports.view().warnings.map(({ code, message }) => `${code}: ${message}`);
  }
}

describe('webhooks that Koppel asks for', () => {
  test('are those of the flows that begin there, once, and what the app asked for elsewhere stays', async () => {
    const played = new Hooked();
    await played.asApp(`mutation { webhookSubscriptionCreate(topic: ORDERS_CREATE,
      webhookSubscription: { uri: "https://elsewhere.example.com/hook" }) { userErrors { message } } }`);
    await played.started();
    const elsewhere = { 'https://elsewhere.example.com/hook': ['ORDERS_CREATE'] };
    expect(played.subscriptions()).toEqual({ ...elsewhere, [address]: orders });
    expect(played.changes()).toEqual(orders.map(() => 'Subscribe'));
    await played.live(3 * dayMs);
    expect(played.changes()).toEqual([]);
    expect(played.warnings()).toEqual([]);
  });

  test('are taken, each delivery once, and the order is on its way', async () => {
    const played = await new Hooked().started();
    played.sandbox.standIn('shopify')?.change({ webhookRepeats: 3 });
    await played.control('shopify', 'POST', '/orders', { profile: 'simple', count: 1 });
    await played.live(5 * minuteMs);
    expect(played.hooks.filter(({ topic }) => topic === 'orders/create')).toHaveLength(3);
    expect(new Set(played.hooks.map(({ outcome }) => outcome))).toEqual(new Set(['stored']));
    expect(played.tasks()).toHaveLength(1);
  });

  test('are asked for anew within a day where the shop dropped one', async () => {
    const played = await new Hooked().started();
    await played.forget('ORDERS_UPDATED');
    played.changes();
    await played.live(dayMs);
    expect(played.subscriptions()).toEqual({ [address]: orders });
    expect(played.changes()).toEqual(['Subscribe']);
  });

  test('follow the flows: more of them, fewer, and none', async () => {
    const played = await new Hooked().started();
    const both = [flow('orders'), flow('customers')];
    await played.integration.configure(documentOf({ flows: both }));
    await played.live(minuteMs);
    expect(played.subscriptions()).toEqual({ [address]: [...customers, ...orders] });
    await played.integration.configure(
      documentOf({ flows: [flow('orders', { enabled: false }), flow('customers')] }),
    );
    await played.live(minuteMs);
    expect(played.subscriptions()).toEqual({ [address]: customers });
    await played.integration.configure(documentOf({ flows: [flow('customers', { enabled: false })] }));
    await played.live(minuteMs);
    expect(played.subscriptions()).toEqual({});
  });

  test('follow the connection under another name', async () => {
    const played = await new Hooked().started();
    await played.integration.renameConnection('shop', 'winkel');
    await played.live(minuteMs);
    expect(played.subscriptions()).toEqual({ [`${publicUrl}/hooks/played/winkel`]: orders });
  });

  test('end with the integration, and with the connection', async () => {
    const deleted = await new Hooked().started();
    await deleted.clock.settle(deleted.integration.close());
    expect(deleted.subscriptions()).toEqual({});
    const replaced = await new Hooked().started();
    const { connections, ...rest } = documentOf();
    await replaced.clock.settle(
      replaced.integration.configure({
        ...rest,
        connections: {
          other: { connector: 'ecwid', credentials: credentials.ecwid },
          books: connections.books,
        },
        flows: [{ ...flow('orders'), from: 'other' }],
      }),
    );
    expect(replaced.subscriptions()).toEqual({});
  });

  test('are not asked for where none can be verified, or the deployment does not know its address', async () => {
    const unsigned = await new Hooked().started(documentOf({ own: {} }));
    expect(unsigned.subscriptions()).toEqual({});
    const nowhere = new Hooked();
    nowhere.publicUrl = undefined;
    await nowhere.started();
    expect(nowhere.subscriptions()).toEqual({});
    expect([...unsigned.changes(), ...nowhere.changes()]).toEqual([]);
  });

  test('for which a scope is missing are told, and the others are asked for', async () => {
    const played = new Hooked();
    played.sandbox.standIn('shopify')?.change({ scopes: ['write_orders', 'read_locations'] });
    await played.started(documentOf({ flows: [flow('orders'), flow('customers')] }));
    expect(played.subscriptions()).toEqual({ [address]: orders });
    expect(played.warnings()).toEqual([
      'hooks_refused: Shopify does not tell Koppel when something in the flow "customers" changes: the app lacks the scope read_customers.',
    ]);
    played.sandbox.standIn('shopify')?.change({ scopes: ['write_orders', 'read_customers'] });
    await played.live(25 * hourMs);
    expect(played.subscriptions()).toEqual({ [address]: [...customers, ...orders] });
    expect(played.warnings()).toEqual([]);
  });

  test('that the calls of a run do not suffice for are asked for in the next, as if nothing had been', async () => {
    const played = new Hooked();
    played.budget = { ...played.budget, calls: 4 };
    await played.started();
    expect(played.subscriptions()).toEqual({ [address]: orders });
    expect(played.changes()).toEqual(orders.map(() => 'Subscribe'));
    expect(played.logged.filter((line) => line.includes('hooks_not_asked'))).toEqual([]);
  });

  test('are asked for again in an hour where the shop was away', async () => {
    const played = new Hooked();
    let isAway = true;
    played.interfere = (call) => {
      const isHooks = played.sent.at(-1)?.body.includes('query Subscriptions');
      if (isAway && call.includes(' shopify ') && isHooks) throw new TypeError('away');
    };
    await played.started();
    expect(played.subscriptions()).toEqual({});
    isAway = false;
    await played.live(hourMs);
    expect(played.subscriptions()).toEqual({ [address]: orders });
  });
});

describe('what happened while nobody was told', () => {
  const sell = (played: Hooked) =>
    played.control('shopify', 'POST', '/orders', { profile: 'simple', count: 1 });

  test('is read where the shop had dropped its webhooks', async () => {
    const played = await new Hooked().started();
    for (const topic of orders) await played.forget(topic);
    await sell(played);
    await played.live(2 * hourMs);
    expect(played.tasks()).toEqual([]);
    await played.live(dayMs);
    expect(played.subscriptions()).toEqual({ [address]: orders });
    expect(played.tasks()).toHaveLength(1);
  });

  test('is read where the shop was away when it was first asked', async () => {
    const played = new Hooked();
    let isAway = true;
    played.interfere = (call) => {
      const isHooks = played.sent.at(-1)?.body.includes('query Subscriptions');
      if (isAway && call.includes(' shopify ') && isHooks) throw new TypeError('away');
    };
    await played.started();
    await sell(played);
    isAway = false;
    await played.live(2 * hourMs);
    expect(played.tasks()).toHaveLength(1);
  });

  test('is read where the last of the webhooks was asked for without an answer', async () => {
    const played = new Hooked();
    let isLost = true;
    played.answered = (call) => {
      const isLast = played.sent.at(-1)?.body.includes('REFUNDS_CREATE');
      if (isLost && call.includes(' shopify ') && isLast) throw new TypeError('hung up');
    };
    await played.started();
    for (const topic of ['ORDERS_CREATE', 'ORDERS_UPDATED']) await played.forget(topic);
    await sell(played);
    isLost = false;
    await played.live(2 * hourMs);
    expect(played.subscriptions()).toEqual({ [address]: orders });
    expect(played.tasks()).toHaveLength(1);
  });

  test('is read where what was told could not be verified until the right secret was entered', async () => {
    const played = await new Hooked().started(documentOf({ own: { clientSecret: 'another one' } }));
    await sell(played);
    await played.live(10 * minuteMs);
    expect(new Set(played.hooks.map(({ outcome }) => outcome))).toEqual(new Set(['unsigned']));
    expect(played.tasks()).toEqual([]);
    await played.integration.configure(documentOf());
    await played.live(minuteMs);
    expect(played.tasks()).toHaveLength(1);
  });

  test('is read where the app was given a scope only later', async () => {
    const played = new Hooked();
    played.sandbox.standIn('shopify')?.change({ scopes: ['read_customers', 'read_locations'] });
    await played.started();
    await sell(played);
    played.sandbox
      .standIn('shopify')
      ?.change({ scopes: ['write_orders', 'read_customers', 'read_locations'] });
    await played.live(25 * hourMs);
    expect(played.tasks()).toHaveLength(1);
  });
});

describe('webhooks of a connection that changes', () => {
  test('are looked at at once with other credentials: they may be of another app', async () => {
    const played = await new Hooked().started();
    for (const topic of orders) await played.forget(topic);
    await played.integration.configure(documentOf({ own: { clientSecret: `${clientSecret}-2` } }));
    await played.live(minuteMs);
    expect(played.subscriptions()).toEqual({ [address]: orders });
  });

  test('are taken away at an address of before, also where the shop was away just then', async () => {
    const played = await new Hooked().started();
    let isAway = true;
    played.interfere = (call) => {
      const isHooks = played.sent.at(-1)?.body.includes('query Subscriptions');
      if (isAway && call.includes(' shopify ') && isHooks) throw new TypeError('away');
    };
    await played.integration.renameConnection('shop', 'winkel');
    await played.live(minuteMs);
    await played.integration.renameConnection('winkel', 'store');
    await played.live(minuteMs);
    isAway = false;
    await played.live(2 * hourMs);
    expect(played.subscriptions()).toEqual({ [`${publicUrl}/hooks/played/store`]: orders });
  });
});
