import { bothWays } from './both-ways.ts';
import type { Breakage } from './breakage.ts';
import { catalogue } from './catalogue.ts';
import { shopAndBooks } from './shop-and-books.ts';

/** Every broken engine that the simulation must catch, by what is wrong with it. */
export const breakages: Readonly<Record<string, Breakage>> = { ...shopAndBooks, ...bothWays, ...catalogue };
