import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { StandingProduct } from '../../contract/products.ts';
import { only } from '../../wire/objects.ts';
import type { WholeProduct } from './read.ts';
import { productFields } from './target-fields.ts';
import { productFromWire } from './to-record.ts';

/** What a record does not tell, and lists that are sent whole are made of. */
const rest = z.object({
  /** Of a product without options its only variant. */
  variantId: z.string().nullable(),
  isTracked: z.boolean(),
  /** Ids of all of it, of films too. */
  media: z.array(z.string()),
  /** Of its metafields, by the name of the attribute. */
  types: z.record(z.string(), z.string()),
});
export type Rest = z.infer<typeof rest>;

export function standingOf(whole: WholeProduct, account: Account): StandingProduct {
  const { wire, variants } = whole;
  const product = productFromWire(whole, account);
  const { nodes } = wire.media;
  const raw: Rest = {
    variantId: product.kind === 'simple' ? (variants[0]?.id ?? null) : null,
    isTracked: variants.some(({ inventoryItem }) => inventoryItem.tracked === true),
    media: nodes.map(({ id }) => id),
    types: Object.fromEntries(
      wire.metafields.nodes.map(({ namespace, key, type = '' }) => [`${namespace}.${key}`, type]),
    ),
  };
  return {
    id: wire.id,
    // Those too that Shopify is still fetching, which have no address yet (sheet 7.4).
    product: {
      ...product,
      images: nodes
        .filter(({ id }) => id.includes('/MediaImage/'))
        .map(({ id, alt, image }, position) => ({ url: image?.url ?? '', alt, version: id, position })),
    },
    values: only(wire, (name, value) => Object.hasOwn(productFields.shape, name) && value !== undefined),
    fileNames: new Map(
      nodes.flatMap(({ id, image }) => {
        const name = fileNameOf(image?.url ?? '');
        return name === undefined ? [] : [[id, name] as const];
      }),
    ),
    raw,
  };
}

export function restOf({ raw }: StandingProduct): Rest {
  return rest.parse(raw);
}

/** A name that is taken gets a UUID behind it (sheet 7.4). */
function fileNameOf(url: string): string | undefined {
  const [, name, ending] =
    /([^/]+?)(?:_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?(\.\w+)(?:[?#]|$)/.exec(url) ?? [];
  return name === undefined || ending === undefined ? undefined : `${name}${ending}`;
}
