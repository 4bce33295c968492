import { describe, expect, test } from 'vitest';
import type { LevelChange } from '../../../../src/connectors/contract/stock.ts';
import { stockTarget } from '../../../../src/connectors/ecwid/stock/target.ts';
import { Problem } from '../../../../src/records/problem.ts';
import { type Call, Refused } from '../../../support/fake-api.ts';
import { FakeApi } from '../fake-api.ts';
import { blue, mug, red } from '../products/mug.ts';

function to(id: string, quantity: string, more: Partial<LevelChange> = {}): LevelChange {
  return { id, sku: `SKU-${id}`, quantity, standing: { managed: true, available: '1' }, ...more };
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => to(String(index + 1), String(index)));

interface Entry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body: object;
}

/** A shop that works a batch off while it is asked for it: `perLook` entries each time (sheet 9). */
function batching(
  perLook: number,
  answer: (entry: Entry) => [number, object?] = () => [200, { updateCount: 1 }],
) {
  let entries: Entry[] = [];
  let done = 0;
  let isCalledOff = false;
  const api: FakeApi = new FakeApi((path, _query, body) => {
    if (path === '/batch/cancel-group') {
      isCalledOff = true;
      return { updateCount: 1 };
    }
    if (body !== undefined) {
      entries = body as Entry[];
      return { ticket: 't-1' };
    }
    if (!isCalledOff) done = Math.min(entries.length, done + perLook);
    const responses = entries.map((entry, index) => {
      if (index >= done) return { id: entry.id, status: 'NOT_EXECUTED' };
      const [httpStatusCode, said = { updateCount: 1 }] = answer(entry);
      return { id: entry.id, httpStatusCode, escapedHttpBody: JSON.stringify(said) };
    });
    const status = done === entries.length ? 'COMPLETED' : 'IN_PROGRESS';
    return { status, totalRequests: entries.length, responses };
  });
  return { api, entries: () => entries };
}

test('what it takes', async () => {
  expect(stockTarget.batchSize).toBe(500);
  expect(stockTarget.negative).toBe(true);
  expect(await stockTarget.counts(new FakeApi(() => undefined))).toBe('net');
});

describe('SKUs', () => {
  const find = async (products: readonly object[], skus: readonly string[]) => {
    if (stockTarget.skus.kind !== 'by-search') throw new Error('it can be searched');
    const api = new FakeApi(() => ({ total: products.length, items: products }));
    return Object.fromEntries(await stockTarget.skus.find(api, skus));
  };

  test('lead to a product or a variation', async () => {
    expect(await find([mug], ['MUG', 'MUG-RED', 'MUG-PINK'])).toEqual({
      MUG: ['500100'],
      'MUG-RED': ['500100:900202'],
    });
  });

  test('one that stands twice leads to both', async () => {
    expect(await find([mug, { id: 2, sku: 'MUG-RED' }], ['MUG-RED'])).toEqual({
      'MUG-RED': ['500100:900202', '2'],
    });
  });
});

describe('as it stands', () => {
  const shop = () => new FakeApi(() => ({ total: 1, items: [{ ...mug, locationInventory: { w1: 40 } }] }));

  test('products and variations with one call; what is gone is left out', async () => {
    const api = shop();
    const ids = ['500100', '500100:900202', '500100:1', '7', '7:8'];
    expect(await stockTarget.standing(api, ids, null)).toMatchObject(
      new Map([
        ['500100', { available: '60' }],
        ['500100:900202', { available: '26' }],
      ]),
    );
    expect(api.calls.map(({ query }) => query.productId)).toEqual(['500100,7']);
  });

  test('at one place', async () => {
    const levels = await stockTarget.standing(shop(), ['500100', '500100:900202'], 'w1');
    expect([...levels].map(([id, { available, location }]) => [id, available, location])).toEqual([
      ['500100', '40', 'w1'],
    ]);
  });
});

