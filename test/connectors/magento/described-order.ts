import { expect } from 'vitest';
import { orderToWire } from '../../../src/connectors/magento/orders/to-wire.ts';
import type { Document } from '../../../src/records/document.ts';
import { requestFaults } from '../../vendor/requests.ts';

type Row = Record<string, number> & { sku: string; name: string; product_type: string };

/** The body of an order, held against the vendor's own description of it. */
export function wire(document: Document) {
  const body = orderToWire(document) as Record<string, number> & {
    items: Row[];
    billing_address: object;
    payment: object;
    extension_attributes: { shipping_assignments: { shipping: { method: string; address: object } }[] };
  };
  const request = { method: 'POST', path: '/V1/orders', query: {}, body: { entity: body } };
  expect(requestFaults('magento', request)).toEqual([]);
  return body;
}

export function shippingOf(document: Document) {
  return wire(document).extension_attributes.shipping_assignments[0]?.shipping;
}
