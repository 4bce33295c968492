import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IntegrationObject } from '../../durable-objects/integration.ts';
import { credentials } from '../support/integration-document.ts';
import { koppel, newId, Subject } from './support/harness.ts';
import { ecwid, jortt, logged } from './support/outside.ts';
import { sell } from './support/shop.ts';
import { clock, minuteMs } from './support/virtual-clock.ts';

type Way = 'shop to books' | 'books to shop';

const made: Subject[] = [];

/** Others over the same accounts would be asked too. */
afterEach(async () => {
  for (const { id } of made.splice(0)) await koppel('DELETE', `/api/integrations/${id}`);
});

function documentOf(way: Way) {
  const [from, to] = way.split(' to ');
  return {
    name: way,
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.shop },
      books: { connector: 'jortt', credentials: credentials.books },
    },
    flows: [{ flow: 'orders', from, to, every: '24h', settings: {} }],
  };
}

/** It carries the customers of the books to the shop, and no orders. */
async function startPeople(): Promise<Subject> {
  const people = new Subject(newId());
  made.push(people);
  const flows = [{ flow: 'customers', from: 'books', to: 'shop', every: '1m', settings: {} }];
  const answer = await koppel('PUT', `/api/integrations/${people.id}`, {
    ...documentOf('books to shop'),
    flows,
  });
  if (answer.status !== 200) throw new Error(answer.text);
  await people.settle(2 * minuteMs);
  return people;
}

function put({ id }: Subject, way: Way) {
  return koppel('PUT', `/api/integrations/${id}`, documentOf(way));
}

/** Its accounts are read. */
async function start(way: Way): Promise<Subject> {
  const subject = new Subject(newId());
  made.push(subject);
  const answer = await put(subject, way);
  if (answer.status !== 200) throw new Error(answer.text);
  await subject.settle(minuteMs / 2);
  return subject;
}

/** The webshop's sale, booked by the one; the invoice's id. */
async function booked(maker: Subject): Promise<string> {
  const { id } = await sell();
  await maker.sync(id);
  await maker.settle(minuteMs / 2);
  const invoice = jortt.state().invoices.find(({ reference }) => reference === id);
  if (invoice === undefined) throw new Error('not booked');
  return invoice.id;
}

/** What the other makes of it. */
async function tellOf(reader: Subject, invoice: string): Promise<string | undefined> {
  await reader.sync(invoice);
  await reader.settle(minuteMs / 2);
  return (await reader.activity()).find(({ key }) => key === invoice)?.reason;
}

function shopOrders(): number {
  return (ecwid.state() as { orders: unknown[] }).orders.length;
}

function directoryObject() {
  return env.DIRECTORY.get(env.DIRECTORY.idFromName('directory'));
}

async function loseDirectory(): Promise<void> {
  await runInDurableObject(directoryObject(), (_, state) => state.storage.deleteAll());
  await evictDurableObject(directoryObject());
}

const own = 'created by Koppel itself: what it creates is never carried further';

