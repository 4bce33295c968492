import { describe, expect, it } from 'vitest';
import { euros, line, nobody, refusal } from '../office.ts';
import { EstimateOffice } from './estimate-office.ts';

describe('a draft of an estimate', () => {
  it('may be empty, and has every key all the same', async () => {
    const office = await EstimateOffice.open();
    const id = await office.create('/v2/estimates', {});
    const answer = await office.get(`/v2/estimates/${id}`);
    expect(answer.body.possible_actions).toEqual(['edit', 'send']);
    expect(answer.body.data).toEqual({
      ...{ id, estimate_status: 'draft', acceptance_status: null, estimate_number: null },
      ...{ customer_id: null, tradename_id: null, valid_until: null, net_amounts: false },
      ...{ total: euros('0.00'), total_incl_vat: euros('0.00') },
      ...{ introduction: null, remarks: null, reference: null },
      ...{ customer_company_name: null, customer_attn: null, customer_address_street: null },
      ...{ customer_address_city: null, customer_address_postal_code: null },
      ...{ customer_address_country_code: null, customer_address_country_name: null },
      ...{ customer_address_extra_information: null, customer_vat_shifted: null, customer_vat_number: null },
      ...{ language: 'nl', line_items: [], discounts: [], sent_or_modified_on: '2026-03-02' },
    });
  });

  it('has what was written, but nothing of its customer yet except the language', async () => {
    const office = await EstimateOffice.open({}, true);
    const customer_id = await office.person({ invoice_language: 'de' });
    const [tradename] = await office.rows('/v3/tradenames');
    const written = {
      customer_id,
      tradename_id: tradename?.id,
      valid_until: '2026-04-01',
      introduction: 'Above',
      remarks: 'Below',
      reference: 'QUOTE-1',
      discounts: [{ description: 'Loyal', percentage: 10 }, { percentage: 5 }],
    };
    const shown = await office.readEstimate(await office.estimate(written));
    expect(shown).toMatchObject({
      ...written,
      ...{ customer_company_name: null, language: 'de' },
      discounts: [
        { description: 'Loyal', percentage: 10 },
        { description: null, percentage: 5 },
      ],
    });
  });

  it('has lines without a ledger account, whose total is that of one piece until that is switched off', async () => {
    const office = await EstimateOffice.open();
    const id = await office.estimate({ net_amounts: true, line_items: [line('12.10', '2')] });
    const shown = { ...line('12.10', '2'), total_amount_ex_vat: euros('12.10') };
    expect((await office.readEstimate(id)).line_items).toEqual([shown]);
    office.jortt.change({ quirks: false });
    expect((await office.readEstimate(id)).line_items).toEqual([
      { ...shown, total_amount_ex_vat: euros('20.00') },
    ]);
  });

  it.each([
    [
      'whose lines are without VAT',
      false,
      [line('25.00', '3'), line('10.00', '1', '0.09')],
      '85.00',
      '101.65',
    ],
    ['whose lines include VAT', true, [line('121.00', '1'), line('-12.10', '1')], '90.00', '108.90'],
    ['whose VAT is rounded once per rate', false, [1, 2, 3].map(() => line('0.02', '1')), '0.06', '0.07'],
  ])('has totals: one %s', async (_, net_amounts, line_items, total, gross) => {
    const office = await EstimateOffice.open();
    const id = await office.estimate({ net_amounts, line_items });
    expect(await office.readEstimate(id)).toMatchObject({
      total: euros(total),
      total_incl_vat: euros(gross),
    });
  });

  it('has discounts taken off, one after the other, before VAT', async () => {
    const office = await EstimateOffice.open();
    const discounts = [{ percentage: 10 }, { percentage: 50 }];
    const id = await office.estimate({ line_items: [line('100.00', '1')], discounts });
    expect(await office.readEstimate(id)).toMatchObject({
      total: euros('45.00'),
      total_incl_vat: euros('54.45'),
    });
    expect(office.jortt.state().estimates).toMatchObject([{ id, vatByRate: { '0.21': '9.45' } }]);
  });
});

describe('an edit', () => {
  it('is of the whole: what is left out is cleared, and it sends nothing', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const id = await office.estimate({ customer_id, reference: 'A-100', remarks: 'note' });
    office.world.pass(86_400_000);
    await office.login();
    const answer = await office.edit(id, { reference: 'A-101', send_method: 'self' });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await office.readEstimate(id)).toMatchObject({
      ...{ estimate_status: 'draft', reference: 'A-101', remarks: null, customer_id: null, line_items: [] },
      sent_or_modified_on: '2026-03-03',
    });
  });

  it('keeps what it leaves out, if set so', async () => {
    const office = await EstimateOffice.open({ putReplaces: false });
    const id = await office.estimate({ remarks: 'note' });
    await office.edit(id, { reference: 'A-101' });
    expect(await office.readEstimate(id)).toMatchObject({
      ...{ reference: 'A-101', remarks: 'note', total: euros('75.00') },
    });
  });

  it('takes lines in parts', async () => {
    const office = await EstimateOffice.open();
    const id = await office.estimate();
    expect((await office.edit(id, { line_items: [{ amount: euros('5.00') }] })).status).toBe(200);
    expect(await office.readEstimate(id)).toMatchObject({ total: euros('5.00') });
  });
});

