import { expect, it, vi } from 'vitest';
import { at, TestShop } from './shop.ts';

/** The official client warns where `window` exists, or a version is unknown to it. */
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

it('the official client reads the shop, with variables', async () => {
  const shop = new TestShop();
  const placed = await shop.control('POST', '/sales', {
    buyer: {
      name: 'Piet Jansen',
      email: 'piet@example.com',
      street: 'Kerkstraat 1',
      postalCode: '1017 GA',
      city: 'Amsterdam',
      country: 'NL',
    },
    basket: { lines: [{ sku: 'KAAS-1', name: 'Kaas', price: '30.25', quantity: 2 }] },
  });
  const { data, errors, extensions } = await shop
    .client()
    .request('query ($id: ID!) { order(id: $id) { name totalPriceSet { shopMoney { amount } } } }', {
      variables: { id: `gid://shopify/Order/${placed.id}` },
    });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ order: { name: '#1001', totalPriceSet: { shopMoney: { amount: '60.5' } } } });
  expect(at(extensions, 'cost', 'throttleStatus')).toMatchObject({
    maximumAvailable: 2000,
    restoreRate: 100,
  });
});

it('the official client is told user errors of a mutation', async () => {
  const shop = new TestShop();
  const create = `mutation ($input: CustomerInput!) {
    customerCreate(input: $input) { customer { id email } userErrors { field message } } }`;
  const variables = { input: { email: 'anna@example.com', firstName: 'Anna' } };
  const first = await shop.client().request(create, { variables });
  const second = await shop.client().request(create, { variables });
  expect(at(first.data, 'customerCreate', 'customer', 'email')).toBe('anna@example.com');
  expect(second.data).toEqual({
    customerCreate: {
      customer: null,
      userErrors: [{ field: ['input', 'email'], message: 'Email has already been taken' }],
    },
  });
});

it('the official client is refused unknown fields, and a wrong token', async () => {
  const shop = new TestShop();
  const unknown = await shop.client().request('{ shop { nonsense } }');
  expect(at(unknown.errors, 'graphQLErrors', 0, 'extensions', 'code')).toBe('undefinedField');
  await shop.control('DELETE', '/tokens');
  const refused = await shop.client().request('{ shop { name } }');
  expect(refused.errors).toMatchObject({ networkStatusCode: 401 });
});

it('the official client is throttled when the bucket is empty, and not any more when it has filled', async () => {
  const shop = new TestShop();
  const dear = `{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } }`;
  let answer = await shop.client().request(dear);
  for (let call = 0; call < 30 && answer.errors === undefined; call += 1)
    answer = await shop.client().request(dear);
  // Nothing is found, so that little is charged: the requested cost must still fit.
  expect(answer.errors).toBeUndefined();
  await shop.control('POST', '/orders', { count: 30 });
  for (let call = 0; call < 60 && answer.errors === undefined; call += 1)
    answer = await shop.client().request(dear);
  expect(at(answer.errors, 'graphQLErrors', 0)).toMatchObject({
    message: 'Throttled',
    extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/limits' },
  });
  expect(at(answer.extensions, 'cost', 'actualQueryCost')).toBeNull();
  shop.world.pass(20_000);
  expect((await shop.client().request(dear)).errors).toBeUndefined();
});
