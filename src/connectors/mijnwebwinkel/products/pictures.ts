/**
 * Pictures of an article (sheet 7.3). They are sent one by one, so that none that stands there is in a list that is sent, and under names
 * that they are found again by: `original_name` is that of the file that was sent, and of one that the platform fetches nobody knows it.
 */
import { z } from 'zod';
import { asProblem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { PictureDraft, ProductChanges, WrittenProduct } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { base64 } from '../../wire/base64.ts';
import { readArticle } from './articles.ts';
import { sortedImages } from './to-record.ts';
import type { ArticleWire, ImageWire } from './wire.ts';

const maxPictures = 15;

interface SentPictures extends Pick<WrittenProduct, 'pictures'> {
  /** Ids of those that were to go, and may still be there. */
  readonly left: ReadonlySet<string>;
}

/** A new one takes the place of the one that it replaces, which goes when it is there. Returns ids by version, read back. */
export async function sendPictures(
  api: Api,
  article: Pick<ArticleWire, 'id' | 'images'>,
  { add, replace, remove }: ProductChanges['pictures'],
  sku: string,
  attempts: Attempts,
): Promise<SentPictures> {
  const standing = sortedImages(article).map(({ id }) => id);
  const send = async (draft: PictureDraft, place: number) => {
    const refused = () => rejected('picture_refused', { field: `images.${draft.position}`, sku });
    const isSent = await attempts.at(() => upload(api, article.id, draft, place, refused), refused);
    if (isSent) standing.splice(place, 0, draft.fileName);
    return isSent === true;
  };
  const takeAway = async (id: string) => {
    const isGone = await attempts.at(() => deleteImage(api, id));
    if (isGone) standing.splice(standing.indexOf(id), 1);
    return isGone === true;
  };

  for (const id of remove) await takeAway(id);
  for (const [id, draft] of replace) {
    const place = standing.indexOf(id);
    // There is room for one more only where it has gone before.
    if (standing.length >= maxPictures) (await takeAway(id)) && (await send(draft, place));
    else (await send(draft, place)) && (await takeAway(id));
  }
  for (const draft of add.toSorted((a, b) => a.position - b.position)) await send(draft, standing.length);
  const pictures = await idsOf(api, article.id, [...replace.values(), ...add], attempts);
  const replaced = [...replace].flatMap(([id, { version }]) => (pictures.has(version) ? [id] : []));
  return { pictures, left: new Set([...remove, ...replaced].filter((id) => standing.includes(id))) };
}

/** `place`: from 0. */
async function upload(
  api: Api,
  id: string,
  { fileName, content }: PictureDraft,
  place: number,
  refused: () => Error,
): Promise<true> {
  if (content === undefined || place >= maxPictures) throw refused();
  const body = { filename: fileName, position: place + 1, content: base64(content.bytes) };
  await api.create(path`/articles/uploadImage/${id}`, body, z.unknown());
  return true;
}

async function deleteImage(api: Api, id: string): Promise<true> {
  await api.delete(path`/deleteImage/${id}`);
  return true;
}

/** Answers tell no ids. What was not answered may be there too, and what cannot be read back is found by its name another time. */
async function idsOf(
  api: Api,
  id: string,
  drafts: readonly PictureDraft[],
  attempts: Attempts,
): Promise<ReadonlyMap<string, string>> {
  if (drafts.length === 0) return new Map();
  try {
    const names = fileNamesOf((await readArticle(api, id))?.images ?? []);
    return new Map(
      drafts.flatMap(({ version, fileName }) => {
        const made = [...names].findLast(([, name]) => name === fileName);
        return made === undefined ? [] : [[version, made[0]] as const];
      }),
    );
  } catch (error) {
    attempts.note(asProblem(error));
    return new Map();
  }
}

/** By the picture's id. */
export function fileNamesOf(images: readonly ImageWire[]): ReadonlyMap<string, string> {
  return new Map(images.flatMap(({ id, original_name: name }) => (name === undefined ? [] : [[id, name]])));
}
