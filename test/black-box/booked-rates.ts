/** What a system has booked, by its own fields: gross, and the VAT of each rate. Only sums, and nothing of the product. */
import Big from 'big.js';
import { z } from 'zod';
import type { Sandbox } from './sandbox.ts';

interface Booking {
  readonly reference: string;
  readonly gross: string;
  /** By percentage; rates without VAT are left out. */
  readonly vat: Readonly<Record<string, string>>;
}

interface Share {
  /** Percent. */
  readonly rate: Big;
  readonly vat: Big;
}

const number = z.union([z.string(), z.number()]).transform((value) => Big(value));
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

function byRate(shares: readonly Share[]): Booking['vat'] {
  const rates = Map.groupBy(shares, ({ rate }) => rate.toFixed());
  const sums = [...rates].map(
    ([rate, of]) => [rate, of.reduce((sum, { vat }) => sum.plus(vat), Big(0))] as const,
  );
  return Object.fromEntries(
    sums.filter(([, vat]) => !vat.eq(0)).map(([rate, vat]) => [rate, vat.toFixed(2)]),
  );
}

const jortt = z.object({
  invoices: z.array(
    z.looseObject({
      reference: text,
      invoice_number: text,
      invoice_total_incl_vat: z.object({ amount: number }),
      vatByRate: z.record(z.string(), number),
    }),
  ),
});

const ecwid = z.object({
  orders: z.array(
    z.looseObject({
      privateAdminNotes: text,
      pricesIncludeTax: z.boolean(),
      items: z.array(
        z.looseObject({
          price: number,
          quantity: number,
          discounts: z.array(z.looseObject({ total: number })).default([]),
          /** Its share of the shipping. */
          shipping: number.default(Big(0)),
          /** That of the shipping is the last one, where it is another. */
          taxes: z.array(z.looseObject({ value: number })).default([]),
        }),
      ),
      customSurcharges: z
        .array(z.looseObject({ total: number, taxes: z.array(z.looseObject({ value: number })).default([]) }))
        .default([]),
    }),
  ),
});

const ccv = z.object({
  orders: z.array(
    z.looseObject({
      customer: z.looseObject({ reference: text }).nullable(),
      taxes_included: z.boolean(),
      rows: z.array(z.looseObject({ tax: number, total_price_with_attributes: number })),
    }),
  ),
});

const salesforce = z.object({
  Order: z.array(z.looseObject({ Id: z.string(), IsDeleted: z.boolean(), KoppelKey__c: text })),
  OrderItem: z.array(
    z.looseObject({ OrderId: z.string(), Quantity: number, UnitPrice: number, VatRate__c: number }),
  ),
});

/** Of amounts per rate, each sum rounded once. */
function vatOn(parts: readonly { readonly rate: Big; readonly amount: Big }[], included: boolean): Share[] {
  return [...Map.groupBy(parts, ({ rate }) => rate.toFixed())].map(([percent, of]) => {
    const rate = Big(percent);
    const amount = of.reduce((sum, each) => sum.plus(each.amount), Big(0));
    return {
      rate,
      vat: amount
        .times(rate)
        .div(included ? rate.plus(100) : 100)
        .round(2),
    };
  });
}

/** What parts come to, whose amounts hold their VAT or do not. */
function comesTo(
  parts: readonly { readonly rate: Big; readonly amount: Big }[],
  included: boolean,
): Pick<Booking, 'gross' | 'vat'> {
  const shares = vatOn(parts, included);
  const amount = parts.reduce((sum, part) => sum.plus(part.amount), Big(0));
  const gross = included ? amount : shares.reduce((sum, { vat }) => sum.plus(vat), amount);
  return { gross: gross.toFixed(2), vat: byRate(shares) };
}

/** Jortt's invoices by the number that customers see. */
export async function invoicesOf(sandbox: Sandbox): Promise<(Booking & { readonly number: string })[]> {
  const { invoices } = jortt.parse(await sandbox.control('GET', '/state/jortt'));
  return invoices.map(({ reference, invoice_number, invoice_total_incl_vat: { amount }, vatByRate }) => ({
    ...{ reference, number: invoice_number, gross: amount.toFixed(2) },
    vat: byRate(
      Object.entries(vatByRate).map(([fraction, vat]) => ({ rate: Big(fraction).times(100), vat })),
    ),
  }));
}

export const bookedIn: Readonly<Record<string, (sandbox: Sandbox) => Promise<Booking[]>>> = {
  jortt: invoicesOf,

  ecwid: async (sandbox) =>
    ecwid
      .parse(await sandbox.control('GET', '/state/ecwid'))
      .orders.map(({ privateAdminNotes, pricesIncludeTax, items, customSurcharges }) => {
        const goods = items.flatMap(({ price, quantity, discounts, shipping, taxes }) => {
          const off = discounts.reduce((sum, { total }) => sum.plus(total), Big(0));
          return [
            { rate: taxes[0]?.value ?? Big(0), amount: price.times(quantity).minus(off) },
            { rate: taxes.at(-1)?.value ?? Big(0), amount: shipping },
          ];
        });
        const fees = customSurcharges.map(({ total, taxes }) => ({
          ...{ rate: taxes[0]?.value ?? Big(0), amount: total },
        }));
        return {
          reference: /^Referentie: (.+)$/m.exec(privateAdminNotes)?.[1] ?? '',
          ...comesTo([...goods, ...fees], pricesIncludeTax),
        };
      }),

  // What Koppel makes has rows only: no costs and discounts beside them.
  ccv: async (sandbox) =>
    ccv.parse(await sandbox.control('GET', '/state/ccv')).orders.map(({ customer, taxes_included, rows }) => {
      const parts = rows.map(({ tax, total_price_with_attributes }) => ({
        ...{ rate: tax, amount: total_price_with_attributes },
      }));
      return {
        reference: /^Koppel (.+)$/.exec(customer?.reference ?? '')?.[1] ?? '',
        ...comesTo(parts, taxes_included),
      };
    }),

  salesforce: async (sandbox) => {
    const { Order: orders, OrderItem: items } = salesforce.parse(
      await sandbox.control('GET', '/state/salesforce'),
    );
    return orders
      .filter(({ IsDeleted }) => !IsDeleted)
      .map(({ Id, KoppelKey__c }) => {
        const parts = items
          .filter(({ OrderId }) => OrderId === Id)
          .map(({ Quantity, UnitPrice, VatRate__c }) => ({
            rate: VatRate__c,
            amount: Quantity.times(UnitPrice).round(2),
          }));
        return { reference: KoppelKey__c, ...comesTo(parts, false) };
      });
  },
};
