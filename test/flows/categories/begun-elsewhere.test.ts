/** A category that is made late, while the source gives its name to another one. */
import { expect, test } from 'vitest';
import { problem } from '../../../src/records/problem.ts';
import { FakeShop } from './fake-shop.ts';
import { Pair } from './harness.ts';

const hourMs = 3_600_000;

test.each(['before', 'after'])(
  'is there once, if the other one is looked at %s it is done',
  async (moment) => {
    const [a, b] = [new FakeShop('a'), new FakeShop('b')];
    const pair = new Pair(a, b);
    const rows = a.rows as Map<string, { name: string; parentId: null }>;
    rows.set('1', { name: 'Hout', parentId: null });
    b.trouble = (call, when) => {
      if (call === 'create' && when === 'before')
        throw problem('outcome-unknown', 'timed_out', { system: 'B' });
    };
    await pair.problem('1');
    b.trouble = () => undefined;
    rows.set('1', { name: 'Steen', parentId: null });
    rows.set('2', { name: 'Hout', parentId: null });
    const late = () => void b.rows.set('late', { name: 'Hout', parentId: null });
    if (moment === 'after') late();
    await pair.run('2');
    if (moment === 'before') late();
    pair.now += hourMs;
    for (const key of ['1', '2', '1', '2']) await pair.run(key);
    expect([...b.rows.values()].map(({ name }) => name).toSorted()).toEqual(['Hout', 'Steen']);
  },
);
