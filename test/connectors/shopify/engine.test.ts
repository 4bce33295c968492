import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { mutate, query } from '../../../src/connectors/shopify/graphql.ts';
import { shopify } from '../../../src/connectors/shopify/index.ts';
import { orderSource } from '../../../src/connectors/shopify/orders/source.ts';
import { wanted } from '../../../src/connectors/shopify/scopes.ts';
import { order } from '../../../src/records/order.ts';
import { amountOf, partsTotal } from '../../../src/records/order-parts.ts';
import { DeclaredSystem, type Sent } from '../declared-system.ts';
import { recordings, samples } from '../vendor-samples.ts';
import {
  extensions,
  graphql,
  money,
  moreLinesAnswer,
  orderAnswer,
  refusedWith,
  shopAnswer,
} from './answers.ts';

const tokenHeader = 'x-shopify-access-token';
const shopUrl = 'https://molen.myshopify.com';
const app = { shop: 'molen', clientId: 'client-1', clientSecret: 'hush-hush-1' };
const hourMs = 3_600_000;

let system: DeclaredSystem;

async function open(credentials: Record<string, string> = { shop: 'molen', token: 'shpat_for-good' }) {
  system = await DeclaredSystem.open(shopify, credentials);
}

beforeEach(() => open());

const operation = (cost: number) => ({ document: 'query { shop { name } }', data: z.unknown(), cost });
const ask = (cost: number) => (api: Api) => query(api, operation(cost));
const tag = (api: Api) => mutate(api, { ...operation(10), document: 'mutation { tagsAdd }' }, { id: '1' });

function asksForToken({ url }: Sent): boolean {
  return url.pathname === '/admin/oauth/access_token';
}

function form({ body }: Sent): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** Plays the token service; every other call is the shop's. */
function withTokens(given: Record<string, unknown>, shop: (sent: Sent) => Response) {
  let tokens = 0;
  system.answer = (sent) => {
    if (!asksForToken(sent)) return shop(sent);
    tokens++;
    const rotating = given.refresh_token === undefined ? {} : { refresh_token: `refresh-${tokens}` };
    return Response.json({ access_token: `shpat_${tokens}`, scope: 'read_orders', ...given, ...rotating });
  };
}

const asked = () => system.requests.filter((sent) => !asksForToken(sent));
const tokenRequests = () => system.requests.filter(asksForToken).map(form);
const tokensUsed = () => asked().map(({ headers }) => headers.get(tokenHeader));

describe('calls are authorised', () => {
  test('with a token for good in a header of their own', async () => {
    system.answer = () => Response.json(shopAnswer);
    expect(await system.check()).toEqual({
      name: 'Molenwinkel',
      identity: 'molen',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      traits: {
        country: 'NL',
        pricesIncludeTax: 'true',
        maxVariants: '2048',
        scopes: 'write_orders,read_customers',
      },
    });
    const [sent] = system.requests;
    expect(sent?.url.href).toBe(`${shopUrl}/admin/api/2026-10/graphql.json`);
    expect(sent?.headers.get(tokenHeader)).toBe('shpat_for-good');
    expect(sent?.headers.has('authorization')).toBe(false);
    expect(system.told()).not.toContain('shpat_for-good');
  });

  test('with a token of 24 hours that the own app fetches, once for all calls of a day', async () => {
    await open(app);
    withTokens({ expires_in: 86_399 }, () => Response.json(graphql({})));
    for (let call = 0; call < 3; call++) await system.with(ask(1));
    await system.clock.advance(25 * hourMs);
    await system.with(ask(1));
    expect(tokensUsed()).toEqual(['shpat_1', 'shpat_1', 'shpat_1', 'shpat_2']);
    const grant = { grant_type: 'client_credentials', client_id: 'client-1', client_secret: 'hush-hush-1' };
    expect(tokenRequests()).toEqual([grant, grant]);
  });

  test('with a token that is fetched anew, once, when the shop refuses it', async () => {
    await open(app);
    const refused = { errors: 'The token is not known' };
    withTokens({ expires_in: 86_399 }, ({ headers }) =>
      headers.get(tokenHeader) === 'shpat_1'
        ? Response.json(refused, { status: 401 })
        : Response.json(graphql({})),
    );
    await system.with(tag);
    expect(tokensUsed()).toEqual(['shpat_1', 'shpat_2']);
  });

  test('with access that a merchant gave, whose refresh token is another after every use', async () => {
    await open({ ...app, app: 'installed' });
    withTokens({ expires_in: 3_600, refresh_token: 'refresh', refresh_token_expires_in: 7_776_000 }, () =>
      Response.json(graphql({})),
    );
    const redirectUri = 'https://koppel.example.com/oauth/callback';
    const { url, verifier } = await system.connection.authorizationUrl(redirectUri, 'state-1');
    expect(url.startsWith(`${shopUrl}/admin/oauth/authorize?`)).toBe(true);
    expect(new URL(url).searchParams.get('scope')).toBe(wanted.join(','));
    expect(verifier).toBe('');
    const back = {
      code: 'code-1',
      state: 'state-1',
      shop: 'molen.myshopify.com',
      timestamp: '1',
    };
    const signed = 'code=code-1&shop=molen.myshopify.com&state=state-1&timestamp=1';
    const hmac = createHmac('sha256', app.clientSecret).update(signed).digest('hex');
    const exchange = (answer: Record<string, string>) =>
      system.connection.exchange({
        parameters: new URLSearchParams(answer),
        redirectUri,
        state: 'state-1',
        verifier,
      });
    // Somebody else's shop, another code, no signature at all: none of them is used.
    for (const odd of [
      back,
      { ...back, hmac: 'ab' },
      { ...back, hmac, code: 'code-2' },
      { ...back, hmac, shop: 'a.example' },
    ])
      await expect(exchange(odd)).rejects.toMatchObject({ code: 'access_not_given' });
    expect(tokenRequests()).toEqual([]);
    await exchange({ ...back, hmac });
    for (let hour = 0; hour < 3; hour++) {
      await system.with(ask(1));
      await system.clock.advance(hourMs);
    }
    expect(tokensUsed()).toEqual(['shpat_1', 'shpat_2', 'shpat_3']);
    expect(tokenRequests()).toMatchObject([
      { grant_type: 'authorization_code', code: 'code-1', expiring: '1' },
      { grant_type: 'refresh_token', refresh_token: 'refresh-1', expiring: '1' },
      { grant_type: 'refresh_token', refresh_token: 'refresh-2', expiring: '1' },
    ]);
    expect(system.told()).not.toMatch(/shpat_\d|refresh-\d|hush-hush/);
  });

  test('or not at all: credentials name a token, or an app', () => {
    expect(shopify.credentials.safeParse({ shop: 'molen' }).success).toBe(false);
    expect(shopify.credentials.safeParse({ shop: 'molen', clientId: 'a' }).success).toBe(false);
    expect(shopify.credentials.safeParse({ shop: 'evil.example.com/', token: 'a' }).success).toBe(false);
  });
});

