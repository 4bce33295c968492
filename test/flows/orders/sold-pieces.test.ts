/** What an order has sold in the books is what was sent, or what a person has seen to since. */
import { describe, expect, test } from 'vitest';
import { unanswered, World } from './harness.ts';
import { line, order } from './samples.ts';

const minuteMs = 60_000;
const changed = order({ lines: [line({ quantity: '5' })] });
const piecesOf = (world: World) => world.link('SO-1')?.facts.pieces;
const mugs = (quantity: string) => [{ sku: 'MUG', quantity }];

/** A document is made of two mugs, and nobody hears of it. */
async function unheard(): Promise<World> {
  const world = new World({ settings: { state: 'sent' } });
  world.books.trouble = ({ method, path }, moment) => {
    if (method === 'POST' && path.startsWith('/v3/invoices') && moment === 'after') throw unanswered();
  };
  await world.problem(order());
  world.books.trouble = () => undefined;
  world.now += minuteMs;
  return world;
}

/** As a version before left the step. */
function withoutPieces(world: World): World {
  for (const [name, step] of world.steps) {
    if (step.meant === null) continue;
    const { pieces: _pieces, ...meant } = step.meant;
    world.steps.set(name, { ...step, meant });
  }
  return world;
}

describe('a document that is found later', () => {
  test('is of the pieces that were sent, whatever the order sells by now', async () => {
    const world = await unheard();
    expect(await world.problem(changed)).toMatchObject({ code: 'order_changed' });
    expect(piecesOf(world)).toEqual(mugs('2'));
    expect(world.pieces.at(-1)).toBe('sold 2 MUG');
  });

  test('and was begun by a version that kept none is of those of the order, unless that has changed: then of none', async () => {
    const same = withoutPieces(await unheard());
    await same.run(order());
    expect(piecesOf(same)).toEqual(mugs('2'));
    const other = withoutPieces(await unheard());
    await other.problem(changed);
    expect(piecesOf(other)).toEqual([]);
  });
});

describe('a person who accepts what was added to an order', () => {
  async function flagged(of = changed): Promise<World> {
    const world = new World({ settings: { state: 'sent' } });
    await world.run(order());
    await world.problem(of);
    return world;
  }

  test('has seen to its pieces, and no more once that is taken back', async () => {
    const world = await flagged();
    expect(piecesOf(world)).toEqual(mugs('2'));
    world.accept('SO-1');
    expect(piecesOf(world)).toEqual(mugs('5'));
    world.unaccept('SO-1');
    expect(piecesOf(world)).toEqual(mugs('2'));
    world.accept('SO-1');
    expect(piecesOf(world)).toEqual(mugs('5'));
    expect(await world.run(changed)).toMatchObject({ reason: { code: 'difference_accepted' } });
    expect(piecesOf(world)).toEqual(mugs('5'));
  });

  test('has not seen to what is added after that', async () => {
    const world = await flagged();
    world.accept('SO-1');
    await world.problem(order({ lines: [line({ quantity: '6' })] }));
    expect(piecesOf(world)).toEqual(mugs('5'));
  });

  test('where only the document differs has seen to no pieces', async () => {
    const world = await flagged();
    const link = world.link('SO-1');
    if (link === undefined) throw new Error('It is not booked.');
    world.links.set('order SO-1', { ...link, facts: { ...link.facts, made: '1.00 0.17 30.25 5.25' } });
    expect(await world.problem(changed)).toMatchObject({ code: 'made_differs' });
    world.accept('SO-1');
    expect(piecesOf(world)).toEqual(mugs('2'));
  });
});
