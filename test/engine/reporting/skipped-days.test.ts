import { describe, expect, it } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { buyerNumber } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, clock, sell } = shopAndBooks();
const unpaid = { paymentStatus: 'AWAITING_PAYMENT' } as const;

async function notice(subject: Subject, ...ids: string[]): Promise<void> {
  await subject.sync(...ids);
  await subject.settle();
}

async function warnings(subject: Subject) {
  return (await subject.view()).problems.filter(({ code }) => code === 'all_skipped');
}

async function sellUnpaid(count: number): Promise<string[]> {
  const ids = [];
  for (let number = 0; number < count; number++)
    ids.push((await sell({ ...unpaid, buyer: buyerNumber(number) })).id);
  return ids;
}

describe('a day on which everything was left out', () => {
  it('is a warning with counts and the commonest reason, gone when something is booked', async () => {
    const subject = await startIntegration();
    await notice(subject, (await sell()).id);
    await clock.runUntil(clock.now() + 24 * hourMs);
    await notice(subject, ...(await sellUnpaid(4)));
    expect(await warnings(subject)).toEqual([]);
    await clock.runUntil(clock.now() + 24 * hourMs);
    await subject.settle();
    const [warning, ...others] = await warnings(subject);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ flow: 'orders:shop:books' });
    expect(warning?.message).toMatch(
      /^On 2026-\d\d-\d\d everything was skipped: 4 records, because .*"paymentStatuses"/,
    );
    const summary = await subject.do(({ reports }) => reports.summary());
    expect(summary.problems).toEqual([{ code: 'all_skipped', count: 1 }]);
    await notice(subject, (await sell()).id);
    expect(await warnings(subject)).toEqual([]);
  });

  it('of a flow that never booked anything is told while the day still runs', async () => {
    const subject = await startIntegration({ settings: { statuses: ['RETURNED'] } });
    await notice(subject, (await sell()).id, ...(await sellUnpaid(1)));
    expect(await warnings(subject)).toEqual([]);
    await notice(subject, (await sell()).id);
    expect((await warnings(subject))[0]?.message).toContain(
      '3 records, because their status is not in "statuses"',
    );
  });

  it('names the setting "paid" too', async () => {
    const subject = await startIntegration({ settings: { paid: true } });
    await notice(subject, ...(await sellUnpaid(3)));
    expect((await warnings(subject))[0]?.message).toContain('3 records, because they are not paid');
  });

  it('is none where nothing had to be done, or nothing came', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await notice(subject, id);
    for (let day = 0; day < 3; day++) {
      await clock.runUntil(clock.now() + 24 * hourMs);
      await notice(subject, id);
    }
    expect((await subject.activity())[0]?.reason).toBe('already booked');
    expect(await warnings(subject)).toEqual([]);
    expect((await subject.view()).days.filter(({ name }) => name.includes(':'))).toEqual([]);
  });
});
