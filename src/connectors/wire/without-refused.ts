/** A call for several that a system does as a whole or not at all: one that it refuses must not keep the others away. */
import { asProblem } from '../../records/problem.ts';

/** So many are looked for: where more are refused it is hardly theirs, and every one would cost calls. */
const mostRefused = 3;

/**
 * Sends all of them; what is refused is halved until those are found that cannot be done. `attempt`: notes what goes wrong, and returns whether
 * it was done. Returns those that were done.
 */
export async function withoutRefused<Item>(
  all: readonly Item[],
  send: (items: readonly Item[]) => Promise<unknown>,
  attempt: (work: () => Promise<unknown>) => Promise<boolean>,
): Promise<readonly Item[]> {
  let refused = 0;
  const go = async (items: readonly Item[]): Promise<readonly Item[]> => {
    let isHalved = false;
    const isDone = await attempt(async () => {
      try {
        await send(items);
      } catch (error) {
        isHalved = items.length > 1 && refused < mostRefused && asProblem(error).kind === 'rejected';
        if (!isHalved) throw error;
      }
    });
    if (!isHalved) {
      if (!isDone) refused++;
      return isDone ? items : [];
    }
    const middle = Math.ceil(items.length / 2);
    return [...(await go(items.slice(0, middle))), ...(await go(items.slice(middle)))];
  };
  return go(all);
}