describe('an estimate is refused', () => {
  it('with all that is wrong in its fields named at once', async () => {
    const office = await EstimateOffice.open();
    const body = {
      ...{ customer_id: 'x', tradename_id: 7, valid_until: '01-04-2026', net_amounts: 'yes' },
      ...{ send_method: 'peppol', email_address_customer: 1, introduction: [], reference: {} },
      discounts: [{}, { percentage: 101 }],
      line_items: [{ amount: '25.00', vat: 0.21 }, { ...line(), units: 1 }, line('1.005', '1,5', '21')],
    };
    const details = [
      ...['customer_id is_invalid', 'tradename_id is_invalid', 'valid_until is_invalid'],
      ...['net_amounts is_invalid', 'send_method is_invalid', 'email_address_customer is_invalid'],
      ...['introduction is_invalid', 'reference is_invalid'],
      ...['discounts[0][percentage] is_missing', 'discounts[1][percentage] is_invalid'],
      ...['line_items[0][description] is_missing', 'line_items[0][quantity] is_missing'],
      ...['line_items[0][amount] is_invalid', 'line_items[0][vat] is_invalid'],
      ...['line_items[1][units] is_invalid', 'line_items[2][quantity] is_invalid'],
      ...['line_items[2][amount][amount] is_invalid', 'line_items[2][vat][value] is_invalid'],
    ];
    const answer = await office.call('POST', '/v2/estimates', body);
    const [status, key, ...found] = refusal(answer);
    expect([status, key]).toEqual([422, 'params.invalid']);
    expect(answer.body.error?.message).toBe(
      'The parameters are invalid (either missing, not of the correct type or incorrect format).',
    );
    expect(found.sort()).toEqual(details.sort());
    expect(office.jortt.state().estimates).toEqual([]);
  });

  it('where it names something that is not there', async () => {
    const office = await EstimateOffice.open();
    for (const body of [{ customer_id: nobody }, { tradename_id: nobody }]) {
      expect(refusal(await office.call('POST', '/v2/estimates', body))).toEqual([404, 'resource.not_found']);
    }
  });

  it('with a rate that is not the customer’s, on an edit too', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const body = { customer_id, line_items: [line('1.00', '1', '0.19')] };
    const wrong = [422, 'operation.invalid', 'Vat::InvalidForCustomer'];
    expect(refusal(await office.call('POST', '/v2/estimates', body))).toEqual(wrong);
    expect(refusal(await office.edit(await office.estimate({ customer_id }), body))).toEqual(wrong);
  });
});

describe('of several things that are wrong with a call, the first is answered', () => {
  it('in the order of the sheet', async () => {
    const office = await EstimateOffice.open({ planAllowsApi: false });
    const asked = (method: string, id = 'x', body: object = {}) =>
      office.call(method, `/v2/estimates/${id}`, body);
    const good = await office.login('estimates:read');
    office.token = 'wrong';
    expect(refusal(await asked('DELETE'))).toEqual([405, 'resource.method_not_allowed']);
    expect(refusal(await asked('PUT'))).toEqual([401, 'access_token.invalid']);
    office.token = good;
    expect(refusal(await asked('PUT'))).toEqual([401, 'organization.requires_mkb_plan']);
    office.jortt.change({ planAllowsApi: true });
    expect(refusal(await asked('PUT'))).toEqual([401, 'scopes.insufficient']);
    await office.login();
    expect(refusal(await asked('PUT'))).toEqual([422, 'params.invalid', 'id is_invalid']);
    expect(refusal(await asked('PUT', nobody, { customer_id: 'x' }))).toEqual([
      ...[422, 'params.invalid', 'customer_id is_invalid'],
    ]);
    expect(refusal(await asked('PUT', nobody))).toEqual([404, 'resource.not_found']);
  });

  it.each([
    ['GET', '', 'estimates:read'],
    ['POST', '', 'estimates:write'],
    ['GET', `/${nobody}`, 'estimates:read'],
    ['PUT', `/${nobody}`, 'estimates:write'],
    ['POST', `/${nobody}/send`, 'estimates:write'],
    ['GET', `/${nobody}/send_settings`, 'estimates:read'],
  ])('%s /v2/estimates%s needs %s', async (method, under, scope) => {
    const office = await EstimateOffice.open();
    const all = office.jortt.settings().scopes;
    const ask = () => office.call(method, `/v2/estimates${under}`, method === 'GET' ? undefined : {});
    await office.login(all.filter((each) => each !== scope).join(' '));
    expect(refusal(await ask())).toEqual([401, 'scopes.insufficient']);
    await office.login(scope);
    expect((await ask()).status).not.toBe(401);
  });

  it.each(['/v3/estimates', '/v1/estimates', '/estimates', `/v2/estimates/${nobody}/download`])(
    '%s is not there',
    async (path) => {
      const office = await EstimateOffice.open();
      const { status, body } = await office.request(`https://api.jortt.nl${path}`, { method: 'GET' });
      expect([status, body.error?.key]).toEqual([404, 'endpoint.not_found']);
    },
  );
});
