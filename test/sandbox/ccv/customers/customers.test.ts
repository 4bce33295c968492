import { describe, expect, it } from 'vitest';
import { partIn } from '../../../../sandbox/ccv/customers/personal-info.ts';
import { address, TestShop } from '../shop.ts';

const ada = {
  username: 'ada@example.test',
  password: 'geheim1',
  userinfo: {
    email: 'ada@example.test',
    customertype: 'b2b',
    btw: 'NL000000000B01',
    billingaddress: address,
  },
};

describe('accounts over the API', () => {
  it('are made, changed field by field, and deleted', async () => {
    const shop = new TestShop();
    const { status, body } = await shop.call('POST', '/users/', ada);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 51_001,
      username: 'ada@example.test',
      group_id: null,
      approval_status: 'accepted',
    });
    expect(JSON.stringify(body)).not.toContain('geheim1');
    const changes = { userinfo: { billingaddress: { telephone: '0201111111' } } };
    expect((await shop.call('PATCH', '/users/51001/', changes)).status).toBe(204);
    expect((await shop.get('/users/51001/')).body.userinfo).toMatchObject({
      btw: 'NL000000000B01',
      billingaddress: {
        telephone: '0201111111',
        city: 'Zwolle',
        address_line_1: 'Laan 4',
        full_name: 'Jan Smit',
      },
    });
    expect((await shop.call('DELETE', '/users/51001/')).status).toBe(204);
    expect((await shop.get('/users/51001/')).status).toBe(404);
  });

  it('a username stands once, without regard to case', async () => {
    const shop = new TestShop();
    await shop.call('POST', '/users/', ada);
    const twice = await shop.call('POST', '/users/', { ...ada, username: 'Ada@Example.test' });
    expect(twice.body).toEqual({ status: 500, code: '500.40', developermessage: 'username already exists' });
    const other = await shop.call('POST', '/users/', { ...ada, username: 'bea@example.test' });
    const taken = await shop.call('PATCH', `/users/${other.body.id}/`, { username: ada.username });
    expect(taken.body.code).toBe('500.40');
    expect(
      (await shop.call('PATCH', `/users/${other.body.id}/`, { username: 'bea@example.test' })).status,
    ).toBe(204);
  });

  it.each([
    ['no password', { username: 'x@example.test' }],
    ['a short password', { ...ada, password: '1' }],
    ['a field that does not exist', { ...ada, email: 'ada@example.test' }],
    ['a type that does not exist', { ...ada, userinfo: { customertype: 'company' } }],
    ['a discount that does not exist', { ...ada, product_in_category_discount: 'best' }],
  ])('are refused with %s', async (_, body) => {
    const shop = new TestShop();
    expect((await shop.call('POST', '/users/', body)).status).toBe(400);
    expect(await shop.items('/users/')).toEqual([]);
  });

  it('cannot be found by e-mail: only walked by id, or by whether they are approved', async () => {
    const shop = new TestShop({ seeded: true });
    expect((await shop.get('/users/?email=ada@example.test')).status).toBe(400);
    const ids = (await shop.all('/users/?orderby=id_desc&size=5')).map(({ id }) => Number(id));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
    const [waiting, ...others] = await shop.items('/users/?approval_status=pending');
    expect(others).toEqual([]);
    await shop.call('PATCH', `/users/${waiting?.id}/`, { approval_status: 'accepted' });
    expect((await shop.call('PATCH', `/users/${waiting?.id}/`, { approval_status: 'accepted' })).status).toBe(
      400,
    );
    // A name to log in with need not be an e-mail address.
    const named = (await shop.all('/users/')).find(({ username }) => username === 'hanneke');
    expect(named?.userinfo).toMatchObject({ email: 'hanneke.smits@example.com' });
    expect((await shop.get('/users/?approval_status=new')).status).toBe(400);
  });

  it('are in groups of the back office', async () => {
    const shop = new TestShop();
    const { body } = await shop.call('POST', '/users/', { ...ada, group_id: 2 });
    expect(await shop.items('/usergroups/')).toMatchObject([
      { groupname: 'Particulieren' },
      { discount: 10 },
    ]);
    expect(await shop.items('/usergroups/2/users/')).toMatchObject([{ id: body.id }]);
    expect((await shop.call('POST', '/users/', { ...ada, username: 'y', group_id: 9 })).status).toBe(404);
  });
});

