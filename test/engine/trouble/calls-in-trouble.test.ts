// An hour of a connection in trouble costs at most 40 calls, whatever fails in it; a record that fails by itself ends.
import { describe, expect, test } from 'vitest';
import type { Outside } from '../../support/outside.ts';
import { hourMs, minuteMs, Simulation } from '../../support/simulation.ts';

const maxCallsPerHour = 40;
/** Its back-off grows to half an hour: 11 tries in the first half hour, then two an hour; a read is done twice in place. */
const maxReadsPerDay = 2 * 60;
/** A record that a system only asks to wait is not held to have failed: it is tried as often as all of them may be. */
const maxReadsOfWaiting = 220;

interface Trouble {
  readonly what: string;
  readonly begin: (outside: Outside) => void;
  /** What becomes of the records: parked after a day of their own failing, or waiting for the system as a whole. */
  readonly ends: 'parked' | 'waits';
  readonly settings?: Record<string, unknown>;
  /** It costs 40 calls an hour at most for every connection that is in trouble. */
  readonly connections?: number;
}

const always =
  (matches: (call: string) => boolean, answer: () => Response | Promise<Response>) => (outside: Outside) => {
    outside.interfere = (call) => (matches(call) ? answer() : undefined);
  };
const status =
  (code: number, headers: Record<string, string> = {}, body: object = {}) =>
  () =>
    Response.json(body, { status: code, headers });
/** In the books' own form, which says that nothing was done. */
const refused = (code: number) =>
  status(code, {}, { error: { code, key: 'access.denied', message: 'This is not allowed.' } });
const never = () => new Promise<Response>(() => undefined);
const ofBooks = (call: string) => call.includes(' jortt ');
const notOfChecks = (call: string) => !call.includes('/organizations/me') && !call.includes('/oauth');
const workOfBooks = (call: string) => ofBooks(call) && notOfChecks(call);
const readsOrder = (call: string) => call.startsWith('GET ecwid /orders/SO-');
const is = (wanted: string) => (call: string) => call === wanted;
const note = { writeBack: { note: "'Booked'" } };

const troubles: readonly Trouble[] = [
  { what: 'the books answer 500 to every call', begin: always(ofBooks, status(500)), ends: 'waits' },
  { what: 'the books cannot be reached', begin: ({ down }) => void down.add('jortt'), ends: 'waits' },
  {
    what: 'neither system can be reached',
    connections: 2,
    begin: ({ down }) => void down.add('jortt').add('ecwid'),
    ends: 'waits',
  },
  { what: 'the books answer nothing in time', begin: always(ofBooks, never), ends: 'waits' },
  {
    what: 'the books answer 429 for ever',
    begin: always(ofBooks, status(429, { 'retry-after': '1' })),
    ends: 'waits',
  },
  {
    what: 'no token is given',
    begin: (outside) => Object.assign(outside, { trusted: false }),
    ends: 'waits',
  },
  {
    what: 'tokens are given and refused',
    begin: always((call) => call.includes(' jortt /v3/'), refused(401)),
    ends: 'waits',
  },
  {
    what: 'the token of the shop is revoked',
    begin: (outside) => Object.assign(outside, { shopToken: 'another' }),
    ends: 'waits',
  },
  ...[
    'GET jortt /v3/invoices',
    'GET jortt /v3/customers',
    'POST jortt /v3/customers',
    'POST jortt /v3/invoices',
  ].flatMap((call): Trouble[] => [
    { what: `${call} answers 500`, begin: always(is(call), status(500)), ends: 'parked' },
    { what: `${call} is not answered in time`, begin: always(is(call), never), ends: 'parked' },
    { what: `${call} answers 401`, begin: always(is(call), refused(401)), ends: 'parked' },
    { what: `${call} answers 403`, begin: always(is(call), refused(403)), ends: 'parked' },
  ]),
  // Without a form of its own nobody knows whether something was made: the next tries look for it, and wait.
  ...['POST jortt /v3/customers', 'POST jortt /v3/invoices'].map(
    (call): Trouble => ({
      what: `${call} answers 429`,
      begin: always(is(call), status(429, { 'retry-after': '1' })),
      ends: 'waits',
    }),
  ),
  { what: 'everything but the check answers 500', begin: always(workOfBooks, status(500)), ends: 'parked' },
  {
    what: 'everything but the check answers 429',
    begin: always(workOfBooks, status(429, { 'retry-after': '1' })),
    ends: 'waits',
  },
  { what: 'every order answers 500', begin: always(readsOrder, status(500)), ends: 'parked' },
  { what: 'every order answers 403', begin: always(readsOrder, status(403)), ends: 'parked' },
];

