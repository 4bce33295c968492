/** Pictures of a product and their roles (sheet 10.4). A role is an attribute whose value is the picture's file. */

import { isPicture } from '../../kit/catalogue/pictures.ts';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Picture, type Product, valueIn, withValue } from '../products/product.ts';
import { noSuchPicture, refusal } from '../refusal.ts';

export const roles = ['image', 'small_image', 'thumbnail', 'swatch_image'] as const;

const mimeTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/jpg', 'image/webp'];
const startBytes = 24;

export function pictureOnWire(product: Product, picture: Picture, storeId: number): JsonObject {
  const { id, mediaType, label, position, disabled, file } = picture;
  const types = roles.filter((role) => valueIn(product.values, role, storeId) === file);
  return { id, media_type: mediaType, label, position, disabled, types, file };
}

export function pictureOf(product: Product, id: number): Picture {
  const picture = product.pictures.find((each) => each.id === id);
  if (picture === undefined) throw noSuchPicture();
  return picture;
}

/** With a further picture, whose content the entry brings. Throws a `Refusal`. */
export function withPicture(
  catalogue: Catalogue,
  product: Product,
  entry: JsonObject,
  storeId: number,
): Product {
  const picture: Picture = {
    id: catalogue.ids.next('picture'),
    file: keepContent(catalogue, product, entry),
    label: typeof entry.label === 'string' ? entry.label : null,
    position: Number(entry.position ?? product.pictures.length + 1),
    disabled: entry.disabled === true,
    mediaType: textIn(entry, 'media_type') || 'image',
  };
  const added = { ...product, pictures: [...product.pictures, picture] };
  return withRoles(added, picture.file, entry, storeId);
}

/** With what the entry says of a picture; where it brings content, that is another picture with an id of its own. */
export function withChangedPicture(
  catalogue: Catalogue,
  product: Product,
  entry: JsonObject,
  storeId: number,
): Product {
  const before = pictureOf(product, Number(entry.id));
  const isReplaced = isObject(entry.content);
  const after: Picture = {
    ...before,
    ...(isReplaced
      ? { id: catalogue.ids.next('picture'), file: keepContent(catalogue, product, entry) }
      : {}),
    ...(typeof entry.label === 'string' ? { label: entry.label } : {}),
    ...(entry.position === undefined ? {} : { position: Number(entry.position) }),
    ...(entry.disabled === undefined ? {} : { disabled: entry.disabled === true }),
  };
  const pictures = product.pictures.map((each) => (each.id === before.id ? after : each));
  if (!isReplaced) return withRoles({ ...product, pictures }, after.file, entry, storeId);
  catalogue.files.delete(before.file);
  return withRoles({ ...withoutRoles(product, before.file), pictures }, after.file, entry, storeId);
}

export function withoutPicture(catalogue: Catalogue, product: Product, id: number): Product {
  const { file } = pictureOf(product, id);
  catalogue.files.delete(file);
  const pictures = product.pictures.filter((each) => each.id !== id);
  return { ...withoutRoles(product, file), pictures };
}

/** A save with pictures: those that the list leaves out are removed. */
export function withPictureList(
  catalogue: Catalogue,
  product: Product,
  entries: readonly JsonObject[],
  storeId: number,
): Product {
  const kept = entries.map(({ id }) => id).filter((id) => id !== undefined);
  const left = product.pictures
    .filter(({ id }) => !kept.includes(id))
    .reduce((rest, { id }) => withoutPicture(catalogue, rest, id), product);
  return entries.reduce(
    (rest, entry) =>
      entry.id === undefined
        ? withPicture(catalogue, rest, entry, storeId)
        : withChangedPicture(catalogue, rest, entry, storeId),
    left,
  );
}

/** In every view, as nothing shows the file any more. */
export function withoutRoles(product: Product, file: string): Product {
  const views = Object.keys(product.values).map(Number);
  const values = roles.reduce(
    (all, role) =>
      withValue(
        all,
        role,
        null,
        views.filter((id) => all[id]?.[role] === file),
      ),
    product.values,
  );
  return { ...product, values };
}

/** The listed roles become this picture's in the view of the call; those that it had there and are not listed end. */
function withRoles(product: Product, file: string, entry: JsonObject, storeId: number): Product {
  const { types } = entry;
  if (!Array.isArray(types)) return product;
  const values = roles.reduce((all, role) => {
    if (types.includes(role)) return withValue(all, role, file, [storeId]);
    return valueIn(all, role, storeId) === file ? withValue(all, role, 'no_selection', [storeId]) : all;
  }, product.values);
  return { ...product, values };
}

function keepContent(catalogue: Catalogue, product: Product, entry: JsonObject): string {
  const content = isObject(entry.content) ? entry.content : {};
  const data = textIn(content, 'base64_encoded_data');
  if (!isPicture(firstBytes(data))) {
    throw refusal(400, 'The image content must be valid base64 encoded data.');
  }
  if (!mimeTypes.includes(textIn(content, 'type'))) {
    throw refusal(400, 'The image MIME type is not valid or not supported.');
  }
  const name = textIn(content, 'name');
  if (name === '' || /[\\/:*?"<>|]/.test(name)) {
    throw refusal(400, 'Provided image name contains forbidden characters.');
  }
  const file = freeFile(catalogue, product, name);
  catalogue.files.set(file, data);
  return file;
}

function firstBytes(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64.slice(0, startBytes)), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** `mok.png` → `/m/o/mok.png`; the second of the name is `/m/o/mok_1.png`. */
function freeFile(catalogue: Catalogue, product: Product, name: string): string {
  const [, stem = name, ending = ''] =
    /^(.*?)(\.\w+)?$/.exec(name.toLowerCase().replace(/[^\w.-]/g, '_')) ?? [];
  const taken = (file: string) =>
    catalogue.files.has(file) || product.pictures.some((each) => each.file === file);
  for (let number = 0; ; number += 1) {
    const file = fileIn(`${stem}${number === 0 ? '' : `_${number}`}${ending}`);
    if (!taken(file)) return file;
  }
}

/** Below the letters of its name. */
export function fileIn(name: string): string {
  const letter = (at: number) => name.charAt(at).replace('.', '_') || '_';
  return `/${letter(0)}/${letter(1)}/${name}`;
}
