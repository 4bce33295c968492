import { describe, expect, it } from 'vitest';
import { line, nobody, Office, refusal } from './office.ts';

describe('of several things that are wrong, the first is answered', () => {
  it('in the order of the sheet', async () => {
    const office = await Office.open({ planAllowsApi: false, closedYears: [2024] });
    const draft = await office.jortt.handle(new Request('https://api.jortt.nl/v3/none'));
    expect(draft.status).toBe(404);
    const badBody = (path: string, method = 'PUT') =>
      office.request(`https://api.jortt.nl${path}`, {
        method,
        headers: { Authorization: `Bearer ${office.token}`, 'Content-Type': 'application/json' },
        body: '{',
      });
    const good = await office.login('customers:read');
    office.token = 'wrong';
    expect(refusal(await badBody('/v3/invoice/x'))).toEqual([404, 'endpoint.not_found']);
    expect(refusal(await badBody('/v3/invoices/x', 'PATCH'))).toEqual([405, 'resource.method_not_allowed']);
    expect(refusal(await badBody('/v3/invoices/x'))).toEqual([401, 'access_token.invalid']);
    office.token = good;
    expect(refusal(await badBody('/v3/invoices/x'))).toEqual([401, 'organization.requires_mkb_plan']);
    office.jortt.change({ planAllowsApi: true });
    expect(refusal(await badBody('/v3/invoices/x'))).toEqual([401, 'scopes.insufficient']);
    await office.login();
    expect(refusal(await badBody('/v3/invoices/x'))).toEqual([422, 'params.invalid_format']);
    const bad = { customer_id: 'x', invoice_date: '2024-05-05' };
    expect(refusal(await office.call('PUT', '/v3/invoices/x', bad))).toEqual([
      422,
      'params.invalid',
      'id is_invalid',
    ]);
    expect(refusal(await office.call('PUT', `/v3/invoices/${nobody}`, bad))).toEqual([
      422,
      'params.invalid',
      'customer_id is_invalid',
    ]);
    const fair = { invoice_date: '2024-05-05', line_items: [line('1.00', '1', '0.19')] };
    expect(refusal(await office.call('PUT', `/v3/invoices/${nobody}`, fair))).toEqual([
      404,
      'resource.not_found',
    ]);
    const customer_id = await office.person();
    const id = await office.invoice({ customer_id });
    expect(refusal(await office.call('PUT', `/v3/invoices/${id}`, { ...fair, customer_id }))).toEqual([
      422,
      'operation.invalid',
      'Vat::InvalidForCustomer',
    ]);
    const onlyTheYear = { customer_id, invoice_date: '2024-05-05' };
    const closed = await office.call('PUT', `/v3/invoices/${id}`, onlyTheYear);
    expect(refusal(closed)).toEqual([422, 'operation.year_closed']);
    expect(closed.body.error?.message).toContain('2024');
  });

  it('and a business rule goes before a closed year on create, too', async () => {
    const office = await Office.open({ closedYears: [2026] });
    const send = { send_method: 'self', line_items: [line()] };
    expect(refusal(await office.call('POST', '/v3/invoices', send))).toEqual([
      422,
      'operation.invalid',
      'Invoice::CustomerMissing',
    ]);
    const customer_id = await office.person();
    expect(refusal(await office.call('POST', '/v3/invoices', { ...send, customer_id }))).toEqual([
      422,
      'operation.year_closed',
    ]);
    expect(office.jortt.state().invoices).toEqual([]);
  });
});

describe('the error envelope', () => {
  it('is that of the sheet, to the byte', async () => {
    const office = await Office.open();
    const answer = await office.call('POST', '/v3/customers', {});
    expect(answer.text).toBe(
      '{"error":{"code":422,"key":"params.invalid","message":"The parameters are invalid (either missing, not of the correct type or incorrect format).","details":[{"key":"is_missing","param":"is_private","message":"is missing"},{"key":"is_missing","param":"customer_name","message":"is missing"}]}}',
    );
  });
});

describe('a body', () => {
  async function post(body: string | Uint8Array<ArrayBuffer>, type = 'application/json') {
    const office = await Office.open();
    const headers = { Authorization: `Bearer ${office.token}`, 'Content-Type': type };
    return office.request('https://api.jortt.nl/v3/customers', { method: 'POST', headers, body });
  }

  it.each(['[]', '"text"', '5', 'null', '{"a":', 'is_private=true'])('%s is no object', async (body) => {
    expect(refusal(await post(body))).toEqual([422, 'params.invalid_format']);
  });

  it('of another media type is not read', async () => {
    const good = JSON.stringify({ is_private: true, customer_name: 'Ann' });
    expect(refusal(await post(good, 'text/plain'))).toEqual([422, 'params.invalid_format']);
    expect((await post(good, 'application/json; charset=utf-8')).status).toBe(201);
  });

  it('must be UTF-8', async () => {
    expect(refusal(await post(new Uint8Array([0x22, 0xff, 0x22])))).toEqual([422, 'params.invalid_encoding']);
  });
});

describe('the rate limit', () => {
  it('is ten calls within a second, per token', async () => {
    const office = await Office.open({ limits: true });
    for (let call = 0; call < 10; call += 1) expect((await office.get('/v3/labels')).status).toBe(200);
    const refused = await office.get('/v3/labels');
    expect(refusal(refused)).toEqual([429, 'request.throttled']);
    expect(refused.headers.has('Retry-After')).toBe(false);
    office.world.pass(999);
    expect((await office.get('/v3/labels')).status).toBe(429);
    office.world.pass(1);
    expect((await office.get('/v3/labels')).status).toBe(200);
  });

  it('counts another token apart', async () => {
    const office = await Office.open({ limits: true });
    for (let call = 0; call < 11; call += 1) await office.get('/v3/labels');
    expect((await office.get('/v3/labels')).status).toBe(429);
    await office.login();
    expect((await office.get('/v3/labels')).status).toBe(200);
  });

  it('says how long to wait, if set so, and can be off', async () => {
    const office = await Office.open({ limits: true, retryAfter: true });
    for (let call = 0; call < 10; call += 1) await office.get('/v3/labels');
    expect((await office.get('/v3/labels')).headers.get('Retry-After')).toBe('1');
    office.jortt.change({ limits: false });
    expect((await office.get('/v3/labels')).status).toBe(200);
  });
});
