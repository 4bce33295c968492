import { z } from 'zod';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { PictureDraft, VariantDraft } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';

interface Wanted {
  /** What variations show, by the shop's id. */
  readonly shows: ReadonlyMap<string, Pick<Partial<VariantDraft>, 'image'>>;
  /** Those whose addresses are known in this run. */
  readonly pictures: readonly PictureDraft[];
}

/**
 * A variation has one picture of its own, beside the gallery; sent again it is put in the place of the one before (sheet 5). Returns the ids of
 * those that may not have theirs.
 */
export async function sendVariantPictures(
  api: Api,
  productId: string,
  sku: string,
  { shows, pictures }: Wanted,
  attempts: Attempts,
): Promise<readonly string[]> {
  const unshown: string[] = [];
  for (const [id, { image }] of shows) {
    const picture = pictures.find(({ version }) => version === image);
    if (picture === undefined) continue;
    const refused = () => rejected('picture_refused', { field: `images.${picture.position}`, sku });
    const call = {
      method: 'POST',
      path: path`/products/${productId}/combinations/${id}/image`,
      query: { externalUrl: picture.url },
      repeatable: true,
    } as const;
    if (!(await attempts.did(() => api.request(call, z.unknown()), refused))) unshown.push(id);
  }
  return unshown;
}
