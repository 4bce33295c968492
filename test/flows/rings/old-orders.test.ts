/** What was sold and booked by hand before the integration existed, and is touched afterwards. */
import { expect, test } from 'vitest';
import * as shopSettings from '../../../sandbox/ecwid/settings.ts';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import { line } from '../../sandbox/jortt/office.ts';
import { hourMs } from '../../support/durations.ts';
import { StandIns } from '../customers/stand-ins.ts';

const { storeId, secretToken, clientSecret: hookSecret } = shopSettings;
const document = (flows: unknown[]) => ({
  name: 'Mugs',
  connections: {
    shop: { connector: 'ecwid', credentials: { storeId, token: secretToken, clientSecret: hookSecret } },
    books: { connector: 'jortt', credentials: { clientId, clientSecret } },
  },
  flows,
});
const sale = {
  email: 'noor@example.com',
  paymentStatus: 'PAID',
  fulfillmentStatus: 'SHIPPED',
  pricesIncludeTax: true,
  createDate: '2025-01-05 10:00:00 +0000',
  subtotal: 24.2,
  tax: 4.2,
  total: 24.2,
  items: [
    {
      sku: 'MUG',
      name: 'Mug',
      price: 12.1,
      productPrice: 12.1,
      quantity: 2,
      tax: 4.2,
      taxes: [{ name: 'BTW 21%', value: 21, total: 4.2, taxOnDiscountedSubtotal: 4.2, includeInPrice: true }],
    },
  ],
  billingPerson: {
    name: 'Noor de Wit',
    street: 'Kade 12',
    city: 'Zwolle',
    postalCode: '8011 AB',
    countryCode: 'NL',
  },
};

test('an order of last year, on which somebody writes a note today, is not booked today', async () => {
  const all = await StandIns.open([]);
  const { orderId, orderid } = await all.inShop('POST', '/orders', sale);
  await all.live(48 * hourMs);
  await all.integration.configure(
    document([
      { flow: 'orders', from: 'shop', to: 'books', every: '5m', settings: { state: 'sent' } },
    ]) as never,
  );
  await all.live(2 * hourMs);
  console.log('after going live:', all.writes.join('; ') || 'nothing');
  const before = all.writes.length;
  await all.inShop('PUT', `/orders/${orderId ?? orderid}`, { privateAdminNotes: 'belde over garantie' });
  await all.live(2 * hourMs);
  console.log('after the note:', all.writes.join('; '));
  const login = await all.office.handle(
    new Request('https://app.jortt.nl/oauth-provider/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'invoices:read' }),
    }),
  );
  const { access_token } = (await login.json()) as any;
  const list: any = await (
    await all.office.handle(
      new Request('https://api.jortt.nl/v3/invoices', {
        headers: { Authorization: `Bearer ${access_token}` },
      }),
    )
  ).json();
  console.log(
    JSON.stringify(
      list.data?.map((i: any) => [
        i.invoice_number,
        i.invoice_status,
        i.invoice_date,
        i.invoice_total_incl_vat,
      ]),
    ),
  );
  expect(all.writes.length).toBe(before);
});

test('an invoice of before, paid today, makes no order in the shop today', async () => {
  const all = await StandIns.open([]);
  const { data }: any = await all.inOffice('POST', '/v3/customers', {
    is_private: true,
    customer_name: 'Ann Berg',
    email: 'ann@mail.example',
  });
  // The stand-in's login of this harness has no scope for invoices: the sale is made over its own lever-less API with another token.
  const login = await all.office.handle(
    new Request('https://app.jortt.nl/oauth-provider/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope:
          'customers:read customers:write invoices:read invoices:write organizations:read organizations:write',
      }),
    }),
  );
  const { access_token } = (await login.json()) as any;
  const made = await all.office.handle(
    new Request('https://api.jortt.nl/v3/invoices', {
      method: 'POST',
      headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        customer_id: data.id,
        send_method: 'self',
        net_amounts: true,
        line_items: [line('12.10', '2')],
      }),
    }),
  );
  const id = ((await made.json()) as any)?.data?.id;
  console.log('invoice', made.status, id, made.status === 201 ? '' : await made.clone().text());
  await all.live(48 * hourMs);
  await all.integration.configure(
    document([
      { flow: 'orders', from: 'books', to: 'shop', every: '5m', settings: { statuses: ['sent'] } },
    ]) as never,
  );
  await all.live(2 * hourMs);
  const before = all.writes.length;
  const paid = await all.office.control().request(`/invoices/${id}/pay`, { method: 'POST', body: '{}' });
  console.log('paid', paid.status);
  await all.live(2 * hourMs);
  console.log('after the payment:', all.writes.join('; '));
  expect(all.writes.length).toBe(before);
});
