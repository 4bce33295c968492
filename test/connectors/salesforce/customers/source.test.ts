import { expect, test } from 'vitest';
import { customerSource } from '../../../../src/connectors/salesforce/customers/source.ts';
import { changesIn } from '../../read-changes.ts';
import { accountAnswer, contactAnswer } from '../answers.ts';
import { FakeOrg } from '../fake-org.ts';

const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
const at = '2026-03-02T11:30:00.000+0000';
const none = { 'GET .*/deleted/': () => ({ deletedRecords: [] }) };

test('a contact is a customer with what its account says', async () => {
  const api = new FakeOrg({
    queries: { 'FROM Contact WHERE Id = ': () => [{ ...contactAnswer, Account: accountAnswer }] },
  });
  expect(await customerSource.get(api, contactAnswer.Id)).toMatchObject({
    id: contactAnswer.Id,
    kind: 'company',
    company: 'Smit Licht B.V.',
    name: 'Wilma Smit',
    email: 'wilma@example.nl',
    vatNumber: 'NL999999990B57',
    address: { street: 'Dijk 5b', country: 'NL' },
  });
});

test('a private contact is nobody’s customer', async () => {
  const api = new FakeOrg({
    queries: { 'FROM Contact WHERE Id = ': () => [{ ...contactAnswer, AccountId: null, Account: null }] },
  });
  expect(await customerSource.get(api, contactAnswer.Id)).toBeNull();
});

test('a change of an account is one of all its contacts, told alike by either', async () => {
  const contact = {
    Id: contactAnswer.Id,
    AccountId: accountAnswer.Id,
    SystemModstamp: '2026-03-02T11:10:00.000+0000',
    Account: { SystemModstamp: at },
  };
  const api = new FakeOrg({
    routes: none,
    queries: {
      'FROM Contact WHERE SystemModstamp': () => [
        contact,
        { ...contact, Id: '003xx0000000009AAA', AccountId: null, Account: null },
      ],
      'FROM Account WHERE SystemModstamp': () => [{ Id: accountAnswer.Id, SystemModstamp: at }],
      'FROM Contact WHERE AccountId IN': () => [contact, { ...contact, Id: '003xx0000000002AAA' }],
    },
  });
  const changes = await changesIn(customerSource, api, window);
  expect(changes.map(({ key }) => key)).toEqual([contact.Id, contact.Id, '003xx0000000002AAA']);
  expect(changes[0]).toEqual(changes[1]);
  expect(changes[0]?.version).toBeDefined();
});

test('a person’s account is one itself, and its hidden contact is none', async () => {
  const person = { Id: accountAnswer.Id, IsPersonAccount: true, SystemModstamp: at };
  const api = new FakeOrg({
    traits: { personType: '012xx0000000001AAA' },
    routes: none,
    queries: {
      'FROM Contact WHERE SystemModstamp': () => [
        { ...person, Id: contactAnswer.Id, AccountId: accountAnswer.Id },
      ],
      'FROM Account WHERE SystemModstamp': () => [person],
    },
  });
  expect((await changesIn(customerSource, api, window)).map(({ key }) => key)).toEqual([accountAnswer.Id]);
});

test('who was deleted is told', async () => {
  const api = new FakeOrg({
    routes: {
      'GET .*/deleted/': ({ path }) => ({
        deletedRecords: path.includes('Contact') ? [{ id: contactAnswer.Id }] : [],
      }),
    },
  });
  expect(await changesIn(customerSource, api, window)).toEqual([
    { flow: 'customers', key: contactAnswer.Id },
  ]);
});

test('of many in one second each is told once, page by page', async () => {
  const all = Array.from({ length: 1_203 }, (_, index) => ({
    Id: `003xx${String(index).padStart(10, '0')}AAA`,
    SystemModstamp: index < 40 || index > 1_190 ? '2026-03-02T11:29:59.000+0000' : at,
    AccountId: accountAnswer.Id,
    Account: { SystemModstamp: '2026-03-02T11:10:00.000+0000' },
  })).toSorted((a, b) => a.SystemModstamp.localeCompare(b.SystemModstamp) || a.Id.localeCompare(b.Id));
  const instantOf = (stamp: string) => `${stamp.slice(0, 19)}Z`;
  /** What the question says, as an org reads it. */
  const answer = (q: string) => {
    const [, stamp = '', id = ''] = /SystemModstamp = (\S+) AND Id > '(\w+)'/.exec(q) ?? [];
    const [, since = ''] = /SystemModstamp >= (\S+)/.exec(q) ?? [];
    const isBehind = (each: (typeof all)[number]) =>
      instantOf(each.SystemModstamp) > stamp || (instantOf(each.SystemModstamp) === stamp && each.Id > id);
    const wanted = all.filter((each) =>
      stamp === '' ? instantOf(each.SystemModstamp) >= since : isBehind(each),
    );
    return wanted.slice(0, Number(/LIMIT (\d+)/.exec(q)?.[1]));
  };
  const api = new FakeOrg({ routes: none, queries: { 'FROM Contact WHERE .*SystemModstamp': answer } });
  const keys = (await changesIn(customerSource, api, window)).map(({ key }) => key);
  expect(keys).toEqual(all.map(({ Id }) => Id));
  expect(api.asked.filter((q) => q.includes('FROM Contact'))).toHaveLength(3);
});

test('one that changed within a minute of the poll is read again, as a stamp shows no second change of its second', async () => {
  const stamped = (seconds: number) => `2026-03-02T11:59:${String(seconds).padStart(2, '0')}.000+0000`;
  const contact = (number: number, own: string, ofAccount: string) => ({
    Id: `003xx000000000${number}AAA`,
    AccountId: accountAnswer.Id,
    SystemModstamp: own,
    Account: { SystemModstamp: ofAccount },
  });
  const api = new FakeOrg({
    routes: none,
    queries: {
      'FROM Contact WHERE SystemModstamp': () => [
        contact(1, at, at),
        contact(2, stamped(30), at),
        contact(3, at, stamped(55)),
      ],
    },
  });
  const changes = await changesIn(customerSource, api, window);
  expect(changes.map(({ version }) => version !== undefined)).toEqual([true, false, false]);
});
