/** A shop of MijnWebwinkel and books of Jortt. What every order comes to is worked out by the sandbox, apart from the product. */
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const timeoutMs = 120_000;

const figures = z.array(
  z.object({
    id: z.string(),
    about: z.string(),
    gross: z.string(),
    tax: z.string(),
    taxByRate: z.array(z.object({ rate: z.string(), tax: z.string() })),
    bookable: z.boolean(),
    why: z.string(),
    credits: z.string().nullable(),
  }),
);
type Expected = z.infer<typeof figures>[number];

const amount = z.object({ amount: z.string() });
const books = z.object({
  invoices: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      invoice_total: amount,
      invoice_total_incl_vat: amount,
      vatByRate: z.record(z.string(), z.string()),
      credited_invoice_id: z.string().nullable(),
    }),
  ),
});

const cents = (decimal: string) => Math.round(Number(decimal) * 100);

/** In cents, by rate in hundredths of a percent. What carries none is left out. */
function byRate(rates: readonly (readonly [rate: number, tax: string])[]): Record<string, number> {
  const charged = rates.filter(([, tax]) => cents(tax) !== 0);
  return Object.fromEntries(charged.map(([rate, tax]) => [Math.round(rate * 100), cents(tax)]));
}

const order = z.object({ orderlines: z.array(z.object({ type: z.string(), quantity: z.number() })) });

/** Place and quantity of the lines of goods. */
function piecesOf({ orderlines }: z.infer<typeof order>): [line: number, quantity: number][] {
  return orderlines.flatMap(({ type, quantity }, line): [number, number][] =>
    type === 'article' || type === 'custom' ? [[line, quantity]] : [],
  );
}

interface Figures {
  readonly gross: number;
  readonly vat: number;
  readonly byRate: Readonly<Record<string, number>>;
}

interface Booked {
  readonly id: string;
  readonly reference: string;
  readonly credits: string | null;
  readonly is: Figures;
}

function expected({ gross, tax, taxByRate }: Expected): Figures {
  return {
    gross: cents(gross),
    vat: cents(tax),
    byRate: byRate(taxByRate.map((each) => [Number(each.rate), each.tax])),
  };
}

/** What the sheet leaves open, the one way and the other. */
const ways = [
  { sales: 50, settings: {} },
  {
    sales: 10,
    settings: { shapes: 'description', creditSigns: 'positive', costLines: 'payment', archivedInList: true },
  },
];

