import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { koppel, type Subject, startIntegration } from './support/harness.ts';
import { logged, outside } from './support/outside.ts';
import { customers, invoices, sell, sellMany } from './support/shop.ts';
import { clock, dayMs, hourMs, minuteMs, secondMs } from './support/virtual-clock.ts';

describe('the alarm', () => {
  it('runs what is due and sets the next one', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.sync(id);
    expect(await subject.alarmAt()).toBeLessThanOrEqual(clock.now());
    expect(await subject.run()).toBe(true);
    expect((await subject.task(id)).state).toBe('done');
    expect(await subject.alarmAt()).toBeGreaterThan(clock.now());
  });

  it('is set to the moment at which a waiting task is due', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({ system: 'jortt', method: 'POST', kind: 'status', status: 503 });
    await subject.sync(id);
    await subject.run();
    const { state, dueAt } = await subject.task(id);
    expect(state).toBe('waiting');
    expect(await subject.alarmAt()).toBe(Date.parse(dueAt));
  });

  it('comes again when a run throws, and later, not at once', async () => {
    const subject = await startIntegration();
    clock.pass(7 * hourMs);
    const { id } = await sell();
    await subject.sync(id);
    await subject.sql('ALTER TABLE cursors RENAME TO hidden');
    await subject.run();
    expect(logged.filter((line) => line.includes('run_failed'))).toHaveLength(1);
    const next = (await subject.alarmAt()) ?? 0;
    expect(next).toBeGreaterThan(clock.now());
    expect(next).toBeLessThan(clock.now() + minuteMs);
    await subject.sql('ALTER TABLE hidden RENAME TO cursors');
    await subject.settle();
    expect((await subject.task(id)).state).toBe('done');
  });

  it('is set before anybody is told of anything, and whatever telling does', async () => {
    const subject = await startIntegration();
    await subject.sql('ALTER TABLE channels RENAME TO hidden');
    await subject.sql('ALTER TABLE incidents RENAME TO hidden_too');
    clock.pass(7 * hourMs);
    const { id } = await sell();
    await subject.sync(id).catch(() => undefined);
    await subject.run();
    expect(await subject.alarmAt()).not.toBeNull();
    await subject.sql('ALTER TABLE hidden RENAME TO channels');
    await subject.sql('ALTER TABLE hidden_too RENAME TO incidents');
    expect((await subject.task(id)).state).toBe('done');
  });

  it('comes again when the log cannot be written: the task waits, is done later, and is done once', async () => {
    const subject = await startIntegration();
    await subject.sql('ALTER TABLE activity RENAME TO hidden');
    clock.pass(7 * hourMs);
    const { id } = await sell();
    await subject.sync(id);
    await subject.run();
    expect(logged.filter((line) => line.includes('tidy_failed'))).toHaveLength(1);
    expect((await subject.task(id)).state).toBe('waiting');
    await subject.sql('ALTER TABLE hidden RENAME TO activity');
    await subject.settle();
    // It finds what it has booked.
    expect((await subject.task(id)).state).toBe('skipped');
    expect(invoices()).toHaveLength(1);
  });

  it('stops at its call budget, and several runs finish the work', async () => {
    const subject = await startIntegration();
    await limitCalls(subject, 14);
    await subject.sync(...(await sellMany(7)));
    const callsOfRuns: number[] = [];
    const until = clock.now() + 5 * minuteMs;
    for (let before = 0; await subject.runNext(until); before = outside.calls.length) {
      callsOfRuns.push(outside.calls.length - before);
    }
    expect(invoices()).toHaveLength(7);
    expect(callsOfRuns.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...callsOfRuns)).toBeLessThanOrEqual(14);
  });

  it('counts the reading of windows against the budget too', async () => {
    const subject = await startIntegration({ every: '5m' });
    await limitCalls(subject, 14);
    await sellMany(3);
    clock.pass(5 * minuteMs);
    let runs = 0;
    while (((await subject.alarmAt()) ?? 0) <= clock.now()) {
      const before = outside.calls.length;
      await subject.run();
      runs++;
      expect(outside.calls.length - before).toBeLessThanOrEqual(14);
    }
    expect(runs).toBeGreaterThanOrEqual(2);
    expect(customers()).toHaveLength(3);
  });

  it('does not spin when there is nothing to do', async () => {
    const subject = await startIntegration();
    // Only its housekeeping, every six hours, and its accounts once a day.
    expect(await subject.settle(dayMs)).toBeLessThanOrEqual(5);
    expect(outside.calls.length).toBeLessThanOrEqual(3);
  });

  it('does not spin while a connection is down: it sleeps until the probe', async () => {
    const subject = await startIntegration();
    outside.fault({ system: 'jortt', kind: 'status', status: 503, times: null });
    await subject.sync(...(await sellMany(4)));
    const runs = await subject.settle(hourMs);
    expect(runs).toBeLessThanOrEqual(25);
    expect(outside.calls.length).toBeLessThanOrEqual(60);
    const states = (await subject.tasks()).map(({ state }) => state).toSorted();
    expect(states).toEqual(['queued', 'waiting', 'waiting', 'waiting']);
  });
});

describe('the watchdog', () => {
  it('sets an alarm anew that was lost', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.sync(id);
    await loseAlarm(subject);
    clock.pass(61 * secondMs);
    await subject.stub.wake();
    expect(await subject.alarmAt()).not.toBeNull();
    await subject.settle();
    expect((await subject.task(id)).state).toBe('done');
  });

  it('sets it at once when the object was evicted meanwhile', async () => {
    const subject = await startIntegration();
    await subject.sync((await sell()).id);
    await loseAlarm(subject);
    await subject.evict();
    await subject.stub.wake();
    expect(await subject.alarmAt()).toBeLessThanOrEqual(clock.now());
  });

  it('leaves an alarm alone that stands', async () => {
    const subject = await startIntegration();
    const before = await subject.alarmAt();
    await subject.stub.wake();
    expect(await subject.alarmAt()).toBe(before);
  });

  it('sets none for an integration that was never configured', async () => {
    const subject = await startIntegration();
    await subject.api('DELETE');
    await subject.stub.wake();
    expect(await subject.alarmAt()).toBeNull();
    expect((await koppel('GET', '/status.json')).text).not.toContain(subject.id);
  });
});

function loseAlarm(subject: Subject): Promise<void> {
  return runInDurableObject(subject.stub, (_, state) => state.storage.deleteAlarm());
}

/** What RUN_CALLS sets, for this object until it is evicted. */
function limitCalls(subject: Subject, calls: number): Promise<void> {
  return runInDurableObject(subject.stub, (object) => {
    const { env } = object as unknown as { env: object };
    Object.defineProperty(object, 'env', { value: { ...env, RUN_CALLS: String(calls) } });
  });
}
