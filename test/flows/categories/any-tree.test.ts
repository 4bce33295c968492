import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FakeShop } from './fake-shop.ts';
import { Between } from './harness.ts';

interface Edit {
  readonly kind: 'enter' | 'rename' | 'move' | 'describe';
  readonly inA: boolean;
  /** Which category, and under which. */
  readonly at: number;
  readonly under: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('enter', 'rename', 'move', 'describe'),
  inA: fc.boolean(),
  at: fc.nat(30),
  under: fc.nat(30),
});

/** `name` gives every name but once, or a few of them again and again. */
function apply({ a, b }: Between, { kind, inA, at, under }: Edit, name: () => string, pick = inA ? a : b) {
  const ids = [...pick.rows.keys()];
  const parentId = [null, ...ids][under % (ids.length + 1)] ?? null;
  const id = ids[at % Math.max(ids.length, 1)];
  if (kind === 'enter' || id === undefined) return void pick.enter({ name: name(), parentId });
  if (kind === 'rename') pick.edit(id, { name: name() });
  if (kind === 'describe') pick.edit(id, { description: `text ${name()}` });
  if (kind === 'move' && !pick.isBelow(id, parentId)) pick.edit(id, { parentId });
}

function treeOf(shop: FakeShop): string[] {
  return [...shop.rows.keys()].map((id) => `${shop.path(id)}: ${shop.row(id).description ?? ''}`).sort();
}

const rounds = fc.array(fc.record({ inA: fc.boolean(), edits: fc.array(edit, { maxLength: 6 }) }), {
  minLength: 1,
  maxLength: 4,
});
const order = fc.infiniteStream(fc.nat(1000));

test('any tree, changed on either side, is one tree on both, and then there is silence', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, order, fc.boolean(), async (all, picks, together) => {
      const between = new Between({ back: {} });
      let names = 0;
      for (const { inA, edits } of all) {
        for (const each of edits) apply(between, { ...each, inA }, () => `n${++names}`);
        const parked = together
          ? await between.restTogether()
          : await between.rest((count) => (count === 0 ? 0 : (picks.next().value ?? 0) % count));
        expect(parked).toEqual(new Set());
        expect(treeOf(between.b)).toEqual(treeOf(between.a));
      }
      for (const shop of [between.a, between.b]) for (const id of shop.rows.keys()) shop.changed.add(id);
      between.forgetCalls();
      await between.rest();
      expect(between.writes).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('new categories on both sides at once, and others under names that are taken, are never made twice', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, order, fc.boolean(), async (all, picks, together) => {
      const between = new Between({ back: {} });
      const { a, b } = between;
      for (const { edits } of all) {
        for (const each of edits) apply(between, each, () => ['Thee', 'Koffie', 'Melk'][each.at % 3] ?? '');
        const made = [a.rows.size, b.rows.size];
        if (together) await between.restTogether();
        else await between.rest((count) => (count === 0 ? 0 : (picks.next().value ?? 0) % count));
        // A category has one partner at most, so neither side can have more than all that people entered.
        expect(Math.max(a.rows.size, b.rows.size)).toBeLessThanOrEqual((made[0] ?? 0) + (made[1] ?? 0));
        for (const way of ['ab', 'ba']) {
          const targets = [...between.links]
            .filter(([name]) => name.startsWith(way))
            .map(([, link]) => link.targetId);
          expect(new Set(targets).size).toBe(targets.length);
        }
      }
      // What is parked may find its place free once others have moved on.
      let rounds = 0;
      do {
        for (const shop of [a, b]) for (const id of shop.rows.keys()) shop.changed.add(id);
        between.forgetCalls();
        await between.rest();
      } while (between.writes.length > 0 && ++rounds < 8);
      expect(between.writes).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