describe('two integrations whose orders come back through each other', () => {
  it('ask each other whose an order is', async () => {
    const maker = await start('shop to books');
    const reader = await start('books to shop');
    expect(await tellOf(reader, await booked(maker))).toBe(own);
    expect(shopOrders()).toBe(1);
  });

  it('are warned of in the answer and on the page, and not refused', async () => {
    const maker = await start('shop to books');
    const reader = await start('books to shop');
    const answer = await put(reader, 'books to shop');
    expect(answer.status).toBe(200);
    const { warnings } = answer.body as { warnings: { code: string; message: string }[] };
    expect(warnings.find(({ code }) => code === 'orders_ring')?.message).toContain(maker.id);
    expect((await maker.api('GET')).body).toMatchObject({
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'orders_ring' })]),
    });
    for (const path of ['/status.json', '/api/integrations']) {
      expect((await koppel('GET', path)).text).not.toMatch(/"relations"|"accounts"/);
    }
  });

  it('learn of a new one at once, though they knew of none a moment before', async () => {
    const reader = await start('books to shop');
    const [stranger] = await invoicesByHand(1);
    expect(await tellOf(reader, stranger ?? '')).toBe('booked');
    const knownAt = clock.now();
    const maker = await start('shop to books');
    const invoice = await booked(maker);
    // By no call from outside, which would have it look anew.
    await reader.sql(
      `INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at, asked)
       VALUES ('orders:books:shop', ?1, 'queued', ?2, ?2, ?2, 1)`,
      ...[invoice, clock.now()],
    );
    await runDurableObjectAlarm(reader.stub);
    expect(clock.now() - knownAt).toBeLessThan(minuteMs);
    expect((await reader.activity()).find(({ key }) => key === invoice)?.reason).toBe(own);
  });

  it('are told once more by one that died before they were told of it', async () => {
    const reader = await start('books to shop');
    const [stranger] = await invoicesByHand(1);
    const forget = vi.spyOn(IntegrationObject.prototype, 'forgetSiblings');
    const told: number[] = [];
    forget.mockImplementation(async () => {
      told.push(clock.now());
      throw new Error('unreachable');
    });
    const maker = await start('shop to books');
    const { id } = await sell();
    await maker.sync(id);
    await maker.run();
    expect(await maker.task(id)).toMatchObject({ state: 'waiting', problem: { code: 'sibling_silent' } });
    expect(jortt.state().invoices.map((invoice) => invoice.id)).toEqual([stranger]);
    await maker.die();
    const before = told.length;
    forget.mockRestore();
    const heard = vi.spyOn(IntegrationObject.prototype, 'forgetSiblings');
    await maker.settle(15 * minuteMs);
    expect([before > 0, heard.mock.calls.length > 0]).toEqual([true, true]);
    const invoice = jortt.state().invoices.find(({ reference }) => reference === id);
    expect(await tellOf(reader, invoice?.id ?? '')).toBe(own);
    heard.mockRestore();
  });

  it('know each other from before when the directory has lost all', async () => {
    const maker = await start('shop to books');
    const reader = await start('books to shop');
    const first = await booked(maker);
    expect(await tellOf(reader, first)).toBe(own);
    const second = await booked(maker);
    await loseDirectory();
    await reader.evict();
    expect(await tellOf(reader, second)).toBe(own);
  });

  it('ask each other for whom a customer was made', async () => {
    const people = await startPeople();
    const maker = await start('shop to books');
    const invoice = await booked(maker);
    await people.settle(5 * minuteMs);
    const id = jortt.state().invoices.find((each) => each.id === invoice)?.customer_id;
    const told = (await people.activity()).find(({ key }) => key === id);
    expect(told?.reason).toBe('created in the target for an order: not kept in step');
  });

  it('ask by a mark of its address, and by nothing else of a person, for whom a customer may be made', async () => {
    const people = await startPeople();
    const maker = await start('shop to books');
    await maker.sql(
      "INSERT INTO steps (name, task, intended_at) VALUES ('shop:books:customer:w1', 0, ?1)",
      clock.now() - minuteMs,
    );
    const asked = vi.spyOn(IntegrationObject.prototype, 'customerKnown');
    await invoicesByHand(1);
    await people.settle(5 * minuteMs);
    const questions = asked.mock.calls.map(([account, ...question]) => [account.connector, ...question]);
    asked.mockRestore();
    const id = jortt.state().customers.at(-1)?.id;
    expect(questions.slice(0, 2)).toEqual([
      ['jortt', id, expect.any(Number), undefined],
      ['jortt', id, expect.any(Number), [expect.stringMatching(/^[\w-]{24}$/)]],
    ]);
    expect(JSON.stringify(questions)).not.toContain('@');
  });

  it('wait for one that does not answer', async () => {
    const maker = await start('shop to books');
    const reader = await start('books to shop');
    const invoice = await booked(maker);
    const broken = vi
      .spyOn(IntegrationObject.prototype, 'ownWorkIn')
      .mockRejectedValue(new Error('overloaded'));
    await reader.sync(invoice);
    await reader.settle(minuteMs / 2);
    expect(await reader.task(invoice)).toMatchObject({
      state: 'waiting',
      problem: { code: 'sibling_silent' },
    });
    broken.mockRestore();
    await reader.settle(15 * minuteMs);
    expect((await reader.task(invoice)).state).toBe('skipped');
    expect(shopOrders()).toBe(1);
  });

  it('do not wait for one that is deleted', async () => {
    const maker = await start('shop to books');
    const reader = await start('books to shop');
    const [first, second] = await invoicesByHand(2);
    expect(await tellOf(reader, first ?? '')).toBe('booked');
    await koppel('DELETE', `/api/integrations/${maker.id}`);
    expect(await tellOf(reader, second ?? '')).toBe('booked');
    await reader.evict();
    clock.pass(2 * minuteMs);
    const [third] = await invoicesByHand(1);
    expect(await tellOf(reader, third ?? '')).toBe('booked');
    expect(await reader.sql("SELECT value FROM meta WHERE name = 'siblings'")).toEqual([{ value: '[]' }]);
  });

  it('leave to each other what they made when they are deleted', async () => {
    const maker = await start('shop to books');
    const reader = await start('books to shop');
    const invoice = await booked(maker);
    await koppel('DELETE', `/api/integrations/${maker.id}`);
    expect(await tellOf(reader, invoice)).toBe(own);
    expect(shopOrders()).toBe(1);
  });

  it('tell nothing of accounts or people to the directory or to each other', async () => {
    const maker = await start('shop to books');
    const reader = await start('books to shop');
    await tellOf(reader, await booked(maker));
    const entries = await runInDurableObject(directoryObject(), (_, state) => state.storage.list());
    const kept = await reader.sql("SELECT value FROM meta WHERE name = 'siblings'");
    expect(JSON.stringify(kept)).toContain(maker.id);
    for (const text of [JSON.stringify([...entries]), JSON.stringify(kept), ...logged]) {
      expect(text).not.toMatch(/@|Yıldız|"1003"/);
    }
  });
});

async function invoicesByHand(count: number): Promise<string[]> {
  const body = JSON.stringify({ count });
  const response = await jortt.control().request('/invoices', { method: 'POST', body });
  return ((await response.json()) as { ids: string[] }).ids;
}
