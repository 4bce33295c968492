import { expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { FakeApi } from './fake-api.ts';

const profile = {
  generalInfo: { storeId: 7654321 },
  settings: { storeName: 'Teetasse' },
  company: { companyName: 'Teetasse UG', countryCode: 'DE' },
  formatsAndUnits: { currency: 'EUR', currencyPrecision: 2, timezone: 'Europe/Berlin' },
  taxSettings: { pricesIncludeTax: true },
};

test('the profile gives name, currency, time zone and the traits that orders leave out', async () => {
  const api = new FakeApi((path) => (path === '/profile' ? profile : undefined));
  expect(await ecwid.account(api, { storeId: '7654321' })).toEqual({
    name: 'Teetasse',
    identity: '7654321',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    traits: { country: 'DE', pricesIncludeTax: 'true' },
  });
  expect(api.calls[0]?.query.responseFields).toContain('formatsAndUnits(currency,timezone,weightUnit)');
});

test('its taxes at home, its unit of weight, and who works the taxes out', async () => {
  const taxes = [
    {
      id: 1,
      name: 'VAT',
      defaultTax: 19,
      rules: [
        { zoneId: 'AT-1', tax: 20 },
        { zoneId: 'HOME', tax: 7.5 },
      ],
    },
    { id: 2, name: 'Reduced', enabled: true, defaultTax: 7, rules: [{ zoneId: 'NORTH', tax: 3 }] },
    { id: 3, name: 'Old', enabled: false, defaultTax: 16 },
    { id: 4 },
  ];
  const zones = [
    { id: 'AT-1', countryCodes: ['AT'] },
    { id: 'NORTH', countryCodes: ['DE'], stateOrProvinceCodes: ['DE-SH'] },
    { id: 'HOME', countryCodes: ['AT', 'DE'] },
  ];
  const taxSettings = { pricesIncludeTax: false, automaticTaxEnabled: true, taxes };
  const formatsAndUnits = { ...profile.formatsAndUnits, weightUnit: 'GRAM' };
  const api = new FakeApi(() => ({ ...profile, formatsAndUnits, taxSettings, zones }));
  const { traits } = await ecwid.account(api, { storeId: '7654321' });
  expect(traits).toEqual({
    country: 'DE',
    pricesIncludeTax: 'false',
    weightUnit: 'GRAM',
    automaticTax: 'true',
    taxes: expect.any(String),
  });
  expect(JSON.parse(traits.taxes ?? '')).toEqual([
    { id: '1', name: 'VAT', rate: '7.5' },
    { id: '2', name: 'Reduced', rate: '7' },
    { id: '4', name: '4', rate: '0' },
  ]);
});

test('a store without a name goes by its company', async () => {
  const api = new FakeApi(() => ({ ...profile, settings: { storeName: '' }, taxSettings: null }));
  expect(await ecwid.account(api, { storeId: '7654321' })).toMatchObject({
    name: 'Teetasse UG',
    traits: { country: 'DE' },
  });
});

test('a currency or time zone that cannot be used is named', async () => {
  const shop = (formatsAndUnits: unknown) =>
    ecwid.account(new FakeApi(() => ({ ...profile, formatsAndUnits })), {});
  await expect(shop({ currency: '', timezone: 'Europe/Berlin' })).rejects.toThrow(/currency/);
  await expect(shop({ currency: 'EUR', timezone: 'Mars/Olympus' })).rejects.toThrow(/timezone/);
});

test('credentials name the store by its number and its address follows from it', () => {
  const credentials = { storeId: '7654321', token: 'secret_x' };
  expect(ecwid.credentials.safeParse(credentials).success).toBe(true);
  expect(ecwid.credentials.safeParse({ ...credentials, storeId: '../1' }).success).toBe(false);
  expect(ecwid.baseUrl(credentials, null)).toBe('https://app.ecwid.com/api/v3/7654321');
  expect(ecwid.auth(credentials)).toEqual({
    kind: 'headers',
    headers: { authorization: 'Bearer secret_x' },
  });
});
