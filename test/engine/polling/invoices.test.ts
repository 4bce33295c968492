import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../src/connectors/jortt/orders/source.ts';
import { FakeApi, listOf } from '../../connectors/jortt/fake-api.ts';
import { OfficeApi } from '../../connectors/jortt/office-api.ts';
import { line, Office } from '../../sandbox/jortt/office.ts';
import { Polling } from './polling.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Time goes by, and the token with it. */
async function pass(office: Office, ms: number): Promise<void> {
  office.world.pass(ms);
  await office.login();
}

/** An office whose first invoice was made long before the polling began. */
async function begin(settings: Record<string, unknown> = {}) {
  const office = await Office.open(settings);
  const old = await office.sentInvoice();
  await pass(office, 40 * dayMs);
  const api = new OfficeApi(office);
  const polling = new Polling(api, orderSource, 'orders');
  const later = async () => {
    await pass(office, hourMs);
    return polling.keys();
  };
  return { office, old, api, polling, later };
}

describe('what changed', () => {
  test('is at first what is made from now on', async () => {
    const { office, polling, later } = await begin();
    expect(await polling.keys()).toEqual([]);
    await pass(office, hourMs);
    const made = await office.invoice();
    expect(await later()).toEqual([made]);
    expect(await later()).toEqual([]);
  });

  test('is a payment, however old its invoice is', async () => {
    const { office, old, polling, later } = await begin();
    await polling.poll();
    await pass(office, 300 * dayMs);
    await polling.poll();
    await office.lever('POST', `/invoices/${old}/pay`, { amount: '10' });
    expect(await later()).toEqual([old]);
    await office.lever('POST', `/invoices/${old}/pay`, {});
    expect(await later()).toEqual([old]);
    expect(await later()).toEqual([]);
    expect(await orderSource.get(new OfficeApi(office), old)).toMatchObject({ paymentStatus: 'paid' });
  });

  test('is an invoice made and paid between two polls', async () => {
    const { office, polling, later } = await begin();
    await polling.poll();
    await pass(office, hourMs);
    const id = await office.sentInvoice();
    await office.lever('POST', `/invoices/${id}/pay`, {});
    expect(await later()).toEqual([id]);
  });

  test('is a draft that is edited, sent or deleted', async () => {
    const { office, polling, later } = await begin();
    const drafts = [await office.invoice(), await office.invoice(), await office.invoice()];
    const [edited, sent, deleted] = drafts;
    await pass(office, hourMs);
    await polling.poll();
    expect(await later()).toEqual([]);
    await office.call('PUT', `/v3/invoices/${edited}`, { line_items: [line('26.00')] });
    const customer_id = await office.person();
    await office.call('PUT', `/v3/invoices/${sent}`, { customer_id, line_items: [line()] });
    await office.call('POST', `/v3/invoices/${sent}/send`, { send_method: 'self' });
    await office.call('DELETE', `/v3/invoices/${deleted}`);
    expect((await later()).sort()).toEqual([...drafts].sort());
    expect(await orderSource.get(new OfficeApi(office), String(deleted))).toBeNull();
  });

  test('is the invoice that a credit note credits, when it is made and when it is sent', async () => {
    const { office, old, polling, later } = await begin();
    await office.lever('POST', `/invoices/${old}/pay`, {});
    await polling.poll();
    await pass(office, hourMs);
    const note = await office.create(`/v3/invoices/${old}/credit`, {});
    expect(await later()).toEqual([old]);
    expect(await later()).toEqual([]);
    await office.call('POST', `/v3/invoices/${note}/send`, { send_method: 'self' });
    expect(await later()).toEqual([old]);
    const api = new OfficeApi(office);
    expect(await orderSource.get(api, old)).toMatchObject({ cancelled: true, refunded: '90.75' });
    expect(await orderSource.get(api, note)).toBeNull();
  });

  test('is being late, on the day that it becomes so', async () => {
    const { office, polling } = await begin();
    const id = await office.sentInvoice({ payment_term: 5 });
    await pass(office, hourMs);
    await polling.poll();
    await pass(office, 5 * dayMs - hourMs);
    expect(await polling.keys()).toEqual([]);
    await pass(office, dayMs);
    expect(await polling.keys()).toEqual([id]);
    expect(await polling.keys()).toEqual([]);
  });

  test('is no refund without an invoice', async () => {
    const { office, polling, later } = await begin();
    await polling.poll();
    await pass(office, hourMs);
    const id = await office.sentInvoice({ line_items: [line('-5.00')] });
    expect(await later()).toEqual([]);
    expect(await orderSource.get(new OfficeApi(office), id)).toBeNull();
  });

  test('since an earlier day is what was made since then', async () => {
    const { office, old, polling } = await begin();
    const newer = await office.sentInvoice();
    await pass(office, hourMs);
    await polling.poll();
    const now = office.world.now();
    polling.forgetTasks();
    expect(await polling.keys(now - 2 * dayMs)).toEqual([newer]);
    polling.forgetTasks();
    expect((await polling.keys(now - 60 * dayMs)).sort()).toEqual([newer, old].sort());
  });

  test('has one version while nothing changes, and is looked at once', async () => {
    const { office, polling, api } = await begin();
    const id = await office.sentInvoice();
    expect(await polling.keys()).toEqual([id]);
    const before = api.reads;
    // It is listed with the unpaid ones and, being new, with the sent ones too.
    expect(await polling.keys()).toEqual([]);
    expect(api.reads - before).toBe(3);
    expect(polling.versions()).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  test('asked for anew since before the last read, is what was made since then though nothing of it changed', async () => {
    const { office, polling } = await begin();
    const id = await office.invoice();
    expect(await polling.keys()).toEqual([id]);
    polling.forgetTasks();
    await pass(office, 3 * hourMs);
    expect(await polling.keys()).toEqual([]);
    expect(await polling.keys(office.world.now() - 4 * hourMs)).toEqual([id]);
  });
});

describe('over many pages', () => {
  async function many(count: number) {
    const started = await begin();
    const { office } = started;
    const customer_id = await office.person();
    const ids: string[] = [];
    // Several to a second, and some of the very same.
    for (let number = 0; number < count; number++) {
      ids.push(await office.sentInvoice({ customer_id }));
      if (number % 7 === 0) await pass(office, 1000);
    }
    return { ...started, ids, customer_id };
  }

  test('every invoice is found, also with equal times', async () => {
    const { polling, ids } = await many(230);
    expect((await polling.keys()).sort()).toEqual([...ids].sort());
  });

  test('invoices that are made meanwhile push none past', async () => {
    const { office, api, polling, ids, customer_id } = await many(230);
    api.meanwhile = async () => void ids.push(await office.sentInvoice({ customer_id }));
    const found = await polling.keys();
    api.meanwhile = async () => undefined;
    await pass(office, hourMs);
    found.push(...(await polling.keys()));
    expect([...new Set(found)].sort()).toEqual([...ids].sort());
  });

  test('invoices that are paid meanwhile hide none', async () => {
    const { office, api, polling, ids } = await many(230);
    await pass(office, hourMs);
    await polling.poll();
    // Two at the top leave the unpaid ones while these are read; two far down are paid before.
    const paid = [ids[3], ids[4], ids[228], ids[229]];
    for (const id of paid.slice(0, 2)) await office.lever('POST', `/invoices/${id}/pay`, {});
    const during = paid.slice(2);
    api.meanwhile = async () => {
      const id = during.pop();
      if (id !== undefined) await office.lever('POST', `/invoices/${id}/pay`, {});
    };
    await pass(office, hourMs);
    const found = await polling.keys();
    await pass(office, hourMs);
    found.push(...(await polling.keys()));
    expect(found).toEqual(expect.arrayContaining(paid));
    await pass(office, hourMs);
    expect(await polling.keys()).toEqual([]);
  });

  test('a poll costs three calls, and one for each hundred open invoices more', async () => {
    const { office, api, polling } = await many(230);
    await pass(office, hourMs);
    await polling.poll();
    const before = api.reads;
    await polling.poll();
    expect(api.reads - before).toBe(5);
  });
});

test('no number of open invoices is too large', async () => {
  const page = (number: number) =>
    Array.from({ length: 100 }, (_, index) => ({
      id: `${number}-${index}`,
      created_at: '2025-01-01T00:00:00+01:00',
      state: 'unpaid',
    }));
  const pages = Array.from({ length: 80 }, (_, index) => page(index));
  const api = new FakeApi((call) =>
    call.query.invoice_status === 'unpaid' ? listOf(pages, call) : listOf([], call),
  );
  const polling = new Polling(api, orderSource, 'orders');
  expect(await polling.keys()).toEqual([]);
  expect(api.calls.length).toBe(82);
  expect(await polling.keys()).toEqual([]);
  pages[79]?.splice(50, 1, { id: '79-50', created_at: '2025-01-01T00:00:00+01:00', state: 'late' });
  pages[0]?.shift();
  expect((await polling.keys()).sort()).toEqual(['0-0', '79-50']);
});

test('a page that cannot be read says so', async () => {
  const api = new FakeApi((call) => listOf([], call));
  const window = { since: new Date(0), until: new Date(1), page: '{"list":"all"}' };
  await expect(orderSource.changes.page(api, window)).rejects.toMatchObject({ code: 'page_unreadable' });
});
