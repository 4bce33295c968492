import type { FlowContext } from '../../contract.ts';
import { recordKey } from './links.ts';

/**
 * Runs alone among all work on this record of the source and on the one of the target that it is linked to, in both
 * directions. It comes before the lock of an address, which does not see to that: one side's may have changed, and then two
 * would overwrite each other without end. What was read before the turn came is old.
 */
export function aloneWithRecord<T>(
  { source, target, links, exclusive }: FlowContext,
  sourceId: string,
  work: () => Promise<T>,
): Promise<T> {
  const linked = links.get('customer', recordKey(sourceId))?.targetId;
  const records = [
    `${source.name} ${sourceId}`,
    ...(linked === undefined ? [] : [`${target.name} ${linked}`]),
  ];
  // Always in the same order, so that two never wait for each other.
  const locked = records
    .sort()
    .reduceRight((inner, record) => () => exclusive(`customer-record:${record}`, inner), work);
  return locked();
}
