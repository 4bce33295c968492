import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { localDate } from '../../../records/time-zone.ts';
import { path } from '../../contract/path.ts';
import { bySnapshot, type Source } from '../../contract/source.ts';
import { offsetOf, offsetToken } from '../../wire/compared-list.ts';
import { digest } from '../../wire/digest.ts';
import { part, text } from '../../wire/fields.ts';
import { pageOf } from '../lists.ts';
import { timeZone } from '../local-time.ts';
import { many, unwrapped } from '../wrapped.ts';
import { customerAddressWire, customerFromWire, customerWire, rawCustomer } from './wire.ts';

const buyerRow = z.object({ debtor: part(z.object({ id: text })) });

/**
 * Nothing tells which customers changed, and their list has no pages: of a large shop it may be cut off (sheet, unknown). So
 * it is compared as far as it goes, and whoever buys is looked at too.
 */
export const customerSource: Source<Customer> = {
  changes: bySnapshot({
    reportsGone: false,
    async page(api, { since, page }) {
      if (page === null) {
        const all = unwrapped('customers', many(rawCustomer, 'id'));
        const rows = await api.get(path`/customers`, all, { embed: 'address' });
        const listed = rows.map(async (row) => ({ key: row.id, digest: await digest(row) }));
        return { rows: await Promise.all(listed), next: offsetToken(0) };
      }
      const query = { start_date: localDate(since, timeZone), ordering: 'asc' };
      const orders = { path: path`/orders`, name: 'orders', row: buyerRow, query };
      const { rows, next } = await pageOf(api, orders, offsetOf(page));
      const buyers = new Set(rows.flatMap(({ debtor }) => debtor?.id ?? []));
      return {
        rows: [],
        changes: [...buyers].map((key) => ({ flow: 'customers' as const, key })),
        next: offsetToken(next),
      };
    },
  }),

  async get(api, key) {
    const wire = await api.find(path`/customers/${key}`, unwrapped('customer', customerWire));
    if (wire === null || wire.addresses.length > 0) return wire && customerFromWire(wire);
    const list = unwrapped('addresses', many(customerAddressWire, 'id'));
    const addresses = await api.find(path`/customers/${key}/addresses`, list);
    return customerFromWire({ ...wire, addresses: addresses ?? [] });
  },
};
