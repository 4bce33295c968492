import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { ecwid, outside } from './support/outside.ts';
import { customers, invoices, invoicesOf, sahin, sell, sellMany } from './support/shop.ts';
import { hourMs } from './support/virtual-clock.ts';

describe('an object that is evicted', () => {
  it('keeps tasks that are not done, and does them', async () => {
    const subject = await startIntegration();
    const ids = await sellMany(2);
    await subject.sync(...ids);
    await subject.evict();
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(['queued', 'queued']);
    await subject.settle();
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(invoices()).toHaveLength(2);
  });

  it('knows by its link what is booked: one call to the shop and none to the books', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    await subject.evict();
    outside.clear();
    await subject.sync(id);
    await subject.settle();
    expect(outside.calls.map(({ system }) => system)).toEqual(['ecwid']);
    expect((await subject.task(id)).state).toBe('skipped');
    expect(invoicesOf(id)).toHaveLength(1);
  });

  it('knows by its link who a customer is, and makes no second one', async () => {
    const subject = await startIntegration();
    const first = await sell();
    await subject.sync(first.id);
    await subject.settle();
    await subject.evict();
    outside.clear();
    const second = await sell({ buyer: { ...sahin, email: 'Sahin.Yildiz@Example.com' } });
    await subject.sync(second.id);
    await subject.settle();
    expect(customers()).toHaveLength(1);
    expect(invoicesOf(second.id)).toMatchObject([{ customer_id: customers()[0]?.id }]);
  });

  it('keeps the intent of a write that was not answered, and looks before it writes again', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({ system: 'jortt', method: 'POST', path: '/v3/invoices', kind: 'html-after' });
    await subject.sync(id);
    await subject.run();
    expect(await subject.sql("SELECT name, result FROM steps WHERE name LIKE '%order:%'")).toEqual([
      { name: `shop:books:order:${id}`, result: null },
    ]);
    await subject.evict();
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
    expect(outside.count('POST', /invoices$/)).toBe(1);
    expect(await subject.sql('SELECT * FROM steps')).toEqual([]);
  });

  it('shows its activity and its counters as before', async () => {
    const subject = await startIntegration();
    await subject.sync((await sell()).id);
    await subject.settle();
    const before = { activity: await subject.activity(), days: (await subject.view()).days };
    await subject.evict();
    expect({ activity: await subject.activity(), days: (await subject.view()).days }).toEqual(before);
    expect(before.days).toContainEqual(expect.objectContaining({ name: 'done', count: 1 }));
    expect(before.activity).toHaveLength(1);
    const [{ id } = { id: '' }] = before.activity;
    expect((await subject.api('GET', `/activity/${id}`)).body.payload).toMatchObject({
      source: {},
      target: {},
    });
  });

  it('takes the same delivery once, before and after', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.hook(id, { eventId: 'event-1' });
    await subject.settle();
    await subject.evict();
    expect((await subject.hook(id, { eventId: 'event-1' })).status).toBe(200);
    expect(await subject.tasks()).toHaveLength(1);
    expect(await subject.sql('SELECT id FROM hooks')).toEqual([{ id: 'shop:event-1' }]);
  });

  it('uses the access token that it has', async () => {
    const subject = await startIntegration();
    await subject.evict();
    await subject.sync((await sell()).id);
    await subject.settle();
    expect(invoices()).toHaveLength(1);
    expect(outside.count('POST', /oauth\/token$/)).toBe(0);
  });

  it('remembers that a connection is down, and does not call it before the probe is due', async () => {
    const subject = await startIntegration();
    ecwid.change({ suspended: true });
    await subject.sync((await sell()).id);
    await subject.run();
    const [problem] = (await subject.view()).problems;
    expect(problem).toMatchObject({ connection: 'shop', code: 'store_suspended' });
    await subject.evict();
    expect((await subject.view()).problems).toEqual([problem]);
    outside.clear();
    await subject.run();
    expect(outside.calls).toEqual([]);
  });

  it('stays paused: it stores what comes and runs nothing', async () => {
    const subject = await startIntegration();
    await subject.api('POST', '/pause');
    await subject.evict();
    const { id } = await sell();
    expect((await subject.hook(id)).status).toBe(200);
    await subject.settle(hourMs);
    expect(outside.calls).toEqual([]);
    expect(await subject.task(id)).toMatchObject({ state: 'queued' });
    expect((await subject.view()).state).toBe('paused');
    await subject.api('POST', '/resume');
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
  });
});

describe('the directory', () => {
  it('keeps its list when it is evicted', async () => {
    const subject = await startIntegration();
    await evictDirectory();
    const { body } = await koppel('GET', '/api/integrations');
    expect(body.items).toContainEqual(expect.objectContaining({ id: subject.id, state: 'active' }));
  });

  it('has no integration that was never configured, and makes none by a look at it', async () => {
    const subject = new Subject(newId());
    expect((await subject.api('GET')).status).toBe(404);
    expect(await subject.tables()).toEqual({});
    expect(await subject.alarmAt()).toBeNull();
  });
});

function evictDirectory(): Promise<void> {
  return evictDurableObject(env.DIRECTORY.getByName('directory'));
}
