/**
 * Whatever becomes of receipts, in whatever order it is heard of, and wherever the object dies: the documents of a day come to what its receipts come
 * to, or a person is told.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../../../../src/flows/contract.ts';
import type { Order } from '../../../../src/records/order.ts';
import { Problem } from '../../../../src/records/problem.ts';
import { runs } from '../../../support/runs.ts';
import { receipt, Till } from './till.ts';

class Died extends Error {}

/** What a receipt comes to, in cents, and what was given back of it. */
interface Sale {
  readonly id: string;
  readonly till: string;
  readonly at: number;
  readonly rate: '9' | '21';
  readonly cents: number;
  readonly tip: number;
  readonly voucher: number;
  readonly refunds: readonly number[];
  readonly statesRates: boolean;
  readonly isCancelled: boolean;
}

type Deed =
  | { readonly do: 'ring'; readonly sale: Omit<Sale, 'at' | 'refunds' | 'isCancelled' | 'id'> }
  | { readonly do: 'notice' | 'cancel' | 'undo' | 'vanish' | 'not a receipt'; readonly which: number }
  | { readonly do: 'refund' | 'change'; readonly which: number; readonly cents: number }
  | { readonly do: 'pass'; readonly hours: number }
  | { readonly do: 'look' }
  | { readonly do: 'die'; readonly after: number; readonly when: 'before' | 'after' };

const which = fc.nat(5);
const cents = fc.integer({ min: -5_000, max: 9_000 }).filter((each) => each !== 0);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ring' as const),
      sale: fc.record({
        till: fc.constantFrom('Till 1', 'Till 2'),
        rate: fc.constantFrom('9' as const, '21' as const),
        cents,
        tip: fc.constantFrom(0, 0, 100),
        voucher: fc.constantFrom(0, 0, 2_500),
        statesRates: fc.boolean(),
      }),
    }),
  },
  fc.record({ do: fc.constantFrom('notice', 'cancel', 'cancel', 'undo', 'vanish', 'not a receipt'), which }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      which,
      cents: fc.integer({ min: 1, max: 3_000 }),
    }),
  },
  fc.record({ do: fc.constant('change' as const), which, cents }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 20 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'look' as const }) },
  fc.record({
    do: fc.constant('die' as const),
    after: fc.integer({ min: 1, max: 12 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
) as fc.Arbitrary<Deed>;

function shown(amount: number): string {
  return `${amount < 0 ? '-' : ''}${(Math.abs(amount) / 100).toFixed(2)}`;
}

function vatOf(amount: number, rate: string): number {
  return Math.sign(amount) * Math.round((Math.abs(amount) * Number(rate)) / (100 + Number(rate)));
}

function given({ refunds }: Sale): number {
  return refunds.reduce((sum, each) => sum + each, 0);
}

function orderOf(sale: Sale): Order {
  const { id, till, at, rate, cents: gross, tip, voucher, refunds, statesRates } = sale;
  const stated = refunds.map((each, index) => ({
    ...{ id: `${id}-${index}`, date: '2026-03-05', gross: shown(each) },
    byRate: [{ rate, gross: shown(each), vat: shown(vatOf(each, rate)) }],
  }));
  return {
    ...receipt(new Date(at).toISOString(), {
      of: [[shown(gross), rate]],
      receipt: { till, tips: shown(tip), vouchersSold: shown(voucher) },
    }),
    ...{ id, number: id, cancelled: sale.isCancelled, refunded: shown(given(sale)) },
    ...(statesRates && refunds.length > 0 ? { refunds: stated } : {}),
  };
}

class Counter {
  readonly till = new Till({ refunds: 'credit' }).at('2026-03-02T09:00:00+01:00');
  /** As the till has them, and as it told of them last. */
  readonly sales = new Map<string, Sale>();
  readonly #left = { calls: 0, when: 'before' };

  constructor() {
    const passes = (when: string) => {
      if (when !== this.#left.when || --this.#left.calls !== 0) return;
      throw new Died();
    };
    this.till.books.trouble = (_call, when) => passes(when);
    this.till.storing = () => passes('before');
  }

  async do(each: Deed): Promise<void> {
    const sale = 'which' in each ? [...this.sales.values()][each.which] : undefined;
    switch (each.do) {
      case 'ring':
        return this.#tell({
          ...{ ...each.sale, id: `R${String(90 - this.sales.size)}`, at: this.till.now },
          ...{ refunds: [], isCancelled: false },
        });
      case 'pass':
        this.till.now += each.hours * 3_600_000;
        return;
      case 'look':
        await this.look();
        return;
      case 'die':
        Object.assign(this.#left, { calls: each.after, when: each.when });
        return;
    }
    if (sale === undefined) return;
    this.till.now += 60_000;
    switch (each.do) {
      case 'notice':
        return this.#run(sale.id);
      case 'cancel':
        return this.#tell({ ...sale, isCancelled: true });
      case 'undo':
        return this.#tell({ ...sale, isCancelled: false });
      case 'change':
        return this.#tell({ ...sale, cents: each.cents, refunds: [] });
      case 'refund': {
        const most = sale.cents - given(sale);
        return most <= 0 || sale.isCancelled
          ? undefined
          : this.#tell({ ...sale, refunds: [...sale.refunds, Math.min(most, each.cents)] });
      }
      case 'vanish':
        this.till.orders.delete(sale.id);
        await this.#run(sale.id);
        this.till.orders.set(sale.id, orderOf(sale));
        return this.#run(sale.id);
      case 'not a receipt': {
        if (!this.till.links.get(`receipt ${sale.id}`)?.targetId.startsWith('day:')) return;
        const { receipt: _, ...rest } = orderOf(sale);
        this.till.orders.set(sale.id, rest);
        return this.#run(sale.id);
      }
    }
  }

  async look(): Promise<Record<string, string>> {
    return (await this.#again(() => this.till.look())) as Record<string, string>;
  }

  async #tell(sale: Sale): Promise<void> {
    this.sales.set(sale.id, sale);
    this.till.orders.set(sale.id, orderOf(sale));
    await this.#run(sale.id);
  }

  async #run(key: string): Promise<void> {
    const ended = await this.#again(() =>
      this.till.run(key).catch((error: unknown) => {
        if (error instanceof Problem) return error;
        throw error;
      }),
    );
    if (ended instanceof Problem) expect(ended.code).toMatch(/^order_gone$/);
    else expect((ended as Outcome).kind).toMatch(/done|skipped/);
  }

  async #again<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
    }
  }
}

