import type { PictureDraft, StandingProduct } from '../../../connectors/contract/products.ts';

import { clearedPictures, unfinishedId } from '../unclear-marks.ts';

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
}

interface Meeting {
  /**
   * The product stood there already when it was met. The source's pictures are not sent beside those that it has: nobody can tell whether they are
   * the same.
   */
  readonly isFirst: boolean;
  /** A run that died was about to send some: what has no name then is the first of them. */
  readonly isBegun: boolean;
  /**
   * How names begin that Koppel gives to this product's pictures. So it knows its own also where a run ended before it could tell of them and
   * the source has another one by now, and where a shop did twice what it did not answer.
   */
  readonly mark: string;
}

/**
 * Returns what is to become of a product's pictures. Those of Koppel are known by the version that was sent, and those of a lost answer by
 * their file name, and those that were not finished are described; all others are the merchant's. A new one in the place of one that the source has no longer takes over its id.
 */
export function planPictures(
  wanted: readonly PictureDraft[],
  { product, fileNames }: StandingProduct,
  linked: Readonly<Record<string, string>>,
  { isFirst, isBegun, mark }: Meeting,
): PicturesPlan {
  const standing = (product.images ?? []).map(({ version }) => version);
  const byName = new Map([...fileNames].map(([id, name]) => [name, id]));
  const cleared = clearedPictures(
    linked,
    (name) => standingId(byName.get(name), standing),
    (id) => standing.includes(id),
  );
  const named = new Set([...Object.values(cleared), ...fileNames.keys()]);
  const begun = begunPictures(cleared, standing, (id) => named.has(id));
  const finished = Object.entries(cleared).filter(([, id]) => unfinishedId(id) === null);
  const told = Object.fromEntries([...finished, ...begun]);
  const nameless = isBegun ? namelessPicture(standing, fileNames, told) : undefined;
  const first = firstUnsent(wanted, told, byName);
  const facts = nameless === undefined || first === undefined ? told : { ...told, [first]: nameless };
  const isMet = isFirst && standing.length > 0;
  const known: Record<string, string> = {};
  for (const { version, fileName } of wanted) {
    const id = facts[version] ?? standingId(byName.get(fileName), standing) ?? (isMet ? '' : undefined);
    if (id !== undefined) known[version] = id;
  }
  const kept = new Set(Object.values(known));
  const isMarked = (id: string) => fileNames.get(id)?.startsWith(mark) ?? false;
  const ours = standing.filter((id) => isOurs(id, facts) || kept.has(id) || isMarked(id));
  const left = ours.filter((id) => !kept.has(id));
  const replace = new Map<string, PictureDraft>();
  const add: PictureDraft[] = [];
  for (const [place, picture] of wanted.entries()) {
    if (known[picture.version] !== undefined) continue;
    const there = ours[place];
    if (there !== undefined && left.includes(there) && !replace.has(there)) replace.set(there, picture);
    else add.push(picture);
  }
  const describe = new Map(
    wanted.flatMap((picture) => {
      const id = begun.get(picture.version);
      return id === undefined ? [] : [[id, picture] as const];
    }),
  );
  return { add, replace, remove: left.filter((id) => !replace.has(id)), describe, known, before: facts };
}

/** Whether one that is sent may be the one that the target names itself: it takes that one's place, or there is none yet. */
export function sendsFirstPicture({
  pictures: { add, replace, remove },
  standing: { product, fileNames },
}: {
  readonly pictures: PicturesPlan;
  readonly standing: StandingProduct;
}): boolean {
  const nameless = (product.images ?? []).filter(({ version }) => !fileNames.has(version));
  const takesPlace = nameless.some(({ version }) => replace.has(version));
  return takesPlace || (add.length > 0 && nameless.every(({ version }) => remove.includes(version)));
}

/**
 * Pictures that were sent and not finished, as far as they stand there: by version. The one that the target named itself is the only one
 * that nobody has a name for.
 */
function begunPictures(
  facts: Readonly<Record<string, string>>,
  standing: readonly string[],
  isNamed: (id: string) => boolean,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(facts).flatMap(([version, fact]) => {
      const begun = unfinishedId(fact);
      if (begun === null) return [];
      const id = begun === '' ? standing.find((each) => !isNamed(each)) : standingId(begun, standing);
      return id === undefined ? [] : [[version, id]];
    }),
  );
}

/** The one that nobody has a name for, and no fact knows. */
function namelessPicture(
  standing: readonly string[],
  fileNames: StandingProduct['fileNames'],
  facts: Readonly<Record<string, string>>,
): string | undefined {
  const known = new Set([...fileNames.keys(), ...Object.values(facts)]);
  return standing.find((id) => !known.has(id));
}

/** The first of those that nothing is known of. What has a name was sent behind it. */
function firstUnsent(
  wanted: readonly PictureDraft[],
  told: Readonly<Record<string, string>>,
  byName: ReadonlyMap<string, string>,
): string | undefined {
  return wanted.find(({ version, fileName }) => told[version] === undefined && !byName.has(fileName))
    ?.version;
}

function standingId(id: string | undefined, standing: readonly string[]): string | undefined {
  return id !== undefined && standing.includes(id) ? id : undefined;
}

function isOurs(id: string, facts: Readonly<Record<string, string>>): boolean {
  return Object.values(facts).includes(id);
}
