import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { sahin } from '../../support/shop-deeds.ts';

const { startIntegration, outside, sell, invoices, invoicesOf } = shopAndBooks();

const refused = { error: { code: 422, key: 'params.invalid', message: 'Invalid.', details: [] } };

describe('a record that cannot be carried', () => {
  it.each([
    ['items.0.price', (order: JsonObject) => ({ ...order, items: firstPrice(order, 'veel') })],
    ['createTimestamp', ({ createTimestamp: _, createDate: __, ...rest }: JsonObject) => rest],
    [
      'shippingPerson.countryCode',
      (order: JsonObject) => ({ ...order, shippingPerson: { countryCode: 'Nederland' } }),
    ],
  ])('because of %s is parked and names that field, and goes after the fix', async (field, damage) => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.intercept = async (call, answer) => {
      const response = await answer();
      return call.path.includes('/orders/') ? Response.json(damage(await response.json())) : response;
    };
    await subject.sync(id);
    await subject.settle();
    const task = await subject.task(id);
    expect(task).toMatchObject({ state: 'parked', problem: { code: 'unreadable' } });
    expect(task.problem?.message).toContain(`: ${field} `);
    expect(task.problem?.action).toContain(field);
    expect(outside.calls.filter(({ system }) => system === 'jortt')).toEqual([]);
    expect((await subject.view()).problems).toMatchObject([{ code: 'unreadable', count: 1 }]);

    outside.passOn();
    await subject.retry(id);
    await subject.settle();
    expect((await subject.task(id)).state).toBe('done');
    expect((await subject.view()).problems).toEqual([]);
    expect(invoicesOf(id)).toHaveLength(1);
  });

  it('leaves nothing of its buyer who is erased', async () => {
    const subject = await startIntegration();
    const damaged = await sell();
    const whole = await sell({ buyer: { ...sahin, email: 'other@mail.example' } });
    outside.intercept = async (call, answer) => {
      const response = await answer();
      if (!call.path.includes(`/orders/${damaged.id}`)) return response;
      const order = (await response.json()) as JsonObject;
      return Response.json({ ...order, createTimestamp: 'soon', createDate: 'soon' });
    };
    await subject.sync(damaged.id);
    await subject.sync(whole.id);
    await subject.settle();
    expect(await subject.task(damaged.id)).toMatchObject({ problem: { code: 'unreadable' } });
    expect(await subject.do((engine) => engine.erase(sahin.email))).toEqual({ links: 0, activity: 1 });
    expect((await subject.activity()).map(({ key }) => key)).toEqual([whole.id]);
  });

  it('for want of an entry in a setting is parked and names it; the retry takes the new setting', async () => {
    const settings = { paymentTerms: { map: { Overboeking: '30' } } };
    const subject = await startIntegration({ settings });
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    const { state, problem } = await subject.task(id);
    expect(state).toBe('parked');
    expect(problem?.message).toContain('paymentTerms');
    expect(problem?.message).toContain('iDEAL');
    await subject.configure({ settings: { paymentTerms: { map: { iDEAL: '7' } } } });
    expect(await subject.retryParked()).toEqual({ retried: 1 });
    await subject.settle();
    expect(invoicesOf(id)).toMatchObject([{ payment_term: 7 }]);
  });

  it('after its mapping was corrected goes with the new mapping', async () => {
    const subject = await startIntegration({ mapping: { remarks: 'order.date' } });
    const { id } = await sell();
    outside.fault({
      system: 'jortt',
      method: 'POST',
      path: '/invoices',
      kind: 'status',
      status: 422,
      body: refused,
    });
    await subject.sync(id);
    await subject.settle();
    expect((await subject.task(id)).state).toBe('parked');
    await subject.configure({ mapping: { remarks: "'Bestelling ' & order.number" } });
    await subject.retryParked();
    await subject.settle();
    expect(invoices()).toMatchObject([{ remarks: `Bestelling ${id}` }]);
  });

  it('is skipped when a person says so, and is not tried again', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({ system: 'jortt', method: 'POST', kind: 'status', status: 422, body: refused });
    await subject.sync(id);
    await subject.settle();
    expect(await subject.skip(id)).toMatchObject({ state: 'skipped' });
    await subject.settle();
    expect(invoices()).toEqual([]);
    expect((await subject.view()).problems).toEqual([]);
    await expect(subject.retry(id)).rejects.toMatchObject({ data: { code: 'task_state' } });
  });
});

function firstPrice(order: JsonObject, price: string): JsonObject[] {
  const [first, ...rest] = objectsIn(order.items);
  return [{ ...first, price }, ...rest];
}
