/** An update that was not answered is done minutes later, and nobody looks for long. */
import { describe, expect, test } from 'vitest';
import { Between, type Given, noor } from './harness.ts';

const weekMs = 7 * 24 * 3_600_000;

/** `+31 6 1` was sent and not answered, then `+31 6 2`, which was. */
async function late(given: Given = { back: {} }) {
  const between = new Between(given);
  const id = between.enter();
  await between.run(id);
  if (given.back) await between.rest();
  between.a.edit(id, { phone: '+31 6 1' });
  between.b.hangsUp = () => true;
  expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
  between.b.hangsUp = () => false;
  between.a.edit(id, { phone: '+31 6 2' });
  const until = between.now + 600_000;
  between.now += 30_000;
  const ended = await between.run(id);
  for (const { changed } of [between.a, between.b]) changed.clear();
  const doLate = () => {
    for (const work of between.b.late.splice(0)) work();
  };
  const phones = () => [between.a.row(id).phone, between.b.row('b1').phone];
  return { between, id, doLate, phones, ended, until };
}

test('what may still be done is looked for at the end of that time, and not after it', async () => {
  const { between, id, ended, until } = await late();
  expect(ended).toMatchObject({ kind: 'done', looksAgainAt: until });
  between.now = until;
  expect(await between.run(id)).not.toHaveProperty('looksAgainAt');
});

describe('what was done late', () => {
  test('is nobody’s change a week later either, where the way back looks first', async () => {
    const { between, doLate, phones } = await late();
    doLate();
    between.now += weekMs;
    await between.rest();
    expect(phones()).toEqual(['+31 6 2', '+31 6 2']);
  });

  test('nor where nothing goes back, and the source changes something else', async () => {
    const { between, id, doLate, phones } = await late({});
    doLate();
    between.now += weekMs;
    between.a.edit(id, { street: 'Laan 9' });
    await between.run(id);
    expect(phones()).toEqual(['+31 6 2', '+31 6 2']);
  });

  test('is known still where it is written over, and that is not answered', async () => {
    const { between, id, doLate, phones } = await late();
    doLate();
    between.now += weekMs;
    between.b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    between.b.hangsUp = () => false;
    between.b.late.splice(0);
    between.now += weekMs;
    await between.rest();
    expect(phones()).toEqual(['+31 6 2', '+31 6 2']);
  });
});

describe('what somebody writes there after the first look', () => {
  test.each(['ab', 'ba'] as const)(
    'is carried back, though it is what was sent once (%s looks)',
    async (way) => {
      const { between, id, phones } = await late();
      between.now += weekMs;
      if (way === 'ba') between.b.edit('b1', { street: 'Laan 9' });
      await (way === 'ab' ? between.run(id) : between.rest());
      between.now += weekMs;
      between.b.edit('b1', { phone: '+31 6 1' });
      await between.rest();
      expect(phones()).toEqual(['+31 6 1', '+31 6 1']);
    },
  );

  test('stays where nothing goes back', async () => {
    const { between, id, phones } = await late({});
    between.now += weekMs;
    await between.run(id);
    between.b.edit('b1', { phone: '+31 6 1' });
    between.a.edit(id, { street: 'Laan 9' });
    await between.run(id);
    expect(phones()).toEqual(['+31 6 2', '+31 6 1']);
  });

  test('and the record is not looked at again for it', async () => {
    const { between, id } = await late();
    between.now += weekMs;
    await between.run(id);
    between.forgetCalls();
    await between.run(id);
    expect(between.calls).toEqual(['get a1']);
  });
});

describe('what was sent when the two first met', () => {
  /** As `late`, to a record that stood there with this address before. */
  async function lateAtFirst(given: Given = { back: {} }) {
    const between = new Between(given);
    const id = between.enter({ phone: '+31 6 1' });
    between.b.enter({ ...noor, phone: '+31 6 0' });
    between.b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    between.b.hangsUp = () => false;
    between.a.edit(id, { phone: '+31 6 2' });
    const until = between.now + 600_000;
    between.now += 30_000;
    const ended = await between.run(id);
    for (const { changed } of [between.a, between.b]) changed.clear();
    const phones = () => [between.a.row(id).phone, between.b.row('b1').phone];
    const doLate = () => {
      for (const work of between.b.late.splice(0)) work();
    };
    return { between, id, ended, until, phones, doLate };
  }

  test('is looked for once more, and stands nowhere but with the link', async () => {
    const { between, id, ended, until } = await lateAtFirst();
    expect(ended).toMatchObject({ kind: 'done', looksAgainAt: until });
    expect(between.steps.size).toBe(0);
    between.now = until;
    expect(await between.run(id)).not.toHaveProperty('looksAgainAt');
  });

  test('and is done late is nobody’s change', async () => {
    const { between, phones, doLate } = await lateAtFirst();
    doLate();
    await between.rest();
    expect(phones()).toEqual(['+31 6 2', '+31 6 2']);
  });

  test('nor where nothing goes back', async () => {
    const { between, id, until, phones, doLate } = await lateAtFirst({});
    doLate();
    between.now = until;
    await between.run(id);
    expect(phones()).toEqual(['+31 6 2', '+31 6 2']);
  });

  test('is known still when the second try is not answered either', async () => {
    const between = new Between({ back: {} });
    const id = between.enter({ phone: '+31 6 1' });
    between.b.enter({ ...noor, phone: '+31 6 0' });
    between.b.hangsUp = () => true;
    for (const phone of ['+31 6 1', '+31 6 2']) {
      between.a.edit(id, { phone });
      expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
      between.now += 30_000;
    }
    between.b.hangsUp = () => false;
    between.a.edit(id, { phone: '+31 6 3' });
    await between.run(id);
    for (const { changed } of [between.a, between.b]) changed.clear();
    for (const work of between.b.late.splice(0)) {
      work();
      await between.rest();
      expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 3', '+31 6 3']);
    }
  });
});

