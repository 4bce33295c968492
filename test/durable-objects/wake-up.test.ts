import { createMessageBatch, createScheduledController, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { directory } from '../../durable-objects/directory-client.ts';
import type { Env, WakeMessage } from '../../src/env.ts';
import worker from '../../src/index.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { logged } from './support/outside.ts';

describe('the cron', () => {
  it('wakes every integration, those beyond twenty over the queue', async () => {
    const subjects = await Promise.all(
      Array.from({ length: 45 }, async () => {
        const subject = new Subject(newId());
        await subject.configure();
        return subject;
      }),
    );
    await Promise.all(subjects.map(loseEverything));
    const { queue, sent } = fakeQueue();
    await worker.scheduled(createScheduledController(), { ...env, WAKE: queue });

    expect(sent.map(({ integrations }) => integrations.length)).toEqual([20, 5]);
    const later = new Set(sent.flatMap(({ integrations }) => integrations));
    for (const subject of subjects) {
      expect((await subject.alarmAt()) !== null, subject.id).toBe(!later.has(subject.id));
    }
    const messages = sent.map((body, index) => ({
      id: `${index}`,
      timestamp: 0,
      attempts: 1,
      body,
    }));
    await worker.queue(createMessageBatch<WakeMessage>('koppel-wake', messages), env);
    for (const subject of subjects) expect(await subject.alarmAt(), subject.id).not.toBeNull();
  });

  it('lets the integrations report to a directory that has lost one', async () => {
    const subject = await startIntegration();
    await directory(env).put({ ...(await summaryOf(subject.id)), name: 'stale', state: 'paused' });
    await worker.queue(batchOf(subject.id), env);
    expect(await summaryOf(subject.id)).toMatchObject({ name: 'Tea', state: 'active' });
    await directory(env).remove(subject.id);
    await worker.queue(batchOf(subject.id), env);
    expect(await summaryOf(subject.id)).toMatchObject({ name: 'Tea', state: 'active' });
  });

  it('reports names with any characters', async () => {
    const subject = await startIntegration({ name: 'Şeker & “Thé” 茶' });
    expect(await summaryOf(subject.id)).toMatchObject({ name: 'Şeker & “Thé” 茶' });
  });

  it('does not let one that fails keep the others asleep', async () => {
    const [failing, working] = [await startIntegration(), await startIntegration()];
    await Promise.all([failing, working].map(loseEverything));
    await failing.sql('ALTER TABLE cursors RENAME TO hidden');
    await worker.queue(batchOf(failing.id, working.id), env);
    expect(await working.alarmAt()).not.toBeNull();
    expect(logged.filter((line) => line.includes('wake_failed'))).toHaveLength(1);
  });
});

async function summaryOf(id: string) {
  const found = (await directory(env).list()).find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} is not in the directory.`);
  expect(JSON.parse((await koppel('GET', '/status.json')).text).integrations).toContainEqual(found);
  return found;
}

function batchOf(...integrations: string[]) {
  return createMessageBatch<WakeMessage>('koppel-wake', [
    { id: '1', timestamp: 0, attempts: 1, body: { integrations } },
  ]);
}

function fakeQueue() {
  const sent: WakeMessage[] = [];
  const queue = {
    sendBatch: async (batch: Iterable<{ body: WakeMessage }>) => {
      for (const { body } of batch) sent.push(body);
    },
  } as unknown as Env['WAKE'];
  return { queue, sent };
}

/** Its alarm, and what it remembers of it. */
async function loseEverything(subject: Subject): Promise<void> {
  await runInDurableObject(subject.stub, (_, state) => state.storage.deleteAlarm());
  await subject.evict();
}
