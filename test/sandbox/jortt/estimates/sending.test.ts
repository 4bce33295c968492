import { describe, expect, it } from 'vitest';
import { seededCustomers } from '../../../../sandbox/jortt/seed.ts';
import { line, nobody, refusal } from '../office.ts';
import { EstimateOffice } from './estimate-office.ts';

const dayMs = 86_400_000;

describe('sending an estimate', () => {
  it('comes in two phases: the number is not there before its time', async () => {
    const office = await EstimateOffice.open({ sendDelayMs: 1500 });
    const id = await office.sentEstimate();
    const path = `/v2/estimates/${id}`;
    expect((await office.get(path)).body).toMatchObject({
      data: { estimate_status: 'draft', acceptance_status: null, estimate_number: null },
      possible_actions: [],
    });
    const refused = [422, 'operation.invalid', 'Estimate::OnItsWay'];
    expect(refusal(await office.send(id))).toEqual(refused);
    expect(refusal(await office.edit(id, {}))).toEqual(refused);
    expect(office.jortt.nextDueAt()).toBe(office.world.now() + 1500);
    office.world.pass(1499);
    expect(await office.readEstimate(id)).toMatchObject({ estimate_status: 'draft' });
    office.world.pass(1);
    expect((await office.get(path)).body).toMatchObject({
      data: { estimate_status: 'sent', acceptance_status: 'pending', estimate_number: '202603-001' },
      possible_actions: ['edit', 'send'],
    });
    expect(office.jortt.nextDueAt()).toBeNull();
  });

  it('fills in the customer as it is', async () => {
    const office = await EstimateOffice.open({}, true);
    const customer_id = seededCustomers.mill;
    const id = await office.sentEstimate({ customer_id });
    const sent = {
      ...{ customer_company_name: 'Molen De Hoop B.V.', customer_attn: 'Afdeling inkoop' },
      ...{ customer_address_street: 'Dijkweg 40', customer_address_postal_code: '1521 EF' },
      ...{ customer_address_city: 'Wormerveer', customer_address_country_name: 'Nederland' },
      ...{ customer_vat_shifted: false, customer_vat_number: 'NL000000000B02', language: 'nl' },
    };
    expect(await office.readEstimate(id)).toMatchObject(sent);
    await office.lever('PATCH', `/customers/${customer_id}`, { attn: null, invoice_language: 'en' });
    expect(await office.readEstimate(id)).toMatchObject(sent);
    const { status } = await office.edit(id, { customer_id, line_items: [line()] });
    expect(status).toBe(200);
    expect(await office.readEstimate(id)).toMatchObject({
      ...{ estimate_status: 'sent', customer_attn: null, language: 'en' },
    });
  });

  it('numbers each month from one, apart from invoices', async () => {
    const office = await EstimateOffice.open();
    const numbered = async () => (await office.readEstimate(await office.sentEstimate())).estimate_number;
    await office.sentInvoice();
    expect([await numbered(), await numbered()]).toEqual(['202603-001', '202603-002']);
    office.world.pass(31 * dayMs);
    await office.login();
    expect(await numbered()).toBe('202604-001');
    expect(await office.readInvoice(await office.sentInvoice())).toMatchObject({
      invoice_number: '202604-001',
    });
  });

  it('answers an empty 200 for a draft', async () => {
    const office = await EstimateOffice.open();
    const id = await office.estimate({ customer_id: await office.person() });
    office.world.pass(dayMs);
    await office.login();
    const answer = await office.send(id);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await office.readEstimate(id)).toMatchObject({
      ...{ estimate_status: 'sent', estimate_number: '202603-001', sent_or_modified_on: '2026-03-03' },
    });
  });

  it('by mail goes to the customer, or where the body says; by itself nowhere', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person({ email: 'ann@mail.example' });
    const mail = { customer_id, send_method: 'email' };
    await office.estimate({ ...mail });
    await office.estimate({ ...mail, email_address_customer: 'boek@mail.example' });
    const later = await office.estimate({ customer_id });
    await office.send(later, { send_method: 'email', email_address_customer: 'later@mail.example' });
    await office.estimate({ customer_id, send_method: 'self', email_address_customer: 'boek@mail.example' });
    await office.jortt.runDue();
    expect(office.jortt.state().estimates.map(({ dispatched }) => dispatched)).toEqual([
      [{ method: 'email', mailTo: 'ann@mail.example', on: '2026-03-02' }],
      [{ method: 'email', mailTo: 'boek@mail.example', on: '2026-03-02' }],
      [{ method: 'email', mailTo: 'later@mail.example', on: '2026-03-02' }],
      [{ method: 'self', mailTo: null, on: '2026-03-02' }],
    ]);
  });

  it('can be done again: the number stays, and an answer is awaited anew', async () => {
    const office = await EstimateOffice.open();
    const id = await office.sentEstimate();
    await office.deed(id, 'reject');
    office.world.pass(dayMs);
    await office.login();
    expect((await office.send(id)).status).toBe(200);
    expect(await office.readEstimate(id)).toMatchObject({
      ...{ estimate_number: '202603-001', acceptance_status: 'pending', sent_or_modified_on: '2026-03-03' },
    });
    expect(office.jortt.state().estimates).toMatchObject([
      { dispatched: [{ on: '2026-03-02' }, { on: '2026-03-03' }] },
    ]);
  });

  it('can be stuck, until it goes on or is helped', async () => {
    const office = await EstimateOffice.open({ sendingStuck: true });
    const id = await office.sentEstimate();
    office.world.pass(3_600_000);
    expect(office.jortt.nextDueAt()).toBeNull();
    expect(await office.readEstimate(id)).toMatchObject({ estimate_number: null });
    await office.lever('POST', '/finish-sending');
    expect(await office.readEstimate(id)).toMatchObject({ estimate_number: '202603-001' });
    const other = await office.sentEstimate();
    office.world.pass(dayMs);
    await office.login();
    office.jortt.change({ sendingStuck: false });
    expect(await office.readEstimate(other)).toMatchObject({
      ...{ estimate_number: '202603-002', sent_or_modified_on: '2026-03-03' },
    });
  });

  it('tells how it could be mailed', async () => {
    const office = await EstimateOffice.open();
    const settings = await office.read(`/v2/estimates/${await office.sentEstimate()}/send_settings`);
    expect(settings).toMatchObject({ default_mail_subject: 'Offerte 202603-001', default_attachments: [] });
    expect(refusal(await office.get(`/v2/estimates/${nobody}/send_settings`))[0]).toBe(404);
  });
});

