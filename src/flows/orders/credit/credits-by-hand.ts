import type { FoundDocument } from '../../../connectors/contract/target.ts';
import { big } from '../../../records/money.ts';
import type { OrderLink } from '../../links.ts';
import { standingOf } from '../difference.ts';
import type { OrderWork } from '../work.ts';

/**
 * Credits of the order's document that somebody else made, before the shop said that anything was given back. Those of a
 * difference that a person has accepted are seen to; once something was credited nobody can tell which those are.
 */
export async function creditsByHand(
  { context, endpoints }: OrderWork,
  link: OrderLink,
  { credits = [] }: Pick<FoundDocument, 'credits'>,
): Promise<FoundDocument[]> {
  if (link.facts.accepted !== undefined || !big(standingOf(link).givenBack).eq(0)) return [];
  const found: FoundDocument[] = [];
  for (const id of credits) {
    if (context.links.recordsOf('credit', id).length > 0) continue;
    const credit = await endpoints.target.get(context.target.api, id);
    if (credit !== null) found.push(credit);
  }
  return found;
}
