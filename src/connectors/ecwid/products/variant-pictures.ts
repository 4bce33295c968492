import { z } from 'zod';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { PictureDraft, VariantDraft } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';

interface Wanted {
  readonly drafts: readonly Pick<VariantDraft, 'sourceId' | 'image'>[];
  /** The source's id → the shop's. */
  readonly ids: ReadonlyMap<string, string>;
  /** Those whose addresses are known in this run. */
  readonly pictures: readonly PictureDraft[];
}

/** A variation has one picture of its own, beside the gallery; sent again it is put in the place of the one before (sheet 5). */
export async function sendVariantPictures(
  api: Api,
  productId: string,
  sku: string,
  { drafts, ids, pictures }: Wanted,
  attempts: Attempts,
): Promise<void> {
  for (const { sourceId, image } of drafts) {
    const id = ids.get(sourceId);
    const picture = pictures.find(({ version }) => version === image);
    if (id === undefined || picture === undefined) continue;
    const refused = () => rejected('picture_refused', { field: `images.${picture.position}`, sku });
    const call = {
      method: 'POST',
      path: path`/products/${productId}/combinations/${id}/image`,
      query: { externalUrl: picture.url },
      repeatable: true,
    } as const;
    await attempts.at(() => api.request(call, z.unknown()), refused);
  }
}
