import { describe, expect, test } from 'vitest';
import { basesOf, basesOfWayBack, isUnchanged, surprisesOf } from '../../src/flows/bases.ts';
import { baseOf } from '../../src/flows/merge.ts';
import { canonicalJson } from '../../src/records/canonical-json.ts';

const fingerprint = async (value: unknown) => `#${canonicalJson(value)}`;
const base = (said: unknown, stood: unknown = said) => baseOf(said, stood, fingerprint);

describe('what surprises after a write', () => {
  const of = (before: object | null, said: object, after: object) => [
    ...surprisesOf({ before, said, after, sent: new Set(Object.keys(said)) } as Parameters<
      typeof surprisesOf
    >[0]),
  ];

  test.each([
    ['nothing', { phone: '1' }, { phone: '2' }, { phone: '2' }, []],
    ['a form of the target’s own', { phone: '1' }, { phone: '+31 6' }, { phone: '316' }, []],
    ['what it dropped', {}, { phone: '2' }, {}, []],
    ['what it would not have', { phone: '1' }, { phone: '2' }, { phone: '1' }, []],
    ['another value', { phone: '1' }, { phone: '2' }, { phone: '9' }, ['phone']],
    ['another part', { name: 'A' }, { phone: '2' }, { name: 'B', phone: '2' }, ['name']],
    ['a part that appears', {}, { phone: '2' }, { name: 'B', phone: '2' }, ['name']],
    ['a part that goes', { name: 'A' }, { phone: '2' }, { phone: '2' }, ['name']],
  ])('%s', (_what, before, said, after, surprises) => {
    expect(of(before, said, after)).toEqual(surprises);
  });

  test('of a new record is not what the target fills in by itself', () => {
    expect(of(null, { phone: '2' }, { phone: '2', country: 'NL' })).toEqual([]);
    expect(of(null, { address: { street: 'A' } }, { address: { street: 'A', country: 'NL' } })).toEqual([]);
    expect(of(null, { phone: '2' }, { phone: '9' })).toEqual(['phone']);
  });

  test('of an object is a field that nobody sent', () => {
    const before = { address: { street: 'A', city: 'Z' } };
    expect(of(before, { address: { street: 'B' } }, { address: { street: 'B', city: 'Z' } })).toEqual([]);
    expect(of(before, { address: { street: 'B' } }, { address: { street: 'B', city: 'Q' } })).toEqual([
      'address',
    ]);
  });

  test('of what was emptied is anything that stands there, but for what would not go', () => {
    const emptied = (before: object, after: object) => [
      ...surprisesOf({ before, said: {}, after, sent: new Set(['phone']) } as Parameters<
        typeof surprisesOf
      >[0]),
    ];
    expect(emptied({ phone: '1' }, {})).toEqual([]);
    expect(emptied({ phone: '1' }, { phone: '1' })).toEqual([]);
    expect(emptied({ phone: '1' }, { phone: '2' })).toEqual(['phone']);
  });
});

test('unchanged is either way round, and none is none', () => {
  expect(isUnchanged({ a: '1' }, { a: '1', b: '' })).toBe(true);
  expect(isUnchanged({ a: '1' }, { a: '1', b: '2' })).toBe(false);
  expect(isUnchanged({ a: '1', b: '2' }, { a: '1' })).toBe(false);
  expect(isUnchanged(undefined, '')).toBe(true);
});

test('the sender knows what agrees, what it wrote, and what the target has to itself', async () => {
  const known = await basesOf({
    said: { phone: '2', name: 'Noor', vatNumber: 'X' },
    settled: ['phone', 'name', 'vatNumber'],
    left: ['note', 'language'],
    surprises: new Set(['vatNumber']),
    stands: { phone: '02', name: 'Noor', vatNumber: 'Y', note: 'Friend' },
    bases: { language: await base('nl'), group: await base('vip') },
    fingerprint,
  });
  expect(known).toEqual({
    phone: await base('2', '02'),
    name: await base('Noor'),
    // Of what somebody changed meanwhile only what was sent was ever equal.
    vatNumber: await base('X'),
    note: await base(undefined, 'Friend'),
    language: await base('nl'),
    group: await base('vip'),
  });
});

describe('the way back knows', () => {
  const back = (given: Partial<Parameters<typeof basesOfWayBack>[0]>) =>
    basesOfWayBack({
      before: {},
      after: {},
      stands: {},
      speaks: new Set(['phone']),
      isOwnWork: (_part, changed) => changed,
      isSame: () => false,
      isChangedSince: () => false,
      bases: {},
      fingerprint,
      ...given,
    });

  test('what agrees, though nobody wrote it', async () => {
    const same = { phone: '1' };
    expect(await back({ before: same, after: same, stands: same })).toEqual({ phone: await base('1') });
    expect(await back({})).toEqual({ phone: await base(undefined) });
  });

  test('what was found equal, though the source writes it otherwise; not what says more or less than that', async () => {
    const of = (after: string, stands: string, isSame = () => true) =>
      back({ before: { phone: after }, after: { phone: after }, stands: { phone: stands }, isSame });
    expect(await of('+3138', '+31 38')).toEqual({ phone: await base('+3138', '+31 38') });
    for (const [after, stands] of [
      ['+3138', '+31 3'],
      ['+313', '+31 38'],
      ['+3138', '+31 39'],
    ] as const)
      expect(await of(after, stands)).toEqual({});
    expect(await of('+3138', '+31 38', () => false)).toEqual({});
  });

  test('what Koppel wrote, in the form that it has there', async () => {
    expect(await back({ before: { phone: '1' }, after: { phone: '02' }, stands: { phone: '2' } })).toEqual({
      phone: await base('02', '2'),
    });
  });

  test('nothing of what somebody else changed: that is news', async () => {
    const bases = { phone: await base('1') };
    const news = { before: { phone: '9' }, after: { phone: '9' }, stands: { phone: '1' }, bases };
    expect(await back(news)).toEqual(bases);
    expect(await back({ ...news, before: null })).toEqual(bases);
  });

  test('that what only the target has was none before', async () => {
    const only = { phone: '9' };
    expect(await back({ before: only, after: only })).toEqual({ phone: { said: '', stood: '' } });
    expect(await back({ before: only, after: only, stands: { phone: '1' } })).toEqual({});
  });

  test('that the two were equal for a moment where somebody changed it after the write', async () => {
    const since = {
      before: { phone: '1' },
      after: { phone: '9' },
      stands: { phone: '2' },
      isOwnWork: () => false,
      isChangedSince: () => true,
      bases: { phone: await base('1') },
    };
    expect(await back(since)).toEqual({ phone: { said: '?', stood: (await base('2')).stood } });
  });
});
