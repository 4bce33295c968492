import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { Erased } from '../engine/privacy/erase-person.ts';
import type { By } from '../engine/storage/trail.ts';
import type { Env } from '../env.ts';

/** Each part takes the object some seconds at most; the free plan has 50 calls for a request. */
const maxParts = 40;

/** Erases a person part by part. The answer has a cursor where that was not enough. */
export async function erasePerson(
  env: Env,
  id: string,
  by: By,
  email: string,
  from?: string,
): Promise<Erased> {
  let whole: Erased = { links: 0, activity: 0, ...(from === undefined ? {} : { cursor: from }) };
  for (let part = 0; part < maxParts; part++) {
    // Once for each time that somebody asks, also where they go on.
    const asking = part === 0 ? by : undefined;
    whole = together(whole, unwrap(await integration(env, id).erase(email, whole.cursor, asking)));
    if (whole.cursor === undefined) break;
  }
  return whole;
}

function together(before: Erased, { links, activity, unopened = 0, cursor }: Erased): Erased {
  const closed = (before.unopened ?? 0) + unopened;
  return {
    links: before.links + links,
    activity: before.activity + activity,
    ...(closed === 0 ? {} : { unopened: closed }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
