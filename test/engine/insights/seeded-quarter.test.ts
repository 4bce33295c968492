/**
 * A quarter of a shop through the whole engine, against figures that stand in no code of Koppel's: whole cents of the shop's raw payloads, and what
 * the stand-in's books hold. Every order of the difference is named, and nothing else is.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ApartView, ReconciliationView } from '../../../src/engine/reporting/insight-views.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { type RawOrder, RawShopAndBooks, withRawShop } from '../../support/raw-shop.ts';
import { amsterdamDay, type SeededQuarter, seededQuarter } from '../../support/seeded-quarter.ts';

withRawShop();

const dayMs = 24 * hourMs;
const orders = 300;
/** The books fall silent so long before the quarter ends. Who fails for a day is for a person. */
const silentMs = 10 * hourMs;

/** What is known of each order without Koppel. */
interface Expected {
  readonly raw: RawOrder;
  readonly month: string;
  /** Less what was given back. */
  readonly due: number;
  readonly documents: number;
  readonly credited: number;
  readonly isBooked: boolean;
}

const centsOf = (amount: string): number => {
  const [, sign, whole, cents = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  if (whole === undefined) throw new Error(`no whole cents: ${amount}`);
  return Number(`${sign}${whole}${cents.padEnd(2, '0')}`);
};
const sumOf = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0);
const backOf = ({ cancelled, cents, returned }: RawOrder) =>
  cancelled ? cents : sumOf(returned.map((each) => each.cents));

