import { expect, it } from 'vitest';
import { at, TestShop } from './shop.ts';

const address = { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' };
const noor = {
  email: 'noor@example.com',
  name: 'Noor de Wit',
  company: 'Oud BV',
  phone: '0380000000',
  address,
};

it('an order is shipped by hand, and a note touches it', async () => {
  const shop = new TestShop();
  const { id } = await shop.control('POST', '/purchases', { ...noor, placedAt: '2025-06-01T10:00:00Z' });
  const read = () =>
    shop.data(
      `{ order(id: "gid://shopify/Order/${id}") { createdAt updatedAt displayFulfillmentStatus note } }`,
    );
  expect((await read()).order).toMatchObject({
    createdAt: '2025-06-01T10:00:00Z',
    updatedAt: '2025-06-01T10:00:00Z',
  });
  await shop.control('POST', `/sales/${id}/ship`);
  await shop.control('POST', `/sales/${id}/note`);
  expect((await read()).order).toEqual({
    createdAt: '2025-06-01T10:00:00Z',
    updatedAt: '2026-03-10T12:00:00Z',
    displayFulfillmentStatus: 'FULFILLED',
    note: 'Gezien.',
  });
});

it('the goods go to somebody else, with a firm and a telephone of their own', async () => {
  const shop = new TestShop();
  const deliverTo = { name: 'Sara Blok', company: 'Depot BV', phone: '0101234567', address };
  const { id } = await shop.control('POST', '/purchases', { ...noor, deliverTo });
  const found = await shop.data(
    `{ order(id: "gid://shopify/Order/${id}") { shippingAddress { name company phone address1 } billingAddress { company } customer { id } } }`,
  );
  expect(found.order).toEqual({
    shippingAddress: { name: 'Sara Blok', company: 'Depot BV', phone: '0101234567', address1: 'Kade 12' },
    billingAddress: { company: 'Oud BV' },
    customer: null,
  });
});

it('a number is kept as typed in the address, and written out in the account', async () => {
  const shop = new TestShop();
  const { id } = await shop.control('POST', '/people', noor);
  const found = await shop.data(
    `{ customer(id: "gid://shopify/Customer/${id}") { displayName defaultPhoneNumber { phoneNumber } defaultAddress { phone company } numberOfOrders } }`,
  );
  expect(found.customer).toEqual({
    displayName: 'Noor de Wit',
    defaultPhoneNumber: { phoneNumber: '+31380000000' },
    defaultAddress: { phone: '0380000000', company: 'Oud BV' },
    numberOfOrders: '0',
  });
});

it('a shopper with orders is not deleted, one without is', async () => {
  const shop = new TestShop();
  const { id } = await shop.control('POST', '/people', noor);
  await shop.control('POST', '/purchases', { ...noor, account: true });
  const remove =
    'mutation ($id: ID!) { customerDelete(input: { id: $id }) { deletedCustomerId userErrors { message } } }';
  expect(await shop.refused(remove, { id: `gid://shopify/Customer/${id}` })).toHaveLength(1);
  const other = await shop.control('POST', '/people', { email: 'anna@example.com', name: 'Anna Bos' });
  const gone = await shop.done(remove, { id: `gid://shopify/Customer/${other.id}` });
  expect(gone.deletedCustomerId).toBe(`gid://shopify/Customer/${other.id}`);
});

it('the upsert of a customer replaces lists and leaves the rest; it refuses what is taken', async () => {
  const shop = new TestShop();
  const set = `mutation ($id: CustomerSetIdentifiers, $in: CustomerSetInput!) { customerSet(identifier: $id, input: $in) {
    customer { id firstName tags addressesV2(first: 5) { nodes { city } } } userErrors { field code } } }`;
  const email = 'piet@example.com';
  const first = {
    email,
    firstName: 'Piet',
    tags: ['b2b'],
    addresses: [{ city: 'Zwolle' }, { city: 'Ommen' }],
  };
  const made = await shop.done(set, { id: { email }, in: first });
  const again = await shop.done(set, { id: { email }, in: { email, addresses: [{ city: 'Kampen' }] } });
  expect(again.customer).toEqual({
    id: at(made.customer, 'id'),
    firstName: 'Piet',
    tags: ['b2b'],
    addressesV2: { nodes: [{ city: 'Kampen' }] },
  });
  expect(await shop.refused(set, { id: { email }, in: { email: 'an@example.com' } })).toEqual([
    { field: ['input', 'email'], code: 'INPUT_MISMATCH' },
  ]);
  const phone = { email: 'an@example.com', phone: '06 12345678' };
  expect(await shop.refused(set, { id: { email: phone.email }, in: phone })).toEqual([
    { field: ['input', 'phone'], code: 'INVALID' },
  ]);
});
