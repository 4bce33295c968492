import { expect, test } from 'vitest';
import { accountIdentity } from '../../../../src/connectors/ecwid/account.ts';
import { ecwid } from '../../../../src/connectors/ecwid/index.ts';

test('an order is looked at in the admin of its shop', () => {
  const identity = accountIdentity({ storeId: '1003' });
  expect(ecwid.orders?.page?.(identity, 'XJ12H')).toBe(
    'https://my.ecwid.com/store/1003#order:id=XJ12H&return=orders',
  );
  expect(ecwid.orders?.page?.(identity, 'day:2026-03-02:1')).toBeNull();
  expect(ecwid.orders?.page?.('1003/../7', 'XJ12H')).toBeNull();
});
