import { describe, expect, it } from 'vitest';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { buyerNumber } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const onPage = { who: 'ADMIN_TOKEN', token: null, via: 'page' } as const;

const { startIntegration, outside, sell, merchant, invoices } = shopAndBooks();

describe('an order that a person leaves out', () => {
  it('leaves a trace: who, when and why', async () => {
    const subject = await startIntegration();
    const task = await parked(subject);
    const why = 'Booked by hand for Noor';
    const sealed = await subject.do((engine) => engine.sealWhy(task, why));
    const skipped = await subject.do((engine) => engine.skip(task, onPage, sealed));
    expect(skipped).toMatchObject({ state: 'skipped', skippedBy: 'page' });
    const [entry] = await subject.activity();
    expect(entry).toMatchObject({ outcome: 'skipped', key: skipped.key, at: skipped.updatedAt });
    expect(entry?.reason).toBe('skipped by a person, on a page');
    const transfer = await subject.do(({ reports }) => reports.transfer(Number(entry?.id)));
    expect(transfer.payload).toMatchObject({ why });
    expect(JSON.stringify(subject.tables())).not.toContain('Noor');
  });

  it('says nothing of why where nothing is kept', async () => {
    const subject = await startIntegration({ retentionDays: 0 });
    const task = await parked(subject);
    expect(await subject.do((engine) => engine.sealWhy(task, 'A reason'))).toBeNull();
    expect(await subject.do((engine) => engine.sealWhy(task, ' '))).toBeNull();
  });

  it('is found, apart from what the settings leave out', async () => {
    const subject = await startIntegration();
    const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
    await subject.sync(unpaid.id);
    await subject.settle();
    const task = await parked(subject);
    await subject.do((engine) => engine.skip(task));
    const found = (filter: object) =>
      subject.do(({ reports }) => reports.tasks({ state: 'skipped', ...filter }, 9));
    expect((await found({})).items).toHaveLength(2);
    expect((await found({ skippedBy: 'api' })).items).toMatchObject([{ id: String(task) }]);
    expect((await found({ skippedBy: 'page' })).items).toEqual([]);
  });

  it('is taken back, and booked once', async () => {
    const subject = await startIntegration();
    const task = await parked(subject);
    await subject.do((engine) => engine.skip(task, onPage));
    await subject.settle();
    expect(invoices()).toEqual([]);
    expect(await subject.do((engine) => engine.unskip(task))).toMatchObject({
      state: 'queued',
      skippedBy: null,
    });
    expect((await subject.activity())[0]?.reason).toBe(
      'no longer skipped, taken back by a person, over the API',
    );
    await subject.settle();
    expect(invoices()).toHaveLength(1);
    const again = subject.do((engine) => engine.unskip(task));
    await expect(again).rejects.toMatchObject({ data: { code: 'task_state' } });
  });

  it('is not taken back beside a newer task of the same order', async () => {
    const subject = await startIntegration();
    const task = await parked(subject);
    const { key } = await subject.do((engine) => engine.skip(task, onPage));
    await subject.sync(key);
    const back = subject.do((engine) => engine.unskip(task));
    await expect(back).rejects.toThrow('newer task');
  });
});

