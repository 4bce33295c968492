/** Pictures of a product, as calls that were not answered left them: some systems are sent the whole list, others one after the other. */
import type { PictureDraft, ProductTraits, StandingProduct } from '../../connectors/contract/products.ts';
import type { LateProduct, ProductFacts } from '../links.ts';
import { sentVersions } from './plan/pictures.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';
import { pictureId } from './unclear-marks.ts';

export type LatePictures = Pick<LateProduct, 'pictures' | 'dropped' | 'brought'>;

/** Returns which pictures of Koppel stand there once a plan is carried out, and which it takes away; nothing where the plan changes none. */
export function picturesSent(plan: CreatePlan | MeetPlan): LatePictures {
  if (plan.kind === 'create') {
    const { pictures } = plan.draft;
    if (pictures.length === 0) return {};
    return { pictures: asNew(pictures.map(({ version }) => version)), ...broughtBy(pictures) };
  }
  const { add, replace, remove, describe } = plan.changes.pictures;
  if (add.length + replace.size + remove.length + (describe?.size ?? 0) === 0) return {};
  const kept = Object.entries(plan.pictures.known).filter(([, id]) => id !== '');
  const dropped = [...remove, ...replace.keys()];
  return {
    pictures: { ...Object.fromEntries(kept), ...asNew(sentVersions({ add, replace })) },
    ...(dropped.length > 0 && { dropped }),
    ...broughtBy([...replace.values(), ...add]),
  };
}

function asNew(versions: readonly string[]): NonNullable<LatePictures['pictures']> {
  return Object.fromEntries(versions.map((version) => [version, '']));
}

/** Pictures that go by their address are named by it. */
function broughtBy(pictures: readonly PictureDraft[]): Pick<LatePictures, 'brought'> {
  const brought = pictures.flatMap(({ fileName, url }) => (fileName === url.trim() ? [fileName] : []));
  return brought.length === 0 ? {} : { brought };
}

/** Pictures of Koppel's that stand there by a call that was done late, or may come to. */
export function broughtLate({ late = [] }: Pick<ProductFacts, 'late'>): ReadonlySet<string> {
  return new Set(late.flatMap(({ brought = [] }) => brought));
}

/** Which of them stand there and are not known yet. */
export function broughtThere(
  brought: readonly string[],
  known: ProductFacts['pictures'],
  { standing }: StandingPictures,
): readonly string[] {
  const ids = Object.values(known);
  return brought.filter((id) => standing.includes(id) && !ids.includes(id));
}

/** Pictures as they stand in the target. */
export interface StandingPictures {
  /** The target's ids of all of them. */
  readonly standing: readonly string[];
  /** Whether it may be one that Koppel sent: where the target keeps names, it has the name of one. */
  readonly mayBeSent: (id: string) => boolean;
}

/** `mark`: how names begin that Koppel gives to pictures of this product. */
export function standingPictures(
  { product: { images = [] }, fileNames }: Pick<StandingProduct, 'product' | 'fileNames'>,
  mark: string,
  { namesPictures }: Pick<ProductTraits, 'namesPictures'>,
): StandingPictures {
  return {
    standing: images.map(({ version }) => version),
    mayBeSent: (id) => namesPictures === true || (fileNames.get(id) ?? mark).startsWith(mark),
  };
}

/**
 * Returns the versions of Koppel's pictures that a late call took away. A late call replaces the whole list: pictures that came after it are
 * lost, and those that it sends itself stand there once more under new ids: where a picture that it does not list is there still, it has taken
 * only what it was to take away.
 */
export function picturesTaken(
  known: ProductFacts['pictures'],
  late: readonly LatePictures[],
  { standing, mayBeSent }: StandingPictures,
): readonly string[] {
  const ours = Object.entries(known).flatMap(([version, fact]) => {
    const id = pictureId(fact);
    return id === null ? [] : [{ version, id }];
  });
  type Own = (typeof ours)[number];
  const isThere = ({ id }: Own) => standing.includes(id);
  const hasBrought = standing.some((id) => !ours.some((each) => each.id === id) && mayBeSent(id));
  const takes = late.map(({ pictures, dropped = [] }) => {
    const isUnlisted = ({ version, id }: Own) => pictures !== undefined && pictures[version] !== id;
    const brings = Object.values(pictures ?? {}).includes('');
    const isDone = !ours.some((each) => isUnlisted(each) && isThere(each)) && (!brings || hasBrought);
    return (each: Own) => dropped.includes(each.id) || (isDone && isUnlisted(each));
  });
  const taken = ours.filter((each) => !isThere(each) && takes.some((isTaken) => isTaken(each)));
  return taken.map(({ version }) => version);
}
