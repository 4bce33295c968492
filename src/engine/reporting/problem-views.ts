/** What is told of causes and of what people did about them, in the shapes that the API answers with. Times are ISO 8601 in UTC. */

import type { Params } from '../../texts/catalogue.ts';
import type { LeftOutWhy } from '../../texts/left-out-why.ts';
import type { ParkedSum } from '../storage/parked-sums.ts';
import type { RemedyKind } from '../storage/remedies.ts';
import type { By } from '../storage/trail.ts';
import type { IntegrationProblem, ProblemView } from './views.ts';

interface OfFlow {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
}

/** One cause, and all that it stops. */
export interface CauseView extends ProblemView, OfFlow {
  /** What calls name it by. */
  readonly id: string;
  /** `records`: tasks; `levels`: of stock. */
  readonly kind: 'records' | 'levels';
  /** What it is about: `{"setting": "paymentMethods", "value": "Bancontact"}`. */
  readonly values: Params;
  readonly count: number;
  /** What its orders come to, by currency; null where the flow carries no orders. Those that were never read are in none. */
  readonly amounts: readonly ParkedSum[] | null;
  /** When the first that it stops was set aside, and the last. */
  readonly since: string;
  readonly last: string | null;
  /** A few of them, those that wait longest first. */
  readonly examples: readonly ExampleView[];
  /** The setting that solves it, where it names one: `lacks` is the value that a choice has no answer for. */
  readonly setting: { readonly path: string; readonly lacks: string | null } | null;
}

export interface ExampleView {
  readonly key: string;
  readonly number: string | null;
  /** Null of a level. */
  readonly task: string | null;
}

/** Records of a flow that are tried again by themselves. */
export interface WaitingView extends OfFlow {
  readonly count: number;
  /** When the first of them is. */
  readonly nextAt: string | null;
}

/** What a person did about a cause. */
export interface RemedyView extends ProblemView, OfFlow {
  readonly id: string;
  readonly what: RemedyKind;
  readonly at: string;
  readonly who: string;
  readonly via: By['via'];
  /** Of one that left records out. */
  readonly why: LeftOutWhy | null;
  readonly values: Params;
  /** How many it is about, and how many of them are done; the others follow by themselves. */
  readonly total: number;
  readonly done: number;
  readonly endedAt: string | null;
  /** How many records it left out that nobody has taken back since; none before it has ended. */
  readonly toTakeBack: number;
  /** Whether there are any. */
  readonly canBeTakenBack: boolean;
}

/** All that needs somebody, and what does not. */
export interface DeskView {
  /** Of the settings, as whoever saves them has to say. */
  readonly revision: string;
  /** Those that stop the most records first. */
  readonly causes: readonly CauseView[];
  /** How many causes there are; two hundred are the most that are told of. */
  readonly total: number;
  /** Where the list goes on; null at its end. */
  readonly cursor: string | null;
  /** What needs attention and stops no record by itself: connections, and what cannot be read. */
  readonly others: readonly IntegrationProblem[];
  readonly waiting: readonly WaitingView[];
  readonly underWay: readonly RemedyView[];
}

/** A cause for which nothing is set aside any more. */
export interface EndedCauseView extends ProblemView, OfFlow {
  readonly values: Params;
  /** So many it stopped at most, at one time. */
  readonly count: number;
  readonly at: string;
  /** Whether records that it stopped are still on their way: it may come back. */
  readonly underWay: boolean;
  /** What was done about it last; null where nobody did anything for all of it. */
  readonly remedy: RemedyView | null;
}

export interface SolvedView {
  readonly causes: readonly EndedCauseView[];
  /** What people left out with all of a cause, and can be taken back. */
  readonly leftOut: readonly RemedyView[];
}
