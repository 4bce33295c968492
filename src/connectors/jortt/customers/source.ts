import type { Customer } from '../../../records/customer.ts';
import { path } from '../../contract/path.ts';
import type { Source } from '../../contract/source.ts';
import { findOne } from '../fields.ts';
import { customerChanges } from './changes.ts';
import { customerFromWire } from './to-record.ts';
import { customerWire } from './wire.ts';

/** A customer that is archived was put away: it is not carried on. */
export const customerSource: Source<Customer> = {
  changes: customerChanges,

  async get(api, key) {
    const customer = await findOne(api, path`/v3/customers/${key}`, customerWire);
    return customer === null || customer.archived ? null : customerFromWire(customer);
  },
};
