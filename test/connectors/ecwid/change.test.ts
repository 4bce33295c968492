import { expect, test } from 'vitest';
import { change } from '../../../src/connectors/ecwid/change.ts';
import { customerTarget } from '../../../src/connectors/ecwid/customers/target.ts';
import { orderSource } from '../../../src/connectors/ecwid/orders/source.ts';
import { orderTarget } from '../../../src/connectors/ecwid/orders/target.ts';
import { FakeApi } from './fake-api.ts';

const nothing = { kind: 'rejected', code: 'not_found' };

test.each([[{ updateCount: 0 }], [{ updateCount: '0' }]])(
  '%j: nothing was changed, so it is no success',
  async (answer) => {
    await expect(change(new FakeApi(() => answer), { text: '/orders/1' }, {})).rejects.toMatchObject(nothing);
  },
);

test.each([[{ updateCount: 1 }], [null], ['OK'], [{}]])('%j: is a success', async (answer) => {
  await expect(change(new FakeApi(() => answer), { text: '/orders/1' }, {})).resolves.toBeUndefined();
});

test('holds of orders and customers', async () => {
  const order = { paymentStatus: 'AWAITING_PAYMENT', fulfillmentStatus: 'PROCESSING' };
  const api = new FakeApi((path, _query, body) => {
    if (body !== undefined) return { updateCount: 0 };
    return path.startsWith('/orders') ? order : { id: 1, email: 'noor@example.com' };
  });
  await expect(orderSource.writeBack?.(api, 'A1', { status: 'PAID' })).rejects.toMatchObject(nothing);
  await expect(orderTarget.follow?.(api, 'A1', { paid: true })).rejects.toMatchObject(nothing);
  const customer = await customerTarget.get(api, '1');
  if (customer === null) throw new Error('there is one');
  const body = { email: 'noor@example.com', lang: 'nl' };
  await expect(customerTarget.update(api, customer, body)).rejects.toMatchObject(nothing);
});
