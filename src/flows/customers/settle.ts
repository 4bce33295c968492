/**
 * Stores what is known of a pair after one was carried to the other: the links, and the bases of both directions. All that needs
 * waiting comes first; what is returned stores everything at once.
 */
import type { CustomerTarget, ExistingCustomer, Parts } from '../../connectors/contract/target.ts';
import { basesOf, surprisesOf } from '../bases.ts';
import type { FlowContext } from '../contract.ts';
import { joined } from '../late-parts.ts';
import type { Bases, Verdict } from '../merge.ts';
import { endConflict, flaggedOf } from './conflicts.ts';
import { lateOf, lateOfOthers } from './late-work.ts';
import type { Met } from './meet.ts';
import type { FindableCustomer, Planned } from './plan.ts';
import { endUnlinked } from './record/late-unlinked.ts';
import { type Carried, type CustomerKeys, linkRecord, recordKey } from './record/links.ts';
import { type Saying, shortFingerprint } from './saying.ts';
import type { CustomersSettings } from './settings.ts';
import { basesBack, type CarriedOver, reverseOf } from './way-back.ts';

type Context = FlowContext<CustomersSettings>;
type Settle = () => void;

/** What a new record was sent. */
interface Created extends Pick<Saying, 'said' | 'speaks'>, Pick<FindableCustomer, 'standing'> {
  readonly keys: CustomerKeys;
  /** Steps of calls that make this one, whoever began them. */
  readonly begun: readonly string[];
  /** What stood in the source when that was sent, where it may be something else by now. */
  readonly stood?: Parts | undefined;
}

/** After a new record was made. */
export async function settleCreated(
  context: Context,
  target: CustomerTarget,
  created: Created,
  id: string,
): Promise<Settle> {
  const { said, speaks } = created;
  const after = await target.get(context.target.api, id);
  const parts = after === null ? null : target.partsIn(after);
  const sent = new Set(Object.keys(said));
  const surprises =
    parts === null ? new Set<string>() : surprisesOf({ said, before: null, after: parts, sent });
  const bases =
    parts &&
    (await basesOf({
      said,
      settled: sent,
      left: [...speaks].filter((part) => !sent.has(part)),
      surprises,
      stands: parts,
      bases: {},
      fingerprint: shortFingerprint(context),
    }));
  const carried = after && { before: null, after, ours: sent, same: new Set<string>(), sent, surprises };
  const known = { id, wrote: true, isNewest: true, bases: bases ?? {}, flagged: {}, carried };
  return storing(context, created, known);
}

interface Meeting {
  readonly existing: ExistingCustomer;
  readonly met: Met;
  /** As it is now; null where it was deleted after it was written to. */
  readonly after: ExistingCustomer | null;
}

/** After two have met, whether or not anything was written. */
export async function settleMet(
  context: Context,
  target: CustomerTarget,
  known: FindableCustomer,
  planned: Planned,
  { existing, met, after }: Meeting,
): Promise<Settle> {
  const { said } = planned.saying;
  const { update } = context.settings;
  const sent: ReadonlySet<string> = update ? met.writes : new Set();
  const stands = after === null ? met.stands : target.partsIn(after);
  const surprises = surprisesOf({ said, before: met.stands, after: stands, sent });
  const those = (verdict: Verdict) =>
    [...met.verdicts].filter(([, each]) => each === verdict).map(([part]) => part);
  const bases = await basesOf({
    said,
    settled: [...those('same'), ...sent],
    left: those('kept').filter((part) => said[part] === undefined),
    surprises,
    stands,
    bases: met.bases,
    fingerprint: shortFingerprint(context),
  });
  const { standing } = known;
  const { keys, begun } = planned;
  return storing(
    context,
    { keys, begun, standing },
    {
      id: existing.id,
      wrote: sent.size > 0,
      isNewest: planned.reason.code !== 'not_updated',
      bases,
      flagged: update ? await flaggedOf(context, planned.saying, met) : {},
      carried: after && {
        before: existing,
        after,
        ours: new Set([...met.ours, ...sent]),
        same: new Set(those('same')),
        sent,
        surprises,
      },
    },
  );
}

interface Known {
  readonly id: string;
  readonly wrote: boolean;
  /** Whether the data of the source stand there now. */
  readonly isNewest: boolean;
  readonly bases: Bases;
  readonly flagged: Bases;
  /** Null where the record could not be looked at afterwards. */
  readonly carried: Omit<CarriedOver, 'stood'> | null;
}

/** The link that makes this known comes last, so that a death before it is noticed. */
async function storing(
  context: Context,
  { keys, begun, standing, stood }: Pick<Created, 'keys' | 'begun' | 'standing' | 'stood'>,
  { id, wrote, isNewest, bases, flagged, carried }: Known,
): Promise<Settle> {
  const { key, links, steps } = context;
  const reverse = reverseOf(context);
  const there = stood ?? (standing && reverse?.target.partsIn(standing)) ?? {};
  const back =
    reverse && carried ? await basesBack(context, reverse, { ...carried, stood: there }) : undefined;
  const asOf = isNewest ? context.now().toISOString() : null;
  const ofOthers = lateOfOthers(context, keys, id);
  return () => {
    for (const step of begun) {
      if (steps.get(step)?.result === null) steps.finish(step, id);
    }
    if (reverse !== null) {
      const { links } = reverse.flow;
      const earlier = links.get('customer', recordKey(id));
      const facts = earlier?.targetId === key ? earlier.facts : {};
      const known: Carried['facts'] = { ...facts, ...(back === undefined ? {} : { bases: back }) };
      linkRecord(links, { sourceId: id, keys, targetId: key }, { facts: known, asOf, wrote: false });
    }
    if (Object.keys(flagged).length === 0) endConflict(context, id);
    if (wrote) context.reverse?.wrote(id);
    // What was sent there before is this record's from now on.
    const late = joined(lateOf(links.get('customer', recordKey(key)), id), ofOthers);
    const facts = {
      bases,
      ...(Object.keys(flagged).length === 0 ? {} : { flagged }),
      ...(late !== undefined && late.until > context.now().getTime() ? { late } : {}),
    };
    linkRecord(links, { sourceId: key, keys, targetId: id }, { facts, asOf, wrote });
    if (ofOthers !== undefined) endUnlinked(context, keys, id, null);
  };
}
