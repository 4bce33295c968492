import { describe, expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { FakeSystem } from './fake-system.ts';
import { Between, noor, unanswered } from './harness.ts';

const moved = 'noor@elsewhere.example';

describe('a changed e-mail address', () => {
  test('changes the same customer, and its links', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.a.edit(id, { email: moved });
    between.forgetCalls();
    expect(await between.run(id)).toEqual({
      kind: 'done',
      targetId: 'b1',
      reason: { code: 'updated', params: {} },
    });
    expect(between.calls).toEqual(['read a1', 'get b1', 'find', 'update b1', 'get b1']);
    expect([...between.b.rows.values()]).toMatchObject([{ email: moved }]);
    expect(await between.linkOf('ab', moved)).toMatchObject({ targetId: 'b1', facts: { source: id } });
    expect(await between.linkOf('ab', noor.email)).toBeUndefined();
  });

  test('that only changes its capitals is the same address', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.a.edit(id, { email: 'noor@example.com' });
    between.forgetCalls();
    await between.run(id);
    expect(between.calls).toEqual(['read a1', 'get b1', 'update b1', 'get b1']);
  });

  test('that another customer of the target has is parked', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    const other = between.b.enter({ email: moved, name: 'Somebody' });
    between.a.edit(id, { email: moved });
    expect(await between.problem(id)).toMatchObject({ kind: 'rejected', code: 'email_taken' });
    expect(between.b.row('b1').email).toBe(noor.email);
    between.b.edit(other, { archived: true });
    expect(await between.run(id)).toMatchObject({ kind: 'done', targetId: 'b1' });
  });

  test('frees the old one for somebody else', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.a.edit(id, { email: moved });
    await between.run(id);
    const other = between.enter({ name: 'Nora' });
    expect(await between.run(other)).toEqual({
      kind: 'done',
      targetId: 'b2',
      reason: { code: 'created', params: {} },
    });
  });

  test('of a customer that was deleted in the target makes it anew where a person asks for that', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.rows.delete('b1');
    between.a.edit(id, { email: moved });
    expect(await between.problem(id)).toMatchObject({ code: 'customer_gone' });
    between.asked = true;
    expect(await between.run(id)).toMatchObject({ targetId: 'b2', reason: { code: 'created', params: {} } });
    expect(await between.linkOf('ab', moved)).toMatchObject({ targetId: 'b2' });
  });

  test('that was taken away parks the customer, whose data is known still', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.a.edit(id, { email: undefined });
    expect(await between.problem(id)).toMatchObject({ code: 'email_missing' });
    expect(new Set(between.people).size).toBe(1);
    expect(between.people).toHaveLength(2);
  });
});

