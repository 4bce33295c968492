import { describe, expect, it } from 'vitest';
import { seededCustomers, seededLabels } from '../../../../sandbox/jortt/seed.ts';
import { company, euros, line, nobody, Office, refusal } from '../office.ts';

describe('creating a customer', () => {
  it('answers with the id alone; defaults are there when it is read', async () => {
    const office = await Office.open();
    const answer = await office.call('POST', '/v3/customers', {
      is_private: true,
      customer_name: 'Ann Berg',
    });
    const id = office.jortt.state().customers[0]?.id ?? '';
    expect([answer.status, answer.body]).toEqual([201, { data: { id } }]);
    const read = await office.get(`/v3/customers/${id}`);
    expect(read.body.data).toMatchObject({
      id,
      payment_term: 30,
      invoice_language: 'nl',
      email_salutation: 'Geachte heer, mevrouw,',
      cc_emails: [],
      address_country_name: 'Nederland',
      archived: false,
      mollie_customer_id: null,
    });
    expect(read.body._links?.extra_details.href).toBe(
      `https://api.jortt.nl/v3/customers/${id}/extra_details`,
    );
  });

  it('keeps the salutation to itself', async () => {
    const office = await Office.open();
    const id = await office.person({ salutation: 'madam' });
    expect(await office.read(`/v3/customers/${id}`)).not.toHaveProperty('salutation');
    expect(office.jortt.state().customers[0]).toMatchObject({ salutation: 'madam', deleted: false });
  });

  it('names everything that is wrong in one answer', async () => {
    const office = await Office.open();
    const body = {
      is_private: false,
      customer_name: ' ',
      address_country_code: 'nl',
      payment_term: '14',
      date_of_birth: '2026-02-30',
      invoice_language: 'it',
      cc_emails: [1],
      default_label_id: 'x',
    };
    expect(refusal(await office.call('POST', '/v3/customers', body))).toEqual([
      422,
      'params.invalid',
      'customer_name is_missing',
      'address_street is_missing',
      'address_postal_code is_missing',
      'address_city is_missing',
      'address_country_code is_invalid',
      'date_of_birth is_invalid',
      'cc_emails is_invalid',
      'payment_term is_invalid',
      'invoice_language is_invalid',
      'default_label_id is_invalid',
    ]);
  });

  it('shifts VAT to companies only', async () => {
    const office = await Office.open();
    const person = { is_private: true, customer_name: 'Ann', shift_vat: true };
    expect(refusal(await office.call('POST', '/v3/customers', person))).toContain('shift_vat is_invalid');
    const id = await office.create('/v3/customers', { ...company, shift_vat: true });
    expect(await office.read(`/v3/customers/${id}`)).toMatchObject({ shift_vat: true });
  });

  it('with a label or an account that is not there is refused, and so is direct debit', async () => {
    const office = await Office.open();
    const with_ = (fields: object) => office.call('POST', '/v3/customers', { ...company, ...fields });
    expect(refusal(await with_({ default_label_id: nobody }))).toEqual([404, 'resource.not_found']);
    expect(refusal(await with_({ default_ledger_account_id: nobody }))).toContain(
      'LedgerAccount::NotSelectable',
    );
    expect(refusal(await with_({ payment_method_invoice: 'direct_debit' }))).toContain(
      'DirectDebit::NotEnabled',
    );
  });
});

describe('updating a customer', () => {
  it('clears what is left out', async () => {
    const office = await Office.open();
    const id = await office.person({ email: 'ann@mail.example', payment_term: 14, reference: 'KL-1' });
    const answer = await office.call('PUT', `/v3/customers/${id}`, {
      is_private: true,
      customer_name: 'Ann Berg-Bos',
      email: 'ann@mail.example',
    });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await office.read(`/v3/customers/${id}`)).toMatchObject({
      customer_name: 'Ann Berg-Bos',
      email: 'ann@mail.example',
      payment_term: 30,
      reference: null,
    });
  });

  it('keeps it, if set so', async () => {
    const office = await Office.open({ putReplaces: false });
    const id = await office.person({ payment_term: 14 });
    await office.call('PUT', `/v3/customers/${id}`, { customer_name: 'Ann Bos' });
    expect(await office.read(`/v3/customers/${id}`)).toMatchObject({
      customer_name: 'Ann Bos',
      payment_term: 14,
    });
  });

  it('needs its two required fields again', async () => {
    const office = await Office.open();
    const id = await office.person();
    expect(refusal(await office.call('PUT', `/v3/customers/${id}`, { email: 'a@mail.example' }))).toEqual([
      422,
      'params.invalid',
      'is_private is_missing',
      'customer_name is_missing',
    ]);
  });
});

