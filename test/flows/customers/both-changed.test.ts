/** Both sides of a customer that is kept in step are changed: nothing is lost, and nothing comes back. */
import { describe, expect, test } from 'vitest';
import { messageOf } from '../told.ts';
import { away, Between, type Given, noor, type Way } from './harness.ts';

const both = (given: Given = {}) => new Between({ back: {}, ...given });

async function met(between: Between): Promise<string> {
  const id = between.enter();
  await between.rest();
  return id;
}

describe('two fields that are changed at once, one in each', () => {
  test('both stay', async () => {
    const between = both();
    const id = await met(between);
    between.a.edit(id, { phone: '+31 6 9' });
    between.b.edit('b1', { street: 'Nieuwe Laan 1' });
    await between.rest();
    const agreed = { phone: '+31 6 9', street: 'Nieuwe Laan 1' };
    expect(between.a.row(id)).toMatchObject(agreed);
    expect(between.b.row('b1')).toMatchObject(agreed);
    expect([between.a.writes, between.b.writes]).toEqual([['update a1'], ['create', 'update b1']]);
  });

  test('both stay where nothing goes back: what the merchant has changed by hand is not written over', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.edit('b1', { street: 'Nieuwe Laan 1' });
    between.a.edit(id, { phone: '+31 6 9' });
    await between.run(id);
    expect(between.b.row('b1')).toMatchObject({ phone: '+31 6 9', street: 'Nieuwe Laan 1' });
  });
});

describe('a field that is changed on both sides', () => {
  async function conflict(given: Given = {}): Promise<{ between: Between; id: string }> {
    const between = both(given);
    const id = await met(between);
    between.a.edit(id, { phone: '+31 6 1', street: 'Gracht 3' });
    between.b.edit('b1', { phone: '+31 6 2' });
    return { between, id };
  }

  test('is parked with both values, and everything else is carried', async () => {
    const { between, id } = await conflict();
    const problem = await between.problem(id);
    expect(problem).toMatchObject({
      kind: 'rejected',
      code: 'customer_conflict',
      params: { system: 'B', fields: ['phone'] },
    });
    expect(messageOf(problem)).toContain('telephone number');
    expect(between.kept.get('conflict')).toEqual([{ part: 'phone', source: '+31 6 1', target: '+31 6 2' }]);
    expect(between.b.row('b1')).toMatchObject({ phone: '+31 6 2', street: 'Gracht 3' });
    expect(await between.problem('b1', 'ba')).toMatchObject({ code: 'customer_conflict' });
    expect(between.a.row(id).phone).toBe('+31 6 1');
    expect(JSON.stringify([[...between.links], problem.toData()])).not.toContain('31 6');
  });

  test('goes on once both are equal', async () => {
    const { between, id } = await conflict();
    await between.problem(id);
    await between.problem('b1', 'ba');
    for (const { changed } of [between.a, between.b]) changed.clear();
    between.b.edit('b1', { phone: '+31 6 1' });
    // What is parked on the other side is looked at again, and ends as well.
    expect(await between.rest()).toEqual(['ba b1', 'ab a1']);
    expect(await between.run(id)).toMatchObject({ reason: { code: 'nothing_new' } });
  });

  test.each(['a', 'b'] as const)('goes on, on both sides, once %s is changed back', async (side) => {
    const { between, id } = await conflict();
    await between.problem(id);
    await between.problem('b1', 'ba');
    for (const { changed } of [between.a, between.b]) changed.clear();
    between[side].edit(`${side}1`, { phone: noor.phone });
    await between.rest();
    const phone = side === 'a' ? '+31 6 2' : '+31 6 1';
    expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual([phone, phone]);
  });

  test('stays different when a person leaves it out, until it is changed once more', async () => {
    const { between, id } = await conflict();
    await between.problem(id);
    await between.problem('b1', 'ba');
    between.accept(id);
    between.forgetCalls();
    expect(await between.run(id)).toMatchObject({ reason: { code: 'nothing_new' } });
    expect(await between.run('b1', 'ba')).toMatchObject({ reason: { code: 'already_so' } });
    expect([...between.a.writes, ...between.b.writes]).toEqual([]);
    between.a.edit(id, { phone: '+31 6 3' });
    await between.rest();
    expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 3', '+31 6 3']);
  });

  test('is asked for again when the person takes that back', async () => {
    const { between, id } = await conflict();
    await between.problem(id);
    between.accept(id);
    between.unaccept(id);
    expect(await between.problem(id)).toMatchObject({ code: 'customer_conflict' });
  });

  test('follows the source where that is set', async () => {
    const { between, id } = await conflict({ settings: { conflicts: 'source' } });
    await between.rest();
    expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 1', '+31 6 1']);
  });

  test('is left alone where nothing is to be updated', async () => {
    const { between, id } = await conflict({ settings: { update: false } });
    expect(await between.run(id)).toMatchObject({ reason: { code: 'not_updated' } });
    expect(between.b.writes).toEqual(['create']);
  });

  test('is shown by a preview', async () => {
    const { between, id } = await conflict();
    expect(await between.preview(id)).toMatchObject({
      skips: null,
      writes: [{ does: 'update', body: { street: 'Gracht 3' } }],
      problem: { code: 'customer_conflict', params: { fields: ['phone'] } },
    });
  });

  test('is parked where nothing goes back, too', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.edit('b1', { phone: '+31 6 2' });
    between.a.edit(id, { phone: '+31 6 1' });
    expect(await between.problem(id)).toMatchObject({ code: 'customer_conflict' });
    between.asked = true;
    expect(await between.run(id)).toMatchObject({ reason: { code: 'updated' } });
    expect(between.b.row('b1').phone).toBe('+31 6 1');
  });
});

