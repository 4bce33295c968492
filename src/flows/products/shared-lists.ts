/**
 * Lists of the target that all of its products share, and that it takes as a whole. What a batch lacks in one is added before its products are written, by
 * one batch at a time: the object is told of it first. As long as such a call may still be done nobody makes another one, for it would take away
 * what was added since; the products that need it wait.
 */
import { asProblem, type ProblemData, problem } from '../../records/problem.ts';
import type { Begun, BegunList, SentList } from '../bulk.ts';
import { begunOrNone } from '../left-begun.ts';
import { isWriting } from './begun.ts';
import type { Context, Endpoints, Speaker } from './endpoints.ts';
import { mayBeDone } from './late-work.ts';
import { openUntil } from './open-until.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';
import type { KeyPlan, Planned } from './plan-batch.ts';

/** A list that lacks something, and who needs it. */
interface LackingList {
  readonly list: string;
  readonly attributes: readonly string[];
  readonly plans: ReadonlySet<Planned>;
  /** The key under which the object is told of it. */
  readonly key: string;
}

/** What became of the lists. */
export interface ExtendedLists {
  /** Why these products wait, or cannot be written now. */
  readonly held: ReadonlyMap<Planned, ProblemData>;
  /** What may still be done of them, by key. */
  readonly open: ReadonlyMap<string, readonly SentList[]>;
}

/** When a list is asked for again that another batch is sending. */
const otherBatchMs = 30_000;

/** What the products of a batch lack. Reads each list once. */
export async function lackingLists(
  { target: { api } }: Context,
  { target: { sharedLists } }: Endpoints,
  { settings }: Speaker,
  keys: readonly KeyPlan[],
): Promise<readonly LackingList[]> {
  if (sharedLists === undefined || !settings.createValues) return [];
  const writing = keys.flatMap((each) => (each.kind === 'units' ? each.plans.filter(isWriting) : []));
  const telling = writing.filter((plan) => attributesOf(plan).length > 0);
  const lacking: LackingList[] = [];
  for (const [list, plans] of Map.groupBy(telling, (plan) => sharedLists.of(valuesOf(plan)))) {
    const names = [...new Set(plans.flatMap((plan) => attributesOf(plan)))];
    const attributes = await unlessRefused(() => sharedLists.missing(api, list, names));
    const lacks = plans.filter((plan) => attributesOf(plan).some((name) => attributes.includes(name)));
    const [first] = lacks;
    if (first !== undefined) lacking.push({ list, attributes, plans: new Set(lacks), key: first.unit.key });
  }
  return lacking;
}

/** A list that is refused is told of each product by itself. */
async function unlessRefused(read: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await read();
  } catch (error) {
    if (asProblem(error).kind === 'rejected') return [];
    throw error;
  }
}

/** With what is about to be sent of them. */
export function withLists(
  { leaseEndsAt }: Context,
  intents: ReadonlyMap<string, Begun>,
  lacking: readonly LackingList[],
  keys: readonly KeyPlan[],
): ReadonlyMap<string, Begun> {
  const before = new Map(keys.map(({ each }) => [each.key, each.begun?.lists ?? []]));
  return new Map(
    [...intents].map(([key, begun]): [string, Begun] => {
      const own = lacking.filter((each) => each.key === key);
      const sent = own.map(({ list }) => ({ at: leaseEndsAt, list }));
      const lists = [...(before.get(key) ?? []), ...sent];
      return [key, lists.length === 0 ? begun : { ...begun, lists }];
    }),
  );
}

/** Sends those that no other call may still change. `begun`: all that the object was told of. */
export async function extendLists(
  context: Context,
  { target: { sharedLists } }: Endpoints,
  lacking: readonly LackingList[],
  begun: readonly BegunList[],
): Promise<ExtendedLists> {
  const held = new Map<Planned, ProblemData>();
  const open = new Map<string, readonly SentList[]>();
  for (const each of lacking) {
    const { list, attributes, plans, key } = each;
    const others = begun.filter((one) => one.list === list && !isOwn(context, each, one));
    const retryAt = Math.max(...others.map(({ at }) => openUntil(context, at) ?? 0), 0);
    let failed: ProblemData | null = null;
    if (retryAt > 0) {
      const soonest = Math.min(retryAt, context.now().getTime() + otherBatchMs);
      failed = problem('wait', 'outcome_unknown', {}, { retryAt: soonest }).toData();
    } else {
      try {
        await sharedLists?.extend(context.endsFor(key).target.api, list, attributes);
      } catch (error) {
        failed = asProblem(error).toData();
        const at = context.now().getTime();
        if (mayBeDone(failed)) open.set(key, [...(open.get(key) ?? []), { at, list }]);
      }
    }
    // What is refused is told of each product by itself: it goes without the attribute.
    if (failed !== null && failed.kind !== 'rejected') for (const plan of plans) held.set(plan, failed);
  }
  return { held, open };
}

/** Without products that wait for a list. */
export function withoutHeld(plan: KeyPlan, { held }: ExtendedLists): KeyPlan {
  if (plan.kind !== 'units') return plan;
  const plans = plan.plans.map((each): Planned => {
    const failed = held.get(each);
    return failed === undefined ? each : { kind: 'problem', unit: each.unit, problem: failed };
  });
  return { ...plan, plans };
}

/** What is begun of a key once its batch is over: what may still be done of lists stays. */
export function withOpenLists(
  context: Context,
  { each: { key, begun: before } }: KeyPlan,
  begun: Begun | null,
  { open }: ExtendedLists,
): Begun | null {
  const earlier = before?.lists?.filter(({ at }) => openUntil(context, at) !== null) ?? [];
  const lists = [...earlier, ...(open.get(key) ?? [])];
  return begunOrNone({ products: {}, pictures: {}, ...begun, lists });
}

function isOwn({ leaseEndsAt }: Context, { key }: LackingList, one: BegunList): boolean {
  return one.own && one.key === key && one.at === leaseEndsAt;
}

function attributesOf(plan: CreatePlan | MeetPlan): readonly string[] {
  const { attributes } = plan.kind === 'create' ? plan.draft : plan.changes;
  // What is taken away needs no place.
  return attributes.filter(({ values }) => values.length > 0).map(({ name }) => name);
}

function valuesOf(plan: CreatePlan | MeetPlan) {
  return plan.kind === 'create' ? plan.draft.values : { ...plan.standing.values, ...plan.changes.values };
}
