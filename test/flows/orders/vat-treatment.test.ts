import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { toldOf } from '../told.ts';
import { type Given, World } from './harness.ts';
import { charge, company, line, noor, order } from './samples.ts';

const ghent = { street: 'Veldstraat 5', postalCode: '9000', city: 'Gent', country: 'BE' };
const tenerife = { street: 'Calle Mayor 3', postalCode: '38001', city: 'Santa Cruz', country: 'ES' };

/** Goods of 100.00 without VAT. */
function untaxed(fields: Partial<Order> = {}): Order {
  return order({
    lines: [line({ quantity: '1', unitPrice: '100.00', vatRate: '0' })],
    shipping: [],
    customer: { ...noor, address: ghent },
    delivery: ghent,
    ...fields,
  });
}

async function ends(of: Order, settings: Given['settings'] = {}, country?: string): Promise<unknown> {
  const world = new World({ settings });
  if (country !== undefined) world.shopCountry = country === '' ? undefined : country;
  return world.run(of).then(
    ({ reason }) => reason.code,
    ({ code, params }) => (params.why === undefined ? code : `${code} ${params.why}`),
  );
}

describe('a sale without VAT', () => {
  const dutch = { ...company, vatNumber: 'NL123456782B12' };
  test.each([
    ['to a private person elsewhere in the EU', untaxed(), 'vat_unexplained no_vat_number'],
    [
      'to a company with a number of the own country',
      untaxed({ customer: dutch }),
      'vat_unexplained home_vat_number',
    ],
    [
      'to a foreign company that is delivered at home',
      untaxed({ customer: company, delivery: noor.address }),
      'vat_unexplained home_delivery',
    ],
    [
      'that the shop calls shifted, and that is at home',
      untaxed({ customer: dutch, delivery: noor.address, shiftsVat: true }),
      'vat_unexplained not_shifted',
    ],
    ['with a reverse charge', untaxed({ customer: { ...company, reverseCharge: true } }), 'booked'],
    ['at home, of goods that are exempt', untaxed({ customer: noor, delivery: noor.address }), 'booked'],
    [
      'to an area outside of the VAT area',
      untaxed({ customer: { ...noor, address: tenerife }, delivery: tenerife }),
      'booked',
    ],
    [
      'to an area outside, called shifted',
      untaxed({ customer: company, delivery: tenerife, shiftsVat: true }),
      'booked',
    ],
  ])('%s', async (_, of, ending) => {
    expect(await ends(of)).toBe(ending);
  });

  test('is booked without a reverse charge when the settings allow it, or say what 0 % is there', async () => {
    expect(await ends(untaxed(), { vat: { untaxed: 'allow' } })).toBe('booked');
    expect(await ends(untaxed(), { vat: { byCountry: { BE: { map: { 0: '0' } } } } })).toBe('booked');
  });

  test('that is shifted only as long as nobody knows the home country', async () => {
    const german = untaxed({
      customer: { ...company, reverseCharge: true },
      delivery: company.address,
      shiftsVat: true,
    });
    expect(await ends(german, {}, '')).toBe('booked');
    expect(await ends(german, { vat: { homeCountry: 'NL' } }, '')).toBe('booked');
    expect(await ends(german, { vat: { homeCountry: 'DE' } }, '')).toBe('vat_unexplained not_shifted');
  });

  test('tells why, and what lets it through', async () => {
    const { message, action } = toldOf(await new World().problem(untaxed()));
    expect(message).toContain('it goes to BE without a valid VAT number');
    expect(action).toContain('"vat.untaxed" to "allow"');
  });
});

test('an export into an area of a member state has none of its VAT codes', async () => {
  const canary = untaxed({ customer: { ...noor, address: tenerife }, delivery: tenerife });
  const world = new World({ settings: { vat: { byCountry: { ES: { map: { 21: '21' } } } } } });
  await world.run(canary);
  expect(world.books.sent[0]?.line_items).toMatchObject([{ vat: { value: '0.00', category: null } }]);
});

describe('vat.oss: park', () => {
  const belgian = order({ customer: { ...noor, address: ghent }, delivery: ghent });
  const oss = { vat: { oss: 'park' } } as const;

  test('takes areas outside of the VAT area for what they are', async () => {
    const canary = { customer: { ...noor, address: tenerife }, delivery: tenerife };
    expect(await ends(belgian, oss)).toBe('oss');
    expect(await ends(untaxed(canary), oss)).toBe('booked');
  });

  test('parks where nobody knows the home country, unless a setting names it', async () => {
    expect(await ends(belgian, oss, '')).toBe('country_unknown');
    expect(await ends(belgian, { vat: { oss: 'park', homeCountry: 'NL' } }, '')).toBe('oss');
    expect(await ends(belgian, { vat: { oss: 'park', homeCountry: 'BE' } }, '')).toBe('booked');
    expect(await ends(belgian, {}, '')).toBe('booked');
  });
});

describe('a rate that was worked out and that nobody has', () => {
  const blended = order({ shipping: [charge({ amount: '11.50', vatRate: '15', rateWorkedOut: true })] });

  test('parks and is named', async () => {
    const problem = await new World().problem(blended);
    expect(problem).toMatchObject({ code: 'vat_rate_unknown', params: { rate: '15' } });
    expect(toldOf(problem).message).toContain('15 %');
  });

  test('goes on where it exists, is stated, or is named by the settings', async () => {
    const reduced = order({ shipping: [charge({ vatRate: '9', rateWorkedOut: true })] });
    expect(await ends(reduced)).toBe('booked');
    expect(await ends(order({ shipping: [charge({ vatRate: '15' })] }))).toBe('booked');
    const byRate = { map: { 15: '15', 21: '21' } };
    expect(await ends(blended, { vat: { byRate } })).toBe('booked');
  });
});
