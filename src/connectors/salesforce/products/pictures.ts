import { rejected } from '../../../records/problem.ts';
import type { PictureDraft } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { fitsAddress } from './to-wire.ts';

/** Of the only picture that a product has: its address is a field of the product (sheet 5.5). */
export const pictureId = 'DisplayUrl';

/** The first is shown, by its address; the others need no sending, which their empty ids say. One whose address does not fit is told. */
export function sentPicture(drafts: readonly PictureDraft[], sku: string, attempts: Attempts) {
  const [first, ...others] = drafts.toSorted((a, b) => a.position - b.position);
  const shown = first !== undefined && fitsAddress(first) ? first : undefined;
  if (first !== undefined && shown === undefined)
    attempts.note(rejected('picture_refused', { field: `images.${first.position}`, sku }));
  const sent = new Map(others.map(({ version }) => [version, '']));
  return { shown, sent: shown === undefined ? sent : new Map([[shown.version, pictureId], ...sent]) };
}
