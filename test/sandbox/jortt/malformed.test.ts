import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { Office } from './office.ts';

const names = [
  ...['is_private', 'customer_name', 'shift_vat', 'cc_emails', 'payment_term', 'date_of_birth', 'archived'],
  ...['customer_id', 'invoice_date', 'delivery_period', 'delivery_period_end', 'label_ids', 'net_amounts'],
  ...[
    'line_items',
    'discounts',
    'send_method',
    'description',
    'quantity',
    'amount',
    'vat',
    'value',
    'currency',
  ],
  ...['percentage', 'category', 'ledger_account_id', '__proto__', 'constructor'],
  ...['valid_until', 'email_address_customer', 'tradename_id'],
];
const texts = [
  '',
  ' ',
  'x',
  '1',
  '-1',
  '1e9',
  '9'.repeat(400),
  '9999-12-31',
  '0000-00-00',
  'self',
  'email',
  'EUR',
];

const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...texts),
    fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 31, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  ),
}));
const anyBody = fc.dictionary(fc.constantFrom(...names), anyValue, { maxKeys: 8 });

describe('whatever is sent', () => {
  it('gets an answer of the API, and never breaks the books', async () => {
    const office = await Office.open({}, true);
    const customer = await office.person();
    const draft = await office.invoice();
    const sent = await office.sentInvoice();
    const estimate = await office.create('/v2/estimates', { customer_id: customer });
    const routes = fc.constantFrom(
      ['POST', '/v3/customers'],
      ['PUT', `/v3/customers/${customer}`],
      ['PUT', `/v3/customers/${customer}/set_archived`],
      ['POST', '/v3/invoices'],
      ['PUT', `/v3/invoices/${draft}`],
      ['PUT', `/v3/invoices/${draft}/set_labels`],
      ['POST', `/v3/invoices/${draft}/send`],
      ['POST', `/v3/invoices/${sent}/credit`],
      ['POST', '/v3/labels'],
      ['POST', '/v2/estimates'],
      ['PUT', `/v2/estimates/${estimate}`],
      ['POST', `/v2/estimates/${estimate}/send`],
    );
    await fc.assert(
      fc.asyncProperty(routes, anyBody, async ([method, path], body) => {
        const answer = await office.call(method ?? '', path ?? '', body);
        expect([200, 201, 204, 404, 422]).toContain(answer.status);
        if (answer.status >= 400) expect(answer.body.error?.code).toBe(answer.status);
        expect((await office.get('/v3/invoices')).status).toBe(200);
        expect((await office.get('/v3/customers')).status).toBe(200);
        expect((await office.get('/v2/estimates')).status).toBe(200);
      }),
      runs(500),
    );
  });

  it('as an address gets an answer too', async () => {
    const office = await Office.open();
    const segments = fc.array(
      fc.constantFrom('v3', 'invoices', 'customers', '%', '%00', '..', 'é', 'send', 'x?page=x'),
    );
    await fc.assert(
      fc.asyncProperty(
        segments,
        fc.constantFrom('GET', 'PUT', 'DELETE', 'OPTIONS'),
        async (parts, method) => {
          const answer = await office.call(method, `/${parts.join('/')}`);
          expect([200, 404, 405, 422]).toContain(answer.status);
        },
      ),
    );
  });
});