describe.each([
  ['2026, with the end of summer time', '2026-10-01', '2027-01-01', ['2026-10', '2026-11', '2026-12']],
  ['2027, with its beginning', '2027-01-01', '2027-04-01', ['2027-01', '2027-02', '2027-03']],
])('a quarter of %s', (_name, first, end, months) => {
  let quarter: SeededQuarter;
  let world: RawShopAndBooks;
  let expected: readonly Expected[];
  /** What a person left out, and orders of which a difference was accepted. */
  const leftOut = new Set<string>();
  /** The moment from which the books take nothing any more. */
  let awayFrom: number;

  beforeAll(async () => {
    quarter = seededQuarter(Number(first.slice(0, 4)), first, end, orders);
    world = new RawShopAndBooks();
    await world.clock.runUntil(quarter.first - dayMs);
    await trade(world, quarter, leftOut);
    awayFrom = quarter.end - silentMs;
    expected = [...world.orders.values()].map((raw) => expectedOf(world, raw));
  }, 300_000);

  const view = (month: string): ReconciliationView =>
    world.integration.reports.insights.reconciliation({ month });
  const named = (month: string): ApartView[] => {
    const all: ApartView[] = [];
    let cursor: string | undefined;
    do {
      const page = world.integration.reports.insights.apart({ month }, cursor, 7);
      expect(page.items.length).toBeLessThanOrEqual(7);
      all.push(...page.items);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    return all;
  };
  const of = (month: string, currency: string) =>
    expected.filter((each) => each.month === month && each.raw.currency === currency);

  test('is one worth the name', () => {
    const all = months.flatMap((month) => of(month, 'EUR'));
    const differ = all.filter(
      ({ isBooked, due, documents, credited }) => isBooked && due !== documents - credited,
    );
    expect(all.filter(({ isBooked }) => isBooked).length).toBeGreaterThan(150);
    expect(all.filter(({ isBooked }) => !isBooked).length).toBeGreaterThan(30);
    expect(differ.length).toBeGreaterThan(10);
    expect(all.filter(({ isBooked, credited }) => isBooked && credited > 0).length).toBeGreaterThan(20);
    const both = differ.filter(({ raw, documents, credited }) => documents !== raw.cents && credited > 0);
    expect(both.length).toBeGreaterThan(1);
    expect(months.flatMap((month) => of(month, 'CHF')).length).toBeGreaterThan(10);
    // Of every third order the day is another one in UTC, or nearly so.
    const moved = all.filter(
      ({ raw }) => raw.placed_at.slice(0, 10) !== amsterdamDay(Date.parse(raw.placed_at)),
    );
    expect(moved.length).toBeGreaterThan(30);
    const waiting = months.flatMap(named).filter(({ part }) => part === 'waiting' || part === 'on_its_way');
    expect(waiting.length).toBeGreaterThan(2);
  });

  test.each(months)(
    '%s: what the shop sold, what the books have, and the difference, to the cent',
    (month) => {
      const { currencies, unknown, timeZone } = view(month);
      expect([currencies.map(({ currency }) => currency), timeZone]).toEqual([
        ['CHF', 'EUR'],
        'Europe/Amsterdam',
      ]);
      expect(unknown).toEqual({ notRead: 0, ofBefore: 0 });
      for (const {
        currency,
        shop,
        books,
        due,
        leftOut: left,
        notBooked,
        changed,
        givenBack,
        ...rest
      } of currencies) {
        const all = of(month, currency);
        const booked = all.filter(({ isBooked }) => isBooked);
        expect([shop.count, books.count]).toEqual([all.length, booked.length]);
        expect(centsOf(shop.gross)).toBe(sumOf(all.map(({ raw }) => raw.cents)));
        expect(centsOf(shop.refunded)).toBe(sumOf(all.map(({ raw }) => backOf(raw))));
        expect(centsOf(shop.amount)).toBe(sumOf(all.map((each) => each.due)));
        expect(centsOf(books.documents)).toBe(sumOf(booked.map(({ documents }) => documents)));
        expect(centsOf(books.credited)).toBe(sumOf(booked.map(({ credited }) => credited)));
        expect(centsOf(changed.amount)).toBe(
          sumOf(booked.map(({ raw, documents }) => documents - raw.cents)),
        );
        expect(centsOf(givenBack.amount)).toBe(
          sumOf(booked.map(({ raw, credited }) => backOf(raw) - credited)),
        );
        // The way from one to the other, walked in cents.
        const reached =
          centsOf(shop.amount) -
          centsOf(left.amount) -
          sumOf(notBooked.map(({ amount }) => centsOf(amount))) +
          centsOf(changed.amount) +
          centsOf(givenBack.amount);
        expect(reached).toBe(centsOf(books.amount));
        expect(centsOf(rest.difference)).toBe(centsOf(due.amount) - centsOf(books.amount));
        expect(rest.holds).toBe(true);
      }
    },
  );

  test.each(months)('%s: every order that makes a difference is named with why, and no other', (month) => {
    const all = named(month);
    const missing = [...of(month, 'EUR'), ...of(month, 'CHF')].filter(
      ({ isBooked, due, documents, credited }) => !isBooked || due !== documents - credited,
    );
    expect(all.map(({ number }) => number).sort()).toEqual(missing.map(({ raw }) => raw.number).sort());
    const byNumber = new Map(all.map((each) => [each.number, each]));
    for (const { raw, due, documents, credited, isBooked } of missing) {
      const shown = byNumber.get(raw.number);
      expect(shown?.placedOn, raw.number).toBe(amsterdamDay(Date.parse(raw.placed_at)));
      // What is left out makes none.
      const difference = shown?.part === 'left_out' ? 0 : due - (documents - credited);
      expect(
        [shown?.due, shown?.inBooks, shown?.difference].map((each) => centsOf(each ?? '')),
        raw.number,
      ).toEqual([due, documents - credited, difference]);
      expect(partsFor(raw, isBooked, leftOut, awayFrom), raw.number).toContain(shown?.part);
      expect(shown?.why, raw.number).toMatch(/\S \S/);
    }
    // What is named adds up to what the sums say.
    for (const { currency, difference, differing } of view(month).currencies) {
      const ofCurrency = all.filter((each) => each.currency === currency);
      const sum = sumOf(ofCurrency.map((each) => centsOf(each.difference ?? '')));
      expect(sum).toBe(centsOf(difference));
      expect(differing).toBe(ofCurrency.filter(({ part }) => part === 'differs').length);
    }
  });

  test('its days and its VAT are those of the shop', () => {
    const last = new Date(Date.parse(end) - dayMs).toISOString().slice(0, 10);
    const insights = world.integration.reports.insights.period({ from: first, to: last });
    const byDay = Map.groupBy(
      expected,
      ({ raw }) => `${amsterdamDay(Date.parse(raw.placed_at))} ${raw.currency}`,
    );
    const within = [...byDay].filter(([day]) => day >= first && day.slice(0, 10) <= last);
    expect(
      Object.fromEntries(
        insights.days.map(({ day, currency, gross }) => [`${day} ${currency}`, centsOf(gross)]),
      ),
    ).toEqual(Object.fromEntries(within.map(([day, all]) => [day, sumOf(all.map(({ raw }) => raw.cents))])));
    for (const { currency, vatByRate } of insights.totals) {
      const vats = within
        .flatMap(([, all]) => all)
        .filter(({ raw }) => raw.currency === currency)
        .flatMap(({ raw }) => raw.vat);
      for (const { rate, vat } of vatByRate)
        expect(centsOf(vat), rate).toBe(
          sumOf(vats.filter(({ percent }) => String(percent) === rate).map(({ cents }) => cents)),
        );
      expect(vatByRate.map(({ rate }) => rate)).toEqual(['21', '9']);
    }
  });

  test('how long it took is what it took, by the clocks of shop and books', () => {
    const last = new Date(Date.parse(end) - dayMs).toISOString().slice(0, 10);
    const { times } = world.integration.reports.insights.period({ from: first, to: last });
    const invoices = world.sandbox.systems.jortt.state().invoices;
    const sold = invoices.filter(({ invoice_total_incl_vat: { amount } }) => centsOf(amount) > 0);
    const created = new Map(sold.map((each) => [each.reference, Date.parse(each.created_at)]));
    const took = expected
      .filter(({ month }) => months.includes(month))
      .flatMap(({ raw }) => {
        const at = created.get(raw.number);
        return at === undefined ? [] : [(at - Date.parse(raw.placed_at)) / 1_000];
      });
    // Those that were paid for days later are among them.
    const at = (share: number) => took.sort((a, b) => a - b)[Math.ceil(share * took.length) - 1] ?? 0;
    expect(times?.count).toBe(took.length);
    for (const [told, share] of [
      [times?.p50Seconds ?? 0, 0.5],
      [times?.p95Seconds ?? 0, 0.95],
    ] as const) {
      expect(told).toBeGreaterThanOrEqual(at(share) - 60);
      expect(told).toBeLessThanOrEqual(at(share) * 1.11 + 60);
    }
  });
});

const settings = {
  ...{ paid: true, state: 'sent', refunds: 'credit' },
  paymentMethods: { map: { card: 'pay_later' } },
};

/** Lives through the quarter. A person looks now and then; the books fall silent before it ends, and stay so. */
async function trade(world: RawShopAndBooks, quarter: SeededQuarter, leftOut: Set<string>): Promise<void> {
  const customer = { is_private: true, customer_name: 'Web sales', email: 'web@example.com' };
  const { id } = await world.control<{ id: string }>('jortt', 'POST', '/customers', customer);
  const debtor = { customer: { defaultDebtor: { id, force: true } } };
  await world.configureWith({ ...settings, ...debtor });
  const until = async (at: number) => {
    if (at > world.clock.now()) await world.live(at - world.clock.now());
  };
  const events = [
    ...quarter.placed.map((order) => ({ at: Date.parse(order.placed_at), do: () => world.put(order) })),
    ...quarter.later.map(({ at, order, to }) => ({
      at,
      do: () => {
        const now = world.orders.get(order);
        if (now !== undefined) world.put(to(now));
      },
    })),
    // A person who looks once a fortnight leaves out every other one that waits for somebody.
    ...[2, 4, 6, 8, 10].map((week) => ({
      at: quarter.first + week * 7 * dayMs,
      do: () => leaveOut(world, leftOut),
    })),
    // What is given back from then on is for a person.
    {
      at: quarter.first + 60 * dayMs,
      do: () => world.configureWith({ ...settings, ...debtor, refunds: 'flag' }),
    },
    {
      at: quarter.end - silentMs,
      do: () => {
        world.booksAreAway = true;
      },
    },
  ].sort((a, b) => a.at - b.at);
  for (const event of events.filter(({ at }) => at < quarter.end)) {
    await until(event.at);
    await event.do();
  }
  await until(quarter.end + 12 * hourMs + 5 * minuteMs);
}

function leaveOut(world: RawShopAndBooks, leftOut: Set<string>): void {
  const parked = world.tasks().filter(({ state }) => state === 'parked');
  for (const { id, key } of parked.filter((_, index) => index % 2 === 0)) {
    world.integration.skip(id);
    leftOut.add(key);
  }
}

/** By the raw payload of the shop, and what the books hold under its number. */
function expectedOf(world: RawShopAndBooks, raw: RawOrder): Expected {
  const { invoices } = world.sandbox.systems.jortt.state();
  const own = invoices.filter(({ reference }) => reference?.split('-C')[0] === raw.number);
  const amounts = own.map(({ invoice_total_incl_vat: { amount } }) => centsOf(amount));
  return {
    raw,
    month: amsterdamDay(Date.parse(raw.placed_at)).slice(0, 7),
    due: raw.cents - backOf(raw),
    documents: sumOf(amounts.filter((each) => each > 0)),
    credited: -sumOf(amounts.filter((each) => each < 0)),
    isBooked: own.length > 0,
  };
}

/** Where the raw payload and what was done leave one answer only, that one. */
function partsFor(
  raw: RawOrder,
  isBooked: boolean,
  leftOut: ReadonlySet<string>,
  awayFrom: number,
): string[] {
  if (isBooked) return ['differs'];
  if (raw.cancelled || backOf(raw) >= raw.cents || !raw.paid) return ['left_out', 'by_person'];
  if (leftOut.has(raw.id)) return ['by_person', 'needs_you'];
  if (raw.method === 'Bancontact' || raw.currency === 'CHF') return ['needs_you'];
  expect(Date.parse(raw.changed_at), raw.number).toBeGreaterThan(awayFrom - dayMs);
  return ['waiting', 'on_its_way'];
}
