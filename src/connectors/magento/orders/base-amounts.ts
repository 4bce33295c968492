import type { JsonObject } from '../../contract/target.ts';
import { isObject } from '../../wire/objects.ts';

/** The twins whose name differs by more than `base_` (sheet 7.2, 7.3). */
const oddNames: Readonly<Record<string, string>> = {
  base_shipping_discount_tax_compensation_amnt: 'shipping_discount_tax_compensation_amount',
  base_weee_tax_applied_row_amnt: 'weee_tax_applied_row_amount',
};

/** What has a twin in every shop. Without one its amount is in the wrong currency here, and is better not known. */
const twinned =
  /^(?:price|price_incl_tax|original_price|(?:shipping_)?(?:discount_)?tax_(?:compensation_)?amount|shipping_(?:incl_tax|amount|discount_amount|refunded|tax_refunded)|discount_(?:amount|refunded|tax_compensation_refunded)|tax_refunded|amount_refunded|grand_total|total_(?:paid|refunded|canceled)|adjustment_(?:positive|negative)|row_total|gift_cards_(?:amount|refunded)|customer_balance_(?:amount|refunded)|reward_currency_amount|weee_tax_applied_row_amount)$/;

/**
 * An order or a credit memo with the amounts of the shop's own books in the place of those in the shopper's currency (sheet
 * 7.2). Null where both currencies are one, or the books' amounts are not stated.
 */
export function inBaseCurrency(raw: unknown): JsonObject | null {
  if (!isObject(raw)) return null;
  const { base_currency_code: base, order_currency_code: own, base_grand_total: total } = raw;
  if (typeof base !== 'string' || base === own || typeof own !== 'string') return null;
  if (total === undefined || total === null) return null;
  return { ...swapped(raw), order_currency_code: base };
}

function swapped(object: JsonObject): JsonObject {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    if (name === 'weee_tax_applied') result[name] = swappedJson(value);
    else if (!twinned.test(name)) result[name] = deeply(value);
    else if (value === 0) result[name] = 0;
  }
  for (const [name, value] of Object.entries(object)) {
    const twin = oddNames[name] ?? /^(?:base_|gw_base_)(.+)$/.exec(name)?.[1];
    if (twin === undefined || name.endsWith('_currency_code') || typeof value === 'object') continue;
    result[name.startsWith('gw_') ? `gw_${twin}` : twin] = value;
  }
  return result;
}

function deeply(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deeply);
  return isObject(value) ? swapped(value) : value;
}

/** Fixed product taxes are JSON within JSON (sheet 7.3). */
function swappedJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.stringify(deeply(JSON.parse(value)));
  } catch {
    return value;
  }
}
