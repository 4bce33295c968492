import { describe, expect, test } from 'vitest';
import type { CustomerDraft, JsonObject } from '../../../../src/connectors/contract/target.ts';
import { customerTarget } from '../../../../src/connectors/salesforce/customers/target.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { wordsOf } from '../../../../src/records/own-words.ts';
import type { Problem } from '../../../../src/records/problem.ts';
import { findAll } from '../../../support/fake-api.ts';
import { accountAnswer, contactAnswer } from '../answers.ts';
import { accountWith, FakeOrg } from '../fake-org.ts';

type Traits = Readonly<Record<string, string | undefined>>;

const persons = { personType: '012xx0000000001AAA' };

const company: Customer = {
  id: '7',
  kind: 'company',
  email: 'wilma@example.nl',
  name: 'Wilma Smit',
  company: 'Smit Licht B.V.',
  vatNumber: 'NL999999990B57',
  phone: '+31 229 555 017',
  address: { street: 'Dijk 5b', extra: 'Achterom', postalCode: '1621 AA', city: 'Hoorn', country: 'NL' },
};
const person: Customer = {
  id: '8',
  kind: 'person',
  email: 'noor@example.nl',
  name: 'Noor de Wit',
  firstName: 'Noor',
  lastName: 'de Wit',
  address: { country: 'NL' },
};

function bodyOf(customer: Customer, traits: Traits = {}, fields: CustomerDraft['fields'] = {}) {
  return customerTarget.toWire({ customer, fields }, accountWith(traits));
}

describe('what is made', () => {
  test('of a company is an account with a contact, both or none', async () => {
    const api = new FakeOrg();
    const { id } = await customerTarget.create(api, bodyOf(company, {}, { AccountNumber: 'D-1' }));
    expect(id).toMatch(/^003/);
    expect(api.calls).toHaveLength(1);
    expect(api.calls[0]?.body).toMatchObject({ allOrNone: true });
    expect(api.parts).toEqual([
      {
        method: 'POST',
        url: '/services/data/v66.0/sobjects/Account',
        referenceId: 'account',
        body: {
          Name: 'Smit Licht B.V.',
          Phone: '+31 229 555 017',
          BillingStreet: 'Dijk 5b\nAchterom',
          BillingPostalCode: '1621 AA',
          BillingCity: 'Hoorn',
          BillingCountry: 'Netherlands',
          AccountNumber: 'D-1',
          VatNumber__c: 'NL999999990B57',
        },
      },
      {
        method: 'POST',
        url: '/services/data/v66.0/sobjects/Contact',
        referenceId: 'contact',
        body: { AccountId: '@{account.id}', FirstName: 'Wilma', LastName: 'Smit', Email: 'wilma@example.nl' },
      },
    ]);
  });

  test('of a person is one account where the org has such: with a record type, and no name of its own', async () => {
    const api = new FakeOrg({ traits: persons });
    const { id } = await customerTarget.create(api, bodyOf(person, persons));
    expect(id).toMatch(/^001/);
    expect(api.parts.map(({ body }) => body)).toEqual([
      {
        RecordTypeId: persons.personType,
        FirstName: 'Noor',
        LastName: 'de Wit',
        PersonEmail: 'noor@example.nl',
        BillingCountry: 'Netherlands',
      },
    ]);
    // A company in the same org is an account and a contact still.
    expect(bodyOf(company, persons)).toMatchObject({
      account: { Name: 'Smit Licht B.V.' },
      contact: { LastName: 'Smit' },
    });
  });

  test('of a person elsewhere is an account that is called as its contact', () => {
    expect(bodyOf(person)).toEqual({
      account: { Name: 'Noor de Wit', BillingCountry: 'Netherlands' },
      contact: { FirstName: 'Noor', LastName: 'de Wit', Email: 'noor@example.nl' },
    });
  });

  test.each([
    ['Cher', 'Cher', { LastName: 'Cher' }],
    ['', 'noor@example.nl', { LastName: 'noor@example.nl' }],
    ['noor@example.nl', 'noor@example.nl', { LastName: 'noor@example.nl' }],
  ])('of somebody who is called “%s” has some last name', (name, called, names) => {
    const { firstName: _, lastName: __, ...nameless } = person;
    expect(bodyOf({ ...nameless, name })).toMatchObject({ account: { Name: called }, contact: names });
  });

  test('of a company without a contact, or one that is called as the company, names nobody', () => {
    for (const name of ['', 'Smit Licht B.V.', 'SMIT  licht b.v.'])
      expect(bodyOf({ ...company, name }).contact).toEqual({ LastName: '-', Email: 'wilma@example.nl' });
  });

  test('says no number in a field that may not be written, and takes none away', async () => {
    const closed = { closed: 'Account.VatNumber__c' };
    expect(bodyOf(company, closed).account).not.toHaveProperty('vatNumber');
    const api = new FakeOrg({
      traits: closed,
      queries: { 'FROM Contact WHERE Id IN': () => [{ ...contactAnswer, Account: accountAnswer }] },
    });
    const stands = await customerTarget.get(api, contactAnswer.Id);
    if (stands === null) throw new Error('it is not there');
    expect(customerTarget.partsIn(stands)).not.toHaveProperty('vatNumber');
    expect(stands.identity.vatNumber).toBe('NL999999990B57');
    expect(stands.record).toMatchObject({ vatNumber: 'NL999999990B57' });
  });

  test('says no VAT number where the org has no field for it', () => {
    expect(JSON.stringify(bodyOf(company, { vatNumberField: undefined }))).not.toContain('NL999');
  });

  test('needs the fields that the org wants, which are named', () => {
    const traits = { requiredOfAccount: 'Name,Region__c', requiredOfContact: 'LastName,Language__c' };
    const missing = (fields: CustomerDraft['fields']) => {
      try {
        return bodyOf(company, traits, fields);
      } catch (error) {
        return (error as { params: unknown }).params;
      }
    };
    expect(missing({})).toMatchObject({ object: 'Account', fields: ['Region__c'] });
    const custom = { Region__c: 'Noord' };
    expect(missing({ custom })).toMatchObject({ object: 'Contact', fields: ['Language__c'] });
    expect(missing({ custom, contactCustom: { Language__c: 'nl' } })).toMatchObject({
      account: custom,
      contact: { Language__c: 'nl' },
    });
  });
});

