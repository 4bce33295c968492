import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { grossOf, vatOf } from './books.ts';
import { World } from './harness.ts';
import { line, order } from './samples.ts';

/** Paid in pounds; the shop's own books say euros. */
function inPounds(fields: Partial<Order> = {}): Order {
  const base = order({ lines: [line({ unitPrice: '24.20' })], shipping: [] });
  const { currency, pricesIncludeVat, lines, shipping, fees, discounts, gross, vat, vatByRate } = base;
  return order({
    currency: 'GBP',
    lines: [line({ unitPrice: '21.00' })],
    shipping: [],
    base: {
      ...{ currency, pricesIncludeVat, lines, shipping, fees, discounts, gross, vat, vatByRate },
      refunded: '0',
    },
    ...fields,
  });
}

describe('an order that states two currencies', () => {
  test('is booked with the amounts of the shop’s books where the target holds those only', async () => {
    const world = new World();
    await world.run(inPounds());
    const [sent = {}] = world.books.sent;
    expect([grossOf(sent), vatOf(sent)]).toEqual(['48.40', '8.40']);
    // Later it is compared in that currency too.
    expect(await world.run(inPounds())).toMatchObject({ reason: { code: 'already_booked' } });
    expect(world.link('SO-1')?.facts).toMatchObject({ gross: '48.4', vat: '8.4' });
  });

  test('parks where the settings want the other, or the shop states none', async () => {
    const paid = new World({ settings: { currency: 'order' } });
    expect((await paid.problem(inPounds())).code).toBe('currency_unsupported');
    expect((await new World().problem(inPounds({ base: undefined }))).code).toBe('currency_unsupported');
  });

  test('is shown in the currency in which it would be booked', async () => {
    const { checks, problem } = await new World({ settings: { currency: 'base' } }).preview(inPounds());
    expect(problem).toBeNull();
    expect(checks[0]).toEqual({ name: 'gross', expected: '48.4', actual: '48.40' });
  });
});
