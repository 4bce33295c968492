import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agree,
  type Bases,
  baseOf,
  isKept,
  isNone,
  type Meeting,
  merge,
  says,
  type Verdict,
} from '../../src/flows/merge.ts';
import { canonicalJson } from '../../src/records/canonical-json.ts';

const fingerprint = async (value: unknown) => `#${canonicalJson(value)}`;
const parts = ['phone', 'address'];

/** What becomes of one part, `phone` unless another is named. */
async function verdictOf(
  said: unknown,
  stands: unknown,
  more: Partial<Meeting> = {},
  part = 'phone',
): Promise<Verdict | undefined> {
  const one = (value: unknown) => (value === undefined ? {} : { [part]: value });
  const verdicts = await merge({
    ...{ said: one(said), stands: one(stands), bases: {}, speaks: new Set(parts), leads: true, fingerprint },
    ...more,
  });
  return verdicts.get(part);
}

/** Both had this, as each of them has it. */
async function equal(
  said: unknown,
  stood: unknown = said,
  part = 'phone',
): Promise<{ readonly bases: Bases }> {
  return { bases: { [part]: await baseOf(said, stood, fingerprint) } };
}

describe('a first meeting', () => {
  test.each([
    ['1', undefined, 'write'],
    ['1', '', 'write'],
    ['1', '1', 'same'],
    ['1', '2', 'write'],
    [undefined, '2', 'kept'],
    ['', '2', 'kept'],
    [undefined, undefined, 'same'],
    [undefined, '', 'same'],
  ])('of %j and %j: %s', async (said, stands, verdict) => {
    expect(await verdictOf(said, stands)).toBe(verdict);
  });

  test.each([
    ['1', undefined, 'write'],
    ['1', '2', 'kept'],
    ['1', '1', 'same'],
  ])('of %j and %j with a sender that does not lead: %s', async (said, stands, verdict) => {
    expect(await verdictOf(said, stands, { leads: false })).toBe(verdict);
  });
});

describe('after both were equal', () => {
  test.each([
    ['nobody changes anything', '1', '1', 'same'],
    ['the sender changes', '2', '1', 'write'],
    ['the sender takes away', undefined, '1', 'clear'],
    ['the target changes', '1', '2', 'kept'],
    ['the target loses it', '1', undefined, 'kept'],
    ['both change', '2', '3', 'conflict'],
    ['the sender takes away what the target changes', undefined, '2', 'conflict'],
    ['the sender changes what the target loses', '2', undefined, 'conflict'],
    ['both change to the same', '2', '2', 'same'],
    ['both lose it', undefined, undefined, 'same'],
  ])('%s', async (_what, said, stands, verdict) => {
    expect(await verdictOf(said, stands, await equal('1'))).toBe(verdict);
  });

  test.each([
    ['the sender has one now', '1', undefined, 'write'],
    ['the target has one now', undefined, '2', 'kept'],
    ['both have one now', '1', '2', 'conflict'],
  ])('in having none, %s', async (_what, said, stands, verdict) => {
    expect(await verdictOf(said, stands, await equal(undefined))).toBe(verdict);
  });

  test('what only the target has is not taken away', async () => {
    const known = await equal(undefined, '2');
    expect(await verdictOf(undefined, '2', known)).toBe('kept');
    expect(await verdictOf('1', '2', known)).toBe('write');
    expect(await verdictOf('1', '3', known)).toBe('conflict');
  });

  test('in a form of the target’s own, that is no change', async () => {
    const known = await equal('+31 6 1', '0031 61');
    expect(await verdictOf('+31 6 1', '0031 61', known)).toBe('kept');
    expect(await verdictOf('+31 6 2', '0031 61', known)).toBe('write');
    expect(await verdictOf(undefined, '0031 61', known)).toBe('clear');
    expect(await verdictOf('+31 6 2', '+31 6 1', known)).toBe('conflict');
  });

  test('what nobody maps any more is left, without a verdict', async () => {
    expect(await verdictOf(undefined, '1', { ...(await equal('1')), speaks: new Set() })).toBeUndefined();
  });
});

describe('an object', () => {
  const home = { street: 'Kade 12', extra: '', city: 'Zwolle' };
  const verdict = (said: unknown, stands: unknown, more: Partial<Meeting> = {}) =>
    verdictOf(said, stands, more, 'address');
  const known = () => equal(home, { ...home, region: 'OV' }, 'address');

  test('is the same as long as every field that is named is', async () => {
    expect(await verdict(home, { ...home, region: 'OV' })).toBe('same');
    expect(await verdict(home, { street: 'Kade 12', city: 'Zwolle' })).toBe('same');
    expect(await verdict(home, { ...home, extra: 'achter' })).toBe('write');
  });

  test('is written as a whole, and clashes as a whole', async () => {
    const moved = { ...home, street: 'Gracht 3' };
    expect(await verdict(moved, { ...home, region: 'OV' }, await known())).toBe('write');
    expect(await verdict(moved, { ...home, city: 'Kampen' }, await known())).toBe('conflict');
    expect(await verdict(home, { ...home, city: 'Kampen' }, await known())).toBe('kept');
    expect(await verdict(undefined, { ...home, region: 'OV' }, await known())).toBe('clear');
  });

  test('does not clash over a field that the sender does not know', async () => {
    const there = { ...home, region: 'Overijssel' };
    expect(await verdict({ ...home, street: 'Gracht 3' }, there, await known())).toBe('write');
    expect(await verdict(undefined, there, await known())).toBe('clear');
  });

  test('that says nothing is none', async () => {
    expect(await verdict({ street: '', city: '' }, undefined)).toBe('same');
    expect(await verdict({ street: '', city: '' }, home, await known())).toBe('clear');
  });
});

