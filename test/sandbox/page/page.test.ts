import { beforeEach, describe, expect, it } from 'vitest';
import { cancelled as cancelledInCcv } from '../../../sandbox/ccv/orders/statuses.ts';
import { secretToken, storeId } from '../../../sandbox/ecwid/index.ts';
import { type JsonObject, numberIn, objectsIn } from '../../../sandbox/kit/json.ts';
import { cancelled as cancelledInMijnwebwinkel } from '../../../sandbox/mijnwebwinkel/orders/statuses.ts';
import { partnerToken, storeToken } from '../../../sandbox/mijnwebwinkel/settings.ts';
import { sandboxRoutes } from '../../../sandbox/routes.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { FakeWorld } from '../fake-world.ts';

const systems = ['ccv', 'ecwid', 'jortt', 'magento', 'mijnwebwinkel', 'salesforce', 'shopify'] as const;

const idKeys = {
  ccv: 'id',
  ecwid: 'id',
  jortt: 'id',
  magento: 'entity_id',
  mijnwebwinkel: 'number',
  salesforce: 'Id',
  shopify: 'id',
};

/** What a system calls its sales, where these are no orders. */
const salesKeys: Readonly<Record<string, string>> = { jortt: 'invoices', salesforce: 'Order' };

let world: FakeWorld;
let sandbox: Sandbox;

beforeEach(() => {
  world = new FakeWorld();
  sandbox = new Sandbox(world, async () => new Response(null, { status: 204 }));
  // Without these nothing is given back there.
  sandbox.systems.salesforce.change({ reductionOrders: true });
  sandbox.reset(false);
});

function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(sandboxRoutes(sandbox).request(path, { method, headers }));
}