describe('a few levels', () => {
  const sent = (api: FakeApi) => api.calls.map(({ method, path, body }) => [`${method} ${path}`, body]);

  test('go by calls of their own, as whole pieces', async () => {
    const api = new FakeApi(() => ({ updateCount: 1 }));
    const changes = [to('5', '0'), to('5:9', '12'), to('6', '2.7'), to('7', '-1.5')];
    expect(await stockTarget.set(api, changes, null)).toEqual(changes.map(() => ({ kind: 'written' })));
    expect(sent(api)).toEqual([
      ['PUT /products/5', { quantity: 0 }],
      ['PUT /products/5/combinations/9', { quantity: 12 }],
      ['PUT /products/6', { quantity: 2 }],
      ['PUT /products/7', { quantity: -2 }],
    ]);
  });

  test('counting is switched on with the number, off without, and left where nothing is said', async () => {
    const api = new FakeApi(() => ({ updateCount: 1 }));
    const uncounted = { managed: false };
    await stockTarget.set(
      api,
      [
        to('1', '4', { managed: true, standing: uncounted }),
        to('2', '4', { managed: false }),
        to('3', '4', { standing: uncounted }),
      ],
      null,
    );
    expect(api.sent).toEqual([
      { unlimited: false, quantity: 4 },
      { unlimited: true },
      { unlimited: true, quantity: 4 },
    ]);
  });

  test('each has its own end, in the order that was asked for', async () => {
    const api = new FakeApi((path) => {
      if (path === '/products/2') return new Refused(404, { errorCode: 'PRODUCT_NOT_FOUND' });
      if (path === '/products/3') return { updateCount: 0 };
      if (path === '/products/4') return new Refused(400, { errorCode: 'DIFFERENT_COMBINATION_STOCK' });
      return { updateCount: 1 };
    });
    const changes = ['x', '1', '2', '3', '4'].map((id) => to(id, '1'));
    const outcomes = await stockTarget.set(api, changes, null);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['gone', 'written', 'gone', 'gone', 'refused']);
  });

  test('a shop that is away for some is to be read again; for all of them it is thrown', async () => {
    const away = new Problem({ kind: 'retry', code: 'server_error', params: {} });
    const unless = (path: string) =>
      new FakeApi((asked) => {
        if (asked !== path) throw away;
        return { updateCount: 1 };
      });
    const changes = [to('1', '1'), to('2', '1')];
    const outcomes = await stockTarget.set(unless('/products/1'), changes, null);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['written', 'stale']);
    await expect(stockTarget.set(unless('/'), changes, null)).rejects.toBe(away);
  });

  test('nothing to write makes no call', async () => {
    const api = new FakeApi(() => undefined);
    expect(await stockTarget.set(api, [], null)).toEqual([]);
    expect(api.calls).toEqual([]);
  });
});

