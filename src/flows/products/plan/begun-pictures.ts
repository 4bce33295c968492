/** Pictures that an earlier run sent, or was about to send, and that have no name to be found by. */
import type { SentPictures } from '../../bulk.ts';
import { unfinishedId } from '../unclear-marks.ts';

/**
 * What was about to be sent is what stands there since, in the order in which it was sent: `found`, the target's id by version. `missing`: versions
 * of those that are not there. `told`: what is known by then, by version.
 */
export function knownSince(
  { sent, stood }: SentPictures,
  standing: readonly string[],
  told: Readonly<Record<string, string>>,
  isNamed: (id: string) => boolean,
): { readonly found: Readonly<Record<string, string>>; readonly missing: readonly string[] } {
  const known = new Set([...stood, ...Object.values(told)]);
  const since = standing.filter((id) => !known.has(id) && !isNamed(id));
  const untold = sent.filter((version) => told[version] === undefined);
  const found = untold.flatMap((version, index) => {
    const id = since[index];
    return id === undefined ? [] : [[version, id] as const];
  });
  return { found: Object.fromEntries(found), missing: untold.slice(found.length) };
}

/**
 * Pictures that were sent and not finished, as far as they stand there: by version. The one that the target named itself is the only one
 * that nobody has a name for.
 */
export function unfinishedPictures(
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

export function standingId(id: string | undefined, standing: readonly string[]): string | undefined {
  return id !== undefined && standing.includes(id) ? id : undefined;
}
