import { expect, test } from 'vitest';
import { type LookupName, optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { statusesAnswer, storeAnswer } from './answers.ts';
import { FakeApi, type Routes } from './fake-api.ts';

const tokens = { storeToken: 's', partnerToken: 'p' };

const routes: Routes = {
  'GET /store': () => storeAnswer,
  'GET /orderstatuses': () => statusesAnswer,
  'GET /tax-policy/regions/NL': () => ({ region: { regionCode: 'NL', taxRate: '0.21', overrides: [] } }),
};

const read = (more: Routes = {}, credentials = {}) =>
  mijnwebwinkel.account(new FakeApi({ ...routes, ...more }), { ...tokens, ...credentials });

test('the store is the account, with what its records do not say', async () => {
  expect(await read()).toEqual({
    name: 'Molenwinkel',
    identity: storeAnswer.id,
    currency: 'EUR',
    timeZone: 'Europe/Amsterdam',
    traits: {
      country: 'NL',
      pricesIncludeTax: 'true',
      language: 'nl_NL',
      businessModels: 'ALL',
      vatRate: '21',
    },
  });
});

test('its country is the shop’s own word, else the merchant’s, and somebody must tell it', async () => {
  const { region_code: _, ...silent } = storeAnswer;
  const routesTo = { 'GET /store': () => silent, 'GET /tax-policy/regions/BE': () => undefined };
  expect((await read({}, { country: 'BE' })).traits).toMatchObject({ country: 'NL' });
  expect((await read(routesTo, { country: 'BE' })).traits).toMatchObject({ country: 'BE' });
  await expect(read(routesTo)).rejects.toMatchObject({ code: 'country_unknown' });
  expect(mijnwebwinkel.credentials.safeParse({ ...tokens, country: 'België' }).success).toBe(false);
});

test('a rate is known only where all goods have one', async () => {
  const region = {
    taxRate: 0.21,
    overrides: [{ taxRate: 0.09, items: [{ type: 'product', references: ['1'] }] }],
  };
  const { traits } = await read({ 'GET /tax-policy/regions/NL': () => ({ region }) });
  expect(traits).not.toHaveProperty('vatRate');
});

test('statuses that say sent and cancelled are those of the shop', async () => {
  expect((await read({}, { sentStatus: '2', cancelledStatus: '8' })).traits).toMatchObject({
    sentStatus: '2',
    cancelledStatus: '8',
  });
  await expect(read({}, { sentStatus: '77' })).rejects.toMatchObject({
    code: 'status_unknown',
    params: { status: '77' },
  });
  expect(mijnwebwinkel.credentials.safeParse({ ...tokens, sentStatus: 'Verzonden' }).success).toBe(false);
});

test('what a person picks from is the shop’s own, bare or in an envelope', async () => {
  const method = { name: 'cash', displayName: 'Contant' };
  const api = new FakeApi({
    ...routes,
    'GET /orderstatuses': () => ({ orderstatuses: statusesAnswer }),
    'GET /payment/stores/me/gateways': () => ({
      gateways: [{ name: 'basic', methods: [method] }, { methods: [method] }],
    }),
  });
  const options = async (name: LookupName) => {
    const list = mijnwebwinkel.lookups?.[name];
    return list && (await optionsOf(list, async () => api)).map(({ value, label }) => `${value} ${label}`);
  };
  // Those for credit orders are of no sale.
  expect(await options('orderStatuses')).toEqual([
    '1 Bestelling in behandeling',
    '2 Verzonden',
    '3 Betaald',
    '8 Vervallen',
  ]);
  expect(await options('paymentMethods')).toEqual(['cash Contant']);
  expect(await options('paymentStatuses')).toContain('captured Captured');
});
