/** Photos (sheet 6.15). Which extensions are taken is not known: those of the usual pictures. The first is not the main one by itself. */
import { bytesFrom } from '../../kit/catalogue/base64.ts';
import { together, within } from '../../kit/fields/shape.ts';
import { type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, flag, readBodyFields, text } from '../call/fields.ts';
import { plainList } from '../call/lists.ts';
import { coded, notFound } from '../refusal.ts';
import { photoOnWire } from './on-wire.ts';
import type { Photo, Product } from './product.ts';

const changed = together<FieldKind>(text('alttext'), flag('is_mainphoto'));
const created = together<FieldKind>(changed, text('file_type source'));
const replaced = within({ productphotos: created }, 'objects');

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

const orders = {
  id: byNumber(({ id }: Photo) => id),
  ismainphoto: byNumber(({ isMain }: Photo) => (isMain ? 1 : 0)),
};

export function photoEndpoints(assortment: Assortment): Routes {
  const found = (call: Call) => {
    const product = assortment.withPhoto(idIn(call));
    const photo = product.photos.find(({ id }) => String(id) === idIn(call));
    if (photo === undefined) throw notFound('productphotos');
    return { product, photo };
  };
  const show = (product: Product, call: Call) => (photo: Photo) => photoOnWire(product, photo, call.links);
  return [
    on('GET', '/products/{id}/productphotos', (call) => {
      const product = assortment.product(idIn(call));
      return plainList(call, product.photos, { show: show(product, call), orders });
    }),
    on('POST', '/products/{id}/productphotos', (call) => {
      const product = assortment.product(idIn(call));
      const sent = readBodyFields(objectIn(call), created, call.settings, ['file_type', 'source']);
      const photo = photoFrom(assortment, sent);
      return show(assortment.save(withPhoto(product, photo), 'photos'), call)(photo);
    }),
    on('PUT', '/products/{id}/productphotos', (call) => {
      const product = assortment.product(idIn(call));
      const sent = readBodyFields(objectIn(call), replaced, call.settings, ['productphotos']);
      const photos = objectsIn(sent.productphotos).map((each) => photoFrom(assortment, each));
      assortment.save(photos.reduce(withPhoto, { ...product, photos: [] }), 'photos');
      return undefined;
    }),
    on('GET', '/productphotos/{id}', (call) => {
      const { product, photo } = found(call);
      return show(product, call)(photo);
    }),
    on('PATCH', '/productphotos/{id}', (call) => {
      const { product, photo } = found(call);
      const sent = readBodyFields(objectIn(call), changed, call.settings);
      const alt = sent.alttext === undefined ? photo.alt : textIn(sent, 'alttext');
      const isMain = typeof sent.is_mainphoto === 'boolean' ? sent.is_mainphoto : photo.isMain;
      assortment.save(withPhoto(product, { ...photo, alt, isMain }), 'photos');
      return undefined;
    }),
    on('DELETE', '/productphotos/{id}', (call) => {
      const { product, photo } = found(call);
      assortment.save({ ...product, photos: product.photos.filter((each) => each !== photo) }, 'photos');
      return undefined;
    }),
  ];
}

/** A new one, or one that was there. There is one main photo at most. */
export function withPhoto(product: Product, photo: Photo): Product {
  const isThere = product.photos.some(({ id }) => id === photo.id);
  const all = isThere
    ? product.photos.map((each) => (each.id === photo.id ? photo : each))
    : [...product.photos, photo];
  const photos = photo.isMain ? all.map((each) => ({ ...each, isMain: each.id === photo.id })) : all;
  return { ...product, photos };
}

function photoFrom(assortment: Assortment, sent: JsonObject): Photo {
  const extension = textIn(sent, 'file_type').toLowerCase().replace(/^\./, '');
  const mediaType = mediaTypes[extension];
  if (mediaType === undefined) throw coded('500.22', `A file of the type ${extension} is not taken`);
  const bytes = bytesIn(textIn(sent, 'source'));
  if (bytes.length > assortment.settings().maxPictureBytes) throw coded('500.21', 'The file is too large');
  const id = assortment.ids.next('photo');
  const file = `${id}.${extension}`;
  assortment.files.keep(file, bytes, mediaType);
  return { id, file, alt: textIn(sent, 'alttext'), isMain: sent.is_mainphoto === true };
}

/** Bare base64: a `data:` before it is refused. */
function bytesIn(source: string): Uint8Array {
  try {
    const bytes = bytesFrom(source);
    if (bytes.length > 0) return bytes;
  } catch {
    // Told below.
  }
  throw coded('500.23', 'The file could not be saved');
}
