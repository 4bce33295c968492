import type { CategoryTarget, StandingCategory } from '../../connectors/contract/categories.ts';
import type { Category } from '../../records/category.ts';
import { type Problem, problem, rejected } from '../../records/problem.ts';
import { standingAsSent } from '../late-parts.ts';
import { commitDelayMsOf } from '../write-once.ts';
import type { Context } from './endpoints.ts';
import { ownerOf } from './links.ts';
import { nameKey } from './names.ts';
import { partsOf } from './parts.ts';
import { shortFingerprint } from './saying.ts';

/** The other one is looked at now. */
const lookAgainMs = 30_000;

/** Those of this name under this category of the target. */
export async function namesakes(
  { target: { api } }: Context,
  target: CategoryTarget,
  parentId: string | null,
  name: string,
): Promise<StandingCategory[]> {
  const children = await target.childrenOf(api, parentId);
  return children.filter(({ category }) => nameKey(category.name) === nameKey(name));
}

/** Those that stand there for certain: a list may show for a while what Koppel has just renamed or moved. */
export async function stillThere(
  { target: { api } }: Context,
  target: CategoryTarget,
  found: readonly StandingCategory[],
): Promise<StandingCategory[]> {
  const there: StandingCategory[] = [];
  for (const { id, category } of found) {
    const now = await target.get(api, id);
    const isSame = now?.category.parentId === category.parentId;
    if (isSame && nameKey(now.category.name) === nameKey(category.name)) there.push(now);
  }
  return there;
}

/**
 * The one that stands at this place of the target already; null where none does. Throws `category_name_taken` where there are several,
 * or the one belongs to another category of the source.
 */
export async function standingAt(
  context: Context,
  target: CategoryTarget,
  category: Category,
  parentId: string | null,
): Promise<StandingCategory | null> {
  const listed = await namesakes(context, target, parentId, category.name);
  const found = await stillThere(context, target, listed);
  const own = found.filter(({ id }) => ownerOf(context, id) === category.id);
  const free = found.filter(({ id }) => ownerOf(context, id) === null);
  const [first, ...others] = own.length > 0 ? own : free;
  if (others.length > 0) throw nameTaken(context, 'several', category, found);
  if (first === undefined && found.length > 0) {
    await waitForLate(context, found);
    throw nameTaken(context, 'kept', category, found);
  }
  return first ?? null;
}

/** Throws `category_name_taken` where another one than `id` stands at this place of the target. */
export async function requireFree(
  context: Context,
  target: CategoryTarget,
  category: Category,
  place: { readonly id: string; readonly parentId: string | null; readonly name: string },
): Promise<void> {
  const found = await namesakes(context, target, place.parentId, place.name);
  const others = await stillThere(
    context,
    target,
    found.filter(({ id }) => id !== place.id),
  );
  if (others.length === 0) return;
  await waitForLate(context, others);
  throw nameTaken(context, 'moved', category, others, place.id);
}

/** Throws a `wait` problem where one of them is called so, or stands there, only by a call of Koppel's own: that is mended first. */
async function waitForLate(context: Context, found: readonly StandingCategory[]): Promise<void> {
  const { links, key, lookAt, now } = context;
  const at = now().getTime();
  for (const { id, category, values } of found) {
    const owner = ownerOf(context, id);
    const late = owner === null || owner === key ? undefined : links.get('category', owner)?.facts.late;
    // What nobody has mended for so long is for a person.
    if (owner === null || late === undefined || at >= late.until + commitDelayMsOf(context.target.connector))
      continue;
    const stands = partsOf(category, values);
    const there = await standingAsSent(late.sent, stands, ['name', 'parent'], shortFingerprint(context));
    if (Object.keys(there).length === 0) continue;
    lookAt(owner);
    throw problem('wait', 'outcome_unknown', {}, { retryAt: at + lookAgainMs });
  }
}

function nameTaken(
  { target: { connector } }: Context,
  of: 'several' | 'kept' | 'moved',
  { id: key, name }: Category,
  found: readonly StandingCategory[],
  id?: string,
): Problem {
  const ids = found.map((each) => each.id);
  return rejected('category_name_taken', {
    of,
    system: connector.name,
    key,
    name: name.trim(),
    ids: id === undefined ? ids : [id, ...ids],
  });
}
