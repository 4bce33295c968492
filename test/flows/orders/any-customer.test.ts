/** Whoever orders under one address, in whatever order, while answers are lost and the merchant works on: each invoice is the buyer's own. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Customer } from '../../../src/records/customer.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem, rejected } from '../../../src/records/problem.ts';
import { runs } from '../../support/runs.ts';
import { unanswered, World } from './harness.ts';
import { noor, order } from './samples.ts';

type Fields = Record<string, unknown>;

const email = 'post@dijkhuis.example';
const hourMs = 3_600_000;
const died = new Error('died');

function firm(company: string, vatNumber?: string): Customer {
  const address = { street: 'Werf 4', postalCode: '9711 AB', city: 'Groningen', country: 'NL' };
  return { ...noor, id: undefined, kind: 'company', email, company, vatNumber, address };
}

const buyers: readonly Customer[] = [
  { ...noor, id: undefined, email },
  { ...noor, id: undefined, email: email.toUpperCase(), name: 'N. de Wit' },
  firm('De Zon B.V.'),
  firm('De Zon', 'BE0403170701'),
  firm('De Maan B.V.', 'NL812345678B01'),
  firm('De Maan BV'),
  { ...noor, id: undefined, email, name: 'Piet Bakker', firstName: 'Piet', lastName: 'Bakker' },
];

const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('sale' as const),
      buyer: fc.nat(buyers.length - 1),
      street: fc.nat(1),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('run' as const),
      of: fc.nat(5),
      trouble: fc.constantFrom('store', 'unanswered', 'none', 'none'),
      when: fc.constantFrom('before' as const, 'after' as const),
      at: fc.nat(6),
      afterMs: fc.constantFrom(1_000, 60_000, hourMs),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('archive' as const, 'unarchive' as const, 'delete' as const, 'move' as const),
      of: fc.nat(3),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer Each> ? Each : never;

/** What is wrong with the customer that an invoice was just made for. */
function wrongBuyer(record: Fields, { kind, name, company, vatNumber }: Customer): string | null {
  if (record.is_private !== (kind === 'person')) return `a ${kind} on ${JSON.stringify(record)}`;
  if (kind === 'person') {
    return lastWord(record.customer_name) === lastWord(name)
      ? null
      : `${name} on ${String(record.customer_name)}`;
  }
  const first = String(company).split(' ').slice(0, 2).join(' ');
  if (!String(record.customer_name).startsWith(first)) return `${company} on ${record.customer_name}`;
  const other = record.vat_number;
  return vatNumber && other && other !== vatNumber ? `${vatNumber} on ${String(other)}` : null;
}

function lastWord(name: unknown): string | undefined {
  return String(name).split(' ').at(-1);
}

class Shop {
  readonly world = new World({ settings: { state: 'sent' } });
  readonly orders: Order[] = [];
  readonly wrong: string[] = [];
  #meet: ((when: 'before' | 'after') => void) | null = null;

  constructor() {
    const { books } = this.world;
    books.trouble = ({ method, path, body }, when) => {
      const record = books.customers.find(({ id }) => path.endsWith(String(id)));
      if (method === 'PUT' && when === 'before' && record?.archived === true)
        this.wrong.push('an archived one is written');
      if (method === 'POST' && path === '/v3/invoices' && when === 'before') this.#look(body as Fields);
      if (method !== 'GET') this.#meet?.(when);
    };
  }

  #look({ reference, customer_id }: Fields): void {
    const of = this.orders.find(({ number }) => number === reference);
    const record = this.world.books.customers.find(({ id }) => id === customer_id);
    if (record === undefined) throw rejected('refused', { system: 'Jortt', status: 422 });
    const wrong = of === undefined ? 'no order' : wrongBuyer(record, of.customer);
    if (wrong !== null) this.wrong.push(`${String(reference)}: ${wrong}`);
  }

  sell(buyer: number, street: number): void {
    const customer = buyers[buyer] ?? noor;
    const count = this.orders.length + 1;
    const placedAt = new Date(Date.parse('2026-03-02T10:00:00.000Z') + count * 60_000).toISOString();
    const address = { ...customer.address, ...(street === 1 ? { street: 'Plein 8' } : {}) };
    this.orders.push(
      order({
        id: `SO-${count}`,
        number: String(1000 + count),
        placedAt,
        customer: { ...customer, address },
      }),
    );
  }

  async run(
    of: Order,
    { trouble, when, at }: Pick<Event & { what: 'run' }, 'trouble' | 'when' | 'at'>,
  ): Promise<string | null> {
    let left = at;
    if (trouble === 'unanswered') {
      this.#meet = (moment) => {
        if (moment === when && left-- === 0) throw unanswered();
      };
    }
    let isDead = false;
    if (trouble === 'store') {
      this.world.storing = () => {
        isDead ||= left-- === 0;
        if (isDead) throw died;
      };
    }
    try {
      return (await this.world.run(of)).reason.code;
    } catch (error) {
      if (error === died) return null;
      if (error instanceof Problem) return error.code;
      throw error;
    } finally {
      this.#meet = null;
      this.world.storing = () => undefined;
    }
  }
}

