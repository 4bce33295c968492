import { expect, test } from 'vitest';
import type { DryRun } from '../../../src/engine/work/dry-run.ts';
import type { Preview } from '../../../src/flows/contract.ts';
import { nothingTried, reckon, trialsIn, withPart } from '../../../src/ui/setup/trial.ts';

function preview(parts: Partial<Preview>): Preview {
  const source = { number: '1042', currency: 'EUR', gross: '10.00' };
  return { source, skips: null, writes: [], checks: [], problem: null, ...parts };
}

const gross = (actual: string | null) => [{ name: 'gross', expected: '10.00', actual }];
const waits = { kind: 'wait', code: 'product_under_way', params: { skus: ['A'] } } as const;
const wrong = { kind: 'rejected', code: 'oss', params: { country: 'DE' } } as const;
const asked = { kind: 'wait', code: 'rate_limited', params: { system: 'Books' } } as const;
const silent = { kind: 'wait', code: 'sibling_silent', params: {} } as const;
const spent = { kind: 'wait', code: 'run_spent', params: {} } as const;
const away = { kind: 'retry', code: 'network_failed', params: { system: 'Books' } } as const;
const closed = { kind: 'auth', code: 'credentials_refused', params: {}, connection: 'books' } as const;

const runs: DryRun[] = [
  { key: 'a', preview: preview({ checks: gross('10') }) },
  { key: 'b', preview: preview({ checks: gross('10.01') }) },
  { key: 'c', preview: preview({ skips: { code: 'not_paid', params: {} } }) },
  { key: 'd', preview: preview({ problem: waits, source: { sku: 'CUP', currency: 'USD', gross: '3.5' } }) },
  { key: 'e', preview: preview({ problem: wrong }) },
  { key: 'f', problem: closed },
  { key: 'g', preview: preview({ source: { name: 'Somebody' } }) },
];

const part = { items: runs, cursor: '1.7', found: 9, isWhole: true };

test('what would become of records is told in a word, with the amount and nothing of a person', () => {
  const { rows, ...rest } = withPart(nothingTried, part);
  expect(rest).toEqual({ cursor: '1.7', found: 9, isWhole: true });
  expect(rows.map(({ key, name, outcome }) => [key, name, outcome])).toEqual([
    ['a', '1042', 'right'],
    ['b', '1042', 'differs'],
    ['c', '1042', 'left'],
    ['d', 'CUP', 'waits'],
    ['e', '1042', 'wrong'],
    ['f', 'f', 'wrong'],
    ['g', 'g', 'right'],
  ]);
  expect(rows[1]?.amount).toEqual({ currency: 'EUR', source: '10.00', target: '10.01' });
  expect(rows[5]).toMatchObject({ connection: 'books', amount: null });
  expect(JSON.stringify(rows)).not.toContain('Somebody');
});

test('what could not be tried now is neither right nor wrong, and in no sum', () => {
  const items: DryRun[] = [
    ...[asked, silent, spent, away].map((problem, at) => ({ key: `p${at}`, preview: preview({ problem }) })),
    { key: 'p4', problem: asked },
    { key: 'p5', problem: away },
    { key: 'p6', preview: preview({ checks: gross('10') }) },
  ];
  const { rows } = withPart(nothingTried, { ...part, items });
  const told = rows.map(({ outcome }) => outcome);
  expect(told).toEqual([...Array.from({ length: 6 }, () => 'untried'), 'right']);
  expect(reckon(rows)).toMatchObject({
    ...{ booked: 1, needYou: 0, left: 0, untried: 6 },
    amounts: [{ currency: 'EUR', amount: '10.00' }],
  });
});

test('a page asks for no more than it can carry to the next', () => {
  const itemsOf = (part: number) =>
    runs
      .concat(runs)
      .slice(0, 8)
      .map((run, at): DryRun => ({ ...run, key: `${part}-${at}` }));
  let trial = nothingTried;
  for (let parts = 1; parts <= 11; parts++)
    trial = withPart(trial, { items: itemsOf(parts), cursor: `1.${parts}`, found: 300, isWhole: true });
  expect(trial.cursor).toBe('1.11');
  trial = withPart(trial, { items: itemsOf(12), cursor: '1.12', found: 300, isWhole: true });
  expect(trial).toMatchObject({ cursor: null, found: 300 });
  expect(trialsIn(JSON.stringify({ a: trial }))).toEqual({ a: trial });
});

test('a page carries it as it is, and takes nothing else for it', () => {
  const trial = withPart(nothingTried, part);
  const carried = { 'orders:shop:books': trial };
  expect(trialsIn(JSON.stringify(carried))).toEqual(carried);
  for (const text of ['', '[]', '{"a":{}}', '{"a":{"rows":[{"key":1}]}}', 'null', '{'])
    expect([text, trialsIn(text)]).toEqual([text, {}]);
  const [first] = trial.rows;
  const forged = { ...first, amount: { currency: '<b>', source: 'x', target: null } };
  expect(trialsIn(JSON.stringify({ a: { ...trial, rows: [forged] } }))).toEqual({});
});

test('is reckoned by currency, to the cent', () => {
  const { rows } = withPart(nothingTried, part);
  expect(reckon(rows)).toEqual({
    booked: 4,
    amounts: [
      { currency: 'EUR', amount: '20.00' },
      { currency: 'USD', amount: '3.50' },
    ],
    needYou: 2,
    left: 1,
    untried: 0,
  });
  expect(reckon([])).toEqual({ booked: 0, amounts: [], needYou: 0, left: 0, untried: 0 });
});
