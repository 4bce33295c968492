import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { StandingProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { only } from '../../wire/objects.ts';
import { productsByIds } from './by-ids.ts';
import { fileNameOf, pictureId, picturesOf } from './pictures.ts';
import { productFields } from './target-fields.ts';
import { productFromWire } from './to-record.ts';
import { type ProductWire, productWire } from './wire.ts';

/** A product as it came, and as it is read. */
export interface ReadProduct {
  readonly id: string;
  readonly raw: JsonObject;
  readonly wire: ProductWire;
}

/** The raw product goes along: what is not known here goes back as it came. */
const readWire = z.looseObject({}).transform((raw, context): ReadProduct => {
  const read = productWire.safeParse(raw);
  if (read.success) return { id: read.data.id, raw, wire: read.data };
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

export function readProduct(api: Api, id: string): Promise<ReadProduct | null> {
  return api.find(path`/products/${countedId(id)}`, readWire);
}

/** Throws where it is gone meanwhile. */
export function readAgain(api: Api, id: string): Promise<ReadProduct> {
  return api.get(path`/products/${id}`, readWire);
}

export async function readMany(api: Api, ids: readonly string[]): Promise<Map<string, StandingProduct>> {
  const read = await productsByIds(api, ids, readWire);
  return new Map([...read].map(([id, product]) => [id, standingOf(product, api)]));
}

export function standingOf({ id, raw, wire }: ReadProduct, { account }: Api): StandingProduct {
  return {
    id,
    product: productFromWire(wire, account, pictureId),
    values: only(raw, (name) => Object.hasOwn(productFields.shape, name)),
    // The main picture has a name of Ecwid's own, as none can be sent along; what the others' are made of is not documented (sheet 4.8).
    fileNames: new Map(
      picturesOf(wire).flatMap((image) => (image.isMain ? [] : [[pictureId(image), fileNameOf(image)]])),
    ),
    raw,
  };
}

/** The product behind what `standingOf` gave. */
export function readStanding({ raw }: StandingProduct): ReadProduct {
  return readWire.parse(raw);
}