describe('many levels', () => {
  test('go as one batch, of absolute numbers', async () => {
    const { api, entries } = batching(500);
    const outcomes = await stockTarget.set(api, [...many(499), to('5:9', '3')], null);
    expect(outcomes.every(({ kind }) => kind === 'written')).toBe(true);
    expect(outcomes).toHaveLength(500);
    expect(entries()[0]).toEqual({ id: '0', method: 'PUT', path: '/products/1', body: { quantity: 0 } });
    expect(entries()[499]).toMatchObject({ path: '/products/5/combinations/9', body: { quantity: 3 } });
    expect(api.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /batch', 'GET /batch']);
    expect(api.calls[0]?.query).toMatchObject({ stopOnFirstFailure: false, allowParallelMode: true });
    expect(api.calls[1]?.query).toEqual({ ticket: 't-1', escapedJson: true });
  });

  test('the same list a quarter of an hour later has a key of its own', async () => {
    const keys = await Promise.all(
      [1, 2].map(async () => {
        const { api } = batching(500);
        await stockTarget.set(api, many(20), null);
        return String(api.calls[0]?.query.deduplicationKey);
      }),
    );
    expect(keys[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('each entry has its own end', async () => {
    const { api } = batching(500, ({ path }) => {
      const number = Number(path.split('/').at(-1));
      if (number === 3) return [404, { errorCode: 'PRODUCT_NOT_FOUND' }];
      if (number === 4) return [400, { errorMessage: 'No', errorCode: 'DIFFERENT_COMBINATION_STOCK' }];
      if (number === 5) return [200, { updateCount: 0 }];
      if (number === 6) return [500, {}];
      if (number === 7) return [429, { errorCode: 'RATE_LIMITED' }];
      return [200];
    });
    const outcomes = await stockTarget.set(api, many(10), null);
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      ...['written', 'written', 'gone', 'refused', 'gone'],
      ...['stale', 'stale', 'written', 'written', 'written'],
    ]);
    expect(outcomes[3]).toEqual({
      kind: 'refused',
      refusal: {
        said: 'No (DIFFERENT_COMBINATION_STOCK)',
        systemCode: 'DIFFERENT_COMBINATION_STOCK',
      },
    });
  });

  test('it is looked at until it is done', async () => {
    const { api } = batching(3);
    const outcomes = await stockTarget.set(api, many(10), null);
    expect(outcomes.map(({ kind }) => kind)).toEqual(many(10).map(() => 'written'));
    expect(api.calls).toHaveLength(5);
  });

  test('what is not done after thirty looks is called off, and to be decided again', async () => {
    const { api } = batching(2);
    const outcomes = await stockTarget.set(api, many(100), null);
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(60);
    expect(outcomes.filter(({ kind }) => kind === 'stale')).toHaveLength(40);
    const [begun, ...rest] = api.calls;
    const calledOff = rest.find(({ path }) => path === '/batch/cancel-group');
    expect(calledOff?.query.groupId).toBe(begun?.query.groupId);
    expect(rest).toHaveLength(32);
  });

  test('where none is done it is to be tried again', async () => {
    const { api } = batching(0);
    await expect(stockTarget.set(api, many(9), null)).rejects.toMatchObject({
      kind: 'retry',
      code: 'timed_out',
    });
  });

  test('a batch that was not answered is called off before it is thrown', async () => {
    const api = new FakeApi((path) => {
      if (path === '/batch') throw new Problem({ kind: 'retry', code: 'timed_out', params: {} });
      return new Refused(404);
    });
    await expect(stockTarget.set(api, many(9), null)).rejects.toMatchObject({ code: 'timed_out' });
    expect(api.calls.map(({ path }) => path)).toEqual(['/batch', '/batch/cancel-group']);
  });

  test('what the plan does not allow is refused beside what it does', async () => {
    const { api } = batching(500, ({ path }) =>
      path.includes('combinations') ? [402, { errorCode: 'NOT_AVAILABLE_ON_CURRENT_PLAN' }] : [200],
    );
    const outcomes = await stockTarget.set(api, [...many(9), to('1:2', '3')], null);
    expect(outcomes[0]).toEqual({ kind: 'written' });
    expect(outcomes[9]).toMatchObject({
      kind: 'refused',
      refusal: { systemCode: 'NOT_AVAILABLE_ON_CURRENT_PLAN' },
    });
  });

  test('a token that may not write stops it all', async () => {
    const { api } = batching(500, () => [403, { errorCode: 'INSUFFICIENT_APP_SCOPE' }]);
    await expect(stockTarget.set(api, many(9), null)).rejects.toMatchObject({
      kind: 'auth',
      code: 'scope_missing',
    });
  });
});

describe('at a place', () => {
  const placed = { id: 5, unlimited: false, quantity: 9, locationInventory: { w1: 4, w2: 5 } };
  const shop = () =>
    new FakeApi((path, _query, body) =>
      body === undefined && path === '/products' ? { total: 1, items: [placed] } : { updateCount: 1 },
    );
  const puts = (api: FakeApi) => api.calls.filter(({ method }: Call) => method === 'PUT');

  test('the others keep what they have now', async () => {
    const api = shop();
    expect(await stockTarget.set(api, [to('5', '7'), to('6', '1')], 'w2')).toEqual([
      { kind: 'written' },
      { kind: 'gone' },
    ]);
    expect(puts(api).map(({ body }) => body)).toEqual([{ locationInventory: { w1: 4, w2: 7 } }]);
  });

  test('counting is switched there too', async () => {
    const api = shop();
    await stockTarget.set(api, [to('5', '7', { managed: true })], 'w1');
    await stockTarget.set(api, [to('5', '7', { managed: false })], 'w1');
    expect(puts(api).map(({ body }) => body)).toEqual([
      { locationInventory: { w1: 7, w2: 5 }, unlimited: false },
      { unlimited: true },
    ]);
  });
});

test('a variation’s level is that of its product where it has no SKU of its own', async () => {
  const product = { ...mug, combinations: [{ ...blue, sku: '' }, red] };
  const api = new FakeApi(() => ({ total: 1, items: [product] }));
  expect((await stockTarget.standing(api, ['500100:900201'], null)).get('500100:900201')?.available).toBe(
    '60',
  );
});
