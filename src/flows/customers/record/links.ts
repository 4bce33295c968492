/**
 * A customer is linked three ways. By who it is (`who`), which every flow knows: its address with its kind, and of a company
 * its VAT number or name. By its record in the source (`id:`), where that is kept in step: under a new address or name it is
 * the same customer still. And by its record in the target (`to:`), which more than one spelling may lead to: there stands
 * what was written last, of which order, and which record of the source owns it. All three remember whose they are, so that a
 * person can be erased.
 *
 * Links of before were kept under the address alone, with all of it in one. They are read until what they lead to is written
 * down anew.
 */
import type { CustomerFacts, CustomerLink, Links } from '../../links.ts';

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
  /** Whether the link tells who it is. One of before tells the address only: the record there may be somebody else's. */
  readonly isSure: boolean;
}

/** Returns the key of the link by the record of the source. */
export function recordKey(sourceId: string): string {
  return `id:${sourceId}`;
}

function targetKey(targetId: string): string {
  return `to:${targetId}`;
}

export function knownCustomer(links: Links, keys: CustomerKeys): KnownCustomer | null {
  const link = links.get('customer', keys.who);
  const targetId = link?.targetId ?? linkOfBefore(links, keys)?.targetId ?? '';
  if (targetId === '') return null;
  const { fingerprint = '', facts = {} } = writtenTo(links, keys, targetId) ?? {};
  return { targetId, fingerprint, facts, isSure: link !== null };
}

function linkOfBefore(
  links: Links,
  { emailFingerprint }: Pick<CustomerKeys, 'emailFingerprint'>,
): CustomerLink | null {
  const link = links.get('customer', emailFingerprint);
  return link === null || links.get('customer', targetKey(link.targetId)) !== null ? null : link;
}

/** Returns what was last written to a record of the target, or null when nothing is known of it. */
export function writtenTo(
  links: Links,
  keys: Pick<CustomerKeys, 'emailFingerprint'>,
  targetId: string,
): CustomerLink | null {
  const before = linkOfBefore(links, keys);
  return links.get('customer', targetKey(targetId)) ?? (before?.targetId === targetId ? before : null);
}

/** Links who it is to a record of the target. Of what was written what is left out stays known. */
export function linkCustomer(
  links: Links,
  keys: CustomerKeys,
  targetId: string,
  written: { readonly fingerprint?: string | undefined; readonly facts?: CustomerFacts },
): void {
  const { emailFingerprint, who } = keys;
  const known = writtenTo(links, keys, targetId);
  const fingerprint = written.fingerprint ?? known?.fingerprint ?? '';
  const facts = { ...known?.facts, ...written.facts };
  links.put('customer', who, { targetId, fingerprint: '', facts: {}, emailFingerprint });
  links.put('customer', targetKey(targetId), { targetId, fingerprint, facts, emailFingerprint });
}

interface Pair {
  readonly sourceId: string;
  readonly keys: CustomerKeys;
  readonly targetId: string;
}

/**
 * Links the record of the source and who it is; an address or a name that the record has no more is let go. The fingerprints
 * are of what was written; null keeps the one that is known, and none is known of another record of the target.
 */
export function linkRecord(
  links: Links,
  { sourceId, keys, targetId }: Pair,
  written: { readonly record: string | null; readonly target: string | null },
): void {
  const { emailFingerprint, who } = keys;
  const ofRecord = links.get('customer', recordKey(sourceId));
  letGo(links, ofRecord, keys, targetId);
  linkCustomer(links, keys, targetId, {
    fingerprint: written.target ?? undefined,
    facts: { source: sourceId },
  });
  const known = ofRecord?.targetId === targetId ? ofRecord.fingerprint : '';
  links.put('customer', recordKey(sourceId), {
    targetId,
    fingerprint: written.record ?? known,
    facts: { who },
    emailFingerprint,
  });
}

function letGo(links: Links, former: CustomerLink | null, keys: CustomerKeys, targetId: string): void {
  if (former === null) return;
  const own: readonly (string | undefined)[] = [keys.who, keys.emailFingerprint];
  for (const key of [former.facts.who, former.emailFingerprint]) {
    if (key === undefined || own.includes(key)) continue;
    if (links.get('customer', key)?.targetId === targetId) links.forget('customer', key);
  }
}

/** What was written is no longer known: the record may be gone from the target, so the next try looks at it. */
export function forgetWritten(
  links: Links,
  keys: Pick<CustomerKeys, 'emailFingerprint'>,
  targetId: string,
): void {
  const known = writtenTo(links, keys, targetId);
  if (known === null) return;
  const before = links.get('customer', targetKey(targetId)) === null;
  const key = before ? keys.emailFingerprint : targetKey(targetId);
  links.put('customer', key, { ...known, fingerprint: '' });
}
