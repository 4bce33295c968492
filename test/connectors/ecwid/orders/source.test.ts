import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/ecwid/orders/source.ts';
import { FakeApi } from '../fake-api.ts';
import { mugs } from '../order-payload.ts';

function shop(order: unknown) {
  return new FakeApi((path) => (path === '/orders/SO-AB12C' ? order : undefined));
}

async function writeBack(api: FakeApi, change: { status?: string; note?: string }) {
  await orderSource.writeBack?.(api, 'SO-AB12C', change);
  return api.sent;
}

describe('reading one order', () => {
  test('it becomes a record', async () => {
    expect(await orderSource.get(shop(mugs()), 'SO-AB12C')).toMatchObject({ id: 'SO-AB12C', gross: '24.2' });
  });

  test('one that is gone is null, and so is one that is not finished', async () => {
    expect(await orderSource.get(shop(undefined), 'SO-AB12C')).toBeNull();
    expect(await orderSource.get(shop(mugs({ paymentStatus: 'INCOMPLETE' })), 'SO-AB12C')).toBeNull();
  });

  test('its id is one segment of the path, whatever it holds', async () => {
    const api = shop(undefined);
    await orderSource.get(api, 'A/B ?#');
    expect(api.calls[0]?.path).toBe('/orders/A%2FB%20%3F%23');
    expect(await orderSource.get(api, '..')).toBeNull();
    expect(api.calls).toHaveLength(1);
  });

  test.each(['id', 'total', 'paymentStatus', 'createTimestamp'])(
    'without %s it is refused by name',
    async (field) => {
      const order = mugs({ vendorOrderNumber: '', createDate: null, [field]: '' });
      await expect(orderSource.get(shop(order), 'SO-AB12C')).rejects.toThrow(new RegExp(field));
    },
  );

  test('an amount that is none is refused by name', async () => {
    await expect(orderSource.get(shop(mugs({ tax: '4,20' })), 'SO-AB12C')).rejects.toThrow(/tax/);
  });
});

describe('writing back', () => {
  test('a status goes to the field whose list it is in', async () => {
    expect(await writeBack(shop(mugs()), { status: 'SHIPPED' })).toEqual([{ fulfillmentStatus: 'SHIPPED' }]);
    expect(await writeBack(shop(mugs()), { status: 'CUSTOM_PAYMENT_STATUS_2' })).toEqual([
      { paymentStatus: 'CUSTOM_PAYMENT_STATUS_2' },
    ]);
  });

  test.each(['BOOKED', 'INCOMPLETE', ''])('the status "%s" is refused', async (status) => {
    await expect(writeBack(shop(mugs()), { status })).rejects.toMatchObject({
      kind: 'rejected',
      code: 'status_unknown',
    });
  });

  test('a note is put under what the merchant wrote', async () => {
    const privateAdminNotes = 'Call before delivery.\n\nFragile ';
    expect(await writeBack(shop({ privateAdminNotes }), { note: 'Jortt 2026-0012' })).toEqual([
      { privateAdminNotes: 'Call before delivery.\n\nFragile \nJortt 2026-0012' },
    ]);
    expect(await writeBack(shop({ privateAdminNotes: null }), { note: 'Jortt 2026-0012' })).toEqual([
      { privateAdminNotes: 'Jortt 2026-0012' },
    ]);
  });

  test('repeating it writes nothing', async () => {
    const order = mugs({ fulfillmentStatus: 'SHIPPED', privateAdminNotes: 'Fragile\r\nJortt 2026-0012' });
    expect(await writeBack(shop(order), { status: 'SHIPPED', note: 'Jortt 2026-0012' })).toEqual([]);
    expect(await writeBack(shop(order), { status: 'PAID' })).toEqual([]);
  });

  test('part of a line is not the line', async () => {
    const order = mugs({ privateAdminNotes: 'See Jortt 2026-0012' });
    expect(await writeBack(shop(order), { note: 'Jortt 2026-0012' })).toEqual([
      { privateAdminNotes: 'See Jortt 2026-0012\nJortt 2026-0012' },
    ]);
  });

  test('both go in one call, and an order that is gone is left alone', async () => {
    expect(await writeBack(shop(mugs()), { status: 'SHIPPED', note: 'x' })).toEqual([
      { fulfillmentStatus: 'SHIPPED', privateAdminNotes: 'x' },
    ]);
    expect(await writeBack(shop(undefined), { status: 'SHIPPED' })).toEqual([]);
  });
});
