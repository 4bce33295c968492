import { describe, expect, it } from 'vitest';
import type { By } from '../../../src/engine/storage/trail.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { buyerNumber } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, sell, invoices } = shopAndBooks();
const by: By = { who: 'Anna', token: null, via: 'page' };

async function waiting(): Promise<Subject> {
  const subject = await startIntegration({ settings: { paymentMethods: { map: { iDEAL: 'pay_later' } } } });
  for (const number of [1, 2, 3]) {
    const payment = { method: 'Riverty', module: 'CUSTOM_PAYMENT_APP-mollie-pg' };
    await subject.sync((await sell({ buyer: buyerNumber(number), payment })).id);
  }
  await subject.settle();
  return subject;
}

const methodsOf = async (subject: Subject) => (await subject.view()).flows[0]?.settings.paymentMethods;

describe('saving what solves a cause and trying again', () => {
  it('is one step: whatever fails, neither is done', async () => {
    const subject = await waiting();
    const [cause] = (await subject.do(({ reports }) => reports.desk.view(0, 9))).causes;
    const id = cause?.id ?? '';
    const solve = (entry: string, revision?: string) =>
      subject.do((engine) => engine.solveCause(id, { entry }, { by, revision }));
    subject.sql("CREATE TRIGGER dies BEFORE INSERT ON remedies BEGIN SELECT RAISE(ABORT, 'dies'); END");
    await expect(solve('pay_later')).rejects.toThrow('dies');
    await subject.evict();
    expect(await methodsOf(subject)).toEqual({ map: { iDEAL: 'pay_later' } });
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(['parked', 'parked', 'parked']);
    subject.sql('DROP TRIGGER dies');
    await expect(solve('pay_later', 'another')).rejects.toMatchObject({ data: { code: 'saved_meanwhile' } });
    await expect(solve('payd')).rejects.toMatchObject({ issues: [{}] });
    expect(await solve('pay_later')).toEqual({ total: 3, done: 3 });
    // It dies before it could do anything of it.
    await subject.evict();
    await subject.settle();
    expect(invoices()).toHaveLength(3);
    expect(await methodsOf(subject)).toEqual({ map: { iDEAL: 'pay_later', Riverty: 'pay_later' } });
  });

  it('while something is saved replaces nothing of that', async () => {
    const subject = await waiting();
    const [cause] = (await subject.do(({ reports }) => reports.desk.view(0, 9))).causes;
    const { connections, flows } = await subject.view();
    await subject.do(async (engine) => {
      const saving = engine.configure({ name: 'Other', connections, flows });
      const solving = engine.solveCause(cause?.id ?? '', { entry: 'pay_later' }, { by });
      await expect(solving).rejects.toMatchObject({ data: { code: 'saved_meanwhile' } });
      await saving;
    });
    expect(await subject.view()).toMatchObject({ name: 'Other' });
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(['parked', 'parked', 'parked']);
  });

  it('takes the settings as a whole too, and then no other flow changes', async () => {
    const subject = await waiting();
    const [cause] = (await subject.do(({ reports }) => reports.desk.view(0, 9))).causes;
    expect(cause).toMatchObject({
      ...{ count: 3, kind: 'records', setting: { path: 'paymentMethods', lacks: 'Riverty' } },
      examples: [{ task: expect.any(String) }, {}, {}],
    });
    const settings = { paymentMethods: { default: 'already_paid' } };
    await subject.do((engine) => engine.solveCause(cause?.id ?? '', { settings }, { by }));
    await subject.settle();
    expect(invoices()).toHaveLength(3);
    const solved = await subject.do(({ reports }) => reports.desk.solved());
    expect(solved.causes).toMatchObject([
      { count: 3, underWay: false, remedy: { who: 'Anna', what: 'solve' } },
    ]);
    const gone = subject.do((engine) => engine.solveCause(cause?.id ?? '', { settings }, { by }));
    await expect(gone).rejects.toMatchObject({ data: { code: 'cause_over' } });
  });
});