describe('a duplicate rule', () => {
  const refused = (...ids: string[]) => [
    {
      errorCode: 'DUPLICATES_DETECTED',
      message: 'Use one of these records?',
      duplicateResut: { matchResults: [{ matchRecords: ids.map((Id) => ({ record: { Id } })) }] },
    },
  ];
  const refuses = ({ referenceId }: { referenceId: string }) =>
    referenceId === 'account' ? refused(accountAnswer.Id) : undefined;

  test('that names a record with the same address leads to that one', async () => {
    const api = new FakeOrg({
      refuses,
      queries: {
        'FROM Contact WHERE Email IN': () => [{ Id: contactAnswer.Id }],
        'FROM Contact WHERE Id IN': () => [{ ...contactAnswer, Account: accountAnswer }],
      },
    });
    expect(await customerTarget.create(api, bodyOf(company))).toEqual({ id: contactAnswer.Id });
  });

  test('that names one with a similar name only parks, with that one named', async () => {
    const api = new FakeOrg({ refuses });
    await expect(customerTarget.create(api, bodyOf(company))).rejects.toMatchObject({
      kind: 'rejected',
      code: 'duplicate_rule',
      params: { ids: [accountAnswer.Id] },
    });
  });

  test('is overridden by a setting alone', async () => {
    const header = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };
    const saving = new FakeOrg({ traits: { duplicates: 'save' } });
    await customerTarget.create(saving, bodyOf(company));
    expect(saving.parts.map(({ httpHeaders }) => httpHeaders)).toEqual([header, header]);
    const plain = new FakeOrg();
    await customerTarget.create(plain, bodyOf(company));
    expect(plain.parts.every(({ httpHeaders }) => httpHeaders === undefined)).toBe(true);
  });
});