describe('an error inside of a success', () => {
  test.each([
    ['ACCESS_DENIED', 'auth', 'scope_missing'],
    ['SHOP_INACTIVE', 'auth', 'store_suspended'],
    ['MAX_COST_EXCEEDED', 'rejected', 'too_many_records'],
    ['undefinedField', 'rejected', 'refused'],
  ])('%s of a query is %s: %s', async (code, kind, problemCode) => {
    system.answer = () => Response.json(refusedWith(code));
    const problem = await system.problemOf(ask(1));
    expect(problem).toMatchObject({ kind, code: problemCode, params: { systemCode: code } });
    expect(system.said()).toBe(`Refused: ${code}.`);
    expect(system.requests).toHaveLength(1);
  });

  test('of the server is tried again where it was a query, and looked for where it was a mutation', async () => {
    system.answer = (_, number) =>
      Response.json(number === 1 ? refusedWith('INTERNAL_SERVER_ERROR') : graphql({ shop: 1 }));
    expect(await system.with(ask(1))).toEqual({ shop: 1 });
    system.answer = () => Response.json(refusedWith('INTERNAL_SERVER_ERROR'));
    expect(await system.problemOf(tag)).toMatchObject({ kind: 'outcome-unknown', code: 'server_error' });
    expect(system.requests).toHaveLength(3);
  });

  test('that withholds what a mutation made says nothing of its outcome', async () => {
    const withheld = refusedWith('ACCESS_DENIED', { path: ['orderCreate', 'order'] });
    system.answer = () =>
      Response.json({ ...withheld, data: { orderCreate: { order: null, userErrors: [] } } });
    expect(await system.problemOf(tag)).toMatchObject({ kind: 'outcome-unknown', code: 'scope_missing' });
  });

  test('of the user is rejected with its field', async () => {
    const userErrors = [{ field: ['input', 'phone'], message: 'Phone has been taken', code: 'TAKEN' }];
    system.answer = () => Response.json(graphql({ customerSet: { customer: null, userErrors } }));
    expect(await system.problemOf(tag)).toMatchObject({
      kind: 'rejected',
      code: 'refused',
      params: { systemCode: 'TAKEN', fields: ['input.phone'] },
    });
    expect(system.said()).toBe('input.phone: Phone has been taken (TAKEN)');
  });

  test.each([
    [402, 'auth', 'store_suspended'],
    [404, 'auth', 'shop_not_found'],
    [423, 'auth', 'store_suspended'],
    [503, 'outcome-unknown', 'server_error'],
  ])('comes after the status: %i is %s, %s', async (status, kind, code) => {
    system.answer = () => Response.json({ errors: 'Unavailable Shop' }, { status });
    expect(await system.problemOf(tag)).toMatchObject({ kind, code });
  });
});

