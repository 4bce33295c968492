/** What the flow makes of an order that a person left out before. */
import { expect, test } from 'vitest';
import { reason } from '../../../src/records/reason.ts';
import { unanswered, World } from './harness.ts';
import { order } from './samples.ts';

const byPerson = reason('left_out', { by: 'page', why: 'booked_by_hand' });

function leftOut(world = new World()): World {
  world.leftOut = byPerson;
  return world;
}

test('it stays left out for the same reason, whatever else would keep it back, and nothing is called for it', async () => {
  const world = leftOut();
  world.ownWork = () => Promise.reject(new Error('asked whose work it is'));
  expect(await world.run(order())).toEqual({ kind: 'skipped', reason: byPerson });
  expect(await world.run(order({ cancelled: true }))).toEqual({ kind: 'skipped', reason: byPerson });
  expect(await world.run('deleted in the shop')).toEqual({ kind: 'skipped', reason: byPerson });
  expect((await world.preview(order())).skips).toEqual(byPerson);
  expect(world.books.sent).toEqual([]);
});

test('asked for by its name it is booked', async () => {
  const world = leftOut();
  world.asked = true;
  expect(await world.run(order())).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
});

test('what was begun is looked for all the same: made, it is linked; else it stays left out', async () => {
  for (const [when, ended] of [
    ['after', { kind: 'done', reason: { code: 'booked' } }],
    ['before', { kind: 'skipped', reason: byPerson }],
  ] as const) {
    const world = new World();
    world.books.trouble = ({ method, path }, now) => {
      if (method === 'POST' && path.startsWith('/v3/invoices') && now === when) throw unanswered();
    };
    await world.problem(order());
    world.books.trouble = () => undefined;
    world.now += 3_600_000;
    expect(await leftOut(world).run(order())).toMatchObject(ended);
    expect(world.link('SO-1') === undefined).toBe(when === 'before');
  }
});
