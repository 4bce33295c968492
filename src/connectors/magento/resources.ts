import type { Scopes } from '../contract/scopes.ts';

/** API resources of the integration (sheet 2.5). No call tells which of them it has. */
export const wanted: Scopes['wanted'] = {
  'Magento_Backend::store': [],
  'Magento_Sales::actions_view': [],
  'Magento_Sales::comment': ['from orders'],
  'Magento_Sales::create': ['to orders'],
  'Magento_Customer::customer': ['from customers', 'to customers'],
  'Magento_Customer::manage': ['to customers'],
  'Magento_Catalog::products': ['from products', 'to products', 'from stock', 'to stock', 'to orders'],
  'Magento_Catalog::catalog': ['from products', 'to products'],
  'Magento_Catalog::attributes_attributes': ['from products', 'to products'],
  'Magento_Catalog::categories': ['from categories', 'to categories', 'to products'],
  'Magento_InventoryApi::source': ['from stock', 'to stock'],
  'Magento_InventoryApi::stock': ['from stock', 'to stock'],
  'Magento_InventoryApi::stock_source_link': ['from stock', 'to stock'],
  'Magento_InventorySalesApi::stock': ['from stock', 'to stock'],
  'Magento_CatalogInventory::cataloginventory': ['from stock', 'to stock'],
  'Magento_InventoryApi::stock_source_item_assign': ['to stock'],
  'Magento_Tax::manage_tax': ['from products', 'to products'],
  'Magento_Customer::group': ['from products', 'to products'],
};
