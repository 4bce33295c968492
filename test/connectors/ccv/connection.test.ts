import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ccv } from '../../../src/connectors/ccv/index.ts';
import { orderSource } from '../../../src/connectors/ccv/orders/source.ts';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { DeclaredSystem, routes, type Sent } from '../declared-system.ts';
import { samples, sheet } from '../vendor-samples.ts';
import { page, refusedWith, settingsAnswer, webshopsAnswer, zonesAnswer } from './answers.ts';

const keys = { address: 'https://molen.example', publicKey: 'public-1', secretKey: 'never-to-be-seen' };

let system: DeclaredSystem;

/** A connection that knows its account. */
async function open(credentials: Record<string, string> = keys, isTill = false, clock = new VirtualClock()) {
  system = await DeclaredSystem.open(ccv, credentials, clock);
  system.answer = routes({
    'GET /api/rest/v1/webshops/': () => webshopsAnswer(isTill),
    'GET /api/rest/v1/webshops/31/settings/': () => settingsAnswer,
    'GET /api/rest/v1/webshops/31/merchant/': () => ({ country_code: 'NL' }),
    'GET /api/rest/v1/webshops/31/geozonecountries/': () => zonesAnswer,
  });
  await system.check();
  system.requests.length = 0;
}

beforeEach(() => open());

/** As the vendor's own client signs what it sends: over the request as it arrived. */
function signatureOf({ method, url, headers, body }: Sent, { publicKey, secretKey }: typeof keys): string {
  const message = `${publicKey}|${method}|${url.pathname}${url.search}|${body}|${headers.get('x-date')}`;
  return createHmac('sha512', secretKey).update(message, 'utf8').digest('hex');
}

const read = (api: Api) => api.get(path`/orders/`, z.unknown());
const make = (api: Api) => api.create(path`/users/`, { username: 'wilma@example.nl' }, z.unknown());
const change = (api: Api) => api.patch(path`/products/7/`, { stock: 4 });

describe('every request is signed', () => {
  test.each([
    [
      'its path and query',
      (api: Api) =>
        api.get(path`/orders/`, z.unknown(), {
          min_create_date: '2026-01-01T00:00:00Z',
          q: "é (*)'!",
          paid: true,
        }),
    ],
    ['its body', (api: Api) => api.patch(path`/orders/5/`, { status: 5, note: 'Café "Olé" €/👍' })],
    ['a body that makes something', make],
    ['nothing but its method', (api: Api) => api.delete(path`/webhooks/9/`)],
  ])('with %s, as they are sent', async (_, work) => {
    system.answer = () => Response.json({});
    await system.with<unknown>(work);
    const [sent] = system.requests;
    if (sent === undefined) throw new Error('nothing was sent');
    expect(sent.headers.get('x-public')).toBe('public-1');
    expect(sent.headers.get('x-date')).toBe('2026-03-02T12:00:00Z');
    expect(sent.headers.get('x-hash')).toBe(signatureOf(sent, keys));
    expect(system.told()).not.toContain('never-to-be-seen');
  });

  test('anew when it is sent again', async () => {
    system.answer = (_, number) => (number === 1 ? new Response('', { status: 502 }) : Response.json({}));
    await system.with(async (api) => {
      await system.clock.sleep(900);
      return read(api);
    });
    const dates = system.requests.map(({ headers }) => headers.get('x-date'));
    const hashes = system.requests.map(({ headers }) => headers.get('x-hash'));
    expect(dates).toEqual(['2026-03-02T12:00:00Z', '2026-03-02T12:00:01Z']);
    expect(hashes).toEqual(system.requests.map((sent) => signatureOf(sent, keys)));
    expect(new Set(hashes).size).toBe(2);
  });

  test('and a secret that the shop repeats is not told', async () => {
    system.answer = () => Response.json({ developermessage: 'never-to-be-seen is wrong' }, { status: 401 });
    const problem = await system.problemOf(make);
    expect(problem).toMatchObject({
      kind: 'auth',
      code: 'credentials_refused',
    });
    expect(system.said()).toBe('… is wrong');
    expect(system.told()).not.toContain('never-to-be-seen');
  });
});

describe('the media type is that', () => {
  test.each([
    ['of a shop', false, 'application/vnd.verto.webshop+json'],
    ['of a till, where the account is one', true, 'application/vnd.verto.salespos+json'],
  ])('%s', async (_, isTill, accept) => {
    await open(keys, isTill);
    expect(system.connection.account?.traits.till).toBe(String(isTill));
    system.answer = () => Response.json(page('/orders/', 0, []));
    await system.poll(orderSource);
    const accepted = system.requests.map(({ headers }) => headers.get('accept'));
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted)).toEqual(new Set([accept]));
  });
});

