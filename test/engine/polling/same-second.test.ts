import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../support/durations.ts';
import { invoices, Simulation } from '../../support/simulation.ts';

/** Polls every ten minutes; brings the clock to a little before the next poll, in the second in which that is. */
async function beforeNextPoll(settings: Record<string, unknown>): Promise<Simulation> {
  const simulation = await new Simulation().configured({ every: '10m', settings });
  await simulation.live(2 * minuteMs);
  const next = simulation.integration.nextWakeAt() ?? 0;
  await simulation.clock.advance(Math.ceil(next / 1000) * 1000 - simulation.clock.now() + 300);
  return simulation;
}

test.each([
  ['paymentStatuses', 'paymentStatus', 'AWAITING_PAYMENT', 'PAID'],
  ['statuses', 'fulfillmentStatus', 'AWAITING_PROCESSING', 'SHIPPED'],
])(
  'an order that passes the filter "%s" in the second in which it was read is booked',
  async (filter, field, before, after) => {
    const simulation = await beforeNextPoll({ [filter]: [after] });
    const { outside } = simulation;
    outside.sell('K-31', { [field]: before });
    await simulation.run();
    expect(simulation.states()).toEqual(['K-31 skipped']);
    outside.sell('K-31', { [field]: after });
    await simulation.live(dayMs);
    expect(invoices(simulation)).toEqual(['K-31']);
  },
);

test.each([0, 200_000])(
  'a shop whose clock is %i ms behind tells by the status what changed in one second',
  async (behind) => {
    const simulation = await beforeNextPoll({ paymentStatuses: ['PAID'] });
    const { outside, clock } = simulation;
    const at = Math.floor((clock.now() - behind) / 1000);
    const times = { createTimestamp: at, updateTimestamp: at };
    outside.listed = ['id', 'updateTimestamp', 'paymentStatus'];
    outside.sell('K-32', { ...times, paymentStatus: 'AWAITING_PAYMENT' });
    await simulation.run();
    outside.sell('K-32', { ...times, paymentStatus: 'PAID' });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['K-32']);
  },
);

test('what did not change is looked at once more at most', async () => {
  const simulation = await beforeNextPoll({});
  simulation.outside.sell('K-33');
  await simulation.live(3 * hourMs);
  expect(invoices(simulation)).toEqual(['K-33']);
  expect(simulation.tasks().length).toBeLessThanOrEqual(2);
});
