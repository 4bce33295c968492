/**
 * Pictures come, go and change places at the source, while answers are lost, writes refused and consumers die in any order: in the end the target has
 * each of them once, and those that the merchant added.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeShop, gross, net } from './fake-shop.ts';
import { World } from './world.ts';

const version = fc.constantFrom('A', 'B', 'C');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('toggle' as const), version }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('change' as const), version }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merchant' as const), version }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('given' as const, 'lost' as const, 'refused' as const, 'dies' as const),
      version,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function run(world: World, how: 'given' | 'lost' | 'refused' | 'dies'): Promise<void> {
  // A target that names pictures itself tells of those that it was sent, or has been sent none.
  const isBare = world.to.traits.namesPictures === true;
  world.to.losesAnswer = how === 'lost' && !isBare;
  world.to.diesAfterFirstCall = how === 'lost' && isBare;
  if (how === 'refused') world.to.refuses.add('MOK');
  world.dies = how === 'dies';
  await world.run();
  world.dies = false;
  world.to.losesAnswer = false;
  world.to.diesAfterFirstCall = false;
  world.to.refuses.clear();
}

async function play(world: World, steps: readonly Step[]): Promise<number> {
  const source = world.from.put({ sku: 'MOK' });
  let own = 0;
  let isDead = false;
  for (const { kind, version: wanted } of steps) {
    // What a run took away that died, and the source has back before the next one, nobody knows of; nor who added what there is without a name.
    if (isDead && ['toggle', 'change', 'merchant'].includes(kind)) continue;
    const at = source.pictures.findIndex((each) => each.version === wanted);
    const [there] = world.to.bySku('MOK');
    if (kind === 'toggle' && at >= 0) source.pictures.splice(at, 1);
    else if (kind === 'toggle') source.pictures.push(world.from.picture(wanted));
    else if (kind === 'change' && at < 0 && source.pictures.length > 0)
      source.pictures[0] = world.from.picture(wanted);
    else if (kind === 'merchant' && there !== undefined) {
      own += 1;
      const fileName = world.to.traits.namesPictures ? '' : `own-${own}.png`;
      there.pictures.push({ ...world.to.picture('own'), fileName });
    } else if (kind !== 'change' && kind !== 'merchant') {
      // Who adds a picture between a create that was not answered and a run that dies cannot be told from Koppel.
      const isUnanswered = world.forth.links.get(source.id)?.targetId === '';
      const how = kind === 'dies' && isUnanswered ? 'given' : kind;
      await run(world, how);
      isDead = how === 'dies';
    }
  }
  await run(world, 'given');
  await run(world, 'given');
  return own;
}

describe.each([
  ['fetches pictures', gross],
  ['is sent pictures', net],
  ['names them itself', { ...gross, namesPictures: true as const }],
] as const)('a target that %s', (_, kind) => {
  test('has every picture once after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const world = new World({ to: new FakeShop('b', kind) });
        const own = await play(world, steps);
        const [source] = world.from.bySku('MOK');
        const [there] = world.to.bySku('MOK');
        const shown = (there?.pictures ?? []).flatMap(({ from }) => from ?? []);
        expect(shown.toSorted()).toEqual(source?.pictures.map((each) => each.version).toSorted());
        expect(there?.pictures).toHaveLength(own + shown.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe.each([
  ['as one list', { ...gross, listsPictures: true as const }],
  ['one after the other', net],
] as const)('a target that is sent pictures %s', (_, kind) => {
  const lateStep = fc.record({
    kind: fc.constantFrom(
      'toggle' as const,
      'toggle' as const,
      'given' as const,
      'late' as const,
      'done' as const,
    ),
    version,
  });

  test('has every picture once after any history in which calls are done minutes after they were given up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lateStep, { maxLength: 14 }), async (steps) => {
        const world = new World({ to: new FakeShop('b', kind) });
        const source = world.from.put({ sku: 'MOK', pictures: [world.from.picture('A')] });
        await world.run();
        for (const { kind: deed, version: wanted } of steps) {
          const at = source.pictures.findIndex((each) => each.version === wanted);
          if (deed === 'toggle' && at >= 0) source.pictures.splice(at, 1);
          else if (deed === 'toggle') source.pictures.push(world.from.picture(wanted));
          else if (deed === 'done') world.to.doLateWork();
          else {
            world.to.holdsBack = deed === 'late';
            await world.run();
            world.to.holdsBack = false;
          }
        }
        world.to.doLateWork();
        world.now += 10 * 60_000;
        await world.run();
        await world.run();
        const [there] = world.to.bySku('MOK');
        const shown = (there?.pictures ?? []).map(({ from }) => from ?? '');
        expect(shown.toSorted()).toEqual(source.pictures.map((each) => each.version).toSorted());
      }),
      { numRuns: 150 },
    );
  });
});
