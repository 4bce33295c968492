/**
 * A customer is linked by who it is (`who`), which every flow knows: its address with its kind, and of a company its VAT number
 * or name. And by its record in the source (`id:`), where that is kept in step: under a new address or name it is the same
 * customer still. What was written last, of which order, and which record of the source owns it, stands with the link by who it
 * is as long as that alone leads to the record of the target; else with one by that record (`to:`), as several spellings may
 * lead there. All remember whose they are, so that a person can be erased.
 *
 * Who it was before, under another address or name, stays as an alias (`was:`) of a record that is kept in step. It is a hint for
 * an order that comes late; whoever is that by now goes first.
 *
 * Links of before were kept under the address alone, with all of it in one. They are read until what they lead to is written
 * down anew.
 */
import type { CustomerFacts, CustomerLink, LateWork, Links } from '../../links.ts';
import type { Bases } from '../../merge.ts';

/** What a customer is known by: keyed fingerprints. */
export interface CustomerKeys {
  readonly emailFingerprint: string;
  /** Of who it is. */
  readonly who: string;
}

/** A record of the target that somebody is linked to, with what was written to it last. */
export interface KnownCustomer {
  readonly targetId: string;
  readonly fingerprint: string;
  readonly facts: CustomerFacts;
  /** Whether the link tells who it is. One by address, account or alias only may lead to somebody else's record. */
  readonly isSure: boolean;
}

/** Returns the key of the link by the record of the source. */
export function recordKey(sourceId: string): string {
  return `id:${sourceId}`;
}

/** Returns the key of the link by the record of the target. */
function targetKey(targetId: string): string {
  return `to:${targetId}`;
}

/** Of the record of the target that was made for an order of this one of the source. */
function orderedKey(sourceId: string): string {
  return `for:${sourceId}`;
}

function formerKey(who: string): string {
  return `was:${who}`;
}

/** `sourceId`: of the account in the source that states these data, where there is one. It may be kept in step under an address of before. */
export function knownCustomer(
  links: Links,
  keys: CustomerKeys,
  sourceId?: string | undefined,
): KnownCustomer | null {
  const link = links.get('customer', keys.who);
  const account = sourceId === undefined ? null : links.get('customer', recordKey(sourceId));
  const targetId = (link ?? linkOfBefore(links, keys) ?? account)?.targetId ?? '';
  return targetId === '' ? null : knownAs(links, keys, targetId, link !== null);
}

/** The record that was made for an order of this one of the source, which may be called otherwise by now. */
export function orderedFor(links: Links, keys: CustomerKeys, sourceId: string): KnownCustomer | null {
  const link = links.get('customer', orderedKey(sourceId));
  return link === null ? null : knownAs(links, keys, link.targetId, false);
}

export function linkOrdered(links: Links, keys: CustomerKeys, targetId: string, sourceId: string): void {
  const { emailFingerprint } = keys;
  links.put('customer', orderedKey(sourceId), { targetId, fingerprint: '', facts: {}, emailFingerprint });
}

/** The record of somebody who was called so before. For orders that come late, where nobody is that now. */
export function formerCustomer(links: Links, keys: CustomerKeys): KnownCustomer | null {
  const former = links.get('customer', formerKey(keys.who));
  return former === null ? null : knownAs(links, keys, former.targetId, false);
}

function knownAs(links: Links, keys: CustomerKeys, targetId: string, isSure: boolean): KnownCustomer {
  const { fingerprint = '', facts = {} } = writtenTo(links, keys, targetId) ?? {};
  return { targetId, fingerprint, facts, isSure };
}

function linkOfBefore(links: Links, { emailFingerprint }: CustomerKeys): CustomerLink | null {
  const link = links.get('customer', emailFingerprint);
  return link === null || links.get('customer', targetKey(link.targetId)) !== null ? null : link;
}

/** Returns what was last written to a record of the target, or null when nothing is known of it. */
export function writtenTo(links: Links, keys: CustomerKeys, targetId: string): CustomerLink | null {
  const key = placeOf(links, keys, targetId);
  return key === null ? null : links.get('customer', key);
}

/** Returns the key of the link with which that stands. */
function placeOf(links: Links, keys: CustomerKeys, targetId: string): string | null {
  const places = [targetKey(targetId), keys.who, keys.emailFingerprint];
  return places.find((key) => links.get('customer', key)?.targetId === targetId) ?? null;
}

/** What was written of a customer; what is left out stays known. */
interface Written {
  readonly fingerprint?: string | undefined;
  readonly facts?: CustomerFacts;
}

/** Links who it is to a record of the target. `isNew`: it was made just now, so nothing else leads there. */
export function linkCustomer(
  links: Links,
  keys: CustomerKeys,
  targetId: string,
  written: Written,
  { isNew }: { readonly isNew: boolean },
): void {
  const { emailFingerprint, who } = keys;
  const place = isNew ? who : placeOf(links, keys, targetId);
  const known = isNew ? null : writtenTo(links, keys, targetId);
  const fingerprint = written.fingerprint ?? known?.fingerprint ?? '';
  const link = { targetId, fingerprint, facts: { ...known?.facts, ...written.facts }, emailFingerprint };
  keepAside(links, who, targetId);
  if (place === who) {
    links.put('customer', who, link);
    return;
  }
  links.put('customer', who, { ...link, fingerprint: '', facts: {} });
  links.put('customer', targetKey(targetId), link);
}

