import { describe, expect, test } from 'vitest';
import { type OrderEdge, ringWith } from '../../../src/engine/configuration/order-rings.ts';

/** `a>b` → from a to b. */
function edges(text: string): OrderEdge[] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each): OrderEdge => [each.slice(0, 1), each.slice(-1)]);
}

function others(all: Record<string, string>) {
  return Object.entries(all).map(([id, text]) => ({ id, orders: edges(text) }));
}

describe('the others in a ring with', () => {
  test.each([
    ['nobody', 'a>b', {}, []],
    ['one that only goes the same way', 'a>b', { x: 'a>b' }, []],
    ['one that goes on from there', 'a>b', { x: 'b>c' }, []],
    ['one that comes back', 'a>b', { x: 'b>a' }, ['x']],
    ['two that come back together', 'a>b', { x: 'b>c', y: 'c>a' }, ['x', 'y']],
    ['a branch off the ring', 'a>b', { x: 'b>c', y: 'c>a', z: 'c>d' }, ['x', 'y']],
    ['a ring of others alone', 'a>b', { x: 'b>c c>b' }, []],
    ['both ways within one integration: none of others', 'a>b b>a', {}, []],
    ['both ways, and another over the same accounts', 'a>b b>a', { x: 'a>b', y: 'b>c' }, ['x']],
    ['no orders of its own', '', { x: 'a>b b>a' }, []],
  ])('%s', (_, own, all, expected) => {
    expect(ringWith(edges(own), others(all))).toEqual(expected);
  });
});
