import { describe, expect, it } from 'vitest';
import { identifier } from '../../../src/engine/configuration/configuration.ts';
import { titleOf } from '../../../src/ui/parts/system-name.ts';
import { enteredCredentials } from '../../../src/ui/setup/credential-form.ts';
import { connectionNames, idsFor } from '../../../src/ui/setup/names.ts';
import { standingAt } from '../../../src/ui/setup/progress.ts';

describe('the id of a link', () => {
  it.each([
    ['My webshop', 'my-webshop'],
    ['  Café Ångström & Zoon B.V. ', 'cafe-angstrom-zoon-b-v'],
    ['Straße İstanbul ıışığı', 'strasse-istanbul-iisigi'],
    ['茶', 'link'],
    ['---', 'link'],
    ['x'.repeat(300), 'x'.repeat(40)],
    [`${'y'.repeat(39)} z`, 'y'.repeat(39)],
  ])('of %j is %s', (name, id) => {
    expect(idsFor(name)[0]).toBe(id);
  });

  it('can be had, whatever the name, and every further one is another', () => {
    for (const name of ['Mugs', 'x'.repeat(300), '', `${'a-'.repeat(30)}`]) {
      const ids = idsFor(name);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(identifier.safeParse(id).success, id).toBe(true);
    }
    expect(idsFor('Mugs').slice(0, 3)).toEqual(['mugs', 'mugs-2', 'mugs-3']);
  });
});

describe('the connections of a pair', () => {
  it('are called as their systems, the second account of one system with a number', () => {
    expect(connectionNames('ecwid', 'jortt')).toEqual(['ecwid', 'jortt']);
    expect(connectionNames('shopify', 'shopify')).toEqual(['shopify', 'shopify-2']);
  });

  it('are told apart where both are of one system', () => {
    const twice = { connections: { ecwid: { connector: 'ecwid' }, 'ecwid-2': { connector: 'ecwid' } } };
    expect(titleOf(twice, 'ecwid-2')).toBe('Ecwid by Lightspeed (ecwid-2)');
    const pair = { connections: { ecwid: { connector: 'ecwid' }, jortt: { connector: 'jortt' } } };
    expect(titleOf(pair, 'ecwid')).toBe('Ecwid by Lightspeed');
  });
});

describe('what was typed', () => {
  const fields = [
    { name: 'storeId', secret: false },
    { name: 'token', secret: true },
  ];

  it('is trimmed; of a connection that is stored a secret that was left empty stays as it is', () => {
    const typed = new Map([
      ['credentials.storeId', ' 1003\n'],
      ['credentials.token', ' '],
    ]);
    expect(enteredCredentials(fields, typed, true)).toEqual({ storeId: '1003' });
    expect(enteredCredentials(fields, typed, false)).toEqual({ storeId: '1003', token: '' });
  });

  it('takes away what was emptied', () => {
    expect(enteredCredentials(fields, new Map(), true)).toEqual({ storeId: '' });
  });
});

describe('a draft stands at', () => {
  const account = { name: 'A', currency: 'EUR', timeZone: 'Europe/Amsterdam', country: null };
  const open = { connected: false, account: null, problem: null, sameAs: null, hooks: null, scopes: [] };
  const fine = { ...open, connected: true, account };
  const ill = { ...fine, problem: { code: 'x', message: 'X', action: '' } };
  const flow = { flow: 'orders', from: 'a', to: 'b', settings: {}, mapping: {} } as const;
  const at = (one: object, other: object, enabled?: boolean) =>
    standingAt({
      accounts: [
        { ...fine, ...one, connection: 'a' },
        { ...fine, ...other, connection: 'b' },
      ],
      flows: enabled === undefined ? [] : [{ ...flow, enabled }],
    });

  it('the first step that is not done', () => {
    expect(at(open, open)).toBe('first');
    expect(at(ill, fine, true)).toBe('first');
    expect(at(fine, open)).toBe('second');
    expect(at(fine, { sameAs: 'a' })).toBe('second');
    expect(at(fine, { account: null })).toBe('second');
    expect(at(fine, fine)).toBe('flows');
    expect(at(fine, fine, false)).toBe('flows');
    expect(at(fine, fine, true)).toBe('questions');
  });
});
