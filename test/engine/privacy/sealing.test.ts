import { describe, expect, test } from 'vitest';
import { Fingerprints } from '../../../src/engine/privacy/fingerprints.ts';
import { Seal, SealError } from '../../../src/engine/privacy/sealing.ts';
import { SetUpError } from '../../../src/records/set-up-fault.ts';

const key = (letter: string) => btoa(letter.repeat(32));
const place = 'mugs/connections/shop/credentials';
const secret = { token: 'secret_abc', note: 'ünïcode €' };

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.catch((error: unknown) => error);
  return thrown instanceof SealError || thrown instanceof SetUpError
    ? thrown.code
    : `opened: ${JSON.stringify(thrown)}`;
}

describe('a sealed value', () => {
  test('opens at its place, and shows nothing before', async () => {
    const seal = await Seal.fromKeys(key('a'));
    const sealed = await seal.seal(place, secret);
    expect(await seal.open(place, sealed)).toEqual(secret);
    expect(atob(sealed.split('.')[3]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toContain(
      'secret',
    );
  });

  test('is another text each time', async () => {
    const seal = await Seal.fromKeys(key('a'));
    expect(await seal.seal(place, secret)).not.toBe(await seal.seal(place, secret));
  });

  test('opens nowhere else, also with its place written over', async () => {
    const seal = await Seal.fromKeys(key('a'));
    const sealed = await seal.seal(place, secret);
    const elsewhere = place.replace('mugs', 'cups');
    expect(await codeOf(seal.open(elsewhere, sealed))).toBe('place_differs');
    const [header = '', ...rest] = sealed.split('.');
    const forged = btoa(atob(header.replaceAll('-', '+').replaceAll('_', '/')).replace('mugs', 'cups'))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
    expect(await codeOf(seal.open(elsewhere, [forged, ...rest].join('.')))).toBe('unreadable');
  });

  test('does not open with another key, and says what to do', async () => {
    const sealed = await (await Seal.fromKeys(key('a'))).seal(place, secret);
    const other = await Seal.fromKeys(key('b'));
    expect(await codeOf(other.open(place, sealed))).toBe('key_unknown');
    await expect(other.open(place, sealed)).rejects.toThrow('ENCRYPTION_KEY_PREVIOUS');
  });

  test('that is damaged is refused, wherever the damage is', async () => {
    const seal = await Seal.fromKeys(key('a'));
    const sealed = await seal.seal(place, secret);
    const parts = sealed.split('.');
    for (const index of [2, 3, 4]) {
      const flipped = parts.map((part, at) =>
        at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
      );
      expect(await codeOf(seal.open(place, flipped.join('.')))).toBe('unreadable');
    }
    for (const rubbish of ['', 'x', 'a.b.c.d.e', sealed.slice(0, -30), '{}']) {
      expect(await codeOf(seal.open(place, rubbish))).toMatch(/unreadable|place_differs/);
    }
  });
});

describe('rotation', () => {
  test('old values open with the previous key and are stale, new ones use the current', async () => {
    const before = await Seal.fromKeys(key('a'));
    const sealed = await before.seal(place, secret);
    const after = await Seal.fromKeys(key('b'), key('a'));
    expect(await after.open(place, sealed)).toEqual(secret);
    expect([before.isStale(sealed), after.isStale(sealed)]).toEqual([false, true]);
    const again = await after.seal(place, secret);
    expect(after.isStale(again)).toBe(false);
    expect(await codeOf(before.open(place, again))).toBe('key_unknown');
    expect(await (await Seal.fromKeys(key('b'))).open(place, again)).toEqual(secret);
  });
});

describe('keys', () => {
  test.each([
    [undefined, undefined, 'key_missing'],
    ['', undefined, 'key_missing'],
    ['short', undefined, 'key_unusable'],
    [btoa('a'.repeat(31)), undefined, 'key_unusable'],
    ['not base64 at all!!!', undefined, 'key_unusable'],
    [key('a'), 'short', 'key_unusable'],
  ])('%s with %s: %s, in a sentence that holds no key', async (current, previous, code) => {
    const thrown = await Seal.fromKeys(current, previous).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code });
    if (current) expect(String(thrown)).not.toContain(current);
  });

  test('base64 and base64url, with padding and blanks around, are one key', async () => {
    const bytes = String.fromCharCode(...Array.from({ length: 32 }, (_, index) => 250 - index));
    const sealed = await (await Seal.fromKeys(btoa(bytes))).seal(place, 1);
    const url = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    expect(await (await Seal.fromKeys(` ${url}\n`)).open(place, sealed)).toBe(1);
  });
});

describe('fingerprints', () => {
  test('are equal for equal contents, whatever the order of names', async () => {
    const prints = await Fingerprints.fromSecret(Fingerprints.newSecret());
    expect(await prints.of({ a: 1, b: { c: [1, 2], d: null } })).toBe(
      await prints.of({ b: { d: null, c: [1, 2] }, a: 1 }),
    );
    expect(await prints.of([1, 2])).not.toBe(await prints.of([2, 1]));
    expect(await prints.of('1')).not.toBe(await prints.of(1));
  });

  test('tell nothing without the key: another key gives another one', async () => {
    const [one, other] = [Fingerprints.newSecret(), Fingerprints.newSecret()];
    const value = ['email', 'noor@example.com'];
    const print = await (await Fingerprints.fromSecret(one)).of(value);
    expect(print).not.toBe(await (await Fingerprints.fromSecret(other)).of(value));
    expect(print).toMatch(/^[\w-]{24}$/);
  });
});
