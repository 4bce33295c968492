import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import type { StandingProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { only } from '../../wire/objects.ts';
import { readProperties } from './properties.ts';
import { readAs, whole } from './read.ts';
import { productFields } from './target-fields.ts';
import { productFromWire } from './to-record.ts';
import { type ProductWire, productWire } from './wire.ts';

interface ReadProduct {
  readonly raw: JsonObject;
  readonly wire: ProductWire;
}

/** The product as it came goes along: a mapping may fill in what is not read here. */
const readWire = z.looseObject({}).transform((raw, context): ReadProduct => {
  const read = productWire.safeParse(raw);
  if (read.success) return { raw, wire: read.data };
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

/** As the source of the same system reads it. */
export async function readStanding(api: Api, id: string): Promise<StandingProduct | null> {
  const read = await readAs(api, id, readWire);
  if (read === null) return null;
  const wire = await whole(api, read.wire);
  const { package: shippingClass } = wire;
  return {
    id: wire.id,
    product: productFromWire(wire, await readProperties(api), api.account),
    values: {
      ...only(read.raw, (name) => Object.hasOwn(productFields.shape, name)),
      ...(shippingClass === undefined ? {} : { package_id: Number(shippingClass) }),
    },
    // The shop names photos itself (sheet 6.15).
    fileNames: new Map(),
    raw: wire,
  };
}

/** The product behind what `readStanding` gave. */
export function wireOf({ raw }: StandingProduct): ProductWire {
  return raw as ProductWire;
}
