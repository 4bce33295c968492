import type { Account } from '../../../src/connectors/contract/account.ts';
import { orderFromWire } from '../../../src/connectors/magento/orders/to-record.ts';
import { orderAnswer } from '../../../src/connectors/magento/orders/wire.ts';
import { type Order, order } from '../../../src/records/order.ts';
import { account } from './fake-api.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const address = {
  address_type: 'billing',
  firstname: 'Noor',
  lastname: 'de Wit',
  street: ['Kade 12'],
  city: 'Zwolle',
  postcode: '8011 AB',
  country_id: 'NL',
  telephone: '+31 38 000000',
  email: 'noor@example.com',
};

/** Two mugs at 12.10 with 21 % inside, no shipping: 24.20, of which 4.20 is VAT. */
export function mugs(fields: Fields = {}): Fields {
  return {
    entity_id: 71,
    increment_id: '000000071',
    state: 'processing',
    status: 'processing',
    created_at: '2026-02-28 23:30:00',
    updated_at: '2026-03-01 08:00:00',
    store_id: 2,
    customer_id: 44,
    customer_is_guest: 0,
    customer_email: 'noor@example.com',
    customer_firstname: 'Noor',
    customer_lastname: 'de Wit',
    base_currency_code: 'EUR',
    order_currency_code: 'EUR',
    grand_total: 24.2,
    base_grand_total: 24.2,
    subtotal: 20,
    discount_amount: 0,
    shipping_amount: 0,
    shipping_incl_tax: 0,
    shipping_tax_amount: 0,
    tax_amount: 4.2,
    total_paid: 24.2,
    total_due: 0,
    items: [row()],
    billing_address: address,
    payment: { method: 'banktransfer', additional_information: [], account_status: null, cc_last4: null },
    status_histories: [],
    extension_attributes: {
      shipping_assignments: [
        {
          shipping: { address: { ...address, address_type: 'shipping' }, method: 'flatrate_flatrate' },
          items: [row(), row()],
        },
      ],
    },
    ...fields,
  };
}

export function row(fields: Fields = {}): Fields {
  return {
    item_id: 501,
    product_id: 9,
    product_type: 'simple',
    sku: 'MUG',
    name: 'Mug',
    qty_ordered: 2,
    price: 10,
    price_incl_tax: 12.1,
    original_price: 12.1,
    // As the buggy versions have it: nobody may book on it.
    row_total: 10,
    row_total_incl_tax: 3,
    tax_percent: 21,
    tax_amount: 4.2,
    discount_amount: 0,
    discount_tax_compensation_amount: 0,
    weee_tax_applied: '[]',
    ...fields,
  };
}

/** With these extension attributes beside the shipping. */
export function extended(order: Fields, attributes: Fields): Fields {
  return { ...order, extension_attributes: { ...(order.extension_attributes as Fields), ...attributes } };
}

/** Through the wire schema, as the api does it; the outcome must be a valid record. */
export function translate(payload: unknown, shop: Account = account): Order {
  return order.parse(orderFromWire(orderAnswer.parse(payload), shop));
}
