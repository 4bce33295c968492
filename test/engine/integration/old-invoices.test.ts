/** Invoices of before, in books whose changes are told by a list: what happens to them today makes no order today. */
import { expect, test } from 'vitest';
import * as shopSettings from '../../../sandbox/ecwid/settings.ts';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import { StandIns } from '../../flows/customers/stand-ins.ts';
import { line } from '../../sandbox/jortt/office.ts';
import { hourMs } from '../../support/durations.ts';

const { storeId, secretToken, clientSecret: hookSecret } = shopSettings;

const document = {
  name: 'Tea',
  connections: {
    shop: { connector: 'ecwid', credentials: { storeId, token: secretToken, clientSecret: hookSecret } },
    books: { connector: 'jortt', credentials: { clientId, clientSecret } },
  },
  flows: [{ flow: 'orders', from: 'books', to: 'shop', every: '5m', settings: { statuses: ['sent'] } }],
};

/** A sent invoice, made now, or a draft. */
async function invoiced(all: StandIns, token: string, isDraft = false): Promise<string> {
  const { data } = (await all.inOffice('POST', '/v3/customers', {
    is_private: true,
    customer_name: 'Ria Kok',
    email: 'ria@mail.example',
  })) as { data: { id: string } };
  const made = await all.office.handle(
    new Request('https://api.jortt.nl/v3/invoices', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        customer_id: data.id,
        ...(isDraft ? {} : { send_method: 'self' }),
        net_amounts: true,
        line_items: [line('12.10', '2')],
      }),
    }),
  );
  expect(made.status).toBe(201);
  return ((await made.json()) as { data: { id: string } }).data.id;
}

async function send(all: StandIns, invoice: string, token: string): Promise<void> {
  const sent = await all.office.handle(
    new Request(`https://api.jortt.nl/v3/invoices/${invoice}/send`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ send_method: 'self' }),
    }),
  );
  expect(sent.ok, await sent.text()).toBe(true);
}

function ordersOf({ writes }: StandIns): string[] {
  return writes.filter((write) => write.startsWith('POST ecwid') || write.startsWith('POST /orders'));
}

async function login(all: StandIns): Promise<string> {
  const answer = await all.office.handle(
    new Request('https://app.jortt.nl/oauth-provider/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'customers:read customers:write invoices:read invoices:write organizations:read',
      }),
    }),
  );
  return ((await answer.json()) as { access_token: string }).access_token;
}

test('one that is paid after the integration went live is left; one that is made after it is taken', async () => {
  const all = await StandIns.open([]);
  const old = await invoiced(all, await login(all));
  await all.live(48 * hourMs);
  await all.integration.configure(document);
  await all.live(2 * hourMs);
  expect(all.writes).toEqual([]);
  const paid = await all.office.control().request(`/invoices/${old}/pay`, { method: 'POST', body: '{}' });
  expect(paid.ok).toBe(true);
  await all.live(2 * hourMs);
  expect(all.writes).toEqual([]);
  const [left] = all.integration.reports.activity({ key: old }, 1).items;
  expect(left?.reason).toMatch(/^placed before/);
  await invoiced(all, await login(all));
  await all.live(2 * hourMs);
  expect(ordersOf(all)).toHaveLength(1);
});

test('a draft of before that is sent on a later day is sold then', async () => {
  const all = await StandIns.open([]);
  const token = await login(all);
  const draft = await invoiced(all, token, true);
  await all.live(48 * hourMs);
  await all.integration.configure(document);
  await all.live(24 * hourMs);
  expect(ordersOf(all)).toEqual([]);
  await send(all, draft, await login(all));
  await all.live(2 * hourMs);
  expect(ordersOf(all)).toHaveLength(1);
  expect(all.integration.reports.activity({ key: draft }, 1).items[0]?.outcome).toBe('done');
});
