import { countryName } from '../../kit/places/country-names.ts';
import type { Customer } from './customer.ts';

/** The customer as it was when something was sent, by the names of invoices and estimates (sheet 4.5, 7.1). */
export interface Addressee {
  customer_company_name: string | null;
  customer_attn: string | null;
  customer_address_street: string | null;
  customer_address_city: string | null;
  customer_address_postal_code: string | null;
  customer_address_country_code: string | null;
  customer_address_country_name: string | null;
  customer_address_extra_information: string | null;
  customer_vat_shifted: boolean | null;
  customer_vat_number: string | null;
}

/** On a draft everything about the customer is empty, even with a `customer_id` (sheet 4.5). */
export const nobodyYet: Addressee = {
  customer_company_name: null,
  customer_attn: null,
  customer_address_street: null,
  customer_address_city: null,
  customer_address_postal_code: null,
  customer_address_country_code: null,
  customer_address_country_name: null,
  customer_address_extra_information: null,
  customer_vat_shifted: null,
  customer_vat_number: null,
};

export function addresseeOf(customer: Customer): Addressee {
  return {
    customer_company_name: customer.customer_name,
    customer_attn: customer.attn,
    customer_address_street: customer.address_street,
    customer_address_city: customer.address_city,
    customer_address_postal_code: customer.address_postal_code,
    customer_address_country_code: customer.address_country_code,
    customer_address_country_name: countryName(customer.address_country_code, 'nl'),
    customer_address_extra_information: customer.address_extra_information,
    customer_vat_shifted: customer.shift_vat,
    customer_vat_number: customer.vat_number,
  };
}
