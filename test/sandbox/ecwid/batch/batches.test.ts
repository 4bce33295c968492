import { beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;
let id: number;

const key = '0d9a6f52-4a51-4a09-9d0e-6b1b6f0a9f11';

async function send(requests: unknown, query = ''): Promise<string> {
  const { status, body, text } = await shop.call('POST', `/batch${query}`, requests);
  expect(status, text).toBe(200);
  return String(body.ticket);
}

async function read(ticket: string, query = ''): Promise<JsonObject> {
  return (await shop.get(`/batch?ticket=${ticket}${query}`)).body;
}

function stock(productId: number, quantity: number, requestId = `stk-${productId}`) {
  return { id: requestId, method: 'PUT', path: `/products/${productId}`, body: { quantity } };
}

async function quantity(): Promise<unknown> {
  return (await shop.get(`/products/${id}`)).body.quantity;
}

beforeEach(async () => {
  shop = new TestShop();
  id = Number(
    (await shop.call('POST', '/products', { sku: 'M', name: 'Mok', price: 1, quantity: 9 })).body.id,
  );
});

describe('a batch', () => {
  it('answers each request by itself; a failure leaves the others alone where that is asked', async () => {
    const ticket = await send(
      [stock(id, 3), stock(999, 4), stock(id, 5, 'again')],
      '?stopOnFirstFailure=false',
    );
    expect(await read(ticket, '&escapedJson=true')).toEqual({
      status: 'COMPLETED',
      totalRequests: 3,
      completedRequests: 3,
      responses: [
        {
          id: `stk-${id}`,
          status: 'COMPLETED',
          httpStatusCode: 200,
          httpStatusLine: 'OK',
          escapedHttpBody: '{"updateCount":1}',
        },
        {
          id: 'stk-999',
          status: 'FAILED',
          httpStatusCode: 404,
          httpStatusLine: 'Not Found',
          escapedHttpBody: '{"errorMessage":"Product #999 not found","errorCode":"PRODUCT_NOT_FOUND"}',
        },
        expect.objectContaining({ id: 'again', status: 'COMPLETED' }),
      ],
    });
    expect(objectsIn((await read(ticket)).responses)[0]?.httpBody).toEqual({ updateCount: 1 });
    expect(await quantity()).toBe(5);
  });

  it('stops at the first failure by default; what was done stays', async () => {
    const ticket = await send([stock(id, 3), stock(999, 4), stock(id, 5, 'last')]);
    const { completedRequests, responses } = await read(ticket);
    expect(objectsIn(responses).map(({ status }) => status)).toEqual(['COMPLETED', 'FAILED', 'NOT_EXECUTED']);
    expect([completedRequests, await quantity()]).toEqual([2, 3]);
  });

  it('is done once under the same key within the hour', async () => {
    const query = `?deduplicationKey=${key}`;
    const path = `/products/${id}/inventory`;
    const delta = [{ method: 'PUT', path, body: { quantityDelta: -1 } }];
    const ticket = await send(delta, query);
    await read(ticket);
    expect(await send(delta, query)).toBe(ticket);
    expect(await quantity()).toBe(8);
    shop.world.pass(3_600_000);
    const other = await send(delta, query);
    expect(other).not.toBe(ticket);
    await read(other);
    expect(await quantity()).toBe(7);
    expect((await shop.call('POST', '/batch?deduplicationKey=x', delta)).status).toBe(400);
  });

  it('waits its turn, and works through its list in the background', async () => {
    shop.standIn.change({ batchQueueMs: 1000, batchRequestMs: 500 });
    const ticket = await send([stock(id, 1), stock(id, 2)]);
    expect(await read(ticket)).toMatchObject({ status: 'QUEUED', completedRequests: 0 });
    await shop.run(1600);
    expect(await read(ticket)).toMatchObject({ status: 'IN_PROGRESS', completedRequests: 1 });
    expect(await quantity()).toBe(1);
    await shop.run(500);
    expect(await read(ticket)).toMatchObject({ status: 'COMPLETED', completedRequests: 2 });
  });

  it('creates, reads with a query, and has no more rights than the token', async () => {
    const body = { sku: 'N', name: 'Nieuw', price: 2 };
    shop.standIn.change({ scopes: ['read_catalog', 'create_catalog'] });
    const ticket = await send(
      [
        { method: 'POST', path: '/products', body },
        { method: 'GET', path: '/products?sku=N&responseFields=total' },
        { method: 'DELETE', path: `/products/${id}` },
      ],
      '?stopOnFirstFailure=false',
    );
    const [made, found, refused] = objectsIn((await read(ticket)).responses);
    expect(made?.httpBody).toEqual({ id: expect.any(Number) });
    expect(found?.httpBody).toEqual({ total: 1 });
    expect(refused).toMatchObject({ status: 'FAILED', httpStatusCode: 403 });
  });

  it('can be called off by its group', async () => {
    shop.standIn.change({ batchQueueMs: 1000 });
    const ticket = await send([stock(id, 1)], '?groupId=night');
    expect((await shop.call('POST', '/batch/cancel-group?groupId=night')).body).toEqual({ updateCount: 1 });
    await shop.run(5000);
    expect(objectsIn((await read(ticket)).responses)).toEqual([{ id: `stk-${id}`, status: 'NOT_EXECUTED' }]);
    expect(await quantity()).toBe(9);
    expect(await shop.items('/batch?status=COMPLETED')).toEqual([
      { ticket, status: 'COMPLETED', totalRequests: 1, completedRequests: 0 },
    ]);
  });

  it('has at most 500 requests, each of which can be read', async () => {
    const wrong = [
      {},
      [],
      [{ method: 'PATCH', path: '/products' }],
      [{ method: 'GET', path: 'products' }],
      [{ method: 'GET', path: '/batch?ticket=1' }],
      [{ method: 'PUT', path: '/products/1', body: [] }],
      Array.from({ length: 501 }, () => stock(id, 1)),
    ];
    for (const each of wrong) {
      const { status, body } = await shop.call('POST', '/batch', each);
      expect([status, Object.keys(body)]).toEqual([400, ['error_message']]);
    }
  });

  it('can be read for a while only', async () => {
    const ticket = await send([stock(id, 1)]);
    await read(ticket);
    shop.world.pass(25 * 3_600_000);
    expect((await shop.get(`/batch?ticket=${ticket}`)).status).toBe(404);
  });

  it('takes one call of the minute, or as many as it has requests', async () => {
    const many = Array.from({ length: 400 }, () => stock(id, 1));
    await send(many);
    await send(many);
    shop.standIn.change({ batchCounts: 'entries' });
    await send(many);
    const refused = await shop.call('POST', '/batch', many);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
  });

  it('goes on after a restart', async () => {
    shop.standIn.change({ batchQueueMs: 1000 });
    const ticket = await send([stock(id, 1)]);
    const kept = JSON.parse(JSON.stringify(shop.standIn.snapshot()));
    shop.standIn.reset(false);
    shop.standIn.restore(kept);
    await shop.run(2000);
    expect([(await read(ticket)).status, await quantity()]).toEqual(['COMPLETED', 1]);
  });
});
