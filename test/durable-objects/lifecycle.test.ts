import { describe, expect, it } from 'vitest';
import { koppel, startIntegration } from './support/harness.ts';
import { outside } from './support/outside.ts';
import { customers, invoices, invoicesOf, sell, sellMany } from './support/shop.ts';
import { clock, dayMs, hourMs, secondMs } from './support/virtual-clock.ts';

describe('a sync', () => {
  it('of some keys brings those, and no others', async () => {
    const subject = await startIntegration();
    const [first = '', , third = ''] = await sellMany(3);
    const { body } = await subject.api('POST', '/sync', { flow: 'orders', keys: [first, third, first] });
    expect(body.queued).toBe(3);
    await subject.settle();
    expect(
      invoices()
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual([first, third].toSorted());
  });

  it('since a moment brings everything that changed since, and shows how far it is', async () => {
    const old = await sellMany(2);
    clock.pass(3 * dayMs);
    const within = [...(await sellMany(3))];
    clock.pass(2 * dayMs);
    const subject = await startIntegration();
    expect(await subject.tasks()).toEqual([]);
    const since = new Date(clock.now() - 4 * dayMs).toISOString();
    expect((await subject.api('POST', '/sync', { flow: 'orders', since })).status).toBe(200);
    expect((await subject.view()).progress).toMatchObject([{ pulledUntil: since, reading: false }]);
    await subject.settle();
    expect(new Set(invoices().map(({ reference }) => reference))).toEqual(new Set(within));
    expect(invoices().some(({ reference }) => old.includes(reference ?? ''))).toBe(false);
    const [progress] = (await subject.view()).progress;
    expect(Date.parse(progress?.pulledUntil ?? '')).toBeGreaterThan(clock.now() - hourMs);
  });

  it('of a flow without a moment brings what came since the last look', async () => {
    const subject = await startIntegration();
    clock.pass(2 * hourMs);
    // Its webhook was lost.
    const { id } = await sell();
    await subject.settle(hourMs);
    expect(invoices()).toEqual([]);
    const answer = await subject.api('POST', '/sync', { flow: 'orders' });
    expect(answer.body).toMatchObject({ queued: 0, window: { from: 'shop', pending: false } });
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
  });
});

describe('a paused integration', () => {
  it('polls nothing and probes nothing, and catches up when resumed', async () => {
    const subject = await startIntegration({ every: '5m' });
    expect((await subject.api('POST', '/pause')).body.state).toBe('paused');
    const ids = await sellMany(2);
    await subject.settle(dayMs);
    expect(outside.calls).toEqual([]);
    const { body } = await koppel('GET', '/status.json');
    expect(body.integrations).toContainEqual(expect.objectContaining({ id: subject.id, state: 'paused' }));
    expect((await subject.api('POST', '/resume')).body.state).toBe('active');
    await subject.settle();
    for (const id of ids) expect(invoicesOf(id)).toHaveLength(1);
  });
});

describe('a deleted integration', () => {
  it('leaves nothing behind: no rows, no alarm, no entry, no hook', async () => {
    const subject = await startIntegration();
    await subject.hook((await sell()).id);
    await subject.settle();
    expect((await subject.api('DELETE')).body).toEqual({ deleted: true });
    expect(await subject.tables()).toEqual({});
    expect(await subject.alarmAt()).toBeNull();
    for (const path of ['/api/integrations', '/status.json']) {
      expect((await koppel('GET', path)).text).not.toContain(subject.id);
    }
    expect((await subject.hook('A1')).status).toBe(404);
    expect((await subject.api('GET')).status).toBe(404);
    expect((await subject.api('DELETE')).status).toBe(404);
    await subject.evict();
    expect((await subject.api('GET')).status).toBe(404);
    expect(await subject.tables()).toEqual({});
  });

  it('ends what is under way first, and stores nothing of it afterwards', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.sync(id);
    const work = { begun: false };
    outside.intercept = async (_call, answer) => {
      work.begun = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return answer();
    };
    const run = subject.run();
    await clock.until(() => work.begun);
    expect((await subject.api('DELETE')).status).toBe(200);
    await run;
    expect(invoicesOf(id)).toHaveLength(1);
    expect(await subject.tables()).toEqual({});
    expect(await subject.alarmAt()).toBeNull();
  });

  it('can be made again, and finds what it booked before', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    // With an alarm that is due, which goes with it.
    await subject.hook(id);
    await subject.api('DELETE');
    expect((await subject.configure()).status).toBe(200);
    expect((await koppel('GET', '/status.json')).text).toContain(subject.id);
    expect(await subject.alarmAt()).toBeLessThanOrEqual(clock.now());
    await subject.settle(secondMs);
    await subject.sync(id);
    await subject.settle();
    expect((await subject.task(id)).state).toBe('skipped');
    expect([invoices().length, customers().length]).toEqual([1, 1]);
  });
});