describe('somebody who becomes a company, and is called otherwise on the other side,', () => {
  async function parted(): Promise<{ between: Between; id: string }> {
    const between = both();
    const id = await met(between);
    between.a.edit(id, { kind: 'company', company: 'De Zon B.V.', phone: '+31 6 1' });
    between.b.edit('b1', { name: 'Noor Zwart' });
    return { between, id };
  }

  test('is parked with kind and names, of which nothing is written, and everything else is carried', async () => {
    const { between, id } = await parted();
    const [before, there] = [between.a.row(id), between.b.row('b1')];
    expect(await between.problem(id)).toMatchObject({
      code: 'customer_conflict',
      params: { fields: ['kind', 'name', 'contact'] },
    });
    expect(between.b.row('b1')).toEqual({ ...there, phone: '+31 6 1' });
    expect(await between.problem('b1', 'ba')).toMatchObject({
      code: 'customer_conflict',
      params: { fields: ['kind', 'name'] },
    });
    expect(between.a.row(id)).toEqual(before);
  });

  /** Both tasks are parked, and the person has seen to these. */
  async function leftOut(...ways: readonly Way[]): Promise<{ between: Between; id: string }> {
    const { between, id } = await parted();
    await between.problem(id);
    await between.problem('b1', 'ba');
    for (const way of ways) between.accept(way === 'ab' ? id : 'b1', way);
    for (const { changed } of [between.a, between.b]) changed.clear();
    return { between, id };
  }

  test('is no company of that name when the person leaves out what the way back has asked, and that alone', async () => {
    const { between, id } = await leftOut('ba');
    const before = between.b.row('b1');
    expect(await between.problem(id)).toMatchObject({
      code: 'customer_conflict',
      params: { fields: ['kind', 'name', 'contact'] },
    });
    expect(between.b.row('b1')).toEqual(before);
  });

  test('is left so for good when the person leaves out both, and nothing of either is carried', async () => {
    const { between, id } = await leftOut('ab', 'ba');
    const [a, b] = [between.a.row(id), between.b.row('b1')];
    expect(await between.run(id)).toMatchObject({ kind: 'skipped' });
    expect(await between.run('b1', 'ba')).toMatchObject({ kind: 'skipped' });
    expect([between.a.row(id), between.b.row('b1')]).toEqual([a, b]);
  });

  test.each([
    ['a name', { name: 'Noor Zwarts' }, ['kind', 'name']],
    ['a name, and the rest of it', { name: 'Noor Zwarts', phone: '+31 6 2' }, ['kind', 'name']],
  ])('is asked about again when %s is corrected there', async (_, corrected, fields) => {
    const { between, id } = await leftOut('ab', 'ba');
    const { phone: _phone, ...before } = between.a.row(id);
    between.b.edit('b1', corrected);
    expect(await between.problem('b1', 'ba')).toMatchObject({
      code: 'customer_conflict',
      params: { fields },
    });
    expect(between.a.row(id)).toEqual({ ...before, phone: between.b.row('b1').phone });
    between.accept('b1', 'ba');
    expect(await between.run('b1', 'ba')).toMatchObject({ kind: 'skipped' });
  });

  test('nor is the contact of that company written to a person', async () => {
    const { between, id } = await leftOut('ab', 'ba');
    const before = between.b.row('b1');
    between.a.edit(id, { name: 'Piet Groen' });
    expect(await between.problem(id)).toMatchObject({
      code: 'customer_conflict',
      params: { fields: ['kind', 'name', 'contact'] },
    });
    expect(between.b.row('b1')).toEqual(before);
  });

  test('takes the kind along where the source is followed, and the name alone is in question', async () => {
    const { between, id } = await leftOut('ab', 'ba');
    between.settings.ba = both({ back: { conflicts: 'source' } }).settings.ba;
    between.b.edit('b1', { name: 'Noor Zwarts' });
    await between.run('b1', 'ba');
    expect(between.a.row(id)).toMatchObject({ kind: 'person', name: 'Noor Zwarts' });
    expect(between.a.row(id).company).toBeUndefined();
  });

  test('goes on once both are equal', async () => {
    const { between, id } = await parted();
    await between.problem(id);
    await between.problem('b1', 'ba');
    for (const { changed } of [between.a, between.b]) changed.clear();
    between.b.edit('b1', { kind: 'company', company: 'De Zon B.V.', name: noor.name });
    await between.rest();
    expect(await between.run(id)).toMatchObject({ reason: { code: 'nothing_new' } });
    expect(await between.run('b1', 'ba')).toMatchObject({ kind: 'skipped' });
    expect(between.b.row('b1')).toEqual(between.a.row(id));
  });

  test('goes on once the name there is as it was', async () => {
    const { between, id } = await parted();
    await between.problem(id);
    await between.problem('b1', 'ba');
    for (const { changed } of [between.a, between.b]) changed.clear();
    between.b.edit('b1', { name: noor.name });
    await between.rest();
    expect(between.b.row('b1')).toMatchObject({ kind: 'company', company: 'De Zon B.V.', name: noor.name });
    expect(between.a.row(id)).toMatchObject({ kind: 'company', company: 'De Zon B.V.', name: noor.name });
  });

  test('follows the source where that is set', async () => {
    const between = both({ settings: { conflicts: 'source' } });
    const id = await met(between);
    between.a.edit(id, { kind: 'company', company: 'De Zon B.V.' });
    between.b.edit('b1', { name: 'Noor Zwart' });
    await between.run(id);
    expect(between.b.row('b1')).toMatchObject({ kind: 'company', company: 'De Zon B.V.', name: noor.name });
  });
});

