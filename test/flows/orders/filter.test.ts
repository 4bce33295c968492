import { expect, test } from 'vitest';
import { reasonToSkip } from '../../../src/flows/orders/filter.ts';
import { ordersSettings } from '../../../src/flows/orders/settings.ts';
import { line, order } from './samples.ts';

const all = ordersSettings.parse({});

test('without settings every order leaves, also one of zero and one refunded in part', () => {
  expect(reasonToSkip(order(), all)).toBeNull();
  expect(reasonToSkip(order({ lines: [line({ unitPrice: '0' })], shipping: [] }), all)).toBeNull();
  expect(reasonToSkip(order({ refunded: '30.24' }), all)).toBeNull();
});

test('one that is cancelled or wholly refunded does not', () => {
  expect(reasonToSkip(order({ cancelled: true }), all)).toEqual({ code: 'cancelled', params: {} });
  expect(reasonToSkip(order({ refunded: '30.25' }), all)).toEqual({ code: 'refunded', params: {} });
  expect(reasonToSkip(order({ refunded: '30.250' }), all)).toEqual({ code: 'refunded', params: {} });
});

test.each([
  [{ statuses: ['SHIPPED'] }, 'AWAITING_PROCESSING'],
  [{ paymentStatuses: ['AWAITING_PAYMENT', 'CUSTOM'] }, 'PAID'],
])('%j keeps out what is not in the list and names it', (settings, named) => {
  expect(reasonToSkip(order(), ordersSettings.parse(settings))).toMatchObject({ params: { status: named } });
});

test('"paid" is what the record says, whatever its payment status: also of one given back in part since', () => {
  const paid = ordersSettings.parse({ paid: true });
  const partly = order({ paid: true, paymentStatus: 'PARTIALLY_REFUNDED', refunded: '10.00' });
  expect(reasonToSkip(partly, paid)).toBeNull();
  expect(reasonToSkip(order({ paid: false, paymentStatus: 'AWAITING_PAYMENT' }), paid)).toEqual({
    code: 'not_paid',
    params: {},
  });
  const unpaid = ordersSettings.parse({ paid: false });
  expect(reasonToSkip(partly, unpaid)).toEqual({ code: 'paid', params: {} });
  expect(reasonToSkip(order({ paid: false }), unpaid)).toBeNull();
});

test('a draft leaves only where "statuses" names its status', () => {
  const draft = order({ draft: true, status: 'draft' });
  expect(reasonToSkip(draft, all)).toEqual({ code: 'draft', params: { status: 'draft' } });
  const named = ordersSettings.parse({ statuses: ['sent', 'draft'] });
  expect(reasonToSkip(draft, named)).toBeNull();
  const others = ordersSettings.parse({ statuses: ['sent'] });
  expect(reasonToSkip(draft, others)).toMatchObject({ code: 'status_excluded' });
  expect(reasonToSkip(order({ draft: false }), all)).toBeNull();
});

test('what is in the lists leaves', () => {
  const settings = ordersSettings.parse({
    statuses: ['X', 'AWAITING_PROCESSING'],
    paymentStatuses: ['PAID'],
  });
  expect(reasonToSkip(order(), settings)).toBeNull();
});

test('"since" counts by the day in the shop, the day itself included', () => {
  const settings = ordersSettings.parse({ since: '2026-03-02' });
  // Half past eleven in the evening in UTC is the next day in Amsterdam.
  const late = { placedAt: '2026-03-01T23:30:00.000Z' };
  expect(reasonToSkip(order({ ...late, date: '2026-03-02' }), settings)).toBeNull();
  expect(reasonToSkip(order({ ...late, date: '2026-03-01' }), settings)).toEqual({
    code: 'placed_before',
    params: { since: '2026-03-02' },
  });
});

test('what was sold before the flow went live stays, and not what was only placed before', () => {
  const liveFrom = '2026-03-10T12:00:00.000Z';
  const placedAt = '2026-03-02T10:00:00.000Z';
  const placed_before = { code: 'placed_before', params: { since: liveFrom } };
  expect(reasonToSkip(order({ placedAt }), all, liveFrom)).toEqual(placed_before);
  expect(reasonToSkip(order({ placedAt, soldAt: '2026-03-10T11:59:59.000Z' }), all, liveFrom)).toEqual(
    placed_before,
  );
  expect(reasonToSkip(order({ placedAt, soldAt: '2026-03-10T12:00:00.000Z' }), all, liveFrom)).toBeNull();
});