/** What documents and receipts of each day come to: gross and VAT. */
function compare({ till, sales }: Counter) {
  const days = new Map<string, { documents: [number, number]; receipts: [number, number] }>();
  const add = (key: string, side: 'documents' | 'receipts', gross: number, vat: number) => {
    const day = days.get(key) ?? { documents: [0, 0], receipts: [0, 0] };
    days.set(key, { ...day, [side]: [day[side][0] + gross, day[side][1] + vat] });
  };
  for (const [reference, , gross, vat] of till.booked) {
    const [, name, date] = /^(Till \d) (\d{4}-\d{2}-\d{2})/.exec(String(reference)) ?? [];
    add(`day:${date}:${name}`, 'documents', Math.round(Number(gross) * 100), Math.round(Number(vat) * 100));
  }
  for (const sale of sales.values()) {
    const day = till.links.get(`receipt ${sale.id}`)?.targetId;
    if (day === undefined) continue;
    expect(day).toMatch(new RegExp(`^day:.*:${sale.till}$`));
    const left = sale.cents - given(sale) + sale.tip + sale.voucher;
    const vat =
      vatOf(sale.cents, sale.rate) - sale.refunds.reduce((sum, each) => sum + vatOf(each, sale.rate), 0);
    add(day, 'receipts', sale.isCancelled ? 0 : left, sale.isCancelled ? 0 : vat);
  }
  return days;
}

test('documents and receipts of a day come to the same, or a person is told', async () => {
  let compared = 0;
  let flagged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 30 }), async (deeds) => {
      const counter = new Counter();
      for (const each of deeds) await counter.do(each);
      await counter.do({ do: 'die', after: 0, when: 'before' });
      let told: Record<string, string> = {};
      for (let night = 0; night < 6; night++) {
        counter.till.now += 12 * 3_600_000;
        told = await counter.look();
      }
      for (const [day, { documents, receipts }] of compare(counter)) {
        if (told[day] !== undefined) {
          expect(told[day]).toMatch(/^(order_changed|refund_undone)$/);
          flagged++;
          continue;
        }
        expect(documents[0], `${day}: gross`).toBe(receipts[0]);
        // The VAT of a refund of which no rates are stated is its part of the receipt's.
        expect(Math.abs(documents[1] - receipts[1]), `${day}: VAT`).toBeLessThanOrEqual(
          [...counter.sales.values()].some(({ statesRates, refunds }) => !statesRates && refunds.length > 0)
            ? 3
            : 0,
        );
        compared++;
      }
      // No day has two documents beside its credits.
      const references = counter.till.booked.map(([reference, , gross]) => `${reference} ${gross}`);
      expect(new Set(references).size).toBe(references.length);
    }),
    runs(200),
  );
  expect(compared).toBeGreaterThan(flagged);
});
