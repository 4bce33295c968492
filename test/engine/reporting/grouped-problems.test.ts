import { describe, expect, it } from 'vitest';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { buyerNumber, plainBasket } from '../../support/shop-deeds.ts';

const { startIntegration, outside, sell } = shopAndBooks();

describe('problems of parked orders', () => {
  it('are told by code and value, with counts that are true', async () => {
    const settings = (...known: string[]) => ({
      shipping: { methods: { map: Object.fromEntries(known.map((name) => [name, name])) } },
    });
    const subject = await startIntegration({ settings: settings('PostNL') });
    const methods = ['DHL', 'DPD', 'DHL', 'DPD', 'DHL', 'PostNL'];
    for (const [number, method] of methods.entries()) {
      const { id } = await sell({
        buyer: buyerNumber(number),
        basket: { ...plainBasket, shipping: { method, rate: '4.25' } },
      });
      await subject.sync(id);
      await subject.settle();
    }
    const told = async () =>
      (await subject.view()).problems.map(({ code, count, values, message }) => ({
        code,
        count,
        values,
        message,
      }));
    const missing = (value: string, count: number) => ({
      code: 'choice_missing',
      count,
      values: { setting: 'shipping.methods', value },
      message: `The setting "shipping.methods" has no entry for "${value}".`,
    });
    expect(await told()).toEqual([missing('DHL', 3), missing('DPD', 2)]);

    const [newest] = await subject.tasks();
    const withDhl = (await subject.tasks()).find(({ problem }) => problem?.message.includes('DHL'));
    expect(newest?.state).toBe('done');
    await subject.skip(withDhl?.key ?? '');
    expect(await told()).toEqual([missing('DHL', 2), missing('DPD', 2)]);
    await subject.configure({ settings: settings('PostNL', 'DHL') });
    await subject.retryParked();
    await subject.settle();
    expect(await told()).toEqual([missing('DPD', 2)]);
  });

  it('whose amounts differ from order to order are one cause', async () => {
    const subject = await startIntegration();
    outside.fault({
      system: 'jortt',
      method: 'POST',
      path: '/v3/invoices',
      kind: 'status',
      status: 422,
      body: { error: { code: 422, key: 'params.invalid', message: 'Invalid.', details: [] } },
      times: 3,
    });
    for (const number of [1, 2, 3]) await subject.sync((await sell({ buyer: buyerNumber(number) })).id);
    await subject.settle();
    const [problem, ...others] = (await subject.view()).problems;
    expect(problem).toMatchObject({
      code: 'refused',
      count: 3,
      values: { status: 422 },
      flow: 'orders:shop:books',
    });
    expect(others).toEqual([]);
    const first = (await subject.tasks()).map(({ updatedAt }) => updatedAt).sort()[0];
    expect(problem?.since).toBe(first);
  });
});
