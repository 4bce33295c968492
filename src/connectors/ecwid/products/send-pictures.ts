import { z } from 'zod';
import { Problem, problem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { PictureDraft, ProductChanges, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { needed, text } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';
import { change } from '../change.ts';
import { objectsIn } from '../customers/readable.ts';
import { pictureId, picturesOf } from './pictures.ts';
import { type ReadProduct, readAgain } from './standing.ts';
import type { ImageWire } from './wire.ts';

export type PictureChanges = ProductChanges['pictures'];

/** A picture that was sent, and what its call was answered with; null where it was not answered. */
interface Sent {
  readonly draft: PictureDraft;
  readonly isMain: boolean;
  readonly id: string | null;
}

interface SentPictures extends Pick<WrittenProduct, 'pictures' | 'unfinished'> {
  /** Ids of those that were to go, and may still be there. */
  readonly left: readonly string[];
}

/**
 * Sends pictures by their addresses: Ecwid fetches them (sheet 4.8). The first of a product without any is its main one. One
 * of the gallery is replaced by a new one at the end and the old one deleted, as nothing puts another in its place. Returns
 * the ids by the version of each that was sent; null where nothing was to be done.
 */
export async function sendPictures(
  api: Api,
  standingProduct: ReadProduct,
  sku: string,
  changes: PictureChanges,
  attempts: Attempts,
): Promise<SentPictures | null> {
  const { describe: begun = new Map<string, PictureDraft>() } = changes;
  if (changes.add.length + changes.replace.size + changes.remove.length + begun.size === 0) return null;
  const { id, wire } = standingProduct;
  const before = picturesOf(wire);
  const byId = new Map(before.map((image) => [pictureId(image), image]));
  const sent: Sent[] = [];
  const send = async (draft: PictureDraft, isMain: boolean) => {
    const refused = () => rejected('picture_refused', { field: `images.${draft.position}`, sku });
    const done = await attempts.at(() => upload(api, id, draft, isMain), refused);
    if (done !== undefined) sent.push(done);
    return done !== undefined;
  };

  const left: string[] = [];
  const removeOne = async (pictureKey: string, standing: ImageWire) => {
    if (!(await remove(api, id, standing, attempts))) left.push(pictureKey);
  };
  let hasMain = before.some(({ isMain }) => isMain);
  for (const [pictureKey, draft] of changes.replace) {
    const standing = byId.get(pictureKey);
    const isMain = standing === undefined ? !hasMain : standing.isMain === true;
    const isSent = await send(draft, isMain);
    if (isSent && standing !== undefined && !isMain) await removeOne(pictureKey, standing);
    hasMain ||= isSent && isMain;
  }
  for (const draft of changes.add.toSorted((a, b) => a.position - b.position)) {
    const isMain = !hasMain;
    if (await send(draft, isMain)) hasMain = true;
  }
  for (const pictureKey of changes.remove) {
    const standing = byId.get(pictureKey);
    if (standing !== undefined) await removeOne(pictureKey, standing);
  }

  const told = new Map([...begun].map(([pictureKey, { version }]) => [version, pictureKey] as const));
  const described = [...begun].map(([pictureKey, draft]) => ({ draft, isMain: false, id: pictureKey }));
  const all = [...described, ...sent];
  const isSame = sent.length + changes.remove.length === 0;
  const product = isSame ? standingProduct : await attempts.at(() => readAgain(api, id));
  if (product === undefined) return { ...unfinished(all, told), left };
  const ids = new Map([...told, ...idsOf(sent, before, picturesOf(product.wire))]);
  for (const { draft } of sent) {
    // An upload that was not answered, and did not come to be.
    if (!ids.has(draft.version)) attempts.note(problem('retry', 'timed_out', { system: 'Ecwid' }));
  }
  const isDescribed = await describe(api, product, all, ids, attempts);
  return { ...(isDescribed ? { pictures: ids } : unfinished(all, ids)), left };
}

/** What was sent, where its list was not read or its words were not sent: of the main one an answer tells no id that it goes by. */
function unfinished(sent: readonly Sent[], ids: ReadonlyMap<string, string>) {
  const begun = sent.map(({ draft, isMain, id }) => {
    const told = ids.get(draft.version) ?? (isMain ? '' : id);
    return told === null ? [] : [[draft.version, told] as const];
  });
  return { pictures: new Map<string, string>(), unfinished: new Map(begun.flat()) };
}

/** An unanswered one may be there: the list that is read behind tells. */
async function upload(api: Api, id: string, draft: PictureDraft, isMain: boolean): Promise<Sent> {
  const to = isMain ? path`/products/${id}/image` : path`/products/${id}/gallery`;
  const query = { externalUrl: draft.url, ...(isMain ? {} : { fileName: draft.fileName }) };
  try {
    const answer = await api.create(to, undefined, z.object({ id: needed(text) }), { query });
    return { draft, isMain, id: answer.id };
  } catch (error) {
    if (error instanceof Problem && error.kind === 'outcome-unknown') return { draft, isMain, id: null };
    throw error;
  }
}

function remove(api: Api, id: string, image: ImageWire, attempts: Attempts): Promise<boolean> {
  const at = image.isMain ? path`/products/${id}/image` : path`/products/${id}/gallery/${image.id}`;
  return attempts.did(() => api.delete(at));
}

/** By what the call was answered, or else by the order in which they were sent: nobody else adds at the same moment. */
function idsOf(
  sent: readonly Sent[],
  before: readonly ImageWire[],
  after: readonly ImageWire[],
): ReadonlyMap<string, string> {
  const known = new Set(before.map(pictureId));
  const told = new Set(sent.map(({ id }) => id));
  const added = after.filter((image) => !known.has(pictureId(image)));
  const untold = added.filter((image) => !image.isMain && !told.has(image.id)).values();
  return new Map(
    sent.flatMap(({ draft, isMain, id }) => {
      // Answered, it is the main one, also where its file is called as the one before.
      const image = isMain
        ? (id === null ? added : after).find((each) => each.isMain)
        : (after.find((each) => each.id === id) ?? untold.next().value);
      return image === undefined ? [] : [[draft.version, pictureId(image)] as const];
    }),
  );
}

/** Words for who cannot see them, where the source has any. The list goes whole (sheet 2.4). False where they are still to be sent. */
async function describe(
  api: Api,
  { id, raw, wire }: ReadProduct,
  sent: readonly Sent[],
  ids: ReadonlyMap<string, string>,
  attempts: Attempts,
): Promise<boolean> {
  const alts = new Map(sent.flatMap(({ draft }) => (draft.alt ? [[ids.get(draft.version), draft.alt]] : [])));
  if (alts.size === 0) return true;
  const read = wire.media?.images ?? [];
  const images = objectsIn(asObject(raw.media).images).map((image, index): JsonObject => {
    const standing = read[index];
    const main = standing && alts.get(pictureId(standing));
    return { id: image.id, alt: main === undefined ? image.alt : { ...asObject(image.alt), main } };
  });
  const done = await attempts.did(() => change(api, path`/products/${id}`, { media: { images } }));
  return done || !attempts.isOver;
}
