import { rejected } from '../../../records/problem.ts';
import type { PictureDraft, ProductChanges } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { addressOf } from './to-wire.ts';
import type { ReadProduct } from './wire.ts';

/** The only picture of a product is an address, which is its id too (sheet 5.5). One that does not fit is told. */
export function sentPicture(
  draft: PictureDraft | undefined,
  sku: string,
  attempts: Attempts,
): { readonly body: JsonObject; readonly sent: ReadonlyMap<string, string> } {
  const address = addressOf(draft);
  if (draft !== undefined && address === undefined)
    attempts.note(rejected('picture_refused', { field: `images.${draft.position}`, sku }));
  if (draft === undefined || address === undefined) return { body: {}, sent: new Map() };
  return { body: { DisplayUrl: address }, sent: new Map([[draft.version, address]]) };
}

/** What takes the place of the one that stands there, comes where none is, or leaves none; that of somebody else stays. */
export function pictureAfter(
  { product: { DisplayUrl: standing } }: Pick<ReadProduct, 'product'>,
  { add, replace, remove }: ProductChanges['pictures'],
  sku: string,
  attempts: Attempts,
): ReturnType<typeof sentPicture> {
  const instead = replace.get(standing ?? '');
  const hasRoom = standing === undefined || remove.includes(standing);
  const shown = instead ?? (hasRoom ? add[0] : undefined);
  const { body, sent } = sentPicture(shown, sku, attempts);
  const isRemoved = sent.size === 0 && remove.includes(standing ?? '');
  // For all else there is no room.
  const others = add.filter((each) => each !== shown).map(({ version }) => [version, ''] as const);
  return { body: isRemoved ? { DisplayUrl: null } : body, sent: new Map([...others, ...sent]) };
}
