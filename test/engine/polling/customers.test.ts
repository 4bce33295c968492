import { describe, expect, test } from 'vitest';
import { seededCustomers } from '../../../sandbox/jortt/seed.ts';
import { customerSource } from '../../../src/connectors/jortt/customers/source.ts';
import { FakeApi, listOf } from '../../connectors/jortt/fake-api.ts';
import { OfficeApi } from '../../connectors/jortt/office-api.ts';
import { Office } from '../../sandbox/jortt/office.ts';
import { Polling } from './polling.ts';

const dayMs = 86_400_000;

describe('what changed', () => {
  async function begin(count = 0) {
    const office = await Office.open({}, true);
    for (let number = 0; number < count; number++) await office.person({ customer_name: `Person ${number}` });
    const api = new OfficeApi(office);
    const polling = new Polling(api, customerSource, 'customers');
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
    const polling = new Polling(new OfficeApi(office), customerSource, 'customers');
    expect(await polling.keys(office.world.now() - 3 * dayMs)).toHaveLength(4);
  });

  test('is told by a digest that shows nothing', async () => {
    const { office, polling } = await begin();
    await office.person({ email: 'ann@mail.example' });
    await polling.poll();
    expect(polling.versions()).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(JSON.stringify(polling.sql.exec('SELECT * FROM snapshots'))).not.toMatch(/Ann|mail/);
  });
});

test.each([1, 7])('a backfill misses none when %i are deleted while the list is read', async (deleted) => {
  const people = Array.from({ length: 420 }, (_, index) => ({ id: `c${index}`, customer_name: 'Ann' }));
  const all = people.map(({ id }) => id);
  let remove = 0;
  const pages = () => Array.from({ length: 5 }, (_, page) => people.slice(page * 100, page * 100 + 100));
  const api = new FakeApi((call) => {
    const answer = listOf(pages(), call);
    // Those who were read already; the others move over the edge of the page.
    if (call.path === '/v3/customers') people.splice(0, remove);
    return answer;
  });
  const polling = new Polling(api, customerSource, 'customers');
  await polling.poll();
  polling.forgetTasks();
  remove = deleted;
  const keys = await polling.keys(0);
  expect(all.filter((id) => !keys.includes(id))).toEqual([]);
});

test('of a long list a part is read at a time, round and round', async () => {
  const people = Array.from({ length: 2_500 }, (_, index) => ({ id: `c${index}`, customer_name: 'Ann' }));
  const pages = () => Array.from({ length: 25 }, (_, page) => people.slice(page * 100, page * 100 + 100));
  const api = new FakeApi((call) => listOf(pages(), call));
  const polling = new Polling(api, customerSource, 'customers');
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
  polling.forgetTasks();
  expect(await polling.keys(0)).toHaveLength(2_500);
  expect(await calls()).toEqual([20, []]);
});

test('no number of customers is too large', async () => {
  const people = Array.from({ length: 13_000 }, (_, index) => ({ id: `c${index}`, customer_name: 'Ann' }));
  const pages = () => Array.from({ length: 130 }, (_, page) => people.slice(page * 100, page * 100 + 100));
  const api = new FakeApi((call) => listOf(pages(), call));
  const polling = new Polling(api, customerSource, 'customers');
  expect(await polling.keys()).toEqual([]);
  expect(api.calls).toHaveLength(130);
  people.splice(12_950, 1, { id: 'c12950', customer_name: 'Bo' });
  const found: string[] = [];
  for (let window = 0; window < 7; window++) found.push(...(await polling.keys()));
  expect(found).toEqual(['c12950']);
});
