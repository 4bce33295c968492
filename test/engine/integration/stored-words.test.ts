import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/engine/storage/sql.ts';
import { document, hourMs, minuteMs, type Simulation } from '../../support/simulation.ts';
import { park, watched } from '../reporting/alerted.ts';

/** A sentence: two words in lower case with a blank between them. Sealed values are none. */
const sentence = /\b\p{Ll}{2,} \p{Ll}{2,}\b/u;
const sealed = ['credentials', 'token', 'payload'];

/** Every text in a stored row, also within its JSON, by where it stands. */
function* textsOf(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') {
    const parsed = /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : null;
    if (parsed === null) yield [path, value];
    else yield* textsOf(parsed, path);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) {
      yield* textsOf(each, `${path}.${name}`);
    }
  }
}

function sentencesOf(table: string, rows: readonly Row[]): string[] {
  return rows.flatMap((row) =>
    Object.entries(row)
      .filter(([column]) => !sealed.includes(column))
      .flatMap(([column, value]) => [...textsOf(value, `${table}.${column}`)])
      .filter(([, text]) => sentence.test(text))
      .map(([path, text]) => `${path}: ${text}`),
  );
}

const tables = ['tasks', 'activity', 'incidents', 'connections', 'cursors', 'links', 'counters'] as const;

function stored(simulation: Simulation): Record<string, Row[]> {
  return Object.fromEntries(tables.map((table) => [table, simulation.sql.exec(`SELECT * FROM ${table}`)]));
}

function expectNoSentence(simulation: Simulation): void {
  const rows = stored(simulation);
  expect(Object.entries(rows).flatMap(([table, each]) => sentencesOf(table, each))).toEqual([]);
}

const flow = {
  every: '5m',
  settings: { statuses: ['AWAITING_PROCESSING'], paymentMethods: { map: { PayPal: '1' } } },
};

const refusal = { error: { key: 'params.invalid', message: 'this is not to be booked' } };

/** Orders that are booked, left out, and parked for one cause each. */
async function troubled() {
  const watching = await watched(flow);
  const { simulation } = watching;
  const { outside } = simulation;
  const paid = { paymentMethod: 'PayPal' };
  outside.sell('SO-booked', paid);
  outside.sell('SO-left-out', { ...paid, fulfillmentStatus: 'SHIPPED' });
  outside.sell('SO-choice', { paymentMethod: 'Riverty' });
  outside.sell('SO-unreadable', { ...paid, createTimestamp: 'never' });
  outside.sell('SO-totals', { ...paid, total: 99 });
  for (const id of outside.orders.keys()) await simulation.hook(id);
  await simulation.hook('SO-gone');
  await simulation.live(minuteMs);
  outside.interfere = (call) =>
    call === 'POST jortt /v3/invoices' ? Response.json(refusal, { status: 422 }) : undefined;
  outside.sell('SO-refused', paid);
  await simulation.hook('SO-refused');
  await simulation.live(minuteMs);
  return watching;
}

test('what is parked, left out and booked is stored as codes and params, and shown as sentences', async () => {
  const { simulation, webhook } = await troubled();
  expectNoSentence(simulation);
  const { reports } = simulation.integration;
  const shown = reports.tasks({}, 50).items.map(({ key, state, problem }) => [key, state, problem?.code]);
  expect(shown.reverse()).toEqual([
    ['SO-booked', 'done', undefined],
    ['SO-left-out', 'skipped', undefined],
    ['SO-choice', 'parked', 'choice_missing'],
    ['SO-unreadable', 'parked', 'unreadable'],
    ['SO-totals', 'parked', 'totals_differ'],
    ['SO-gone', 'skipped', undefined],
    ['SO-refused', 'parked', 'refused'],
  ]);
  const parked = reports.tasks({ state: 'parked' }, 50).items.map(({ problem }) => problem);
  for (const problem of [...parked, ...reports.view().problems]) {
    expect(problem?.message).toMatch(/^[A-Z].* .*\.?$/);
    expect(problem?.action).toMatch(/^[A-Z].*\.$/);
  }
  expect(parked[0]?.message).toBe('Jortt answered 422 (params.invalid).');
  expect(parked[0]?.action).toContain('activity');
  const reasons = reports.activity({}, 50).items.map(({ key, reason }) => [key, reason]);
  expect(Object.fromEntries(reasons)).toEqual({
    'SO-booked': 'booked',
    'SO-left-out': 'order status SHIPPED is not in "statuses"',
    'SO-choice': 'choice_missing: The setting "paymentMethods" has no entry for "Riverty".',
    'SO-unreadable': expect.stringContaining('unreadable: Ecwid'),
    'SO-totals': expect.stringContaining('totals_differ: The order comes to'),
    'SO-gone': 'not in the source any more',
    'SO-refused': 'refused: Jortt answered 422 (params.invalid).',
  });
  expect(webhook.taken.length).toBeGreaterThan(2);
  expect(webhook.taken.every((alert) => !('message' in alert))).toBe(true);
  expect(simulation.sql.exec('SELECT told FROM incidents').every(({ told }) => told !== '{}')).toBe(true);
});

