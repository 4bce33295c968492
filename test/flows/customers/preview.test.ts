import { describe, expect, test } from 'vitest';
import { away, Between, noor, unanswered } from './harness.ts';

describe('a preview', () => {
  test('shows what would be sent, and what it would do', async () => {
    const between = new Between({ mapping: { note: 'customer.id' } });
    const id = between.enter();
    const shown = await between.preview(id);
    expect(shown).toEqual({
      source: expect.objectContaining({ id, name: 'Noor de Wit' }),
      skips: null,
      writes: [{ what: 'customer', does: 'create', body: { ...noor, note: id } }],
      checks: [],
      problem: null,
    });
    await between.run(id);
    expect(JSON.stringify(between.kept.get('target'))).toBe(JSON.stringify(shown.writes[0]?.body));
    between.a.edit(id, { phone: '+31 38 111111' });
    expect(await between.preview(id)).toMatchObject({ skips: null, writes: [{ does: 'update' }] });
  });

  test('writes nothing, in either system or here', async () => {
    const between = new Between({ back: {} });
    between.b.enter({ email: noor.email });
    between.storing = (what) => {
      throw new Error(`stored ${what}`);
    };
    await between.preview(between.enter());
    expect([between.a.writes, between.b.writes, between.people]).toEqual([[], [], []]);
  });

  test('tells why it would be skipped, and shows it still', async () => {
    const between = new Between();
    const id = between.enter();
    between.b.enter(noor);
    expect(await between.preview(id)).toMatchObject({
      skips: { code: 'already_so', params: {} },
      writes: [{ does: 'adopt', body: noor }],
    });
    await between.run(id);
    expect(await between.preview(id)).toMatchObject({
      skips: { code: 'nothing_new', params: {} },
      writes: [{ does: 'use', body: noor }],
    });
    between.settings.ab = new Between({ settings: { kinds: ['company'] } }).settings.ab;
    expect(await between.preview(id)).toMatchObject({
      skips: { code: 'kind_excluded', params: { kind: 'person' } },
      writes: [{ body: noor }],
      problem: null,
    });
  });

  test('of a customer that is not to be made says so', async () => {
    const between = new Between({ settings: { create: false } });
    expect(await between.preview(between.enter())).toMatchObject({
      skips: { code: 'not_created' },
      writes: [{ does: 'skip', body: noor }],
    });
  });

  test('of one without an e-mail address that is skipped shows only it', async () => {
    const between = new Between({ settings: { withoutEmail: 'skip' } });
    expect(await between.preview(between.enter({ email: '' }))).toMatchObject({
      source: { name: 'Noor de Wit' },
      skips: { code: 'email_missing', params: {} },
      writes: [],
      problem: null,
    });
  });

  test('of one that would be parked shows it with the problem that the task would have', async () => {
    const between = new Between({ settings: { vat: { map: {} } } });
    expect(await between.preview(between.enter({ email: '' }))).toMatchObject({
      source: { name: 'Noor de Wit' },
      skips: null,
      writes: [],
      problem: { kind: 'rejected', code: 'email_missing' },
    });
    const id = between.enter();
    const shown = await between.preview(id);
    expect(shown).toMatchObject({ source: { id }, problem: { code: 'choice_missing' } });
    expect(shown.problem).toEqual((await between.problem(id)).toData());
  });

  test('of one that another integration may just have made shows it, and that it waits for that', async () => {
    const between = new Between();
    between.elsewhere = { perhaps: [{ intendedAt: between.now }] };
    const id = between.enter();
    const shown = await between.preview(id);
    expect(shown).toMatchObject({
      ...{ source: { id, name: 'Noor de Wit' }, skips: null, writes: [] },
      problem: { kind: 'wait', code: 'outcome_unknown' },
    });
    expect(shown.problem).toEqual((await between.problem(id)).toData());
    expect(between.b.calls).toEqual([]);
  });

  test('of one that the way back may just have made shows it, and that it waits for that', async () => {
    const between = new Between({ back: {} });
    const { a } = between;
    a.trouble = (call, when) => {
      if (call === 'create' && when === 'after') throw unanswered();
    };
    const other = between.b.enter(noor);
    await expect(between.run(other, 'ba')).rejects.toMatchObject({ kind: 'outcome-unknown' });
    expect(await between.preview('a1')).toMatchObject({
      ...{ source: { id: 'a1', name: 'Noor de Wit' }, skips: null, writes: [] },
      problem: { kind: 'wait', code: 'outcome_unknown' },
    });
  });

  test('shows what there is where the target is away, and says so', async () => {
    const between = new Between();
    between.b.trouble = () => {
      throw away();
    };
    const id = between.enter();
    expect(await between.preview(id)).toMatchObject({
      ...{ source: { id, name: 'Noor de Wit' }, skips: null, writes: [] },
      problem: { kind: 'retry', code: 'network_failed' },
    });
  });

  test('fails where there is nothing to show: the customer is not there, or its system is away', async () => {
    const between = new Between();
    await expect(between.preview('a9')).rejects.toMatchObject({ code: 'customer_gone' });
    const id = between.enter();
    between.a.trouble = () => {
      throw away();
    };
    await expect(between.preview(id)).rejects.toMatchObject({ kind: 'retry', code: 'network_failed' });
  });
});
