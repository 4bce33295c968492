/** Pictures of a product over the API, and their files (sheet 10.4). */
import { pictureOf as madePicture } from '../../kit/catalogue/pictures.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject } from '../../kit/json.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readView, writtenView } from '../catalogue/scope.ts';
import { pictureShape } from '../catalogue/shapes.ts';
import { type Call, type Endpoint, under } from '../endpoint.ts';
import { shaped } from '../fields.ts';
import { productOf } from '../products/endpoints.ts';
import type { Product } from '../products/product.ts';
import { noSuchPicture, refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { pictureOf, pictureOnWire, withChangedPicture, withoutPicture, withPicture } from './pictures.ts';

const resource = 'Magento_Catalog::catalog';
const folder = '/media/catalog/product';

export function mediaEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/products/{sku}/media');
  const { catalogue } = shop;
  const save = (product: Product) => catalogue.save(product, shop.settings().mediaMovesUpdatedAt);
  return [
    on('GET', '', resource, (call) => {
      const product = productOf(shop, call);
      return product.pictures.map((each) => pictureOnWire(product, each, readView(call)));
    }),
    on('GET', '/{entryId}', resource, (call) => {
      const product = productOf(shop, call);
      return pictureOnWire(product, pictureOf(product, entryId(call)), readView(call));
    }),
    on('POST', '', resource, (call) => {
      const product = productOf(shop, call);
      const entry = entryIn(call);
      if (!isObject(entry.content)) {
        throw refusal(400, 'The image content is invalid. Verify the content and try again.');
      }
      const saved = save(withPicture(catalogue, product, entry, writtenView(call, false)));
      return String(saved.pictures.at(-1)?.id);
    }),
    // The id has another name in the path, so that it must be in the body as well.
    on('PUT', '/{entryId}', resource, (call) => {
      const product = productOf(shop, call);
      const entry = entryIn(call);
      if (entry.id === undefined) throw noSuchPicture();
      save(withChangedPicture(catalogue, product, entry, writtenView(call, false)));
      return true;
    }),
    on('DELETE', '/{entryId}', resource, (call) => {
      save(withoutPicture(catalogue, productOf(shop, call), entryId(call)));
      return true;
    }),
  ];
}

/** The file of a picture, as the shop's web server gives it to anybody; null where the path is no picture's. */
export function pictureFile(catalogue: Catalogue, pathname: string): Response | null {
  if (!pathname.startsWith(`${folder}/`)) return null;
  const file = pathname.slice(folder.length);
  const kept = catalogue.files.get(file);
  if (kept === undefined) return new Response('Not Found', { status: 404 });
  const bytes =
    kept === ''
      ? madePicture(file.split('/').at(-1) ?? '')
      : Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0));
  const ending = file.split('.').at(-1) ?? 'png';
  const type = ending === 'jpg' ? 'image/jpeg' : `image/${ending}`;
  return new Response(bytes, { headers: { 'Content-Type': type } });
}

function entryIn({ body }: Call): JsonObject {
  if (!isObject(body.entry)) throw required('entry');
  return shaped(body.entry, pictureShape);
}

function entryId({ parameters }: Call): number {
  return Number(parameters.entryId);
}
