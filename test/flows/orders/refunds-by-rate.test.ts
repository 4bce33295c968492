/** A credit has the rates, the VAT and the day of the refund, where the shop states them; an amount alone is spread. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { big, sum } from '../../../src/records/money.ts';
import type { Order, Refund } from '../../../src/records/order.ts';
import { runs } from '../../support/runs.ts';
import { messageOf } from '../told.ts';
import { grossOf, vatOf } from './books.ts';
import { unanswered, World } from './harness.ts';
import { line, order } from './samples.ts';

const settings = { state: 'sent', refunds: 'credit' } as const;

/** 60.50 at 21 % and 32.70 at 9 %: 93.20 with 13.20 VAT. */
const mixed = order({
  lines: [line({ quantity: '5' }), line({ quantity: '3', unitPrice: '10.90', vatRate: '9' })],
  shipping: [],
});

const at21 = (gross: string, vat: string) => ({ rate: '21', gross, vat });
const at9 = (gross: string, vat: string) => ({ rate: '9', gross, vat });

function refund(gross: string, byRate?: Refund['byRate'], date?: string): Refund {
  return { gross, ...(byRate && { byRate }), ...(date && { date }) };
}

function givenBack(...refunds: Refund[]): Order {
  return { ...mixed, refunded: sum(refunds.map(({ gross }) => gross)).toFixed(2), refunds };
}

async function booked(): Promise<World> {
  const world = new World({ settings });
  await world.run(mixed);
  return world;
}

/** The credits that were sent, as `gross vat`. */
function credits({ books }: World): string[] {
  return books.sent.slice(1).map((body) => `${grossOf(body)} ${vatOf(body)}`);
}

function rates({ books }: World): unknown[] {
  const last = books.sent.at(-1) as { line_items: { vat: { value: string } }[] };
  return last.line_items.map(({ vat }) => vat.value);
}

