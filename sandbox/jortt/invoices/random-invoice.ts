import { vatRatesOf } from '../../kit/places/european-union.ts';
import { chance, pick, textOf, whole } from '../../kit/random.ts';
import { localDate } from '../../kit/time/local-time.ts';

type Random = () => number;
type Choices<Item> = readonly [Item, ...Item[]];
/** The fields are the wire's (sheet 4.2, 6.2). */
type Written = Record<string, unknown>;

interface Place {
  readonly country: string;
  readonly city: string;
  readonly postalCode: (random: Random) => string;
}

interface Client {
  readonly customer: Written;
  readonly country: string;
  readonly shifted: boolean;
}

const digits = (random: Random, length: number) =>
  `${whole(random, 1, 9)}${textOf(random, '0123456789', length - 1)}`;
const dutchCode = (random: Random) => `${digits(random, 4)} ${textOf(random, 'ABCDEGHJKLMNPRSTVWXZ', 2)}`;
const places: Choices<Place> = [
  { country: 'NL', city: 'Hilversum', postalCode: dutchCode },
  { country: 'NL', city: 'IJmuiden', postalCode: dutchCode },
  { country: 'NL', city: '’s-Gravenhage', postalCode: dutchCode },
  { country: 'BE', city: 'Mechelen', postalCode: (random) => digits(random, 4) },
  { country: 'DE', city: 'Göttingen', postalCode: (random) => digits(random, 5) },
];
const firstNames: Choices<string> = ['Marleen', 'Ömer', 'Sietske', 'Jean-Luc', 'Ruben', 'Zuzanna'];
const lastNames: Choices<string> = ['van Dalen', 'Yıldız', 'Hofstra', 'Dubois', 'de Groot-Smit', 'Nowak'];
const streets: Choices<string> = ['Stationsweg', 'Parallelweg', 'Wilhelminastraat', 'Lange Dijk'];
const firms: Choices<{ name: string; country: string; city: string; vat: string }> = [
  { name: 'Drukkerij Vermaat B.V.', country: 'NL', city: 'Gouda', vat: 'NL987650141B01' },
  { name: 'Atelier Claes BV', country: 'BE', city: 'Brugge', vat: 'BE0987650139' },
  { name: 'Gerätebau Lüders GmbH', country: 'DE', city: 'Lübeck', vat: 'DE987650108' },
];
const work: Choices<{ description: string; amount: string }> = [
  { description: 'Advies, per uur', amount: '92.50' },
  { description: 'Onderhoudscontract', amount: '149.00' },
  { description: 'Maatwerk etiketten, per rol', amount: '18.37' },
  { description: 'Koffiebonen 1 kg', amount: '21.95' },
  { description: 'Reiskosten, per km', amount: '0.23' },
];

/** Somebody new, and what is invoiced to them: mostly plain, now and then with everything. */
export function randomClient(random: Random): Client {
  return chance(random, 0.2) ? randomFirm(random) : randomPerson(random);
}

export function randomInvoice(random: Random, client: Client, id: string, now: number): Written {
  const net = chance(random, 0.6);
  return {
    customer_id: id,
    invoice_date: localDate(now),
    net_amounts: net,
    line_items: Array.from({ length: whole(random, 1, 5) }, () => randomLine(random, client)),
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

function randomPerson(random: Random): Client {
  const first = pick(random, firstNames);
  const last = pick(random, lastNames);
  const { country, city, postalCode } = pick(random, places);
  const local = `${first} ${last}`
    .normalize('NFD')
    .replace(/\p{M}|ı/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  const customer = {
    is_private: true,
    customer_name: `${first} ${last}`,
    first_name: first,
    last_name: last,
    email: `${local}.${textOf(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 6)}@example.com`,
    address_street: `${pick(random, streets)} ${whole(random, 1, 240)}`,
    address_postal_code: postalCode(random),
    address_city: city,
    address_country_code: country,
  };
  return { customer, country, shifted: false };
}

function randomFirm(random: Random): Client {
  const { name, country, city, vat } = pick(random, firms);
  const shifted = country !== 'NL';
  const customer = {
    is_private: false,
    customer_name: name,
    attn: `${pick(random, firstNames)} ${pick(random, lastNames)}`,
    email: `inkoop-${textOf(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 6)}@example.com`,
    address_street: `${pick(random, streets)} ${whole(random, 1, 240)}`,
    address_postal_code: country === 'NL' ? dutchCode(random) : digits(random, country === 'BE' ? 4 : 5),
    address_city: city,
    address_country_code: country,
    vat_number: vat,
    shift_vat: shifted,
  };
  return { customer, country, shifted };
}
