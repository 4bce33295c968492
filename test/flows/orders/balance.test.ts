import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { documentTarget } from '../../../src/connectors/jortt/orders/target.ts';
import { invoiceTotals } from '../../../src/connectors/jortt/orders/totals.ts';
import { buildDocument } from '../../../src/flows/orders/document/build.ts';
import type { ordersSettings } from '../../../src/flows/orders/settings.ts';
import { big, sum } from '../../../src/records/money.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem } from '../../../src/records/problem.ts';
import { runs } from '../../support/runs.ts';
import { messageOf, toldOf } from '../told.ts';
import { grossOf, vatOf } from './books.ts';
import { World } from './harness.ts';
import { charge, line, order } from './samples.ts';

type Settings = z.input<typeof ordersSettings>;

async function balanced(of: Order, settings: Settings = {}) {
  const world = new World({ settings });
  return buildDocument(await world.work(of), world.settings);
}

async function problemOf(of: Order, settings: Settings = {}): Promise<Problem> {
  const thrown = await balanced(of, settings).catch((error: unknown) => error);
  if (thrown instanceof Problem) return thrown;
  throw new Error('was balanced');
}

/** A shop that rounds up on every line: 3 × 0.04. Once per rate it is 0.10 (0.60 × 21/121 = 0.1041…). */
const centsApart = order({
  lines: Array.from({ length: 3 }, () => line({ quantity: '1', unitPrice: '0.20' })),
  shipping: [],
  gross: '0.60',
  vat: '0.12',
  vatByRate: [{ rate: '21', vat: '0.12' }],
});

describe('within the tolerance', () => {
  test('an order that comes out even gets no rounding line', async () => {
    const { document, totals } = await balanced(order());
    expect(document.lines.filter(({ kind }) => kind === 'rounding')).toEqual([]);
    expect(totals).toEqual({ gross: '30.25', vat: '5.25', byRate: [{ rate: '21', vat: '5.25' }] });
  });

  test('VAT that is cents apart is moved at its rate and taken back at 0 %', async () => {
    const { document, totals } = await balanced(centsApart);
    expect(totals).toMatchObject({ gross: '0.60', vat: '0.12' });
    const rounding = document.lines.filter(({ kind }) => kind === 'rounding');
    expect(rounding.map(({ vatRate }) => vatRate)).toEqual(['21', '0']);
    expect(sum(rounding.map(({ unitPrice }) => unitPrice)).eq(0)).toBe(true);
  });

  test('VAT that is moved is not left on half a cent, which some systems round up and others down', async () => {
    // A French order: 74.55 / 6 = 12.425, and the shop says 12.44. With 0.06 more it is 12.435, and with 0.07 12.4366…
    const lines = [
      line({ quantity: '3', unitPrice: '11.95', vatRate: '20' }),
      line({ quantity: '3', unitPrice: '8.25', vatRate: '20' }),
      line({ quantity: '1', unitPrice: '13.95', vatRate: '20' }),
    ];
    const vatByRate = [{ rate: '20', vat: '12.44' }];
    const { document, totals } = await balanced(
      order({ lines, shipping: [], gross: '74.55', vat: '12.44', vatByRate }),
    );
    expect(totals).toMatchObject({ gross: '74.55', vat: '12.44' });
    const rounding = document.lines.filter(({ kind }) => kind === 'rounding');
    expect(rounding.map(({ unitPrice }) => unitPrice)).toEqual(['0.07', '-0.07']);
  });

  test('gross that is cents apart becomes a line at 0 %', async () => {
    const of = order({ gross: '30.28', vat: '5.25' });
    const { document, totals } = await balanced(of);
    expect(totals).toMatchObject({ gross: '30.28', vat: '5.25' });
    expect(document.lines.at(-1)).toMatchObject({ kind: 'rounding', unitPrice: '0.03', vatRate: '0' });
  });

  test("the rounding line has the settings' words and account", async () => {
    const { document } = await balanced(order({ gross: '30.26' }), {
      rounding: { description: 'Cents' },
      revenueAccount: { rounding: 'a-rounding' },
    });
    expect(document.lines.at(-1)).toMatchObject({
      description: 'Cents',
      account: 'a-rounding',
      vatCode: '0',
    });
  });

  test("accepted VAT is the target's own, the gross is the order's still", async () => {
    const { document, totals } = await balanced(centsApart, { rounding: { vat: 'accept' } });
    expect(totals).toMatchObject({ gross: '0.60', vat: '0.10' });
    expect(document.lines).toHaveLength(3);
  });
});

