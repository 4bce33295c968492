import type { CustomerTarget, ExistingCustomer } from '../../../connectors/contract/target.ts';
import { areStrangers, type Identity, isOfKind, likenesses, likenessOf } from '../../../records/identity.ts';
import type { FlowContext } from '../../contract.ts';
import type { Links } from '../../links.ts';
import { isMadeForAnOrder, type KnownCustomer } from './links.ts';

/** Who is looked for. */
interface Wanted {
  readonly email: string;
  readonly identity: Identity;
  readonly known: Pick<KnownCustomer, 'targetId' | 'isSure'> | null;
  /** Whether a record is known to be somebody else's. One that was made for the order of a stranger always is. */
  readonly isOthers?: (record: ExistingCustomer) => boolean;
}

/** Whom the target has. */
export interface FoundCustomer {
  /** The record that is meant; null where there is none in use. */
  readonly fit: ExistingCustomer | null;
  /** Where there is none: records in use that fit equally well, and are not one customer. */
  readonly tied: readonly ExistingCustomer[];
  /** Other records in use with the same address: two companies, or a company and a private person. */
  readonly others: readonly ExistingCustomer[];
  /** One that would be meant, had it not been put away there. */
  readonly archived: ExistingCustomer | null;
}

/** Looks at the record that is linked, and where that leaves a doubt at all that have the address. */
export async function findCustomer(
  { target: { api }, links }: FlowContext,
  target: CustomerTarget,
  { email, identity, known, isOthers = () => false }: Wanted,
): Promise<FoundCustomer> {
  const isApart = (each: ExistingCustomer) => isOthers(each) || isOfAStranger(links, each, identity);
  const linked = known === null ? null : await target.get(api, known.targetId);
  const usable =
    linked !== null &&
    !linked.archived &&
    !isApart(linked) &&
    mayBe(linked, identity, known?.isSure === true);
  if (usable && !leavesDoubt(linked, identity)) return { fit: linked, tied: [], others: [], archived: null };
  const all = await customersWith(target, api, email);
  const inUse = all.filter(({ archived }) => !archived);
  const near = inUse.filter((each) => !isApart(each));
  const tied = bestOf(near, identity);
  const best = onlyOne(tied);
  const fit = usable && (best === null || leavesDoubt(best, identity)) ? linked : best;
  return {
    fit,
    tied: fit === null ? tied : [],
    others: inUse.filter(({ id }) => id !== fit?.id),
    archived:
      bestOf(
        all.filter((each) => each.archived && !isApart(each)),
        identity,
      )[0] ?? null,
  };
}

/** All with exactly this address, archived ones too. */
export async function customersWith(
  target: CustomerTarget,
  api: FlowContext['target']['api'],
  email: string,
): Promise<readonly ExistingCustomer[]> {
  return (await target.find(api, [email])).get(email) ?? [];
}

/**
 * Returns the record that fits best; of several that are one customer the first. More than one, where they fit equally well
 * and are not: a name without a VAT number, and two companies of that name. None of a family that shares an address and does
 * not have the name.
 */
export function bestOf(
  found: readonly ExistingCustomer[],
  meant: Identity,
): readonly [] | readonly [ExistingCustomer, ...ExistingCustomer[]] {
  const ranked = found.map((each) => ({
    each,
    likeness: likenesses.indexOf(likenessOf(each.identity, meant)),
  }));
  const highest = Math.max(0, ...ranked.map(({ likeness }) => likeness));
  const [first, ...others] = ranked
    .filter(({ likeness }) => likeness > 0 && likeness === highest)
    .map(({ each }) => each);
  if (first === undefined) return [];
  if (likenesses[highest] === 'kind') return others.length === 0 ? [first] : [];
  const strangers = others.filter(({ identity }) => likenessOf(identity, first.identity) === 'none');
  return [first, ...strangers];
}

/** Whether somebody who books by hand may have taken this record for the one who is meant. */
export function mayBeBookedOn({ identity }: ExistingCustomer, meant: Identity): boolean {
  return likenessOf(identity, meant) !== 'none';
}

/** Whether it was made for the order of a private person under a wholly other name. */
function isOfAStranger(links: Links, { id, identity }: ExistingCustomer, meant: Identity): boolean {
  return areStrangers(identity, meant) && isMadeForAnOrder(links, id);
}

/** Returns null for none, and for several. */
export function onlyOne<Found>(found: readonly Found[]): Found | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A sure link outlives another name, as merchants correct names, but no other kind. */
function mayBe({ identity }: ExistingCustomer, meant: Identity, isSure: boolean): boolean {
  return isSure ? isOfKind(identity, meant) : likenessOf(identity, meant) !== 'none';
}

/** A private person under another name may have a record of its own; a company is linked by its name or VAT number. */
function leavesDoubt({ identity }: ExistingCustomer, meant: Identity): boolean {
  return meant.kind !== 'company' && likenessOf(identity, meant) === 'kind';
}