test('a company that is none any more, and whose contact changed on the other side, is parked with its name', async () => {
  const between = both();
  const id = between.enter({ kind: 'company', company: 'De Zon B.V.' });
  await between.rest();
  between.a.edit(id, { kind: 'person', company: '' });
  between.b.edit('b1', { name: 'Noor Zwart' });
  expect(await between.problem(id)).toMatchObject({
    code: 'customer_conflict',
    params: { fields: ['kind', 'name', 'contact'] },
  });
  expect(between.b.row('b1')).toMatchObject({ kind: 'company', company: 'De Zon B.V.', name: 'Noor Zwart' });
});

describe('what a person asks for', () => {
  test('is looked at in the target, and put right where nothing goes back', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.edit('b1', { street: 'Nieuwe Laan 1' });
    expect(await between.run(id)).toMatchObject({ reason: { code: 'nothing_new' } });
    between.asked = true;
    expect(await between.run(id)).toMatchObject({ reason: { code: 'updated' } });
    expect(between.b.row('b1').street).toBe('Kade 12');
  });

  test('with all of a period is looked at, and what was put right in the target stays', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.edit('b1', { street: 'Nieuwe Laan 1' });
    Object.assign(between, { asked: true, byName: false });
    between.forgetCalls();
    expect(await between.run(id)).toMatchObject({ reason: { code: 'already_so' } });
    expect(between.calls).toContain('get b1');
    between.a.edit(id, { phone: '+31 6 1' });
    expect(await between.run(id)).toMatchObject({ reason: { code: 'updated' } });
    expect(between.b.row('b1')).toMatchObject({ street: 'Nieuwe Laan 1', phone: '+31 6 1' });
    between.a.edit(id, { street: 'Gracht 3' });
    expect(await between.problem(id)).toMatchObject({ code: 'customer_conflict' });
    expect(between.b.row('b1').street).toBe('Nieuwe Laan 1');
  });
});

