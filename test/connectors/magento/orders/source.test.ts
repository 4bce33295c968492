import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/magento/orders/source.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { type Call, FakeApi } from '../fake-api.ts';
import { mugs } from '../order-payload.ts';

describe('an order', () => {
  test('is read by its entity id', async () => {
    const api = new FakeApi(({ path }) => (path === '/V1/orders/71' ? mugs() : undefined));
    expect(await orderSource.get(api, '71')).toMatchObject({ id: '71', number: '000000071' });
    expect(await orderSource.get(api, '72')).toBeNull();
  });

  test.each(['', '0', '..', '71/../72', '1e3', '000000071', 'é'])('is not asked for by %j', async (key) => {
    const api = new FakeApi(() => mugs());
    expect(await orderSource.get(api, key)).toBeNull();
    expect(api.calls).toEqual([]);
  });
});

describe('writing back', () => {
  async function written(change: { status?: string; note?: string }, fields: object = {}) {
    const stored = {
      status: 'processing',
      state: 'processing',
      status_histories: [{ comment: null }],
      ...fields,
    };
    const api = new FakeApi(({ method }: Call) => (method === 'GET' ? stored : true));
    await orderSource.writeBack?.(api, '71', change);
    for (const body of api.sent) {
      expect(
        requestFaults('magento', { method: 'POST', path: '/V1/orders/5/comments', query: {}, body }),
      ).toEqual([]);
    }
    return api;
  }

  test('a note goes with the status that the order has, and mails nobody', async () => {
    const api = await written({ note: ' Booked as 2026-14 ' });
    expect(api.calls.at(-1)).toMatchObject({
      path: '/V1/orders/71/comments',
      body: {
        statusHistory: {
          comment: 'Booked as 2026-14',
          status: 'processing',
          is_customer_notified: 0,
          is_visible_on_front: 0,
          parent_id: 71,
        },
      },
    });
  });

  test('a status goes with the note, or with a comment of its own', async () => {
    const history = (api: FakeApi) =>
      api.sent.map((body) => (body as { statusHistory: object }).statusHistory);
    expect(history(await written({ status: 'booked', note: 'x' }))).toMatchObject([
      { comment: 'x', status: 'booked' },
    ]);
    expect(history(await written({ status: 'booked' }))).toMatchObject([
      { comment: 'Koppel: booked', status: 'booked' },
    ]);
  });

  test('what stands there already is not written again', async () => {
    const fields = { status: 'booked', status_histories: [{ comment: 'other' }, { comment: 'x' }] };
    expect((await written({ status: 'booked', note: 'x' }, fields)).sent).toEqual([]);
    expect((await written({}, fields)).sent).toEqual([]);
    expect((await written({ note: '  ' }, fields)).sent).toEqual([]);
  });

  test('a status that was lost leaves the status out', async () => {
    const [body] = (await written({ note: 'x' }, { status: null })).sent;
    expect(body).toEqual({ statusHistory: expect.not.objectContaining({ status: expect.anything() }) });
  });

  test('to an order that is gone writes nothing', async () => {
    const api = new FakeApi(() => undefined);
    await orderSource.writeBack?.(api, '71', { note: 'x' });
    await orderSource.writeBack?.(api, '../71', { note: 'x' });
    expect(api.calls).toHaveLength(1);
  });
});