describe('customers are found', () => {
  const row = { ...contactAnswer, Account: accountAnswer };

  test('by exactly their address, which stands in no address of a call', async () => {
    const other = { ...row, Id: '003xx0000000002AAA', Email: 'WILMA@example.nl' };
    const third = { ...row, Id: '003xx0000000003AAA', Email: 'nl' };
    const api = new FakeOrg({
      queries: {
        'FROM Contact WHERE Email IN': () => [{ Id: row.Id }, { Id: other.Id }, { Id: third.Id }],
        'FROM Contact WHERE Id IN': () => [row, other, third],
      },
    });
    const found = await findAll(customerTarget, api, 'Wilma@Example.nl');
    expect(found.map(({ id }) => id)).toEqual([row.Id, other.Id]);
    expect(found[0]?.record).toMatchObject({
      kind: 'company',
      company: 'Smit Licht B.V.',
      name: 'Wilma Smit',
    });
    expect(found[0]?.identity).toEqual({
      kind: 'company',
      name: 'Smit Licht B.V.',
      vatNumber: 'NL999999990B57',
      contact: 'Wilma Smit',
    });
    expect(JSON.stringify(api.calls.map(({ path, query }) => [path, query]))).not.toMatch(/wilma/i);
  });

  test('among people’s accounts too, and not by their hidden contacts, nor by private ones', async () => {
    const noor = {
      ...accountAnswer,
      Id: '001xx0000000002AAA',
      IsPersonAccount: true,
      FirstName: 'Noor',
      LastName: 'de Wit',
      PersonEmail: 'noor@example.nl',
      Name: 'Noor de Wit',
    };
    const api = new FakeOrg({
      traits: persons,
      queries: {
        'FROM Contact WHERE Email IN': () => [{ Id: '003xx0000000001AAA' }, { Id: '003xx0000000002AAA' }],
        'FROM Contact WHERE Id IN': () => [
          { ...row, Email: 'noor@example.nl', Account: noor },
          { ...row, Email: 'noor@example.nl', AccountId: null, Account: null },
        ],
        'FROM Account WHERE PersonEmail IN': () => [{ Id: noor.Id }],
        'FROM Account WHERE Id IN': () => [noor],
      },
    });
    const found = await findAll(customerTarget, api, 'noor@example.nl');
    expect(found.map(({ id, record }) => [id, record?.kind])).toEqual([[noor.Id, 'person']]);
    expect(api.calls).toHaveLength(3);
    const nobody = new FakeOrg({ traits: persons });
    expect(await findAll(customerTarget, nobody, 'noor@example.nl')).toEqual([]);
    expect(nobody.calls).toHaveLength(1);
  });

  test('by their id, or that of whom they were merged into', async () => {
    const left = { ...row, Id: '003xx0000000002AAA' };
    const api = new FakeOrg({
      queries: {
        'FROM Contact WHERE Id IN': (q) => (q.includes(left.Id) ? [left] : []),
        'SELECT MasterRecordId': (q) =>
          q.includes(row.Id) ? [{ MasterRecordId: left.Id }] : [{ MasterRecordId: null }],
      },
    });
    expect((await customerTarget.get(api, row.Id))?.id).toBe(left.Id);
    expect(await customerTarget.get(api, '003xx0000000003AAA')).toBeNull();
    expect(await customerTarget.get(api, 'x')).toBeNull();
  });
});

