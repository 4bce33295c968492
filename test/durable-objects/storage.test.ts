import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { Seal } from '../../src/engine/privacy/sealing.ts';
import { credentials } from '../support/integration-document.ts';
import { firstTables } from './support/first-tables.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { logged } from './support/outside.ts';
import { invoices, invoicesOf, sell } from './support/shop.ts';
import { clock, hourMs } from './support/virtual-clock.ts';

describe('the storage of an object', () => {
  it('is as it was when it is opened again', async () => {
    const subject = await startIntegration({ every: '15m' });
    await subject.hook((await sell()).id);
    await subject.settle(1_000);
    const before = await subject.tables();
    await subject.evict();
    await subject.view();
    expect(await subject.tables()).toEqual(before);
    expect(before.meta).toContainEqual({ name: 'schema', value: expect.stringMatching(/^\d+$/) });
  });

  it('of the first release opens with what it holds, and goes on', async () => {
    const subject = new Subject(newId());
    const { id, gross, tax } = await sell();
    await fillAsFirstRelease(subject, { id, gross, tax });
    await subject.evict();
    const view = await subject.view();
    expect(view).toMatchObject({ name: 'Old shop', state: 'active', counts: { queued: 1 } });
    await subject.stub.wake();
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
    expect((await subject.view()).counts).toMatchObject({ queued: 0, done: 1 });
    await subject.hook(id, { eventId: 'taken-before' });
    expect((await subject.view()).counts).toMatchObject({ queued: 0 });
    const latest = await (await startIntegration()).tables();
    expect(Object.keys(await subject.tables()).toSorted()).toEqual(Object.keys(latest).toSorted());
    const schema = (rows: unknown) =>
      (rows as { name: string }[] | undefined)?.find(({ name }) => name === 'schema');
    expect(schema((await subject.tables()).meta)).toEqual(schema(latest.meta));
  });

  it('of a newer release is not touched: the answer is an error without details', async () => {
    const subject = await startIntegration();
    await subject.sql("UPDATE meta SET value = '999' WHERE name = 'schema'");
    await subject.evict();
    const answer = await subject.api('GET');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal_error' } });
    expect(answer.text).not.toContain('999');
    expect((await subject.hook('A1')).status).toBe(500);
    expect((await koppel('GET', '/health')).status).toBe(200);
    expect(logged.some((line) => line.includes('request_failed'))).toBe(true);
  });

  it('of one integration cannot be read with the sealed values of another', async () => {
    const [one, other] = [await startIntegration(), await startIntegration()];
    const [stolen] = await one.sql("SELECT credentials FROM connections WHERE name = 'books'");
    await other.sql(
      "UPDATE connections SET credentials = ?, account = NULL, token = NULL WHERE name = 'books'",
      String(stolen?.credentials),
    );
    await other.evict();
    await other.stub.wake();
    await other.sync((await sell()).id);
    await other.settle(hourMs);
    expect((await other.view()).problems).toMatchObject([{ connection: 'books', code: 'secret_unreadable' }]);
    expect(invoices()).toEqual([]);
    await other.configure();
    await other.settle();
    expect(invoices()).toHaveLength(1);
  });
});

/** A queued order, a taken delivery and a flow that lives on webhooks, in the tables as they first were. */
async function fillAsFirstRelease(subject: Subject, order: { id: string; gross: string; tax: string }) {
  const seal = await Seal.fromKeys(env.ENCRYPTION_KEY);
  const sealed = (name: 'shop' | 'books') =>
    seal.seal(`${subject.id}/connections/${name}/credentials`, credentials[name]);
  const [shop, books] = [await sealed('shop'), await sealed('books')];
  const now = clock.now();
  const document = {
    name: 'Old shop',
    connections: {
      shop: { connector: 'ecwid', credentials: { storeId: '1003' } },
      books: { connector: 'jortt', credentials: { clientId: 'sandbox-client' } },
    },
    flows: [{ flow: 'orders', from: 'shop', to: 'books', enabled: true, settings: {}, mapping: {} }],
    retentionDays: 14,
  };
  const flow = 'orders:shop:books';
  const rows: [string, ...(string | number)[]][] = [
    ["INSERT INTO meta VALUES ('schema', '1'), ('document', ?)", JSON.stringify(document)],
    [
      "INSERT INTO connections (name, connector, credentials) VALUES ('shop', 'ecwid', ?), ('books', 'jortt', ?)",
      shop,
      books,
    ],
    [
      "INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at) VALUES (?1, ?2, 'queued', ?3, ?3, ?3)",
      flow,
      order.id,
      now,
    ],
    ['INSERT INTO cursors (flow, since, next_at) VALUES (?, ?, ?)', flow, now, Number.MAX_SAFE_INTEGER],
    ["INSERT INTO hooks VALUES ('shop:taken-before', ?)", now],
  ];
  await runInDurableObject(subject.stub, (_, { storage }) => {
    for (const statement of firstTables) storage.sql.exec(statement);
    for (const [statement, ...values] of rows) storage.sql.exec(statement, ...values);
  });
}
