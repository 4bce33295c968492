import type { ExistingCustomer } from '../../connectors/contract/target.ts';
import type { Customer } from '../../records/customer.ts';
import type { FlowContext } from '../contract.ts';
import type { Endpoints } from './plan.ts';
import type { CustomersSettings } from './settings.ts';
import { reverseOf } from './way-back.ts';

/** A record of the source. */
export interface SourceRecord {
  readonly customer: Customer;
  /** The same as the way back finds it there; null where nothing goes back. */
  readonly standing: ExistingCustomer | null;
}

/**
 * Reads the record. Where customers go both ways one read gives what it says and what stands there, of the same moment.
 * Returns null where it is gone, or put away. Throws what the source says of a record that cannot be read.
 */
export async function readSource(
  context: FlowContext<CustomersSettings>,
  { source }: Endpoints,
): Promise<SourceRecord | null> {
  const { api } = context.source;
  const reverse = reverseOf(context);
  const standing = reverse === null ? null : await reverse.target.get(api, context.key);
  if (reverse !== null && (standing === null || standing.archived)) return null;
  const customer = standing?.record ?? (await source.get(api, context.key));
  return customer === null ? null : { customer, standing };
}
