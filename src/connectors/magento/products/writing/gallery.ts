/** Pictures of a product (sheet 10.4). The shop compares none of them, and gives a changed one another id. */
import { z } from 'zod';
import { Problem, rejected } from '../../../../records/problem.ts';
import type { Api } from '../../../contract/api.ts';
import { path } from '../../../contract/path.ts';
import type { PictureDraft } from '../../../contract/products.ts';
import type { JsonObject } from '../../../contract/target.ts';
import { base64 } from '../../../wire/base64.ts';
import { list } from '../../../wire/fields.ts';
import { everywhere } from '../../scope.ts';
import { mainRole, roles, sentName } from '../images.ts';
import { productsWith } from '../read.ts';
import { fitsPath } from '../sku.ts';
import { type EntryWire, entryWire } from '../wire.ts';
import { saveProduct } from './save.ts';

/** The gallery as it stands. */
export async function galleryOf(api: Api, sku: string): Promise<readonly EntryWire[]> {
  if (fitsPath(sku)) {
    const entries = await api.find(everywhere(api, path`/V1/products/${sku}/media`), list(entryWire));
    return entries ?? [];
  }
  const [product] = await productsWith(api, 'sku', [sku], 'all');
  return product?.media_gallery_entries ?? [];
}

/** Adds a picture, unless an earlier call did. The first one of a product gets the roles. Gives its id. */
export async function addPicture(
  api: Api,
  sku: string,
  draft: PictureDraft,
  how: 'main' | 'further' = 'further',
): Promise<string> {
  const before = await galleryOf(api, sku);
  const there = named(before, draft);
  if (there !== undefined) {
    if (how === 'main') await setRoles(api, sku, there, roles);
    return there.id;
  }
  const isMain = how === 'main' || !before.some(({ types }) => types.includes(mainRole));
  const entry = {
    media_type: 'image',
    label: draft.alt ?? '',
    position: draft.position + 1,
    disabled: false,
    types: isMain ? roles : [],
    content: contentOf(draft, sku),
  };
  await unlessDone(sku, async () => {
    if (fitsPath(sku)) {
      await api.create(everywhere(api, path`/V1/products/${sku}/media`), { entry }, z.unknown());
    } else await saveGallery(api, sku, [...before.map(kept), entry]);
  });
  const made = named(await galleryOf(api, sku), draft);
  if (made === undefined) throw refused(sku);
  return made.id;
}

/** Puts another picture in the place of one: its roles, label and position stay. Gives the id that it has then. */
export async function replacePicture(
  api: Api,
  sku: string,
  id: string,
  draft: PictureDraft,
): Promise<string> {
  const before = await galleryOf(api, sku);
  const there = named(before, draft);
  if (there !== undefined) return there.id;
  const old = before.find((entry) => entry.id === id);
  if (old === undefined) return addPicture(api, sku, draft);
  const entry = { ...kept(old), label: draft.alt ?? old.label ?? '', content: contentOf(draft, sku) };
  await unlessDone(sku, async () => {
    if (fitsPath(sku)) await putEntry(api, sku, id, entry);
    else await saveGallery(api, sku, [...before.filter((each) => each.id !== id).map(kept), entry]);
  });
  const after = await galleryOf(api, sku);
  const made = named(after, draft) ?? after.find((each) => each.id === id);
  if (made === undefined) throw refused(sku);
  if (made.id !== id && after.some((each) => each.id === id)) await removeEntry(api, sku, id);
  await setRoles(api, sku, made, old.types);
  return made.id;
}

/** Takes pictures away. What they stood for, the first of those that stay stands for. */
export async function removePictures(api: Api, sku: string, ids: readonly string[]): Promise<void> {
  const before = await galleryOf(api, sku);
  const gone = before.filter(({ id }) => ids.includes(id));
  if (gone.length === 0) return;
  const left = before.filter(({ id }) => !ids.includes(id));
  if (fitsPath(sku)) for (const { id } of gone) await removeEntry(api, sku, id);
  else await saveGallery(api, sku, left.map(kept));
  const [first] = [...left].sort((a, b) => a.position - b.position);
  const orphaned = gone.flatMap(({ types }) => types);
  if (first !== undefined) await setRoles(api, sku, first, [...first.types, ...orphaned]);
}

/** Gives back roles that were lost over a save of the product (magento/magento2#9789). */
export async function restoreRoles(api: Api, sku: string, before: readonly EntryWire[]): Promise<void> {
  const held = before.filter(({ types }) => types.length > 0);
  if (held.length === 0) return;
  const after = await galleryOf(api, sku);
  for (const { id, types } of held) {
    const entry = after.find((each) => each.id === id);
    if (entry !== undefined) await setRoles(api, sku, entry, types);
  }
}

async function setRoles(api: Api, sku: string, entry: EntryWire, types: readonly string[]): Promise<void> {
  if (types.every((type) => entry.types.includes(type))) return;
  const wanted = { ...kept(entry), types: [...new Set([...entry.types, ...types])] };
  if (fitsPath(sku)) return putEntry(api, sku, entry.id, wanted);
  const others = (await galleryOf(api, sku)).filter(({ id }) => id !== entry.id);
  await saveGallery(api, sku, [...others.map(kept), wanted]);
}

/** The set as a whole: what is not in it is removed, so it is made of what was read just before. */
async function saveGallery(api: Api, sku: string, entries: readonly JsonObject[]): Promise<void> {
  await saveProduct(api, sku, { media_gallery_entries: entries });
}

async function putEntry(api: Api, sku: string, id: string, entry: JsonObject): Promise<void> {
  await api.update(everywhere(api, path`/V1/products/${sku}/media/${id}`), { entry });
}

async function removeEntry(api: Api, sku: string, id: string): Promise<void> {
  await api.delete(everywhere(api, path`/V1/products/${sku}/media/${id}`));
}

function kept({ id, media_type: type, label, position, disabled, types, file }: EntryWire): JsonObject {
  return {
    id: Number(id),
    media_type: type ?? 'image',
    label: label ?? '',
    position,
    disabled: disabled ?? false,
    types,
    ...(file === undefined ? {} : { file }),
  };
}

/** The newest of a name: the shop numbers them. */
function named(entries: readonly EntryWire[], { fileName }: PictureDraft): EntryWire | undefined {
  return entries.findLast(({ file }) => file !== undefined && sentName(file) === fileName);
}

/** A refusal is about the picture; after an answer that was lost the gallery tells what was done. */
async function unlessDone(sku: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'rejected') throw refused(sku);
    if (error.kind !== 'outcome-unknown') throw error;
  }
}

function contentOf({ content, fileName }: PictureDraft, sku: string): JsonObject {
  if (content === undefined) throw refused(sku);
  return { base64_encoded_data: base64(content.bytes), type: content.type, name: fileName };
}

function refused(sku: string): Problem {
  return rejected('picture_refused', { field: 'images', sku });
}
