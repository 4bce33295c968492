import { beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
});

const address = {
  firstname: 'Ada',
  lastname: 'Berg',
  street: ['Kade', '1'],
  city: 'Zwolle',
  postcode: '8011 AB',
  country_id: 'NL',
  telephone: '0380000000',
};
const ada = { email: 'ada@example.com', firstname: 'Ada', lastname: 'Berg' };

const create = (customer: unknown, path = '/V1/customers') => shop.call('POST', path, { customer });
const put = (id: unknown, customer: unknown) => shop.call('PUT', `/V1/customers/${id}`, { customer });

async function made(fields: JsonObject = {}): Promise<JsonObject> {
  const { status, text, body } = await create({ ...ada, ...fields });
  if (status !== 200) throw new Error(text);
  return body;
}

const search = (field: string, value: string) =>
  shop.items(
    `/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=${field}&searchCriteria[filter_groups][0][filters][0][value]=${encodeURIComponent(value)}`,
  );

describe('a new customer', () => {
  it('gets its numbers, group, store and addresses', async () => {
    const both = { ...address, default_billing: true, default_shipping: true, vat_id: 'NL001' };
    expect(await made({ website_id: 1, taxvat: 'NL002', addresses: [both] })).toEqual({
      id: 1,
      group_id: 1,
      created_at: '2026-03-10 12:00:00',
      updated_at: '2026-03-10 12:00:00',
      created_in: 'Nederlands',
      disable_auto_group_change: 0,
      extension_attributes: { is_subscribed: false },
      ...ada,
      taxvat: 'NL002',
      store_id: 1,
      website_id: 1,
      default_billing: '1',
      default_shipping: '1',
      addresses: [
        {
          id: 1,
          customer_id: 1,
          region: { region_code: null, region: null, region_id: 0 },
          region_id: 0,
          ...both,
        },
      ],
    });
  });

  it('belongs to the website of the scope', async () => {
    expect((await create(ada, '/rest/zakelijk/V1/customers')).body).toMatchObject({
      website_id: 2,
      store_id: 4,
    });
  });

  it('may have an address twice only on different websites', async () => {
    await made();
    const again = await create({ ...ada, email: 'ADA@example.com' });
    expect([again.status, again.body]).toEqual([
      400,
      { message: 'A customer with the same email address already exists in an associated website.' },
    ]);
    expect((await create({ ...ada, website_id: 2 })).status).toBe(200);
    shop.standIn.change({ customersPerWebsite: false });
    expect((await create({ ...ada, website_id: 2 })).status).toBe(400);
  });

  it('tells what is missing', async () => {
    const one = await create({ ...ada, firstname: '' });
    expect([one.status, one.body]).toEqual([400, { message: '"First Name" is a required value.' }]);
    const all = await create({});
    expect(all.body.message).toBe('One or more input exceptions have occurred.');
    expect(objectsIn(all.body.errors)).toHaveLength(3);
    const { city: _, ...nowhere } = address;
    expect((await create({ ...ada, addresses: [nowhere] })).body.parameters).toEqual({ fieldName: 'city' });
    expect((await create({ ...ada, email: 'nobody' })).status).toBe(400);
    expect((await create({ ...ada, group_id: 0 })).status).toBe(404);
    expect((await create({ ...ada, nickname: 'A' })).body.parameters).toEqual({ fieldName: 'nickname' });
    expect((await shop.call('POST', '/V1/customers', {})).body.parameters).toEqual({ fieldName: 'customer' });
    expect((await shop.get('/V1/customers/search?searchCriteria')).body.total_count).toBe(0);
  });
});

