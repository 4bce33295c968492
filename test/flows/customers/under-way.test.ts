import { describe, expect, test } from 'vitest';
import { problem } from '../../../src/records/problem.ts';
import { FakeSystem, type Row } from './fake-system.ts';
import { Between, type Given, noor, unanswered } from './harness.ts';

const minuteMs = 60_000;

test('a record that the way back has made, and was not answered, is no news until that one has noted it', async () => {
  const between = new Between({ back: {} });
  const { a, b } = between;
  between.enter({ phone: '+31 6 1' });
  b.trouble = (call, when) => {
    if (call !== 'create' || when !== 'after') return;
    throw problem('outcome-unknown', 'timed_out', { system: 'b' });
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  b.trouble = () => undefined;
  a.edit('a1', { phone: '+31 6 2' });
  // The record of B says still what A said before.
  expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
  expect(a.row('a1')).toMatchObject({ phone: '+31 6 2' });
  await between.run('a1');
  await between.rest();
  expect(a.row('a1')).toMatchObject({ phone: '+31 6 2' });
  expect(b.row('b1')).toMatchObject({ phone: '+31 6 2' });
});

test('what was begun and never done keeps nobody waiting for ever', async () => {
  const between = new Between({ back: {} });
  const { b } = between;
  between.enter();
  b.trouble = (call, when) => {
    if (call === 'create' && when === 'before')
      throw problem('outcome-unknown', 'timed_out', { system: 'b' });
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  const byHand = b.enter({ ...between.a.row('a1') });
  expect(await between.problem(byHand, 'ba')).toMatchObject({ kind: 'wait' });
  between.now += (24 * 60 + 11) * minuteMs;
  expect(await between.run(byHand, 'ba')).toMatchObject({ kind: 'skipped', reason: { code: 'already_so' } });
});

test('what was begun and left at that keeps nobody waiting longer than it may still be done', async () => {
  const between = new Between({ back: {} });
  const { b, steps } = between;
  between.enter();
  b.trouble = (call, when) => {
    if (call === 'create' && when === 'before')
      throw problem('outcome-unknown', 'timed_out', { system: 'b' });
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  const byHand = b.enter({ ...between.a.row('a1') });
  for (const [name, step] of steps) steps.set(name, { ...step, isLeft: true });
  expect(await between.problem(byHand, 'ba')).toMatchObject({ kind: 'wait' });
  between.now += 11 * minuteMs;
  expect(await between.run(byHand, 'ba')).toMatchObject({ kind: 'skipped', reason: { code: 'already_so' } });
});

test('the longer nobody says what became of it, the longer until the next look', async () => {
  const between = new Between({ back: {} });
  const { b } = between;
  between.enter();
  b.trouble = (call, when) => {
    if (call === 'create' && when === 'before') throw unanswered();
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  const byHand = b.enter({ ...between.a.row('a1') });
  const begunAt = between.now;
  const looks: number[] = [];
  while (between.now < begunAt + 24 * 60 * minuteMs) {
    const { kind, retryAt = 0 } = await between.problem(byHand, 'ba');
    expect(kind).toBe('wait');
    looks.push(retryAt - begunAt);
    between.now = retryAt;
  }
  expect(looks[0]).toBe(minuteMs);
  expect(looks.length).toBeLessThan(20);
  // It ends when nobody is waited for any more, to the minute.
  expect(looks.at(-1)).toBe((24 * 60 + 10) * minuteMs);
  expect(await between.run(byHand, 'ba')).toMatchObject({ kind: 'skipped' });
});

/** A customer of A whose create in B was done, and not answered. */
async function madeUnheard(row: Row = {}, given: Given = { back: {} }): Promise<Between> {
  const between = new Between(given);
  const { b } = between;
  between.enter(row);
  b.trouble = (call, when) => {
    if (call === 'create' && when === 'after') throw unanswered();
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  b.trouble = () => undefined;
  return between;
}

test.each([
  ['one way', {}],
  ['both ways', { back: {} }],
])('a record of which only the first call was done is made whole, %s', async (_way, given) => {
  const between = new Between({ ...given, b: new FakeSystem('b', { makesInTwo: true }) });
  const { a, b } = between;
  between.enter({ phone: '+31 6 1', street: 'Plein 9' });
  b.trouble = (call, when) => {
    if (call === 'complete b1' && when === 'before') throw unanswered();
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  expect(b.row('b1')).not.toHaveProperty('phone');
  b.trouble = () => undefined;
  const before = a.row('a1');
  // The way back may have seen it first.
  if (between.settings.ba) expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait' });
  await between.run('a1');
  if (between.settings.ba) await between.rest();
  expect([a.row('a1'), a.rows.size, b.rows.size]).toEqual([before, 1, 1]);
  expect(b.row('b1')).toMatchObject(before);
  expect(between.steps.size).toBe(0);
});

test('a company of which only the first call was done is not carried back as the person that it looks like', async () => {
  const between = new Between({ back: {}, b: new FakeSystem('b', { makesInTwo: true }) });
  const { a, b } = between;
  between.enter({ kind: 'company', company: 'De Zon B.V.', vatNumber: 'NL000099998B57' });
  b.trouble = (call, when) => {
    if (call === 'complete b1' && when === 'before') throw unanswered();
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  b.trouble = () => undefined;
  const before = a.row('a1');
  expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
  await between.run('a1');
  await between.rest();
  expect([a.row('a1'), a.rows.size, b.rows.size]).toEqual([before, 1, 1]);
  expect(b.row('b1')).toMatchObject(before);
  expect(between.steps.size).toBe(0);
});

const changes = [
  ['another address', { email: 'noor@elsewhere.example' }],
  ['another name', { name: 'Eleonora Zwart' }],
  ['a firm', { kind: 'company', company: 'De Zon B.V.' }],
  ['another address, name and street', { email: 'n@x.example', name: 'Eleonora Zwart', street: 'Plein 9' }],
  ['no telephone', { phone: '' }],
] as const;

describe.each([
  ['one way', {}],
  ['both ways', { back: {} }],
])('a record whose create was not answered, %s', (_way, given) => {
  test.each(changes)('and that gets %s meanwhile is there once, with it', async (_what, row) => {
    const between = await madeUnheard({}, given);
    const { a, b } = between;
    a.edit('a1', row);
    await between.run('a1');
    if (between.settings.ba) await between.rest();
    expect([a.rows.size, b.rows.size]).toEqual([1, 1]);
    for (const each of [a.row('a1'), b.row('b1')]) {
      for (const [name, value] of Object.entries(row)) expect(each[name] ?? '').toBe(value);
    }
    expect(between.steps.size).toBe(0);
  });
});

describe('a record that the way back has made, and was not answered,', () => {
  // What is taken away there cannot be told from what the system does not keep; of what is changed all but one thing is known again.
  test.each(changes.filter(([, row]) => !('street' in row || 'phone' in row)))(
    'and that gets %s is that still, and the change goes back',
    async (_what, row) => {
      const between = await madeUnheard();
      const { a, b } = between;
      b.edit('b1', row);
      expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait' });
      await between.run('a1');
      await between.rest();
      expect([a.rows.size, b.rows.size]).toEqual([1, 1]);
      for (const each of [a.row('a1'), b.row('b1')]) {
        for (const [name, value] of Object.entries(row)) expect(each[name] ?? '').toBe(value);
      }
      expect([between.steps.size, b.writes]).toEqual([0, ['create']]);
    },
  );

  test('and that both sides change alike is for a person, and neither is written over', async () => {
    const between = await madeUnheard();
    const { a, b } = between;
    a.edit('a1', { phone: '+31 6 1' });
    b.edit('b1', { phone: '+31 6 2' });
    const parked = { code: 'customer_conflict', params: { fields: ['phone'] } };
    expect(await between.problem('a1')).toMatchObject(parked);
    expect(await between.problem('b1', 'ba')).toMatchObject(parked);
    expect([a.row('a1').phone, b.row('b1').phone]).toEqual(['+31 6 1', '+31 6 2']);
  });

  test('does not come back to a source that has taken it away, and asks nobody anything', async () => {
    const between = await madeUnheard();
    const { a, b } = between;
    a.rows.delete('a1');
    expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait' });
    expect(await between.run('a1')).toMatchObject({ kind: 'done', targetId: 'b1' });
    expect(await between.run('b1', 'ba')).toMatchObject({ kind: 'skipped' });
    expect([a.rows.size, b.rows.size, a.writes]).toEqual([0, 1, []]);
    b.edit('b1', { phone: '+31 6 9' });
    expect(await between.problem('b1', 'ba')).toMatchObject({ code: 'customer_gone' });
  });

  test('and that was taken away there once it was seen is not made again', async () => {
    const between = await madeUnheard();
    const { b } = between;
    b.edit('b1', { email: 'noor@elsewhere.example' });
    expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait' });
    b.rows.delete('b1');
    expect(await between.problem('a1')).toMatchObject({ code: 'customer_gone' });
    expect(b.writes).toEqual(['create']);
  });
});

test('a create that was never done is done as the record is by then', async () => {
  const between = new Between({ back: {} });
  const { a, b } = between;
  between.enter();
  b.trouble = (call, when) => {
    if (call === 'create' && when === 'before') throw unanswered();
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  b.trouble = () => undefined;
  a.edit('a1', { email: 'noor@elsewhere.example' });
  expect(await between.problem('a1')).toMatchObject({ kind: 'wait' });
  between.now += 11 * minuteMs;
  expect(await between.run('a1')).toMatchObject({ kind: 'done', targetId: 'b1' });
  expect(b.row('b1')).toMatchObject({ email: 'noor@elsewhere.example' });
  expect(between.steps.size).toBe(0);
});

describe.each([
  ['a private person', {}],
  ['a company', { kind: 'company', company: 'De Zon B.V.' }],
])('what a stranger’s order has half made under the address of %s', (_who, row) => {
  /** The first call of the order is done, and that for the customer of A never will be. */
  async function halfMade() {
    const between = new Between({
      back: {},
      b: new FakeSystem('b', { makesInTwo: true, sharesEmails: false }),
    });
    const { a, b } = between;
    between.enter(row);
    b.trouble = (call, when) => {
      if (call === 'create' && when === 'before') throw unanswered();
    };
    expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
    b.trouble = () => undefined;
    const id = b.enter({ email: noor.email, name: 'Piet Bakker' });
    return { between, id, before: a.row('a1') };
  }

  test('is not taken for what was begun for that one', async () => {
    const { between, id, before } = await halfMade();
    const { a, b } = between;
    expect(await between.problem('a1')).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
    b.edit(id, { kind: 'person', street: 'Plein 9', country: 'NL' });
    const whole = b.row(id);
    between.now += 11 * minuteMs;
    expect(await between.problem('a1')).toMatchObject({ code: 'customer_ambiguous' });
    expect([a.row('a1'), b.row(id), between.links.size]).toEqual([before, whole, 0]);
  });

  test('and stays so is not written over', async () => {
    const { between, id, before } = await halfMade();
    const { a, b } = between;
    const half = b.row(id);
    between.now += 11 * minuteMs;
    const stranger = { code: 'customer_ambiguous', params: { of: 'stranger', ids: [id] } };
    expect(await between.problem('a1')).toMatchObject(stranger);
    expect([a.row('a1'), b.row(id), between.links.size]).toEqual([before, half, 0]);
  });
});

test('what of a person a step holds is sealed', async () => {
  const between = await madeUnheard();
  for (const { reference } of between.steps.values()) {
    const { sealed: _, ...plain } = JSON.parse(reference || '{}') as { sealed?: string };
    expect(JSON.stringify(plain)).not.toMatch(/noor/i);
  }
});
