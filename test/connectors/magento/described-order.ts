import { expect } from 'vitest';
import { orderToWire } from '../../../src/connectors/magento/orders/to-wire.ts';
import type { Document } from '../../../src/records/document.ts';
import { type Schema, validatorFor } from '../../vendor-specs.ts';

/** Parts that the vendor calls required, and that its own importers leave out (sheet 7.10). */
const optional =
  (...names: string[]) =>
  (definition: Schema) => {
    definition.required = (definition.required as string[]).filter((name) => !names.includes(name));
  };

const described = validatorFor('magento', 'POST', '/V1/orders', {
  'sales-data-order-payment-interface': optional('account_status', 'additional_information', 'cc_last4'),
  'sales-data-shipping-assignment-interface': optional('items'),
});

type Row = Record<string, number> & { sku: string; name: string; product_type: string };

/** The body of an order, held against the vendor's own description of it. */
export function wire(document: Document) {
  const body = orderToWire(document) as Record<string, number> & {
    items: Row[];
    billing_address: object;
    payment: object;
    extension_attributes: { shipping_assignments: { shipping: { method: string; address: object } }[] };
  };
  if (described && !described({ entity: body })) expect(described.errors).toEqual([]);
  return body;
}

export function shippingOf(document: Document) {
  return wire(document).extension_attributes.shipping_assignments[0]?.shipping;
}
