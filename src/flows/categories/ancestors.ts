import { Problem, problem, rejected } from '../../records/problem.ts';
import { type Reason, reason } from '../../records/reason.ts';
import { type Carried, carry } from './carry.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { linkOf } from './links.ts';
import { isAtTop, placeOf } from './place.ts';
import { readSource, type SourceRecord } from './read-source.ts';

/** No shop's tree is deeper; one that is goes round in circles. */
const maxDepth = 20;
/** A run makes so many: each takes three calls, and a run has few. */
const maxBrought = 6;

/** What is above a category, from the top down; null where it is not below the root. */
export type Above = readonly SourceRecord[] | null;

/** What is linked to nothing. Reads only. Throws `category_cycle`, `category_too_deep`, `category_parent_gone`. */
export function unlinkedAbove(context: Context, endpoints: Endpoints, parent: string): Promise<Above> {
  return above(context, endpoints, parent, 'unlinked');
}

/** All of it. Reads only, and throws likewise. */
export function allAbove(context: Context, endpoints: Endpoints, parent: string): Promise<Above> {
  return above(context, endpoints, parent, 'all');
}

async function above(
  context: Context,
  endpoints: Endpoints,
  parent: string,
  which: 'unlinked' | 'all',
): Promise<Above> {
  const found: SourceRecord[] = [];
  const seen = [context.key];
  for (let id: string | null = parent; id !== null; ) {
    if (seen.includes(id)) throw rejected('category_cycle', { system: nameOf(context), ids: [...seen, id] });
    if (seen.length > maxDepth) {
      throw rejected('category_too_deep', { system: nameOf(context), depth: maxDepth });
    }
    seen.push(id);
    const known: SourceRecord | null = await readSource(context, endpoints, id);
    if (known === null) throw rejected('category_parent_gone', { system: nameOf(context), id });
    const { category } = known;
    const place = placeOf(context, category);
    if (place.kind === 'outside') return null;
    found.unshift(known);
    const isLast = place.kind === 'under' && (which === 'unlinked' || isAtTop(context, category));
    id = isLast ? null : category.parentId;
  }
  return found;
}

/** Brings what is above a category, the topmost first. Returns why the category itself cannot come; null when it can. */
export async function bringAbove(
  context: Context,
  endpoints: Endpoints,
  parent: string,
): Promise<Reason | null> {
  const unlinked = await unlinkedAbove(context, endpoints, parent);
  if (unlinked === null) return reason('outside_root', {});
  for (const known of unlinked.slice(0, maxBrought)) {
    const { id } = known.category;
    if (linkOf(context, id) !== null) continue;
    const carried = await asAncestor(context, id, () => carry(ancestor(context, id), endpoints, known));
    if (carried.kind === 'ended' && linkOf(context, id) === null) return reason('parent_not_made', { id });
    lookAfter(context, id, carried);
  }
  if (unlinked.length > maxBrought) {
    throw problem('wait', 'category_parents_first', {}, { retryAt: context.now().getTime() });
  }
  return null;
}

/** The same as for the task's own record, which alone stands in the activity. */
export function ancestor(context: Context, key: string): Context {
  return { ...context, key, asked: false, named: false, keep: () => undefined };
}

/** What was sent of it before may still be done: it is looked at by itself then. */
export function lookAfter({ lookAt }: Context, id: string, carried: Carried): void {
  if (carried.kind === 'ended' && carried.outcome.looksAgainAt !== undefined) lookAt(id);
}

/** What a person must see is parked under the one that it is about; whatever is below it comes when that is done. */
export async function asAncestor<T>(context: Context, id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') {
      throw problem(
        'retry',
        'category_parent_parked',
        { system: nameOf(context), id, code: error.code },
        { cause: error },
      );
    }
    throw error;
  }
}

function nameOf({ source }: Context): string {
  return source.connector.name;
}