describe('deleting and archiving', () => {
  it('a deleted customer is gone for the API, invoices or not, and stays in the books', async () => {
    const office = await Office.open();
    const id = await office.person();
    const invoice = await office.sentInvoice({ customer_id: id });
    expect((await office.call('DELETE', `/v3/customers/${id}`)).status).toBe(204);
    const gone = [404, 'resource.not_found'];
    expect(refusal(await office.get(`/v3/customers/${id}`))).toEqual(gone);
    expect(refusal(await office.call('DELETE', `/v3/customers/${id}`))).toEqual(gone);
    expect(refusal(await office.call('POST', '/v3/invoices', { customer_id: id }))).toEqual(gone);
    expect(await office.rows('/v3/customers')).toEqual([]);
    expect(office.jortt.state().customers).toMatchObject([{ id, deleted: true }]);
    expect(await office.readInvoice(invoice)).toMatchObject({ customer_company_name: 'Ann Berg' });
  });

  it('an archived one is still shown, as archived', async () => {
    const office = await Office.open();
    const id = await office.person();
    const path = `/v3/customers/${id}/set_archived`;
    expect(refusal(await office.call('PUT', path, {}))).toContain('archived is_missing');
    expect((await office.call('PUT', path, { archived: true })).status).toBe(204);
    expect(await office.rows('/v3/customers')).toMatchObject([{ id, archived: true }]);
    await office.call('PUT', path, { archived: false });
    expect(await office.read(`/v3/customers/${id}`)).toMatchObject({ archived: false });
  });
});

describe('what is known of a customer beside', () => {
  it('are the rates that hold for it', async () => {
    const office = await Office.open();
    const rates = async (fields: object) => {
      const id = await office.create('/v3/customers', { ...company, ...fields });
      const { vats } = await office.read(`/v3/customers/${id}/vat-percentages`);
      return (vats as { value: string }[]).map(({ value }) => value);
    };
    expect(await rates({})).toEqual(['0.21', '0.09', '0.00']);
    expect(await rates({ address_country_code: 'FI' })).toEqual(['0.255', '0.135', '0.10', '0.00']);
    office.jortt.change({ zeroRateAbroad: false });
    expect(await rates({ address_country_code: 'FI' })).toEqual(['0.255', '0.135', '0.10']);
    office.jortt.change({ zeroRateAbroad: true });
    expect(await rates({ address_country_code: 'US' })).toEqual(['0.00']);
    expect(await rates({ shift_vat: true })).toEqual(['0.00']);
    office.jortt.change({ oneStopShop: false, vatCategories: ['exempt', 'margin_goods_high'] });
    expect(await rates({ address_country_code: 'FI' })).toEqual(['0.21', '0.09', '0.00', '0.00', '0.21']);
  });

  it('are the sums of its sent invoices', async () => {
    const office = await Office.open();
    const customer_id = await office.person();
    await office.sentInvoice({ customer_id, invoice_date: '2026-01-05' });
    await office.sentInvoice({ customer_id, line_items: [line('10.00', '1')] });
    await office.invoice({ customer_id });
    expect(await office.read(`/v3/customers/${customer_id}/extra_details`)).toEqual({
      id: customer_id,
      total_revenue: { amount: 85, count: 2 },
      total_due: { amount: 102.85, count: 2 },
      total_late: { amount: 90.75, count: 1 },
    });
  });

  it('is no mandate for direct debit', async () => {
    const office = await Office.open();
    const path = `/v3/customers/${await office.person()}/direct_debit_mandate`;
    expect(refusal(await office.call('POST', path))).toEqual([
      422,
      'operation.invalid',
      'DirectDebit::NotEnabled',
    ]);
  });
});

