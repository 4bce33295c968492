import { describe, expect, it } from 'vitest';
import { seededCustomers } from '../../../../sandbox/jortt/seed.ts';
import { euros, line, nobody, Office, refusal } from '../office.ts';

describe('sending', () => {
  it('comes in two phases: the number is not there before its time', async () => {
    const office = await Office.open({ sendDelayMs: 1500 });
    const id = await office.sentInvoice();
    expect(await office.readInvoice(id)).toMatchObject({ invoice_status: 'draft', invoice_number: null });
    expect(office.jortt.nextDueAt()).toBe(office.world.now() + 1500);
    office.world.pass(1499);
    expect(await office.readInvoice(id)).toMatchObject({ invoice_status: 'draft' });
    office.world.pass(1);
    await office.jortt.runDue();
    expect(office.jortt.nextDueAt()).toBeNull();
    expect(office.jortt.state().invoices).toMatchObject([
      { invoice_status: 'sent', invoice_number: '202603-001', isOnItsWay: false },
    ]);
  });

  it('fills in number, dates, period, payment method and the customer as it is', async () => {
    const office = await Office.open({}, true);
    const customer_id = seededCustomers.mill;
    const id = await office.sentInvoice({ customer_id, invoice_date: '2026-02-20', payment_term: 10 });
    const sent = {
      invoice_status: 'sent',
      invoice_number: '202602-001',
      invoice_date: '2026-02-20',
      invoice_due_date: '2026-03-02',
      invoice_date_sent: '2026-03-02',
      invoice_delivery_period: '2026-02-01',
      invoice_delivery_period_end: null,
      send_method: 'self',
      payment_method: 'pay_later',
      customer_company_name: 'Molen De Hoop B.V.',
      customer_address_country_name: 'Nederland',
      customer_vat_shifted: false,
      customer_in_eu: true,
      customer_is_private: false,
      customer_mail_to: 'inkoop@dehoop.example',
      customer_mail_cc_addresses: ['administratie@dehoop.example'],
      language: 'nl',
    };
    expect(await office.readInvoice(id)).toMatchObject(sent);
    await office.lever('PATCH', `/customers/${customer_id}`, { customer_name: 'Molen De Nieuwe Hoop' });
    expect(await office.readInvoice(id)).toMatchObject(sent);
  });

  it('numbers each month from one, in the order of sending', async () => {
    const office = await Office.open();
    const numbers: unknown[] = [];
    for (const invoice_date of ['2026-03-01', '2026-03-02', '2026-02-28', '2026-03-01']) {
      const id = await office.sentInvoice({ invoice_date });
      numbers.push((await office.readInvoice(id)).invoice_number);
    }
    expect(numbers).toEqual(['202603-001', '202603-002', '202602-001', '202603-003']);
    const draft = await office.invoice();
    expect(await office.read(`/v3/invoices/${draft}/next_possible_invoice_number`)).toEqual({
      next_possible_invoice_number: '202603-004',
    });
  });

  it('dates by the Amsterdam calendar', async () => {
    const office = await Office.open();
    office.world.pass(Date.parse('2026-03-31T22:30:00Z') - office.world.now());
    await office.login();
    expect(await office.readInvoice(await office.sentInvoice())).toMatchObject({
      invoice_date: '2026-04-01',
      invoice_number: '202604-001',
    });
  });

  it('can be stuck, until it goes on or is helped', async () => {
    const office = await Office.open({ sendingStuck: true });
    const id = await office.sentInvoice();
    office.world.pass(3_600_000);
    expect(office.jortt.nextDueAt()).toBeNull();
    expect(await office.readInvoice(id)).toMatchObject({ invoice_number: null });
    await office.lever('POST', '/finish-sending');
    expect(await office.readInvoice(id)).toMatchObject({ invoice_number: '202603-001' });
    const other = await office.sentInvoice();
    office.jortt.change({ sendingStuck: false });
    expect(await office.readInvoice(other)).toMatchObject({ invoice_number: '202603-002' });
  });

  it('makes it final, from the moment of asking', async () => {
    const office = await Office.open({ sendDelayMs: 1000 });
    const id = await office.sentInvoice();
    const attempts = async () => [
      refusal(await office.call('PUT', `/v3/invoices/${id}`, {}))[2],
      refusal(await office.call('DELETE', `/v3/invoices/${id}`))[2],
      refusal(await office.call('POST', `/v3/invoices/${id}/send`, { send_method: 'self' }))[2],
    ];
    const refusals = ['Invoice::Finalized', 'Invoice::Finalized', 'Invoice::AlreadySent'];
    expect((await office.get(`/v3/invoices/${id}`)).body.possible_actions).toEqual([]);
    expect(await attempts()).toEqual(refusals);
    office.world.pass(1000);
    expect(await attempts()).toEqual(refusals);
    expect((await office.get(`/v3/invoices/${id}`)).body.possible_actions).toContain('credit');
  });

  it('of a draft answers an empty 200', async () => {
    const office = await Office.open();
    const id = await office.invoice({ customer_id: await office.person() });
    const answer = await office.call('POST', `/v3/invoices/${id}/send`, { send_method: 'self' });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await office.readInvoice(id)).toMatchObject({ invoice_status: 'sent' });
  });

  it('by mail goes where the body says', async () => {
    const office = await Office.open();
    const id = await office.invoice({ customer_id: await office.person() });
    const mail = { email_address_customer: 'boek@mail.example', mail_subject: 'S', mail_body: 'B' };
    const body = { send_method: 'email', ...mail, cc_addresses: ['cc@mail.example'] };
    expect((await office.call('POST', `/v3/invoices/${id}/send`, body)).status).toBe(200);
    expect(await office.readInvoice(id)).toMatchObject({
      send_method: 'email',
      customer_mail_to: 'boek@mail.example',
      customer_mail_cc_addresses: ['cc@mail.example'],
    });
  });
});

