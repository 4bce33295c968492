/**
 * Two systems that are kept in step both ways: what is written to the one comes back from it as a change. Translations lose
 * things, so what comes back may differ from what was sent, and carrying it on would spoil the other. So after a write the
 * record is read as the target keeps it, and what the way back would say of it is known, unless somebody else changed it.
 */
import {
  type CustomerTarget,
  customerParts,
  type ExistingCustomer,
  type Parts,
} from '../../connectors/contract/target.ts';
import { Problem } from '../../records/problem.ts';
import { basesOfWayBack } from '../bases.ts';
import type { FlowContext, ReverseFlow } from '../contract.ts';
import { type Bases, baseOf } from '../merge.ts';
import { recordKey } from './record/links.ts';
import { type Saying, sayingOf, shortFingerprint } from './saying.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

/** The reverse flow with its target, which is the source here. */
export interface Reverse {
  readonly flow: ReverseFlow<CustomersSettings>;
  readonly target: CustomerTarget;
}

/** Returns null when the integration does not go both ways. */
export function reverseOf({ reverse, source, target }: Context): Reverse | null {
  const to = source.connector.customers?.target;
  return reverse && to && target.connector.customers?.source ? { flow: reverse, target: to } : null;
}

/** Returns what the way back says of a record of the target; null where it cannot be read, or would be refused. */
async function sayingBack(
  context: Context,
  { flow, target }: Reverse,
  existing: ExistingCustomer | null,
): Promise<Saying | null> {
  if (!existing?.record) return null;
  try {
    return await sayingOf({ ...context, ...flow }, target, existing.record, context.source.api.account);
  } catch (error) {
    // The reverse flow will be refused, and says so itself.
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** What was carried, as the way back has to know it. */
export interface CarriedOver {
  /** What stood in the source when that was read which was sent, in the form of the way back; nothing where it was gone. */
  readonly stood: Parts;
  /** The record of the target before and after; null: a new one. */
  readonly before: ExistingCustomer | null;
  readonly after: ExistingCustomer;
  /** Parts that are Koppel's own work there, of this run or of one that was cut off. */
  readonly ours: ReadonlySet<string>;
  /** Parts in which the two were found equal. */
  readonly same: ReadonlySet<string>;
  readonly sent: ReadonlySet<string>;
  readonly surprises: ReadonlySet<string>;
}

/** Returns what the way back knows from now on. */
export async function basesBack(context: Context, reverse: Reverse, carried: CarriedOver): Promise<Bases> {
  const { stood, before, after, ours, same, surprises, sent } = carried;
  const known = knownBack(context, reverse, after.id);
  const saying = await sayingBack(context, reverse, after);
  if (saying === null) return known;
  const was = before === null ? {} : ((await sayingBack(context, reverse, before))?.said ?? null);
  return basesOfWayBack({
    before: was,
    after: saying.said,
    stands: stood,
    speaks: saying.speaks,
    isOwnWork: (part, changed) =>
      (changed || ours.has(part) || before === null) && !isTouched(part, surprises),
    isSame: (part) => same.has(part) && !isTouched(part, surprises),
    isChangedSince: (part) => sent.has(part) && surprises.has(part),
    bases: known,
    fingerprint: shortFingerprint(context),
  });
}

/** A field that is mapped may be made of any part, and a name is another thing with another kind. */
function isTouched(part: string, surprises: ReadonlySet<string>): boolean {
  const isShared = customerParts.some((each) => each === part);
  return isShared ? surprises.has(part) || surprises.has('kind') : surprises.size > 0;
}

function knownBack({ key }: Context, { flow: { links } }: Reverse, id: string): Bases {
  const link = links.get('customer', recordKey(id));
  return (link?.targetId === key ? link.facts.bases : undefined) ?? {};
}

/** Whether the way back knows this part just as it is on both sides: a person has left the two different. */
export async function isLeftDifferent(
  context: Context,
  source: ExistingCustomer,
  existing: ExistingCustomer,
  part: string,
): Promise<boolean> {
  const reverse = reverseOf(context);
  const base = reverse === null ? undefined : knownBack(context, reverse, existing.id)[part];
  const saying = reverse === null ? null : await sayingBack(context, reverse, existing);
  if (reverse === null || base === undefined || saying === null) return false;
  const stands = reverse.target.partsIn(source)[part];
  const now = await baseOf(saying.said[part], stands, shortFingerprint(context));
  return now.said === base.said && now.stood === base.stood;
}
