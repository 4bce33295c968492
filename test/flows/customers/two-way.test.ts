import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeSystem, type Row } from './fake-system.ts';
import { away, Between, type Given, noor } from './harness.ts';

/** Holds names of ten characters, and telephone numbers without anything but digits. */
function shortSighted(row: Row): Row {
  const { name, phone, ...rest } = row;
  return {
    ...rest,
    ...(name === undefined ? {} : { name: String(name).slice(0, 10).trim() }),
    ...(phone === undefined ? {} : { phone: String(phone).replace(/\D/g, '') }),
  };
}

/** Holds everything in capitals, and a country always. */
function loud(row: Row): Row {
  const shouted = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'kind' ? value.toUpperCase() : value,
  ]);
  return { country: 'NL', ...Object.fromEntries(shouted) };
}

function both(given: Given = {}): Between {
  return new Between({ back: {}, ...given });
}

const lossy = () => both({ b: new FakeSystem('b', { keeps: shortSighted }) });

describe('what comes back of a write of ours', () => {
  test('costs one call, and writes nothing', async () => {
    const between = lossy();
    const id = between.enter();
    await between.run(id);
    expect(between.calls).toEqual(['get a1', 'find', 'create', 'get b1']);
    between.forgetCalls();
    expect(await between.run('b1', 'ba')).toEqual({
      kind: 'skipped',
      reason: { code: 'nothing_new', params: {} },
    });
    expect(between.calls).toEqual(['get b1']);
    expect(between.a.row(id)).toEqual(noor);
  });

  test('does so after every update', async () => {
    const between = lossy();
    const id = between.enter();
    await between.rest();
    for (const street of ['Gracht 3', 'Plein 4']) {
      between.a.edit(id, { street });
      between.forgetCalls();
      expect(await between.rest()).toEqual(['ab a1', 'ba b1']);
      expect(between.calls.filter((call) => /update|create/.test(call))).toEqual(['update b1']);
    }
    expect(between.a.row(id)).toEqual({ ...noor, street: 'Plein 4' });
  });

  test('does so with settings and mapping of its own', async () => {
    const between = lossy();
    between.settings.ba = both({ back: { classification: { force: 'vip' } } }).settings.ba;
    between.mapping.ba = { note: "'Known as ' & customer.id" };
    const id = between.enter();
    await between.rest();
    expect(between.a.row(id)).toEqual(noor);
    between.mapping.ba = {};
    between.settings.ba = both({ back: { fixed: { note: 'B' } } }).settings.ba;
    // What is set up otherwise is written when it is asked for.
    expect(await between.run('b1', 'ba')).toMatchObject({ reason: { code: 'updated', params: {} } });
    expect(between.a.row(id).note).toBe('B');
  });

  test('is told from a change there', async () => {
    const between = lossy();
    const id = between.enter();
    await between.rest();
    between.b.edit('b1', { street: 'Gracht 3' });
    expect(await between.rest()).toEqual(['ba b1', 'ab a1']);
    expect(between.a.row(id).street).toBe('Gracht 3');
    expect(between.b.writes).toEqual(['create']);
  });

  test('does not hide what was changed there before the write', async () => {
    const between = both();
    const id = between.enter({ phone: undefined });
    await between.rest();
    between.a.edit(id, { street: 'Gracht 3' });
    between.b.edit('b1', { phone: '+31 38 111111' });
    await between.rest();
    const agreed = { phone: '+31 38 111111', street: 'Gracht 3' };
    expect(between.a.row(id)).toMatchObject(agreed);
    expect(between.b.row('b1')).toMatchObject(agreed);
  });

  test('that would be refused there is looked at there', async () => {
    const between = both({ back: { classification: { map: { company: 'c' } } } });
    await between.run(between.enter());
    expect(await between.problem('b1', 'ba')).toMatchObject({ code: 'choice_missing' });
    expect(between.a.writes).toEqual([]);
  });

  test('of a record that cannot be read yet is compared when it comes', async () => {
    const between = both();
    const id = between.enter();
    between.b.trouble = (call, when) => {
      if (call === 'get b1' && when === 'before') between.b.edit('b1', { archived: true });
    };
    await between.run(id);
    between.b.trouble = () => undefined;
    between.b.edit('b1', { archived: undefined });
    expect(await between.run('b1', 'ba')).toEqual({
      kind: 'skipped',
      reason: { code: 'already_so', params: {} },
    });
    expect(between.a.writes).toEqual([]);
  });

  test('fails with whatever keeps the record from being read, and is settled by the next try', async () => {
    const between = lossy();
    const id = between.enter();
    between.b.trouble = (call) => {
      if (call === 'get b1') throw away();
    };
    expect(await between.problem(id)).toMatchObject({ code: 'network_failed' });
    between.b.trouble = () => undefined;
    await between.run(id);
    expect(await between.run('b1', 'ba')).toEqual({
      kind: 'skipped',
      reason: { code: 'nothing_new', params: {} },
    });
    expect(between.a.writes).toEqual([]);
    expect([...between.b.rows.keys()]).toEqual(['b1']);
    expect(between.steps.size).toBe(0);
  });

  test('that Koppel itself fails over is no answer', async () => {
    const between = both();
    const { target } = between.a.connector.customers ?? {};
    Object.assign(target ?? {}, {
      toWire: () => {
        throw new TypeError('broken');
      },
    });
    await expect(between.run(between.enter())).rejects.toThrow(TypeError);
    expect(between.links.size).toBe(0);
  });

  test('is a change like any other where nothing goes the other way', async () => {
    const between = new Between({ b: new FakeSystem('b', { keeps: shortSighted }) });
    await between.run(between.enter());
    expect(between.calls).toEqual(['read a1', 'find', 'create', 'get b1']);
    expect([...between.links.keys()].every((key) => key.startsWith('ab '))).toBe(true);
  });
});

