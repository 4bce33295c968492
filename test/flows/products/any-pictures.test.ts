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
      kind: fc.constantFrom('given' as const, 'lost' as const, 'refused' as const),
      version,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function run(world: World, how: 'given' | 'lost' | 'refused'): Promise<void> {
  world.to.losesAnswer = how === 'lost';
  if (how === 'refused') world.to.refuses.add('MOK');
  await world.run();
  world.to.losesAnswer = false;
  world.to.refuses.clear();
}

async function play(world: World, steps: readonly Step[]): Promise<number> {
  const source = world.from.put({ sku: 'MOK' });
  let own = 0;
  for (const { kind, version: wanted } of steps) {
    const at = source.pictures.findIndex((each) => each.version === wanted);
    const [there] = world.to.bySku('MOK');
    if (kind === 'toggle' && at >= 0) source.pictures.splice(at, 1);
    else if (kind === 'toggle') source.pictures.push(world.from.picture(wanted));
    else if (kind === 'change' && at < 0 && source.pictures.length > 0) source.pictures[0] = world.from.picture(wanted);
    else if (kind === 'merchant' && there !== undefined) {
      own += 1;
      there.pictures.push({ ...world.to.picture('own'), fileName: `own-${own}.png` });
    } else if (kind === 'given' || kind === 'lost' || kind === 'refused') await run(world, kind);
  }
  await run(world, 'given');
  await run(world, 'given');
  return own;
}

describe.each([
  ['fetches pictures', gross],
  ['is sent pictures', net],
] as const)('a target that %s', (_, kind) => {
  test('has every picture once after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const world = new World({ to: new FakeShop('b', kind) });
        const own = await play(world, steps);
        const [source] = world.from.bySku('MOK');
        const [there] = world.to.bySku('MOK');
        const { pictures } = world.link(source?.id ?? '').facts;
        const shown = (there?.pictures ?? []).flatMap(({ id }) =>
          Object.keys(pictures).filter((each) => pictures[each] === id),
        );
        expect(shown.toSorted()).toEqual(source?.pictures.map((each) => each.version).toSorted());
        expect(there?.pictures).toHaveLength(own + shown.length);
      }),
      { numRuns: 3000 },
    );
  });
});
