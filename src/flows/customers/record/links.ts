/**
 * A customer is linked by who it is (`who`), which every flow knows: its address with its kind, and of a company its VAT number
 * or name. And by its record in the source (`id:`), where that is kept in step: under a new address or name it is the same
 * customer still. What was written last, of which order, and which record of the source owns it, stands with the link by who it
 * is as long as that alone leads to the record of the target; else with one by that record (`to:`), as several spellings may
 * lead there. All remember whose they are, so that a person can be erased.
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
  /** Whether the link tells who it is. One by address or account only may lead to somebody else's record. */
  readonly isSure: boolean;
}

/** Returns the key of the link by the record of the source. */
export function recordKey(sourceId: string): string {
  return `id:${sourceId}`;
}

function targetKey(targetId: string): string {
  return `to:${targetId}`;
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
  if (targetId === '') return null;
  const { fingerprint = '', facts = {} } = writtenTo(links, keys, targetId) ?? {};
  return { targetId, fingerprint, facts, isSure: link !== null };
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
  if (place === who) {
    links.put('customer', who, link);
    return;
  }
  links.put('customer', who, { ...link, fingerprint: '', facts: {} });
  links.put('customer', targetKey(targetId), link);
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
  const fingerprint = written.target ?? undefined;
  linkOwned(links, keys, targetId, { fingerprint, facts: { source: sourceId } });
  const known = ofRecord?.targetId === targetId ? ofRecord.fingerprint : '';
  links.put('customer', recordKey(sourceId), {
    targetId,
    fingerprint: written.record ?? known,
    facts: { who },
    emailFingerprint,
  });
}

/** Whoever is led there under another spelling must see that it is owned. */
function linkOwned(links: Links, keys: CustomerKeys, targetId: string, written: Written): void {
  const known = writtenTo(links, keys, targetId);
  const place = { targetId, fingerprint: '', facts: {}, emailFingerprint: keys.emailFingerprint };
  links.put('customer', targetKey(targetId), known ?? place);
  linkCustomer(links, keys, targetId, written, { isNew: false });
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
export function forgetWritten(links: Links, keys: CustomerKeys, targetId: string): void {
  const key = placeOf(links, keys, targetId);
  const known = key === null ? null : links.get('customer', key);
  if (key !== null && known !== null) links.put('customer', key, { ...known, fingerprint: '' });
}