describe('beyond the tolerance nothing is booked, and the figures are told', () => {
  test.each([
    ['gross', order({ gross: '30.31' }), {}],
    ['gross, downwards', order({ gross: '30.19' }), {}],
    ['VAT', order({ vat: '5.31', vatByRate: [{ rate: '21', vat: '5.31' }] }), {}],
    [
      'VAT, by accepted rounding',
      order({ vat: '5.31', vatByRate: [{ rate: '21', vat: '5.31' }] }),
      { rounding: { vat: 'accept' } },
    ],
    [
      'VAT of two rates that level each other out',
      order({
        vatByRate: [
          { rate: '21', vat: '5.21' },
          { rate: '9', vat: '0.04' },
        ],
      }),
      {},
    ],
    ['VAT at no rate', order({ vat: '5.26' }), {}],
    [
      'VAT on what has a rate of zero',
      order({
        vat: '5.26',
        vatByRate: [
          { rate: '21', vat: '5.25' },
          { rate: '0', vat: '0.01' },
        ],
      }),
      {},
    ],
    ['one cent, where none is allowed', order({ gross: '30.26' }), { rounding: { tolerance: '0' } }],
  ] as const)('%s', async (_, of, settings) => {
    const problem = await problemOf(of, settings);
    expect(problem).toMatchObject({ kind: 'rejected', code: 'totals_differ' });
    expect(messageOf(problem)).toContain(`€${of.gross} with €${of.vat} VAT`);
    expect(messageOf(problem)).toMatch(/come to €\d+\.\d\d with €\d+\.\d\d/);
  });

  test('a wider tolerance lets it through, to the cent', async () => {
    const { totals } = await balanced(order({ gross: '31.25' }), { rounding: { tolerance: '1.00' } });
    expect(totals.gross).toBe('31.25');
  });

  test('equal totals pass a tolerance of zero', async () => {
    expect((await balanced(order(), { rounding: { tolerance: '0' } })).totals.gross).toBe('30.25');
  });
});

/** Prices without VAT, which the shop rounds up on every piece: 2.07 × 21 % is 0.4347, so 0.43 a piece. */
const perPiece = order({
  pricesIncludeVat: false,
  lines: [line({ quantity: '250', unitPrice: '2.07' })],
  shipping: [],
  gross: '625.00',
  vat: '107.50',
  vatByRate: [{ rate: '21', vat: '107.50' }],
});

describe('a shop that rounds VAT per piece', () => {
  const withVat = (of: Order, vat: string, fields: Partial<Order> = {}) => ({
    ...of,
    vat,
    vatByRate: [{ rate: '21', vat }],
    ...fields,
  });
  const discounted = order({
    pricesIncludeVat: false,
    lines: [line({ quantity: '100', unitPrice: '3.09', discount: '30.90' })],
    shipping: [],
    gross: '336.10',
    vat: '58.00',
    vatByRate: [{ rate: '21', vat: '58.00' }],
  });
  const including = withVat(
    order({ lines: [line({ quantity: '300', unitPrice: '3.74' })], shipping: [], gross: '1122.00' }),
    '195.00',
  );
  const mixed = order({
    pricesIncludeVat: false,
    lines: [
      line({ quantity: '250', unitPrice: '2.07' }),
      line({ quantity: '80', unitPrice: '1.17', vatRate: '9' }),
    ],
    shipping: [charge({ amount: '5.00' })],
    gross: '733.45',
    vat: '117.35',
    vatByRate: [
      { rate: '21', vat: '108.55' },
      { rate: '9', vat: '8.80' },
    ],
  });

  test.each([
    ['prices without VAT', perPiece],
    ['prices with VAT', including],
    ['a discount', discounted],
    ['two rates and shipping', mixed],
  ])('is booked with its VAT: %s', async (_, of) => {
    const { document, totals, rounded } = await balanced(of);
    expect(big(totals.gross).eq(of.gross) && big(totals.vat).eq(of.vat)).toBe(true);
    expect(rounded).toMatchObject({ by: 'piece' });
    const body = documentTarget.toWire({ ...document, customerId: 'c' }, new World().books.api.account);
    expect(big(grossOf(body)).eq(of.gross) && big(vatOf(body)).eq(of.vat)).toBe(true);
  });

  test('with accepted VAT is booked with the VAT of the books, at its gross', async () => {
    const { totals } = await balanced(perPiece, { rounding: { vat: 'accept' } });
    expect(totals).toMatchObject({ gross: '625.00', vat: '108.68' });
  });

  test('is watched as sharply as any other', async () => {
    // A fee of 1.99 that no field tells, and VAT that is six cents off what rounding per piece comes to.
    expect((await problemOf(withVat(perPiece, '107.50', { gross: '626.99' }))).code).toBe('totals_differ');
    expect((await problemOf(withVat(perPiece, '107.56', { gross: '625.06' }))).code).toBe('totals_differ');
  });
});

