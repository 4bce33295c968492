import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { byTime, type Source } from '../../contract/source.ts';
import { changesOf } from '../../wire/changes.ts';
import { readToken } from '../../wire/pages.ts';
import { utcInstant } from '../../wire/timestamps.ts';
import { hasScope } from '../account.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { changedCustomers, oneCustomer } from './customer.graphql.ts';
import { customerFromWire } from './to-record.ts';

export const customerSource: Source<Customer> = {
  /**
   * The filter knows whole days only (sheet 6), so the last changed come first, as far back as the window goes. One that changes
   * meanwhile is the first of the next window.
   */
  changes: byTime(async (api, window) => {
    const filter = `updated_at:>='${window.since.toISOString().slice(0, 10)}'`;
    const after = window.page === null ? null : readToken(window.page, z.string());
    const { pageInfo, nodes } = (await query(api, changedCustomers, { filter, after })).customers;
    const since = Math.floor(window.since.getTime() / 1_000) * 1_000;
    const rows = nodes.map(({ id, updatedAt }) => ({
      id,
      version: updatedAt,
      changedAt: utcInstant(updatedAt),
    }));
    const within = rows.filter(({ changedAt }) => changedAt === undefined || changedAt.getTime() >= since);
    const isLast = within.length < rows.length || !pageInfo.hasNextPage;
    return {
      changes: changesOf('customers', within, window),
      next: isLast ? null : JSON.stringify(pageInfo.endCursor),
    };
  }),

  async get(api, key) {
    const id = gid('Customer', key);
    if (id === null) return null;
    const { customer } = await query(api, oneCustomer, {
      id,
      companies: hasScope(api.account, 'read_companies'),
    });
    return customer && customerFromWire(customer);
  },
};
