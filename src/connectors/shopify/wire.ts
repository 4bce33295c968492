/** What the answers of several operations are made of, and how documents ask for it. */
import { z } from 'zod';
import type { Address } from '../../records/address.ts';
import { amount, amountOf, countryCode, list, needed, part, text } from '../wire/fields.ts';
import { addressOrNone, streetOf } from '../wire/party.ts';

/** Always the shop's own money, never the customer's (sheet 1, 13). */
export const moneyBag = z
  .object({ shopMoney: z.object({ amount: needed(amount) }) })
  .transform((set) => set.shopMoney.amount);
export const money = '{ shopMoney { amount } }';

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
export const page = 'pageInfo { hasNextPage endCursor }';

/** Rates are floats, and fractions (sheet 13). */
const taxLine = z.object({ rate: amountOf(6), priceSet: moneyBag });
export type TaxWire = z.infer<typeof taxLine>;
export const taxLines = list(taxLine);
export const taxes = `taxLines { rate priceSet ${money} }`;

export const addressWire = z.object({
  firstName: text,
  lastName: text,
  name: text,
  company: text,
  address1: text,
  address2: text,
  zip: text,
  city: text,
  province: text,
  provinceCode: text,
  countryCodeV2: countryCode,
  phone: text,
});
export type AddressWire = z.infer<typeof addressWire>;
export const addressPart = part(addressWire);
export const address =
  '{ firstName lastName name company address1 address2 zip city province provinceCode countryCodeV2 phone }';

export function addressOf(wire: AddressWire | undefined): Address | undefined {
  if (wire === undefined) return undefined;
  const lines = [wire.address1, wire.address2].filter((line) => line !== undefined);
  return addressOrNone({
    ...streetOf(lines),
    postalCode: wire.zip,
    city: wire.city,
    region: wire.province ?? wire.provinceCode,
    country: wire.countryCodeV2,
  });
}
