/** An e-mail address that more than one customer has, where customers are kept in step. */
import { describe, expect, test } from 'vitest';
import { messageOf } from '../told.ts';
import { FakeSystem, type Row } from './fake-system.ts';
import { Between, fingerprint, noor, unanswered } from './harness.ts';

const vat = { zon: 'BE0403170701', maan: 'NL812345678B01' };
const zon = { kind: 'company', company: 'De Zon B.V.', street: 'Werf 4' };
const maan = { kind: 'company', company: 'De Maan B.V.', street: 'Plein 8' };

function strict(): Between {
  return new Between({ b: new FakeSystem('b', { sharesEmails: false }) });
}

const standing = ({ b }: Between): Row[] => [...b.rows.values()];

describe('customers with one address', () => {
  test.each([
    ['two companies', zon, maan],
    ['a company and a private person', zon, {}],
    ['a private person and a company', {}, zon],
    ['one name with two VAT numbers', { ...zon, vatNumber: vat.zon }, { ...zon, vatNumber: vat.maan }],
  ])('are as many in the target: %s', async (_what, one, other) => {
    const between = new Between();
    const [first, second] = [between.enter(one), between.enter(other)];
    await between.run(first);
    await between.run(second);
    expect(standing(between)).toEqual([
      { ...noor, ...one },
      { ...noor, ...other },
    ]);
    for (const [id, row] of [
      [first, one],
      [second, other],
    ] as const) {
      between.a.edit(id, { phone: `+31 ${id}` });
      await between.run(id);
      expect(standing(between)).toContainEqual({ ...noor, ...row, phone: `+31 ${id}` });
    }
    expect(between.b.rows.size).toBe(2);
  });

  test('are as many when both are new at once', async () => {
    const between = new Between();
    await Promise.all(
      [between.enter(zon), between.enter(maan), between.enter()].map((id) => between.run(id)),
    );
    expect(between.b.rows.size).toBe(3);
  });

  test.each([
    ['another company', maan],
    ['a private person', {}],
  ])(
    'park %s where the target allows an address once, naming both; nothing is overwritten',
    async (_what, other) => {
      const between = strict();
      const [first, second] = [between.enter(zon), between.enter(other)];
      await between.run(first);
      const problem = await between.problem(second);
      expect(problem).toMatchObject({ kind: 'rejected', code: 'customer_ambiguous' });
      expect(messageOf(problem)).toMatch(/a2.*b1/);
      expect(JSON.stringify(problem.toData())).not.toMatch(/noor|zon|maan/i);
      expect(standing(between)).toEqual([{ ...noor, ...zon }]);
      between.a.edit(first, { phone: '+31 38 1' });
      expect(await between.run(first)).toMatchObject({ reason: { code: 'updated' } });
    },
  );

  test('are still one when the source has one of them twice', async () => {
    const between = new Between();
    const ids = [between.enter(zon), between.enter({ ...zon, company: 'de zon bv' })];
    await between.run(ids[0] ?? '');
    expect(await between.problem(ids[1] ?? '')).toMatchObject({ code: 'email_shared' });
    const withNumber = between.enter({ ...zon, vatNumber: vat.zon });
    expect(await between.problem(withNumber)).toMatchObject({ code: 'email_shared' });
    expect(standing(between)).toEqual([{ ...noor, ...zon }]);
  });

  test('come to rest where they go both ways', async () => {
    const between = new Between({ back: {} });
    for (const row of [zon, maan, {}]) between.enter(row);
    await between.rest();
    expect(between.b.rows.size).toBe(3);
    between.b.edit('b2', { phone: '+31 50 2' });
    await between.rest();
    expect(between.a.row('a2')).toMatchObject({ company: maan.company, phone: '+31 50 2' });
    expect(between.a.rows.size).toBe(3);
  });
});

describe('a customer that the target has', () => {
  test('is told by its VAT number, else by its name', async () => {
    const between = new Between();
    const at = (row: Row) => between.b.enter({ ...noor, ...row });
    const [, byNumber, byName] = [
      at({ ...zon, vatNumber: vat.maan }),
      at({ ...zon, company: 'Zonnestraal', vatNumber: vat.zon }),
      at(maan),
    ];
    const run = async (row: Row) => between.run(between.enter(row));
    expect(await run({ ...zon, vatNumber: vat.zon, phone: '1' })).toMatchObject({ targetId: byNumber });
    expect(await run({ ...maan, company: 'De Maan', phone: '2' })).toMatchObject({ targetId: byName });
    expect(between.b.rows.size).toBe(3);
  });

  test('twice under one name, with two VAT numbers, parks one that states none, naming both', async () => {
    const between = new Between();
    const ids = [vat.zon, vat.maan].map((vatNumber) => between.b.enter({ ...noor, ...zon, vatNumber }));
    const before = structuredClone(standing(between));
    const problem = await between.problem(between.enter({ ...zon, phone: '1' }));
    expect(problem).toMatchObject({ code: 'customer_ambiguous', params: { ids } });
    expect(standing(between)).toEqual(before);
  });

  test('and has put away is not written to, though somebody else with the address is in use', async () => {
    const between = new Between();
    between.b.enter({ ...noor, ...zon, archived: true });
    between.b.enter({ ...noor, ...maan });
    const before = structuredClone(standing(between));
    expect(await between.run(between.enter({ ...zon, phone: '1' }))).toMatchObject({
      reason: { code: 'archived' },
    });
    expect(standing(between)).toEqual(before);
  });
});