describe('what the source takes away', () => {
  test('is taken away in the target, and does not come back', async () => {
    const between = both();
    const id = between.enter({ company: 'Oud B.V.', kind: 'company' });
    await between.rest();
    between.a.edit(id, { phone: '', company: '', kind: 'person' });
    await between.rest();
    expect(between.b.row('b1')).toEqual({ ...noor, phone: undefined, company: undefined });
    between.b.edit('b1', { street: 'Kade 14' });
    await between.rest();
    const { phone, company, kind, street } = between.a.row(id);
    expect([phone ?? '', company ?? '', kind, street]).toEqual(['', '', 'person', 'Kade 14']);
  });

  test('and had changed there too is parked', async () => {
    const between = both();
    const id = await met(between);
    between.a.edit(id, { phone: undefined });
    between.b.edit('b1', { phone: '+31 6 2' });
    expect(await between.problem(id)).toMatchObject({ code: 'customer_conflict' });
    expect(between.b.row('b1').phone).toBe('+31 6 2');
  });

  test('that was never carried stays as the target has it', async () => {
    const between = new Between();
    between.b.enter(noor);
    const id = between.enter({ phone: undefined });
    await between.run(id);
    between.a.edit(id, { street: 'Gracht 3' });
    await between.run(id);
    expect(between.b.row('b1')).toEqual({ ...noor, street: 'Gracht 3' });
  });

  test('goes with a mapped field, too, but not with the mapping', async () => {
    const between = new Between({ mapping: { note: 'customer.vatNumber', group: "'vip'" } });
    const id = between.enter({ vatNumber: 'NL000099998B57' });
    await between.run(id);
    between.a.edit(id, { vatNumber: undefined });
    between.mapping.ab = { note: 'customer.vatNumber' };
    await between.run(id);
    const { note, vatNumber, group } = between.b.row('b1');
    expect([note, vatNumber, group]).toEqual([undefined, undefined, 'vip']);
  });
});

