/** The fields of an order and its parts (sheet 7.2 to 7.5). */
import { words } from '../../kit/fields/shape.ts';
import { column } from '../amounts.ts';
import { type Shape, shape } from '../fields.ts';

/** With the twin in the currency of the books. */
function withTwins(names: string): string {
  return words(names)
    .flatMap((name) => [name, column(name, 'base')])
    .join(' ');
}

const headerAmounts = withTwins(`
  grand_total subtotal subtotal_incl_tax discount_amount shipping_amount shipping_incl_tax shipping_tax_amount
  shipping_discount_amount shipping_discount_tax_compensation_amount tax_amount discount_tax_compensation_amount
  total_paid total_due total_invoiced total_refunded total_canceled total_online_refunded total_offline_refunded
  subtotal_invoiced subtotal_refunded subtotal_canceled shipping_invoiced shipping_refunded shipping_canceled
  shipping_tax_refunded tax_invoiced tax_refunded tax_canceled discount_invoiced discount_refunded discount_canceled
  discount_tax_compensation_invoiced discount_tax_compensation_refunded adjustment_positive adjustment_negative
  total_qty_ordered`);

const rowAmounts = withTwins(`
  price price_incl_tax original_price row_total row_total_incl_tax discount_amount tax_amount tax_before_discount
  discount_tax_compensation_amount tax_invoiced tax_refunded discount_invoiced discount_refunded
  discount_tax_compensation_invoiced discount_tax_compensation_refunded row_invoiced amount_refunded
  weee_tax_applied_amount weee_tax_applied_row_amount weee_tax_disposition weee_tax_row_disposition`);

export const orderColumns = {
  int: `
    entity_id store_id is_virtual customer_id customer_is_guest customer_gender customer_group_id customer_note_notify
    total_item_count billing_address_id quote_id quote_address_id email_sent can_ship_partially can_ship_partially_item
    forced_shipment_with_invoice edit_increment payment_auth_expiration`,
  float: `
    ${headerAmounts} base_to_order_rate base_to_global_rate store_to_base_rate store_to_order_rate
    base_total_invoiced_cost weight payment_authorization_amount`,
  string: `
    increment_id state status created_at updated_at store_name customer_email customer_firstname customer_lastname
    customer_middlename customer_prefix customer_suffix customer_dob customer_taxvat customer_note base_currency_code
    order_currency_code store_currency_code global_currency_code discount_description
    coupon_code applied_rule_ids shipping_description remote_ip x_forwarded_for protect_code ext_order_id
    ext_customer_id hold_before_state hold_before_status original_increment_id relation_child_id
    relation_child_real_id relation_parent_id relation_parent_real_id`,
};

export const rowColumns = {
  int: `
    item_id order_id quote_item_id store_id parent_item_id product_id is_qty_decimal is_virtual free_shipping no_discount
    locked_do_invoice locked_do_ship event_id gw_id`,
  float: `
    ${rowAmounts} qty_ordered qty_invoiced qty_shipped qty_refunded qty_canceled qty_backordered qty_returned
    base_cost discount_percent tax_percent tax_canceled discount_tax_compensation_canceled weight row_weight`,
  string: `
    product_type sku name description additional_data applied_rule_ids weee_tax_applied ext_order_item_id created_at
    updated_at`,
};

export const addressShape: Shape = shape({
  int: 'entity_id parent_id customer_address_id customer_id region_id vat_is_valid vat_request_success',
  string: `
    address_type firstname lastname middlename prefix suffix company city postcode country_id region region_code
    telephone fax email vat_id vat_request_id vat_request_date`,
  strings: 'street',
  any: 'extension_attributes',
});

const row = { ...rowColumns, any: 'product_option extension_attributes' };

export const rowShape: Shape = shape({ ...row, nested: { parent_item: shape(row) } });

const payment: Shape = shape({
  int: 'entity_id parent_id quote_payment_id',
  float: `
    ${withTwins('amount_ordered amount_authorized amount_paid amount_refunded amount_canceled shipping_amount shipping_captured shipping_refunded')}
    base_amount_paid_online base_amount_refunded_online`,
  string: `
    method account_status last_trans_id cc_trans_id po_number cc_type cc_owner cc_exp_month cc_exp_year cc_last4
    cc_ss_issue cc_ss_start_month cc_ss_start_year cc_number_enc cc_approval cc_avs_status cc_cid_status cc_status
    cc_status_description cc_secure_verify cc_debug_request_body cc_debug_response_body cc_debug_response_serialized
    echeck_account_name echeck_account_type echeck_bank_name echeck_routing_number echeck_type anet_trans_method
    address_status protection_eligibility additional_data`,
  any: 'additional_information extension_attributes',
});

export const historyShape: Shape = shape({
  int: 'entity_id parent_id is_customer_notified is_visible_on_front',
  string: 'comment created_at entity_name status',
  any: 'extension_attributes',
});

const assignment: Shape = shape({
  int: 'stock_id',
  any: 'items extension_attributes',
  nested: {
    shipping: shape({
      string: 'method',
      any: 'total extension_attributes',
      nested: { address: addressShape },
    }),
  },
});

/** Modules add their own fields. Those that the shop itself knows are checked; the others are kept unchanged. */
export const assignmentsShape: Shape = shape({ lists: { shipping_assignments: assignment } });

export const orderShape: Shape = shape({
  ...orderColumns,
  any: 'extension_attributes',
  lists: { items: rowShape, status_histories: historyShape },
  nested: { billing_address: addressShape, payment },
});

function namesOf(columns: Readonly<Record<string, string>>): Set<string> {
  return new Set(Object.values(columns).flatMap(words));
}

/** The columns that a search can use: only those of the table itself (sheet 4.4). */
export const searchableOrder = namesOf(orderColumns);
export const searchableRow = namesOf(rowColumns);
