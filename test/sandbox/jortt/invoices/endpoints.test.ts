import { describe, expect, it } from 'vitest';
import { seededCustomers } from '../../../../sandbox/jortt/seed.ts';
import { company, euros, line, nobody, Office, refusal } from '../office.ts';

describe('a draft', () => {
  it('may be empty', async () => {
    const office = await Office.open();
    const id = await office.create('/v3/invoices', {});
    expect(await office.readInvoice(id)).toMatchObject({
      id,
      invoice_status: 'draft',
      invoice_total: euros('0.00'),
      net_amounts: false,
      line_items: [],
      created_at: '2026-03-02T10:15:00+01:00',
    });
  });

  it('has totals, but nothing of its customer yet', async () => {
    const office = await Office.open();
    const customer_id = await office.person();
    const id = await office.invoice({ customer_id, reference: 'ORDER-1', payment_method: 'already_paid' });
    const answer = await office.get(`/v3/invoices/${id}`);
    expect(answer.body.possible_actions).toEqual(['edit', 'delete', 'send']);
    expect(answer.body.data).toMatchObject({
      customer_id,
      reference: 'ORDER-1',
      invoice_number: null,
      invoice_date: null,
      invoice_due_date: null,
      send_method: null,
      payment_method: null,
      customer_company_name: null,
      customer_mail_cc_addresses: [],
      invoice_total: euros('75.00'),
      invoice_total_incl_vat: euros('90.75'),
      invoice_due_amount: euros('90.75'),
    });
  });

  it('shows line totals of one piece, as recorded, unless that is switched off', async () => {
    const office = await Office.open();
    const id = await office.invoice({ net_amounts: true, line_items: [line('12.10', '2')] });
    expect((await office.readInvoice(id)).line_items).toMatchObject([
      { total_amount_ex_vat: euros('12.10') },
    ]);
    office.jortt.change({ quirks: false });
    expect((await office.readInvoice(id)).line_items).toMatchObject([
      { total_amount_ex_vat: euros('20.00') },
    ]);
  });

  it("takes the customer's account, or the ledger's default", async () => {
    const office = await Office.open();
    const accounts = await office.rows('/v3/ledger_accounts/invoices');
    const usual = await office.read('/v3/ledger_accounts/invoices/default');
    const other = accounts.at(-1)?.ledger_account_id;
    expect(other).not.toBe(usual.ledger_account_id);
    const customer_id = await office.person({ default_ledger_account_id: other });
    const plain = await office.readInvoice(await office.invoice());
    const theirs = await office.readInvoice(await office.invoice({ customer_id }));
    expect(plain.line_items).toMatchObject([{ ledger_account_id: usual.ledger_account_id }]);
    expect(theirs.line_items).toMatchObject([{ ledger_account_id: other }]);
  });

  it('is edited as a whole: what is left out is cleared', async () => {
    const office = await Office.open();
    const customer_id = await office.person();
    const id = await office.invoice({ customer_id, reference: 'A-100', remarks: 'note', payment_term: 3 });
    const answer = await office.call('PUT', `/v3/invoices/${id}`, {
      reference: 'A-101',
      send_method: 'self',
    });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await office.readInvoice(id)).toMatchObject({
      invoice_status: 'draft',
      reference: 'A-101',
      remarks: null,
      customer_id: null,
      line_items: [],
    });
    expect(office.jortt.state().invoices).toMatchObject([{ payment_term: null, isOnItsWay: false }]);
  });

  it('keeps what an edit leaves out, if set so', async () => {
    const office = await Office.open({ putReplaces: false });
    const id = await office.invoice({ remarks: 'note' });
    await office.call('PUT', `/v3/invoices/${id}`, { reference: 'A-101' });
    expect(await office.readInvoice(id)).toMatchObject({
      reference: 'A-101',
      remarks: 'note',
      invoice_total: euros('75.00'),
    });
  });

  it('takes lines in parts on edit, and no unit price of v1', async () => {
    const office = await Office.open();
    const id = await office.invoice();
    const edit = (each: object) => office.call('PUT', `/v3/invoices/${id}`, { line_items: [each] });
    expect((await edit({ amount: euros('5.00') })).status).toBe(200);
    expect(await office.readInvoice(id)).toMatchObject({ invoice_total: euros('5.00') });
    expect(refusal(await edit({ units: 2 }))).toContain('line_items[0][units] is_invalid');
  });

  it('can be deleted', async () => {
    const office = await Office.open();
    const id = await office.invoice();
    expect((await office.call('DELETE', `/v3/invoices/${id}`)).status).toBe(204);
    expect(refusal(await office.get(`/v3/invoices/${id}`))).toEqual([404, 'resource.not_found']);
    expect(office.jortt.state().invoices).toEqual([]);
  });

  it('can have its labels replaced', async () => {
    const office = await Office.open();
    const label = await office.create('/v3/labels', { description: 'Shop' });
    const id = await office.invoice();
    const path = `/v3/invoices/${id}/set_labels`;
    expect((await office.call('PUT', path, { label_ids: [label] })).status).toBe(204);
    expect(office.jortt.state().invoices).toMatchObject([{ label_ids: [label] }]);
    expect(refusal(await office.call('PUT', path, {}))).toContain('label_ids is_missing');
    expect(refusal(await office.call('PUT', path, { label_ids: [nobody] }))[0]).toBe(404);
  });
});