function callsAllowed({ connections = 1 }: Trouble): number {
  return connections * maxCallsPerHour;
}

/** An integration at rest, in which this trouble begins and then orders come in. */
async function inTrouble({ begin, settings = {} }: Trouble, orders: number): Promise<Watched> {
  const simulation = await new Watched().configured({ settings });
  await simulation.live(minuteMs);
  begin(simulation.outside);
  for (let number = 1; number <= orders; number++) {
    simulation.outside.sell(`SO-${number}`);
    await simulation.hook(`SO-${number}`);
  }
  simulation.calls.length = 0;
  return simulation;
}

/** It notes when each call was made. */
class Watched extends Simulation {
  readonly calls: { readonly at: number; readonly call: string }[] = [];

  protected override async carry(request: Request): Promise<Response> {
    const answer = super.carry(request);
    this.calls.push({ at: this.clock.now(), call: this.outside.calls.at(-1) ?? '' });
    return answer;
  }

  /** The most calls of this kind that any stretch of time of this length saw. */
  mostWithin(ms: number, matches: (call: string) => boolean = () => true): number {
    const moments = this.calls.filter(({ call }) => matches(call)).map(({ at }) => at);
    return Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + ms).length));
  }

  /** As `live`, in an object that is put out of memory after every run. */
  async liveForgetful(ms: number): Promise<void> {
    const until = this.clock.now() + ms;
    for (;;) {
      const next = this.nextRunAt();
      if (next === null || next > until) break;
      await this.clock.runUntil(next);
      await this.run();
      // A run that did nothing is not repeated at once.
      await this.clock.advance(1_000);
      this.die();
      await this.open();
    }
    await this.clock.runUntil(until);
  }
}

describe.each(troubles)('$what', (trouble) => {
  test.each([1, 3, 8, 30])(
    'with %i orders: at most 40 calls an hour; each is tried a bounded number of times',
    async (orders) => {
      const simulation = await inTrouble(trouble, orders);
      await simulation.live(30 * hourMs);
      expect(simulation.mostWithin(hourMs)).toBeLessThanOrEqual(callsAllowed(trouble));
      const reads = simulation.mostWithin(24 * hourMs, is('GET ecwid /orders/SO-1'));
      expect(reads).toBeLessThanOrEqual(trouble.what.includes('429') ? maxReadsOfWaiting : maxReadsPerDay);
      const states = new Set(simulation.tasks().map(({ state }) => state));
      if (trouble.ends === 'waits') expect(states.has('parked')).toBe(false);
      else if (orders <= 3) expect([...states]).toEqual(['parked']);
    },
  );

  test('the same in an object that forgets what it had in memory', async () => {
    const simulation = await inTrouble(trouble, 3);
    await simulation.liveForgetful(5 * hourMs);
    expect(simulation.mostWithin(hourMs)).toBeLessThanOrEqual(callsAllowed(trouble));
  });

  test('when it is over everything goes on by itself, or when somebody tries it again', async () => {
    const simulation = await inTrouble(trouble, 3);
    const { outside } = simulation;
    await simulation.live(2 * hourMs);
    outside.interfere = () => undefined;
    outside.down.clear();
    outside.trusted = true;
    outside.shopToken = 'secret_token';
    simulation.integration.retryParked();
    await simulation.live(hourMs);
    expect(new Set(simulation.tasks().map(({ state }) => state))).toEqual(new Set(['done']));
    expect(outside.books.invoices).toHaveLength(3);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });
});