describe('sending is refused', () => {
  it.each([
    [{}, ['send_method is_missing']],
    [{ send_method: 'pigeon' }, ['send_method is_invalid']],
    [
      { send_method: 'email' },
      ['email_address_customer is_missing', 'mail_subject is_missing', 'mail_body is_missing'],
    ],
    [{ send_method: 'peppol' }, ['peppol_scheme_code is_missing', 'peppol_identifier is_missing']],
    [{ send_method: 'self', send_copy_to_me: 1 }, ['send_copy_to_me is_invalid']],
  ])('for the body %j', async (body, details) => {
    const office = await Office.open();
    const answer = await office.call('POST', `/v3/invoices/${nobody}/send`, body);
    expect(refusal(answer)).toEqual([422, 'params.invalid', ...(details as string[])]);
  });

  it('without a customer or lines, and nothing is created', async () => {
    const office = await Office.open();
    const draft = await office.invoice();
    const self = { send_method: 'self' };
    expect(refusal(await office.call('POST', `/v3/invoices/${draft}/send`, self))).toContain(
      'Invoice::CustomerMissing',
    );
    const customer_id = await office.person();
    expect(refusal(await office.call('POST', '/v3/invoices', { ...self, customer_id }))).toContain(
      'Invoice::LineItemsMissing',
    );
    expect(office.jortt.state().invoices.map(({ id }) => id)).toEqual([draft]);
  });

  it('at once by mail or Peppol to a customer that has no address for it', async () => {
    const office = await Office.open();
    const customer_id = await office.person();
    const by = (send_method: string) =>
      office.call('POST', '/v3/invoices', { customer_id, send_method, line_items: [line()] });
    expect(refusal(await by('email'))).toContain('Invoice::EmailMissing');
    expect(refusal(await by('peppol'))).toContain('Invoice::PeppolMissing');
  });

  it('when the customer has moved, or gone, since the draft', async () => {
    const office = await Office.open();
    const customer_id = await office.person();
    const id = await office.invoice({ customer_id });
    const send = () => office.call('POST', `/v3/invoices/${id}/send`, { send_method: 'self' });
    await office.lever('PATCH', `/customers/${customer_id}`, { address_country_code: 'DE' });
    expect(refusal(await send())).toContain('Vat::InvalidForCustomer');
    await office.lever('DELETE', `/customers/${customer_id}`);
    expect(refusal(await send())).toContain('Invoice::CustomerMissing');
  });

  it('in a closed year, also by today’s date', async () => {
    const office = await Office.open();
    const id = await office.invoice({ customer_id: await office.person() });
    office.jortt.change({ closedYears: [2026] });
    const answer = await office.call('POST', `/v3/invoices/${id}/send`, { send_method: 'self' });
    expect(refusal(answer)).toEqual([422, 'operation.year_closed']);
  });
});