/** Another record that was found by who it is keeps what is known of it: for whose order it was made, above all. */
function keepAside(links: Links, who: string, targetId: string): void {
  const other = links.get('customer', who);
  if (other === null || other.targetId === targetId || Object.keys(other.facts).length === 0) return;
  const key = targetKey(other.targetId);
  if (links.get('customer', key) === null) links.put('customer', key, other);
}

interface Pair {
  readonly sourceId: string;
  readonly keys: CustomerKeys;
  readonly targetId: string;
}

/** What the customers flow knows of a pair after it carried the one to the other. */
export interface Carried {
  /** What was last equal, part by part, and what a person has to see or has seen to. */
  readonly facts: Pick<CustomerFacts, 'bases' | 'flagged' | 'undo' | 'late'>;
  /** When the data that stand there now were the newest, ISO 8601 in UTC; null keeps what is known of that. */
  readonly asOf: string | null;
  /** Whether the record of the target was written to: what an order wrote there last says nothing of it any more. */
  readonly wrote: boolean;
}

/**
 * Links the record of the source and who it is; an address or a name that the record has no more becomes an alias. Whoever
 * made the record of the target, from now on it is that of the source.
 */
export function linkRecord(links: Links, pair: Pair, { facts, asOf, wrote }: Carried): void {
  const { sourceId, keys, targetId } = pair;
  const known = links.get('customer', recordKey(sourceId));
  if (links.get('customer', orderedKey(sourceId)) !== null) links.forget('customer', orderedKey(sourceId));
  letGo(links, known, keys, targetId);
  linkOwned(links, keys, targetId, {
    ...(wrote ? { fingerprint: '' } : {}),
    facts: { source: sourceId, ...(asOf === null ? {} : { asOf }) },
  });
  const { emailFingerprint, who } = keys;
  const link = { targetId, fingerprint: '', facts: { ...facts, who }, emailFingerprint };
  links.put('customer', recordKey(sourceId), link);
}

/** Whoever is led there under another spelling must see that it is owned. */
function linkOwned(links: Links, keys: CustomerKeys, targetId: string, written: Written): void {
  const { emailFingerprint } = keys;
  const { by: _, ordered: __, late: ___, ...facts } = writtenTo(links, keys, targetId)?.facts ?? {};
  const fingerprint = writtenTo(links, keys, targetId)?.fingerprint ?? '';
  links.put('customer', targetKey(targetId), { targetId, fingerprint, facts, emailFingerprint });
  linkCustomer(links, keys, targetId, written, { isNew: false });
}

function letGo(links: Links, former: CustomerLink | null, keys: CustomerKeys, targetId: string): void {
  if (links.get('customer', formerKey(keys.who)) !== null) links.forget('customer', formerKey(keys.who));
  if (former === null) return;
  const { emailFingerprint } = keys;
  const own: readonly (string | undefined)[] = [keys.who, emailFingerprint];
  const leadsThere = (key: string) => links.get('customer', key)?.targetId === targetId;
  const old = [former.facts.who, former.emailFingerprint].filter(
    (key) => key !== undefined && !own.includes(key) && leadsThere(key),
  );
  for (const key of old) if (key !== undefined) links.forget('customer', key);
  const { who } = former.facts;
  const alias = { targetId, fingerprint: '', facts: {}, emailFingerprint };
  if (who !== undefined && old.includes(who)) links.put('customer', formerKey(who), alias);
  if (former.emailFingerprint === emailFingerprint) return;
  // Erasing a person goes by the address of today, and takes the aliases along.
  for (const { key, own } of links.recordsOf('customer', targetId)) {
    if (own && key.startsWith(formerKey(''))) links.put('customer', key, alias);
  }
}

/** The record of the source that owns this one of the target, as far as a customers flow has linked it. */
export function ownerOf(links: Links, keys: CustomerKeys, targetId: string): string | null {
  return writtenTo(links, keys, targetId)?.facts.source ?? null;
}

/** Whether the orders flow made this record of the target, and no customers flow has linked it since. */
export function isMadeForAnOrder(links: Links, targetId: string): boolean {
  const those = links
    .recordsOf('customer', targetId)
    .map(({ key, own }) => (own ? links.get('customer', key)?.facts : undefined));
  return those.some((facts) => facts?.by === 'orders') && !those.some((facts) => facts?.source !== undefined);
}

/** What orders said of a record; empty where none has written to it, or more is not known. */
export function orderedOf(links: Links, keys: CustomerKeys, targetId: string): Bases {
  return writtenTo(links, keys, targetId)?.facts.ordered ?? {};
}

/** What orders have sent there that may be done late; null: nothing. It goes where the rest of what they wrote stands. */
export function noteUnlinkedLate(
  links: Links,
  keys: CustomerKeys,
  targetId: string,
  late: LateWork | null,
): void {
  const key = placeOf(links, keys, targetId);
  const link = key === null ? null : links.get('customer', key);
  if (key === null || link === null || (late === null && link.facts.late === undefined)) return;
  const { late: _late, ...facts } = link.facts;
  links.put('customer', key, { ...link, facts: late === null ? facts : { ...facts, late } });
}

/** The orders flow of another integration made it. Whose it is stands there. */
export function noteMadeForAnOrder(links: Links, targetId: string): void {
  const link = { targetId, fingerprint: '', facts: { by: 'orders' } } as const;
  links.put('customer', targetKey(targetId), link);
}

/** What was written is no longer known: the record may be gone from the target, so the next try looks at it. */
export function forgetWritten(links: Links, keys: CustomerKeys, targetId: string): void {
  const key = placeOf(links, keys, targetId);
  const known = key === null ? null : links.get('customer', key);
  if (key !== null && known !== null) links.put('customer', key, { ...known, fingerprint: '' });
}