test('what an expression makes is stored as codes too', async () => {
  const { simulation } = await watched({ mapping: { remarks: "$error('this order is not right')" } });
  await park(simulation, 1);
  await simulation.live(minuteMs);
  await simulation.integration.configure(document({ mapping: { remarks: '[1, 2]' } }));
  await park(simulation, 1, 1);
  await simulation.live(minuteMs);
  expectNoSentence(simulation);
  const problems = simulation.integration.reports.tasks({}, 2).items.map(({ problem }) => problem?.message);
  expect(problems).toEqual([
    'The mapping of "remarks" gives a value that does not fit: it must be of the type string.',
    expect.stringMatching(
      /^The expression for "remarks" failed: it stopped itself with \$error, at position \d+\.$/,
    ),
  ]);
});

describe('of a connection', () => {
  test('that refuses its credentials, and of one that is away', async () => {
    const { simulation, webhook } = await troubled();
    simulation.outside.shopToken = 'another';
    simulation.outside.down.add('jortt');
    await park(simulation, 2);
    await simulation.live(hourMs);
    expectNoSentence(simulation);
    const health = simulation.sql.exec('SELECT health FROM connections').map((row) => String(row.health));
    expect(health.filter((text) => text.includes('"code"')).length).toBeGreaterThan(0);
    const [problem] = simulation.integration.reports.view().problems;
    expect(problem).toMatchObject({ code: 'credentials_refused', connection: 'shop' });
    expect(problem?.message).toBe('Ecwid by Lightspeed answered 403 (ACCESS_DENIED).');
    expect(webhook.told).toContain('problem credentials_refused');
  });

  test('and of a poll that fails', async () => {
    const { simulation } = await watched(flow);
    simulation.outside.interfere = (call) =>
      call === 'GET ecwid /orders' ? Response.json({ items: 'none of these' }, { status: 200 }) : undefined;
    await simulation.live(10 * minuteMs);
    const [cursor] = simulation.sql.exec('SELECT problem FROM cursors');
    expect(JSON.parse(String(cursor?.problem))).toMatchObject({ code: 'unreadable' });
    expectNoSentence(simulation);
    expect(simulation.integration.reports.view().problems[0]).toMatchObject({
      flow: 'orders:shop:books',
      message: expect.stringContaining('Ecwid by Lightspeed answered GET'),
    });
  });
});

test('a sentence would be found, wherever in a row it stood', () => {
  const row = {
    key: 'SO-1',
    problem: JSON.stringify({ code: 'x', params: { systemCode: 'no.such', field: 'a b' } }),
  };
  expect(sentencesOf('tasks', [row])).toEqual([]);
  const words = JSON.stringify({ code: 'x', params: { said: 'no such thing' } });
  expect(sentencesOf('tasks', [{ problem: words }])).toHaveLength(1);
  const told = JSON.stringify({
    code: 'x',
    params: { list: ['set this right'] },
    told: { message: 'It is not so.' },
  });
  expect(sentencesOf('tasks', [{ problem: told }])).toHaveLength(2);
  expect(sentencesOf('activity', [{ reason: 'already in the target' }])).toHaveLength(1);
});