describe('an archived customer', () => {
  it('has drafts, and is sent nothing until it is back', async () => {
    const office = await Office.open();
    const customer_id = await office.person();
    const archive = (archived: boolean) =>
      office.call('PUT', `/v3/customers/${customer_id}/set_archived`, { archived });
    expect((await archive(true)).status).toBe(204);
    const draft = await office.invoice({ customer_id });
    const send = () => office.call('POST', `/v3/invoices/${draft}/send`, { send_method: 'self' });
    expect(refusal(await send())).toEqual([422, 'operation.invalid', 'Customer::Archived']);
    office.jortt.change({ archivedIsClosed: false });
    const other = await office.invoice({ customer_id, send_method: 'self' });
    office.jortt.change({ archivedIsClosed: true });
    // What was sent before can still be credited.
    expect((await office.call('POST', `/v3/invoices/${other}/credit`, {})).status).toBe(201);
    expect((await archive(false)).status).toBe(204);
    expect((await send()).status).toBe(200);
  });
});

describe('books that keep only what fits the customer', () => {
  const read = async (office: Office, fields: Record<string, unknown>) =>
    office.read(`/v3/customers/${await office.create('/v3/customers', fields)}`);

  it('drop a VAT number without shifted VAT, a person’s names of a firm, and a firm’s number of a person', async () => {
    const office = await Office.open({ dropsUnfitting: true });
    const firm = { ...company, vat_number: 'NL000099998B57', coc_number: '30123456', first_name: 'Ann' };
    expect(await read(office, firm)).toMatchObject({
      vat_number: null,
      coc_number: '30123456',
      first_name: null,
    });
    const shifted = { ...firm, address_country_code: 'DE', shift_vat: true };
    expect(await read(office, shifted)).toMatchObject({ vat_number: 'NL000099998B57' });
    const ann = { is_private: true, customer_name: 'Ann Berg', first_name: 'Ann', coc_number: '30123456' };
    expect(await read(office, ann)).toMatchObject({ first_name: 'Ann', coc_number: null });
  });

  it('drop them when a customer is changed too, and none of it otherwise', async () => {
    const office = await Office.open();
    const fields = { ...company, vat_number: 'NL000099998B57' };
    const id = await office.create('/v3/customers', fields);
    expect((await office.read(`/v3/customers/${id}`)).vat_number).toBe('NL000099998B57');
    office.jortt.change({ dropsUnfitting: true });
    await office.call('PUT', `/v3/customers/${id}`, fields);
    expect((await office.read(`/v3/customers/${id}`)).vat_number).toBeNull();
  });
});

describe('the levers of the control', () => {
  it('let a merchant type in, change and delete a customer', async () => {
    const office = await Office.open();
    const answer = await office.lever('POST', '/customers', { ...company, website: 'mill.example' });
    const id = String((answer.body as { id?: string }).id);
    const change = { payment_term: 60, archived: true };
    expect((await office.lever('PATCH', `/customers/${id}`, change)).status).toBe(204);
    expect(await office.read(`/v3/customers/${id}`)).toMatchObject({ ...change, website: 'mill.example' });
    expect(refusal(await office.lever('PATCH', `/customers/${id}`, { payment_term: 'x' }))).toEqual([
      422,
      'params.invalid',
      'payment_term is_invalid',
    ]);
    expect((await office.lever('DELETE', `/customers/${id}`)).status).toBe(204);
    expect((await office.lever('DELETE', `/customers/${id}`)).status).toBe(404);
  });
});

describe('the seed', () => {
  it('has constant ids, an archived customer, and an address within another one', async () => {
    const office = await Office.open({}, true);
    const hits = await office.rows('/v3/customers?query=anna%40mail.example');
    expect(hits.map(({ id }) => id)).toEqual([seededCustomers.anna, seededCustomers.joanna]);
    const all = await office.rows('/v3/customers');
    expect(all).toHaveLength(Object.keys(seededCustomers).length);
    expect(all.filter(({ archived }) => archived)).toMatchObject([{ id: seededCustomers.archived }]);
    expect((await office.rows('/v3/labels')).map(({ id }) => id).sort()).toEqual(
      Object.values(seededLabels).sort(),
    );
  });

  it('gives a default label and term to new invoices of the mill', async () => {
    const office = await Office.open({}, true);
    await office.sentInvoice({ customer_id: seededCustomers.mill });
    expect(office.jortt.state().invoices).toMatchObject([
      {
        label_ids: [seededLabels.wholesale],
        invoice_due_date: '2026-05-01',
        invoice_due_amount: euros('90.75'),
      },
    ]);
  });
});
