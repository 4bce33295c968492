import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { clientId, clientSecret, shopDomain } from '../../../sandbox/shopify/settings.ts';
import { at, TestShop } from './shop.ts';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const client = `client_id=${clientId}&client_secret=${clientSecret}`;
const shopQuery = { query: '{ shop { name } }' };

async function token(shop: TestShop, body: string): Promise<Record<string, unknown>> {
  return (await shop.post('/admin/oauth/access_token', body, form)).json() as Promise<
    Record<string, unknown>
  >;
}

it('gives a token for client credentials that lives for a day', async () => {
  const shop = new TestShop();
  const given = await token(shop, `grant_type=client_credentials&${client}`);
  expect(given).toMatchObject({ expires_in: 86_399, access_token: expect.stringMatching(/^shpat_/) });
  const ask = () =>
    shop.post('/admin/api/2026-10/graphql.json', shopQuery, {
      'X-Shopify-Access-Token': String(given.access_token),
    });
  expect((await ask()).status).toBe(200);
  shop.world.pass(86_399_000);
  expect((await ask()).status).toBe(401);
  expect(
    await token(shop, `grant_type=client_credentials&client_id=${clientId}&client_secret=no`),
  ).toMatchObject({ error: 'invalid_client' });
});

it('signs the way back from the consent, and changes its code for a token once', async () => {
  const shop = new TestShop();
  const url = `https://${shopDomain}/admin/oauth/authorize?client_id=${clientId}&scope=read_orders&state=nonce&redirect_uri=${encodeURIComponent('https://koppel.example.com/back')}`;
  const answer = await shop.standIn.handle(new Request(url));
  const back = new URL(answer.headers.get('Location') ?? '');
  const { hmac, ...query } = Object.fromEntries(back.searchParams);
  const message = Object.keys(query)
    .sort()
    .map((name) => `${name}=${query[name]}`)
    .join('&');
  expect(hmac).toBe(createHmac('sha256', clientSecret).update(message).digest('hex'));
  expect(query).toMatchObject({ shop: shopDomain, state: 'nonce' });
  const code = `${client}&code=${query.code}&expiring=1`;
  const given = await token(shop, code);
  expect(given).toMatchObject({ expires_in: 3600, refresh_token: expect.stringMatching(/^shprt_/) });
  expect(await token(shop, code)).toMatchObject({ error: 'invalid_grant' });
  expect(
    await token(shop, `${client}&grant_type=refresh_token&refresh_token=${given.refresh_token}`),
  ).toMatchObject({ expires_in: 3600 });
});

it('names the scope that is missing; the fields beside it are answered', async () => {
  const shop = new TestShop({ seeded: true });
  shop.standIn.change({ scopes: ['read_orders', 'read_all_orders'] });
  const answer = await shop.ask(
    '{ shop { name } orders(first: 1) { nodes { name customer { id } } } customers(first: 1) { nodes { id } } }',
  );
  expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe('ACCESS_DENIED');
  expect(at(answer, 'errors', 0, 'message')).toContain('read_customers');
  const write =
    'mutation { tagsAdd(id: "gid://shopify/Order/5512345678901", tags: ["a"]) { userErrors { message } } }';
  expect(at(await shop.ask(write), 'errors', 0, 'message')).toContain('write_orders');
});

it('people are null without approval for them, although a mutation was done (sheet 2)', async () => {
  const shop = new TestShop();
  shop.standIn.change({ notApproved: ['Customer'] });
  const answer = await shop.ask(
    'mutation { customerCreate(input: { email: "a@example.com" }) { customer { id } userErrors { message } } }',
  );
  expect(at(answer, 'data', 'customerCreate', 'customer')).toBeNull();
  expect(at(answer, 'errors', 0, 'message')).toContain('not approved to access the Customer object');
  shop.standIn.change({ notApproved: [] });
  expect(at(await shop.data('{ customers(first: 5) { nodes { email } } }'), 'customers', 'nodes')).toEqual([
    { email: 'a@example.com' },
  ]);
});

it('an expired version falls forward, an unknown one is not found', async () => {
  const shop = new TestShop();
  const asked = (version: string) => shop.post(`/admin/api/${version}/graphql.json`, shopQuery);
  expect((await asked('2025-01')).headers.get('X-Shopify-API-Version')).toBe('2026-01');
  expect((await asked('2026-10')).headers.get('X-Shopify-API-Version')).toBe('2026-10');
  expect((await asked('2027-01')).status).toBe(404);
  expect((await asked('2026-02')).status).toBe(404);
  shop.standIn.change({ frozen: true });
  expect((await asked('2026-10')).status).toBe(402);
});

it('refuses a query that costs more than a thousand points, and bodies that are no query', async () => {
  const shop = new TestShop();
  const dear =
    '{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { product { variants(first: 250) { nodes { id } } } } } } } }';
  expect(at(await shop.ask(dear), 'errors', 0, 'extensions', 'code')).toBe('MAX_COST_EXCEEDED');
  expect((await shop.post('/admin/api/2026-10/graphql.json', '{')).status).toBe(400);
  expect(at(await shop.ask('{ shop {'), 'errors', 0, 'message')).toContain('Syntax Error');
});

it('prices are those that were recorded (sheet 3.1), or one point from it', async () => {
  const shop = new TestShop();
  const price = async (query: string) =>
    at(await shop.ask(query), 'extensions', 'cost', 'requestedQueryCost');
  expect(await price('{ products(first: 50) { nodes { id } } }')).toBe(9);
  expect(await price('{ products(first: 250) { nodes { id } } }')).toBe(13);
  expect(await price('{ products(first: 50) { nodes { variants(first: 100) { nodes { id } } } } }')).toBe(
    106,
  );
  expect(await price('mutation { productCreate(product: { title: "A" }) { userErrors { message } } }')).toBe(
    11,
  );
});

it('a snapshot holds everything', async () => {
  const shop = new TestShop({ seeded: true });
  const other = new TestShop();
  const kept = JSON.parse(JSON.stringify(shop.standIn.snapshot()));
  other.standIn.restore(kept);
  expect(other.standIn.state()).toEqual(shop.standIn.state());
});
