/** Categories of a product, as calls that were not answered left them: some systems are sent the whole list, others what is new of it. */
import type { LateProduct, ProductFacts } from '../links.ts';
import type { MeetPlan } from './plan/plan.ts';
import { unclear } from './unclear-marks.ts';

export type LateCategories = Pick<LateProduct, 'categories' | 'left'>;

/** What a plan sends of them; nothing where none of it is sent. `isAlong`: the list goes with what else is changed. */
export function categoriesSent(
  { changes, facts, standing, unit }: MeetPlan,
  isAlong: boolean,
): LateCategories {
  const { add, remove } = changes.categories;
  if (add.length + remove.length === 0 && !isAlong) return {};
  const told = new Set([...(standing.product.categories ?? []), ...add, ...remove]);
  const known = Object.entries({ ...unit.link?.facts.categories, ...facts.categories });
  // One that the merchant took it out of is not sent.
  return { categories: Object.fromEntries(known.filter(([id]) => told.has(id))), left: remove };
}

type Facts = Pick<ProductFacts, 'said' | 'categories'>;

/** As if Koppel had not put it into those that such a call took it out of, and had into those that one put it into. `there`: where it is. */
export function withLateCategories(
  { said, categories }: Facts,
  late: readonly LateCategories[],
  there: readonly string[],
): Facts {
  const found = late.map((each) => foundOf(categories, each, there));
  const isMoved = found.some(isAny);
  if (!isMoved) return { said, categories };
  const taken = new Set(found.flatMap((each) => each.taken));
  const ours = Object.entries(Object.assign({}, categories, ...found.map((each) => each.put)));
  const { categories: list, ...others } = said;
  return {
    said: list === unclear ? said : others,
    categories: Object.fromEntries(ours.filter(([id]) => !taken.has(id))) as Facts['categories'],
  };
}

/** Whether this call has left its traces there. */
export function isCategoriesLate(known: Facts['categories'], late: LateCategories, there: readonly string[]) {
  return isAny(foundOf(known, late, there));
}

interface Found {
  readonly put: Facts['categories'];
  readonly taken: readonly string[];
}

function isAny({ put, taken }: Found): boolean {
  return Object.keys(put).length + taken.length > 0;
}

function foundOf(
  known: Facts['categories'],
  { categories, left = [] }: LateCategories,
  there: readonly string[],
): Found {
  const sent = Object.entries(categories ?? {});
  const isAsSent = ([id]: readonly [string, string]) => there.includes(id) !== left.includes(id);
  const put = sent.filter(([id]) => there.includes(id) && !left.includes(id) && known[id] === undefined);
  const gone = Object.keys(known).filter((id) => !there.includes(id));
  // The whole list as it was sent lacks what came after it.
  const isWhole = categories !== undefined && sent.every(isAsSent);
  const taken = gone.filter((id) => left.includes(id) || (isWhole && categories[id] === undefined));
  return { put: Object.fromEntries(put), taken };
}
