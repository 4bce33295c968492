/** The fields of a customer and its addresses (sheet 9.2). */
import { words } from '../../kit/fields/shape.ts';
import { shape } from '../fields.ts';

const region = shape({ int: 'region_id', string: 'region_code region', any: 'extension_attributes' });

export const customerAddressShape = shape({
  int: 'id customer_id region_id',
  string: `
    country_id company telephone fax postcode city firstname lastname middlename prefix suffix vat_id`,
  strings: 'street',
  bool: 'default_shipping default_billing',
  any: 'extension_attributes custom_attributes',
  nested: { region },
});

const columns = {
  int: 'id group_id gender store_id website_id disable_auto_group_change',
  string: `
    default_billing default_shipping confirmation created_at updated_at created_in dob email firstname lastname
    middlename prefix suffix taxvat`,
};

export const customerShape = shape({
  ...columns,
  any: 'extension_attributes custom_attributes',
  lists: { addresses: customerAddressShape },
});

/** `billing_postcode` and the like are of the default billing address (sheet 4.4). */
export const billingColumns: Readonly<Record<string, string>> = {
  billing_postcode: 'postcode',
  billing_city: 'city',
  billing_telephone: 'telephone',
  billing_region: 'region',
  billing_country_id: 'country_id',
  billing_company: 'company',
};

export const searchableCustomer: ReadonlySet<string> = new Set([
  ...words(columns.int),
  ...words(columns.string),
  ...Object.keys(billingColumns),
  'billing_full',
  'entity_id',
]);
