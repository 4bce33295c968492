import type { FlowEnd, NeededScope, Scopes } from '../contract/scopes.ts';

const customersTo: readonly FlowEnd[] = ['customers:to', 'orders:to'];
const products: readonly FlowEnd[] = ['products:from', 'products:to'];
const stock: readonly FlowEnd[] = ['stock:from', 'stock:to'];

/** API resources, as they are ticked at the integration (docs/connectors/magento.md). No answer tells which of them are. */
const needed: readonly NeededScope[] = [
  { scope: 'Magento_Backend::store', purpose: 'account', by: 'always' },
  { scope: 'Magento_Sales::actions_view', purpose: 'orders_from', by: 'always' },
  { scope: 'Magento_Sales::comment', purpose: 'write_back', by: ['orders:from'], setting: 'writeBack' },
  { scope: 'Magento_Sales::create', purpose: 'orders_to', by: ['orders:to'] },
  { scope: 'Magento_Customer::customer', purpose: 'customers_from', by: ['customers:from', ...customersTo] },
  { scope: 'Magento_Customer::manage', purpose: 'customers_to', by: customersTo },
  { scope: 'Magento_Catalog::products', purpose: 'catalogue_from', by: ['orders:to', ...products, ...stock] },
  { scope: 'Magento_Catalog::catalog', purpose: 'catalogue_from', by: products },
  { scope: 'Magento_Catalog::attributes_attributes', purpose: 'catalogue_from', by: products },
  {
    scope: 'Magento_Catalog::categories',
    purpose: 'catalogue_from',
    by: ['categories:from', 'categories:to', 'products:to'],
  },
  { scope: 'Magento_Tax::manage_tax', purpose: 'tax_rates', by: products },
  { scope: 'Magento_Customer::group', purpose: 'tax_rates', by: products },
  { scope: 'Magento_InventoryApi::source', purpose: 'stock_from', by: stock },
  { scope: 'Magento_InventoryApi::stock', purpose: 'stock_from', by: stock },
  { scope: 'Magento_InventoryApi::stock_source_link', purpose: 'stock_from', by: stock },
  { scope: 'Magento_InventorySalesApi::stock', purpose: 'stock_from', by: stock },
  { scope: 'Magento_CatalogInventory::cataloginventory', purpose: 'stock_from', by: stock },
  { scope: 'Magento_InventoryApi::stock_source_item_assign', purpose: 'stock_to', by: ['stock:to'] },
];

export const scopes: Scopes = { needed };