/** More than ten orders of one buyer and total within an hour are taken for a loop. */
function isNoLoop(events: readonly Event[]): boolean {
  return events.filter(({ what }) => what === 'sale').length <= 10;
}

async function play(events: readonly Event[]) {
  const shop = new Shop();
  const { world } = shop;
  for (const each of events) {
    const { customers } = world.books;
    switch (each.what) {
      case 'sale':
        shop.sell(each.buyer, each.street);
        break;
      case 'run': {
        world.now += each.afterMs;
        const of = shop.orders[each.of % Math.max(1, shop.orders.length)];
        if (of !== undefined) await shop.run(of, each);
        break;
      }
      case 'delete':
        // The books number their records: nobody may get the number of one that is gone.
        Object.assign(customers[each.of] ?? {}, { id: 'gone', email: '' });
        break;
      default: {
        const record = customers[each.of];
        if (record === undefined) break;
        if (each.what === 'move') record.address_street = 'Elders 3';
        else record.archived = each.what === 'archive';
      }
    }
  }
  const ended: (string | null)[] = [];
  for (let again = 0; again < 3; again++) {
    world.now += hourMs;
    ended.length = 0;
    for (const of of shop.orders) ended.push(await shop.run(of, { trouble: 'none', when: 'before', at: 0 }));
  }
  return { shop, ended };
}

const isAtRest = (code: string | null) => code === 'already_booked' || code === 'customer_ambiguous';

/** An order dies as it tells what it is about to send to a record, and that is put away before it is tried again. */
const putAway: Event[] = [
  ...[0, 2, 0, 3].map((buyer) => ({ what: 'sale' as const, buyer, street: 0 })),
  { what: 'run', of: 3, trouble: 'store', when: 'before', at: 1, afterMs: 1_000 },
  { what: 'archive', of: 0 },
];

test('each order has one invoice, for its own buyer; what was put away is left alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 14 }).filter(isNoLoop), async (events) => {
      const { shop, ended } = await play(events);
      expect(shop.wrong).toEqual([]);
      expect(ended.filter((code) => !isAtRest(code))).toEqual([]);
      const references = shop.world.books.invoices.map(({ reference }) => reference);
      expect(new Set(references).size).toBe(references.length);
      expect(references).toHaveLength(ended.filter((code) => code === 'already_booked').length);
      // What was being sent to a record that was put away or deleted since may still be done: it is forgotten with what is abandoned.
      const stands = shop.world.books.customers.filter(({ archived }) => !archived).map(({ id }) => id);
      const isLeft = (step: string) =>
        step.startsWith('customer-ordered:') && !stands.includes(step.slice('customer-ordered:'.length));
      expect([...shop.world.steps.keys()].filter((step) => !isLeft(step))).toEqual([]);
    }),
    { ...runs(600), examples: [[putAway]] },
  );
});

/** An order that died over its customer finds that another one of the same buyer has taken it up. */
const dies = { what: 'run', trouble: 'store', when: 'before', afterMs: 1_000 } as const;
const takenUp: Event[] = [
  ...[0, 1, 0, 6].map((buyer) => ({ what: 'sale' as const, buyer, street: 0 })),
  { ...dies, of: 3, at: 3 },
  { ...dies, of: 1, at: 1 },
];

test('nobody is made twice, as long as the merchant leaves them as they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(
          event.filter(({ what }) => what === 'sale' || what === 'run'),
          { minLength: 2, maxLength: 14 },
        )
        .filter(isNoLoop),
      async (events) => {
        const { shop } = await play(events);
        const made = shop.world.books.customers.map(
          ({ is_private, customer_name, vat_number }) =>
            `${is_private === true ? lastWord(customer_name) : String(customer_name).replace(/[. ]|BV|B\.V\./g, '')} ${String(vat_number ?? '')}`,
        );
        expect(new Set(made).size, made.join('; ')).toBe(made.length);
      },
    ),
    { ...runs(600), examples: [[takenUp]] },
  );
});
