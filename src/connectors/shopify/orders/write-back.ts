import { problem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { mutate, query, set } from '../graphql.ts';
import { gid } from '../ids.ts';
import { addTags, close, markAsPaid, type StandingOrder, setNote, standingOrder } from './changes.graphql.ts';
import { markSent } from './parcels.ts';
import { tagIn } from './statuses.ts';

/**
 * Writes a note or a status. A status is one that can be brought about: sent, paid, archived; or a tag. Every write is told back
 * as a change of the order (case O5): none without need.
 */
export async function writeBack(
  api: Api,
  key: string,
  { status, note }: { readonly status?: string; readonly note?: string },
): Promise<void> {
  const id = gid('Order', key);
  const standing = id && (await query(api, standingOrder, { id })).order;
  if (!id || !standing) return;
  const line = note?.trim() ?? '';
  const existing = standing.note ?? '';
  if (line !== '' && !`\n${existing.replaceAll('\r', '')}\n`.includes(`\n${line}\n`)) {
    const written = existing.trim() === '' ? line : `${existing}\n${line}`;
    await set(api, setNote, { input: { id, note: written } });
  }
  if (status !== undefined) await bringAbout(api, id, status, standing);
}

async function bringAbout(api: Api, id: string, status: string, standing: StandingOrder): Promise<void> {
  const tag = tagIn(status);
  if (tag !== undefined) {
    const isThere = standing.tags.some((each) => each.toLowerCase() === tag.toLowerCase());
    if (!isThere) await set(api, addTags, { id, tags: [tag] });
    return;
  }
  switch (status) {
    case 'PAID':
      if (standing.canMarkAsPaid) await mutate(api, markAsPaid, { id });
      return;
    case 'FULFILLED':
      // It goes by itself when it is released: until then the order is not sent.
      if (standing.displayFulfillmentStatus !== 'FULFILLED' && !(await markSent(api, id)))
        throw problem('retry', 'conflict', { system: 'Shopify', status: 200 });
      return;
    case 'CLOSED':
      if (!standing.closed) await set(api, close, { id });
      return;
    default:
      throw rejected('status_unknown', { system: 'Shopify', status });
  }
}