describe('an order that a person left out, which the shop tells of once more', () => {
  it('stays left out by that person, and says so wherever it is looked at', async () => {
    const { subject, key } = await leftOut();
    await toldAgain(subject, key);
    expect(invoices()).toEqual([]);
    expect((await subject.activity())[0]).toMatchObject({
      ...{ outcome: 'skipped', key, reason: 'skipped by a person, on a page' },
    });
    const { items } = await subject.do(({ reports }) => reports.tasks({ skippedBy: 'page' }, 9));
    expect(items).toMatchObject([{ key, state: 'skipped', skippedBy: 'page' }]);
    const [order] = (await subject.do(({ reports }) => reports.orders.list({}, 9))).items;
    expect(order).toMatchObject({ state: 'skipped', reason: { code: 'left_out' } });
    const preview = await subject.do((engine) => engine.preview('orders', key));
    expect(preview.skips).toEqual({ code: 'left_out', params: { by: 'page' } });
  });

  it('stays so when its task was tidied away', async () => {
    const { subject, key } = await leftOut();
    subject.sql("DELETE FROM tasks WHERE state = 'skipped'");
    await toldAgain(subject, key);
    await toldAgain(subject, key);
    expect(invoices()).toEqual([]);
    expect(await subject.task(key)).toMatchObject({ state: 'skipped', skippedBy: 'page' });
  });

  it('stays so with all of a period that is asked for, and is booked when it is asked for by its name', async () => {
    const { subject, key } = await leftOut();
    await subject.do((engine) => engine.sync('orders', { since: '2026-03-01' }));
    await subject.settle();
    expect(invoices()).toEqual([]);
    await run(subject, key);
    expect(invoices()).toHaveLength(1);
    await toldAgain(subject, key);
    expect((await subject.activity())[0]?.reason).toBe('already booked');
  });

  it('is taken back by its newest task', async () => {
    const { subject, key, task } = await leftOut();
    await toldAgain(subject, key);
    const newest = Number((await subject.task(key)).id);
    expect(newest).not.toBe(task);
    await expect(subject.do((engine) => engine.unskip(task))).rejects.toMatchObject({
      data: { code: 'task_state' },
    });
    await subject.do((engine) => engine.unskip(newest));
    await subject.settle();
    expect(invoices()).toHaveLength(1);
  });

  it('is an order like any other once that is taken back, however often it is tried', async () => {
    const { subject, key, task } = await leftOut();
    refuseInvoice();
    await subject.do((engine) => engine.unskip(task));
    await subject.settle();
    expect((await subject.task(key)).state).toBe('parked');
    // The log of months ago is gone.
    subject.sql('DELETE FROM activity');
    await toldAgain(subject, key);
    expect(invoices()).toHaveLength(1);
  });

  it('is taken back with all that were left out with it, also while it is on its way again', async () => {
    const subject = await startIntegration();
    for (const number of [1, 2]) {
      refuseInvoice();
      await run(subject, (await sell({ buyer: buyerNumber(number) })).id);
    }
    const [cause] = (await subject.do(({ reports }) => reports.desk.view(0, 9))).causes;
    const [told, waits] = (await subject.tasks()).map(({ key }) => key);
    await subject.do((engine) => engine.leaveOutCause(cause?.id ?? '', 'booked_by_hand', onPage));
    await toldAgain(subject, told ?? '');
    expect((await subject.activity())[0]?.reason).toBe('skipped by a person, on a page: booked by hand');
    await subject.hook(waits ?? '');
    const { leftOut: together } = await subject.do(({ reports }) => reports.desk.solved());
    expect(together).toMatchObject([{ total: 2, canBeTakenBack: true }]);
    await subject.do((engine) => engine.takeBackCause(Number(together[0]?.id), onPage));
    await subject.settle();
    expect(invoices()).toHaveLength(2);
  });
});

describe('a difference that was accepted by leaving an order out', () => {
  it('is flagged again once that is taken back, and an earlier acceptance stays', async () => {
    const subject = await startIntegration({ settings: { state: 'sent', refunds: 'flag' } });
    const { id } = await sell();
    await run(subject, id);
    await merchant(id, { refund: { amount: '5.00' } });
    await run(subject, id);
    await subject.skip(id);
    await merchant(id, { refund: { amount: '3.00' } });
    await run(subject, id);
    const later = await openTask(subject, id);
    await subject.do((engine) => engine.skip(later));
    await run(subject, id);
    expect((await subject.activity())[0]?.reason).toBe('the difference was accepted');
    await subject.do((engine) => engine.unskip(later));
    await subject.settle();
    // Of 8.00 the first 5.00 are accepted still.
    expect((await subject.task(id)).problem).toBeNull();
    const open = (await subject.tasks()).find((each) => each.state === 'parked');
    expect(open).toMatchObject({ id: String(later), problem: { code: 'order_refunded' } });
    expect(open?.problem?.message).toContain('3.00');
  });
});

async function run(subject: Subject, id: string): Promise<void> {
  await subject.sync(id);
  await subject.settle();
}

async function openTask(subject: Subject, key: string): Promise<number> {
  const open = (await subject.tasks()).find((each) => each.key === key && each.state === 'parked');
  return Number(open?.id);
}

/** Left out on a page. */
async function leftOut(): Promise<{ subject: Subject; key: string; task: number }> {
  const subject = await startIntegration();
  const task = await parked(subject);
  const { key } = await subject.do((engine) => engine.skip(task, onPage));
  await subject.settle();
  return { subject, key, task };
}

/** As when the shop marks it shipped. */
async function toldAgain(subject: Subject, key: string): Promise<void> {
  await subject.hook(key);
  await subject.settle();
}

/** A task that a person must see. */
async function parked(subject: Subject): Promise<number> {
  const { id } = await sell();
  refuseInvoice();
  await run(subject, id);
  return openTask(subject, id);
}

/** The books refuse the next one. */
function refuseInvoice(): void {
  outside.fault({
    system: 'jortt',
    method: 'POST',
    kind: 'status',
    status: 422,
    body: { error: { code: 422, key: 'params.invalid', message: 'Invalid.', details: [] } },
  });
}
