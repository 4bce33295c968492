import { createMessageBatch, createScheduledController, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { directory } from '../../durable-objects/directory-client.ts';
import type { Env, WakeMessage } from '../../src/env.ts';
import worker from '../../src/index.ts';
import { wakeAll } from '../../src/wake-up.ts';
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

  describe('with more integrations than it may wake', () => {
    const ids = Array.from({ length: 2_345 }, (_, number) => `w-${String(number).padStart(4, '0')}`);

    /** A deployment with a list of so many, which notes whom it wakes. */
    function deployment(queue: Env['WAKE']) {
      const woken: string[] = [];
      const stub = { fetch: async () => Response.json(ids.map((id) => ({ id }))) };
      const fake = {
        ...env,
        JURISDICTION: '',
        WAKE: queue,
        DIRECTORY: { idFromName: () => 'directory', get: () => stub },
        INTEGRATIONS: { getByName: (id: string) => ({ wake: async () => void woken.push(id) }) },
      } as unknown as Env;
      return { woken, fake };
    }

    it('wakes its own before the queue is asked, and every one once', async () => {
      const { queue, sent, batches } = fakeQueue();
      const { woken, fake } = deployment(queue);
      await wakeAll(fake, 0);
      expect(woken).toEqual(ids.slice(0, 20));
      expect([...woken, ...sent.flatMap(({ integrations }) => integrations)].sort()).toEqual(ids);
      // A queue takes a hundred messages at once.
      expect(batches.every((size) => size <= 100)).toBe(true);
    });

    it('wakes its own also when the queue takes nothing, and in time all', async () => {
      const refusing = {
        sendBatch: async () => {
          throw new Error('Too many operations today.');
        },
      } as unknown as Env['WAKE'];
      const { woken, fake } = deployment(refusing);
      await wakeAll(fake, 0);
      expect(woken).toHaveLength(20);
      for (let minute = 1; minute < Math.ceil(ids.length / 20); minute++)
        await wakeAll(fake, minute * 60_000);
      expect(new Set(woken).size).toBe(ids.length);
      expect(logged.some((line) => line.includes('queue_refused'))).toBe(true);
    });

    it('wakes its own also while the queue does not answer', async () => {
      const silent = { sendBatch: () => new Promise(() => undefined) } as unknown as Env['WAKE'];
      const { woken, fake } = deployment(silent);
      void wakeAll(fake, 0);
      await expect.poll(() => woken.length).toBe(20);
    });
  });

  it('lets the integrations report to a directory that has lost one', async () => {
    const subject = await startIntegration();
    // What is listed tells the days in another shape.
    const { health: _, ...told } = await summaryOf(subject.id);
    await directory(env).put({ ...told, name: 'stale', state: 'paused' });
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
  expect(JSON.parse((await koppel('GET', '/status.json')).text).integrations).toContainEqual({
    ...found,
    name: null,
  });
  return found;
}

function batchOf(...integrations: string[]) {
  return createMessageBatch<WakeMessage>('koppel-wake', [
    { id: '1', timestamp: 0, attempts: 1, body: { integrations } },
  ]);
}

function fakeQueue() {
  const sent: WakeMessage[] = [];
  const batches: number[] = [];
  const queue = {
    sendBatch: async (batch: Iterable<{ body: WakeMessage }>) => {
      const bodies = [...batch].map(({ body }) => body);
      sent.push(...bodies);
      batches.push(bodies.length);
    },
  } as unknown as Env['WAKE'];
  return { queue, sent, batches };
}

/** Its alarm, and what it remembers of it. */
async function loseEverything(subject: Subject): Promise<void> {
  await runInDurableObject(subject.stub, (_, state) => state.storage.deleteAlarm());
  await subject.evict();
}