describe('a sender who insists', () => {
  test.each([
    ['what the target changed', '1', '2', 'write'],
    ['what both changed', '2', '3', 'write'],
    ['what it took away and the target changed', undefined, '2', 'clear'],
  ])('is followed in %s', async (_what, said, stands, verdict) => {
    expect(await verdictOf(said, stands, { ...(await equal('1')), insists: true })).toBe(verdict);
  });

  test('takes away nothing that it never had', async () => {
    expect(await verdictOf(undefined, '2', { ...(await equal(undefined, '2')), insists: true })).toBe('kept');
    expect(await verdictOf(undefined, '2', { insists: true })).toBe('kept');
  });
});

describe('a write that may have happened', () => {
  /** `old` stood there when `sent` was sent. */
  const began = async (old: unknown, sent: unknown) => ({
    ...(await equal(old)),
    begun: { phone: await baseOf(sent, old, fingerprint) },
  });

  test.each([
    ['was not done', '2', '1', 'write'],
    ['was done', '2', '2', 'same'],
    ['was done, in the form of the target', '06-2', '062', 'same'],
    ['was done, and the sender has changed it once more', '3', '2', 'write'],
    ['was done, and the sender has changed it back', '1', '2', 'write'],
    ['was done, and the sender has taken it away', undefined, '2', 'clear'],
    ['met a change of somebody else', '2', '9', 'conflict'],
    ['met a change of somebody else, and the sender has changed it back', '1', '9', 'conflict'],
    ['met somebody who emptied it', '2', undefined, 'conflict'],
  ])('and %s', async (_what, said, stands, verdict) => {
    const sent = said === '06-2' ? said : '2';
    expect(await verdictOf(said, stands, await began('1', sent))).toBe(verdict);
  });

  test('of a part that nothing is known of is told likewise', async () => {
    const begun = { phone: await baseOf('Noor@', 'noor@', fingerprint) };
    expect(await verdictOf('Noor@', 'noor@', { begun })).toBe('write');
    expect(await verdictOf('Noor@', 'NOOR@', { begun })).toBe('same');
    expect(await verdictOf('2', '9', { begun })).toBe('write');
    expect(await verdictOf(undefined, '9', { begun })).toBe('kept');
  });

  test('and made the record itself: whatever it keeps of what was sent is that', async () => {
    expect(await verdictOf('06-2', '062', { begun: {} })).toBe('same');
    expect(await verdictOf('2', undefined, { begun: {} })).toBe('write');
    expect(await verdictOf('2', '9', { begun: {} })).toBe('write');
  });
});

describe('values', () => {
  test.each([
    [undefined, true],
    [null, true],
    ['', true],
    [[], true],
    [{}, true],
    [{ a: '', b: { c: null } }, true],
    [0, false],
    [false, false],
    [' ', false],
    [['x'], false],
    [{ a: '', b: 1 }, false],
  ])('%j is none: %j', (value, expected) => {
    expect(isNone(value)).toBe(expected);
  });

  test.each([
    ['1', '1', true],
    ['1', 1, false],
    [undefined, '', true],
    [{ a: '1', b: '2' }, { a: '1' }, true],
    [{ a: '1' }, { a: '1', b: '2' }, false],
    [{ a: '1' }, { a: '1', b: '' }, true],
    [undefined, { a: '' }, true],
    [['a', 'b'], ['a'], false],
  ])('%j says all of %j: %j', (there, wanted, expected) => {
    expect(says(there, wanted)).toBe(expected);
  });

  test.each([
    ['Noor de Wit', 'Noor de', true],
    ['Noor de Wit', 'NOOR DE WIT', true],
    ['Straße 1', 'STRASSE 1', true],
    ['Café', 'Cafe', true],
    ['+31 (0)38-1', '310381', true],
    ['Noor', undefined, true],
    ['Noor', 'Noor de Wit', false],
    ['Noor', 'Oor', false],
    [undefined, 'Noor', false],
    ['company', 'person', false],
    [true, true, true],
    [true, false, false],
    [{ a: 'Kade', b: 'X' }, { a: 'KADE' }, true],
    [{ a: 'Kade' }, { a: 'Laan', b: 'X' }, false],
  ])('of %j that was sent %j is kept: %j', (sent, there, expected) => {
    expect(isKept(sent, there)).toBe(expected);
  });

  const value = fc.oneof(
    fc.string(),
    fc.constant(undefined),
    fc.record({ street: fc.string(), city: fc.string() }, { requiredKeys: [] }),
  );

  test('agree with themselves, and are then never written', async () => {
    await fc.assert(
      fc.asyncProperty(value, value, value, async (one, said, stood) => {
        expect(agree(one, one)).toBe(true);
        expect(await verdictOf(one, one, await equal(said, stood))).toBe('same');
      }),
    );
  });

  test('that the sender did not change are never written, and never clash', async () => {
    await fc.assert(
      fc.asyncProperty(value, value, value, async (said, stood, there) => {
        const bases = { phone: await baseOf(said, stood, fingerprint) };
        expect(['same', 'kept']).toContain(await verdictOf(said, there, { bases }));
      }),
    );
  });

  test('that the target did not change never clash', async () => {
    await fc.assert(
      fc.asyncProperty(value, value, value, async (before, said, there) => {
        const bases = { phone: await baseOf(before, there, fingerprint) };
        expect(await verdictOf(said, there, { bases })).not.toBe('conflict');
      }),
    );
  });
});
