import { firstNameOf, lastNameOf, type Person } from '../../kit/people/person.ts';
import type { Place } from '../../kit/people/places.ts';
import { belgium, type Choices, germany, homes } from '../../kit/people/places.ts';
import { companies, randomCompany, randomPerson, uniqueText } from '../../kit/people/random-person.ts';
import { vatRatesOf } from '../../kit/places/european-union.ts';
import { chance, pick, whole } from '../../kit/random.ts';
import { oneToMany } from '../../kit/shop/random-basket.ts';
import { localDate } from '../../kit/time/local-time.ts';

type Random = () => number;
/** The fields are the wire's (sheet 4.2, 6.2). */
type Written = Record<string, unknown>;

interface Client {
  readonly customer: Written;
  readonly country: string;
  readonly shifted: boolean;
}

const places: Choices<Place> = [...homes, belgium, germany];
const work: Choices<{ description: string; amount: string }> = [
  { description: 'Advies, per uur', amount: '92.50' },
  { description: 'Onderhoudscontract', amount: '149.00' },
  { description: 'Maatwerk etiketten, per rol', amount: '18.37' },
  { description: 'Koffiebonen 1 kg', amount: '21.95' },
  { description: 'Reiskosten, per km', amount: '0.23' },
];

/** A new random customer: a person, or sometimes a company. */
export function randomClient(random: Random): Client {
  if (!chance(random, 0.2)) return clientOf(randomPerson(random, () => pick(random, places)));
  const firm = randomCompany(random, companies);
  // Every invoice gets a new customer, so a company needs a new e-mail address each time.
  return clientOf({ ...firm, email: `inkoop-${uniqueText(random)}@example.com` });
}

export function randomInvoice(random: Random, client: Client, id: string, now: number): Written {
  const net = chance(random, 0.6);
  return {
    customer_id: id,
    invoice_date: localDate(now),
    net_amounts: net,
    line_items: oneToMany(random, 5, () => randomLine(random, client)),
    discounts: chance(random, 0.2) ? [{ description: 'Vaste klant', percentage: whole(random, 1, 15) }] : [],
    remarks: chance(random, 0.2) ? 'Met dank voor de opdracht.' : null,
  };
}

function randomLine(random: Random, { country, shifted }: Client): Written {
  const rates = shifted ? ['0'] : vatRatesOf(country);
  const rate = rates[whole(random, 0, Math.min(1, rates.length - 1))] ?? '0';
  const { description, amount } = pick(random, work);
  return {
    description,
    quantity: chance(random, 0.2) ? `${whole(random, 0, 8)}.25` : String(whole(random, 1, 40)),
    amount: { amount, currency: 'EUR' },
    vat: { value: String(Number(rate) / 100), category: null },
  };
}

function clientOf(person: Person): Client {
  const { country, company, vatNumber } = person;
  const shifted = company !== undefined && country !== 'NL';
  const place = {
    email: person.email,
    address_street: person.addressLines.join(', '),
    address_postal_code: person.postalCode,
    address_city: person.city,
    address_country_code: country,
  };
  const customer =
    company === undefined
      ? {
          ...place,
          is_private: true,
          customer_name: person.name,
          first_name: firstNameOf(person),
          last_name: lastNameOf(person),
        }
      : {
          ...place,
          is_private: false,
          customer_name: company,
          attn: person.name,
          vat_number: vatNumber,
          shift_vat: shifted,
        };
  return { customer, country, shifted };
}
