import type { Catalogue } from '../catalogue.ts';
import type { FollowersDeeds } from '../people/followers-deeds.ts';
import type { MastersDeeds } from '../people/masters-deeds.ts';
import { levelViolations, noticedLevels } from './levels.ts';
import { productViolations } from './products.ts';
import { restViolations } from './rest.ts';

export interface People {
  readonly master: MastersDeeds;
  readonly follower: FollowersDeeds;
}

/** Everything that must be so when trouble is over and nothing is left to be done; what is not, in words. */
export async function violations(catalogue: Catalogue, people: People): Promise<string[]> {
  const seen = {
    master: await catalogue.master.products(),
    follower: await catalogue.follower.products(),
  };
  return [
    ...(await levelViolations(catalogue, people, seen)),
    ...(await productViolations(catalogue, people, seen)),
    ...restViolations(catalogue, people, seen),
  ];
}

/** What was not brought across by itself, before anybody compares all of it. */
export async function unheardOf(catalogue: Catalogue, people: People): Promise<string[]> {
  return noticedLevels(catalogue, people, await catalogue.follower.products());
}
