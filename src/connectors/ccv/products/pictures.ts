/**
 * Photos of a product (sheet 6.15), sent one by one, so that none that stands there is in a list that is sent. The shop names them itself; a product
 * without a main one shows none in its lists.
 */
import { z } from 'zod';
import { asProblem, problem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { PictureDraft, ProductChanges, WrittenProduct } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { base64 } from '../../wire/base64.ts';
import { needed, present, text } from '../../wire/fields.ts';
import { change, make, remove } from '../calls.ts';
import { photosOf } from './read.ts';
import { system } from './to-wire.ts';
import type { PhotoWire } from './wire.ts';

interface Sent {
  readonly draft: PictureDraft;
  /** Null where the call was not answered, or with nothing. */
  readonly id: string | null;
}

interface SentPictures extends Pick<WrittenProduct, 'pictures' | 'unanswered'> {
  /** Ids of those that were to go, and may still be there. */
  readonly left: readonly string[];
}

export async function sendPictures(
  api: Api,
  {
    id,
    productphotos: before = [],
  }: { readonly id: string; readonly productphotos?: readonly PhotoWire[] | undefined },
  { add, replace, remove: gone, describe = new Map() }: ProductChanges['pictures'],
  sku: string,
  attempts: Attempts,
): Promise<SentPictures> {
  const sent: Sent[] = [];
  const left: string[] = [];
  let hasMain = before.some(({ is_mainphoto }) => is_mainphoto === true);
  const send = async (draft: PictureDraft, isMain: boolean) => {
    const refused = () => rejected('picture_refused', { field: `images.${draft.position}`, sku });
    const done = await attempts.at(() => upload(api, id, draft, isMain, refused), refused);
    if (done !== undefined) sent.push(done);
    hasMain ||= done !== undefined && isMain;
    return done !== undefined;
  };
  const takeAway = async (photo: string) => {
    if (!(await attempts.did(() => remove(api, path`/productphotos/${photo}/`)))) left.push(photo);
  };
  for (const [photo, draft] of replace) {
    const wasMain = before.find((each) => each.id === photo)?.is_mainphoto === true;
    if (await send(draft, wasMain || !hasMain)) await takeAway(photo);
  }
  for (const draft of add.toSorted((a, b) => a.position - b.position)) await send(draft, !hasMain);
  for (const photo of gone) await takeAway(photo);
  for (const [photo, { alt = '' }] of describe)
    await attempts.did(() => change(api, path`/productphotos/${photo}/`, { alttext: alt }));
  const told = [...describe].map(([photo, { version }]) => [version, photo] as const);
  const ids = await idsOf(api, id, sent, before, attempts);
  const unanswered = sent.flatMap(({ draft: { version } }) => (ids.has(version) ? [] : [version]));
  for (const _ of unanswered) attempts.note(problem('retry', 'timed_out', { system }));
  return { pictures: new Map([...told, ...ids]), unanswered: new Set(unanswered), left };
}

/** What was not answered may be there: the list that is read behind tells. */
async function upload(
  api: Api,
  id: string,
  draft: PictureDraft,
  isMain: boolean,
  refused: () => Error,
): Promise<Sent> {
  const { content, alt } = draft;
  const file_type = content && endings[content.type];
  if (content === undefined || file_type === undefined) throw refused();
  const body = present({ file_type, source: base64(content.bytes), alttext: alt, is_mainphoto: isMain });
  try {
    const made = await make(api, path`/products/${id}/productphotos/`, body, z.object({ id: needed(text) }));
    return { draft, id: made?.id ?? null };
  } catch (error) {
    if (asProblem(error).kind === 'outcome-unknown') return { draft, id: null };
    throw error;
  }
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** By version; of those that no answer told by the order in which they were sent: nobody else adds at the same moment. */
async function idsOf(
  api: Api,
  id: string,
  sent: readonly Sent[],
  before: readonly PhotoWire[],
  attempts: Attempts,
): Promise<ReadonlyMap<string, string>> {
  const known = new Set([...before.map((each) => each.id), ...sent.map((each) => each.id)]);
  const isUntold = sent.some((each) => each.id === null);
  const now = isUntold ? ((await attempts.at(() => photosOf(api, id))) ?? []) : [];
  const added = now
    .map((each) => each.id)
    .filter((each) => !known.has(each))
    .toSorted((a, b) => Number(a) - Number(b))
    .values();
  return new Map(
    sent.flatMap(({ draft: { version }, id: told }) => {
      const photo = told ?? added.next().value;
      return photo === undefined ? [] : [[version, photo] as const];
    }),
  );
}