describe('a refusal', () => {
  test.each([
    ['500.40', 'rejected', 'refused'],
    ['500.60', 'rejected', 'feature_not_available'],
    ['500.20', 'outcome-unknown', 'server_error'],
    [null, 'outcome-unknown', 'server_error'],
    ['501.10', 'rejected', 'refused'],
    ['429.10', 'retry', 'rate_limited'],
    ['429.11', 'retry', 'rate_limited'],
    ['500.10', 'retry', 'rate_limited'],
  ])('with code %s of what was to be made is %s, %s', async (code, kind, problemCode) => {
    system.answer = () => refusedWith(code);
    const problem = await system.problemOf(make);
    expect(problem).toMatchObject({ kind, code: problemCode });
    expect(problem.params.systemCode).toBe(code ?? undefined);
    expect(problem.params).not.toHaveProperty('said');
    expect(system.said()).toBe(code === null ? 'It cannot be done' : `It cannot be done (${code})`);
    expect(system.requests).toHaveLength(1);
  });

  test('without a code is tried again where it was a read, and with one is not', async () => {
    system.answer = () => refusedWith(null);
    expect(await system.problemOf(read)).toMatchObject({ kind: 'retry', code: 'server_error' });
    expect(system.requests).toHaveLength(2);
    system.answer = () => refusedWith('500.70');
    expect(await system.problemOf(read)).toMatchObject({ kind: 'rejected', code: 'refused' });
    expect(system.requests).toHaveLength(3);
  });

  test('of one call too many stops all of them for a minute', async () => {
    system.answer = () => refusedWith('429.11');
    const at = system.clock.now() + 60_000;
    expect(await system.problemOf(read)).toMatchObject({ retryAt: at });
    expect(await system.problemOf(change)).toMatchObject({ kind: 'wait', retryAt: at });
    system.answer = () => Response.json({});
    await system.clock.advance(60_000);
    await system.with(change);
    expect(system.requests).toHaveLength(2);
  });
});

describe('a minute holds', () => {
  const product = (id: number) => (api: Api) => api.get(path`/products/${id}/`, z.unknown());
  const rows = (id: number) => (api: Api) => api.get(path`/orders/${id}/orderrows/`, z.unknown());
  const lookup = (api: Api) => api.get(path`/productqueries/`, z.unknown(), { productnumber: 'LAMP' });

  beforeEach(async () => {
    system.answer = () => Response.json({});
    await system.clock.advance(60_000);
  });

  async function many(calls: number, work: (api: Api) => Promise<unknown>) {
    await system.with(async (api) => {
      for (let call = 0; call < calls; call++) await work(api);
    });
  }

  test.each([
    [150, 'reads of a route, whichever record is read', product(1), product(2)],
    [100, 'changes of a route', change, (api: Api) => api.patch(path`/products/8/`, {})],
    [30, 'look-ups of products', lookup, lookup],
  ])('%i %s', async (calls, _, work, other) => {
    await many(calls, work);
    expect(await system.problemOf(other)).toMatchObject({ kind: 'wait', code: 'rate_limited' });
    // Every other route has its own.
    await system.with(rows(1));
    await system.with((api) => api.delete(path`/products/7/`));
    expect(system.requests).toHaveLength(calls + 2);
    await system.clock.advance(61_000);
    await system.with(other);
  });
});

test.each(samples('ccv', /own-example\.error/))('a documented error is a refusal: $name', ({ content }) => {
  const { status } = content as { status: number };
  const refusal = ccv.readError({ status, headers: new Headers(), body: content });
  expect(refusal?.kind).toBe(status === 429 ? 'retry' : 'rejected');
});

/** Vectors of the sheet: what is signed, and its hash. */
const [, secretKey = ''] = /secret `(\w+)`/.exec(sheet('ccv') ?? '') ?? [];
const vectors = [
  ...(sheet('ccv') ?? '').matchAll(/^data = (demo_[^|]+\|(?:GET|PATCH)\|.*)\nhash = ([0-9a-f]{128})$/gm),
];

test.each(vectors.map(([, data = '', hash = '']) => ({ data, hash })))(
  'a vector of the sheet comes out: $data',
  async ({ data, hash }) => {
    const [publicKey = '', method = '', uri = '', body = '', date = ''] = data.split('|');
    await open(
      { address: 'https://shop.example.com', publicKey, secretKey },
      false,
      new VirtualClock(Date.parse(date)),
    );
    system.answer = () => Response.json({});
    const target = new URL(uri.replace('/api/rest/v1', ''), 'https://shop.example.com');
    await system.with<unknown>((api) =>
      method === 'GET'
        ? api.get({ text: target.pathname }, z.unknown(), Object.fromEntries(target.searchParams))
        : api.patch({ text: target.pathname }, JSON.parse(body)),
    );
    const [sent] = system.requests;
    expect(sent?.headers.get('x-date')).toBe(date);
    expect(sent?.headers.get('x-hash')).toBe(hash);
  },
);
