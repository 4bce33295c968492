import { problem, rejected } from '../../records/problem.ts';
import type { Outcome } from '../contract.ts';
import { ancestor, asAncestor, bringAbove } from './ancestors.ts';
import { carry } from './carry.ts';
import type { Context, Endpoints } from './endpoints.ts';

/** What others have linked, and parents that are not linked yet, make a try begin anew. */
const maxTries = 6;
/** A category that is moved under one of its own is turned round: that one is moved first, and so on upwards. */
const maxTurns = 3;

/** One category from source to target, with what it hangs under. Repeating it at any moment is safe. */
export function runCategory(context: Context, endpoints: Endpoints): Promise<Outcome> {
  return runWithin(context, endpoints, maxTurns);
}

async function runWithin(context: Context, endpoints: Endpoints, turns: number): Promise<Outcome> {
  const { connector } = context.target;
  let turned: string | null = null;
  for (let tries = 0; tries < maxTries; tries++) {
    const carried = await carry(context, endpoints);
    switch (carried.kind) {
      case 'ended':
        return carried.outcome;
      case 'again':
        break;
      case 'unlinked': {
        const unwanted = await bringAbove(context, endpoints, carried.parent);
        if (unwanted !== null) return { kind: 'skipped', reason: unwanted };
        break;
      }
      case 'below': {
        const { parent, parentId } = carried;
        if (turned === parent || turns === 0) {
          throw rejected('category_cycle', { system: connector.name, ids: [context.key, parentId] });
        }
        turned = parent;
        await asAncestor(context, parent, () => runWithin(ancestor(context, parent), endpoints, turns - 1));
      }
    }
  }
  throw problem('retry', 'category_busy', { key: context.key });
}
