import { describe, expect, test } from 'vitest';
import { estimateTarget } from '../../../../src/connectors/jortt/estimates/target.ts';
import { findDocument } from '../../../support/fake-api.ts';
import { FakeApi, listOf, Refused } from '../fake-api.ts';
import { customerId } from '../samples.ts';

const placed = new Date('2026-03-02T08:00:00Z');
const estimateId = '0b0a4f6e-7c3d-4f9a-8b1e-2d5c6a7e8f90';

/** Sheet 7.1. */
function row(fields: Record<string, unknown> = {}) {
  return {
    id: estimateId,
    estimate_status: 'sent',
    acceptance_status: 'pending',
    customer_id: customerId,
    estimate_number: '2026-0007',
    valid_until: '2026-04-01',
    total: { amount: '85.00', currency: 'EUR' },
    total_incl_vat: { amount: '101.65', currency: 'EUR' },
    reference: 'ORDER-10042',
    sent_or_modified_on: '2026-03-02',
    ...fields,
  };
}

/** A Jortt with these pages of estimates. */
function listing(...pages: unknown[][]) {
  return new FakeApi((call) => (call.path === '/v2/estimates' ? listOf(pages, call) : undefined));
}

function find(api: FakeApi, reference: string) {
  return findDocument(estimateTarget, api, reference, placed);
}

const found = {
  id: estimateId,
  number: '2026-0007',
  gross: '101.65',
  vat: '16.65',
  currency: 'EUR',
  reference: 'ORDER-10042',
  draft: false,
  customerId,
};

describe('finding by reference', () => {
  test('takes the exact one among the hits', async () => {
    const api = listing(
      [row({ id: 'x', reference: 'ORDER-100421' }), row({ id: 'y', reference: null })],
      [row()],
    );
    expect(await find(api, 'ORDER-10042')).toEqual(found);
    expect(api.calls.map(({ query }) => query)).toEqual([
      { query: 'ORDER-10042', page: 1 },
      { query: 'ORDER-10042', page: 2 },
    ]);
  });

  test.each([
    ['draft', null, true],
    ['sent', 'accepted', false],
    ['sent', 'rejected', false],
    ['sent', 'signed', false],
    ['expired', 'pending', false],
    ['invoiced', 'accepted', false],
  ])('one that is %s (%s) is the order’s all the same', async (estimate_status, acceptance_status, draft) => {
    const api = listing([row({ estimate_status, acceptance_status })]);
    expect(await find(api, 'ORDER-10042')).toEqual({ ...found, draft });
  });

  test('has no day of its own: the one that is told moves with every change', async () => {
    expect(await find(listing([row()]), 'ORDER-10042')).not.toHaveProperty('date');
  });

  test('gives all that have the reference: the flow tells whose they are', async () => {
    const all = await estimateTarget.find(listing([row(), row({ id: 'other' })]), ['ORDER-10042'], placed);
    expect(all.get('ORDER-10042')).toMatchObject([{ id: estimateId }, { id: 'other' }]);
  });

  test('one that does not state all is found all the same', async () => {
    const bare = row({ total: null, customer_id: null, total_incl_vat: { amount: '101.65' } });
    expect(await find(listing([bare]), 'ORDER-10042')).toMatchObject({ vat: null, customerId: null });
  });

  test('one without a readable total is named, not passed over', async () => {
    await expect(find(listing([row({ total_incl_vat: { amount: 'n/a' } })]), 'ORDER-10042')).rejects.toThrow(
      /not_an_amount/,
    );
  });
});

describe('finding by a reference too short to search for', () => {
  test('reads all estimates, newest first', async () => {
    const api = listing([row({ reference: '41' })], [row({ reference: '42' })]);
    expect(await find(api, '42')).toMatchObject({ id: estimateId });
    expect(api.calls.map(({ query }) => query)).toEqual([{ page: 1 }, { page: 2 }]);
  });

  test('stops at one that was touched last more than a day before the order', async () => {
    const within = row({ reference: '41', sent_or_modified_on: '2026-03-01' });
    const untold = row({ reference: '40', sent_or_modified_on: null });
    const before = row({ reference: '39', sent_or_modified_on: '2026-02-28' });
    const api = listing([within, untold], [before], [row({ reference: '42' })]);
    expect(await find(api, '42')).toBeNull();
    expect(api.calls).toHaveLength(2);
    expect(await find(listing([within, untold], [row({ reference: '42' })]), '42')).not.toBeNull();
  });
});

describe('one estimate', () => {
  const get = (answer: unknown) => estimateTarget.get(new FakeApi(() => answer), estimateId);

  test('by its id', async () => {
    const api = new FakeApi(() => ({ data: row(), possible_actions: [] }));
    expect(await estimateTarget.get(api, estimateId)).toEqual(found);
    expect(api.calls).toMatchObject([{ method: 'GET', path: `/v2/estimates/${estimateId}` }]);
  });

  test('is null when it is gone or the id is none', async () => {
    expect(await get(undefined)).toBeNull();
    expect(await get(new Refused(422, { error: { key: 'params.invalid', details: [] } }))).toBeNull();
  });

  test('a scope that lacks is not taken for absence', async () => {
    const lacking = new Refused(401, { error: { code: 401, key: 'scopes.insufficient', details: [] } });
    await expect(get(lacking)).rejects.toMatchObject({ kind: 'auth', code: 'scope_missing' });
  });
});

test('it is made by one call, and its id is all that is answered', async () => {
  const api = new FakeApi(() => ({ data: { id: 'new' } }));
  expect(await estimateTarget.create(api, { reference: '1001' })).toEqual({ id: 'new' });
  expect(api.calls).toMatchObject([{ method: 'POST', path: '/v2/estimates', body: { reference: '1001' } }]);
});

test('nothing credits it, and nothing tells it of payments', () => {
  expect([estimateTarget.credit, estimateTarget.findCredit, estimateTarget.follow]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(estimateTarget.kinds).toEqual(['order']);
});