describe('a change', () => {
  it('needs who and where every time, and keeps what it does not name', async () => {
    const { id } = await made({ taxvat: 'NL002', addresses: [address] });
    const refused = await put(id, ada);
    expect([refused.status, refused.body]).toEqual([
      400,
      { message: '"Associate to Website" is a required value.' },
    ]);
    shop.world.pass(5000);
    const changed = await put(id, { ...ada, website_id: 1, firstname: 'Adèle' });
    expect(changed.body).toMatchObject({
      firstname: 'Adèle',
      taxvat: 'NL002',
      updated_at: '2026-03-10 12:00:05',
    });
    expect(objectsIn(changed.body.addresses)).toHaveLength(1);
  });

  it('replaces all addresses by those that it has', async () => {
    const { id, addresses } = await made({ addresses: [{ ...address, default_billing: true }, address] });
    const [first] = objectsIn(addresses);
    const where = { ...ada, website_id: 1 };
    const kept = { id: first?.id, city: 'Hattem' };
    const { body } = await put(id, { ...where, addresses: [kept, { ...address, default_shipping: true }] });
    expect(objectsIn(body.addresses).map((each) => [each.id, each.city])).toEqual([
      [1, 'Hattem'],
      [3, 'Zwolle'],
    ]);
    expect(body).toMatchObject({ default_billing: '1', default_shipping: '3' });
    const none = (await put(id, { ...where, addresses: [] })).body;
    expect(none.addresses).toEqual([]);
    expect(none).not.toHaveProperty('default_billing');
    expect((await put(id, { ...where, addresses: [{ ...address, id: 99 }] })).status).toBe(404);
  });

  it('may reset the store, as older versions do', async () => {
    const { id } = await made({ store_id: 2, website_id: 1 });
    shop.standIn.change({ customerStoreReset: false });
    expect((await put(id, { ...ada, website_id: 1 })).body.store_id).toBe(2);
    shop.standIn.change({ customerStoreReset: true });
    expect((await put(id, { ...ada, website_id: 1 })).body.store_id).toBe(1);
  });

  it('may reset the group too', async () => {
    const { id } = await made({ group_id: 2 });
    expect((await put(id, { ...ada, website_id: 1 })).body.group_id).toBe(2);
    shop.standIn.change({ customerGroupReset: true });
    expect((await put(id, { ...ada, website_id: 1, group_id: 2 })).body.group_id).toBe(2);
    expect((await put(id, { ...ada, website_id: 1 })).body.group_id).toBe(1);
  });

  it('clears with an empty text, not with null', async () => {
    const { id } = await made({
      taxvat: 'NL002',
      addresses: [{ ...address, company: 'Berg BV', vat_id: 'NL001' }],
    });
    const where = { ...ada, website_id: 1 };
    expect((await put(id, { ...where, taxvat: null })).body.taxvat).toBe('NL002');
    const cleared = (await put(id, { ...where, taxvat: '', addresses: [{ id: 1, company: '' }] })).body;
    expect(cleared).not.toHaveProperty('taxvat');
    const [left] = objectsIn(cleared.addresses);
    expect(left).not.toHaveProperty('company');
    expect(left).toMatchObject({ vat_id: 'NL001', city: 'Zwolle' });
  });

  it('keeps the attributes that it does not list', async () => {
    const attribute = (code: string, value: string) => ({ attribute_code: code, value });
    const { id } = await made({ custom_attributes: [attribute('coc', '12345678'), attribute('size', 'L')] });
    const changed = await put(id, {
      ...ada,
      website_id: 1,
      custom_attributes: [attribute('size', ''), attribute('shoe', '42')],
    });
    expect(changed.body.custom_attributes).toEqual([attribute('coc', '12345678'), attribute('shoe', '42')]);
  });

  it('needs the id in the body in some versions: without it, it is a new customer', async () => {
    const { id } = await made();
    shop.standIn.change({ customerIdFromPath: false });
    expect((await put(id, { ...ada, website_id: 1 })).body.message).toMatch(/already exists/);
    expect((await put(id, { ...ada, id, website_id: 1, lastname: 'Dal' })).body.lastname).toBe('Dal');
  });

  it('does not take the address of another', async () => {
    await made();
    const { id } = await made({ email: 'bo@example.com' });
    expect((await put(id, { ...ada, website_id: 1 })).status).toBe(400);
    expect((await put(77, { ...ada, website_id: 1 })).body).toEqual({
      message: 'No such entity with %fieldName = %fieldValue',
      parameters: { fieldName: 'customerId', fieldValue: 77 },
    });
  });
});

