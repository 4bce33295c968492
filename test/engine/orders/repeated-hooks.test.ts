import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, secondMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { buyerNumber, sahin } from '../../support/shop-deeds.ts';
import { credentials, hosts } from '../../support/systems.ts';

const {
  startIntegration,
  clock,
  sandbox,
  ecwid,
  jortt,
  outside,
  sell,
  sellMany,
  merchant,
  invoices,
  invoicesOf,
  customers,
} = shopAndBooks();

describe('the same notice again and again', () => {
  it('ten times at once makes one invoice and one customer', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    const answers = await Promise.all(Array.from({ length: 10 }, () => subject.hook(id)));
    expect(answers.map(({ kind }) => kind)).toEqual(Array(10).fill('stored'));
    expect(await subject.tasks()).toHaveLength(1);
    await subject.settle();
    expect([invoicesOf(id).length, customers().length]).toEqual([1, 1]);
  });

  it('while it is being worked on makes it be looked at once more, and booked once', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.hook(id);
    outside.intercept = async (call, answer) => {
      if (call.method === 'POST' && call.path === '/v3/invoices') await subject.hook(id);
      return answer();
    };
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
    expect(outside.count('GET', /\/orders\//)).toBe(2);
    expect((await subject.task(id)).state).toBe('skipped');
  });

  it('late, and after an eviction, makes one invoice and one call each', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await subject.hook(id);
    await subject.settle();
    for (let round = 0; round < 3; round++) {
      await clock.advance(3 * hourMs);
      await subject.settle();
      await subject.evict();
      outside.clear();
      await Promise.all(Array.from({ length: 10 }, () => subject.hook(id)));
      await subject.settle();
      expect(outside.count('GET', /\/orders\//)).toBe(1);
      expect(outside.count('POST', /invoices|customers/)).toBe(0);
    }
    expect([invoicesOf(id).length, customers().length]).toEqual([1, 1]);
  });

  it('out of order, shuffled and repeated by the shop itself', async () => {
    const subject = await startIntegration();
    ecwid.change({
      webhookUrl: `http://koppel/hooks/${subject.id}/shop`,
      webhookRepeats: 3,
      webhookShuffle: true,
    });
    const ids = await sellMany(5);
    for (const id of ids) await merchant(id, { privateAdminNotes: 'gebeld' });
    for (let second = 0; second < 8; second++) {
      await sandbox.runDue();
      await subject.settle(secondMs);
      await clock.advance(secondMs);
    }
    await subject.settle();
    expect(sandbox.nextDueAt()).toBeNull();
    for (const id of ids) expect(invoicesOf(id), id).toHaveLength(1);
    expect(customers()).toHaveLength(5);
  });
});

describe('a notice of Shopify that somebody saw', () => {
  const sold = '{"id":77,"updated_at":"2026-03-02T09:00:00Z"}';

  async function started() {
    const played = new PlayedSystems(hosts);
    return played.configured({
      name: 'Tea',
      connections: {
        shop: { connector: 'shopify', credentials: credentials.shopify },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'books' }],
    });
  }

  function notice(
    body: string,
    id: string,
    topic = 'orders/updated',
    triggeredAt = new Date().toISOString(),
  ) {
    const signature = createHmac('sha256', credentials.shopify.clientSecret).update(body).digest('base64');
    const headers = {
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': credentials.shopify.shop,
      'x-shopify-hmac-sha256': signature,
      'x-shopify-triggered-at': triggeredAt,
      ...(id === '' ? {} : { 'x-shopify-webhook-id': id }),
    };
    return { body, headers, query: {} };
  }

  it('is taken a few times under other ids, and no more', async () => {
    const played = await started();
    const dues: (number | null)[] = [];
    for (let number = 0; number < 30; number++) {
      const id = number % 3 === 0 ? '' : `w-${number}`;
      const outcome = await played.integration.accept('shop', notice(sold, id, `orders/made-up-${number}`));
      dues.push(outcome.kind === 'stored' ? outcome.dueAt : Number.NaN);
    }
    expect(dues.filter((due) => due !== null)).toHaveLength(10);
    const later = sold.replace('09:00:00', '09:00:01');
    expect(await played.integration.accept('shop', notice(later, 'w-1'))).toMatchObject({
      kind: 'stored',
      dueAt: expect.any(Number),
    });
  });

  it('is too old four days after what it tells of, whatever its headers say', async () => {
    const played = await started();
    const now = played.clock.now();
    const body = (daysAgo: number) =>
      JSON.stringify({ id: 77, updated_at: new Date(now - daysAgo * dayMs).toISOString() });
    const fresh = new Date(now).toISOString();
    expect(
      await played.integration.accept('shop', notice(body(4.1), 'w-1', 'orders/updated', fresh)),
    ).toEqual({
      kind: 'outdated',
    });
    const old = new Date(now - 9 * dayMs).toISOString();
    expect(
      await played.integration.accept('shop', notice(body(3.9), 'w-2', 'orders/updated', old)),
    ).toMatchObject({
      kind: 'stored',
    });
  });
});

describe('work at the same time', () => {
  it('makes one customer of several orders of somebody new, however the address is written', async () => {
    const subject = await startIntegration();
    const written = ['sahin.yildiz@example.com', 'Sahin.Yildiz@example.com', ' SAHIN.YILDIZ@EXAMPLE.COM'];
    const orders = await Promise.all(
      [...written, ...written].map((email) => sell({ buyer: { ...sahin, email, account: false } })),
    );
    slowAnswers();
    await Promise.all(orders.map(({ id }) => subject.hook(id)));
    await subject.settle();
    expect(invoices()).toHaveLength(6);
    expect(customers()).toHaveLength(1);
  });

  it('overlaps for independent orders, never beyond the limit of either connector', async () => {
    const subject = await startIntegration();
    const ids = await sellMany(9);
    slowAnswers();
    await subject.sync(...ids);
    await subject.settle();
    expect(invoices()).toHaveLength(9);
    for (const system of ['ecwid', 'jortt'] as const) {
      expect(outside.maxUnderWay[system]).toBeGreaterThan(1);
      expect(outside.maxUnderWay[system]).toBeLessThanOrEqual(4);
    }
  });

  it('earns no 429 with orders enough to reach the limit', async () => {
    jortt.change({ limits: true });
    const subject = await startIntegration();
    await subject.sync(...(await sellMany(20)));
    await subject.settle();
    expect(invoices()).toHaveLength(20);
    expect(sandbox.calls.counts().jortt?.byStatus['429']).toBeUndefined();
  });

  it('goes one after the other for one customer', async () => {
    const subject = await startIntegration();
    const orders = await Promise.all(Array.from({ length: 4 }, () => sell({ buyer: buyerNumber(1) })));
    await subject.sync(...orders.map(({ id }) => id));
    let writing = 0;
    let most = 0;
    outside.intercept = async (call, answer) => {
      if (call.method !== 'POST') return answer();
      writing += 1;
      most = Math.max(most, writing);
      await pause();
      writing -= 1;
      return answer();
    };
    await subject.settle();
    expect(invoices()).toHaveLength(4);
    expect(most).toBe(1);
  });
});

function slowAnswers(): void {
  outside.intercept = async (_call, answer) => {
    await pause();
    return answer();
  };
}

/** Of a system that takes its time. */
function pause(): Promise<void> {
  return clock.sleep(100);
}