describe('what is written over one that stands there', () => {
  const stored = async (account: JsonObject = {}, contact: JsonObject = {}, traits: Traits = {}) => {
    const api = new FakeOrg({
      traits,
      queries: {
        'FROM Contact WHERE Id IN': () => [
          { ...contactAnswer, ...contact, Account: { ...accountAnswer, ...account } },
        ],
      },
    });
    const found = await customerTarget.get(api, contactAnswer.Id);
    if (found === null) throw new Error('it is not there');
    return { api, found };
  };
  /** What an update of these parts says of each record. */
  async function written(
    customer: Customer,
    parts: readonly string[],
    account: JsonObject = {},
    contact: JsonObject = {},
  ) {
    const { api, found } = await stored(account, contact);
    await customerTarget.update(api, found, customerTarget.narrowed(bodyOf(customer), new Set(parts), found));
    return { account: api.written('account')[0], contact: api.written('contact')[0] };
  }

  test('is nothing where it says the same, however a country is written', async () => {
    const { api, found } = await stored();
    const same = {
      ...company,
      address: { street: 'Dijk 5b', postalCode: '1621 AA', city: 'Hoorn', country: 'NL' },
    };
    expect(customerTarget.isUpToDate(found, bodyOf(same))).toBe(true);
    expect(customerTarget.partsIn(found)).toEqual(customerTarget.partsOf(bodyOf(same)));
    expect(customerTarget.isUpToDate(found, bodyOf({ ...same, phone: '1' }))).toBe(false);
    expect(api.parts).toEqual([]);
  });

  test('is what differs, both records in one call', async () => {
    const moved = { ...company, name: 'Wilma Bakker', phone: '020' };
    expect(await written(moved, ['contact', 'phone'])).toEqual({
      account: { Phone: '020' },
      contact: { LastName: 'Bakker' },
    });
  });

  test('is emptied where it was taken away', async () => {
    const { vatNumber: _, phone: __, ...bare } = company;
    expect(
      await written({ ...bare, name: '', address: {} }, ['vatNumber', 'phone', 'contact', 'address']),
    ).toEqual({
      account: {
        VatNumber__c: null,
        Phone: null,
        BillingStreet: null,
        BillingPostalCode: null,
        BillingCity: null,
        BillingCountry: null,
      },
      contact: { FirstName: null, LastName: '-' },
    });
  });

  test('leaves nothing of an address before, but a country that nobody says', async () => {
    const at = { ...company, address: { street: 'Werf 1', city: 'Urk' } };
    expect((await written(at, ['address'])).account).toEqual({
      BillingStreet: 'Werf 1',
      BillingCity: 'Urk',
      BillingPostalCode: null,
    });
  });

  test('renames a private customer in both records, and a company in one', async () => {
    const names = { Name: 'Noor de Wit', VatNumber__c: null };
    const noor = { FirstName: 'Noor', LastName: 'de Wit' };
    const renamed = { ...person, name: 'Noor Bakker', lastName: 'Bakker' };
    expect(await written(renamed, ['name'], names, noor)).toEqual({
      account: { Name: 'Noor Bakker' },
      contact: { LastName: 'Bakker' },
    });
    expect(await written({ ...company, company: 'Smit B.V.' }, ['name'])).toEqual({
      account: { Name: 'Smit B.V.' },
    });
  });

  test('makes a person of a company, without what makes a company; and the reverse', async () => {
    expect(await written(person, ['kind', 'name'])).toEqual({
      account: { Name: 'Noor de Wit', VatNumber__c: null },
      contact: { FirstName: 'Noor', LastName: 'de Wit' },
    });
    // A name that is not said stays, and goes along to where a person has it.
    expect(await written(person, ['kind'])).toEqual({
      account: { VatNumber__c: null },
      contact: { FirstName: 'Smit', LastName: 'Licht B.V.' },
    });
    const names = [
      { Name: 'Noor de Wit', VatNumber__c: null },
      { FirstName: 'Noor', LastName: 'de Wit' },
    ] as const;
    expect(await written(company, ['kind', 'name'], ...names)).toEqual({
      account: { Name: 'Smit Licht B.V.' },
    });
    expect(await written(company, ['kind'], ...names)).toEqual({
      contact: { FirstName: null, LastName: '-' },
    });
  });

  test('names no contact of a company that is called as the company is, as it would be a person then', async () => {
    const bare = { VatNumber__c: null };
    const called = { ...company, company: 'Wilma Smit' };
    const nobody = { FirstName: null, LastName: '-' };
    expect(await written(called, ['name'], bare)).toEqual({
      account: { Name: 'Wilma Smit' },
      contact: nobody,
    });
    const named = { Name: 'Wilma Smit' };
    const { vatNumber: _, ...without } = called;
    expect(await written(without, ['vatNumber'], named)).toEqual({
      account: { VatNumber__c: null },
      contact: nobody,
    });
    // A VAT number tells that it is a business all the same.
    expect(await written(called, ['name'])).toEqual({ account: { Name: 'Wilma Smit' } });
  });

  test('is refused where a person’s account would become a company', async () => {
    const noor = {
      ...accountAnswer,
      IsPersonAccount: true,
      FirstName: 'Noor',
      LastName: 'de Wit',
      PersonEmail: 'noor@example.nl',
    };
    const api = new FakeOrg({ traits: persons, queries: { 'FROM Account WHERE Id IN': () => [noor] } });
    const found = await customerTarget.get(api, noor.Id);
    if (found === null) throw new Error('it is not there');
    expect(() => customerTarget.narrowed(bodyOf(company, persons), new Set(['kind']), found)).toThrow(
      expect.objectContaining({ code: 'customer_kind_differs' }),
    );
    const body = customerTarget.narrowed(
      bodyOf({ ...person, lastName: 'Bakker', name: 'Noor Bakker', email: 'nieuw@example.nl' }, persons),
      new Set(['name', 'email']),
      found,
    );
    await customerTarget.update(api, found, body);
    expect(api.parts).toMatchObject([
      {
        method: 'PATCH',
        url: `/services/data/v66.0/sobjects/Account/${noor.Id}`,
        body: { LastName: 'Bakker', PersonEmail: 'nieuw@example.nl' },
      },
    ]);
  });

  test.each([
    ['a company', company, {}],
    ['a person', person, {}],
    ['a person with an account', person, persons],
    ['a company without a contact', { ...company, name: '' }, {}],
  ])('of %s is at rest once it is written', async (_, customer, traits) => {
    const { account, contact } = bodyOf(customer, traits) as { account: JsonObject; contact?: JsonObject };
    const { vatNumber, ...fields } = account;
    const own = {
      ...accountAnswer,
      ...Object.fromEntries(Object.keys(accountAnswer).map((name) => [name, null])),
      ...fields,
      Id: accountAnswer.Id,
      VatNumber__c: vatNumber ?? null,
      IsPersonAccount: contact === undefined,
    };
    const api = new FakeOrg({
      traits,
      queries: {
        'FROM Contact WHERE Id IN': () => [
          { Id: contactAnswer.Id, AccountId: own.Id, ...contact, Account: own },
        ],
        'FROM Account WHERE Id IN': () => [own],
      },
    });
    const found = await customerTarget.get(api, contact === undefined ? accountAnswer.Id : contactAnswer.Id);
    if (found === null) throw new Error('it is not there');
    expect(customerTarget.partsIn(found)).toEqual(customerTarget.partsOf(bodyOf(customer, traits)));
    expect(found.record).toMatchObject({ kind: customer.kind, email: customer.email, name: customer.name });
  });
});