describe('a whole name', () => {
  it('follows the parts that it is made of, also where these are taken away', async () => {
    const shop = new TestShop();
    const { body } = await shop.call('POST', '/users/', ada);
    const parts = (first_name: string, last_name: string) =>
      shop.call('PATCH', `/users/${body.id}/`, { userinfo: { billingaddress: { first_name, last_name } } });
    const wholeName = async () =>
      partIn(partIn((await shop.get(`/users/${body.id}/`)).body, 'userinfo'), 'billingaddress').full_name;
    await parts('Eef', 'Post');
    expect(await wholeName()).toBe('Eef Post');
    await parts('', '');
    expect(await wholeName()).toBe('');
  });
});

describe('people by hand', () => {
  it('make an account, edit it, and buy in it or as a guest', async () => {
    const shop = new TestShop();
    const { body } = await shop.control('POST', '/people', {
      email: 'anna@example.com',
      name: 'Anna van Bos',
      phone: '0201111111',
      company: 'Bos BV',
      vatNumber: 'NL000000000B01',
      address: { street: 'Lindelaan 8 bis', postalCode: '3571 KH', city: 'Utrecht', country: 'NL' },
    });
    expect((await shop.get(`/users/${body.id}/`)).body.userinfo).toMatchObject({
      email: 'anna@example.com',
      customertype: 'b2b',
      billingaddress: {
        street: 'Lindelaan',
        housenumber: 8,
        housenumber_suffix: 'bis',
        last_name: 'van Bos',
      },
    });
    const view = await shop.control('PATCH', `/people/${body.id}`, { phone: null, company: null });
    expect(view.body).toEqual({
      id: body.id,
      email: 'anna@example.com',
      name: 'Anna van Bos',
      company: null,
      vatNumber: 'NL000000000B01',
      phone: null,
      address: { street: 'Lindelaan 8 bis', postalCode: '3571 KH', city: 'Utrecht', country: 'NL' },
    });
    const person = { email: 'anna@example.com', name: 'Anna van Bos' };
    const own = await shop.control('POST', '/purchases', { ...person, account: true });
    expect((await shop.get(`/orders/${own.body.id}/`)).body.user).toMatchObject({ id: Number(body.id) });
    const guest = await shop.control('POST', '/purchases', person);
    expect((await shop.get(`/orders/${guest.body.id}/`)).body.user).toMatchObject({ id: null });
    await shop.control('POST', `/people/${body.id}/addresses`, {
      street: 'Kade 1',
      postalCode: '9711AA',
      city: 'Groningen',
      country: 'NL',
    });
    expect((await shop.get(`/users/${body.id}/`)).body.userinfo).toMatchObject({
      deliveryaddress: { street: 'Kade', city: 'Groningen', full_name: 'Anna van Bos' },
    });
    expect((await shop.control('POST', '/people', person)).status).toBe(409);
    await shop.control('PATCH', `/people/${body.id}`, { address: null });
    expect((await shop.control('GET', `/people/${body.id}`)).body.address).toBeNull();
    await shop.control('DELETE', `/people/${body.id}`);
    expect((await shop.control('GET', `/people/${body.id}`)).status).toBe(404);
  });

  it('what becomes of a sale', async () => {
    const shop = new TestShop();
    const { body } = await shop.control('POST', '/purchases', {
      email: 'a@example.com',
      name: 'Ada',
      state: 'open',
    });
    const order = async () => (await shop.get(`/orders/${body.id}/`)).body;
    expect(await order()).toMatchObject({ status: 4, paid: false, total_price: 24.2 });
    await shop.control('POST', `/sales/${body.id}/pay`);
    await shop.control('POST', `/sales/${body.id}/note`);
    await shop.control('POST', `/sales/${body.id}/ship`);
    expect(await order()).toMatchObject({ status: 5, paid: true, track_and_trace_carrier: 'PostNL' });
    await shop.control('POST', `/sales/${body.id}/cancel`);
    expect(await order()).toMatchObject({ status: 8 });
    expect((await shop.control('POST', `/sales/${body.id}/place`)).status).toBe(409);
    expect((await shop.control('POST', '/sales/7/pay')).status).toBe(404);
  });

  it('buy for somebody else, from elsewhere, earlier', async () => {
    const shop = new TestShop();
    const { body } = await shop.control('POST', '/purchases', {
      email: 'a@example.com',
      name: 'Ada Vis',
      placedAt: '2025-12-31T22:30:00Z',
      deliverTo: {
        name: 'Opa Vis',
        address: { street: 'Zeestraat 250', postalCode: '2518 AC', city: 'Den Haag', country: 'NL' },
      },
    });
    expect((await shop.get(`/orders/${body.id}/`)).body).toMatchObject({
      create_date: '2025-12-31T22:30:00Z',
      customer: { deliveryaddress: { full_name: 'Opa Vis', street: 'Zeestraat', housenumber: 250 } },
    });
  });
});
