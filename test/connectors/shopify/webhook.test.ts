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

const body = '{"id":5512345678901,"admin_graphql_api_id":"gid://shopify/Order/5512345678901","note":"Zoë"}';

test.each(['x-shopify-', 'shopify-'])(
  'a signed notice names its order, with headers of the form %s',
  async (prefix) => {
    expect(await receiveHook(receiver, hook('orders/updated', body, {}, prefix))).toEqual({
      kind: 'changes',
      id: 'orders/updated w-1',
      at: Date.parse('2026-11-21T10:15:05.123Z'),
      changes: [{ flow: 'orders', key: '5512345678901' }],
    });
  },
);

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