describe('what was sent to a record that was put away since', () => {
  /** Another one stands in its place when the next change comes. */
  async function replaced(between: Between, id: string): Promise<() => unknown[]> {
    between.b.late.splice(0);
    between.b.edit('b1', { archived: true });
    between.b.enter({ ...noor, phone: '+31 6 0' });
    between.a.edit(id, { phone: '+31 6 3' });
    between.now += 30_000;
    expect(await between.run(id)).toEqual({ kind: 'done', targetId: 'b2', reason: expect.anything() });
    for (const { changed } of [between.a, between.b]) changed.clear();
    return () => [between.a.row(id).phone, between.b.row('b2').phone];
  }

  async function unheardAtFirst(): Promise<{ between: Between; id: string }> {
    const between = new Between({ back: {} });
    const id = between.enter({ phone: '+31 6 1' });
    between.b.enter({ ...noor, phone: '+31 6 0' });
    between.b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    between.b.hangsUp = () => false;
    return { between, id };
  }

  test.each([
    ['when the two first met', unheardAtFirst],
    ['that was linked', late],
  ])('%s, is nothing that the other one may yet do', async (_, begin) => {
    const { between, id } = await begin();
    const phones = await replaced(between, id);
    expect(phones()).toEqual(['+31 6 3', '+31 6 3']);
    between.b.edit('b2', { phone: '+31 6 1' });
    await between.rest();
    expect(phones()).toEqual(['+31 6 1', '+31 6 1']);
  });

  test('is not told by a step of a version of before: it is looked for as ever', async () => {
    const { between, id } = await unheardAtFirst();
    const [name, step] = [...between.steps].find(([each]) => each.includes('customer-update')) ?? [];
    const sent = JSON.parse(step?.reference ?? '{}').sent;
    if (name !== undefined && step !== undefined)
      between.steps.set(name, { ...step, reference: JSON.stringify(sent) });
    between.a.edit(id, { phone: '+31 6 2' });
    between.now += 30_000;
    await between.run(id);
    for (const { changed } of [between.a, between.b]) changed.clear();
    for (const work of between.b.late.splice(0)) work();
    await between.rest();
    expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 2', '+31 6 2']);
  });
});

describe('what was sent for a record that is gone since', () => {
  /** Nobody has answered it, and the record was not tried again. */
  async function unheard(): Promise<{ between: Between; id: string }> {
    const between = new Between({ back: {} });
    const id = between.enter();
    await between.run(id);
    await between.rest();
    between.a.edit(id, { phone: '+31 6 1' });
    between.b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    between.b.hangsUp = () => false;
    return { between, id };
  }

  test.each([
    ['and was never answered', unheard],
    ['before one that was answered', late],
  ])('%s is nobody’s change in what another record has taken over', async (_, begin) => {
    const { between, id } = await begin();
    between.a.rows.delete(id);
    const other = between.enter({ phone: '+31 6 3' });
    between.now += 30_000;
    const until = between.now + 600_000;
    const ended = await between.run(other);
    expect(ended).toMatchObject({ kind: 'done', targetId: 'b1', looksAgainAt: expect.any(Number) });
    expect(ended.looksAgainAt).toBeLessThan(until);
    for (const { changed } of [between.a, between.b]) changed.clear();
    for (const work of between.b.late.splice(0)) work();
    await between.rest();
    expect([between.a.row(other).phone, between.b.row('b1').phone]).toEqual(['+31 6 3', '+31 6 3']);
    // It was heard of.
    between.now += weekMs;
    await between.run(other);
    between.b.edit('b1', { phone: '+31 6 1' });
    await between.rest();
    expect(between.a.row(other).phone).toBe('+31 6 1');
  });
});