describe('a refund whose rates are stated', () => {
  test('of one rate is credited at that rate alone', async () => {
    const world = await booked();
    await world.run(givenBack(refund('60.50', [at21('60.50', '10.50')])));
    expect(credits(world)).toEqual(['-60.50 -10.50']);
    expect(rates(world)).toEqual(['0.21']);
  });

  test('of both rates in other shares than the order has is credited so', async () => {
    const world = await booked();
    await world.run(givenBack(refund('23.00', [at21('12.10', '2.10'), at9('10.90', '0.90')])));
    expect(credits(world)).toEqual(['-23.00 -3.00']);
  });

  test('with VAT that the books would round otherwise has the VAT of the shop', async () => {
    const world = await booked();
    await world.run(givenBack(refund('12.10', [at21('12.10', '2.09')])));
    expect(credits(world)).toEqual(['-12.10 -2.09']);
  });

  test('with VAT that is none of its rate is parked: nothing is guessed', async () => {
    const world = await booked();
    expect(await world.problem(givenBack(refund('12.10', [at21('12.10', '0')])))).toMatchObject({
      code: 'totals_differ',
    });
    expect(world.books.invoices).toHaveLength(1);
    world.accept('SO-1');
    expect(await world.run(givenBack(refund('12.10', [at21('12.10', '0')])))).toMatchObject({
      reason: { code: 'difference_accepted' },
    });
  });

  test('of a shop that rounds per piece: as far off as the whole order is', async () => {
    // 3.74 apiece with 0.65 VAT each; the books make 64.91 of a hundred.
    const of = order({
      lines: [line({ quantity: '100', unitPrice: '3.74' })],
      shipping: [],
      gross: '374.00',
      vat: '65.00',
      vatByRate: [{ rate: '21', vat: '65.00' }],
    });
    const world = new World({ settings });
    await world.run(of);
    const first = refund('187.00', [at21('187.00', '32.50')]);
    await world.run({ ...of, refunded: '187.00', refunds: [first] });
    await world.run({ ...of, refunded: '374.00', refunds: [first, refund('187.00')] });
    expect(credits(world)).toEqual(['-187.00 -32.50', '-187.00 -32.50']);
  });

  test('one after the other: each has its own', async () => {
    const world = await booked();
    const first = refund('12.10', [at21('12.10', '2.10')]);
    await world.run(givenBack(first));
    await world.run(givenBack(first, refund('10.90', [at9('10.90', '0.90')])));
    expect(credits(world)).toEqual(['-12.10 -2.10', '-10.90 -0.90']);
  });

  test.each([
    ['of the same amount', [at9('10.90', '0.90')], [at21('10.90', '1.89')], '-10.90 -0.90'],
    ['of another amount', [at9('10.90', '0.90')], [at21('12.10', '2.10')], '-10.90 -0.90'],
  ] as const)(
    'one that the shop tells before an earlier one, %s: each has its own',
    async (_, late, early, own) => {
      const world = await booked();
      const whole = (shares: readonly { gross: string }[]) =>
        sum(shares.map(({ gross }) => gross)).toFixed(2);
      // Pieces that were cancelled stand after the credit memos, and have no day.
      const cancelled = refund(whole(early), [...early]);
      const memo = refund(whole(late), [...late], '2026-03-04');
      await world.run(givenBack(cancelled));
      await world.run(givenBack(memo, cancelled));
      expect(credits(world)[1]).toBe(own);
      expect(rates(world)).toEqual(['0.09']);
      expect(world.books.sent.at(-1)).toMatchObject({ invoice_date: '2026-03-04' });
      await world.run(givenBack(memo, cancelled));
      expect(credits(world)).toHaveLength(2);
    },
  );

  test('told as one that grows: the difference per rate is credited', async () => {
    const world = await booked();
    await world.run(givenBack(refund('12.10', [at21('12.10', '2.10')])));
    await world.run(givenBack(refund('33.90', [at21('12.10', '2.10'), at9('21.80', '1.80')])));
    expect(credits(world)).toEqual(['-12.10 -2.10', '-21.80 -1.80']);
    expect(rates(world)).toEqual(['0.09']);
  });

  test('after one by hand that a person saw to: only the rest, at its own rate', async () => {
    const world = new World({ settings: { state: 'sent' } });
    await world.run(mixed);
    await world.problem(givenBack(refund('60.50', [at21('60.50', '10.50')])));
    world.accept('SO-1');
    world.settings = { ...world.settings, refunds: 'credit' };
    await world.run(givenBack(refund('71.40', [at21('60.50', '10.50'), at9('10.90', '0.90')])));
    expect(credits(world)).toEqual(['-10.90 -0.90']);
  });

  test('of the rest, and the order as a whole then: nothing is left of any rate', async () => {
    const world = await booked();
    await world.run(givenBack(refund('60.50', [at21('60.50', '10.50')])));
    await world.run({ ...givenBack(refund('60.50', [at21('60.50', '10.50')])), cancelled: true });
    expect(credits(world)).toEqual(['-60.50 -10.50', '-32.70 -2.70']);
    expect(rates(world)).toEqual(['0.09']);
  });
});

describe('a refund of an amount alone', () => {
  test('is spread over what the order holds', async () => {
    const world = await booked();
    await world.run({ ...mixed, refunded: '46.60' });
    expect(credits(world)).toEqual(['-46.60 -6.60']);
  });

  test('after one whose rate is stated is spread over what is left', async () => {
    const world = await booked();
    const first = refund('60.50', [at21('60.50', '10.50')]);
    await world.run(givenBack(first));
    await world.run(givenBack(first, refund('10.90')));
    expect(credits(world)).toEqual(['-60.50 -10.50', '-10.90 -0.90']);
    expect(rates(world)).toEqual(['0.09']);
  });

  test('again and again, and the rest of it, takes all of the VAT and no more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 9_319 }), { minLength: 1, maxLength: 4 }),
        async (cents) => {
          const world = await booked();
          for (const each of [...cents.toSorted((a, b) => a - b), 9_320])
            await world.run({ ...mixed, refunded: big(String(each)).div(100).toFixed(2) });
          const bodies = world.books.sent.slice(1);
          expect(sum(bodies.map(grossOf)).toFixed(2)).toBe('-93.20');
          expect(sum(bodies.map(vatOf)).toFixed(2)).toBe('-13.20');
        },
      ),
      runs(50),
    );
  });

  test('that went before Koppel kept the rates counts as spread over all of them', async () => {
    const world = await booked();
    const link = world.link('SO-1');
    if (link) world.links.set('order SO-1', { ...link, facts: { ...link.facts, credited: '46.60' } });
    await world.run({ ...mixed, refunded: '93.20' });
    expect(credits(world)).toEqual(['-46.60 -6.60']);
  });
});

