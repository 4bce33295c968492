import { problem, rejected } from '../../records/problem.ts';
import type { Outcome } from '../contract.ts';
import { allAbove, ancestor, asAncestor, bringAbove, lookAfter } from './ancestors.ts';
import { carry } from './carry.ts';
import type { Context, Endpoints } from './endpoints.ts';

/** What others have linked, and parents that are not linked yet, make a try begin anew. */
const maxTries = 6;

/** One category from source to target, with what it hangs under. Repeating it at any moment is safe. */
export async function runCategory(context: Context, endpoints: Endpoints): Promise<Outcome> {
  let isTurned = false;
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
        if (isTurned) {
          const { name: system } = context.target.connector;
          throw rejected('category_cycle', { system, ids: [context.key, carried.parentId] });
        }
        isTurned = true;
        await straighten(context, endpoints, carried.parent);
      }
    }
  }
  throw problem('retry', 'category_busy', { key: context.key });
}

/**
 * A category that goes under one of its own is turned round: all that is above it in the source is put where it belongs first, from the
 * top down.
 */
async function straighten(context: Context, endpoints: Endpoints, parent: string): Promise<void> {
  for (const { category } of (await allAbove(context, endpoints, parent)) ?? []) {
    const { id } = category;
    const carried = await asAncestor(context, id, () => carry(ancestor(context, id), endpoints));
    lookAfter(context, id, carried);
  }
}
