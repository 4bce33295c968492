/**
 * What a person has to decide of a category: a part that both sides changed, and one that was deleted in the target. Leaving it out takes
 * things as they are; taking that back asks once more.
 */
import { type Problem, rejected } from '../../records/problem.ts';
import type { CategoryFacts, Links } from '../links.ts';
import type { Context } from './endpoints.ts';
import { linkOf, putLink } from './links.ts';
import type { Met } from './plan.ts';

export function conflictProblem({ target, key }: Context, { conflicts }: Met): Problem {
  return rejected('category_conflict', { system: target.connector.name, key, fields: conflicts });
}

export function lostProblem({ target: { connector } }: Context, id: string): Problem {
  return rejected('category_gone', { of: 'target', system: connector.name, id });
}

/** Notes that it was found deleted, so that a person can leave it at that. */
export function flagLost(context: Context): void {
  const { links, key } = context;
  const link = linkOf(context, key);
  if (link !== null) putLink(links, key, link.targetId, { ...link.facts, lost: 'flagged' });
}

/** A person leaves it out: what stands on both sides stays, and is known from now on. */
export function acceptDifference(key: string, links: Links): void {
  change(key, links, ({ flagged, lost, bases = {}, ...facts }) => {
    if (lost !== undefined) return { ...facts, bases, lost: 'left' };
    if (flagged === undefined) return null;
    const undo = Object.fromEntries(Object.entries(bases).filter(([part]) => flagged[part] !== undefined));
    return { ...facts, bases: { ...bases, ...flagged }, undo };
  });
}

/** The person takes that back. */
export function unacceptDifference(key: string, links: Links): void {
  change(key, links, ({ undo, lost, bases = {}, ...facts }) => {
    if (lost !== undefined) return { ...facts, bases, lost: 'flagged' };
    return undo === undefined ? null : { ...facts, bases: { ...bases, ...undo } };
  });
}

function change(key: string, links: Links, to: (facts: CategoryFacts) => CategoryFacts | null): void {
  const link = links.get('category', key);
  const facts = link && to(link.facts);
  if (facts) putLink(links, key, link.targetId, facts);
}
