/** Whatever is set, and on whichever way: it comes to rest, and nothing is written that was not to be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Between, noor, type Settings } from './harness.ts';

describe('a way back that does not update', () => {
  test('lets the source lead: what is changed in the target stays there, and is not written over', async () => {
    const between = new Between({ back: { update: false } });
    const id = between.enter();
    await between.rest();
    between.b.edit('b1', { phone: '+31 6 9' });
    between.a.edit(id, { street: 'Gracht 3' });
    await between.rest();
    expect(between.a.writes).toEqual([]);
    expect(between.a.row(id)).toEqual({ ...noor, street: 'Gracht 3' });
    expect(between.b.row('b1')).toEqual({ ...noor, street: 'Gracht 3', phone: '+31 6 9' });
  });
});

describe('a field that is mapped', () => {
  test('on both ways from one another comes to rest after one round', async () => {
    const between = new Between({
      mapping: { note: "'From A: ' & customer.phone" },
      back: {},
      backMapping: { note: "'From B: ' & customer.phone" },
    });
    const id = between.enter();
    await between.rest();
    between.a.edit(id, { phone: '+31 6 1' });
    await between.rest();
    between.b.edit('b1', { phone: '+31 6 2' });
    await between.rest();
    expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 2', '+31 6 2']);
    between.forgetCalls();
    await between.run(id);
    await between.run('b1', 'ba');
    expect([...between.a.writes, ...between.b.writes]).toEqual([]);
  });

  test('and changed by hand in the target stays so until the source says something else', async () => {
    const between = new Between({ mapping: { note: "'Tel. ' & customer.phone" } });
    const id = between.enter();
    await between.run(id);
    between.b.edit('b1', { note: 'Friend' });
    between.a.edit(id, { street: 'Gracht 3' });
    await between.run(id);
    expect(between.b.row('b1')).toMatchObject({ note: 'Friend', street: 'Gracht 3' });
    between.a.edit(id, { phone: '+31 6 1' });
    expect(await between.problem(id)).toMatchObject({
      code: 'customer_conflict',
      params: { fields: ['note'] },
    });
    expect(between.b.row('b1')).toMatchObject({ note: 'Friend', phone: '+31 6 1' });
  });
});

const settings: fc.Arbitrary<Settings> = fc.record(
  {
    create: fc.boolean(),
    update: fc.boolean(),
    kinds: fc.constantFrom(
      ['person' as const],
      ['company' as const],
      ['person' as const, 'company' as const],
    ),
    conflicts: fc.constantFrom('park' as const, 'source' as const),
    fixed: fc.constantFrom({}, { note: 'fixed' }, { group: 'vip' }),
  },
  { requiredKeys: [] },
);
const mapping = fc.constantFrom(
  {},
  { note: 'customer.phone' },
  { note: 'customer.name & customer.address.street' },
);

test('with any settings and mapping it comes to rest', async () => {
  const edit = fc.record({
    side: fc.constantFrom('a' as const, 'b' as const),
    row: fc.record(
      {
        kind: fc.constantFrom('person', 'company'),
        company: fc.constantFrom('De Zon B.V.', ''),
        phone: fc.constantFrom('1', '2', ''),
        street: fc.constantFrom('Kade 12', 'Gracht 3'),
        note: fc.constantFrom('by hand', ''),
      },
      { requiredKeys: [] },
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      settings,
      settings,
      mapping,
      mapping,
      fc.array(edit, { maxLength: 6 }),
      async (...given) => {
        const [there, back, mappingThere, mappingBack, edits] = given;
        const between = new Between({
          settings: there,
          back,
          mapping: mappingThere,
          backMapping: mappingBack,
        });
        between.enter();
        for (const { side, row } of [{ side: 'a' as const, row: {} }, ...edits]) {
          if (between[side].rows.has(`${side}1`)) between[side].edit(`${side}1`, row);
          await between.restWithParked();
        }
        // What was parked and has ended since is carried by the first retry; after that nothing is left to do.
        for (const _round of [1, 2]) {
          between.forgetCalls();
          for (const key of between.a.rows.keys()) between.a.changed.add(key);
          for (const key of between.b.rows.keys()) between.b.changed.add(key);
          await between.restWithParked();
        }
        expect([...between.a.writes, ...between.b.writes]).toEqual([]);
        if (there.update === false)
          expect(between.b.writes.filter((call) => call.startsWith('update'))).toEqual([]);
        expect([between.a.rows.size <= 1, between.b.rows.size <= 1, between.steps.size]).toEqual([
          true,
          true,
          0,
        ]);
      },
    ),
  );
});
