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

/**
 * Returns what is to become of a product's pictures. Those of Koppel are known by the version that was sent, and those of a lost answer by
 * their file name, and those that were not finished are described; all others are the merchant's. A new one in the place of one that the source has no longer takes over its id.
 * `isFirst`: the product stood there already when it was met. The source's pictures are not sent beside those that it has: nobody can tell
 * whether they are the same.
 */
export function planPictures(
  wanted: readonly PictureDraft[],
  { product, fileNames }: StandingProduct,
  linked: Readonly<Record<string, string>>,
  isFirst: boolean,
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
  const facts = Object.fromEntries([...finished, ...begun]);
  const isMet = isFirst && standing.length > 0;
  const known: Record<string, string> = {};
  for (const { version, fileName } of wanted) {
    const id = facts[version] ?? standingId(byName.get(fileName), standing) ?? (isMet ? '' : undefined);
    if (id !== undefined) known[version] = id;
  }
  const kept = new Set(Object.values(known));
  const ours = standing.filter((id) => isOurs(id, facts) || kept.has(id));
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

function standingId(id: string | undefined, standing: readonly string[]): string | undefined {
  return id !== undefined && standing.includes(id) ? id : undefined;
}

function isOurs(id: string, facts: Readonly<Record<string, string>>): boolean {
  return Object.values(facts).includes(id);
}
