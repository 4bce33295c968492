import { expect, test } from 'vitest';
import { accountIdentity } from '../../../../src/connectors/shopify/account.ts';
import { shopify } from '../../../../src/connectors/shopify/index.ts';

test('an order is looked at in the admin of its shop', () => {
  const identity = accountIdentity({ shop: 'demo-winkel' });
  expect(shopify.orders?.page?.(identity, '5512345678901')).toBe(
    'https://demo-winkel.myshopify.com/admin/orders/5512345678901',
  );
  expect(shopify.orders?.page?.(identity, 'day:2026-03-02:1')).toBeNull();
});
