import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { type LookupName, optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { consoleLog } from '../../../src/engine/log.ts';
import { order } from '../../../src/records/order.ts';
import { amountOf, partsTotal } from '../../../src/records/order-parts.ts';
import { en } from '../../../src/texts/en.ts';
import { tellProblem } from '../../../src/texts/tell.ts';
import { DeclaredSystem, queryOf, routes } from './declared-system.ts';
import {
  creditAnswer,
  errorAnswer,
  listed,
  orderAnswer,
  problemAnswer,
  storeAnswer,
} from './mijnwebwinkel/answers.ts';
import { articles } from './mijnwebwinkel/articles.ts';
import { mijnwebwinkel } from './mijnwebwinkel/index.ts';
import { instantOf, localText } from './mijnwebwinkel/local-time.ts';
import { orderFromWire } from './mijnwebwinkel/order-to-record.ts';
import { orderWire } from './mijnwebwinkel/order-wire.ts';
import { orderSource } from './mijnwebwinkel/orders.ts';
import { stockTarget } from './mijnwebwinkel/stock.ts';
import { samples } from './vendor-samples.ts';

const tokens = { storeToken: 'store/token+1', partnerToken: 'partner-token-2' };
const inTheClear = /store\/token|store%2Ftoken|partner-token/i;

let system: DeclaredSystem;

beforeEach(async () => {
  system = await DeclaredSystem.open(mijnwebwinkel, tokens);
  system.answer = routes({ 'GET /v1/store': () => storeAnswer });
  await system.check();
  system.requests.length = 0;
});

const read = (api: Api) => api.get(path`/orders`, z.unknown(), { limit: 1, from: '2026-03-02 10:00:00' });
const credit = (api: Api) => api.create(path`/orders/credit`, { status: 10 }, z.unknown());

describe('both tokens', () => {
  test('go behind the query of every call, whatever its verb', async () => {
    system.answer = () => Response.json([]);
    await system.with(read);
    await system.with(credit);
    const [got, made] = system.requests;
    expect(got?.url.href).toBe(
      'https://api.myonlinestore.com/v1/orders?limit=1&from=2026-03-02%2010%3A00%3A00' +
        '&token=store%2Ftoken%2B1&partner_token=partner-token-2',
    );
    expect(made && queryOf(made)).toEqual({ token: 'store/token+1', partner_token: 'partner-token-2' });
    expect([...(got?.headers.keys() ?? [])]).toEqual(['accept']);
  });

  test('are in no record of what was sent and received', async () => {
    system.answer = ({ url }) => Response.json({ self: url.href, tokens });
    await system.with(read);
    expect(JSON.stringify(system.recorder.payload())).toContain('/v1/orders?limit=1');
    expect(system.told()).not.toMatch(inTheClear);
  });

  test.each([
    [
      'a refusal that repeats them',
      () => Response.json({ message: `No access with ${tokens.storeToken}` }, { status: 422 }),
    ],
    [
      'a refusal of them',
      () => Response.json({ code: 401, message: 'token=store%2Ftoken%2B1' }, { status: 401 }),
    ],
    [
      'a page of a gateway',
      () => new Response(`<p>partner_token=${tokens.partnerToken}</p>`, { status: 502 }),
    ],
    [
      'a broken connection that tells the address',
      () => {
        throw new TypeError(
          `fetch failed: https://api.myonlinestore.com/v1/orders?token=${tokens.storeToken}`,
        );
      },
    ],
  ])('are in no problem, log line or error after %s', async (_, answer) => {
    system.answer = answer;
    const problem = await system.problemOf(credit);
    const lines: string[] = [];
    const written = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    consoleLog('mugs').error('call', { code: problem.code }, problem);
    written.mockRestore();
    expect(lines).toHaveLength(1);
    const told = [
      problem.toData(),
      problem.message,
      problem.stack,
      tellProblem(problem, en),
      lines,
      system.told(),
    ];
    expect(JSON.stringify(told)).not.toMatch(inTheClear);
  });
});

describe('errors', () => {
  test.each([
    [
      'a problem with its fields',
      422,
      problemAnswer,
      'rejected',
      'refused',
      'The order is not valid. (debtor.address: is missing must be an object)',
    ],
    [
      'an error of its own form',
      400,
      errorAnswer,
      'rejected',
      'refused',
      'Unknown status (Status 99 is not known.)',
    ],
    ['a refused token', 403, { message: 'No' }, 'auth', 'credentials_refused', 'No'],
    ["a refusal that may be a gateway's", 403, {}, 'outcome-unknown', 'credentials_refused', ''],
    ['nothing that can be read', 500, '<html>', 'outcome-unknown', 'server_error', ''],
  ])('as %s', async (_, status, body, kind, code, said) => {
    system.answer = () => Response.json(body, { status });
    const problem = await system.problemOf(credit);
    expect(problem).toMatchObject({ kind, code });
    expect(problem.params.fields).toEqual(said.includes('debtor') ? ['debtor.address'] : undefined);
    expect(system.said()).toBe(said);
  });

  test('of too many calls are waited out, longer where the system says so', async () => {
    system.answer = () => Response.json({ message: 'Too many' }, { status: 429 });
    const problem = await system.problemOf(credit);
    expect(problem).toMatchObject({ kind: 'retry', retryAt: system.clock.now() + 10_000 });
    await system.clock.advance(10_000);
    system.answer = () => Response.json({}, { status: 429, headers: { 'retry-after': '30' } });
    expect((await system.problemOf(credit)).retryAt).toBe(system.clock.now() + 30_000);
  });
});

test('no more than two calls a second go out', async () => {
  const at: number[] = [];
  system.answer = () => {
    at.push(system.clock.now());
    return Response.json([]);
  };
  await system.clock.advance(1_000);
  await system.with((api) => Promise.all(Array.from({ length: 6 }, () => read(api))));
  for (const [index, moment] of at.entries()) {
    expect(moment - (at[index - 2] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1_000);
  }
  expect(at).toHaveLength(6);
});

test('lists are read bare and in an envelope', async () => {
  const statuses = [
    { status: 3, description: 'Betaald', credit_order: false },
    { status: 10, description: 'Gecrediteerd', credit_order: true },
  ];
  const gateways = [{ name: 'basic', methods: [{ name: 'cash', displayName: 'Contant' }] }];
  system.answer = routes({
    'GET /v1/orderstatuses': () => statuses,
    'GET /v1/payment/stores/me/gateways': () => ({ gateways }),
  });
  const optionsIn = (name: LookupName) =>
    system.with(async (api) => {
      const list = mijnwebwinkel.lookups?.[name];
      return list && optionsOf(list, async () => api);
    });
  expect(await optionsIn('orderStatuses')).toEqual([{ value: '3', label: 'Betaald' }]);
  expect(await optionsIn('paymentMethods')).toEqual([{ value: 'cash', label: 'Contant' }]);
  system.answer = routes({ 'GET /v1/orderstatuses': () => ({ orderstatuses: statuses }) });
  expect(await optionsIn('orderStatuses')).toHaveLength(1);
});

describe('orders that changed', () => {
  let placed: ReturnType<typeof listed>[];
  let moved: ReturnType<typeof listed>[];

  beforeEach(() => {
    placed = [];
    moved = [];
    system.answer = routes({
      'GET /v1/orders': (sent) => {
        const { limit, offset, start_date } = queryOf(sent);
        const all = start_date === undefined ? moved : placed;
        return all.slice(Number(offset), Number(offset) + Number(limit));
      },
    });
  });

  test('are found by comparison, also where only the payment moved', async () => {
    placed = [listed(1), listed(2), listed(3, { date: '2026-03-02', time: '12:55:00' })];
    // Only the third was placed within the window.
    expect(await system.poll(orderSource)).toEqual(['3']);
    expect(await system.poll(orderSource)).toEqual([]);
    placed[1] = listed(2, { payment_status: 'captured' });
    placed.push(listed(4, { date: '2026-03-02', time: '13:00:00' }));
    expect(await system.poll(orderSource)).toEqual(['2', '4']);
  });

  test('are read to a short page, the oldest first, over two months', async () => {
    placed = Array.from({ length: 250 }, (_, index) => listed(index + 1));
    await system.poll(orderSource);
    const queries = system.requests.map(queryOf).filter(({ start_date }) => start_date !== undefined);
    expect(queries.map(({ offset }) => offset)).toEqual(['0', '100', '200']);
    expect(queries[0]).toMatchObject({ start_date: '2026-01-01', ordering: 'asc', limit: '100' });
    placed[240] = listed(241, { status: 2 });
    expect(await system.poll(orderSource)).toEqual(['241']);
  });

  test('and are older than that are found by their status, in the time of the shop', async () => {
    moved = [
      listed(5, { date: '2025-06-01', status_changed_date: '2026-03-02', status_changed_time: '12:58:00' }),
      listed(6),
    ];
    expect(await system.poll(orderSource)).toEqual(['5']);
    expect(system.requests.map(queryOf).at(-1)).toMatchObject({
      status_changed_start_date: '2026-03-02 12:50:00',
    });
    expect(await system.poll(orderSource)).toEqual([]);
  });

  test('are those that a credit order credits', async () => {
    placed = [listed(1)];
    await system.poll(orderSource);
    placed.push(listed(7, { credited_order_number: 1 }));
    expect(await system.poll(orderSource)).toEqual(['1']);
  });
});

describe('an order', () => {
  beforeEach(() => {
    system.answer = routes({
      'GET /v1/orders/2301': () => orderAnswer,
      'GET /v1/orders/2310': () => creditAnswer,
      'GET /v1/orders/.*': () => Response.json({}, { status: 404 }),
      'PATCH /v1/orders/2301': () => orderAnswer,
    });
  });

  test('is read with what was credited of it, and adds up', async () => {
    const record = order.parse(await system.with((api) => orderSource.get(api, '2301')));
    expect(record).toMatchObject({
      placedAt: '2026-03-01T19:15:00.000Z',
      date: '2026-03-01',
      paid: true,
      customer: { kind: 'person', language: 'nl', address: { street: 'Dijk 5b', country: 'NL' } },
      discounts: [{ amount: '2', vatRate: '21' }],
      gross: '24.85',
      vat: '3.3',
      refunded: '10.9',
    });
    expect(record.fees.map(({ amount, vatRate }) => [amount, vatRate])).toEqual([
      ['0.21', '9'],
      ['0.79', '21'],
    ]);
    expect(record.lines.map((line) => amountOf(line).toFixed(2))).toEqual(['10.00', '10.90']);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('24.85');
  });

  test('is none where it is a credit order, is gone, or has a key that leads elsewhere', async () => {
    for (const key of ['2310', '9', '..', '../store']) {
      expect(await system.with((api) => orderSource.get(api, key))).toBeNull();
    }
  });

  test('takes a status back, once', async () => {
    await system.with(async (api) => orderSource.writeBack?.(api, '2301', { status: '2' }));
    await system.with(async (api) => orderSource.writeBack?.(api, '2301', { status: '3' }));
    const writes = system.requests.filter(({ method }) => method === 'PATCH');
    expect(writes.map(({ body }) => body)).toEqual(['{"status":2}']);
  });
});

describe('stock', () => {
  /** 101 articles, of which the tenth has no SKU. */
  const articles = Array.from({ length: 101 }, (_, index) => ({
    id: 3_001 + index,
    sku: index === 9 ? '' : `MOK-${index}`,
  }));

  beforeEach(() => {
    system.answer = routes({
      'GET /v1/articles': (sent) => {
        const { limit, offset } = queryOf(sent);
        return articles.slice(Number(offset), Number(offset) + Number(limit));
      },
      'GET /v1/articles/3002': () => ({ sku: 'MOK-1', stock: 4 }),
      'PATCH /v1/articles/\\d+': () => ({}),
    });
  });

  test('finds its articles by walking through all of them, page by page', async () => {
    const { skus } = stockTarget;
    if (skus.kind !== 'by-walk') throw new Error('cannot be searched by SKU');
    const first = await system.with((api) => skus.page(api, null));
    expect([first.ids.size, first.ids.get('MOK-0'), first.ids.has('')]).toEqual([99, '3001', false]);
    const second = await system.with((api) => skus.page(api, first.next));
    expect([...second.ids, second.next]).toEqual([['MOK-100', '3101'], null]);
    expect(system.requests.map((sent) => queryOf(sent).offset)).toEqual(['0', '100']);
  });

  test('is read and written as an absolute number, an article a call', async () => {
    const standing = await system.with((api) => stockTarget.standing(api, ['3002'], null));
    expect([...standing]).toEqual([['3002', { sku: 'MOK-1', managed: true, available: '4' }]]);
    system.requests.length = 0;
    const change = { id: '3002', sku: 'MOK-1', quantity: '12', standing: {} };
    expect(await system.with((api) => stockTarget.set(api, [change], null))).toEqual([{ kind: 'written' }]);
    expect(system.requests.map(({ method, url, body }) => [method, url.pathname, body])).toEqual([
      ['PATCH', '/v1/articles/3002', '{"stock":12}'],
    ]);
  });
});

test.each([
  ['2026-01-15', '10:00:00', '2026-01-15T09:00:00.000Z'],
  ['2026-07-15', '00:30:00', '2026-07-14T22:30:00.000Z'],
  ['2026-03-29', '03:00:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '03:00:00', '2026-10-25T02:00:00.000Z'],
])('%s %s in the shop is %s', (date, time, instant) => {
  const found = instantOf(date, time, 'Europe/Amsterdam');
  expect(found?.toISOString()).toBe(instant);
  expect(found && localText(found, 'Europe/Amsterdam')).toBe(`${date} ${time}`);
});

test.each(samples('myonlinestore', /^openapi-example\.Order\.json$/))(
  'the documented order is read and adds up: $name',
  ({ content }) => {
    const wire = orderWire.parse(content);
    const record = order.parse(orderFromWire({ wire, placedAt: new Date(0), credits: [] }));
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(Number(record.gross).toFixed(2));
  },
);

test('articles cannot be searched by SKU: they are walked through, page by page', async () => {
  const all = Array.from({ length: 150 }, (_, index) => ({
    id: index + 1,
    sku: index === 3 ? '' : `SKU-${index}`,
  }));
  system.answer = ({ url }) => {
    const offset = Number(url.searchParams.get('offset'));
    return Response.json(all.slice(offset, offset + Number(url.searchParams.get('limit'))));
  };
  expect(articles.kind).toBe('by-walk');
  if (articles.kind !== 'by-walk') return;
  const { page } = articles;
  const first = await system.with((api) => page(api, null));
  const second = await system.with((api) => page(api, first.next));
  expect([first.ids.size, second.ids.size, second.next]).toEqual([99, 50, null]);
  expect(second.ids.get('SKU-149')).toBe('150');
});
