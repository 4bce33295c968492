import type { MadeDocument } from '../../../connectors/contract/target.ts';
import { rejected } from '../../../records/problem.ts';
import { inOneLine } from '../../../records/reference.ts';
import type { OrderWork } from '../work.ts';

/**
 * Throws `reference_changed` where the target says that it stored another reference than it was given: cut, or spelt
 * otherwise. The document is linked by then, and nothing is made again; but a search would not find it.
 */
export function requireSameReference(
  { context }: OrderWork,
  { id, reference: stored }: MadeDocument,
  reference: string,
): void {
  if (stored === undefined || inOneLine(stored) === inOneLine(reference)) return;
  const system = context.target.connector.name;
  throw rejected('reference_changed', { system, document: id, reference, stored });
}
