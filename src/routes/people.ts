import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { Erased, FoundPerson } from '../engine/privacy/erase-person.ts';
import type { By } from '../engine/storage/trail.ts';
import type { Env } from '../env.ts';

/** Each part takes the object some seconds at most; the free plan has 50 calls for a request. */
const maxParts = 40;

/** Erases a person part by part. The answer has a cursor where that was not enough. */
export function erasePerson(env: Env, id: string, by: By, email: string, from?: string): Promise<Erased> {
  // Once for each time that somebody asks, also where they go on.
  const part = async (cursor: string | undefined, isFirst: boolean): Promise<Erased> =>
    unwrap(await integration(env, id).erase(email, cursor, isFirst ? by : undefined));
  return inParts<Erased>(part, { links: 0, activity: 0 }, from);
}

/** Likewise what would go. */
export function findPerson(env: Env, id: string, email: string, from?: string): Promise<FoundPerson> {
  const part = async (cursor: string | undefined): Promise<FoundPerson> =>
    unwrap(await integration(env, id).findPerson(email, cursor));
  return inParts<FoundPerson>(part, { links: 0, activity: 0, mentions: 0 }, from);
}

/** Counts of each part, added up. */
async function inParts<Counts extends Erased>(
  part: (cursor: string | undefined, isFirst: boolean) => Promise<Counts>,
  nothing: Counts,
  from: string | undefined,
): Promise<Counts> {
  let whole: Counts = { ...nothing, ...(from === undefined ? {} : { cursor: from }) };
  for (let count = 0; count < maxParts; count++) {
    whole = together(whole, await part(whole.cursor, count === 0));
    if (whole.cursor === undefined) break;
  }
  return whole;
}

/** Where to go on is what the later one says. */
function together<Counts extends Erased>({ cursor: _, ...before }: Counts, later: Counts): Counts {
  const sums = { ...later } as Record<string, unknown>;
  for (const [name, count] of Object.entries(before)) {
    const added = sums[name];
    if (typeof count === 'number') sums[name] = count + (typeof added === 'number' ? added : 0);
  }
  return sums as unknown as Counts;
}
