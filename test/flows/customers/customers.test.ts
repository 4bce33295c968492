import { describe, expect, test } from 'vitest';
import { messageOf, reasonTold } from '../told.ts';
import type { Row } from './fake-system.ts';
import { Between, noor, type Settings } from './harness.ts';

/** What B holds of one new customer. */
async function made(row: Row, settings: Settings = {}, mapping: Record<string, string> = {}): Promise<Row> {
  const between = new Between({ settings, mapping });
  await between.run(between.enter(row));
  return between.b.row('b1');
}

describe('a new customer', () => {
  test('is made with three calls and looked at once, and known from then on: its notices cost one', async () => {
    const between = new Between();
    const id = between.enter();
    expect(await between.run(id)).toEqual({
      kind: 'done',
      targetId: 'b1',
      reason: { code: 'created', params: {} },
    });
    expect(between.calls).toEqual(['read a1', 'find', 'create', 'get b1']);
    expect(between.b.row('b1')).toEqual(noor);
    between.forgetCalls();
    expect(await between.run(id)).toEqual({ kind: 'skipped', reason: { code: 'nothing_new', params: {} } });
    expect(between.calls).toEqual(['read a1']);
  });

  test('is shown with both sides', async () => {
    const between = new Between();
    await between.run(between.enter());
    expect(between.kept.get('source')).toMatchObject({ id: 'a1', name: 'Noor de Wit' });
    expect(between.kept.get('target')).toEqual(noor);
  });

  test('is not made with "create": false', async () => {
    const between = new Between({ settings: { create: false } });
    const outcome = await between.run(between.enter());
    expect(outcome).toEqual({ kind: 'skipped', reason: { code: 'not_created', params: {} } });
    expect([between.b.rows.size, between.links.size]).toEqual([0, 0]);
  });

  test('leaves no journal behind, and nothing of the person in links', async () => {
    const between = new Between({ back: {} });
    await between.run(between.enter());
    expect(between.steps.size).toBe(0);
    expect(JSON.stringify([[...between.links], between.people])).not.toMatch(/noor|example|Kade|Wit/i);
  });
});

describe('a customer that the target has', () => {
  test('is updated, and keeps what the merchant wrote there', async () => {
    const between = new Between();
    between.b.enter({ email: 'noor@example.com', name: 'N. de Wit', note: 'Friend' });
    const outcome = await between.run(between.enter());
    expect(outcome).toEqual({ kind: 'done', targetId: 'b1', reason: { code: 'updated', params: {} } });
    expect(between.b.row('b1')).toEqual({ ...noor, note: 'Friend' });
  });

  test('is linked and not written to when it says all of it already', async () => {
    const between = new Between();
    between.b.enter({ ...noor, note: 'Friend' });
    const outcome = await between.run(between.enter());
    expect(outcome).toEqual({ kind: 'skipped', reason: { code: 'already_so', params: {} } });
    expect(between.b.writes).toEqual([]);
    between.forgetCalls();
    await between.run('a1');
    expect(between.calls).toEqual(['read a1']);
  });

  test('follows every change of the source', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.a.edit(id, { street: 'Gracht 3' });
    between.forgetCalls();
    expect(await between.run(id)).toMatchObject({ reason: { code: 'updated', params: {} } });
    expect(between.calls).toEqual(['read a1', 'get b1', 'update b1', 'get b1']);
    expect(between.b.row('b1').street).toBe('Gracht 3');
  });

  test('is left as it is with "update": false, until that is allowed', async () => {
    const between = new Between({ settings: { update: false } });
    between.b.enter({ email: 'noor@example.com', name: 'N. de Wit' });
    const id = between.enter();
    const left = { kind: 'skipped', reason: { code: 'not_updated', params: {} } };
    expect(await between.run(id)).toEqual(left);
    expect(await between.run(id)).toEqual(left);
    expect(between.b.writes).toEqual([]);
    between.settings.ab = new Between().settings.ab;
    expect(await between.run(id)).toMatchObject({ reason: { code: 'updated', params: {} } });
    expect(between.b.row('b1').name).toBe('Noor de Wit');
  });

  test('is written again when settings or mapping are changed', async () => {
    const between = new Between();
    await between.run(between.enter());
    between.mapping.ab = { note: "'From ' & customer.name" };
    expect(await between.run('a1')).toMatchObject({ reason: { code: 'updated', params: {} } });
    expect(between.b.row('b1').note).toBe('From Noor de Wit');
  });

  test('is made anew when it was deleted there and a person asks for it', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.rows.delete('b1');
    between.a.edit(id, { phone: '+31 38 111111' });
    expect(await between.problem(id)).toMatchObject({ code: 'customer_gone' });
    between.asked = true;
    expect(await between.run(id)).toEqual({
      kind: 'done',
      targetId: 'b2',
      reason: { code: 'created', params: {} },
    });
  });

  test('is left alone when it is archived there', async () => {
    const between = new Between();
    between.b.enter({ email: 'noor@example.com', archived: true });
    expect(await between.run(between.enter())).toEqual({
      kind: 'skipped',
      reason: { code: 'archived', params: {} },
    });
    expect([between.b.writes, between.links.size]).toEqual([[], 0]);
  });

  test('is the one in use when the linked one was archived since', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.b.edit('b1', { archived: true });
    between.a.edit(id, { phone: '+31 38 111111' });
    expect(await between.run(id)).toEqual({ kind: 'skipped', reason: { code: 'archived', params: {} } });
    between.b.enter({ email: 'noor@example.com' });
    expect(await between.run(id)).toEqual({
      kind: 'done',
      targetId: 'b2',
      reason: { code: 'updated', params: {} },
    });
    between.forgetCalls();
    expect(await between.run(id)).toEqual({ kind: 'skipped', reason: { code: 'nothing_new', params: {} } });
    expect(between.b.row('b1').phone).toBe('+31 38 000000');
  });
});

