// What one run, and one record, may call; and that records that wait for one another hold up no others.
import { describe, expect, test } from 'vitest';
import { hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

const secondMs = 1_000;
/** What Cloudflare's free plan lets one invocation call. */
const freePlanCalls = 50;

/** It counts the calls of every run, of whatever kind: tokens, repetitions, alerts. */
class Counting extends Simulation {
  readonly callsOfRuns: number[] = [];
  #calls = 0;

  protected override carry(request: Request): Promise<Response> {
    this.#calls++;
    return super.carry(request);
  }

  override async begin(): Promise<boolean> {
    const before = this.#calls;
    const worked = await super.begin();
    this.callsOfRuns.push(this.#calls - before);
    return worked;
  }

  get most(): number {
    return Math.max(0, ...this.callsOfRuns);
  }
}

async function atRest(budget?: { calls: number; ms: number }): Promise<Counting> {
  const simulation = new Counting();
  if (budget) simulation.budget = budget;
  await simulation.configured();
  await simulation.live(minuteMs);
  return simulation;
}

async function sell(simulation: Simulation, id: string, fields: Record<string, unknown> = {}): Promise<void> {
  simulation.outside.sell(id, fields);
  await simulation.hook(id);
}

const calm = () => undefined;
const failing = (call: string) =>
  call.includes(' jortt /v3/') ? new Response('', { status: 500 }) : undefined;
let answered = 0;
const flaky = (call: string) =>
  call.includes(' jortt /v3/') && ++answered % 2 === 0 ? new Response('', { status: 500 }) : undefined;
/** Every token is refused when it was used once. */
const forgetful = (call: string) =>
  call.includes(' jortt /v3/') && ++answered % 3 === 0
    ? Response.json({ error: { key: 'access_token.invalid' } }, { status: 401 })
    : undefined;

describe.each([
  ['goes well', calm],
  ['fails', failing],
  ['fails every other time', flaky],
  ['is refused every third time, for the sake of its token', forgetful],
])('a backlog whose work %s', (_what, interfere) => {
  test.each([45, 14])('makes at most %i calls a run, tokens and repetitions among them', async (calls) => {
    const simulation = await atRest({ calls, ms: minuteMs });
    answered = 0;
    simulation.outside.interfere = interfere;
    for (let number = 1; number <= 40; number++) await sell(simulation, `SO-${number}`);
    await simulation.live(2 * hourMs);
    expect(simulation.most).toBeGreaterThan(3);
    expect(simulation.most).toBeLessThanOrEqual(calls);
    expect(simulation.most).toBeLessThanOrEqual(freePlanCalls);
  });
});

test('a record that takes call after call is parked, and says how many', async () => {
  const simulation = await atRest();
  await sell(simulation, 'FIRST');
  await simulation.live(secondMs);
  const page = { data: simulation.outside.books.customers, _links: { next: { href: 'next' } } };
  simulation.outside.interfere = (call) =>
    call === 'GET jortt /v3/customers' ? Response.json(page) : undefined;
  await sell(simulation, 'SO-1');
  await simulation.live(hourMs);
  const task = simulation.tasks().at(-1);
  expect(task).toMatchObject({ state: 'parked', problem: { kind: 'rejected', code: 'too_many_calls' } });
  expect(Number(task?.problem?.params.calls)).toBeLessThanOrEqual(45);
  expect(simulation.most).toBeLessThanOrEqual(45);
  expect(simulation.integration.reports.view().problems[0]?.message).toMatch(/took \d+ calls/);
});

test('one that needs more than the rest of a run is given a whole one, and is done', async () => {
  const simulation = await atRest();
  let pages = 0;
  let isLarge = false;
  const others: unknown[] = [];
  simulation.outside.interfere = (call) => {
    if (call !== 'GET jortt /v3/customers' || !isLarge) return undefined;
    return ++pages % 25 === 0
      ? undefined
      : Response.json({ data: others, _links: { next: { href: 'next' } } });
  };
  for (let number = 1; number <= 6; number++) await sell(simulation, `SO-${number}`);
  await simulation.live(secondMs);
  isLarge = true;
  others.push(...simulation.outside.books.customers);
  for (let number = 7; number <= 9; number++) await sell(simulation, `SO-${number}`);
  await simulation.live(hourMs);
  expect(simulation.states().filter((each) => !each.endsWith('done'))).toEqual([]);
  expect(simulation.most).toBeLessThanOrEqual(45);
});

/** Its books take ten seconds for every document of one customer. */
class Slow extends Simulation {
  /** When each document was asked for, by its reference. */
  readonly made = new Map<string, number>();

  protected override async carry(request: Request): Promise<Response> {
    if (request.method === 'POST' && request.url.endsWith('/v3/invoices')) {
      const text = await request.clone().text();
      const reference = /"((?:ONE|ELSE)-\d+)"/.exec(text)?.[1] ?? '';
      this.made.set(reference, this.clock.now());
      if (reference.startsWith('ONE')) await this.clock.sleep(10 * secondMs);
    }
    return super.carry(request);
  }
}

test('orders of one customer hold up no others, and are booked one after the other', async () => {
  const simulation = new Slow();
  simulation.budget = { calls: 900, ms: 10 * minuteMs };
  await simulation.configured();
  await simulation.live(minuteMs);
  const startedAt = simulation.clock.now();
  const numbers = [1, 2, 3, 4, 5, 6, 7];
  for (const number of numbers) await sell(simulation, `ONE-${number}`, { email: 'one@example.com' });
  for (const number of numbers) await sell(simulation, `ELSE-${number}`);
  simulation.outside.calls.length = 0;
  await simulation.live(5 * minuteMs);
  expect(simulation.states().filter((each) => !each.endsWith('done'))).toEqual([]);
  expect(invoices(simulation)).toHaveLength(14);
  const after = (reference: string) =>
    (simulation.made.get(reference) ?? Number.POSITIVE_INFINITY) - startedAt;
  // The first of a run goes alone; while the second of this customer is made, all others go.
  for (const number of numbers) expect(after(`ELSE-${number}`)).toBeLessThan(21 * secondMs);
  const ofOne = [...simulation.made.keys()].filter((reference) => reference.startsWith('ONE'));
  // Four are read at once: which of them has its customer first is not told.
  expect(ofOne.toSorted()).toEqual(numbers.map((number) => `ONE-${number}`));
  for (const [index, reference] of ofOne.slice(1).entries())
    expect(after(reference) - after(ofOne[index] ?? '')).toBeGreaterThanOrEqual(10 * secondMs);
  // One that had to wait was begun twice, not again and again.
  for (const reference of ofOne) {
    const reads = simulation.outside.calls.filter((call) => call === `GET ecwid /orders/${reference}`);
    expect(reads.length).toBeLessThanOrEqual(2);
  }
});
