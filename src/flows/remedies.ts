/** Which setting of a flow mends a problem, or makes a record count that was left out: by the code, as its sentence names it in words. */
import type { ProblemCode, ReasonCode } from '../texts/en.ts';

/** Paths of settings, the likeliest first; those that the flow does not have are passed over. */
type Remedies<Code extends string> = Readonly<Partial<Record<Code, readonly string[]>>>;

const ofProblems: Remedies<ProblemCode> = {
  totals_differ: ['rounding.tolerance'],
  currency_unsupported: ['currency'],
  reverse_charge: ['vat.reverseCharge'],
  oss: ['vat.oss'],
  vat_unexplained: ['vat.untaxed'],
  vat_rate_unknown: ['vat.byRate'],
  vat_code_unknown: ['vat.byRate'],
  account_unknown: ['revenueAccount.byRate'],
  product_unknown: ['products'],
  product_vat_unknown: ['price.vatRate'],
  tax_class_unknown: ['vat'],
  price_basis_unknown: ['price.basis'],
  product_currency: ['fields.price'],
  option_unknown: ['createValues'],
  attribute_unknown: ['createValues'],
  variant_prices_bound: ['variants'],
  sku_missing: ['withoutSku'],
  sku_unknown: ['unknown'],
  location_unknown: ['targetLocation'],
  email_missing: ['customer.defaultDebtor.id', 'withoutEmail'],
  customer_missing: ['customer.create'],
  customer_group_unknown: ['customer.classification', 'classification'],
  receipt_late: ['day.late'],
  order_refunded: ['refunds'],
  credit_unsupported: ['refunds'],
  order_went_on: ['aftermath'],
  status_unknown: ['writeBack.status'],
};

const ofReasons: Remedies<ReasonCode> = {
  placed_before: ['since'],
  paid: ['paid'],
  not_paid: ['paid'],
  status_excluded: ['statuses'],
  payment_status_excluded: ['paymentStatuses'],
  kind_excluded: ['kinds'],
  country_excluded: ['countries'],
  not_created: ['create'],
  not_updated: ['update'],
  draft: ['statuses'],
};

interface Coded {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Paths of the settings that may mend it, the likeliest first; empty where nothing of the flow does. A choice that lacks an entry names itself. */
export function remediesOf({ code, params }: Coded): readonly string[] {
  const { setting } = params;
  const named = typeof setting === 'string' ? [setting] : [];
  const known: Readonly<Record<string, readonly string[]>> = { ...ofReasons, ...ofProblems };
  return [...named, ...(Object.hasOwn(known, code) ? (known[code] ?? []) : [])];
}
