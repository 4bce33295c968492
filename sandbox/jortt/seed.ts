import type { Books } from './books.ts';
import { type Customer, readCustomer } from './customers/customer.ts';
import { fieldsOf } from './fields.ts';

export const seededLabels = {
  webshop: '2b7c9e10-4d3a-4f58-9b61-7a0c5e8d1f01',
  wholesale: '2b7c9e10-4d3a-4f58-9b61-7a0c5e8d1f02',
} as const;

/** A search for Anna's address finds Joanna as well; the archived one shares its address with nobody. */
export const seededCustomers = {
  anna: '7d1f4a80-6c2e-4b95-8e37-15a9c0d2f301',
  joanna: '7d1f4a80-6c2e-4b95-8e37-15a9c0d2f302',
  mill: '7d1f4a80-6c2e-4b95-8e37-15a9c0d2f303',
  bikes: '7d1f4a80-6c2e-4b95-8e37-15a9c0d2f304',
  archived: '7d1f4a80-6c2e-4b95-8e37-15a9c0d2f305',
} as const;

const tradename = {
  id: '9a4e2c66-0b7d-4d13-a8f5-6e1b3c7d9e01',
  company_name: 'Zandbak Cadeaus',
  company_name_line_2: null,
  address_street: 'Proefstraat 1',
  address_city: 'Almere',
  address_postal_code: '1234 AB',
  address_country_code: 'NL',
  phonenumber: null,
  bank_account_in_the_name_of: 'De Zandbak B.V.',
  iban: 'NL00BANK0000000000',
  bic: 'BANKNL2A',
  finance_email: 'cadeaus@zandbak.example',
};

/** An administration in use: customers with data that a merchant typed in, labels and a second trade name. */
export function seed(books: Books): void {
  const { webshop, wholesale } = seededLabels;
  books.labels.set(webshop, { id: webshop, description: 'Webwinkel', category: 'user_label' });
  books.labels.set(wholesale, { id: wholesale, description: 'Groothandel', category: 'user_label' });
  books.tradenames.set(tradename.id, tradename);
  for (const customer of customers()) books.customers.seed(customer.id, customer);
}

function customers(): Customer[] {
  return [
    existing(seededCustomers.anna, {
      is_private: true,
      customer_name: 'Anna Verhoef',
      email: 'anna@mail.example',
      address_street: 'Lindelaan 8',
      address_postal_code: '3571 CD',
      address_city: 'Utrecht',
      additional_information: 'Belt liever dan dat ze mailt.',
      payment_term: 14,
    }),
    existing(seededCustomers.joanna, {
      is_private: true,
      customer_name: 'Joanna de Wit',
      email: 'joanna@mail.example',
      date_of_birth: '1984-07-19',
      reference: 'KL-2',
    }),
    existing(seededCustomers.mill, {
      is_private: false,
      customer_name: 'Molen De Hoop B.V.',
      address_street: 'Dijkweg 40',
      address_postal_code: '1521 EF',
      address_city: 'Wormerveer',
      address_country_code: 'NL',
      coc_number: '00000001',
      vat_number: 'NL000000000B02',
      attn: 'Afdeling inkoop',
      email: 'inkoop@dehoop.example',
      cc_emails: ['administratie@dehoop.example'],
      website: 'https://dehoop.example',
      payment_term: 60,
      default_label_id: seededLabels.wholesale,
      additional_information: 'Vaste afspraak: betaalt op het eind van de maand erna.',
    }),
    existing(seededCustomers.bikes, {
      is_private: false,
      customer_name: 'Radhaus Beispiel GmbH',
      address_street: 'Musterweg 3',
      address_postal_code: '10115',
      address_city: 'Berlin',
      address_country_code: 'DE',
      shift_vat: true,
      vat_number: 'DE000000000',
      email: 'einkauf@radhaus.example',
      invoice_language: 'de',
    }),
    {
      ...existing(seededCustomers.archived, {
        is_private: true,
        customer_name: 'Willem Oud',
        email: 'willem@mail.example',
      }),
      archived: true,
    },
  ];
}

/** Read like a body of the API, so that the seed holds nothing that a client could not have written. */
function existing(id: string, written: Record<string, unknown>): Customer {
  return { ...readCustomer(fieldsOf(written)), id, archived: false, deleted: false };
}
