import type { PictureDraft } from '../../../connectors/contract/products.ts';
import { type ProblemData, problem } from '../../../records/problem.ts';
import type { Context, Speaker } from '../endpoints.ts';

export interface Fetched {
  readonly pictures: readonly PictureDraft[];
  /** Pictures that cannot be had; the product goes without them. */
  readonly problems: readonly ProblemData[];
}

/** Fetches pictures where the target does not do so itself. One after the other: each may fill a good part of the memory. */
export async function fetchPictures(
  { picture: fetch }: Context,
  { traits, system }: Speaker,
  sku: string,
  drafts: readonly PictureDraft[],
): Promise<Fetched> {
  if (traits.fetchesPictures) return { pictures: drafts, problems: [] };
  const pictures: PictureDraft[] = [];
  const problems: ProblemData[] = [];
  for (const draft of drafts) {
    const found = await fetch(draft.url, traits.maxPictureBytes);
    if ('bytes' in found) {
      pictures.push({ ...draft, content: found });
    } else {
      const params = { system, sku, number: draft.position + 1, why: found.code };
      problems.push(
        problem(found.kind === 'retry' ? 'retry' : 'rejected', 'picture_unsent', params).toData(),
      );
    }
  }
  return { pictures, problems };
}