describe('what somebody changes while Koppel writes', () => {
  async function changedMeanwhile(row: object): Promise<{ between: Between; id: string }> {
    const between = both();
    const id = between.enter({ phone: undefined });
    await between.rest();
    between.a.edit(id, { street: 'Laan 9' });
    let isDone = false;
    between.b.trouble = (call, when) => {
      if (isDone || call !== 'get b1' || when !== 'before') return;
      if (between.b.row('b1').street !== 'Laan 9') return;
      isDone = true;
      between.b.edit('b1', row as Record<string, unknown>);
    };
    await between.rest();
    expect(isDone).toBe(true);
    return { between, id };
  }

  test('is carried back', async () => {
    const { between, id } = await changedMeanwhile({ phone: '+31 6 9' });
    expect(between.a.row(id)).toMatchObject({ phone: '+31 6 9', street: 'Laan 9' });
  });

  test('is carried back where it is the same field', async () => {
    const { between, id } = await changedMeanwhile({ street: 'Plein 4' });
    expect(between.a.row(id)).toMatchObject({ street: 'Plein 4' });
  });

  test('is carried back where an outage of an hour comes in between', async () => {
    const between = both();
    const id = between.enter({ phone: undefined });
    await between.rest();
    between.a.edit(id, { street: 'Laan 9' });
    between.a.changed.clear();
    let isDown = false;
    between.b.trouble = (call, when) => {
      if (call.startsWith('update') && when === 'after') isDown = true;
      else if (isDown) throw away();
    };
    expect(await between.problem(id)).toMatchObject({ code: 'network_failed' });
    between.b.trouble = () => undefined;
    between.b.edit('b1', { phone: '+31 6 9' });
    await between.run(id);
    await between.rest();
    expect(between.a.row(id)).toMatchObject({ phone: '+31 6 9', street: 'Laan 9' });
  });

  test('between its reading and its writing stays', async () => {
    const between = both();
    const id = await met(between);
    between.a.edit(id, { street: 'Laan 9' });
    between.b.trouble = (call, when) => {
      if (call === 'update b1' && when === 'before') between.b.edit('b1', { phone: '+31 6 9' });
    };
    await between.rest();
    expect(between.a.row(id)).toMatchObject({ phone: '+31 6 9', street: 'Laan 9' });
    expect(between.b.row('b1')).toMatchObject({ phone: '+31 6 9', street: 'Laan 9' });
  });
});

describe('an update that is not answered, and is done minutes later', () => {
  async function late(): Promise<{ between: Between; id: string }> {
    const between = both();
    const id = await met(between);
    between.a.edit(id, { phone: '+31 6 1' });
    between.b.hangsUp = () => true;
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    between.b.hangsUp = () => false;
    between.a.edit(id, { phone: '+31 6 2' });
    between.now += 30_000;
    await between.rest();
    expect(between.b.row('b1').phone).toBe('+31 6 2');
    return { between, id };
  }

  test('does not bring the old value back', async () => {
    const { between, id } = await late();
    between.now += 300_000;
    for (const work of between.b.late) work();
    await between.rest();
    expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 2', '+31 6 2']);
  });

  test('nor do several of them, each with a value of its own', async () => {
    const between = both();
    const id = await met(between);
    between.b.hangsUp = () => true;
    for (const phone of ['+31 6 1', '+31 6 2']) {
      between.a.edit(id, { phone });
      expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    }
    between.b.hangsUp = () => false;
    between.a.edit(id, { phone: '+31 6 3' });
    between.now += 30_000;
    await between.rest();
    for (const work of between.b.late) {
      work();
      await between.rest();
      expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 3', '+31 6 3']);
    }
  });

  test('and what somebody changes meanwhile is carried still', async () => {
    const { between, id } = await late();
    between.b.edit('b1', { phone: '+31 6 3' });
    await between.rest();
    expect(between.a.row(id).phone).toBe('+31 6 3');
    for (const work of between.b.late) work();
    await between.rest();
    expect([between.a.row(id).phone, between.b.row('b1').phone]).toEqual(['+31 6 3', '+31 6 3']);
  });

  test('is a change like any other once it can be none of ours, and somebody has looked since', async () => {
    const { between, id } = await late();
    between.now += 600_000;
    await between.run(id);
    between.b.edit('b1', { phone: '+31 6 1' });
    await between.rest();
    expect(between.a.row(id).phone).toBe('+31 6 1');
    between.forgetCalls();
    await between.run(id);
    expect(between.calls).toEqual(['get a1']);
  });
});

