/**
 * A customer is linked by its address, which every flow knows, and by its record in the source where that is kept in
 * step: under a new address it is the same customer still. The link of the address remembers the record that owns it
 * (`source`), the link of the record whose it is (`person`), so that it can be erased.
 */
import type { Link, Links } from '../contract.ts';

interface Pair {
  readonly sourceId: string;
  readonly person: string;
  readonly targetId: string;
}

export function recordKey(sourceId: string): string {
  return `id:${sourceId}`;
}

/** Links the person alone; the record that owns the address stays known. */
export function linkPerson(links: Links, person: string, link: Link): void {
  links.put('customer', person, { ...link, facts: { ...ownerOf(links, person), ...link.facts } });
}

/**
 * Links record and person; an address that the record has no more is let go. The fingerprints are of what was written;
 * null keeps the one that is known, and none is known of another record of the target.
 */
export function linkRecord(
  links: Links,
  { sourceId, person, targetId }: Pair,
  written: { readonly record: string | null; readonly person: string | null },
): void {
  const ofRecord = links.get('customer', recordKey(sourceId));
  const ofPerson = linkedTo(links.get('customer', person), targetId);
  links.put('customer', person, {
    targetId,
    fingerprint: written.person ?? ofPerson?.fingerprint ?? '',
    facts: { ...ofPerson?.facts, source: sourceId },
  });
  const former = ofRecord?.facts.person ?? person;
  if (former !== person && linkedTo(links.get('customer', former), targetId)) {
    links.forget('customer', former);
  }
  const fingerprint = written.record ?? linkedTo(ofRecord, targetId)?.fingerprint ?? '';
  links.put('customer', recordKey(sourceId), { targetId, fingerprint, facts: { person } });
}

/** The linked customer may be gone from the target: the next try looks it up again. */
export function forgetPerson(links: Links, person: string): void {
  const owner = ownerOf(links, person);
  if (owner === null) links.forget('customer', person);
  else links.put('customer', person, { targetId: '', fingerprint: '', facts: owner });
}

function ownerOf(links: Links, person: string): { source: string } | null {
  const source = links.get('customer', person)?.facts.source;
  return source === undefined ? null : { source };
}

function linkedTo(link: Link | null, targetId: string): Link | null {
  return link?.targetId === targetId ? link : null;
}
