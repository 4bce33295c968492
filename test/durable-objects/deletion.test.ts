import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../durable-objects/answer.ts';
import { directory } from '../../durable-objects/directory-client.ts';
import { integrationDocument } from '../support/integration-document.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';

async function entryOf(id: string) {
  return (await directory(env).list()).find((entry) => entry.id === id);
}

/** Its object is empty, but the directory has not heard of that. */
async function ghost(): Promise<Subject> {
  const subject = await startIntegration();
  const entry = await entryOf(subject.id);
  if (entry === undefined) throw new Error('It has no entry.');
  await subject.api('DELETE');
  // What is listed tells the days in another shape.
  const { health: _, ...told } = entry;
  await directory(env).put({ ...told, problems: [{ code: 'server_error', count: 2 }] });
  expect(await entryOf(subject.id)).toBeDefined();
  return subject;
}

describe('an entry of an integration that is gone', () => {
  it('goes when it is deleted once more, which is then told', async () => {
    const subject = await ghost();
    expect((await subject.api('DELETE')).body).toEqual({ deleted: true });
    expect(await entryOf(subject.id)).toBeUndefined();
    expect((await subject.api('DELETE')).status).toBe(404);
  });

  it('goes by itself when the cron comes, and makes no trouble until then', async () => {
    const subject = await ghost();
    await subject.stub.wake();
    expect(await entryOf(subject.id)).toBeUndefined();
    expect((await koppel('GET', '/status.json')).text).not.toContain(subject.id);
    expect(await subject.tables()).toEqual({});
    expect(await subject.alarmAt()).toBeNull();
  });
});

describe('made anew under an id that another one had', () => {
  it('it is nobody’s who had a token for that one', async () => {
    const subject = await startIntegration({ name: 'Of one client' });
    const token = { name: crypto.randomUUID(), role: 'read-only', integrations: [subject.id] };
    const { body } = await koppel('POST', '/api/tokens', token);
    const read = () =>
      koppel('GET', `/api/integrations/${subject.id}`, undefined, {
        authorization: `Bearer ${String(body.token)}`,
      });
    expect((await read()).status).toBe(200);
    expect((await subject.api('DELETE')).status).toBe(200);
    expect((await subject.configure({ name: 'Of another one' })).status).toBe(200);
    expect((await read()).status).toBe(401);
  });
});

describe('deleted and made at the same time', () => {
  it.each([1, 2, 3, 4, 5])('it is there with its entry, or gone without one (%i)', async (turn) => {
    const subject = await startIntegration();
    const calls = [
      () => subject.api('DELETE'),
      () => subject.configure({ name: 'Coffee' }),
      () => subject.api('DELETE'),
      () => subject.configure({ name: 'Cocoa' }),
    ];
    // Another order each time.
    const ordered = [...calls.slice(turn % 4), ...calls.slice(0, turn % 4)].slice(0, 2 + (turn % 3));
    const answers = await Promise.all(ordered.map((call) => call()));
    for (const { status } of answers) expect([200, 404, 409]).toContain(status);
    const { status } = await subject.api('GET');
    const entry = await entryOf(subject.id);
    if (status === 404) {
      expect(entry).toBeUndefined();
      expect(await subject.tables()).toEqual({});
      expect(await subject.alarmAt()).toBeNull();
    } else {
      expect(entry?.name).toBe((await subject.view()).name);
      expect(await subject.alarmAt()).not.toBeNull();
    }
  });

  it('made while the directory is told that it is gone, it is in the list', async () => {
    const subject = await startIntegration();
    const [deleted] = await Promise.all([
      subject.api('DELETE'),
      (async () => {
        // As soon as the old one is gone.
        while ((await subject.configure({ name: 'Anew' })).status === 409);
      })(),
    ]);
    expect(deleted.status).toBe(200);
    const { status } = await subject.api('GET');
    expect((await entryOf(subject.id))?.name).toBe(status === 200 ? 'Anew' : undefined);
  });
});

describe('an integration that never was', () => {
  it.each([
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/check'],
    ['POST', '/pause'],
    ['POST', '/retry'],
    ['GET', '/tasks'],
    ['GET', '/activity'],
  ])('%s %s is answered 404, and stores nothing', async (method, path) => {
    const subject = new Subject(newId());
    expect((await subject.api(method, path)).status).toBe(404);
    await subject.stub.wake();
    expect(await subject.tables()).toEqual({});
    expect(await subject.alarmAt()).toBeNull();
    expect(await entryOf(subject.id)).toBeUndefined();
  });

  it('takes no hook', async () => {
    const subject = new Subject(newId());
    expect((await subject.hook('A1')).status).toBe(404);
    expect(await subject.tables()).toEqual({});
  });
});

describe('an object that is not told its name', () => {
  it('takes no document, and stores nothing', async () => {
    const stub = env.INTEGRATIONS.get(env.INTEGRATIONS.newUniqueId());
    const by = { who: 'ADMIN_TOKEN', token: null, via: 'api' } as const;
    const answer = await stub.configure(integrationDocument(), { by });
    expect(() => unwrap(answer as never)).toThrow('There is no such link');
    await stub.wake();
    const tables = await runInDurableObject(stub, (_, state) =>
      state.storage.sql
        .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'")
        .toArray(),
    );
    expect(tables).toEqual([]);
    expect((await directory(env).list()).map(({ id }) => id)).not.toContain('');
  });

  it('finds it where it was kept with what is configured', async () => {
    const subject = await startIntegration();
    const [kept] = await subject.sql("SELECT value FROM meta WHERE name = 'name'");
    expect(kept).toEqual({ value: subject.id });
  });
});
