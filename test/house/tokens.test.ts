import { describe, expect, it } from 'vitest';
import type { RequestError } from '../../src/engine/request-error.ts';
import { may, type Need, type roles, sees } from '../../src/house/roles.ts';
import { readToken } from '../../src/house/token-text.ts';
import { maxTokens, type NewToken } from '../../src/house/tokens.ts';
import { hourMs } from '../support/durations.ts';
import { someone as admin, newHouse, slack } from '../support/house.ts';

const bookkeeper: NewToken = { name: 'Books', role: 'bookkeeper', integrations: null, expiresAt: null };

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as RequestError).data.code;
  }
  return 'nothing';
}

describe('a token', () => {
  it('has 256 random bits, is told once, and is kept as a hash only', () => {
    const { sql, house } = newHouse();
    const { token, ...view } = house.makeToken(bookkeeper, admin);
    const { secret = '' } = readToken(token) ?? {};
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(house.tokens()).toEqual([view]);
    const stored = JSON.stringify(sql.exec('SELECT * FROM tokens'));
    expect(stored).not.toContain(secret);
    const other = house.makeToken({ ...bookkeeper, name: 'Other' }, admin).token;
    expect(readToken(other)?.secret).not.toBe(secret);
  });

  it('opens what it is for, and nothing that is nearly it does', async () => {
    const { house } = newHouse();
    const { token } = house.makeToken({ ...bookkeeper, integrations: ['mugs'] }, admin);
    expect(await house.admit(token)).toEqual({
      ...{ token: 1, name: 'Books', role: 'bookkeeper', integrations: ['mugs'] },
    });
    const end = token.at(-1) === 'A' ? 'B' : 'A';
    for (const wrong of [
      '',
      token.slice(0, -1),
      `${token}A`,
      `${token.slice(0, -1)}${end}`,
      token.replace('_1_', '_2_'),
      token.replace('_1_', '_01_'),
      token.toUpperCase(),
      ` ${token}`,
    ])
      expect(await house.admit(wrong), wrong).toBeNull();
  });

  it('is over at its moment, and when it is revoked, and its id is never used again', async () => {
    const { clock, house } = newHouse();
    const { token, id } = house.makeToken({ ...bookkeeper, expiresAt: clock.now() + hourMs }, admin);
    await clock.advance(hourMs - 1);
    expect(house.standing(Number(id))).toMatchObject({ name: 'Books' });
    await clock.advance(1);
    expect([house.standing(Number(id)), await house.admit(token)]).toEqual([null, null]);
    house.revokeToken(Number(id), admin);
    const next = house.makeToken(bookkeeper, admin);
    expect(next.id).not.toBe(id);
    expect([house.standing(Number(id)), await house.admit(token)]).toEqual([null, null]);
    expect(codeOf(() => house.revokeToken(Number(id), admin))).toBe('not_found');
  });

  it('says when it was last used, to the hour: a use writes no row more often', async () => {
    const { clock, house } = newHouse();
    const { token } = house.makeToken(bookkeeper, admin);
    const used = () => house.tokens()[0]?.lastUsedAt;
    expect(used()).toBeNull();
    await house.admit(token);
    const first = used();
    expect(first).toBe(new Date(clock.now()).toISOString());
    await clock.advance(hourMs - 1);
    await house.admit(token);
    expect(used()).toBe(first);
    await clock.advance(1);
    await house.admit(token);
    expect(used()).toBe(new Date(clock.now()).toISOString());
  });

  it('has a name that no other has, whatever its letters, and never that of the admin token', () => {
    const { house } = newHouse();
    house.makeToken(bookkeeper, admin);
    for (const name of ['Books', 'BOOKS', 'admin_token', 'ADMIN_TOKEN'])
      expect(codeOf(() => house.makeToken({ ...bookkeeper, name }, admin))).toBe('token_name_taken');
  });

  it('is one of hundreds, each good by itself', async () => {
    const { house } = newHouse();
    const made = Array.from({ length: maxTokens }, (_, at) =>
      house.makeToken({ ...bookkeeper, name: `T${at}`, integrations: [`shop-${at}`] }, admin),
    );
    for (const [at, { token }] of made.entries())
      expect(await house.admit(token)).toMatchObject({ name: `T${at}`, integrations: [`shop-${at}`] });
    expect(codeOf(() => house.makeToken(bookkeeper, admin))).toBe('too_many_tokens');
  });
});

describe('an integration that is deleted', () => {
  it('takes the tokens and channels with it that were for it alone, and is taken out of the others', async () => {
    const { house } = newHouse();
    const made = (name: string, integrations: string[] | null) => ({
      token: house.makeToken({ ...bookkeeper, name, integrations }, admin).token,
      channel: house.addChannel({ ...slack, name, integrations }, admin),
    });
    const [all, both, own, twice, other] = [
      made('All', null),
      made('Both', ['mugs', 'tea']),
      made('Own', ['mugs']),
      made('Twice', ['mugs', 'mugs']),
      made('Other', ['mugs-2']),
    ];
    await Promise.all([all, both, own, twice, other].map(({ channel }) => channel));
    house.deleted('mugs', admin);
    expect(await house.admit(all.token)).toMatchObject({ integrations: 'all' });
    expect(await house.admit(both.token)).toMatchObject({ integrations: ['tea'] });
    expect(await house.admit(other.token)).toMatchObject({ integrations: ['mugs-2'] });
    expect([await house.admit(own.token), await house.admit(twice.token)]).toEqual([null, null]);
    expect(house.channels().map(({ name, integrations }) => [name, integrations])).toEqual([
      ...[
        ['All', null],
        ['Both', ['tea']],
        ['Other', ['mugs-2']],
      ],
    ]);
    const told = house.trail({}, 5).map(({ integration, code, params }) => [integration, code, params.name]);
    expect(told).toEqual([
      [null, 'channel_removed', 'Twice'],
      [null, 'channel_removed', 'Own'],
      [null, 'token_revoked', 'Twice'],
      [null, 'token_revoked', 'Own'],
      ['mugs', 'deleted', undefined],
    ]);
  });
});

describe('a house that nobody made anything in', () => {
  it('stores nothing for whoever asks', async () => {
    const { sql, house } = newHouse();
    await house.admit(`koppel_1_${'A'.repeat(43)}`);
    house.standing(1);
    expect(house.tokens()).toEqual([]);
    expect(sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'")).toEqual([]);
  });

  it('keeps its tokens over a restart', async () => {
    const { restart, house } = newHouse();
    const { token } = house.makeToken(bookkeeper, admin);
    expect(await restart().admit(token)).toMatchObject({ name: 'Books' });
  });
});

describe('a role', () => {
  it('goes so far and no further', () => {
    const of = (role: (typeof roles)[number], integrations: 'all' | string[] = 'all') =>
      (['open', 'known', 'read', 'work', 'manage', 'house'] as Need[]).filter((need) =>
        may({ token: 1, name: 'x', role, integrations }, need),
      );
    expect(of('admin')).toEqual(['open', 'known', 'read', 'work', 'manage', 'house']);
    expect(of('admin', ['mugs'])).toEqual(['open', 'known', 'read', 'work', 'manage']);
    expect(of('bookkeeper')).toEqual(['open', 'known', 'read', 'work']);
    expect(of('read-only')).toEqual(['open', 'known', 'read']);
  });

  it('is for the integrations that are named, and no others', () => {
    const caller = { token: 1, name: 'x', role: 'admin', integrations: ['mugs'] } as const;
    expect([sees(caller, 'mugs'), sees(caller, 'tea'), sees(caller, 'mug'), sees(caller, '')]).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
