/** Pictures of a product, as calls that were not answered left them: some systems are sent the whole list, others one after the other. */
import type { StandingProduct } from '../../connectors/contract/products.ts';
import type { LateProduct, ProductFacts } from '../links.ts';
import { sentVersions } from './plan/pictures.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';
import { pictureId } from './unclear-marks.ts';

export type LatePictures = Pick<LateProduct, 'pictures' | 'dropped'>;

/** Returns which pictures of Koppel stand there once a plan is carried out, and which it takes away; nothing where the plan changes none. */
export function picturesSent(plan: CreatePlan | MeetPlan): LatePictures {
  if (plan.kind === 'create') {
    const { pictures } = plan.draft;
    return pictures.length === 0 ? {} : { pictures: asNew(pictures.map(({ version }) => version)) };
  }
  const { add, replace, remove, describe } = plan.changes.pictures;
  if (add.length + replace.size + remove.length + (describe?.size ?? 0) === 0) return {};
  const kept = Object.entries(plan.pictures.known).filter(([, id]) => id !== '');
  const dropped = [...remove, ...replace.keys()];
  return {
    pictures: { ...Object.fromEntries(kept), ...asNew(sentVersions({ add, replace })) },
    ...(dropped.length > 0 && { dropped }),
  };
}

function asNew(versions: readonly string[]): NonNullable<LatePictures['pictures']> {
  return Object.fromEntries(versions.map((version) => [version, '']));
}

/**
 * Returns the versions of Koppel's pictures that a late call took away. A late call replaces the whole list: pictures that came after it are
 * lost, and those that it sends itself stand there once more under new ids: where a picture that it does not list is there still, it has taken
 * only what it was to take away.
 */
export function picturesTaken(
  known: ProductFacts['pictures'],
  late: readonly LatePictures[],
  { images = [] }: Pick<StandingProduct['product'], 'images'>,
): readonly string[] {
  const standing = new Set(images.map(({ version }) => version));
  const taken = late.flatMap(({ pictures, dropped = [] }) => [
    ...(pictures ? takenBy(known, pictures, standing) : []),
    ...droppedOf(known, dropped, standing),
  ]);
  return [...new Set(taken)];
}

function takenBy(
  known: ProductFacts['pictures'],
  list: NonNullable<LatePictures['pictures']>,
  standing: ReadonlySet<string>,
): readonly string[] {
  const ours = Object.entries(known).flatMap(([version, fact]) => {
    const id = pictureId(fact);
    return id === null ? [] : [{ version, id, isListed: list[version] === id }];
  });
  const isTherePast = ours.some(({ id, isListed }) => !isListed && standing.has(id));
  const ids = new Set(ours.map(({ id }) => id));
  const brings = Object.values(list).includes('');
  const hasBrought = [...standing].some((id) => !ids.has(id));
  if (isTherePast || (brings && !hasBrought)) return [];
  return ours.flatMap(({ version, id, isListed }) => (isListed || standing.has(id) ? [] : [version]));
}

/** A picture that a late call takes away is wanted again by now, and does not stand there any more. */
function droppedOf(
  known: ProductFacts['pictures'],
  dropped: readonly string[],
  standing: ReadonlySet<string>,
): readonly string[] {
  return Object.entries(known).flatMap(([version, fact]) => {
    const id = pictureId(fact);
    return id !== null && dropped.includes(id) && !standing.has(id) ? [version] : [];
  });
}
