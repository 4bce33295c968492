import type { Customer } from '../../../src/records/customer.ts';

export const noor: Customer = {
  kind: 'person',
  email: 'noor@example.com',
  name: 'Noor de Wit',
  address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
};

export const bakery: Customer = {
  ...noor,
  kind: 'company',
  company: 'Bakkerij B.V.',
  vatNumber: 'nl 8123.45.678 b01',
  phone: '+31 38 000000',
  address: { ...noor.address, extra: 'unit 3', region: 'Overijssel' },
};

export const home = {
  id: 41,
  customer_id: 27,
  region: { region_code: null, region: null, region_id: 0 },
  region_id: 0,
  country_id: 'NL',
  street: ['Kade', '12'],
  company: 'Bakkerij B.V.',
  telephone: '038-1',
  postcode: '8011 AB',
  city: 'Zwolle',
  firstname: 'Noor',
  lastname: 'de Wit',
  vat_id: 'NL812345678B01',
  default_billing: true,
  default_shipping: true,
  extension_attributes: { module: 1 },
};
export const cabin = { ...home, id: 42, street: ['Bos 1'], default_billing: false, default_shipping: false };

export const stored = {
  id: 27,
  group_id: 3,
  email: 'Noor@example.com',
  firstname: 'Noor',
  lastname: 'de Wit',
  store_id: 2,
  website_id: 3,
  taxvat: 'NL812345678B01',
  gender: 2,
  addresses: [home, cabin],
};
