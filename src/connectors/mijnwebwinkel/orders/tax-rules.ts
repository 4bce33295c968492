/**
 * What the platform makes of an order's VAT. It goes by the model and by the two countries alone, and nothing that is sent says it
 * (sheet 7.9): an order whose source charged VAT where the platform charges none would stand there at another amount.
 */
import type { Decimal } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { isInEu } from '../../../records/vat-area.ts';
import type { Account } from '../../contract/account.ts';

export type BusinessModel = 'B2B' | 'B2C';

/** An order as far as its VAT goes by it. */
export interface TaxedOrder {
  readonly reference: string;
  readonly isToCompany: boolean;
  /** What its source charged. */
  readonly vat: Decimal;
  readonly isCharged: boolean;
  readonly currency: string;
  /** Where it goes, and the field of the order that says so. Undefined: nobody says it, so it stays at home. */
  readonly country: string | undefined;
  readonly field: string;
}

/**
 * The model that leaves an order's VAT as it is: business for a company, where the shop sells to both; consumers for one abroad that was
 * charged VAT, as the platform shifts it for business. Throws `vat_taken_off` where no model of the shop does, and `country_unknown` where
 * the shop's own country decides and nobody told it.
 */
export function modelFor(
  order: TaxedOrder,
  { businessModels, country: home }: Account['traits'],
): BusinessModel {
  const possible = possibleModels(order, businessModels);
  const [first = 'B2C'] = possible;
  const { country, isCharged } = order;
  if (!isCharged || country === undefined) return first;
  if (!home) throw rejected('country_unknown', { system: 'MijnWebwinkel' });
  const model = possible.find((each) => isTaxed(each, home, country));
  if (model !== undefined) return model;
  const { reference, field, vat, currency } = order;
  const isShifted = isInEu(home) && isInEu(country);
  throw rejected('vat_taken_off', {
    ...{ system: 'MijnWebwinkel', reference, field, vat, currency, home, country },
    why: isShifted ? 'business_only' : 'border',
  });
}

/** The best first. */
function possibleModels(
  { isToCompany }: TaxedOrder,
  businessModels: string | undefined,
): readonly BusinessModel[] {
  if (businessModels === 'B2B') return ['B2B'];
  return businessModels === 'ALL' && isToCompany ? ['B2B', 'B2C'] : ['B2C'];
}

/** By whole countries: what of them lies outside the EU's VAT area is not told apart. */
function isTaxed(model: BusinessModel, home: string, country: string): boolean {
  if (country === home) return true;
  if (isInEu(home) !== isInEu(country)) return false;
  return model === 'B2C' || !isInEu(home);
}