describe('sending an estimate is refused', () => {
  it.each([
    [{}, 'send_method is_missing'],
    [{ send_method: 'pigeon' }, 'send_method is_invalid'],
    [{ send_method: 'peppol' }, 'send_method is_invalid'],
    [{ send_method: 'email', email_address_customer: [] }, 'email_address_customer is_invalid'],
  ])('for the body %j', async (body, detail) => {
    const office = await EstimateOffice.open();
    expect(refusal(await office.send(nobody, body))).toEqual([422, 'params.invalid', detail]);
  });

  it('without a customer, lines or an address, and nothing is created', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const at = (body: object) => office.call('POST', '/v2/estimates', { send_method: 'email', ...body });
    const line_items = [line()];
    expect(refusal(await at({ line_items }))).toContain('Estimate::CustomerMissing');
    expect(refusal(await at({ customer_id }))).toContain('Estimate::LineItemsMissing');
    expect(refusal(await at({ customer_id, line_items }))).toContain('Estimate::EmailMissing');
    expect(office.jortt.state().estimates).toEqual([]);
    expect(refusal(await office.send(nobody))).toEqual([404, 'resource.not_found']);
  });

  it('while data of the organization is missing, which it says; of an invoice too', async () => {
    const office = await EstimateOffice.open({ organizationIsComplete: false });
    const customer_id = await office.person();
    const wrong = [422, 'operation.invalid', 'Organization::Incomplete'];
    expect(await office.read('/v3/organizations/me')).toMatchObject({
      data_complete_for_sending_invoices: false,
    });
    expect(refusal(await office.send(await office.estimate({ customer_id })))).toEqual(wrong);
    const invoice = await office.invoice({ customer_id });
    const send = () => office.call('POST', `/v3/invoices/${invoice}/send`, { send_method: 'self' });
    expect(refusal(await send())).toEqual(wrong);
    office.jortt.change({ organizationIsComplete: true });
    expect((await send()).status).toBe(200);
  });

  it('when the customer has moved, is archived, or gone, since the draft', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const id = await office.estimate({ customer_id });
    const sendAfter = async (method: string, changes?: object) => {
      await office.lever(method, `/customers/${customer_id}`, changes);
      return refusal(await office.send(id));
    };
    expect(await sendAfter('PATCH', { address_country_code: 'DE' })).toContain('Vat::InvalidForCustomer');
    expect(await sendAfter('PATCH', { archived: true })).toContain('Customer::Archived');
    expect(await sendAfter('DELETE')).toContain('Estimate::CustomerMissing');
  });

  it('and so is an edit that leaves a sent one without what sending needs', async () => {
    const office = await EstimateOffice.open();
    const id = await office.sentEstimate({ reference: 'QUOTE-1' });
    expect(refusal(await office.edit(id, { reference: 'QUOTE-2' }))).toContain('Estimate::CustomerMissing');
    expect(await office.readEstimate(id)).toMatchObject({ reference: 'QUOTE-1' });
  });
});