describe('an address in a country whose regions are required', () => {
  const madrid = { ...address, city: 'Madrid', postcode: '28013', country_id: 'ES' };
  const refused = async (fields: JsonObject) => {
    const { status, body } = await create({ ...ada, addresses: [{ ...madrid, ...fields }] });
    return [status, body.parameters];
  };

  it.each(['ES', 'IT', 'PL', 'SE', 'DK', 'PT', 'CH', 'US'])('%s: needs one of the list', async (country) => {
    expect(await refused({ country_id: country })).toEqual([400, { fieldName: 'regionId' }]);
    const { body } = await shop.get(`/V1/directory/countries/${country}`);
    const region_id = Number(objectsIn(body.available_regions)[0]?.id);
    expect(
      (await create({ ...ada, addresses: [{ ...madrid, country_id: country, region_id }] })).status,
    ).toBe(200);
  });

  it('is refused with a name alone, and with a region of another country', async () => {
    expect(await refused({ region: { region: 'Madrid', region_code: 'Madrid', region_id: 0 } })).toEqual([
      400,
      { fieldName: 'regionId' },
    ]);
    expect(await refused({ region_id: 79 })).toEqual([400, { fieldName: 'regionId', value: 79 }]);
    expect(await shop.items('/V1/customers/search?searchCriteria')).toEqual([]);
  });

  it('gets the code and the name of its region from the list', async () => {
    const body = await made({ addresses: [{ ...madrid, region: { region: 'here', region_id: 132 } }] });
    expect(objectsIn(body.addresses)[0]).toMatchObject({
      region: { region_code: 'Madrid', region: 'Madrid', region_id: 132 },
      region_id: 132,
    });
  });

  it('is taken without where the shop says so, and where it lists regions without requiring them', async () => {
    expect((await create({ ...ada, addresses: [{ ...madrid, country_id: 'DE' }] })).status).toBe(200);
    shop.standIn.change({ regionRequired: [] });
    expect((await create({ ...ada, email: 'bo@example.com', addresses: [madrid] })).status).toBe(200);
  });

  it('is checked again when a change lists it, and loses its region with its country', async () => {
    const { id } = await made({ addresses: [{ ...madrid, region_id: 132 }] });
    const where = { ...ada, website_id: 1 };
    expect((await put(id, { ...where, addresses: [{ id: 1, region_id: 0 }] })).status).toBe(400);
    const moved = await put(id, { ...where, addresses: [{ id: 1, country_id: 'NL' }] });
    expect(objectsIn(moved.body.addresses)[0]).toMatchObject({ country_id: 'NL', region_id: 0 });
  });

  it('is one that a shopper has who has an account', async () => {
    shop = new TestShop({ seeded: true });
    const owners = await shop.items('/V1/customers/search?searchCriteria');
    const addresses = owners.flatMap((each) => objectsIn(each.addresses));
    const spanish = addresses.filter(({ country_id }) => country_id === 'ES');
    expect(spanish.every(({ region_id }) => Number(region_id) > 0)).toBe(true);
    expect(addresses.length).toBeGreaterThan(0);
  });
});

describe('a deleted customer', () => {
  it('leaves its orders to nobody', async () => {
    const { country_id: country, ...given } = { ...address, email: ada.email, account: true };
    const id = await shop.sell({
      buyer: { ...given, country },
      basket: { lines: [{ productId: 9, sku: 'MOK', name: 'Mok', price: '12.10', rate: '21' }] },
    });
    const before = await shop.order(id);
    shop.world.pass(60_000);
    expect((await shop.call('DELETE', `/V1/customers/${before.customer_id}`)).json).toBe(true);
    const { customer_id: gone, ...left } = before;
    expect(gone).toBe(1);
    expect(await shop.order(id)).toEqual(left);
  });
});

