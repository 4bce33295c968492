import { demoIntegration, fillShops, twoShops } from '../../../scripts/demo.ts';
import { Stack } from '../../black-box/stack.ts';

/** A deployment in use: orders that are booked and that need a person, two shops with one stock, a draft, a token. */
export async function inUse(): Promise<Stack> {
  const stack = await Stack.start({ seeded: true });
  await fillShops(stack.sandbox.url);
  await withOrders(stack);
  await stack.api('PUT', '/integrations/shops', { ...twoShops, state: 'active' });
  await stack.api('PUT', '/integrations/begun', {
    ...demoIntegration,
    name: 'Not live yet',
    state: 'draft',
  });
  await stack.api('POST', '/tokens', { name: 'Our bookkeeper', role: 'bookkeeper' });
  await stack.swept('shops');
  return stack;
}

/** The link `mugs`, which has read every order of the shop. */
export async function withOrders(stack: Stack): Promise<void> {
  await stack.connect('mugs', { settings: { state: 'sent' } });
  const orders = await stack.sandbox.expectations();
  await stack.api('POST', '/integrations/mugs/sync', { flow: 'orders', since: '2000-01-01' });
  await stack.settled('mugs', orders.length);
}
