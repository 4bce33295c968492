import type { JorttSettings } from '../settings.ts';

export interface Tradename {
  id: string;
  company_name: string;
  company_name_line_2: string | null;
  address_street: string;
  address_city: string;
  address_postal_code: string;
  address_country_code: string;
  phonenumber: string | null;
  bank_account_in_the_name_of: string;
  iban: string;
  bic: string;
  finance_email: string | null;
}

/** The one administration that the tokens give access to (sheet 7.1). All of it is invented. */
export function organizationOnWire({ oneStopShop, organizationIsComplete }: JorttSettings) {
  return {
    id: '5e0d6b42-91c8-4f37-a2e5-c4b8d0f17a10',
    vat_type: 'vat',
    company_name: 'De Zandbak B.V.',
    company_name_line_2: null,
    address_street: 'Proefstraat 1',
    address_postal_code: '1234 AB',
    address_city: 'Almere',
    address_country_code: 'NL',
    address_country_name: 'Nederland',
    tax_registration_number: 'NL000000000B00',
    chamber_of_commerce_number: '00000000',
    bank_account_iban: 'NL00BANK0000000000',
    bank_account_bban: null,
    owners: [{ id: '5e0d6b42-91c8-4f37-a2e5-c4b8d0f17a11', full_name: 'Sanne Zandstra' }],
    legal_form: 'bv',
    website: 'https://zandbak.example',
    phonenumber: '+31000000000',
    invoice_from_email: 'facturen@zandbak.example',
    one_stop_shop_enabled: oneStopShop,
    has_mollie: false,
    jortt_start_date: '2024-01-01',
    invoice_from_email_confirmed: true,
    data_complete_for_sending_invoices: organizationIsComplete,
    default_vat: { value: '0.21', category: null },
    has_peppol_access: true,
  };
}