describe('a number that the org wants of one account alone, and that another one has', () => {
  const taken = [
    {
      errorCode: 'DUPLICATE_VALUE',
      message: 'duplicate value found: VatNumber__c',
      fields: ['VatNumber__c'],
    },
  ];
  const refusing = () =>
    new FakeOrg({
      refuses: ({ referenceId }) => (referenceId === 'account' ? taken : undefined),
      queries: {
        'FROM Contact WHERE Id': () => [
          { ...contactAnswer, Account: { ...accountAnswer, VatNumber__c: null } },
        ],
      },
    });
  const rejected = {
    ...{ kind: 'rejected', code: 'refused' },
    params: { systemCode: 'DUPLICATE_VALUE', fields: ['VatNumber__c'] },
  };

  test('is for a person, in the words of the org, where it is to be made', async () => {
    const problem = await customerTarget.create(refusing(), bodyOf(company)).catch((error: unknown) => error);
    expect(problem).toMatchObject(rejected);
    expect(wordsOf(problem as Problem)).toContain('duplicate value found');
  });

  test('is for a person where it is to be changed', async () => {
    const api = refusing();
    const stored = await customerTarget.get(api, contactAnswer.Id);
    if (stored === null) throw new Error('it is not there');
    await expect(customerTarget.update(api, stored, bodyOf(company))).rejects.toMatchObject(rejected);
  });
});
