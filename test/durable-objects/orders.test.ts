import { describe, expect, it } from 'vitest';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { koppel, newId, Subject, startIntegration } from './support/harness.ts';
import { outside } from './support/outside.ts';
import { sell } from './support/shop.ts';

interface Listed {
  readonly items: readonly Record<string, unknown>[];
  readonly cursor: string | null;
}

/** One order that is booked, one that is not paid, and one that the books refuse. */
async function traded() {
  const subject = await startIntegration({ settings: { paymentStatuses: ['PAID'], state: 'sent' } });
  const booked = await sell();
  const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
  await subject.sync(booked.id, unpaid.id);
  await subject.settle();
  outside.fault({
    ...{ system: 'jortt', method: 'POST', path: '/v3/invoices', kind: 'status', status: 422 },
    body: refusedByJortt,
  });
  const refused = await sell();
  await subject.sync(refused.id);
  await subject.settle();
  return { subject, booked, unpaid, refused };
}

describe('orders over the API', () => {
  it('are listed once each, searched, filtered and paged', async () => {
    const { subject, booked, unpaid, refused } = await traded();
    const list = async (query: string) => {
      const { status, text } = await subject.api('GET', `/orders${query}`);
      expect(status, text).toBe(200);
      return JSON.parse(text) as Listed;
    };
    const keys = async (query: string) => (await list(query)).items.map(({ key }) => key);
    expect((await keys('')).toSorted()).toEqual([booked.id, unpaid.id, refused.id].toSorted());
    expect(await keys('?state=parked')).toEqual([refused.id]);
    expect(await keys('?state=skipped&flow=orders:shop:books')).toEqual([unpaid.id]);
    expect(await keys('?state=queued')).toEqual([]);
    expect(await keys(`?q=${booked.id.toLowerCase()}`)).toEqual([booked.id]);
    expect(await keys(`?q=${booked.gross}&state=booked`)).toEqual([booked.id]);
    const first = await list('?limit=2');
    const rest = await list(`?limit=2&cursor=${first.cursor}`);
    expect([first.items.length, rest.items.length, rest.cursor]).toEqual([2, 1, null]);
    expect((await list('?state=parked')).items).toMatchObject([
      { number: refused.id, currency: 'EUR', problem: { code: 'refused' }, document: null },
    ]);
    const dutch = await koppel('GET', `/api/integrations/${subject.id}/orders?state=skipped`, undefined, {
      'accept-language': 'nl',
    });
    expect(dutch.text).toContain('betaalstatus');
  });

  it('are refused where the query does not fit, naming the field', async () => {
    const subject = await startIntegration();
    for (const query of ['state=lost', 'from=yesterday', 'limit=0', 'cursor=bm9uZQ', 'q=']) {
      const answer = await subject.api('GET', `/orders?${query}`);
      expect(answer, query).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    }
    expect((await subject.api('GET', '/amounts?by=year')).status).toBe(400);
    expect((await subject.api('GET', '/amounts?from=2020-01-01&to=2026-01-01')).status).toBe(400);
  });

  it('are told one by one, with totals and every try', async () => {
    const { subject, booked, refused } = await traded();
    const { status, body } = await subject.api('GET', `/orders/orders:shop:books/${booked.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ key: booked.id, state: 'booked', document: { number: expect.stringMatching(/^\d/) } },
      ...{ timeline: [{ outcome: 'done' }], lastTask: { state: 'done' } },
      lines: [{ differs: false }, { differs: false }],
    });
    expect(body.checks).toContainEqual({ name: 'gross', expected: booked.gross, actual: booked.gross });
    const other = await subject.api('GET', `/orders/orders/${refused.id}`);
    expect(other.body.checks).toContainEqual({
      ...{ name: 'gross', expected: refused.gross, actual: refused.gross },
    });
    const none = await subject.api('GET', '/orders/orders/NO%2FSUCH');
    expect(none).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('are a file that a spreadsheet reads, and takes for no formula', async () => {
    const { subject, booked } = await traded();
    await subject.sql('UPDATE numbers SET number = \'=cmd|"x"!A1\' WHERE key = ?', booked.id);
    const { status, text, headers } = await subject.api('GET', '/orders.csv?state=booked');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toContain('.csv"');
    const [head, row, ...rest] = text.split('\r\n');
    expect(head).toMatch(/^number,placed_on,placed_at,currency,gross,vat,/);
    expect(row).toMatch(/^"'=cmd\|""x""!A1",\d{4}-\d\d-\d\d,/);
    expect(row).toContain(`,EUR,${Number(booked.gross)},`);
    expect(rest).toEqual(['']);
    const bad = await subject.api('GET', '/orders.csv?state=lost');
    expect(bad).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  });

  it('are added up by day and by month', async () => {
    const { subject, booked } = await traded();
    const { body } = await subject.api('GET', '/amounts');
    const [day] = (body as unknown as Listed).items;
    expect(day).toMatchObject({
      ...{ currency: 'EUR', count: 3, booked: { count: 1, documents: String(Number(booked.gross)) } },
      notBooked: expect.arrayContaining([
        expect.objectContaining({ state: 'parked', count: 1 }),
        expect.objectContaining({ state: 'skipped', count: 1 }),
      ]),
    });
    const monthly = await subject.api('GET', '/amounts?by=month&flow=orders');
    expect(monthly.body.items).toMatchObject([{ period: expect.stringMatching(/^\d{4}-\d\d$/), count: 3 }]);
    const elsewhere = await subject.api('GET', '/amounts?flow=orders:shop:other');
    expect(elsewhere.body.items).toEqual([]);
  });

  it('are asked for with the admin token, of an integration that there is', async () => {
    const stranger = new Subject(newId());
    for (const path of ['/orders', '/orders.csv', '/orders/orders/A', '/amounts']) {
      expect((await stranger.api('GET', path)).status, path).toBe(404);
      const answer = await koppel('GET', `/api/integrations/some${path}`, undefined, { authorization: '' });
      expect(answer.status, path).toBe(401);
    }
  });

  it('are in the description', async () => {
    const { body } = await koppel('GET', '/api/openapi.json');
    const paths = Object.keys(body.paths as object);
    const base = '/integrations/{integration}';
    for (const path of ['/orders', '/orders.csv', '/orders/{flow}/{key}', '/amounts'])
      expect(paths).toContain(`${base}${path}`);
  });
});