describe.each(ways)(
  '$sales orders of MijnWebwinkel and all that its shop had before, in the books of Jortt: $settings',
  { timeout: timeoutMs },
  ({ sales, settings }) => {
    const played = new PlayedSystems(hosts);
    const integration = () => played.integration;

    beforeAll(async () => {
      played.sandbox.standIn('mijnwebwinkel')?.change(settings);
      played.sandbox.standIn('mijnwebwinkel')?.reset(true);
      await played.configured({
        name: 'Tea',
        connections: {
          shop: {
            connector: 'mijnwebwinkel',
            credentials: { ...credentials.mijnwebwinkel, sentStatus: '2', cancelledStatus: '5' },
          },
          books: { connector: 'jortt', credentials: credentials.jortt },
        },
        flows: [
          {
            flow: 'orders',
            from: 'shop',
            to: 'books',
            every: '15m',
            settings: { state: 'sent', refunds: 'credit' },
          },
        ],
      });
      await played.live(minuteMs);
      integration().sync('orders', { since: '2000-01-01T00:00:00Z' });
      await played.live(2 * hourMs);
      for (let turn = 0; turn < sales / 5; turn++) {
        await played.control('mijnwebwinkel', 'POST', '/orders', { count: 5 });
        await played.live(7 * minuteMs);
      }
      await played.live(hourMs);
    }, timeoutMs);

    async function sold(): Promise<Expected[]> {
      return figures.parse(await played.control('mijnwebwinkel', 'GET', '/expectations'));
    }

    function invoices(): Booked[] {
      return books.parse(played.sandbox.standIn('jortt')?.state()).invoices.map((invoice) => {
        const gross = cents(invoice.invoice_total_incl_vat.amount);
        return {
          ...{ id: invoice.id, reference: invoice.reference, credits: invoice.credited_invoice_id },
          is: {
            gross,
            vat: gross - cents(invoice.invoice_total.amount),
            byRate: byRate(Object.entries(invoice.vatByRate).map(([rate, vat]) => [Number(rate) * 100, vat])),
          },
        };
      });
    }

    const taskOf = (number: string) => played.tasks().find(({ key }) => key === number);

    const bookedAs = (all: readonly Booked[], number: string) =>
      all.filter(({ reference, credits }) => reference === number && credits === null);

    /** Of an order: what credits its document as a whole, and what credits a part of it. */
    const creditsOf = (all: readonly Booked[], number: string) => {
      const whole = bookedAs(all, number).map(({ id }) => id);
      return all.filter(
        ({ reference, credits }) => whole.includes(credits ?? '') || reference.startsWith(`${number}-C`),
      );
    };

    const sorted = (all: readonly Figures[]) => all.toSorted((one, other) => one.gross - other.gross);

    /** The orders whose documents do not come to what they should. */
    function wrong(
      orders: readonly Expected[],
      documents: typeof bookedAs,
      should: (order: Expected) => readonly Expected[],
    ) {
      const all = invoices();
      return orders.flatMap((order) => {
        const found = sorted(documents(all, order.id).map(({ is }) => is));
        const wanted = sorted(should(order).map(expected));
        if (isDeepStrictEqual(found, wanted)) return [];
        return [{ number: order.id, about: order.about, found, wanted, problem: taskOf(order.id)?.problem }];
      });
    }

    /** What the merchant does to an order; returns it. */
    async function act(number: string, deed: object) {
      return order.parse(await played.control('mijnwebwinkel', 'PATCH', `/orders/${number}`, deed));
    }

    test('each that can be booked is, once, with its gross and its VAT per rate', async () => {
      const bookable = (await sold()).filter((each) => each.bookable);
      expect(bookable.length).toBeGreaterThanOrEqual(sales + 25);
      expect(wrong(bookable, bookedAs, (order) => [order])).toEqual([]);
    });

    test('each that cannot be is left out or for a person, with a reason, and in no book', async () => {
      const all = invoices();
      for (const { id, bookable, credits, why } of await sold()) {
        if (bookable || credits !== null) continue;
        const task = taskOf(id);
        expect([undefined, 'skipped', 'parked'], `${id}: ${why}`).toContain(task?.state);
        expect(bookedAs(all, id), why).toEqual([]);
      }
    });

    test('what is credited in the shop is credited in the books, each credit order once, with its VAT per rate', async () => {
      const before = await sold();
      const bookable = before.filter((each) => each.bookable);
      const isCredited = (order: Expected) => before.some(({ credits }) => credits === order.id);
      const chosen = bookable.filter((each) => each.gross !== '0.00' && !isCredited(each)).slice(-21);
      for (const [place, { id }] of chosen.entries()) {
        // In turn: a piece of the first line; all of it; a piece, and an hour later the rest.
        const pieces = piecesOf(await act(id, {}));
        const isWhole = place % 3 === 1 || pieces.reduce((all, [, quantity]) => all + quantity, 0) === 1;
        await act(id, { credit: isWhole ? {} : { lines: [[0, 1]], costs: false } });
      }
      await played.live(hourMs);
      for (const [place, { id }] of chosen.entries()) {
        const left = piecesOf(await act(id, {})).flatMap(([line, quantity]) => {
          const pieces = line === 0 ? quantity - 1 : quantity;
          return pieces === 0 ? [] : [[line, pieces]];
        });
        if (place % 3 === 2 && left.length > 0) await act(id, { credit: { lines: left } });
      }
      await played.live(hourMs);
      const credits = (await sold()).filter((each) => each.credits !== null);
      const of = ({ id }: Expected) => credits.filter((each) => each.credits === id);
      expect(credits.length).toBeGreaterThanOrEqual(25);
      expect(wrong(bookable, creditsOf, of)).toEqual([]);
    });

    test('and a second look at all of it writes nothing', async () => {
      const before = played.sent.length;
      integration().sync('orders', { since: '2000-01-01T00:00:00Z' });
      await played.live(2 * hourMs);
      const written = played.sent.slice(before).filter(({ call }) => !call.includes('oauth'));
      expect(written).toEqual([]);
    });
  },
);
