import { describe, expect, test } from 'vitest';
import { seededCustomers } from '../../../../sandbox/jortt/seed.ts';
import { customerSource } from '../../../../src/connectors/jortt/customers/source.ts';
import { customerFromWire } from '../../../../src/connectors/jortt/customers/to-record.ts';
import { customerWire } from '../../../../src/connectors/jortt/customers/wire.ts';
import { customer as customerRecord } from '../../../../src/records/customer.ts';
import { Office } from '../../../sandbox/jortt/office.ts';
import { FakeApi, listOf } from '../fake-api.ts';
import { customer as wire } from '../invoice-payload.ts';
import { OfficeApi } from '../office-api.ts';
import { Polling } from '../polling.ts';

const dayMs = 86_400_000;

function read(fields: Record<string, unknown> = {}) {
  return customerRecord.parse(customerFromWire(customerWire.parse({ ...wire, ...fields })));
}

describe('a customer', () => {
  test('that is a company has its contact', () => {
    expect(read()).toMatchObject({
      kind: 'company',
      name: 'Afdeling inkoop',
      company: 'Molen De Nieuwe Hoop B.V.',
      cocNumber: '00000001',
      reverseCharge: false,
    });
    expect(read({ attn: null })).toMatchObject({ name: '', company: 'Molen De Nieuwe Hoop B.V.' });
  });

  test('that is a person has the parts of the name', () => {
    const person = { is_private: true, customer_name: 'Ann Berg', first_name: 'Ann', last_name: 'Berg' };
    expect(read(person)).toMatchObject({
      kind: 'person',
      name: 'Ann Berg',
      firstName: 'Ann',
      lastName: 'Berg',
    });
    expect(read(person).company).toBeUndefined();
  });

  test('says nothing by what Jortt fills in itself', () => {
    expect(read({ invoice_language: 'nl' }).language).toBeUndefined();
    const none = { address_street: null, address_postal_code: ' ', address_city: null };
    expect(read({ ...none, address_extra_information: null }).address).toEqual({});
  });

  test('may shift VAT', () => {
    expect(read({ shift_vat: true }).reverseCharge).toBe(true);
  });
});

describe('by its id', () => {
  test('a customer is read, unless it is archived, deleted or none', async () => {
    const office = await Office.open({}, true);
    const api = new OfficeApi(office);
    expect(await customerSource.get(api, seededCustomers.anna)).toMatchObject({ name: 'Anna Verhoef' });
    expect(await customerSource.get(api, seededCustomers.archived)).toBeNull();
    await office.lever('DELETE', `/customers/${seededCustomers.anna}`);
    expect(await customerSource.get(api, seededCustomers.anna)).toBeNull();
    expect(await customerSource.get(api, '17')).toBeNull();
  });
});

describe('what changed', () => {
  async function begin(count = 0) {
    const office = await Office.open({}, true);
    for (let number = 0; number < count; number++) await office.person({ customer_name: `Person ${number}` });
    const api = new OfficeApi(office);
    const polling = new Polling(api, customerSource);
    expect(await polling.poll()).toEqual([]);
    return { office, api, polling };
  }

  test('is a customer that is new, and one that is edited', async () => {
    const { office, polling } = await begin();
    const made = await office.person();
    await office.lever('PATCH', `/customers/${seededCustomers.joanna}`, { email: 'jo@mail.example' });
    expect((await polling.keys()).sort()).toEqual([made, seededCustomers.joanna].sort());
    expect(await polling.keys()).toEqual([]);
  });

  test('is none that is archived or deleted, and one that is brought back', async () => {
    const { office, polling } = await begin();
    await office.lever('PATCH', `/customers/${seededCustomers.joanna}`, { archived: true });
    await office.lever('DELETE', `/customers/${seededCustomers.anna}`);
    expect(await polling.keys()).toEqual([]);
    await office.lever('PATCH', `/customers/${seededCustomers.joanna}`, { archived: false });
    expect(await polling.keys()).toEqual([seededCustomers.joanna]);
  });

  test('since an earlier day is everybody but the archived, as nothing tells when', async () => {
    const { office, polling } = await begin(150);
    const since = office.world.now() - 3 * dayMs;
    expect(await polling.keys(since)).toHaveLength(154);
    expect(await polling.keys()).toEqual([]);
  });

  test('at the very first may be asked for since an earlier day too', async () => {
    const office = await Office.open({}, true);
    const polling = new Polling(new OfficeApi(office), customerSource);
    expect(await polling.keys(office.world.now() - 3 * dayMs)).toHaveLength(4);
  });

  test('is told by a digest that shows nothing', async () => {
    const { office, polling } = await begin();
    await office.person({ email: 'ann@mail.example' });
    const [change] = await polling.poll();
    expect(change?.version).toMatch(/^[0-9a-f]{16}$/);
    expect(polling.memory).not.toMatch(/Ann|mail/);
  });
});

test('of a long list a part is read at a time, round and round', async () => {
  const people = Array.from({ length: 2_500 }, (_, index) => ({ id: `c${index}`, customer_name: 'Ann' }));
  const pages = () => Array.from({ length: 25 }, (_, page) => people.slice(page * 100, page * 100 + 100));
  const api = new FakeApi((call) => listOf(pages(), call));
  const polling = new Polling(api, customerSource);
  const calls = async () => {
    const before = api.calls.length;
    const keys = await polling.keys();
    return [api.calls.length - before, keys];
  };
  expect(await calls()).toEqual([25, []]);
  const change = (index: number) => people.splice(index, 1, { id: `c${index}`, customer_name: 'Bo' });
  change(3);
  change(2_400);
  expect(await calls()).toEqual([20, ['c3']]);
  change(4);
  expect(await calls()).toEqual([5, ['c2400']]);
  expect(await calls()).toEqual([20, ['c4']]);
  // Asked for everything, it begins anew.
  expect(await polling.keys(0)).toHaveLength(2_500);
  expect(await calls()).toEqual([20, []]);
});

test('what can be remembered has an end', async () => {
  const api = new FakeApi((call) =>
    listOf(
      Array.from({ length: 130 }, (_, page) => [{ id: `00000000-0000-4000-8000-${page}` }]),
      call,
    ),
  );
  const polling = new Polling(api, customerSource);
  await polling.poll();
  expect(api.calls).toHaveLength(100);
});
