import { describe, expect, it } from 'vitest';
import { Office, refusal } from '../office.ts';

describe('the administration', () => {
  it('is one organization, with its settings', async () => {
    const office = await Office.open({ oneStopShop: false });
    expect(await office.read('/v3/organizations/me')).toMatchObject({
      vat_type: 'vat',
      one_stop_shop_enabled: false,
      has_mollie: false,
      default_vat: { value: '0.21', category: null },
    });
  });

  it('has labels in alphabetical order, and takes new ones', async () => {
    const office = await Office.open();
    expect(await office.rows('/v3/labels')).toEqual([]);
    const shop = await office.create('/v3/labels', { description: 'shop' });
    const market = await office.create('/v3/labels', { description: 'Market' });
    expect(await office.rows('/v3/labels')).toEqual([
      { id: market, description: 'Market', category: 'user_label' },
      { id: shop, description: 'shop', category: 'user_label' },
    ]);
    expect(refusal(await office.call('POST', '/v3/labels', {}))).toContain('description is_missing');
  });

  it('has a ledger whose groups cannot be chosen, and whose keys are not called id', async () => {
    const office = await Office.open();
    const accounts = await office.rows('/v3/ledger_accounts/invoices');
    expect(new Set(accounts.map(({ selectable }) => selectable))).toEqual(new Set([true, false]));
    expect(accounts[0]).not.toHaveProperty('id');
    const usual = await office.read('/v3/ledger_accounts/invoices/default');
    expect(usual).toMatchObject({ name: 'Omzet uit facturen', selectable: true });
    expect(accounts).toContainEqual(usual);
  });

  it('has trade names only when seeded, and lists without links', async () => {
    const office = await Office.open();
    expect((await office.get('/v3/tradenames')).body).toEqual({ data: [] });
    office.jortt.reset(true);
    await office.login();
    const [tradename] = await office.rows('/v3/tradenames');
    const id = await office.invoice({ tradename_id: tradename?.id });
    expect(await office.readInvoice(id)).toMatchObject({ tradename_id: tradename?.id });
  });
});

describe('scopes', () => {
  it.each([
    ['GET', '/v3/customers', 'customers:read'],
    ['POST', '/v3/customers', 'customers:write'],
    ['GET', '/v3/invoices', 'invoices:read'],
    ['POST', '/v3/invoices', 'invoices:write'],
    ['GET', '/v3/organizations/me', 'organizations:read'],
    ['GET', '/v3/labels', 'organizations:read'],
    ['POST', '/v3/labels', 'organizations:write'],
    ['GET', '/v3/tradenames', 'organizations:read'],
    // Reading, but a write scope.
    ['GET', '/v3/ledger_accounts/invoices', 'invoices:write'],
    ['GET', '/v3/ledger_accounts/invoices/default', 'invoices:write'],
  ])('%s %s needs %s', async (method, path, scope) => {
    const office = await Office.open();
    const all = office.jortt.settings().scopes;
    const body = method === 'POST' ? {} : undefined;
    await office.login(all.filter((each) => each !== scope).join(' '));
    expect(refusal(await office.call(method, path, body))).toEqual([401, 'scopes.insufficient']);
    await office.login(scope);
    expect((await office.call(method, path, body)).status).not.toBe(401);
  });
});

describe('what is not there', () => {
  it.each(['/v1/invoices', '/invoices', '/v2/invoices', '/v3/payments', '/'])('%s', async (path) => {
    const office = await Office.open();
    expect(refusal(await office.get(path))).toEqual([404, 'endpoint.not_found']);
  });
});