describe('two that know a customer already', () => {
  test('and agree are at rest at once', async () => {
    const between = both();
    const id = between.enter();
    between.b.enter(noor);
    expect(await between.run(id)).toMatchObject({ reason: { code: 'already_so', params: {} } });
    expect(between.calls).toEqual(['get a1', 'find']);
    expect(await between.run('b1', 'ba')).toMatchObject({ reason: { code: 'nothing_new', params: {} } });
    between.forgetCalls();
    between.a.edit(id, { phone: '+31 38 111111' });
    await between.rest();
    expect([between.a.writes, between.b.writes]).toEqual([[], ['update b1']]);
  });

  test('bring each other what only one of them knows', async () => {
    const between = both();
    const id = between.enter({ phone: undefined });
    between.b.enter({ ...noor, name: 'N. de Wit', street: undefined, phone: '+31 38 111111' });
    await between.rest();
    const agreed = { name: 'Noor de Wit', street: 'Kade 12', phone: '+31 38 111111' };
    expect(between.a.row(id)).toMatchObject(agreed);
    expect(between.b.row('b1')).toMatchObject(agreed);
    expect([between.a.writes, between.b.writes]).toEqual([['update a1'], ['update b1']]);
  });

  test('but for what the other has more are met again with its next change', async () => {
    const between = both();
    const id = between.enter({ phone: undefined });
    between.b.enter(noor);
    between.b.changed.clear();
    expect(await between.run(id)).toMatchObject({ reason: { code: 'already_so', params: {} } });
    expect(await between.run('b1', 'ba')).toMatchObject({ reason: { code: 'updated', params: {} } });
    expect(between.a.row(id).phone).toBe(noor.phone);
  });

  test('have one owner of an address on either side', async () => {
    const between = both();
    await between.run(between.enter());
    const twin = between.b.enter({ ...noor, name: 'Nora' });
    expect(await between.problem(twin, 'ba')).toMatchObject({ code: 'email_shared' });
    expect(between.a.row('a1')).toEqual(noor);
  });
});

