import type { CategoryFacts, CategoryLink, Links } from '../links.ts';
import type { Context } from './endpoints.ts';

type Known = Pick<Context, 'links' | 'linksBack'>;

/** What the category of the source is linked to. The way back may have linked it while this flow was not there. */
export function linkOf({ links, linksBack }: Known, key: string): CategoryLink | null {
  const link = links.get('category', key);
  if (link !== null) return link;
  const back = linksBack.recordsOf('category', key).find(({ own }) => own);
  return back === undefined ? null : { targetId: back.key, fingerprint: '', facts: {} };
}

/** The category of the source that this one of the target belongs to; null where it is nobody's. */
export function ownerOf({ links, linksBack }: Known, id: string): string | null {
  const owner = links.recordsOf('category', id).find(({ own }) => own)?.key;
  return owner ?? linksBack.get('category', id)?.targetId ?? null;
}

export function putLink(links: Links, key: string, targetId: string, facts: CategoryFacts): void {
  links.put('category', key, { targetId, fingerprint: '', facts });
}

/** Forgets the pair, in both directions. */
export function forgetPair({ links, linksBack }: Known, key: string, id: string): void {
  links.forget('category', key);
  if (linksBack.get('category', id)?.targetId === key) linksBack.forget('category', id);
}
