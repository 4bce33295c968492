import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { credentials } from '../../support/integration-document.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import type { Subject } from '../../support/subject.ts';

const {
  startIntegration,
  clock,
  ecwid,
  jortt,
  outside,
  sellMany,
  newShopToken,
  inBooks,
  invoices,
  invoicesOf,
} = shopAndBooks();

const tokenPath = /oauth\/token$/;
const wrongSecret = { ...credentials.books, clientSecret: 'not-the-secret' };

describe('an access token', () => {
  it('that was revoked is renewed once, for everybody who needs it', async () => {
    const subject = await startIntegration();
    await inBooks('POST', '/revoke-tokens');
    const ids = await sellMany(4);
    await subject.sync(...ids);
    await subject.run();
    expect(outside.count('POST', tokenPath)).toBe(1);
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(Array(4).fill('done'));
    for (const id of ids) expect(invoicesOf(id)).toHaveLength(1);
  });

  it('that is about to end is renewed before it is used', async () => {
    const subject = await startIntegration();
    await clock.advance(2 * hourMs - minuteMs);
    const refused: number[] = [];
    outside.intercept = async (_call, answer) => {
      const response = await answer();
      if (response.status === 401) refused.push(response.status);
      return response;
    };
    await subject.sync(...(await sellMany(3)));
    await subject.run();
    expect([outside.count('POST', tokenPath), refused]).toEqual([1, []]);
    expect(jortt.state().tokens).toBe(2);
  });

  it('serves all tasks of a day: no fetch per task', async () => {
    const subject = await startIntegration();
    for (const id of await sellMany(10)) {
      await subject.sync(id);
      await subject.settle(secondMs);
    }
    expect(invoices()).toHaveLength(10);
    expect(outside.count('POST', tokenPath)).toBe(0);
  });
});

describe('refused credentials of the books', () => {
  it('let everything wait, with at most one probe per step, and one problem', async () => {
    const subject = await startIntegration();
    await subject.configure({ credentials: { books: wrongSecret } });
    await subject.sync(...(await sellMany(5)));
    const probes = await probesWithin(subject, hourMs, tokenPath);
    expectBackoff(probes);
    expect(probes.length).toBeLessThanOrEqual(13);
    expect(outside.calls.every(({ path }) => tokenPath.test(path) || path.endsWith('/profile'))).toBe(true);
    expect(await states(subject)).toEqual(Array(5).fill('queued'));
    expect((await subject.view()).problems).toMatchObject([
      { connection: 'books', code: 'credentials_refused' },
    ]);
    expect(invoices()).toEqual([]);
  });

  it('are mended by a PUT: everything goes on by itself', async () => {
    const subject = await startIntegration();
    await subject.configure({ credentials: { books: wrongSecret } });
    await subject.sync(...(await sellMany(3)));
    await subject.settle(hourMs);
    await subject.configure({ credentials: { books: credentials.books } });
    await subject.settle(secondMs);
    expect(await states(subject)).toEqual(Array(3).fill('done'));
    expect(invoices()).toHaveLength(3);
    expect((await subject.view()).problems).toEqual([]);
  });

  it('are not tried by hooks, nor after an eviction', async () => {
    const subject = await startIntegration();
    await subject.configure({ credentials: { books: wrongSecret } });
    await subject.settle(20 * minuteMs);
    outside.clear();
    for (const id of await sellMany(5)) {
      await subject.hook(id);
      await subject.evict();
      await subject.run();
    }
    expect(outside.count('POST', tokenPath)).toBe(0);
    expect(await states(subject)).toEqual(Array(5).fill('queued'));
  });
});

describe('a token of the shop that was revoked', () => {
  it('is noticed at work: tasks wait, are not parked, and one probe per step is sent', async () => {
    const subject = await startIntegration();
    await newShopToken('secret_other');
    await subject.sync(...(await sellMany(5)));
    const calls = await probesWithin(subject, hourMs, /\/api\/v3\//);
    // What was under way together when it was noticed, then probes.
    const atFirst = calls.filter((at) => at < (calls[0] ?? 0) + 4 * secondMs).length;
    expect(atFirst).toBeLessThanOrEqual(5);
    expect(calls.length).toBeLessThanOrEqual(atFirst + 13);
    expectBackoff(calls.slice(atFirst));
    // They all said the same: the first probe is not put off once for each.
    expect((calls[atFirst] ?? Number.POSITIVE_INFINITY) - (calls[0] ?? 0)).toBeLessThan(15 * secondMs);
    for (const state of await states(subject)) expect(['waiting', 'queued']).toContain(state);
    expect((await subject.tasks()).every(({ attempts }) => attempts === 0)).toBe(true);
    expect((await subject.view()).problems).toMatchObject([
      { connection: 'shop', code: 'credentials_refused' },
    ]);
  });

  it('is mended by the new token', async () => {
    const subject = await startIntegration();
    await newShopToken('secret_other');
    await subject.sync(...(await sellMany(2)));
    await subject.settle(hourMs);
    await subject.configure({ credentials: { shop: { ...credentials.shop, token: 'secret_other' } } });
    await subject.settle(secondMs);
    expect(await states(subject)).toEqual(['done', 'done']);
  });

  it('that works again by itself is noticed by the probe', async () => {
    const subject = await startIntegration();
    ecwid.change({ suspended: true });
    await subject.sync(...(await sellMany(2)));
    await subject.settle(hourMs);
    ecwid.change({ suspended: false });
    await subject.settle(13 * minuteMs);
    expect(await states(subject)).toEqual(['done', 'done']);
    expect((await subject.view()).problems).toEqual([]);
  });

  it('shows in the check what is wrong, and of which connection', async () => {
    const subject = await startIntegration();
    await newShopToken('secret_other');
    expect(await subject.do((engine) => engine.check())).toMatchObject([
      { connection: 'books', ok: true, problem: null },
      { connection: 'shop', ok: false, account: null, problem: { code: 'credentials_refused' } },
    ]);
  });
});

async function states(subject: Subject): Promise<string[]> {
  return (await subject.tasks()).map(({ state }) => state);
}

/** When calls to this path were made, over so long. */
async function probesWithin(subject: Subject, ms: number, path: RegExp): Promise<number[]> {
  const moments: number[] = [];
  outside.intercept = (call, answer) => {
    if (path.test(call.path)) moments.push(clock.now());
    return answer();
  };
  await subject.settle(ms);
  return moments;
}

/** Doubling from five seconds to ten minutes, as in src/engine/retry.ts. */
function expectBackoff(moments: readonly number[]): void {
  moments.slice(1).forEach((at, index) => {
    const shortest = Math.min(5 * secondMs * 2 ** index, 10 * minuteMs);
    expect(at - (moments[index] ?? 0), `probe ${index + 2}`).toBeGreaterThanOrEqual(shortest);
  });
}
