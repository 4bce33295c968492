import { describe, expect, it } from 'vitest';
import { shopAndBooks } from '../../support/shop-and-books.ts';
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

/** A task that a person must see: the books refuse its invoice once. */
async function parked(subject: Subject): Promise<number> {
  const { id } = await sell();
  outside.fault({
    system: 'jortt',
    method: 'POST',
    kind: 'status',
    status: 422,
    body: { error: { code: 422, key: 'params.invalid', message: 'Invalid.', details: [] } },
  });
  await run(subject, id);
  return openTask(subject, id);
}