describe('a customer that was deleted in the target', () => {
  test.each([
    ['both ways', { back: {} }],
    ['one way', {}],
  ])('%s, is not made again unasked', async (_way, given) => {
    const between = new Between(given);
    const id = between.enter();
    await between.run(id);
    between.b.rows.delete('b1');
    between.a.edit(id, { phone: '+31 6 9' });
    const problem = await between.problem(id);
    expect(problem).toMatchObject({
      kind: 'rejected',
      code: 'customer_gone',
      params: { of: 'target', system: 'B', id: 'b1' },
    });
    expect(messageOf(problem)).toContain('b1');
    expect(await between.preview(id)).toMatchObject({ problem: { code: 'customer_gone' } });
    between.accept(id);
    between.a.edit(id, { phone: '+31 6 8' });
    expect(await between.run(id)).toEqual({ kind: 'skipped', reason: { code: 'left_gone', params: {} } });
    between.unaccept(id);
    expect(await between.problem(id)).toMatchObject({ code: 'customer_gone' });
    expect([...between.b.rows.keys()]).toEqual([]);
    between.asked = true;
    expect(await between.run(id)).toMatchObject({ reason: { code: 'created' } });
    expect(between.b.row('b2').phone).toBe('+31 6 8');
  });

  test('is not made again by a change on the other side', async () => {
    const between = both();
    const id = await met(between);
    between.a.rows.delete(id);
    between.b.edit('b1', { phone: '+31 6 9' });
    expect(await between.problem('b1', 'ba')).toMatchObject({ code: 'customer_gone' });
    expect(await between.run(id)).toMatchObject({ reason: { code: 'gone' } });
    expect([...between.a.rows.keys()]).toEqual([]);
  });

  test('and stands there under another id is that one', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.rows.delete('b1');
    const other = between.b.enter(noor);
    between.a.edit(id, { phone: '+31 6 9' });
    expect(await between.run(id)).toMatchObject({ targetId: other, reason: { code: 'updated' } });
  });
});

describe('a record that was made for an order', () => {
  test('is no news, until a customers flow has linked it or a person asks for it', async () => {
    const between = both();
    const made = between.b.enter(noor);
    between.links.set(`ab customer to:${made}`, { targetId: made, fingerprint: '', facts: { by: 'orders' } });
    const skipped = { kind: 'skipped', reason: { code: 'made_for_an_order', params: {} } };
    expect(await between.run(made, 'ba')).toEqual(skipped);
    expect([between.calls, between.a.rows.size]).toEqual([[], 0]);
    await between.run(between.enter());
    between.b.edit(made, { phone: '+31 6 9' });
    await between.rest();
    expect(between.a.row('a1').phone).toBe('+31 6 9');
  });

  test('is none where a person asks for all of a period, either', async () => {
    const between = both();
    const made = between.b.enter(noor);
    between.links.set(`ab customer to:${made}`, { targetId: made, fingerprint: '', facts: { by: 'orders' } });
    between.asked = true;
    between.byName = false;
    expect(await between.run(made, 'ba')).toMatchObject({ reason: { code: 'made_for_an_order' } });
    expect(between.a.rows.size).toBe(0);
  });

  test('is carried where a person asks for it', async () => {
    const between = both();
    const made = between.b.enter(noor);
    between.links.set(`ab customer to:${made}`, { targetId: made, fingerprint: '', facts: { by: 'orders' } });
    between.asked = true;
    expect(await between.run(made, 'ba')).toMatchObject({ reason: { code: 'created' } });
  });
});
