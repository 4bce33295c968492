import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/records/customer.ts';
import { namedIn } from '../connectors/read-changes.ts';
import { firm, less, others, person, Writing, without } from './parted-customers.ts';
import type { Candidate } from './played.ts';

const everybody = [
  ['a person', person],
  ['a company', firm],
] as const;

/** Fields that are filled in by a mapping only, of each system: nobody else knows them. */
const ownFields: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ccv: { reference: 'D-204', costcentre: 'K1', website: 'roos.example' },
  ecwid: { privateAdminNotes: 'Pays late', acceptMarketing: true, customerGroupId: 3300 },
  jortt: { payment_term: 21, website: 'roos.example', additional_information: 'Pays late' },
  magento: { dob: '1980-02-03', gender: 2, fax: '+31 50 9' },
  mijnwebwinkel: {
    description: 'Pays late',
    dateOfBirth: '1980-02-03',
    gender: 'F',
    iban: 'NL00TEST0123456789',
  },
  salesforce: { AccountNumber: 'D-7', Website: 'roos.example', Description: 'Pays late' },
  shopify: { note: 'Pays late', tags: ['vip'], taxExempt: true },
};

/** What every target of customers must do that is told less than all: it says that, and nothing else. */
export function customersByPartConform(candidate: Candidate): void {
  const { target, source } = candidate.connector.customers ?? {};
  if (target === undefined || source === undefined) return;
  const own = ownFields[candidate.connector.id] ?? {};
  const stays: readonly string[] = candidate.cannot?.empty ?? [];
  const start = (seeded = false) => Writing.start(candidate, seeded);

  describe.each(everybody)('customers by part: %s', (_who, customer) => {
    it.each([
      ['done', true],
      ['lost', false],
    ])(
      'whose create breaks off at a call that is %s is made whole once it is found',
      async (_what, isDone) => {
        for (let left = 0, isBroken = true; isBroken; left++) {
          const writing = await start();
          const { played } = writing;
          played.line = { left, isDone };
          const failure: unknown = await writing.create(customer, own).then(
            () => null,
            (error: unknown) => error,
          );
          isBroken = failure !== null;
          played.line = null;
          const body = writing.body(customer, own);
          const found = await target.find(played.api(), [customer.email ?? '']);
          const [made] = [...found.values()].flat();
          if (made === undefined) continue;
          // What was made is looked for only where nobody knows whether it was.
          if (isBroken) expect(failure, `after ${left} calls`).toMatchObject({ kind: 'outcome-unknown' });
          await target.complete?.(played.api(), made, body);
          expect(await writing.stands(made.id), `after ${left} calls`).toMatchObject(
            writing.said(customer, own),
          );
        }
      },
    );

    it('stands as it was said, in the same form, and is read as it stands', async () => {
      const writing = await start();
      const id = await writing.create(customer, own);
      const said = writing.said(customer, own);
      const stands = await writing.stands(id);
      expect(stands).toMatchObject(said);
      for (const name of Object.keys(own)) expect(said, name).toHaveProperty(name);
      const existing = await writing.existing(id);
      const { record, said: again } = await writing.read(id);
      expect(existing.record).toEqual(record);
      expect(again).toEqual(without(said, Object.keys(own)));
      expect(target.isUpToDate(existing, writing.body(customer, own))).toBe(true);
    });

    it('is given another value of each part, and keeps all the others', async () => {
      for (const [part, change] of Object.entries(others)) {
        const writing = await start();
        if (customer.kind === 'person' && part === 'reverseCharge') continue;
        const changed = { ...customer, ...change };
        if (writing.said(customer)[part] === undefined && writing.said(changed)[part] === undefined) continue;
        const id = await writing.create(customer, own);
        const before = await writing.stands(id);
        if (isFixed(candidate, part)) {
          await expect(writing.update(id, changed, [part]), part).rejects.toMatchObject({ kind: 'rejected' });
          expect(await writing.stands(id), part).toEqual(before);
          continue;
        }
        await writing.update(id, changed, [part]);
        const after = await writing.stands(id);
        const said = writing.said(changed);
        expect(after[part], part).toEqual(said[part]);
        expect(without(after, [part]), part).toEqual(without(before, [part]));
        expect((await writing.read(id)).said[part], part).toEqual(said[part]);
      }
    });

    it('keeps what somebody has changed since it was read', async () => {
      for (const [mine, change] of Object.entries(others)) {
        for (const [theirs, edit] of Object.entries(others)) {
          if (
            mine === theirs ||
            customer.kind === 'person' ||
            isFixed(candidate, mine) ||
            isFixed(candidate, theirs)
          )
            continue;
          const writing = await start();
          const said = writing.said({ ...customer, ...change });
          const edited = writing.said({ ...customer, ...edit });
          if (said[mine] === undefined || edited[theirs] === undefined) continue;
          const id = await writing.create(customer, own);
          const existing = await writing.existing(id);
          await writing.update(id, { ...customer, ...edit }, [theirs]);
          await writing.update(id, { ...customer, ...change }, [mine], { existing });
          const stands = await writing.stands(id);
          expect(stands[mine], `${mine} over ${theirs}`).toEqual(said[mine]);
          expect(stands[theirs], `${theirs} under ${mine}`).toEqual(edited[theirs]);
        }
      }
    });

    it('is told nothing by an update of nothing', async () => {
      const writing = await start();
      const id = await writing.create(customer, own);
      const before = await writing.existing(id);
      await writing.update(id, { ...customer, phone: '+1', name: 'Someone Else' }, []);
      expect(target.partsIn(await writing.existing(id))).toEqual(target.partsIn(before));
    });
  });

  describe('customers by part: what is taken away', () => {
    it.each(less)('is empty when it is read again: %s', async (_what, part, from, to) => {
      const writing = await start();
      if (writing.said(from)[part] === undefined) return;
      const id = await writing.create(from, own);
      expect((await writing.read(id)).said).toHaveProperty(part);
      const before = await writing.stands(id);
      await writing.update(id, to, [part]);
      if (stays.includes(part)) {
        expect(await writing.stands(id)).toEqual(before);
        return;
      }
      // Not to shift VAT is what there is where nobody says it.
      expect([undefined, false]).toContain((await writing.read(id)).said[part]);
      expect(without(await writing.stands(id), [part])).toEqual(without(before, [part]));
    });

    it('is empty when it is read again: the second line of an address', async () => {
      const writing = await start();
      const id = await writing.create(firm);
      const { extra: _, ...address } = firm.address;
      await writing.update(id, { ...firm, address }, ['address']);
      const { record } = await writing.read(id);
      expect(record.address).toMatchObject(address);
      expect(record.address.extra).toBeUndefined();
    });

    it('is empty when it is read again: what a mapping filled in', async () => {
      const writing = await start();
      const id = await writing.create(firm, own);
      await writing.update(id, firm, Object.keys(own));
      const written = writing.said(firm, own);
      const stands = await writing.stands(id);
      for (const name of Object.keys(own)) expect(stands[name], name).not.toEqual(written[name]);
    });

    it('is empty when it is read again: all at once', async () => {
      const writing = await start();
      const id = await writing.create(firm);
      const bare = { ...firm, name: '', firstName: undefined, lastName: undefined };
      const parts = ['phone', 'contact', 'vatNumber', 'cocNumber', 'language'];
      const gone = parts.filter((part) => !stays.includes(part));
      await writing.update(
        id,
        { ...bare, phone: undefined, vatNumber: undefined, cocNumber: undefined, language: undefined },
        parts,
      );
      const { said } = await writing.read(id);
      expect(Object.keys(said)).not.toEqual(expect.arrayContaining([expect.stringMatching(gone.join('|'))]));
      expect(said).toMatchObject({ kind: 'company', name: firm.company });
    });
  });

  describe.runIf(isFixed(candidate, 'kind'))('customers by part: the kind, where it stays what it is', () => {
    it.each([
      ['a firm', firm, person],
      ['a person', person, firm],
    ])('of %s is told, and nothing is changed', async (_who, before, after) => {
      const writing = await start();
      const id = await writing.create(before, own);
      const stood = await writing.stands(id);
      await expect(writing.update(id, after, ['kind', 'name'])).rejects.toMatchObject({
        kind: 'rejected',
        code: 'customer_kind_differs',
      });
      expect(await writing.stands(id)).toEqual(stood);
    });
  });

  describe.runIf(!isFixed(candidate, 'kind'))('customers by part: the kind', () => {
    it('leaves nothing of a firm with whom has become a person, also of what nobody says', async () => {
      for (const parts of [
        ['kind', 'name', 'contact'],
        ['kind', 'name'],
      ]) {
        const writing = await start();
        const id = await writing.create(firm, own);
        await writing.update(id, person, parts);
        const { record, said } = await writing.read(id);
        expect(record).toMatchObject({ kind: 'person', name: person.name, phone: firm.phone });
        expect([record.company, record.vatNumber, record.cocNumber]).toEqual([
          undefined,
          undefined,
          undefined,
        ]);
        expect(said).toMatchObject({ kind: 'person', name: person.name });
        expect(await writing.stands(id)).not.toHaveProperty('vatNumber');
        expect((await writing.stands(id)).address).toEqual(writing.said(person).address);
      }
    });

    it('makes a firm of a person, with all that is said of it', async () => {
      const writing = await start();
      const id = await writing.create(person, own);
      await writing.update(id, firm, ['kind', 'name', 'contact', 'vatNumber', 'cocNumber']);
      expect(await writing.stands(id)).toMatchObject(writing.said(firm));
      const { record } = await writing.read(id);
      expect(record).toMatchObject({ kind: 'company', company: firm.company, vatNumber: firm.vatNumber });
    });

    it('changes alone without taking the name away', async () => {
      const writing = await start();
      const alone = { ...firm, company: person.name, name: '', firstName: undefined, lastName: undefined };
      const id = await writing.create(alone);
      await writing.update(id, person, ['kind']);
      expect(await writing.stands(id)).toMatchObject({ kind: 'person', name: person.name });
      await writing.update(id, alone, ['kind']);
      expect(await writing.stands(id)).toMatchObject({ kind: 'company', name: person.name });
    });
  });

  describe('customers by part: one customer', () => {
    it.each<[string, Partial<Customer>]>([
      ['in capitals', { email: 'EEF@Dijkhuis.Example ' }],
      ['with a VAT number in dots', { vatNumber: 'nl 8123.45.678.b01' }],
      ['with a name that is split otherwise', { firstName: 'Eef van', lastName: 'der Post' }],
      [
        'with blanks about',
        { phone: ' +31501234567 ', company: ' Touwslagerij  Roos B.V.', name: ' Eef van der  Post' },
      ],
    ])('is the same %s', async (_how, change) => {
      const writing = await start();
      const id = await writing.create(firm);
      expect(await writing.stands(id)).toMatchObject(writing.said({ ...firm, ...change }));
      const other = await writing.create({
        ...firm,
        ...change,
        email: `other.${change.email ?? firm.email}`,
      });
      expect(without(await writing.stands(other), ['email'])).toEqual(
        without(await writing.stands(id), ['email']),
      );
    });

    it('without a name says none, and one that is there stays', async () => {
      const writing = await start();
      const nameless = { ...person, name: '', firstName: undefined, lastName: undefined };
      expect(writing.said(nameless)).not.toHaveProperty('name');
      const id = await writing.create(nameless);
      expect(await writing.stands(id)).not.toHaveProperty('name');
      const change = isFixed(candidate, 'email') ? { phone: '+32 2 2' } : { email: 'eef@elders.example' };
      await writing.update(id, { ...nameless, ...change }, Object.keys(change));
      expect(await writing.stands(id)).toMatchObject(change);
      expect(await writing.stands(id)).not.toHaveProperty('name');
      await writing.update(id, person, ['name']);
      expect(await writing.stands(id)).toMatchObject({ name: person.name });
    });
  });

  it('every customer that it has stands as its own source reads it', async () => {
    const writing = await start(true);
    const everything = { since: new Date(0), until: new Date(Date.now() + 3_600_000) };
    const keys = (await namedIn('customers', source, writing.played.api(), everything)).map(({ key }) => key);
    let looked = 0;
    for (const key of new Set(keys)) {
      const record = await source.get(writing.played.api(), key);
      if (record === null) continue;
      const existing = await writing.existing(key);
      expect(existing.record, key).toEqual(record);
      const said = writing.saidOrNull({ ...record, id: undefined });
      if (said === null) continue;
      looked++;
      expect(target.partsIn(existing), key).toMatchObject(said);
    }
    expect(looked).toBeGreaterThan(0);
  });
}

/** Whether a part stays as it was when the customer was made. */
function isFixed({ cannot }: Candidate, part: string): boolean {
  return cannot?.change?.some((each) => each === part) === true;
}
