import { beforeEach, describe, expect, it } from 'vitest';
import { IssuedTokens } from '../../../../sandbox/kit/access/issued-tokens.ts';
import { FakeWorld } from '../../fake-world.ts';

let world: FakeWorld;
let tokens: IssuedTokens<string>;

beforeEach(() => {
  world = new FakeWorld();
  tokens = new IssuedTokens(world, { first: 'from the start' });
});

describe('a token', () => {
  it('is valid until its life ends', () => {
    tokens.add('short', 'scope', 1000);
    world.pass(999);
    expect(tokens.look('short')).toEqual({ kind: 'valid', detail: 'scope' });
    world.pass(1);
    expect(tokens.look('short')).toEqual({ kind: 'expired' });
    expect(tokens.detailOf('short')).toBe('scope');
  });

  it('lasts when nothing is said of its life', () => {
    world.pass(10 ** 12);
    expect(tokens.look('first')).toEqual({ kind: 'valid', detail: 'from the start' });
  });

  it('can be revoked, taken away and made to expire', () => {
    tokens.add('other', 'x', 1000);
    tokens.expireAll();
    expect(tokens.look('first')).toEqual({ kind: 'expired' });
    tokens.revokeAll();
    expect(tokens.look('other')).toEqual({ kind: 'revoked' });
    tokens.delete('other');
    expect(tokens.look('other')).toEqual({ kind: 'unknown' });
  });

  it('outlasts being written and read; starting anew leaves those of the start', () => {
    tokens.add('other', 'x', 1000);
    tokens.revokeAll();
    const copy = new IssuedTokens<string>(world);
    copy.restore(JSON.parse(JSON.stringify(tokens.snapshot())));
    expect(copy.look('other')).toEqual({ kind: 'revoked' });
    expect(copy.count).toBe(2);
    tokens.clear();
    expect(tokens.count).toBe(1);
    expect(tokens.look('first')).toEqual({ kind: 'valid', detail: 'from the start' });
  });
});
