import { createHmac } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { ReceivedHook } from '../../../src/connectors/contract/connector.ts';
import { receiveHook } from '../../../src/connectors/ecwid/webhook.ts';

const receiver = { storeId: '7654321', clientSecret: 'demo-client-secret' };
// The vector of the sheet, 10.2.
const signature = '5xa1QxLjdkDMhsVA3mOBnCB9Py1pzlLvC9MyMknQAMU=';
const event = {
  eventId: '3f1c2b7a-5d0e-4c55-9a41-8be0c1d7e2a4',
  eventCreated: 1752580800,
  storeId: 7654321,
  entityId: 601299001,
  eventType: 'order.updated',
  data: { orderId: 'SO-R4T9X', newPaymentStatus: 'PAID' },
};

function receive(
  body: unknown,
  header: string | undefined = signature,
  as: Parameters<typeof receiveHook>[0] = receiver,
) {
  const headers: Record<string, string> = header === '' ? {} : { 'x-ecwid-webhook-signature': header };
  return receiveHook(as, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
    query: {},
  });
}

function changes(reading: ReceivedHook) {
  return reading.kind === 'changes' ? reading.changes : reading;
}

describe('signature', () => {
  test('the vector of the sheet is accepted', async () => {
    expect(await receive(event)).toEqual({
      kind: 'changes',
      id: event.eventId,
      at: Date.parse('2025-07-15T12:00:00Z'),
      changes: [{ flow: 'orders', key: 'SO-R4T9X' }],
    });
  });

  test.each([
    ['missing', ''],
    ['no base64', '***'],
    ['of another length', 'AAAA'],
    ['of another message', createHmac('sha256', receiver.clientSecret).update('1.x').digest('base64')],
    [
      'of another secret',
      createHmac('sha256', 'x').update(`${event.eventCreated}.${event.eventId}`).digest('base64'),
    ],
  ])('one that is %s is unsigned', async (_, header) => {
    expect(await receive(event, header)).toEqual({ kind: 'unsigned' });
  });

  test('without a client secret nothing is accepted', async () => {
    expect(await receive(event, signature, { storeId: '7654321' })).toEqual({ kind: 'unsigned' });
  });

  test('is compared by the platform, in constant time, and by nothing else', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');
    try {
      for (const wrong of [signature.replace('5', '6'), `${signature.slice(0, -2)}A=`, 'AAAA']) {
        expect(await receive(event, wrong)).toEqual({ kind: 'unsigned' });
      }
      expect(verify.mock.calls.map(([algorithm]) => algorithm)).toEqual(['HMAC', 'HMAC', 'HMAC']);
      verify.mockResolvedValue(true);
      expect((await receive(event, 'AAAA')).kind).toBe('changes');
    } finally {
      verify.mockRestore();
    }
  });

  test('a changed event id or time breaks it', async () => {
    expect(await receive({ ...event, eventId: 'other' })).toEqual({ kind: 'unsigned' });
    expect(await receive({ ...event, eventCreated: 1752580801 })).toEqual({ kind: 'unsigned' });
  });

  test('numbers as text sign alike', async () => {
    expect((await receive({ ...event, eventCreated: '1752580800', storeId: '7654321' })).kind).toBe(
      'changes',
    );
  });
});

describe('unreadable', () => {
  test.each([
    ['{"eventId":', 'body'],
    ['[]', 'body'],
    [{ ...event, eventId: '' }, 'eventId'],
    [{ ...event, eventId: undefined }, 'eventId'],
    [{ ...event, eventCreated: undefined }, 'eventCreated'],
    [{ ...event, eventCreated: 'now' }, 'eventCreated'],
    [{ ...event, eventType: null }, 'eventType'],
    [{ ...event, storeId: undefined }, 'storeId'],
    [{ ...event, storeId: 1 }, 'storeId'],
    [{ ...event, data: undefined, entityId: -1 }, 'entityId'],
    [{ ...event, eventType: 'customer.updated', entityId: undefined }, 'entityId'],
    [{ ...event, eventType: 'product.updated', entityId: undefined }, 'entityId'],
    [{ ...event, eventType: 'category.updated', entityId: -1 }, 'entityId'],
    [{ ...event, data: { orderId: 'S'.repeat(201) } }, 'data.orderId'],
    [{ ...event, data: undefined, entityId: '1'.repeat(201) }, 'entityId'],
  ])('%j names the field', async (body, field) => {
    const reading = await receive(body);
    expect(reading).toMatchObject({ kind: 'unreadable' });
    expect(reading.kind === 'unreadable' && reading.reason.startsWith(`${field}: `)).toBe(true);
  });
});

test('an event id that is too long is named, once it is signed', async () => {
  const eventId = 'e'.repeat(201);
  const signed = createHmac('sha256', receiver.clientSecret)
    .update(`${event.eventCreated}.${eventId}`)
    .digest('base64');
  expect(await receive({ ...event, eventId }, signed)).toEqual({
    kind: 'unreadable',
    reason: 'eventId: is longer than 200 characters',
  });
  expect(await receive({ ...event, eventId })).toEqual({ kind: 'unsigned' });
});

describe('changes', () => {
  test('an order goes by its public id, else by the internal one', async () => {
    expect(changes(await receive({ ...event, eventType: 'order.created' }))).toEqual([
      { flow: 'orders', key: 'SO-R4T9X' },
    ]);
    expect(changes(await receive({ ...event, data: undefined }))).toEqual([
      { flow: 'orders', key: '601299001' },
    ]);
    expect(changes(await receive({ ...event, data: 'odd', entityId: '601299001' }))).toEqual([
      { flow: 'orders', key: '601299001' },
    ]);
  });

  test.each(['customer.created', 'customer.updated'])('%s names the customer', async (eventType) => {
    const body = { ...event, eventType, entityId: 330077, data: { customerEmail: 'a@b.example' } };
    expect(changes(await receive(body))).toEqual([{ flow: 'customers', key: '330077' }]);
  });

  test.each(['product.created', 'product.updated', 'product.deleted'])(
    '%s names the product, and its stock',
    async (eventType) => {
      const body = { ...event, eventType, entityId: 500100, data: undefined };
      expect(changes(await receive(body))).toEqual([
        { flow: 'products', key: '500100' },
        { flow: 'stock', key: '500100' },
      ]);
    },
  );

  test.each(['category.created', 'category.updated', 'category.deleted'])(
    '%s names it',
    async (eventType) => {
      const body = { ...event, eventType, entityId: '8800', data: undefined };
      expect(changes(await receive(body))).toEqual([{ flow: 'categories', key: '8800' }]);
    },
  );

  test.each([
    'order.deleted',
    'unfinished_order.created',
    'product_class.updated',
    'application.installed',
    'of.tomorrow',
  ])('%s is taken and changes nothing', async (eventType) => {
    expect(await receive({ ...event, eventType })).toEqual({
      kind: 'changes',
      id: event.eventId,
      at: event.eventCreated * 1_000,
      changes: [],
    });
  });
});
