import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { countStorage } from '../../bench/cost/counting-storage.ts';
import { type Counts, Tally } from '../../bench/cost/tally.ts';
import page from '../../docs/cost.md?raw';
import { startIntegration } from './support/harness.ts';
import { outside } from './support/outside.ts';
import { buyerNumber, sell } from './support/shop.ts';
import { clock, secondMs } from './support/virtual-clock.ts';

/** What docs/cost.md says of a kind of work. */
function figures(what: string): { readonly rowsWritten: number; readonly calls: number } {
  const line = page.split('\n').find((each) => each.startsWith(`| ${what} |`));
  const cells = line?.split('|').map((cell) => Number(cell)) ?? [];
  return { rowsWritten: cells[2] ?? Number.NaN, calls: cells[7] ?? Number.NaN };
}

const known = 'an order of a known customer, by webhook';
const fresh = 'an order of a new customer, by webhook';
const further = 'a further notice of a booked order';
const repeated = 'the same delivery once more';

describe('no more is written and called for than docs/cost.md tells, for', () => {
  it('an order of a known customer', async () => {
    const { notice } = await startCounting();
    expectAsTold(await notice((await sell()).id), known);
  });

  it('an order of a new customer', async () => {
    const { notice } = await startCounting();
    expectAsTold(await notice((await sell({ buyer: buyerNumber(7) })).id), fresh);
  });

  it('a further notice of a booked order', async () => {
    const { notice, booked } = await startCounting();
    expectAsTold(await notice(booked), further);
  });

  it('the same delivery once more', async () => {
    const { notice, booked } = await startCounting();
    expectAsTold(await notice(booked, 'first'), repeated);
  });
});

/** An integration that has booked an order; and what a notice comes to from then on. */
async function startCounting() {
  const subject = await startIntegration();
  const tally = new Tally();
  await runInDurableObject(subject.stub, (_, { storage }) => {
    // The test's own way to let an alarm go off deletes it first: nobody is billed for that.
    const deleteAlarm = storage.deleteAlarm.bind(storage);
    countStorage(storage, 'integration', tally);
    Object.assign(storage, { deleteAlarm });
  });
  const notice = async (order: string, eventId: string = crypto.randomUUID()) => {
    // A rate limit that is used up has an alarm of its own.
    clock.pass(5 * secondMs);
    tally.take();
    outside.clear();
    await subject.hook(order, { eventId });
    await subject.settle();
    return { rowsWritten: rowsWritten(tally.take()), calls: outside.calls.length };
  };
  const booked = (await sell()).id;
  await notice(booked, 'first');
  return { notice, booked };
}

/** The page counts the directory's row too, which an object in memory saves. */
function expectAsTold(counted: ReturnType<typeof figures>, what: string): void {
  const told = figures(what);
  expect(counted.calls).toBe(told.calls);
  expect(counted.rowsWritten).toBeLessThanOrEqual(told.rowsWritten);
  expect(counted.rowsWritten).toBeGreaterThanOrEqual(told.rowsWritten / 2);
}

function rowsWritten({ events, statements }: Counts): number {
  return statements.reduce((sum, statement) => sum + statement.rowsWritten, events.alarmSettings);
}
