import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { grossOf, vatOf } from './books.ts';
import { unanswered, World } from './harness.ts';
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

  test('stays in the currency of its document, whatever the setting says later: what is given back is credited in that', async () => {
    const world = new World({ settings: { state: 'sent', refunds: 'credit', currency: 'base' } });
    await world.run(inPounds());
    world.settings = { ...world.settings, currency: 'order' };
    expect(await world.run(inPounds())).toMatchObject({ reason: { code: 'already_booked' } });
    expect(world.kept.get('source')).toMatchObject({ currency: 'EUR', gross: '48.4' });
    const { base } = inPounds();
    if (base === undefined) throw new Error('states one currency');
    const givenBack = inPounds({ refunded: '10.50', base: { ...base, refunded: '12.10' } });
    expect((await world.preview(givenBack)).source).toMatchObject({ currency: 'EUR' });
    expect(await world.run(givenBack)).toMatchObject({ reason: { code: 'credited_in_part' } });
    expect(grossOf(world.books.sent[1] ?? {})).toBe('-12.10');
    expect(world.link('SO-1')?.facts).toMatchObject({ currency: 'EUR', credited: '12.10' });
  });

  test('stays in the one that was paid in, too', async () => {
    const { base: euros, ...pounds } = inPounds();
    const { currency, lines, gross, vat, vatByRate } = pounds;
    const base = { ...inPounds().base, currency, lines, gross, vat, vatByRate };
    const paidInEuros = order({ ...euros, base: { ...order(), ...base } });
    const world = new World();
    await world.run(paidInEuros);
    world.settings = { ...world.settings, currency: 'base' };
    expect(await world.run(paidInEuros)).toMatchObject({ reason: { code: 'already_booked' } });
    expect(world.kept.get('source')).toMatchObject({ currency: 'EUR', gross: '48.4' });
  });

  test('is looked for in the currency in which it was begun', async () => {
    const world = new World({ settings: { currency: 'base' } });
    world.books.trouble = ({ method, path }, now) => {
      if (method === 'POST' && path.startsWith('/v3/invoices') && now === 'after') throw unanswered();
    };
    await world.problem(inPounds());
    world.books.trouble = () => undefined;
    world.settings = { ...world.settings, currency: 'order' };
    world.now += 3_600_000;
    expect(await world.run(inPounds())).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
    expect(world.link('SO-1')?.facts).toMatchObject({ currency: 'EUR', gross: '48.40' });
    expect(world.books.sent).toHaveLength(1);
  });

  test('is in that of the settings where its link is of an earlier version, which kept none', async () => {
    const world = new World({ settings: { currency: 'base' } });
    await world.run(inPounds());
    const link = world.link('SO-1');
    const { currency: _, ...facts } = link?.facts ?? {};
    world.links.set('order SO-1', { targetId: '', fingerprint: '', ...link, facts });
    await world.run(inPounds());
    expect(world.kept.get('source')).toMatchObject({ currency: 'EUR' });
    world.settings = { ...world.settings, currency: 'order' };
    await world.problem(inPounds());
    expect(world.kept.get('source')).toMatchObject({ currency: 'GBP' });
  });
});