describe('who does not leave', () => {
  test.each([
    [{ kinds: ['company' as const] }, {}, 'kind_excluded', 'a person is not in "kinds"'],
    [{ kinds: ['person' as const] }, { kind: 'company' }, 'kind_excluded', 'a company is not in "kinds"'],
    [{ countries: ['DE', 'BE'] }, {}, 'country_excluded', 'country NL is not in "countries"'],
    [{ countries: ['DE'] }, { country: undefined }, 'country_excluded', 'has no country'],
    [{ withoutEmail: 'skip' as const }, { email: undefined }, 'email_missing', 'has no e-mail address'],
    [{ withoutEmail: 'skip' as const }, { email: ' ' }, 'email_missing', 'has no e-mail address'],
  ])('with %j, %j is skipped: %s', async (settings, row, code, words) => {
    const between = new Between({ settings });
    const { kind, reason } = await between.run(between.enter(row));
    expect({ kind, code: reason.code, words: reasonTold(reason) }).toEqual({ kind: 'skipped', code, words });
    expect(between.b.calls).toEqual([]);
  });

  test('those that the filters name do', async () => {
    const settings: Settings = { kinds: ['person'], countries: ['DE', 'NL'], withoutEmail: 'skip' };
    expect(await made({}, settings)).toEqual(noor);
  });

  test.each([undefined, '', '  '])('without an e-mail address (%j) a customer is parked', async (email) => {
    const between = new Between();
    expect(await between.problem(between.enter({ email }))).toMatchObject({
      kind: 'rejected',
      code: 'email_missing',
    });
    expect(between.b.calls).toEqual([]);
  });

  test('one that is gone from the source is skipped, and stays in the target', async () => {
    const between = new Between();
    const id = between.enter();
    await between.run(id);
    between.a.rows.delete(id);
    expect(await between.run(id)).toEqual({ kind: 'skipped', reason: { code: 'gone', params: {} } });
    expect(between.b.rows.size).toBe(1);
  });

  test('two systems that cannot do it say so', async () => {
    const between = new Between();
    const context = between.context(between.enter(), 'ab');
    const { customers: _none, ...connector } = between.b.connector;
    const { customers } = await import('../../../src/flows/customers/index.ts');
    await expect(
      customers.run({ ...context, target: { ...context.target, connector } }),
    ).rejects.toMatchObject({ code: 'flow_unsupported' });
  });
});

describe('settings and mapping', () => {
  test('the class goes by kind, and by kind and country where that is named', async () => {
    const classification = { map: { person: 'p', company: 'c', 'company DE': 'german' } };
    const of = async (row: Row) => (await made(row, { classification })).group;
    expect(await of({})).toBe('p');
    expect(await of({ kind: 'company' })).toBe('c');
    expect(await of({ kind: 'company', country: 'DE' })).toBe('german');
    expect(await of({ country: 'DE' })).toBe('p');
    const forced = { classification: { ...classification, force: 'all' } };
    expect((await made({ kind: 'company', country: 'DE' }, forced)).group).toBe('all');
    const fallback = { classification: { map: { 'company DE': 'german' }, default: 'rest' } };
    expect((await made({ kind: 'company', country: undefined }, fallback)).group).toBe('rest');
  });

  test('VAT code and revenue account go by country', async () => {
    const settings: Settings = {
      vat: { map: { NL: 'home', none: 'unknown' }, default: 'abroad' },
      revenueAccount: { map: { NL: '8000' }, default: '8010' },
    };
    expect(await made({}, settings)).toMatchObject({ vatCode: 'home', account: '8000' });
    expect(await made({ country: 'BE' }, settings)).toMatchObject({ vatCode: 'abroad', account: '8010' });
    expect(await made({ country: undefined }, settings)).toMatchObject({ vatCode: 'unknown' });
  });

  test.each([
    [{ classification: { map: { company: 'c' } } }, '"classification" has no entry for "person"'],
    [{ vat: { map: { BE: 'x' } } }, '"vat" has no entry for "NL"'],
    [{ revenueAccount: { map: { BE: 'x' } } }, '"revenueAccount" has no entry for "NL"'],
  ])('with %j the missing entry parks and is named', async (settings, words) => {
    const between = new Between({ settings });
    const problem = await between.problem(between.enter());
    expect(problem).toMatchObject({ kind: 'rejected', code: 'choice_missing' });
    expect(messageOf(problem)).toContain(words);
    expect(between.b.calls).toEqual([]);
  });

  test('mapping stands above constants, and both above the settings', async () => {
    const settings: Settings = { classification: { force: 'set' }, fixed: { group: 'fixed', note: 'fixed' } };
    expect(await made({}, settings)).toMatchObject({ group: 'fixed', note: 'fixed' });
    const mapping = { group: 'customer.kind', tags: '[customer.address.country]' };
    expect(await made({}, settings, mapping)).toMatchObject({ group: 'person', note: 'fixed', tags: ['NL'] });
  });
});
