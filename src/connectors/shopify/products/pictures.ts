import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import type { PictureDraft, ProductChanges } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
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

interface SentPictures {
  /** Ids by version. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Those that were to go and may be there still. */
  readonly left: readonly string[];
}

/**
 * Sends the whole list, made of what stands there, which Shopify fetches (sheet 7.4). One that is none refuses all of it: then what else
 * changes of the list is sent without those that are new.
 */
export async function sendPictures(
  api: Api,
  { id, sku, media }: Owner,
  changes: ProductChanges['pictures'],
  attempts: Attempts,
): Promise<SentPictures> {
  const { add, replace, remove, describe = new Map() } = changes;
  if (add.length + replace.size + remove.length + describe.size === 0)
    return { pictures: new Map(), left: [] };
  const kept = media.filter((each) => !remove.includes(each));
  const sent = [...kept.flatMap((each) => replace.get(each) ?? []), ...inOrder(add)];
  const send = (files: readonly JsonObject[]) => set(api, setPictures, { id, files });
  const done = await attempts.at(
    () => send(filesOf(kept, changes)),
    () => refusedPictures(sent, sku),
  );
  const isOld = remove.length + describe.size > 0 && sent.length > 0;
  const rest =
    done === undefined && isOld
      ? await attempts.at(() => send(filesOf(kept, { ...changes, add: [], replace: new Map() })))
      : done;
  if (rest === undefined) return { pictures: new Map(), left: remove };
  const now = rest.productSet.product.media.nodes.map((each) => each.id);
  const told = [...describe].map(([each, { version }]) => [version, each] as const);
  return { pictures: new Map([...told, ...newIds(done === undefined ? [] : sent, now, media)]), left: [] };
}

function filesOf(
  kept: readonly string[],
  { add, replace, describe }: ProductChanges['pictures'],
): readonly JsonObject[] {
  const standing = kept.map((each) => {
    const draft = replace.get(each);
    return draft === undefined ? { id: each, ...altOf(describe?.get(each)) } : pictureToWire(draft);
  });
  return [...standing, ...inOrder(add).map(pictureToWire)];
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
