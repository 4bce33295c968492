/**
 * A customer is linked by its address, which every flow knows, and by its record in the source where that is kept in
 * step: under a new address it is the same customer still. The link of the address remembers the record that owns it
 * (`source`); both remember whose they are, so that a person can be erased.
 */
import type { CustomerLink, Links } from '../../links.ts';

interface Pair {
  readonly sourceId: string;
  readonly emailFingerprint: string;
  readonly targetId: string;
}

/** Returns the key of the link by the record. */
export function recordKey(sourceId: string): string {
  return `id:${sourceId}`;
}

/** Links the address alone; the record that owns it stays known. */
export function linkAddress(
  links: Links,
  emailFingerprint: string,
  { targetId, fingerprint, facts }: CustomerLink,
): void {
  const owner = ownerOf(links, emailFingerprint);
  links.put('customer', emailFingerprint, {
    targetId,
    fingerprint,
    facts: { ...owner, ...facts },
    emailFingerprint,
  });
}

/**
 * Links record and address; an address that the record has no more is let go. The fingerprints are of what was written;
 * null keeps the one that is known, and none is known of another record of the target.
 */
export function linkRecord(
  links: Links,
  { sourceId, emailFingerprint, targetId }: Pair,
  written: { readonly record: string | null; readonly address: string | null },
): void {
  const ofRecord = links.get('customer', recordKey(sourceId));
  const ofAddress = linkedTo(links.get('customer', emailFingerprint), targetId);
  links.put('customer', emailFingerprint, {
    targetId,
    fingerprint: written.address ?? ofAddress?.fingerprint ?? '',
    facts: { ...ofAddress?.facts, source: sourceId },
    emailFingerprint,
  });
  const former = ofRecord?.emailFingerprint ?? emailFingerprint;
  if (former !== emailFingerprint && linkedTo(links.get('customer', former), targetId)) {
    links.forget('customer', former);
  }
  const fingerprint = written.record ?? linkedTo(ofRecord, targetId)?.fingerprint ?? '';
  links.put('customer', recordKey(sourceId), { targetId, fingerprint, facts: {}, emailFingerprint });
}

/** The linked customer may be gone from the target: the next try looks it up again. */
export function forgetAddress(links: Links, emailFingerprint: string): void {
  const facts = ownerOf(links, emailFingerprint);
  if (facts === null) links.forget('customer', emailFingerprint);
  else links.put('customer', emailFingerprint, { targetId: '', fingerprint: '', facts, emailFingerprint });
}

function ownerOf(links: Links, emailFingerprint: string): { source: string } | null {
  const source = links.get('customer', emailFingerprint)?.facts.source;
  return source === undefined ? null : { source };
}

function linkedTo(link: CustomerLink | null, targetId: string): CustomerLink | null {
  return link?.targetId === targetId ? link : null;
}