describe('what the problem advises works', () => {
  const drift = fc.integer({ min: -2_000, max: 2_000 }).map((cents) => big(String(cents)).div(100));

  test('whatever the order states', async () => {
    await fc.assert(
      fc.asyncProperty(baskets, drift, drift, async (basket, grossOff, vatOff) => {
        const even = order({
          ...basket,
          lines: basket.lines.map(line),
          shipping: [],
          fees: [],
          discounts: [],
        });
        const [first, ...others] = even.vatByRate;
        const of = {
          ...even,
          gross: big(even.gross).plus(grossOff).toFixed(2),
          vat: big(even.vat).plus(vatOff).toFixed(2),
          vatByRate: [
            {
              rate: first?.rate ?? '0',
              vat: big(first?.vat ?? '0')
                .plus(vatOff)
                .toFixed(2),
            },
            ...others,
          ],
        };
        const ended = await balanced(of).catch((error: unknown) => error);
        if (!(ended instanceof Problem)) return;
        const { needed, ways } = ended.params as { needed: string; ways: ('match' | 'accept')[] };
        expect(ways).not.toEqual([]);
        for (const vat of ways) {
          const { totals } = await balanced(of, { rounding: { tolerance: needed, vat } });
          expect(big(totals.gross).eq(of.gross)).toBe(true);
          if (vat === 'match') expect(big(totals.vat).eq(of.vat)).toBe(true);
        }
      }),
      runs(150),
    );
  });

  test('in words', async () => {
    const told = toldOf(await problemOf(order({ gross: '30.36' })));
    expect(told.action).toContain('"rounding.tolerance" to "0.11"');
    expect(told.action).toContain('"rounding.vat": "accept"');
    const atNoRate = toldOf(await problemOf(order({ vat: '5.26' })));
    expect(atNoRate.action).toContain('and "rounding.vat" to "accept"');
  });

  test('and never is a tolerance that would hide an amount', async () => {
    const told = toldOf(await problemOf(order({ gross: '32.24' })));
    expect(told.action).toMatch(/^Correct the order in the shop/);
    expect(told.action).not.toContain('rounding');
  });
});

const rate = fc.constantFrom('0', '5.5', '6', '9', '12', '19', '21', '25');
const price = fc.integer({ min: 1, max: 50_000 }).map((cents) => big(String(cents)).div(100).toFixed(2));
const baskets = fc.record({
  pricesIncludeVat: fc.boolean(),
  lines: fc.array(
    fc.record({
      unitPrice: fc.oneof(
        price,
        fc.integer({ min: 1, max: 500_000 }).map((mills) => big(String(mills)).div(1000).toFixed(3)),
      ),
      quantity: fc.oneof(
        fc.integer({ min: 1, max: 12 }).map(String),
        fc.constantFrom('0.5', '1.25', '0.375'),
      ),
      vatRate: rate,
    }),
    { minLength: 1, maxLength: 8 },
  ),
  shipping: fc.array(fc.record({ amount: price, vatRate: rate }), { maxLength: 2 }),
  fees: fc.array(fc.record({ amount: price, vatRate: rate }), { maxLength: 1 }),
  discounts: fc.array(fc.record({ amount: price, vatRate: rate }), { maxLength: 2 }),
});

test('for any basket within the tolerance the document comes to the order, to the cent, by any shape of lines', async () => {
  const shapes = fc.record({
    lines: fc.constantFrom('items', 'summary', 'split'),
    discounts: fc.constantFrom('lines', 'spread'),
  });
  await fc.assert(
    fc.asyncProperty(baskets, shapes, async (basket, shape) => {
      const of = order({
        pricesIncludeVat: basket.pricesIncludeVat,
        lines: basket.lines.map(line),
        shipping: basket.shipping.map(charge),
        fees: basket.fees.map(charge),
        discounts: basket.discounts.map(charge),
      });
      const { document, totals } = await balanced(of, { ...shape, rounding: { tolerance: '0.50' } });
      expect(big(totals.gross).eq(of.gross) && big(totals.vat).eq(of.vat)).toBe(true);
      expect(invoiceTotals(document)).toEqual(totals);
      for (const { rate: each, vat } of of.vatByRate) {
        const there = totals.byRate.find((found) => big(found.rate).eq(each))?.vat ?? '0';
        expect(big(there).eq(vat)).toBe(true);
      }
      // And once more from the bytes that would be sent, by arithmetic of their own.
      const body = documentTarget.toWire({ ...document, customerId: 'c' }, new World().books.api.account);
      expect(big(grossOf(body)).eq(of.gross)).toBe(true);
      expect(big(vatOf(body)).eq(of.vat)).toBe(true);
    }),
    runs(150),
  );
});

test('whatever figures an order states, its document comes to them or it is parked', async () => {
  const drift = fc.integer({ min: -12, max: 12 }).map((cents) => big(String(cents)).div(100));
  await fc.assert(
    fc.asyncProperty(baskets, drift, drift, async (basket, grossOff, vatOff) => {
      const even = order({ ...basket, lines: basket.lines.map(line), shipping: [], fees: [], discounts: [] });
      const first = even.vatByRate[0];
      const of = {
        ...even,
        gross: big(even.gross).plus(grossOff).toFixed(),
        vat: big(even.vat).plus(vatOff).toFixed(),
        vatByRate: even.vatByRate.map((each) =>
          each === first ? { ...each, vat: big(each.vat).plus(vatOff).toFixed() } : each,
        ),
      };
      const ended = await balanced(of).catch((error: unknown) => error);
      if (ended instanceof Problem) {
        expect(ended.code).toBe('totals_differ');
        return;
      }
      const { totals } = ended as Awaited<ReturnType<typeof balanced>>;
      expect(big(totals.gross).eq(of.gross) && big(totals.vat).eq(of.vat)).toBe(true);
    }),
    runs(150),
  );
});
