import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, clock, outside, sell, invoices } = shopAndBooks();

const first = btoa('k'.repeat(32));
const second = btoa('s'.repeat(32));

let subject: Subject;

async function bookOne(): Promise<void> {
  await subject.sync((await sell()).id);
  await subject.settle(minuteMs);
}

/** The keys that credentials, tokens and the key of the fingerprints are sealed with. */
async function keysInUse(): Promise<Set<string>> {
  const { connections = [], meta = [] } = subject.tables();
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
    await subject.deploy(second, first);
    outside.clear();
    await bookOne();
    // The token opens as well: none was fetched.
    expect(outside.count('POST', /oauth\/token$/)).toBe(0);
    // A token lives for two hours; the next one is sealed with the new key.
    await clock.advance(3 * hourMs);
    await bookOne();
    const after = await keysInUse();
    expect([after.size, after.has([...before][0] ?? '')]).toEqual([1, false]);
    await subject.deploy(second);
    await bookOne();
    expect(invoices()).toHaveLength(4);
    expect((await subject.view()).problems).toEqual([]);
  });

  it('that is lost is told of every connection, orders wait, and entering the credentials again mends it', async () => {
    subject = await startIntegration();
    await bookOne();
    const [done] = await subject.activity();
    await subject.deploy(second);
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
    expect(await subject.do(({ reports }) => reports.transfer(Number(done?.id)))).toMatchObject({
      outcome: 'done',
      payload: null,
    });
    await subject.configure();
    await subject.settle(minuteMs);
    expect((await subject.view()).problems).toEqual([]);
    expect(invoices()).toHaveLength(2);
    for (const key of [first, second]) expect(subject.logged.join('\n')).not.toContain(key);
  });

  it('that was lost and is set as the previous one opens everything again, by itself', async () => {
    subject = await startIntegration();
    await subject.deploy(second);
    await subject.sync((await sell()).id);
    await subject.settle(minuteMs);
    expect((await subject.view()).problems).toHaveLength(2);
    await subject.deploy(second, first);
    await subject.settle(hourMs);
    expect((await subject.view()).problems).toEqual([]);
    expect(invoices()).toHaveLength(1);
  });
});
