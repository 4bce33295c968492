/** The fields of a product and what belongs to it (sheet 10.2, 10.4, 10.5, 12.3). */
import { shape } from '../fields.ts';

export const stockItemShape = shape({
  int: 'item_id product_id stock_id use_config_min_sale_qty backorders stock_status_changed_auto',
  float: 'qty min_qty min_sale_qty max_sale_qty notify_stock_qty qty_increments',
  string: 'low_stock_date',
  bool: `
    is_in_stock is_qty_decimal show_default_notification_message use_config_min_qty use_config_max_sale_qty
    use_config_backorders use_config_notify_stock_qty use_config_qty_increments use_config_enable_qty_inc
    enable_qty_increments use_config_manage_stock manage_stock is_decimal_divided`,
  any: 'extension_attributes',
});

export const productOptionShape = shape({
  int: 'id position product_id',
  string: 'attribute_id label',
  bool: 'is_use_default',
  any: 'extension_attributes',
  lists: { values: shape({ int: 'value_index', any: 'extension_attributes' }) },
});

export const pictureShape = shape({
  int: 'id position',
  string: 'media_type label file',
  bool: 'disabled',
  strings: 'types',
  any: 'extension_attributes',
  nested: { content: shape({ string: 'base64_encoded_data type name' }) },
});

const extensionShape = shape({
  ints: 'website_ids configurable_product_links',
  any: `
    discounts bundle_product_options downloadable_product_links downloadable_product_samples giftcard_amounts`,
  nested: { stock_item: stockItemShape },
  lists: {
    category_links: shape({ int: 'position', string: 'category_id', any: 'extension_attributes' }),
    configurable_product_options: productOptionShape,
  },
});

export const productShape = shape({
  int: 'id attribute_set_id status visibility',
  float: 'price weight',
  string: 'sku name type_id created_at updated_at',
  any: 'product_links options tier_prices',
  nested: { extension_attributes: extensionShape },
  lists: {
    media_gallery_entries: pictureShape,
    custom_attributes: shape({ string: 'attribute_code', any: 'value' }),
  },
});

export const categoryShape = shape({
  int: 'id parent_id position level',
  string: 'name children path created_at updated_at',
  strings: 'available_sort_by',
  bool: 'is_active include_in_menu',
  any: 'extension_attributes',
  lists: { custom_attributes: shape({ string: 'attribute_code', any: 'value' }) },
});