describe('the day of a credit', () => {
  const day = ({ books }: World) => books.sent.at(-1)?.invoice_date;

  test('is that of the refund in the shop', async () => {
    const world = await booked();
    world.now = Date.parse('2026-07-09T10:00:00Z');
    await world.run(givenBack(refund('12.10', [at21('12.10', '2.10')], '2026-06-30')));
    expect(day(world)).toBe('2026-06-30');
  });

  test('of two refunds that are seen at once is that of each', async () => {
    const world = await booked();
    const first = refund('12.10', [at21('12.10', '2.10')], '2026-03-31');
    const second = refund('10.90', undefined, '2026-04-01');
    await world.run(givenBack(first, second));
    expect(world.books.sent.slice(1).map(({ invoice_date }) => invoice_date)).toEqual([
      '2026-03-31',
      '2026-04-01',
    ]);
    expect(world.link('SO-1')?.facts.credited).toBe('23.00');
  });

  test.each([
    ['of the change, in the time zone of the shop', '2026-05-20T22:30:00.000Z', '2026-05-21'],
    ['today, where the order has not changed since it was booked', '2026-03-02T10:00:00.000Z', '2026-05-23'],
  ])('that the shop does not state is that %s', async (_, updatedAt, expected) => {
    const world = await booked();
    world.now = Date.parse('2026-05-22T22:30:00Z');
    await world.run({ ...mixed, refunded: '10.00', updatedAt });
    expect(day(world)).toBe(expected);
  });
});

describe('a refund without an amount', () => {
  const unstated = { ...mixed, refundUnstated: true };

  test.each(['flag', 'credit'] as const)('is flagged, with refunds set to "%s"', async (refunds) => {
    const world = new World({ settings: { state: 'sent', refunds } });
    await world.run(mixed);
    const problem = await world.problem(unstated);
    expect(problem).toMatchObject({ kind: 'rejected', code: 'refund_unstated' });
    expect(messageOf(problem)).toContain('does not say how much');
    expect(world.books.invoices).toHaveLength(1);
    world.accept('SO-1');
    expect(await world.run(unstated)).toMatchObject({ reason: { code: 'difference_accepted' } });
    await world.run({ ...unstated, note: 'sent on' });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('is flagged for an order that is new, too, once it is booked', async () => {
    const world = new World({ settings });
    expect(await world.problem(unstated)).toMatchObject({ code: 'refund_unstated' });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('is left alone where refunds are ignored', async () => {
    const world = new World({ settings: { state: 'sent', refunds: 'ignore' } });
    await world.run(mixed);
    expect(await world.run(unstated)).toMatchObject({ reason: { code: 'already_booked' } });
  });

  test('and with one later is credited then', async () => {
    const world = await booked();
    await world.problem(unstated);
    await world.run(givenBack(refund('12.10', [at21('12.10', '2.10')])));
    expect(credits(world)).toEqual(['-12.10 -2.10']);
  });
});

test('a credit by rate that was not answered is found, and what comes after knows of it', async () => {
  const world = await booked();
  const first = refund('60.50', [at21('60.50', '10.50')]);
  world.books.trouble = ({ method }, when) => {
    if (method === 'POST' && when === 'after') throw unanswered();
  };
  await world.problem(givenBack(first));
  world.books.trouble = () => undefined;
  await world.run(givenBack(refund('71.40', [at21('60.50', '10.50'), at9('10.90', '0.90')])));
  expect(credits(world)).toEqual(['-60.50 -10.50', '-10.90 -0.90']);
  expect([...world.steps]).toEqual([]);
});
