import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { receiveHook } from '../../../src/connectors/shopify/webhook.ts';

const receiver = { shop: 'molen', clientSecret: 'hush-hush-1' };

function hook(topic: string, body: string, more: Record<string, string> = {}, prefix = 'x-shopify-') {
  const signature = createHmac('sha256', receiver.clientSecret).update(body).digest('base64');
  const headers = {
    [`${prefix}topic`]: topic,
    [`${prefix}shop-domain`]: 'molen.myshopify.com',
    [`${prefix}hmac-sha256`]: signature,
    [`${prefix}webhook-id`]: 'w-1',
    [`${prefix}triggered-at`]: '2026-11-21T10:15:05.123456789Z',
    ...more,
  };
  return { body, headers, query: {} };
}

const body =
  '{"id":5512345678901,"admin_graphql_api_id":"gid://shopify/Order/5512345678901","note":"Zoë","updated_at":"2026-11-21T11:15:04+01:00"}';

test.each(['x-shopify-', 'shopify-'])(
  'a signed notice names its order, with headers of the form %s',
  async (prefix) => {
    expect(await receiveHook(receiver, hook('orders/updated', body, {}, prefix))).toEqual({
      kind: 'changes',
      id: 'orders/updated w-1',
      at: Date.parse('2026-11-21T10:15:04Z'),
      signed: expect.stringMatching(/^orders [0-9a-f]{16}$/),
      changes: [{ flow: 'orders', key: '5512345678901' }],
    });
  },
);

describe('what stands for a notice that is sent again', () => {
  const of = async (topic: string, text: string, more: Record<string, string> = {}) => {
    const received = await receiveHook(receiver, hook(topic, text, more));
    return received.kind === 'changes' ? [received.signed, received.at] : received;
  };

  test('is of what is signed: other headers change nothing of it', async () => {
    const first = await of('orders/updated', body);
    const headers = { 'x-shopify-webhook-id': 'w-2', 'x-shopify-triggered-at': '2031-01-01T00:00:00Z' };
    expect(await of('orders/made-up', body, headers)).toEqual(first);
    expect(await of('orders/updated', body.replace(':04+', ':05+'))).not.toEqual(first);
  });

  test('tells a level that is as it was before from that one', async () => {
    const level = (second: number) =>
      `{"inventory_item_id":46,"location_id":87,"available":5,"updated_at":"2026-11-22T09:00:0${second}+01:00"}`;
    const [one] = (await of('inventory_levels/update', level(2))) as unknown[];
    expect(one).not.toBe(((await of('inventory_levels/update', level(3))) as unknown[])[0]);
  });

  test.each([
    ['a refund', 'refunds/create', '{"id":9,"order_id":5512345678901}', [expect.any(String), undefined]],
    ['a deletion, of which no time is signed', 'orders/delete', '{"id":9}', [undefined, undefined]],
    ['an id that somebody chose alone', 'orders/updated', '{"id":9}', [undefined, undefined]],
  ])('for %s', async (_, topic, text, expected) => {
    expect(await of(topic, text)).toEqual(expected);
  });
});

describe('the record that a notice is about', () => {
  const keys = async (topic: string, text: string) => {
    const received = await receiveHook(receiver, hook(topic, text));
    return received.kind === 'changes' ? received.changes.map(({ flow, key }) => `${flow} ${key}`) : received;
  };

  test.each([
    ['orders/delete', '{"id": 820982911946154508}', 'orders 820982911946154508'],
    ['refunds/create', '{"id":9,"order_id":5512345678901}', 'orders 5512345678901'],
    ['refunds/create', '{"id":9,"order_id":820982911946154508}', 'orders 820982911946154508'],
    ['returns/approve', '{"id":9,"order":{"admin_graphql_api_id":"gid://shopify/Order/7"}}', 'orders 7'],
    ['customers/update', '{"id":7712345678901}', 'customers 7712345678901'],
  ])('of %s is %s', async (topic, text, expected) => {
    expect(await keys(topic, text)).toEqual([expected]);
  });

  test('is none of a topic that Koppel does not follow, and missing where it should stand', async () => {
    expect(await keys('shop/update', '{"id":1}')).toEqual([]);
    expect(await keys('orders/updated', '{"name":"#1"}')).toEqual({
      kind: 'unreadable',
      reason: 'id: is missing',
    });
  });
});

test('what is not signed, or for another shop, or no JSON, is not taken', async () => {
  const changed = { ...hook('orders/updated', body), body: body.replace('Zoë', 'Zoe') };
  expect(await receiveHook(receiver, changed)).toEqual({ kind: 'unsigned' });
  expect(await receiveHook({ shop: 'molen' }, hook('orders/updated', body))).toEqual({ kind: 'unsigned' });
  const none = hook('orders/updated', body, { 'x-shopify-hmac-sha256': '%%%' });
  expect(await receiveHook(receiver, none)).toEqual({ kind: 'unsigned' });
  const other = hook('orders/updated', body, { 'x-shopify-shop-domain': 'other.myshopify.com' });
  expect(await receiveHook(receiver, other)).toMatchObject({ kind: 'unreadable' });
  expect(await receiveHook(receiver, hook('orders/updated', 'no json'))).toMatchObject({
    kind: 'unreadable',
  });
});
