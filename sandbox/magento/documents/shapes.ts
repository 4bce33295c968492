/** The bodies of the actions on an order (sheet 8.1, 8.3, 8.4), and what documents can be searched by. */
import { words } from '../../kit/fields/shape.ts';
import { column } from '../amounts.ts';
import { shape } from '../fields.ts';

const item = shape({ int: 'order_item_id', float: 'qty', any: 'extension_attributes' });
const said = shape({ int: 'is_visible_on_front', string: 'comment', any: 'extension_attributes' });
const common = {
  bool: 'notify append_comment',
  lists: { items: item },
  nested: { comment: said },
};

export const invoiceBody = shape({ ...common, bool: `${common.bool} capture`, any: 'arguments' });

export const refundBody = shape({
  ...common,
  bool: `${common.bool} is_online`,
  nested: {
    ...common.nested,
    arguments: shape({
      float: 'shipping_amount adjustment_positive adjustment_negative',
      nested: { extension_attributes: shape({ ints: 'return_to_stock_items' }) },
    }),
  },
});

const track = shape({ string: 'track_number title carrier_code', any: 'extension_attributes' });

export const shipmentBody = shape({
  ...common,
  any: 'packages',
  lists: { ...common.lists, tracks: track },
  nested: {
    ...common.nested,
    arguments: shape({ nested: { extension_attributes: shape({ string: 'source_code' }) } }),
  },
});

export const trackBody = shape({
  int: 'order_id entity_id parent_id',
  float: 'weight qty',
  string: 'track_number title carrier_code description created_at updated_at',
  any: 'extension_attributes',
});

const amounts = `
  grand_total subtotal subtotal_incl_tax tax_amount discount_amount discount_tax_compensation_amount shipping_amount
  shipping_incl_tax shipping_tax_amount shipping_discount_tax_compensation_amount adjustment adjustment_positive
  adjustment_negative`;

export const documentColumns: ReadonlySet<string> = new Set([
  ...words(amounts).flatMap((name) => [name, column(name, 'base')]),
  ...words(`
    entity_id increment_id order_id store_id state created_at updated_at billing_address_id shipping_address_id
    customer_id total_qty total_weight shipment_status creditmemo_status invoice_id transaction_id email_sent
    can_void_flag is_used_for_refund base_currency_code order_currency_code store_currency_code global_currency_code
    base_to_order_rate base_to_global_rate store_to_base_rate store_to_order_rate base_total_refunded
    discount_description`),
]);