describe('the bucket of points', () => {
  const throttled = {
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: extensions({ requested: 412, available: 118 }),
  };

  test.each([
    ['query', ask(412)],
    ['mutation', tag],
  ])(
    'that has too little for a %s is waited for as long as it needs, and nothing was done',
    async (_, work) => {
      system.answer = () => Response.json(throttled);
      const problem = await system.problemOf(work);
      expect(problem).toMatchObject({ kind: 'retry', code: 'rate_limited' });
      expect(problem.retryAt).toBe(system.clock.now() + 2_940);
      expect(await system.problemOf(work)).toMatchObject({ kind: 'wait', code: 'rate_limited' });
      expect(system.requests).toHaveLength(1);
      system.answer = () => Response.json(graphql({}));
      await system.clock.advance(3_000);
      await system.with(work);
      expect(system.requests).toHaveLength(2);
    },
  );

  test('is what answers say, not what is declared: a call goes when its points are there', async () => {
    system.answer = () => Response.json(graphql({}, { available: 40 }));
    await system.with(ask(10));
    const start = system.clock.now();
    await system.with(ask(30));
    expect(system.clock.now()).toBe(start);
    await system.with(ask(140));
    // 100 points a second, of which 100 were missing.
    expect(system.clock.now() - start).toBeGreaterThanOrEqual(1_000);
    expect(system.clock.now() - start).toBeLessThan(1_100);
    expect((await system.problemOf(ask(900))).kind).toBe('wait');
  });
});

describe('orders', () => {
  const row = (number: number, updatedAt: string) => ({
    id: `gid://shopify/Order/${number}`,
    updatedAt,
    currentTotalPriceSet: money('12.1'),
    totalRefundedSet: money('0.0'),
  });
  const page = (nodes: unknown[], endCursor: string | null) =>
    graphql({ list: { pageInfo: { hasNextPage: endCursor !== null, endCursor }, nodes } });

  beforeEach(async () => {
    system.answer = () => Response.json(shopAnswer);
    await system.check();
    system.requests.length = 0;
  });

  test('that changed are read in the order of change, page by page, with one bound', async () => {
    const at = '2026-03-02T11:58:00Z';
    const pages = [page([row(1, at), row(2, at)], 'c1'), page([row(2, at), row(3, at)], null)];
    system.answer = () => Response.json(pages[system.requests.length - 1] ?? page([row(3, at)], null));
    expect(await system.poll(orderSource)).toEqual(['1', '2', '3']);
    const sent = system.requests.map(({ body }) => JSON.parse(body));
    const filter = "updated_at:>='2026-03-02T11:50:00Z' AND updated_at:<='2026-03-02T12:00:00Z'";
    expect(sent.map(({ variables }) => variables)).toEqual([
      { filter, after: null },
      { filter, after: 'c1' },
    ]);
    expect(sent[0].query).toContain('sortKey: UPDATED_AT');
    expect(await system.poll(orderSource)).toEqual([]);
  });

  test('are read whole, with every page of their lines, and add up', async () => {
    system.answer = ({ body }) =>
      Response.json(JSON.parse(body).variables.after === 'l1' ? moreLinesAnswer : orderAnswer);
    const read = await system.with((api) => orderSource.get(api, '5512345678901'));
    const record = order.parse(read);
    expect(record).toMatchObject({
      number: '#2201',
      // Half past midnight in Amsterdam.
      date: '2026-03-02',
      paid: true,
      customer: { kind: 'person', name: 'Wilma Smit', address: { street: 'Dijk 5', country: 'NL' } },
      vatByRate: [{ rate: '21', vat: '13.65' }],
    });
    expect(record.lines.map(({ name, sku }) => [name, sku])).toEqual([
      ['Tas – Groen', 'TAS-1'],
      ['Tas', 'TAS-2'],
    ]);
    expect(record.lines.map((line) => amountOf(line).toFixed(2))).toEqual(['48.40', '24.20']);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(record.gross);
  });

  test('that are gone, or whose key cannot be one, are none', async () => {
    system.answer = () => Response.json(graphql({ order: null }));
    expect(await system.with((api) => orderSource.get(api, '9'))).toBeNull();
    expect(await system.with((api) => orderSource.get(api, '") { evil }'))).toBeNull();
    expect(system.requests).toHaveLength(1);
  });

  test('are asked for by queries, which are sent again after a broken connection', async () => {
    system.answer = (_, number) => {
      if (number === 1) throw new TypeError('fetch failed');
      return Response.json(page([], null));
    };
    expect(await system.poll(orderSource)).toEqual([]);
    expect(system.requests).toHaveLength(2);
  });
});

test.each(samples('shopify', /^graphql-/))(
  'a recorded answer is a refusal where it says so: $name',
  (sample) => {
    for (const { status, response } of recordings(sample)) {
      const text = JSON.stringify(response);
      const isRefusal = status >= 400 || /"errors":|"userErrors":\[\{/.test(text);
      const refusal = shopify.readError({ status, headers: new Headers(), body: response });
      expect(refusal !== null, text).toBe(isRefusal);
    }
  },
);