describe('an invoice is refused', () => {
  it('with all that is wrong in its fields named at once', async () => {
    const office = await Office.open();
    const body = {
      customer_id: 'x',
      invoice_date: '02-03-2026',
      delivery_period_end: '2026-03-31',
      payment_term: -1,
      net_amounts: 'yes',
      send_method: 'pigeon',
      payment_method: 'cash',
      discounts: [{}, { percentage: 101 }],
      line_items: [{ amount: '25.00', vat: 0.21 }, line('1', '2', '21'), line('1.005', '1,5', '0.21')],
    };
    expect(refusal(await office.call('POST', '/v3/invoices', body)).sort()).toEqual(
      [
        422,
        'params.invalid',
        'customer_id is_invalid',
        'invoice_date is_invalid',
        'delivery_period is_missing',
        'payment_term is_invalid',
        'net_amounts is_invalid',
        'send_method is_invalid',
        'payment_method is_invalid',
        'discounts[0][percentage] is_missing',
        'discounts[1][percentage] is_invalid',
        'line_items[0][description] is_missing',
        'line_items[0][quantity] is_missing',
        'line_items[0][amount] is_invalid',
        'line_items[0][vat] is_invalid',
        'line_items[1][vat][value] is_invalid',
        'line_items[2][quantity] is_invalid',
        'line_items[2][amount][amount] is_invalid',
      ].sort(),
    );
  });

  it.each([
    ['number_of_units', { number_of_units: '1' }, 'line_items[0][number_of_units] is_invalid'],
    ['units', { units: 1 }, 'line_items[0][units] is_invalid'],
    ['amount_per_unit', { amount_per_unit: {} }, 'line_items[0][amount_per_unit] is_invalid'],
    ['vat_percentage', { vat_percentage: '21.0' }, 'line_items[0][vat_percentage] is_invalid'],
    [
      'value for an amount',
      { amount: { ...euros('1.00'), value: '1.00' } },
      'line_items[0][amount][value] is_invalid',
    ],
    ['a number for the rate', { vat: { value: 0.21 } }, 'line_items[0][vat][value] is_invalid'],
    [
      'another currency',
      { amount: { amount: '1.00', currency: 'USD' } },
      'line_items[0][amount][currency] is_invalid',
    ],
    ['no currency', { amount: { amount: '1.00' } }, 'line_items[0][amount][currency] is_missing'],
    [
      'an unknown category',
      { vat: { value: '0.21', category: 'low' } },
      'line_items[0][vat][category] is_invalid',
    ],
  ])('with %s, a name or form that v3 does not take', async (_, more, detail) => {
    const office = await Office.open();
    const answer = await office.call('POST', '/v3/invoices', {
      line_items: [{ ...line(), ...(more as object) }],
    });
    expect(refusal(answer)).toEqual([422, 'params.invalid', detail]);
  });

  it('with the end of its period before the start', async () => {
    const office = await Office.open();
    const body = { delivery_period: '2026-03-01', delivery_period_end: '2026-02-28' };
    expect(refusal(await office.call('POST', '/v3/invoices', body))).toContain(
      'delivery_period_end is_invalid',
    );
  });

  it('where it names something that is not there', async () => {
    const office = await Office.open();
    for (const body of [{ customer_id: nobody }, { tradename_id: nobody }, { label_ids: [nobody] }]) {
      expect(refusal(await office.call('POST', '/v3/invoices', body))).toEqual([404, 'resource.not_found']);
    }
    const group = (await office.rows('/v3/ledger_accounts/invoices')).find(({ selectable }) => !selectable);
    for (const ledger_account_id of [nobody, group?.ledger_account_id]) {
      const body = { line_items: [line('1.00', '1', '0.21', { ledger_account_id })] };
      expect(refusal(await office.call('POST', '/v3/invoices', body))).toEqual([
        422,
        'operation.invalid',
        'LedgerAccount::NotSelectable',
      ]);
    }
  });

  it('with direct debit, for want of Mollie', async () => {
    const office = await Office.open();
    const answer = await office.call('POST', '/v3/invoices', { payment_method: 'direct_debit' });
    expect(refusal(answer)).toEqual([422, 'operation.invalid', 'DirectDebit::NotEnabled']);
  });

  it('with a rate that is not the customer’s', async () => {
    const office = await Office.open({}, true);
    const at = async (customer: object | string, value: string, category: string | null = null) => {
      const customer_id =
        typeof customer === 'string'
          ? customer
          : await office.create('/v3/customers', { ...company, ...customer });
      const line_items = [line('1.00', '1', value, { vat: { value, category } })];
      const answer = await office.call('POST', '/v3/invoices', { customer_id, line_items });
      return answer.status === 201 ? 'taken' : refusal(answer)[2];
    };
    const wrong = 'Vat::InvalidForCustomer';
    expect(await at({}, '0.09')).toBe('taken');
    expect(await at({}, '0.19')).toBe(wrong);
    expect(await at({ address_country_code: 'DE' }, '0.19')).toBe('taken');
    expect(await at({ address_country_code: 'DE' }, '0.21')).toBe(wrong);
    expect(await at({ address_country_code: 'CH' }, '0.21')).toBe(wrong);
    expect(await at({ address_country_code: 'CH' }, '0')).toBe('taken');
    expect(await at(seededCustomers.bikes, '0.19')).toBe(wrong);
    expect(await at(seededCustomers.bikes, '0.00')).toBe('taken');
    expect(await at({}, '0.00', 'exempt')).toBe('Vat::CategoryNotEnabled');
    office.jortt.change({ oneStopShop: false, vatCategories: ['exempt', 'margin_goods_high'] });
    expect(await at({ address_country_code: 'DE' }, '0.19')).toBe(wrong);
    expect(await at({ address_country_code: 'DE' }, '0.21')).toBe('taken');
    expect(await at({}, '0.00', 'exempt')).toBe('taken');
    expect(await at({}, '0.21', 'exempt')).toBe(wrong);
    expect(await at({}, '0.21', 'margin_goods_high')).toBe('taken');
  });
});
