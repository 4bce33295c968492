/** Pictures of products, variations and categories (sheets 4.8, 5, 6.1). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, type Endpoint, under } from '../endpoint.ts';
import { absentField, refusal, wrongField } from '../refusal.ts';
import type { Picture } from './picture.ts';
import type { Pictures } from './pictures.ts';
import { checkPlace, type Place, placePicture } from './place.ts';

const writing = ['update_catalog'];

export function pictureEndpoints(assortment: Assortment, pictures: Pictures): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}');
  const places: Readonly<Record<string, (call: Call) => Place>> = {
    '/products/{productId}/image': ({ parameters }) => ({
      of: 'product',
      product: parameters.productId ?? '',
    }),
    '/products/{productId}/gallery': ({ parameters }) => ({
      of: 'gallery',
      product: parameters.productId ?? '',
    }),
    '/products/{productId}/combinations/{combinationId}/image': ({ parameters }) => ({
      of: 'combination',
      product: parameters.productId ?? '',
      combination: parameters.combinationId ?? '',
    }),
    '/categories/{categoryId}/image': ({ parameters }) => ({
      of: 'category',
      category: parameters.categoryId ?? '',
    }),
  };
  const each = Object.entries(places).flatMap(([path, placeOf]) => [
    on('POST', path, writing, (call) => taken(assortment, pictures, placeOf(call), call), 'file'),
    on('POST', `${path}/async`, writing, (call) => {
      const place = placeOf(call);
      checkPlace(assortment, place);
      return takenLater(assortment, pictures, place, call);
    }),
    on('DELETE', path, writing, (call) => {
      const deleteCount = countAt(assortment, placeOf(call));
      placePicture(assortment, placeOf(call), null);
      return { deleteCount };
    }),
  ]);
  return [
    ...each,
    on('DELETE', '/products/{productId}/gallery/{pictureId}', writing, ({ parameters }) => {
      const product = assortment.product(parameters.productId ?? '');
      const gallery = product.gallery.filter(({ id }) => id !== parameters.pictureId);
      if (gallery.length < product.gallery.length) assortment.changeProduct(product, { gallery });
      return { deleteCount: product.gallery.length - gallery.length };
    }),
    on('PUT', '/products/{productId}/media', writing, async (call) => {
      const key = call.parameters.productId ?? '';
      assortment.product(key);
      const media = await mediaIn(pictures, call);
      assortment.changeProduct(assortment.product(key), media);
      return { updateCount: 1 };
    }),
  ];
}

/** A body of bytes, or an empty one and `externalUrl`. */
async function taken(
  assortment: Assortment,
  pictures: Pictures,
  place: Place,
  { query, file, pictures: base }: Call,
): Promise<JsonObject> {
  checkPlace(assortment, place);
  const url = query.text('externalUrl');
  const picture = url === undefined ? pictures.takeIn(file, 'image/png') : await pictures.fetch(url, base);
  placePicture(assortment, place, picture);
  return { id: Number(picture.id) };
}

function takenLater(
  assortment: Assortment,
  pictures: Pictures,
  place: Place,
  { body, pictures: base }: Call,
): JsonObject {
  const url = textIn(body, 'url');
  if (url === '') throw absentField('AsyncImage', 'url');
  for (const name of ['width', 'height']) {
    if (body[name] === undefined) throw absentField('AsyncImage', name);
    if (typeof body[name] !== 'number') throw wrongField('AsyncImage', name);
  }
  pictures.fetchLater(place, url, isObject(body.alt) ? textIn(body.alt, 'main') : '', base);
  return { id: assortment.ids.next('pictureId') };
}

function countAt(assortment: Assortment, place: Place): number {
  checkPlace(assortment, place);
  if (place.of === 'category') return assortment.category(place.category).picture === null ? 0 : 1;
  const product = assortment.product(place.product);
  if (place.of === 'gallery') return product.gallery.length;
  if (place.of === 'product') return product.main === null ? 0 : 1;
  const combination = product.combinations.find(({ id }) => String(id) === place.combination);
  return combination?.picture === null ? 0 : 1;
}

/** All of it: a gallery that is not sent is deleted; a main picture that is not sent stays. */
async function mediaIn(pictures: Pictures, { body, pictures: base }: Call) {
  const gallery: Picture[] = [];
  const videos: string[] = [];
  for (const each of objectsIn(body.galleryMedia)) {
    const video = textIn(each, 'videoUrl');
    if (video !== '') videos.push(videoAt(video));
    else gallery.push(await pictures.fetch(textIn(each, 'imageUrl'), base));
  }
  if (!isObject(body.mainMedia)) return { gallery, videos };
  const video = textIn(body.mainMedia, 'videoUrl');
  if (video !== '') return { gallery, videos: [videoAt(video), ...videos] };
  return { main: await pictures.fetch(textIn(body.mainMedia, 'imageUrl'), base), gallery, videos };
}

function videoAt(url: string): string {
  if (/^https:\/\/(www\.)?(youtube\.com|youtu\.be|vimeo\.com)\//.test(url)) return url;
  throw refusal(422, 'NOT_VIDEO_URL', 'The URL is not that of a video');
}
