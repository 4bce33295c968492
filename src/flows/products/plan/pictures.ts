import type { PictureDraft, StandingProduct } from '../../../connectors/contract/products.ts';
import type { SentPictures } from '../../bulk.ts';
import { clearedPictures, unfinishedId } from '../unclear-marks.ts';
import { knownSince, standingId, unfinishedPictures } from './begun-pictures.ts';

export interface PicturesPlan {
  readonly add: readonly PictureDraft[];
  readonly replace: ReadonlyMap<string, PictureDraft>;
  readonly remove: readonly string[];
  /** By the target's id: those that an earlier run sent without coming to describe them. */
  readonly describe: ReadonlyMap<string, PictureDraft>;
  /** The target's id by version, of those that need no sending. */
  readonly known: Readonly<Record<string, string>>;
  /** The same of those that Koppel has put there before, whether or not they are to stay. */
  readonly before: Readonly<Record<string, string>>;
  /** Some are known only by what stood there before they were sent: that is to be told before anything more is sent. */
  readonly isFresh: boolean;
  /** Some that were sent may still come to be: nothing is sent or taken away until that is sure. */
  readonly awaits: boolean;
}

interface Meeting {
  /**
   * The product stood there already when it was met. The source's pictures are not sent beside those that it has: nobody can tell whether they are
   * the same.
   */
  readonly isFirst: boolean;
  /** What an earlier run was about to send, of which nobody knows what became; null: nothing. `isOpen`: some of it may still come to be. */
  readonly begun: (SentPictures & { readonly isOpen: boolean }) | null;
  /**
   * How names begin that Koppel gives to this product's pictures. So it knows its own also where a run ended before it could tell of them and
   * the source has another one by now, and where a shop did twice what it did not answer.
   */
  readonly mark: string;
  /** Ids of pictures that go by their address and that calls which were not answered may have brought. */
  readonly brought: ReadonlySet<string>;
}

/**
 * Returns what is to become of a product's pictures. Those of Koppel are known by the version that was sent, and those of a lost answer by
 * their file name, and those that were not finished are described; all others are the merchant's. A new one in the place of one that the source has no longer takes over its id.
 */
export function planPictures(
  wanted: readonly PictureDraft[],
  { product, fileNames }: StandingProduct,
  linked: Readonly<Record<string, string>>,
  { isFirst, begun, mark, brought }: Meeting,
): PicturesPlan {
  const standing = (product.images ?? []).map(({ version }) => version);
  const isMarked = (id: string) => brought.has(id) || (fileNames.get(id)?.startsWith(mark) ?? false);
  const met = metPictures(wanted, { standing, fileNames }, linked, { isFirst, begun, isMarked });
  const { known, before, describe, isFresh } = met;
  if (begun?.isOpen && met.isMissing) {
    const all = { ...before, ...known };
    const nothing = { add: [], replace: new Map(), remove: [] };
    return { ...nothing, describe, known: all, before: all, isFresh, awaits: true };
  }
  const kept = new Set(Object.values(known));
  const ours = standing.filter((id) => isOurs(id, before) || kept.has(id) || isMarked(id));
  const left = ours.filter((id) => !kept.has(id));
  const replace = new Map<string, PictureDraft>();
  const add: PictureDraft[] = [];
  for (const [place, picture] of wanted.entries()) {
    if (known[picture.version] !== undefined) continue;
    const there = ours[place];
    if (there !== undefined && left.includes(there) && !replace.has(there)) replace.set(there, picture);
    else add.push(picture);
  }
  const remove = left.filter((id) => !replace.has(id));
  return { add, replace, remove, describe, known, before, isFresh, awaits: false };
}

interface Standing {
  /** Ids, in the order in which they are shown. */
  readonly standing: readonly string[];
  readonly fileNames: StandingProduct['fileNames'];
}

/** Which of them stand there already. */
function metPictures(
  wanted: readonly PictureDraft[],
  { standing, fileNames }: Standing,
  linked: Readonly<Record<string, string>>,
  {
    isFirst,
    begun,
    isMarked,
  }: Pick<Meeting, 'isFirst' | 'begun'> & { readonly isMarked: (id: string) => boolean },
) {
  const byName = new Map([...fileNames].map(([id, name]) => [name, id]));
  // The name of one that goes by its address is its id.
  const named = (name: string) => standingId(byName.get(name) ?? name, standing);
  const cleared = clearedPictures(linked, named, (id) => standing.includes(id));
  const withNames = new Set([...Object.values(cleared), ...fileNames.keys()]);
  const unfinished = unfinishedPictures(cleared, standing, (id) => withNames.has(id));
  const finished = Object.entries(cleared).filter(([, id]) => unfinishedId(id) === null);
  const told = Object.fromEntries([...finished, ...unfinished]);
  // Those that the merchant had there were there before anything was sent.
  const isMet = isFirst && (begun?.stood ?? standing).length > 0;
  const idOf = ({ version, fileName }: PictureDraft) =>
    told[version] ?? named(fileName) ?? (isMet ? '' : undefined);
  const byVersion = (id: (picture: PictureDraft) => string | undefined) =>
    wanted.flatMap((picture) => {
      const found = id(picture);
      return found === undefined ? [] : [[picture.version, found] as const];
    });
  const clear = Object.fromEntries(byVersion(idOf));
  const since = begun && knownSince(begun, standing, { ...told, ...clear }, isMarked);
  const found = since?.found ?? {};
  const fresh = byVersion(({ version }) => found[version]);
  const begunIds = new Map([...unfinished, ...fresh]);
  return {
    known: { ...clear, ...Object.fromEntries(fresh) },
    before: { ...told, ...found },
    describe: new Map(
      wanted.flatMap((picture) => {
        const id = begunIds.get(picture.version);
        return id === undefined ? [] : [[id, picture] as const];
      }),
    ),
    isFresh: Object.keys(found).length > 0,
    isMissing: since !== null && since.missing.length > 0,
  };
}

/** Versions of those that are sent, in that order. */
export function sentVersions({ add, replace }: Pick<PicturesPlan, 'add' | 'replace'>): readonly string[] {
  const added = add.toSorted((one, other) => one.position - other.position);
  return [...replace.values(), ...added].map(({ version }) => version);
}

function isOurs(id: string, facts: Readonly<Record<string, string>>): boolean {
  return Object.values(facts).includes(id);
}
