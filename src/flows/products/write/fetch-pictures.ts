import type { PictureDraft } from '../../../connectors/contract/products.ts';
import { type ProblemData, problem } from '../../../records/problem.ts';
import type { Context, Speaker } from '../endpoints.ts';

export interface Fetched {
  readonly pictures: readonly PictureDraft[];
  /** Pictures that cannot be had; the product goes without them. */
  readonly problems: readonly ProblemData[];
  /** Those that would not fit beside the others: they go by themselves. */
  readonly later: readonly PictureDraft[];
}

/** What pictures of one product may fill of the consumer's 128 MB at once, beside those of others and their encoded form. */
const maxHeldBytes = 8_000_000;

/** Fetches pictures where the target does not do so itself, one after the other. */
export async function fetchPictures(
  { picture: fetch }: Context,
  { traits, system }: Speaker,
  sku: string,
  drafts: readonly PictureDraft[],
): Promise<Fetched> {
  if (traits.fetchesPictures) return { pictures: drafts, problems: [], later: [] };
  const pictures: PictureDraft[] = [];
  const problems: ProblemData[] = [];
  let held = 0;
  for (const [index, draft] of drafts.entries()) {
    if (held >= maxHeldBytes) return { pictures, problems, later: drafts.slice(index) };
    const found = await fetch(draft.url, traits.maxPictureBytes);
    if ('bytes' in found) {
      held += found.bytes.byteLength;
      pictures.push({ ...draft, content: found });
    } else {
      const params = { system, sku, number: draft.position + 1, why: found.code };
      problems.push(
        problem(found.kind === 'retry' ? 'retry' : 'rejected', 'picture_unsent', params).toData(),
      );
    }
  }
  return { pictures, problems, later: [] };
}
