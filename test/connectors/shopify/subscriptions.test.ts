import { expect, test } from 'vitest';
import { unsubscribe } from '../../../src/connectors/shopify/subscriptions.graphql.ts';
import { register } from '../../../src/connectors/shopify/subscriptions.ts';
import { rows } from './answers.ts';
import { FakeShop } from './fake-shop.ts';

const address = 'https://koppel.example/hooks/mugs/shop';

test('a webhook that was taken away by a call without an answer is gone, and the others are asked for', async () => {
  const shop = new FakeShop({
    Subscriptions: () => ({
      webhookSubscriptions: rows([{ id: 'gid://shopify/W/1', topic: 'PRODUCTS_DELETE', uri: address }]),
    }),
    Unsubscribe: () => {
      const refused = [{ field: ['id'], message: 'Webhook subscription does not exist' }];
      // By the name that the operation asks for it.
      const isAliased = unsubscribe.document.includes('refused: userErrors');
      return { webhookSubscriptionDelete: isAliased ? { refused } : { userErrors: refused } };
    },
    Subscribe: () => ({ webhookSubscriptionCreate: { userErrors: [] } }),
  });
  await register(shop, address, new Set(['orders']));
  expect(shop.names()).toEqual(['Subscriptions', 'Unsubscribe', ...Array(4).fill('Subscribe')]);
});
