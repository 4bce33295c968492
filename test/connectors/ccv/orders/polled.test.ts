/** Orders that changed, through the engine: a large shop is walked through in parts, and what is new does not wait for it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { ccv } from '../../../../src/connectors/ccv/index.ts';
import { orderSource } from '../../../../src/connectors/ccv/orders/source.ts';
import { DeclaredSystem, queryOf, routes, type Sent } from '../../declared-system.ts';
import { page, settingsAnswer, webshopsAnswer, zonesAnswer } from '../answers.ts';

type Row = Record<string, unknown> & { id: number; create_date: string };

let system: DeclaredSystem;
let orders: Row[];
let invoices: Row[];

const row = (id: number, more: Partial<Row> = {}): Row => ({
  ...{ id, create_date: '2026-02-20T10:00:00Z', status: 1, paid: false, total_price: 10 },
  ...more,
});

const listed = (rows: () => readonly Row[]) => (sent: Sent) => {
  const { start = '0', size = '100', min_create_date = '' } = queryOf(sent);
  const all = rows().filter(({ create_date }) => create_date >= min_create_date);
  const [from, to] = [Number(start), Number(start) + Number(size)];
  return page(sent.url.pathname, from, all.slice(from, to), to < all.length ? to : null);
};

beforeEach(async () => {
  system = await DeclaredSystem.open(ccv, {
    address: 'https://molen.example',
    publicKey: 'p',
    secretKey: 's',
  });
  orders = Array.from({ length: 2_300 }, (_, index) => row(index + 1));
  invoices = [];
  system.answer = routes({
    'GET /api/rest/v1/webshops/': () => webshopsAnswer(true),
    'GET /api/rest/v1/webshops/31/settings/': () => settingsAnswer,
    'GET /api/rest/v1/webshops/31/merchant/': () => ({ country_code: 'NL' }),
    'GET /api/rest/v1/webshops/31/geozonecountries/': () => zonesAnswer,
    'GET /api/rest/v1/orders/': listed(() => orders),
    'GET /api/rest/v1/invoices/': listed(() => invoices),
    'GET /api/rest/v1/returns/': listed(() => []),
  });
  await system.check();
  await poll();
  system.requests.length = 0;
});

async function poll(): Promise<string[]> {
  await system.clock.advance(300_000);
  return system.poll(orderSource);
}

const now = () => `${new Date(system.clock.now()).toISOString().slice(0, 19)}Z`;

describe('of a shop with thousands of orders', () => {
  test('a new one is noticed at once, and one that was paid within two polls', async () => {
    orders.push(row(9_001, { create_date: now() }));
    expect(await poll()).toEqual(['9001']);
    // The first list, and nineteen pages of the walk.
    expect(system.requests).toHaveLength(20);
    Object.assign(orders[2_250] ?? {}, { paid: true });
    orders.push(row(9_002, { create_date: now() }));
    expect(await poll()).toEqual(['9002', '2251']);
    expect(await poll()).toEqual([]);
  });

  test('what is given back of an old one is noticed by its invoice, once', async () => {
    const credit = { status: 'unpaid', type: 'credit', total_price: -5, order: '/api/rest/v1/orders/12' };
    invoices.push(row(70, { ...credit, create_date: now() }), row(71, { create_date: now(), type: 'debit' }));
    const named = [...(await poll()), ...(await poll()), ...(await poll())];
    expect(named).toEqual(['12']);
  });

  test('every one is compared again, and each call is within the limits', async () => {
    for (const order of orders) order.status = 5;
    const named = new Set<string>();
    for (let times = 0; times < 4; times++) for (const key of await poll()) named.add(key);
    expect(named.size).toBe(2_300);
  });
});