describe('a credit note', () => {
  it('is the whole invoice below zero, with its reference, and both know each other', async () => {
    const office = await Office.open();
    const line_items = [line(), line('-5.00', '1', '0.09')];
    const id = await office.sentInvoice({ reference: 'ORDER-7', remarks: 'note', line_items });
    const credit = await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
    expect(await office.readInvoice(id)).toMatchObject({ credit_invoice_ids: [credit] });
    expect(await office.readInvoice(credit)).toMatchObject({
      invoice_status: 'sent',
      invoice_number: '202603-002',
      credited_invoice_id: id,
      reference: 'ORDER-7',
      remarks: null,
      invoice_total: euros('-70.00'),
      invoice_total_incl_vat: euros('-85.30'),
      line_items: [{ amount: euros('-25.00'), quantity: '3' }, { amount: euros('5.00') }],
    });
  });

  it('is a draft without a method, needs no body, and unlinks when deleted', async () => {
    const office = await Office.open();
    const id = await office.sentInvoice();
    const answer = await office.call('POST', `/v3/invoices/${id}/credit`);
    const credit = String((answer.body.data as { id: string }).id);
    expect(await office.readInvoice(credit)).toMatchObject({ invoice_status: 'draft' });
    await office.call('DELETE', `/v3/invoices/${credit}`);
    expect(await office.readInvoice(id)).toMatchObject({ credit_invoice_ids: [] });
  });

  it('can be made twice: nothing keeps a client from it', async () => {
    const office = await Office.open();
    const id = await office.sentInvoice();
    const first = await office.create(`/v3/invoices/${id}/credit`, {});
    const second = await office.create(`/v3/invoices/${id}/credit`, {});
    expect(await office.readInvoice(id)).toMatchObject({ credit_invoice_ids: [first, second] });
  });

  it('still goes to a customer that has moved or is deleted', async () => {
    const office = await Office.open();
    const customer_id = await office.person();
    const id = await office.sentInvoice({ customer_id });
    await office.lever('PATCH', `/customers/${customer_id}`, { address_country_code: 'DE' });
    await office.lever('DELETE', `/customers/${customer_id}`);
    const credit = await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
    expect(await office.readInvoice(credit)).toMatchObject({ invoice_number: '202603-002' });
  });

  it('is refused of a draft, of a credit note, and in a closed year', async () => {
    const office = await Office.open();
    const of = (id: string) => office.call('POST', `/v3/invoices/${id}/credit`, { send_method: 'self' });
    expect(refusal(await of(await office.invoice()))).toContain('Invoice::NotSent');
    const id = await office.sentInvoice();
    const credit = await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
    expect(refusal(await of(credit))).toContain('Invoice::IsCredit');
    office.jortt.change({ closedYears: [2026] });
    expect(refusal(await of(id))).toEqual([422, 'operation.year_closed']);
    expect(office.jortt.state().invoices).toHaveLength(3);
    expect(refusal(await of(nobody))).toEqual([404, 'resource.not_found']);
  });
});

describe('a sent invoice', () => {
  it('can be downloaded for ten minutes, a draft not', async () => {
    const office = await Office.open();
    const { download_location } = await office.read(`/v3/invoices/${await office.sentInvoice()}/download`);
    const url = new URL(String(download_location));
    expect(url.host).toBe('files.jortt.nl');
    expect(Number(url.searchParams.get('expires'))).toBe(office.world.now() / 1000 + 600);
    const draft = await office.get(`/v3/invoices/${await office.invoice()}/download`);
    expect(refusal(draft)).toEqual([422, 'operation.invalid', 'Invoice::NotSent']);
  });

  it('can be copied into a draft without dates', async () => {
    const office = await Office.open();
    const id = await office.sentInvoice({ invoice_date: '2026-01-05', reference: 'ORDER-8' });
    const copy = await office.create(`/v3/invoices/${id}/copy`, {});
    expect(await office.readInvoice(copy)).toMatchObject({
      invoice_status: 'draft',
      invoice_date: null,
      reference: 'ORDER-8',
      invoice_total: euros('75.00'),
    });
  });

  it('is paid by the lever alone, in full or in part, and already_paid changes nothing', async () => {
    const office = await Office.open();
    const id = await office.sentInvoice({ payment_method: 'already_paid' });
    expect(await office.readInvoice(id)).toMatchObject({
      payment_method: 'already_paid',
      invoice_due_amount: euros('90.75'),
    });
    await office.lever('POST', `/invoices/${id}/pay`, { amount: '0.75' });
    expect(await office.readInvoice(id)).toMatchObject({ invoice_due_amount: euros('90.00') });
    const answer = await office.lever('POST', `/invoices/${id}/pay`);
    expect(answer.body).toMatchObject({ id, invoice_due_amount: euros('0.00'), invoice_status: 'sent' });
    const draft = await office.lever('POST', `/invoices/${await office.invoice()}/pay`);
    expect(refusal(draft)).toContain('Invoice::NotSent');
  });

  it('tells how it could be mailed', async () => {
    const office = await Office.open();
    const settings = await office.read(`/v3/invoices/${await office.sentInvoice()}/send_settings`);
    expect(settings).toMatchObject({ default_mail_subject: 'Factuur 202603-001', default_attachments: [] });
  });
});
