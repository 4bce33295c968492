/**
 * What a person has to decide of a customer that is kept in step: a part that both sides changed, and a record that was deleted
 * in the target. Leaving it out takes things as they are; taking that back asks once more.
 */
import { type Problem, rejected } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import type { CustomerFacts, Links } from '../links.ts';
import { type Bases, baseOf } from '../merge.ts';
import type { Met } from './meet.ts';
import { recordKey } from './record/links.ts';
import { type Saying, shortFingerprint } from './saying.ts';

/** Both values are shown with the activity; what is stored of them are fingerprints. */
export async function flaggedOf(
  context: FlowContext,
  { said }: Saying,
  { conflicts, stands }: Met,
): Promise<Bases> {
  const fingerprint = shortFingerprint(context);
  const flagged = await Promise.all(
    conflicts.map(async (part) => [part, await baseOf(said[part], stands[part], fingerprint)] as const),
  );
  return Object.fromEntries(flagged);
}

export function conflictProblem({ target }: FlowContext, { conflicts }: Met): Problem {
  return rejected('customer_conflict', { system: target.connector.name, fields: conflicts });
}

export function goneInTarget({ target: { connector } }: FlowContext, id: string): Problem {
  return rejected('customer_gone', { of: 'target', system: connector.name, id });
}

/** Notes that the record was found deleted, so that a person can leave it at that. */
export function flagGone({ key, links }: FlowContext): void {
  const link = links.get('customer', recordKey(key));
  if (link !== null && link.facts.gone === undefined) {
    links.put('customer', recordKey(key), { ...link, facts: { ...link.facts, gone: 'flagged' } });
  }
}

/**
 * Notes that no conflict is left. The way back looks again where it has met one: it is parked for the same, or has something to
 * carry by now.
 */
export function endConflict({ key, links, reverse }: FlowContext, id: string): void {
  if (reverse?.links.get('customer', recordKey(id))?.facts.flagged !== undefined) reverse.notice(id);
  const link = links.get('customer', recordKey(key));
  if (link?.facts.flagged === undefined) return;
  const { flagged: _, ...facts } = link.facts;
  links.put('customer', recordKey(key), { ...link, facts });
}

/** A person leaves it out: what stands on both sides stays, and is known from now on. */
export function acceptDifference(key: string, links: Links): void {
  change(key, links, ({ flagged, gone, bases = {}, ...facts }) => {
    if (gone !== undefined) return { ...facts, bases, gone: 'left' };
    if (flagged === undefined) return null;
    const undo = Object.fromEntries(Object.entries(bases).filter(([part]) => flagged[part] !== undefined));
    return { ...facts, bases: { ...bases, ...flagged }, undo };
  });
}

/** The person takes that back. */
export function unacceptDifference(key: string, links: Links): void {
  change(key, links, ({ undo, gone, bases = {}, ...facts }) => {
    if (gone !== undefined) return { ...facts, bases, gone: 'flagged' };
    return undo === undefined ? null : { ...facts, bases: { ...bases, ...undo } };
  });
}

function change(key: string, links: Links, to: (facts: CustomerFacts) => CustomerFacts | null): void {
  const link = links.get('customer', recordKey(key));
  const facts = link && to(link.facts);
  if (facts) links.put('customer', recordKey(key), { ...link, facts });
}
