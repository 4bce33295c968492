/** Variants that the source does not sell for now, and of which the stock flow leaves none, when the flow that knows of them comes or goes. */
import type { Link } from '../../flows/links.ts';
import { skusOff } from '../bulk/moved-skus.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import type { Stores } from '../storage/stores.ts';
import { markLevels } from './mark-levels.ts';
import { notice } from './notice.ts';

/** The products flow was taken out: nobody tells any more when they are sold again, so their levels are those of the source. */
export function releaseOff(stores: Stores, flow: string, now: number): void {
  for (const link of linksOff(stores, flow).values()) mark(stores, flow, link, now);
}

/** It begins, after it was taken out once: what was known of them is looked at. */
export function lookAtOff(stores: Stores, flow: string, now: number): void {
  for (const [key, link] of linksOff(stores, flow)) {
    notice(stores, flow, { key }, now);
    mark(stores, flow, link, now);
  }
}

function mark(stores: Stores, flow: string, link: Link<object>, now: number): void {
  markLevels(stores, [splitFlowId(flow).to], skusOff(link), now);
}

function linksOff({ links }: Stores, flow: string): ReadonlyMap<string, Link<object>> {
  const { flow: name, from, to } = splitFlowId(flow);
  const keys = name === 'products' ? links.productsWith(from, to, '"off":true') : [];
  return new Map(
    keys.flatMap((key) => {
      const link = links.get('product', from, to, key);
      return link === null ? [] : [[key, link] as const];
    }),
  );
}
