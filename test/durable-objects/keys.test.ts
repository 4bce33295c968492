import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { deploy } from './environment.ts';
import { type Subject, startIntegration } from './harness.ts';
import { logged, outside } from './outside.ts';
import { invoices, sell } from './shop.ts';
import { clock, hourMs, minuteMs, secondMs } from './virtual-clock.ts';

const first = env.ENCRYPTION_KEY ?? '';
const second = btoa('s'.repeat(32));

let subject: Subject;

afterEach(() => deploy(subject, { ENCRYPTION_KEY: first, ENCRYPTION_KEY_PREVIOUS: undefined }));

async function bookOne(): Promise<void> {
  await subject.sync((await sell()).id);
  await subject.settle(minuteMs);
}

/** The keys that credentials, tokens and the key of the fingerprints are sealed with. */
async function keysInUse(): Promise<Set<string>> {
  const { connections = [], meta = [] } = await subject.tables();
  const sealed = [
    ...connections.flatMap(({ credentials, token }) => [credentials, token]),
    ...meta.filter(({ name }) => name === 'fingerprints').map(({ value }) => value),
  ].filter((each) => each !== null);
  return new Set(sealed.map((each) => JSON.parse(atob(String(each).split('.')[0] ?? '')).kid));
}

describe('the encryption key', () => {
  it('is rotated: with the previous one everything goes on and is sealed anew, and then without it', async () => {
    subject = await startIntegration();
    await bookOne();
    const before = await keysInUse();
    expect(before.size).toBe(1);
    await deploy(subject, { ENCRYPTION_KEY: second, ENCRYPTION_KEY_PREVIOUS: first });
    outside.clear();
    await bookOne();
    // The token opens as well: none was fetched.
    expect(outside.count('POST', /oauth\/token$/)).toBe(0);
    // A token lives for two hours; the next one is sealed with the new key.
    clock.pass(3 * hourMs);
    await bookOne();
    const after = await keysInUse();
    expect([after.size, after.has([...before][0] ?? '')]).toEqual([1, false]);
    await deploy(subject, { ENCRYPTION_KEY: second, ENCRYPTION_KEY_PREVIOUS: undefined });
    await bookOne();
    expect(invoices()).toHaveLength(4);
    expect((await subject.view()).problems).toEqual([]);
  });

  it('that is lost is told of every connection, orders wait, and entering the credentials again mends it', async () => {
    subject = await startIntegration();
    await bookOne();
    const [done] = await subject.activity();
    await deploy(subject, { ENCRYPTION_KEY: second });
    outside.clear();
    await subject.sync((await sell()).id);
    await subject.settle(10 * secondMs);
    expect((await subject.view()).problems).toMatchObject([
      { connection: 'books', code: 'secret_unreadable', message: expect.stringContaining('"books"') },
      { connection: 'shop', code: 'secret_unreadable', message: expect.stringContaining('"shop"') },
    ]);
    expect(outside.calls).toEqual([]);
    expect((await subject.tasks())[0]).toMatchObject({ state: 'queued', attempts: 0 });
    // What was sealed is gone with its key; that it happened is not.
    expect((await subject.api('GET', `/activity/${done?.id}`)).body).toMatchObject({
      outcome: 'done',
      payload: null,
    });
    await subject.configure();
    await subject.settle(minuteMs);
    expect((await subject.view()).problems).toEqual([]);
    expect(invoices()).toHaveLength(2);
    for (const key of [first, second]) expect(logged.join('\n')).not.toContain(key);
  });

  it('that was lost and is set as the previous one opens everything again, by itself', async () => {
    subject = await startIntegration();
    await deploy(subject, { ENCRYPTION_KEY: second });
    await subject.sync((await sell()).id);
    await subject.settle(minuteMs);
    expect((await subject.view()).problems).toHaveLength(2);
    await deploy(subject, { ENCRYPTION_KEY: second, ENCRYPTION_KEY_PREVIOUS: first });
    await subject.settle(hourMs);
    expect((await subject.view()).problems).toEqual([]);
    expect(invoices()).toHaveLength(1);
  });
});