async function page(path = '/'): Promise<string> {
  const answer = await ask('GET', path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
  return answer.text();
}

/** Presses a button; the page that it leads to. */
async function press(system: string, what: string, typed: Record<string, string> = {}): Promise<string> {
  const answer = await sandboxRoutes(sandbox).request(`/page/${system}/${what}`, {
    method: 'POST',
    body: new URLSearchParams(typed),
  });
  expect(answer.status).toBe(303);
  return page(answer.headers.get('Location') ?? '');
}

async function state(system: string): Promise<JsonObject> {
  return (await ask('GET', `/control/state/${system}`)).json();
}

async function sales(system: string): Promise<JsonObject[]> {
  const held = await state(system);
  const all = objectsIn(held[salesKeys[system] ?? 'orders']);
  // In CCV the first invoice bills it, the second gives it back.
  const invoicesOf = ({ id }: JsonObject) => objectsIn(held.invoices).filter(({ orderId }) => orderId === id);
  if (system === 'ccv') return all.map((order) => ({ ...order, isCredited: invoicesOf(order).length === 2 }));
  // In Salesforce what gives an order back is an order.
  const givenBack = new Set(all.flatMap(({ OriginalOrderId }) => OriginalOrderId ?? []));
  return all
    .filter(({ IsReductionOrder }) => IsReductionOrder !== true)
    .map((sale) =>
      system === 'salesforce' ? { ...sale, isGivenBack: givenBack.has(sale.Id ?? null) } : sale,
    );
}

describe('the page', () => {
  it('is a document in English, with a heading and a section of its own for every system', async () => {
    const html = await page();
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain('<title>Sandbox</title>');
    expect(html).toContain('<h1>Sandbox</h1>');
    for (const system of systems) {
      expect(html).toContain(`<section aria-labelledby="system-${system}">`);
      expect(html).toContain(`<h2 id="system-${system}">`);
    }
  });

  it('shows the credentials that the systems take', async () => {
    const html = await page();
    const shown = [
      'secret_sandbox',
      'sandbox-client-secret',
      'sandbox-client',
      'sandbox-secret',
      partnerToken,
    ];
    for (const value of [...shown, 'sandboxconsumerkey00000000000001', 'sandboxtokensecret00000000000004']) {
      expect(html).toContain(`<code>${value}</code>`);
    }
    await sandboxRoutes(sandbox).request('/control/ecwid/token', {
      method: 'POST',
      body: '{"token": "secret_other"}',
    });
    expect(await page()).toContain('<code>secret_other</code>');
  });

  it('needs no script: every button is a form with a name that tells the system', async () => {
    const html = await page();
    expect(html).not.toContain('<script');
    expect(html.match(/<form method="post" action="\/page\//g)).toHaveLength(35);
    expect(
      html.match(
        /<button type="submit" aria-label="[^"]+ \((CCV Shop|Ecwid|Jortt|Magento 2|MijnWebwinkel|Salesforce|Shopify)\)">/g,
      ),
    ).toHaveLength(33);
    expect(html).toContain('<label for="webhook-ecwid">Webhook address (Ecwid)</label>');
    expect(html).toContain('<label for="app-magento-callback">Callback URL (Magento 2)</label>');
    expect(html).toContain('<label for="app-magento-identity">Identity link URL (Magento 2)</label>');
  });

  it('shows what an address makes up as text, or not at all', async () => {
    expect(await page('/?system=ecwid&did=sold&id=<b>x</b>')).not.toContain('<b>x</b>');
    for (const told of ['system=ecwid&did=stolen', 'system=nobody&did=sold', 'did=sold']) {
      expect(await page(`/?${told}`)).not.toContain('role="status"');
    }
  });
});

describe.each(systems)('the buttons of %s', (system) => {
  it('sell: there is one more', async () => {
    expect(await sales(system)).toHaveLength(0);
    const html = await press(system, 'sell');
    const [sold, ...others] = await sales(system);
    expect(others).toEqual([]);
    expect(html).toContain(`role="status"`);
    expect(html).toContain(String(sold?.[idKeys[system]]));
    await press(system, 'sell');
    expect(await sales(system)).toHaveLength(2);
  });

  it('refund: the newest that is not refunded yet is, and then the one before', async () => {
    expect(await press(system, 'refund')).toContain('that can be refunded');
    await press(system, 'sell');
    await press(system, 'sell');
    for (const left of [1, 0]) {
      expect(await press(system, 'refund')).toContain('is refunded.');
      expect((await sales(system)).filter((sale) => !isRefunded(system, sale))).toHaveLength(left);
    }
    expect(await press(system, 'refund')).toContain('that can be refunded');
  });

  it.skipIf(system === 'jortt')(
    'cancel: the newest that still can be is, and then the one before',
    async () => {
      expect(await press(system, 'cancel')).toContain('that can be cancelled');
      for (const name of ['Anna Bos', 'Bram Mol']) {
        const body = JSON.stringify({ email: `${name[0]}@example.com`, name, state: 'open' });
        await sandboxRoutes(sandbox).request(`/control/${system}/purchases`, { method: 'POST', body });
      }
      for (const left of [1, 0]) {
        expect(await press(system, 'cancel')).toContain('is cancelled.');
        expect((await sales(system)).filter((sale) => !isCancelled(system, sale))).toHaveLength(left);
      }
      expect(await press(system, 'cancel')).toContain('that can be cancelled');
    },
  );

  it('break: its calls are refused for a minute, and those of no other', async () => {
    const before = await called(system);
    expect(before).not.toBe(503);
    const html = await press(system, 'break');
    expect(html).toContain('is down for one minute');
    expect(html).toContain('It is down for another 60 s.');
    expect(await called(system)).toBe(503);
    for (const other of systems.filter((each) => each !== system)) expect(await called(other)).not.toBe(503);
    world.pass(59_999);
    expect(await called(system)).toBe(503);
    expect(await page()).toContain('It is down for another 1 s.');
    world.pass(1);
    expect(await called(system)).toBe(before);
    expect(await page()).not.toContain('It is down');
  });

  it('are those only', async () => {
    expect((await ask('POST', `/page/${system}/burn`)).status).toBe(404);
    expect((await ask('POST', `/page/${system}/listen`)).status).toBe(system === 'ecwid' ? 303 : 404);
    expect((await ask('POST', `/page/${system}/activate`)).status).toBe(system === 'magento' ? 303 : 404);
    expect((await ask('POST', `/page/${system}/delete`)).status).toBe(404);
    expect((await ask('GET', `/page/${system}/integrations/2`)).status).toBe(404);
    expect((await ask('POST', '/page/nobody/sell')).status).toBe(404);
  });
});

it.each(['ccv', 'ecwid', 'magento', 'mijnwebwinkel', 'salesforce', 'shopify'])(
  '%s: the shop is given a catalogue once, and then an article is counted anew',
  async (system) => {
    expect(await press(system, 'count')).toContain('has no ZEEF: it has no catalogue yet.');
    expect(await page()).not.toContain(`action="/page/${system}/count"`);
    const filled = await press(system, 'fill');
    expect(filled).toContain('has 200 products on its shelves.');
    expect(filled).not.toContain(`action="/page/${system}/fill"`);
    expect(await press(system, 'count')).toContain('Somebody has counted ZEEF in');
    await press(system, 'fill');
    const found = await ask('GET', `/control/${system}/products?sku=ZEEF`);
    const { ids } = (await found.json()) as { ids: string[] };
    expect(await (await ask('GET', `/control/${system}/products/${ids[0]}`)).json()).toMatchObject({
      pieces: 7,
    });
  },
);

it('an outage that has begun outlasts a restart, and ends all the same', async () => {
  await press('ecwid', 'break');
  const other = new Sandbox(world, async () => new Response(null));
  other.restore(JSON.parse(JSON.stringify(sandbox.snapshot())));
  sandbox = other;
  expect(await called('ecwid')).toBe(503);
  world.pass(60_000);
  expect(await called('ecwid')).toBe(200);
});

it('sends the webhooks of Ecwid to the address that somebody enters, and to none that is no address of the web', async () => {
  const address = 'http://127.0.0.1:8787/hooks/mugs/shop';
  expect(await press('ecwid', 'listen', { address })).toContain(`value="${address}"`);
  for (const wrong of ['mugs', 'ftp://mugs.example', '']) {
    const html = await press('ecwid', 'listen', { address: wrong });
    expect(html).toContain('what you entered is no address of the web.');
    expect(html).toContain(`value="${address}"`);
  }
});

/** The status of a plain call. */
async function called(system: (typeof systems)[number]): Promise<number> {
  const calls = {
    ccv: ['/ccv/api/rest/v1/webshops/', {}],
    ecwid: [`/ecwid/api/v3/${storeId}/profile`, { Authorization: `Bearer ${secretToken}` }],
    jortt: ['/jortt/v3/invoices', {}],
    magento: ['/magento/rest/V1/directory/countries', {}],
    mijnwebwinkel: [`/mijnwebwinkel/v1/store?token=${storeToken}&partner_token=${partnerToken}`, {}],
    salesforce: ['/salesforce/services/data', {}],
    shopify: ['/shopify/admin/oauth/authorize', {}],
  } as const;
  const [path, headers] = calls[system];
  return (await ask('GET', path, headers)).status;
}

/** By the shop's own order; in Jortt by the credit note, which is no sale itself. */
function isRefunded(system: string, sale: JsonObject): boolean {
  switch (system) {
    case 'mijnwebwinkel':
      // The credit order is one of the orders.
      return sale.credited_order_number !== null || sale.payment_status === 'refunded';
    case 'ccv':
      return sale.isCredited === true;
    case 'ecwid':
      return sale.paymentStatus === 'REFUNDED' && numberIn(sale, 'refundedAmount') === sale.total;
    case 'salesforce':
      return sale.isGivenBack === true;
    case 'magento':
      return sale.state === 'closed' && sale.total_refunded === sale.grand_total;
    case 'shopify':
      return (
        objectsCount(sale.refunds) === 1 && objectsIn(sale.transactions).some(({ kind }) => kind === 'REFUND')
      );
    default:
      return sale.credited_invoice_id !== null || objectsCount(sale.credit_invoice_ids) === 1;
  }
}

/** In the shop's own words. A cancelled order of Salesforce is gone. */
function isCancelled(system: string, sale: JsonObject): boolean {
  switch (system) {
    case 'ccv':
      return sale.status === cancelledInCcv;
    case 'ecwid':
      return sale.paymentStatus === 'CANCELLED';
    case 'magento':
      return sale.state === 'canceled';
    case 'mijnwebwinkel':
      return sale.status === cancelledInMijnwebwinkel;
    case 'salesforce':
      return sale.IsDeleted === true;
    default:
      return sale.cancelledAt !== null;
  }
}

function objectsCount(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
