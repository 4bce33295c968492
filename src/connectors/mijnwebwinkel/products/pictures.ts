import { asProblem, type ProblemData, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { PictureDraft, ProductChanges, WrittenProduct } from '../../contract/products.ts';
import { inShopLanguage } from './articles.ts';
import { sortedImages } from './to-record.ts';
import { type ArticleWire, articleWire } from './wire.ts';

/** Sheet 7.3. */
const maxPictures = 15;

/**
 * Sends the pictures of an article as one list, those that stay by their ids, as the list is the whole list; new ones by their
 * address, which the platform fetches (sheet 7.3). A list that is refused is told, and nothing of the rest of the article.
 */
export async function sendPictures(
  api: Api,
  { id, images }: ArticleWire,
  { add, replace, remove }: ProductChanges['pictures'],
  sku: string,
): Promise<Pick<WrittenProduct, 'pictures' | 'problems'>> {
  if (add.length + replace.size + remove.length === 0) return { pictures: new Map(), problems: [] };
  const kept = sortedImages({ images }).filter((image) => !remove.includes(image.id));
  const wanted = [
    ...kept.map((image) => ({ id: image.id, draft: replace.get(image.id) })),
    ...add.toSorted((a, b) => a.position - b.position).map((draft) => ({ id: undefined, draft })),
  ];
  const refused = (draft: PictureDraft) =>
    rejected('picture_refused', { field: `images.${draft.position}`, sku }).toData();
  const tooMany = wanted
    .slice(maxPictures)
    .flatMap(({ draft }) => (draft === undefined ? [] : [refused(draft)]));
  const sent = wanted.slice(0, maxPictures);
  const body = sent.map(({ id: image, draft }, index) => ({
    ...(draft === undefined ? { id: image } : { url: draft.url }),
    position: index + 1,
  }));
  const call = {
    method: 'PATCH',
    path: path`/articles/${id}`,
    body: { images: body },
    repeatable: false,
  } as const;
  try {
    const { body: after } = await api.request({ ...call, query: inShopLanguage(api) }, articleWire);
    return { pictures: idsOf(sent, after), problems: tooMany };
  } catch (error) {
    const failed = asProblem(error);
    const drafts = sent.flatMap(({ draft }) => (draft === undefined ? [] : [draft]));
    const told: ProblemData[] = failed.kind === 'rejected' ? drafts.map(refused) : [failed.toData()];
    return { pictures: new Map(), problems: [...told, ...tooMany] };
  }
}

/** Those that were not there before, in the order in which they were sent. */
function idsOf(
  sent: readonly { readonly id: string | undefined; readonly draft: PictureDraft | undefined }[],
  after: ArticleWire,
): ReadonlyMap<string, string> {
  const kept = new Set(sent.map(({ id }) => id));
  const made = sortedImages(after)
    .filter(({ id }) => !kept.has(id))
    .values();
  return new Map(
    sent.flatMap(({ draft }) => {
      const image = draft === undefined ? undefined : made.next().value;
      return draft === undefined || image === undefined ? [] : [[draft.version, image.id] as const];
    }),
  );
}