test('a note that the shop does not allow: the order is booked, parked with the call in words, and nothing is hammered', async () => {
  const body = { errorCode: 'INSUFFICIENT_APP_SCOPE' };
  const begin = always((call) => call.startsWith('PUT ecwid /orders/'), status(403, {}, body));
  const simulation = await inTrouble({ what: '', begin, ends: 'parked', settings: note }, 4);
  await simulation.live(26 * hourMs);
  expect(simulation.mostWithin(26 * hourMs, (call) => call.startsWith('PUT ecwid'))).toBe(4);
  expect(simulation.outside.books.invoices).toHaveLength(4);
  const { problems } = simulation.integration.reports.view();
  expect(problems).toMatchObject([{ code: 'scope_missing', flow: 'orders:shop:books', count: 4 }]);
  expect(problems[0]?.message).toContain('does not let Koppel change orders');
});

test('records that always fail are parked after a day of their own failing, while others come and go', async () => {
  const poisoned = ['SO-1', 'SO-2', 'SO-3', 'SO-4'];
  const begin = always((call) => poisoned.some((id) => call === `GET ecwid /orders/${id}`), status(500));
  const simulation = await inTrouble({ what: '', begin, ends: 'parked' }, 4);
  for (let hour = 0; hour < 26; hour++) {
    const id = `GOOD-${hour}`;
    simulation.outside.sell(id);
    await simulation.hook(id);
    await simulation.live(hourMs);
    expect(simulation.tasks().find(({ key }) => key === id)?.state, id).toBe('done');
  }
  expect(simulation.states().filter((each) => each.startsWith('SO-'))).toEqual(
    poisoned.map((id) => `${id} parked`),
  );
  const inVain = (call: string) =>
    poisoned.some((id) => call === `GET ecwid /orders/${id}`) || call.endsWith('/profile');
  expect(simulation.mostWithin(hourMs, inVain)).toBeLessThanOrEqual(maxCallsPerHour);
});

test('a check that works now and then does not make the records that fail try more often', async () => {
  let checks = 0;
  const begin = (outside: Outside) => {
    outside.interfere = (call) => {
      if (call === 'GET jortt /v3/organizations/me') return ++checks % 3 === 0 ? undefined : status(500)();
      return workOfBooks(call) ? status(500)() : undefined;
    };
  };
  const simulation = await inTrouble({ what: '', begin, ends: 'waits' }, 8);
  await simulation.live(30 * hourMs);
  expect(checks).toBeGreaterThan(10);
  expect(simulation.mostWithin(hourMs)).toBeLessThanOrEqual(maxCallsPerHour);
});

test('orders that come in while creates are asked to wait, and a search is refused now and then', async () => {
  let searches = 0;
  const begin = (outside: Outside) => {
    outside.interfere = (call) => {
      if (is('POST jortt /v3/customers')(call)) return status(429, { 'retry-after': '1' })();
      return is('GET jortt /v3/invoices')(call) && ++searches % 5 === 0 ? refused(401)() : undefined;
    };
  };
  const simulation = await inTrouble({ what: '', begin, ends: 'waits' }, 3);
  for (let number = 10; number < 26; number++) {
    await simulation.live(30 * minuteMs);
    simulation.outside.sell(`SO-${number}`);
    await simulation.hook(`SO-${number}`);
  }
  expect(searches).toBeGreaterThan(10);
  expect(simulation.mostWithin(hourMs)).toBeLessThanOrEqual(maxCallsPerHour);
});

test('a connection that was away for two days parks nothing, also what fails once more when it is back', async () => {
  const simulation = await inTrouble(
    { what: '', begin: ({ down }) => void down.add('jortt'), ends: 'waits' },
    5,
  );
  await simulation.live(48 * hourMs);
  simulation.outside.down.clear();
  let failures = 0;
  simulation.outside.interfere = (call) =>
    call === 'GET jortt /v3/invoices' && failures++ < 4 ? status(500)() : undefined;
  await simulation.live(2 * hourMs);
  expect(failures).toBeGreaterThan(4);
  expect(new Set(simulation.tasks().map(({ state }) => state))).toEqual(new Set(['done']));
});
