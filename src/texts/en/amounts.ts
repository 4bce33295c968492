/** Why the amounts of an order, or its VAT, need a person. Amounts are decimal strings. */
import { money } from './figures.ts';

export interface Amounts {
  readonly currency: string;
  readonly gross: string;
  readonly vat: string;
}

/** `fields`: those whose amounts are the difference, one and its VAT joined by a plus. Empty where none is known. */
function throughFees(fields: readonly string[]): string {
  if (fields.length === 0) return '';
  const named = fields.map((field) => `"${field}"`).join(' or ');
  return `The difference is the amount of ${named}: name it in the setting "fees" and retry. Else: `;
}

/** No shop rounds further off than this. A wider tolerance would hide amounts that are missing, of every order. */
const maxAdvisedTolerance = 0.25;

/** The tolerance that would let the order through, where the difference may be one of rounding. */
function throughRounding(needed: string, ways: readonly string[]): string {
  if (ways.length === 0 || needed === '' || Number(needed) > maxAdvisedTolerance) return '';
  const set = `If it is rounding only, set "rounding.tolerance" to "${needed}"`;
  if (!ways.includes('match')) return `${set} and "rounding.vat" to "accept". `;
  const other = ways.includes('accept')
    ? ', or with "rounding.vat": "accept" too, which keeps the target\'s own VAT'
    : '';
  return `${set}: rounding lines then make it up${other}. `;
}

function whyUnexplained(why: string, country: string): string {
  switch (why) {
    case 'home_vat_number':
      return `it goes to ${country}, and the VAT number is of the shop's own country`;
    case 'home_delivery':
      return 'the VAT number is of another country, and the goods stay at home';
    case 'not_shifted':
      return 'the shop says that the VAT is reverse-charged, but VAT number and delivery do not allow it';
    default:
      return `it goes to ${country} without a valid VAT number of another EU country`;
  }
}

export const amounts = {
  /**
   * `fields`: see `throughFees`. `needed`: the tolerance that lets the order through, with `rounding.vat` as one of `ways`.
   * Rows from before state none of them.
   */
  totals_differ: ({
    currency,
    gross,
    vat,
    documentGross,
    documentVat,
    fields = [],
    needed = '',
    ways = [],
  }: Amounts & {
    readonly documentGross: string;
    readonly documentVat: string;
    readonly fields?: readonly string[];
    readonly needed?: string;
    readonly ways?: readonly string[];
  }) => ({
    message: `The order comes to ${money(gross, currency)} with ${money(vat, currency)} VAT; the document would come to ${money(documentGross, currency)} with ${money(documentVat, currency)}.`,
    action: `${throughFees(fields)}Correct the order in the shop, or the setting "vat", and retry. ${throughRounding(needed, ways)}Nothing was booked.`,
  }),
  currency_unsupported: ({
    currency,
    system,
    held,
  }: {
    readonly currency: string;
    readonly system: string;
    readonly held: readonly string[];
  }) => ({
    message: `The order is in ${currency}; ${system} supports only ${held.join(', ')}.`,
    action: 'Book this order by hand and skip it: Koppel does not convert amounts.',
  }),
  reverse_charge: () => ({
    message: 'The VAT of the order is reverse-charged to its customer, and "vat.reverseCharge" is "park".',
    action: 'Check the VAT number; then set "vat.reverseCharge" to "allow" and retry, or skip the order.',
  }),
  oss: ({ country }: { readonly country: string }) => ({
    message: `The order is a sale to a private person in ${country}, and "vat.oss" is "park".`,
    action: 'Check its VAT; then set "vat.oss" to "allow" and retry, or skip the order.',
  }),
  /** `why`: `no_vat_number`, `home_vat_number`, `home_delivery` or `not_shifted`. Countries may be empty. */
  vat_unexplained: ({
    why,
    country,
  }: {
    readonly why: string;
    readonly country: string;
    readonly home: string;
  }) => ({
    message: `The shop charged no VAT, and nothing explains it: ${whyUnexplained(why, country)}.`,
    action:
      'Correct the VAT or the VAT number of the order in the shop and retry; or where your accountant says that no VAT is due on such sales, set "vat.untaxed" to "allow", which books all of them at 0 %.',
  }),
  /** `why`: the `border` of the EU lies between, or the shop sells to businesses only. `field`: what says where the order goes. */
  vat_taken_off: ({
    system,
    reference,
    field,
    vat,
    currency,
    home,
    country,
    why,
  }: {
    readonly system: string;
    readonly reference: string;
    readonly field: string;
    readonly vat: string;
    readonly currency: string;
    readonly home: string;
    readonly country: string;
    readonly why: 'border' | 'business_only';
  }) => ({
    message: `Order ${reference} was charged ${money(vat, currency)} VAT and goes to ${country} ("${field}"). ${takenOff[why]({ system, home, country })} It would come to a different amount there, so it was not created.`,
    action: `Correct "${field}" or the VAT of the order in the source and retry; or enter it in ${system} by hand and skip it.${why === 'business_only' ? ` Or let the shop in ${system} sell to consumers too, check the connection, and retry.` : ''}`,
  }),
  vat_rate_unknown: ({ rate }: { readonly rate: string }) => ({
    message: `Shipping or a fee comes to ${rate} % VAT, a rate that neither the goods of this order nor the countries of this sale have.`,
    action: `Correct the VAT of the order in the shop; or name "${rate}" in the setting "vat.byRate", and retry.`,
  }),
  vat_code_unknown: ({
    system,
    vatCode,
    categories,
  }: {
    readonly system: string;
    readonly vatCode: string;
    readonly categories: readonly string[];
  }) => ({
    message: `The setting "vat" gives "${vatCode}", which is not a VAT code of ${system}.`,
    action: `Use a percentage such as "21", one of ${categories.join(', ')}, or both as in "21:${categories[1] ?? categories[0]}", in the setting "vat", and retry.`,
  }),
};

type Sale = { readonly system: string; readonly home: string; readonly country: string };

const takenOff = {
  border: ({ system, home, country }: Sale) =>
    `${system} charges no VAT on a sale from ${home} to ${country}, as only one of the two is in the EU.`,
  business_only: ({ system, home, country }: Sale) =>
    `The shop in ${system} sells to businesses only, and ${system} reverse-charges the VAT on a sale from ${home} to a business in ${country}.`,
};