describe('customers', () => {
  it('are found by e-mail whatever its case, and by their billing address', async () => {
    const { id } = await made({
      email: 'ada+shop@example.com',
      addresses: [{ ...address, default_billing: true }],
    });
    expect((await search('email', 'Ada+Shop@Example.com')).map((each) => each.id)).toEqual([id]);
    expect((await search('billing_postcode', '8011 ab')).map((each) => each.id)).toEqual([id]);
    expect(await search('email', 'ada@example.com')).toEqual([]);
  });

  it('and their addresses can be read and deleted', async () => {
    const { id } = await made({ addresses: [{ ...address, default_billing: true }] });
    expect((await shop.get('/V1/customers/addresses/1')).body).toMatchObject({ city: 'Zwolle' });
    expect((await shop.get(`/V1/customers/${id}/billingAddress`)).body.id).toBe(1);
    expect((await shop.call('DELETE', '/V1/addresses/1')).json).toBe(true);
    expect((await shop.get(`/V1/customers/${id}`)).body.addresses).toEqual([]);
    expect((await shop.get('/V1/customers/addresses/1')).status).toBe(404);
    expect((await shop.call('DELETE', `/V1/customers/${id}`)).json).toBe(true);
    expect((await shop.get(`/V1/customers/${id}`)).status).toBe(404);
    expect((await made()).id).toBe(2);
  });

  it('are not given away by the question whether an address is free', async () => {
    await made();
    const ask = await shop.call('POST', '/V1/customers/isEmailAvailable', { customerEmail: ada.email });
    expect(ask.json).toBe(true);
  });

  it('can be checked before they are saved', async () => {
    const check = async (customer: unknown) =>
      (await shop.call('PUT', '/V1/customers/validate', { customer })).body;
    expect(await check(ada)).toEqual({ valid: true, messages: [] });
    expect(await check({ ...ada, lastname: '' })).toEqual({
      valid: false,
      messages: ['"Last Name" is a required value.'],
    });
  });

  it('have groups', async () => {
    const groups = await shop.items('/V1/customerGroups/search?searchCriteria');
    expect(groups.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4]);
    expect((await shop.get('/V1/customerGroups/2')).body.code).toBe('Wholesale');
    expect((await shop.get('/V1/customerGroups/default')).body.id).toBe(1);
    expect((await shop.get('/V1/customerGroups/9')).status).toBe(404);
  });
});

describe('the shop', () => {
  it('has websites, store views and their configurations', async () => {
    const codes = async (path: string) =>
      objectsIn((await shop.get(path)).json ?? []).map(({ code }) => code);
    expect(await codes('/V1/store/websites')).toEqual(['admin', 'base', 'zakelijk']);
    expect(await codes('/V1/store/storeViews')).toContain('admin');
    expect(await codes('/V1/store/storeConfigs')).toEqual([
      'default',
      'vlaams',
      'deutsch',
      'zakelijk',
      'english',
    ]);
    const { json } = await shop.get('/V1/store/storeConfigs?storeCodes[]=english');
    expect(json).toEqual([
      expect.objectContaining({
        timezone: 'Europe/London',
        base_currency_code: 'EUR',
        default_display_currency_code: 'GBP',
      }),
    ]);
  });

  it('has tax rates, under the codes that orders name', async () => {
    const filter =
      'searchCriteria[filter_groups][0][filters][0][field]=tax_country_id&searchCriteria[filter_groups][0][filters][0][value]=NL';
    const rates = await shop.items(`/V1/taxRates/search?${filter}`);
    expect(rates.map(({ code, rate }) => [code, rate])).toEqual([
      ['NL-21', 21],
      ['NL-9', 9],
      ['NL-0', 0],
    ]);
    expect((await shop.get('/V1/taxRules/1')).body.code).toBe('Hoog');
    expect((await shop.get('/V1/taxClasses/99')).status).toBe(404);
  });
});