describe('a changed e-mail address', () => {
  test.each(['a', 'b'] as const)(
    'in %s changes the customer of the other, and comes to rest',
    async (side) => {
      const between = lossy();
      between.enter();
      await between.rest();
      between[side].edit(`${side}1`, { email: 'noor@elsewhere.example' });
      await between.rest();
      for (const system of [between.a, between.b]) {
        expect([...system.rows.values()]).toMatchObject([{ email: 'noor@elsewhere.example' }]);
      }
      expect(await between.linkOf('ab', noor.email)).toBeUndefined();
      expect(await between.linkOf('ba', noor.email)).toBeUndefined();
      expect(await between.rest()).toEqual([]);
    },
  );
});

test('a customer that was read before it was written to is read again', async () => {
  const between = both();
  const id = between.enter();
  await between.rest();
  between.a.edit(id, { street: 'Gracht 3' });
  let back: Promise<unknown> | undefined;
  // B's task reads the old street, then waits for A's to be carried.
  between.b.trouble = (call, when) => {
    if (call === 'get b1' && when === 'before') back ??= between.run('b1', 'ba');
  };
  await between.run(id);
  await back;
  expect(between.a.writes).toEqual([]);
  expect([between.a.row(id).street, between.b.row('b1').street]).toEqual(['Gracht 3', 'Gracht 3']);
});

describe('whatever is changed on either side', () => {
  /** What both changed goes by whose turn comes first. What is parked for a person is played in merging.test.ts. */
  const following: Given = { settings: { conflicts: 'source' }, back: { conflicts: 'source' } };
  const edit = fc.record({
    side: fc.constantFrom('a' as const, 'b' as const),
    row: fc.record(
      {
        name: fc.constantFrom('Noor de Wit', 'Bo', 'Élise van der Meer'),
        phone: fc.constantFrom('+31 38 000000', '06-1'),
        street: fc.constantFrom('Kade 12', 'gracht 3'),
        country: fc.constantFrom('NL', 'BE'),
        email: fc.constantFrom('noor@example.com', 'Noor@Elsewhere.example'),
      },
      { requiredKeys: [] },
    ),
    rests: fc.boolean(),
  });

  test('it comes to rest: after one round nothing is written any more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const between = both({
          ...following,
          a: new FakeSystem('a', { keeps: loud }),
          b: new FakeSystem('b', { keeps: shortSighted }),
        });
        between.enter();
        await between.rest();
        for (const { side, row, rests } of edits) {
          between[side].edit(`${side}1`, row);
          if (rests) await between.rest();
        }
        await between.rest();
        between.forgetCalls();
        await between.run('a1', 'ab');
        await between.run('b1', 'ba');
        expect([...between.a.writes, ...between.b.writes]).toEqual([]);
        expect([between.a.rows.size, between.b.rows.size, between.steps.size]).toEqual([1, 1, 0]);
      }),
    );
  });

  test('it comes to rest, and both say the same, though both directions are carried at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 6 }), async (edits) => {
        const between = both(following);
        between.enter();
        await between.rest();
        for (const { side, row, rests } of edits) {
          between[side].edit(`${side}1`, row);
          if (rests) await between.restTogether();
        }
        expect(await between.restTogether()).toBeLessThan(4);
        const { name, phone, street, country, email } = between.a.row('a1');
        expect(between.b.row('b1')).toMatchObject({ name, phone, street, country, email });
      }),
    );
  });

  test('one change at a time is written once, on the other side only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const between = lossy();
        between.enter();
        await between.rest();
        for (const { side, row } of edits) {
          between.forgetCalls();
          between[side].edit(`${side}1`, row);
          await between.rest();
          expect(between[side].writes).toEqual([]);
          expect(between[side === 'a' ? 'b' : 'a'].writes.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
