import type { Link, PartFacts } from '../../flows/links.ts';
import type { LinkStore } from '../storage/links.ts';
import { isOfProduct } from './moved-skus.ts';

interface Between {
  readonly from: string;
  readonly to: string;
}

/** Keeps where the parts of a product stand that was taken apart, so that each is found by the target's id. What is known already costs no row. */
export function putParts(
  links: LinkStore,
  { from, to }: Between,
  key: string,
  link: Link<object>,
  now: number,
): void {
  if (!isOfProduct(link)) return;
  for (const [part, { targetId, facts }] of Object.entries(link.facts.apart ?? {})) {
    const own: PartFacts = facts.made ? { made: true } : {};
    const known = links.get('part', from, to, `${key}/${part}`);
    if (targetId === '' || (known?.targetId === targetId && known.facts.made === own.made)) continue;
    links.put('part', from, to, `${key}/${part}`, { targetId, fingerprint: '', facts: own }, now);
  }
}
