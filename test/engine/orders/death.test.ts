import { describe, expect, it } from 'vitest';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { sahin } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const {
  startIntegration,
  newSubject,
  sandbox,
  outside,
  sell,
  sellMany,
  merchant,
  inBooks,
  invoicesOf,
  customers,
} = shopAndBooks();

const settings = {
  paymentStatuses: ['PAID'],
  state: 'sent',
  refunds: 'credit',
  writeBack: { note: "'Booked as ' & document.reference" },
};
/** More calls than any of these makes. */
const mostCalls = 15;

describe.each(['before', 'after'] as const)('an object that dies %s its n-th call', (when) => {
  it('books the order of a new customer once, for every n', async () => {
    const deaths = await forEveryCall(when, async () => {
      const subject = await startIntegration({ settings });
      const { id } = await sell();
      await subject.hook(id);
      // The token must be fetched too.
      await inBooks('POST', '/revoke-tokens');
      return { subject, id, documents: 1 };
    });
    // Order, search, the token and the search again, customer twice, invoice, note twice.
    expect(deaths).toBeGreaterThanOrEqual(8);
  });

  it('books the order of a customer who is in the books already once, for every n', async () => {
    const deaths = await forEveryCall(when, async () => {
      const subject = await startIntegration({ settings });
      const { id } = await sell();
      await inBooks('POST', '/customers', {
        is_private: true,
        customer_name: 'Typed in by hand',
        email: String(sahin.email).toUpperCase(),
      });
      await subject.hook(id);
      return { subject, id, documents: 1 };
    });
    // Order, search, customer search and update, invoice, note twice.
    expect(deaths).toBeGreaterThanOrEqual(7);
  });

  it('credits an order once, for every n', async () => {
    const deaths = await forEveryCall(when, async () => {
      const subject = await startIntegration({ settings });
      const { id } = await sell();
      await subject.hook(id);
      await subject.settle();
      await merchant(id, { refund: {} });
      await subject.hook(id);
      return { subject, id, documents: 2 };
    });
    expect(deaths).toBeGreaterThanOrEqual(3);
  });

  it('gets going with its first poll, for every n', async () => {
    const deaths = await forEveryCall(when, async () => {
      const subject = newSubject();
      await subject.configure({ settings, every: '5m' });
      const { id } = await sell();
      return { subject, id, documents: 1 };
    });
    expect(deaths).toBeGreaterThanOrEqual(9);
  });
});

describe('an object that dies in the middle of many creates', () => {
  it('looks for all of them, and is held back by nothing: the systems answer', async () => {
    const subject = await startIntegration();
    const ids = await sellMany(30);
    for (const id of ids) await subject.hook(id);
    for (const call of [20, 24, 28, 32, 36]) await subject.dieAtCall(call, 'before');
    const open = subject.sql('SELECT name FROM steps WHERE result IS NULL');
    expect(open.length).toBeGreaterThanOrEqual(6);
    await subject.settle();
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(ids.map(() => 'done'));
  });
});

describe('an object that dies again and again under one order', () => {
  it('parks that one, and goes on with the others', async () => {
    const subject = await startIntegration();
    const bad = await sell();
    await subject.hook(bad.id);
    for (let death = 0; death < 6; death++) {
      expect(await subject.dieAtCall(1, 'after')).toBe(true);
    }
    const other = await sell();
    await subject.hook(other.id);
    await subject.settle();
    expect(await subject.task(bad.id)).toMatchObject({ state: 'parked', problem: { code: 'crashed' } });
    expect((await subject.task(other.id)).state).toBe('done');
    await subject.retryParked();
    await subject.settle();
    expect(invoicesOf(bad.id)).toHaveLength(1);
  });
});

interface Case {
  readonly subject: Subject;
  readonly id: string;
  /** How many there are in the end. */
  readonly documents: number;
}

/** Returns how many calls there were to die at. */
async function forEveryCall(when: 'before' | 'after', prepare: () => Promise<Case>): Promise<number> {
  for (let number = 1; number <= mostCalls; number++) {
    sandbox.reset(false);
    const { subject, id, documents } = await prepare();
    const died = await subject.dieAtCall(number, when);
    await subject.settle();
    if (!died) return number - 1;
    expect((await subject.task(id)).state, `${when} call ${number}`).toMatch(/^(done|skipped)$/);
    expect(invoicesOf(id), `${when} call ${number}`).toHaveLength(documents);
    expect(customers(), `${when} call ${number}`).toHaveLength(1);
    expect(subject.sql('SELECT * FROM steps'), `${when} call ${number}`).toEqual([]);
  }
  throw new Error(`There are more than ${mostCalls} calls; ${outside.calls.length} in the last run.`);
}
