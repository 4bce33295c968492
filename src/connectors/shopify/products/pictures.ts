import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import type { PictureDraft, ProductChanges } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { set } from '../graphql.ts';
import { inOrder, pictureToWire } from './to-wire.ts';
import { setPictures } from './writing.graphql.ts';

interface Owner {
  /** Its gid. */
  readonly id: string;
  readonly sku: string;
  /** All that it has, in its order. */
  readonly media: readonly string[];
}

/** Sends the whole list, made of what stands there, which Shopify fetches (sheet 7.4). Returns ids by version. */
export async function sendPictures(
  api: Api,
  { id, sku, media }: Owner,
  { add, replace, remove, describe = new Map() }: ProductChanges['pictures'],
  attempts: Attempts,
): Promise<ReadonlyMap<string, string>> {
  if (add.length + replace.size + remove.length + describe.size === 0) return new Map();
  const kept = media.filter((each) => !remove.includes(each));
  const added = inOrder(add);
  const standing = kept.map((each) => {
    const draft = replace.get(each);
    return draft === undefined ? { id: each, ...altOf(describe.get(each)) } : pictureToWire(draft);
  });
  const sent = [...kept.flatMap((each) => replace.get(each) ?? []), ...added];
  const files = [...standing, ...added.map(pictureToWire)];
  const done = await attempts.at(
    () => set(api, setPictures, { id, files }),
    () => refusedPictures(sent, sku),
  );
  const told = [...describe].map(([each, { version }]) => [version, each] as const);
  const now = done?.productSet.product.media.nodes ?? [];
  return new Map([
    ...told,
    ...newIds(
      sent,
      now.map((each) => each.id),
      media,
    ),
  ]);
}

/** Those that are new stand in the order in which they were sent. */
export function newIds(
  sent: readonly PictureDraft[],
  now: readonly string[],
  before: readonly string[],
): ReadonlyMap<string, string> {
  const made = now.filter((each) => !before.includes(each));
  return new Map(
    sent.flatMap(({ version }, at) => (made[at] === undefined ? [] : [[version, made[at]] as const])),
  );
}

/** One that is none refuses the whole list. */
export function refusedPictures(sent: readonly PictureDraft[], sku: string) {
  return rejected('picture_refused', {
    field: sent.map(({ position }) => `images.${position}`).join(', '),
    sku,
  });
}

function altOf(draft: PictureDraft | undefined) {
  return draft?.alt === undefined ? {} : { alt: draft.alt };
}
