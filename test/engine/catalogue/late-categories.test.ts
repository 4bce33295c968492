/** A shop works on after Koppel hung up, or the object died: a category that is written to minutes later must not stand over what was written since. */
import { describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

type Shop = 'ecwid' | 'magento';

interface View {
  readonly id: string;
  readonly name: string;
}

async function pairFrom(from: Shop, ways: 'one way' | 'both ways') {
  const to: Shop = from === 'ecwid' ? 'magento' : 'ecwid';
  const played = new PlayedSystems(hosts);
  const { id } = await played.control<View>(from, 'POST', '/categories', { name: 'Thee' });
  const flow = { flow: 'categories', every: '1m' };
  await played.configured({
    name: 'Categories',
    connections: {
      shop: { connector: from, credentials: credentials[from] },
      other: { connector: to, credentials: credentials[to] },
    },
    flows: [
      { ...flow, from: 'shop', to: 'other' },
      ...(ways === 'both ways' ? [{ ...flow, from: 'other', to: 'shop' }] : []),
    ],
  });
  const name = ways === 'both ways' ? 'categories:shop:other' : 'categories';
  const rename = async (as: string) => {
    await played.control(from, 'PATCH', `/categories/${id}`, { name: as });
    // Lists are compared seldom.
    played.integration.sync(name, { keys: [id] });
  };
  await played.live(minuteMs);
  await rename('Thee');
  await played.live(15 * minuteMs);
  const namesIn = async (shop: Shop) =>
    (await played.control<{ items: View[] }>(shop, 'GET', '/categories')).items.map(({ name }) => name);
  return { played, to, rename, namesIn };
}

describe.each([
  ['ecwid', 'one way'],
  ['magento', 'one way'],
  ['ecwid', 'both ways'],
  ['magento', 'both ways'],
] as const)('categories from %s, %s', (from, ways) => {
  test.each([
    ['the object died over', 'Laatst', 7],
    // The source has taken it back.
    ['the object died over', 'Thee', 7],
    ['the object died over', 'Thee', 2],
    ['was not answered', 'Laatst', 7],
    ['was not answered', 'Thee', 3],
  ] as const)('a rename that %s is mended: then %s, done after %i minutes', async (how, name, minutes) => {
    const { played, to, rename, namesIn } = await pairFrom(from, ways);
    const late = { kind: 'late', afterMs: minutes * minuteMs, times: 1 };
    const update = { method: 'PUT', path: '/categories/[0-9]+$' };
    played.sandbox.faults.add(faultRule.parse({ system: to, ...update, ...late }));
    let deaths = 0;
    played.interfere = (call) => {
      if (how !== 'the object died over' || deaths > 0 || !/^PUT .*\/categories\/[0-9]+$/.test(call)) return;
      deaths++;
      played.die();
    };
    await rename('Laat');
    await played.live(90_000);
    expect(played.isDead).toBe(how === 'the object died over');
    if (played.isDead) await played.open();
    await rename(name);
    await played.live(40 * minuteMs);
    expect([await namesIn(from), await namesIn(to)]).toEqual([[name], [name]]);
    expect(played.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
  });
});
