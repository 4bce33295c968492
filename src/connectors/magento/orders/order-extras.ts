import type { JsonObject } from '../../contract/target.ts';
import { extrasIn } from '../../wire/extras.ts';
import { isObject } from '../../wire/objects.ts';

/** What an order has of its own (sheet 7.2, 7.5): read elsewhere, or no amount of the sale. */
const own =
  /^(?:base_)?(?:grand_total|subtotal|tax_|shipping_|discount_|total_|adjustment_)|^(?:gw_|gift_|customer_|reward_|company_)|_id$|^(?:store|quote|weight|base_to|base_total|is_|email_|can_|edit_|ext_|forced|payment_auth|relation|protect|remote|increment|postcode)/;

const listed = new Set(
  [
    'items billing_address payment status_histories shipping_assignments applied_taxes item_applied_taxes',
    'taxes additional_itemized_taxes coupon_codes coupon_discounts converting_from_quote send_notification notification_sent',
    'pickup_location_code coupon_code created_at updated_at customer state status applied_rule_ids extension_attributes',
  ]
    .join(' ')
    .split(' '),
);

/** Amounts that modules add to an order: in the extension attributes as a rule, in fields of their own with some. */
export function orderExtras(raw: JsonObject): Record<string, string> {
  const isKnown = (name: string) => own.test(name) || listed.has(name) || name.startsWith('base_');
  const attributes = isObject(raw.extension_attributes) ? raw.extension_attributes : {};
  return { ...extrasIn(attributes, 'extension_attributes', isKnown), ...extrasIn(raw, '', isKnown) };
}