/** Turns what is linked into what a version of before would have linked, with a fingerprint of the body as a whole. */
async function asBefore(between: Between): Promise<void> {
  const [emailFingerprint] = between.people;
  const written = between.links.get('ab customer to:b1');
  if (!written) throw new Error('not linked');
  const whole = await fingerprint(between.b.row('b1'));
  for (const [key, link] of [...between.links]) {
    if (!key.startsWith('ab customer id:')) between.links.delete(key);
    else between.links.set(key, { ...link, fingerprint: whole, facts: {} });
  }
  between.links.set(`ab customer ${emailFingerprint}`, { ...written, fingerprint: whole });
}

describe('a customer that is linked', () => {
  test.each([
    ['a company', {}, zon],
    ['a private person', zon, { kind: 'person', company: undefined }],
  ])('and became %s is one in the target too', async (_what, before, after) => {
    const between = new Between();
    const id = between.enter(before);
    await between.run(id);
    between.a.edit(id, { ...after, phone: '1' });
    expect(await between.run(id)).toMatchObject({ targetId: 'b1', reason: { code: 'updated' } });
    expect(standing(between)).toEqual([between.a.row(id)]);
  });

  test.each([
    ['a company', {}, zon],
    ['a private person', zon, { kind: 'person', company: undefined }],
  ])(
    'by a version of before and became %s is parked, and goes on once it is one there',
    async (_what, before, after) => {
      const between = new Between();
      const id = between.enter(before);
      await between.run(id);
      await asBefore(between);
      between.a.edit(id, { ...after, phone: '1' });
      const problem = await between.problem(id);
      expect(problem).toMatchObject({
        kind: 'rejected',
        code: 'customer_kind_differs',
        params: { id: 'b1' },
      });
      expect(messageOf(problem)).toContain('b1');
      expect(standing(between)).toEqual([{ ...noor, ...before }]);
      between.b.edit('b1', { kind: after.kind });
      expect(await between.run(id)).toMatchObject({ targetId: 'b1' });
      expect(standing(between)).toMatchObject([{ kind: after.kind, street: 'Werf 4' }]);
    },
  );

  test('is the same under another name and VAT number, and its old name is free', async () => {
    const between = new Between();
    const id = between.enter(zon);
    await between.run(id);
    between.a.edit(id, { ...maan, vatNumber: vat.maan });
    expect(await between.run(id)).toMatchObject({ targetId: 'b1', reason: { code: 'updated' } });
    expect(await between.run(between.enter(zon))).toMatchObject({ reason: { code: 'created' } });
    expect(between.b.rows.size).toBe(2);
  });

  test('changes to an address that somebody else has, where two may have it', async () => {
    const shared = 'post@dijkhuis.example';
    for (const [between, expected] of [
      [new Between(), { kind: 'done', targetId: 'b1' }],
      [strict(), { code: 'email_taken' }],
    ] as const) {
      const id = between.enter(zon);
      await between.run(id);
      between.b.enter({ ...noor, ...maan, email: shared });
      between.a.edit(id, { email: shared });
      const ended = await between.run(id).catch((problem: unknown) => problem);
      expect(ended).toMatchObject(expected);
      expect(between.b.row('b2')).toMatchObject({ company: maan.company, street: maan.street });
    }
  });
});

test('a create that was not answered is found again by who it is', async () => {
  const between = new Between();
  between.b.enter({ ...noor, phone: 'by hand' });
  const id = between.enter(zon);
  between.b.trouble = (call, when) => {
    if (call === 'create' && when === 'after') throw unanswered();
  };
  expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
  between.b.trouble = () => undefined;
  between.b.indexed = false;
  expect(await between.problem(id)).toMatchObject({ kind: 'wait' });
  between.b.indexed = true;
  expect(await between.run(id)).toMatchObject({ kind: 'done', reason: { code: 'created' } });
  expect(standing(between)).toMatchObject([{ phone: 'by hand' }, { company: zon.company }]);
  expect(between.steps.size).toBe(0);
});

describe('a link of before, under the address alone', () => {
  test('still says whose it is, and lets another customer with the address be one', async () => {
    const between = new Between();
    const first = between.enter(zon);
    await between.run(first);
    await asBefore(between);
    between.forgetCalls();
    expect(await between.run(first)).toMatchObject({ reason: { code: 'nothing_new' } });
    expect(between.calls).toEqual(['read a1']);
    expect(await between.problem(between.enter(zon))).toMatchObject({ code: 'email_shared' });
    expect(await between.run(between.enter(maan))).toMatchObject({ reason: { code: 'created' } });
    between.a.edit(first, { phone: '1' });
    expect(await between.run(first)).toMatchObject({ targetId: 'b1', reason: { code: 'updated' } });
    expect(between.links.get('ab customer to:b1')).toMatchObject({ facts: { source: first } });
  });
});
