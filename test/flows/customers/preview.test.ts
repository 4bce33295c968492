import { describe, expect, test } from 'vitest';
import { Between, noor } from './harness.ts';

describe('a preview', () => {
  test('shows what would be sent, and what it would do', async () => {
    const between = new Between({ mapping: { note: 'customer.id' } });
    const id = between.enter();
    const shown = await between.preview(id);
    expect(shown).toEqual({
      source: expect.objectContaining({ id, name: 'Noor de Wit' }),
      skips: null,
      target: { ...noor, note: id },
      customer: { does: 'create', body: null },
      totals: null,
    });
    await between.run(id);
    expect(JSON.stringify(between.kept.get('target'))).toBe(JSON.stringify(shown.target));
    between.a.edit(id, { phone: '+31 38 111111' });
    expect(await between.preview(id)).toMatchObject({ skips: null, customer: { does: 'update' } });
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
      target: noor,
      customer: { does: 'adopt' },
    });
    await between.run(id);
    expect(await between.preview(id)).toMatchObject({
      skips: { code: 'nothing_new', params: {} },
      customer: { does: 'use' },
    });
    between.settings.ab = new Between({ settings: { kinds: ['company'] } }).settings.ab;
    expect(await between.preview(id)).toMatchObject({ skips: 'a person is not in "kinds"', target: noor });
  });

  test('of a customer that is not to be made says so', async () => {
    const between = new Between({ settings: { create: false } });
    expect(await between.preview(between.enter())).toMatchObject({
      skips: expect.stringContaining('"create" is false'),
      target: noor,
      customer: null,
    });
  });

  test('of one without an e-mail address that is skipped shows only it', async () => {
    const between = new Between({ settings: { withoutEmail: 'skip' } });
    expect(await between.preview(between.enter({ email: '' }))).toMatchObject({
      source: { name: 'Noor de Wit' },
      skips: { code: 'email_missing', params: {} },
      target: null,
      customer: null,
    });
  });

  test('fails with the problem that the task would have', async () => {
    const between = new Between({ settings: { vat: { map: {} } } });
    await expect(between.preview(between.enter({ email: '' }))).rejects.toMatchObject({
      code: 'email_missing',
    });
    await expect(between.preview(between.enter())).rejects.toMatchObject({ code: 'choice_missing' });
    await expect(between.preview('a9')).rejects.toMatchObject({ code: 'customer_gone' });
  });
});
