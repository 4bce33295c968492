import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { directory, type Listed } from '../../durable-objects/directory-client.ts';
import type { Summary } from '../../src/engine/reporting/views.ts';
import { newId, startIntegration } from './support/harness.ts';

const counts = { queued: 0, running: 0, waiting: 0, done: 3, skipped: 0, parked: 0 };

function summaryOf(id: string, parts: Partial<Summary> = {}): Summary {
  const updatedAt = '2026-05-04T08:00:00.000Z';
  return { id, name: id, state: 'active', problems: [], counts, updatedAt, ...parts };
}

/** Of an entry that says nothing of its days. */
const unknown = { since: null, days: [] };

/** The one of this deployment. A new stub each time: it does not outlive the object's death. */
function object() {
  return env.DIRECTORY.get(env.DIRECTORY.idFromName('directory'));
}

/** What is stored, by key. */
function stored(): Promise<Map<string, Summary>> {
  return runInDurableObject(object(), (_, state) => state.storage.list<Summary>());
}

async function listed(id: string): Promise<Listed | undefined> {
  return (await directory(env).list()).find((entry) => entry.id === id);
}

describe('the directory', () => {
  it('of five hundred stores nothing when all of them say the same again', async () => {
    const ids = Array.from({ length: 500 }, () => newId());
    for (const id of ids) await directory(env).put(summaryOf(id));
    const before = await stored();
    const later = '2026-05-04T08:01:00.000Z';
    for (const id of ids) await directory(env).put(summaryOf(id, { updatedAt: later }));
    expect(await stored()).toEqual(before);
    // How old an entry is shows all the same.
    expect((await listed(ids[7] ?? ''))?.updatedAt).toBe(later);
    for (const id of ids) await directory(env).remove(id);
  });

  it('stores the entry that says something else, and no other', async () => {
    const [one, other] = [newId(), newId()];
    await directory(env).put(summaryOf(one));
    await directory(env).put(summaryOf(other));
    const before = await stored();
    await directory(env).put(summaryOf(one, { counts: { ...counts, done: 4 } }));
    const after = await stored();
    const changed = [...after.keys()].filter(
      (key) => after.get(key)?.counts.done !== before.get(key)?.counts.done,
    );
    expect(changed).toEqual([`entry:${one}`]);
  });

  it('knows its entries after its own death, and none that was taken away', async () => {
    const [kept, gone] = [newId(), newId()];
    await directory(env).put(summaryOf(kept));
    await directory(env).put(summaryOf(gone));
    expect(await directory(env).remove(gone)).toBe(true);
    expect(await directory(env).remove(gone)).toBe(false);
    await evictDurableObject(object());
    expect(await listed(kept)).toEqual({ ...summaryOf(kept), health: unknown });
    expect(await listed(gone)).toBeUndefined();
  });

  it('of an earlier version, with all entries in one value, is read and goes on', async () => {
    const [old, older] = [newId(), newId()];
    await runInDurableObject(object(), async (_, state) => {
      await state.storage.put('data', {
        integrations: { [old]: summaryOf(old), [older]: summaryOf(older) },
      });
    });
    await evictDurableObject(object());
    expect(await listed(old)).toEqual({ ...summaryOf(old), health: unknown });
    await directory(env).remove(older);
    await evictDurableObject(object());
    expect(await listed(older)).toBeUndefined();
    expect(await listed(old)).toEqual({ ...summaryOf(old), health: unknown });
    expect((await stored()).has('data')).toBe(false);
  });
});

describe('an integration', () => {
  it('that works on and on has its entry, also when the directory lost all', async () => {
    const subject = await startIntegration();
    await runInDurableObject(object(), (_, state) => state.storage.deleteAll());
    await evictDurableObject(object());
    expect(await listed(subject.id)).toBeUndefined();
    await subject.stub.wake();
    expect(await listed(subject.id)).toMatchObject({ name: 'Tea' });
  });
});