describe('two customers of the source with one address', () => {
  test('the first has it, the other is parked', async () => {
    const between = new Between();
    const [first, second] = [between.enter(), between.enter({ name: 'Nora' })];
    await between.run(first);
    const problem = await between.problem(second);
    expect(problem).toMatchObject({ kind: 'rejected', code: 'email_shared' });
    expect(JSON.stringify(problem.toData())).not.toMatch(/noor|nora/i);
    expect([...between.b.rows.values()]).toEqual([noor]);
    between.a.edit(first, { phone: '+31 38 111111' });
    expect(await between.run(first)).toMatchObject({ reason: { code: 'updated', params: {} } });
  });

  test('at once, one is made', async () => {
    const between = new Between();
    const ids = [between.enter(), between.enter({ name: 'Nora' })];
    const ended = await Promise.allSettled(ids.map((id) => between.run(id)));
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(between.b.rows.size).toBe(1);
  });

  test('the other takes it over once the first is gone', async () => {
    const between = new Between();
    const [first, second] = [between.enter(), between.enter({ name: 'Nora de Wit' })];
    await between.run(first);
    between.a.rows.delete(first);
    expect(await between.run(second)).toMatchObject({
      kind: 'done',
      targetId: 'b1',
      reason: { code: 'updated', params: {} },
    });
    expect(between.b.row('b1').name).toBe('Nora de Wit');
    expect(await between.linkOf('ab', noor.email)).toMatchObject({ facts: { source: second } });
  });

  test('the first has it no more when it comes back under another address', async () => {
    const between = new Between();
    const [first, second] = [between.enter(), between.enter({ name: 'Nora de Wit' })];
    await between.run(first);
    const row = between.a.row(first);
    between.a.rows.delete(first);
    await between.run(second);
    between.a.rows.set(first, { ...row, email: moved, phone: '+31 38 1' });
    expect(await between.run(first)).toMatchObject({ targetId: 'b2', reason: { code: 'created' } });
    expect(between.b.row('b1')).toEqual({ ...noor, name: 'Nora de Wit' });
  });

  test.each([
    ['another', moved],
    ['none', undefined],
  ])('the other gets a record of its own once the first has %s: two would write to one', async (_, email) => {
    const between = new Between();
    const [first, second] = [between.enter(), between.enter({ name: 'Nora de Wit' })];
    await between.run(first);
    between.a.edit(first, { email });
    expect(await between.run(second)).toMatchObject({ targetId: 'b2', reason: { code: 'created' } });
    between.a.edit(first, { email: moved, phone: '+31 38 1' });
    await between.run(first);
    await between.run(second);
    expect(between.b.row('b1')).toEqual({ ...noor, email: moved, phone: '+31 38 1' });
    expect(between.b.row('b2')).toEqual({ ...noor, name: 'Nora de Wit' });
    expect(await between.linkOf('ab', noor.email)).toMatchObject({ facts: { source: second } });
  });

  test('the other is not taken for the first where its create was not answered', async () => {
    const between = new Between();
    const [first, second] = [between.enter(), between.enter({ name: 'Nora de Wit' })];
    await between.run(first);
    between.a.edit(first, { email: moved });
    between.b.trouble = (call, when) => {
      if (call === 'create' && when === 'before') throw unanswered();
    };
    expect(await between.problem(second)).toMatchObject({ kind: 'outcome-unknown' });
    between.b.trouble = () => undefined;
    expect(await between.problem(second)).toMatchObject({ kind: 'wait' });
    between.now += hourMs;
    expect(await between.run(second)).toMatchObject({ targetId: 'b2', reason: { code: 'created' } });
    expect(between.b.row('b1')).toEqual(noor);
  });

  test('the other waits for the first to let it go where the target allows it once', async () => {
    const between = new Between({ b: new FakeSystem('b', { sharesEmails: false }) });
    const [first, second] = [between.enter(), between.enter({ name: 'Nora de Wit' })];
    await between.run(first);
    between.a.edit(first, { email: moved });
    expect(await between.problem(second)).toMatchObject({
      kind: 'retry',
      code: 'email_taken',
      params: { leaving: true },
    });
    await between.run(first);
    expect(await between.run(second)).toMatchObject({ targetId: 'b2', reason: { code: 'created' } });
    expect([between.b.row('b1').name, between.b.row('b1').email]).toEqual([noor.name, moved]);
  });

  test('the other does not take it over under a wholly other name: it is parked, naming the record', async () => {
    const between = new Between();
    const [first, second] = [between.enter(), between.enter({ name: 'Piet Bakker' })];
    await between.run(first);
    between.a.rows.delete(first);
    expect(await between.problem(second)).toMatchObject({
      code: 'customer_ambiguous',
      params: { of: 'stranger', ids: ['b1'] },
    });
    expect([...between.b.rows.values()]).toEqual([noor]);
  });

  test('a customer that changes to an address that is kept in step already is parked', async () => {
    const between = new Between();
    const [first, second] = [between.enter(), between.enter({ email: moved })];
    await between.run(first);
    await between.run(second);
    between.a.edit(second, { email: noor.email });
    expect(await between.problem(second)).toMatchObject({ code: 'email_shared' });
    expect(between.b.row('b2').email).toBe(moved);
  });
});
