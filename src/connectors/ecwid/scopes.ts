import type { Scopes } from '../contract/scopes.ts';

/** A new app has those for profile, catalogue and orders; the others are given by Ecwid's staff. No call tells which an app has. */
export const wanted: Scopes['wanted'] = {
  read_store_profile: [],
  read_orders: ['from orders', 'to orders'],
  update_orders: ['from orders', 'to orders'],
  create_orders: ['to orders'],
  read_customers: ['from orders', 'from customers', 'to orders', 'to customers'],
  create_customers: ['to orders', 'to customers'],
  update_customers: ['to orders', 'to customers'],
  read_catalog: [
    'from products',
    'from categories',
    'from stock',
    'to orders',
    'to products',
    'to categories',
    'to stock',
  ],
  create_catalog: ['to products', 'to categories'],
  update_catalog: ['to products', 'to categories', 'to stock'],
};
