import { asProblem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import type { ProductDraft, WrittenProduct } from '../../contract/products.ts';
import { Attempts } from '../../wire/attempts.ts';
import { checkVatClass } from '../../wire/taxed-or-not.ts';
import { show } from '../channels.ts';
import { mutate } from '../graphql.ts';
import { gid } from '../ids.ts';
import { setAttributes } from './attributes.ts';
import { newIds, refusedPictures } from './pictures.ts';
import { draftToWire, inOrder, variantsAtOnce } from './to-wire.ts';
import { addThem, idsOf } from './variants.ts';
import { makeProduct } from './writing.graphql.ts';

/** Makes the product with variants and pictures in one call, then shows it, and adds what had no place in that call. */
export async function createProduct(api: Api, draft: ProductDraft): Promise<WrittenProduct> {
  checkVatClass('Shopify', draft.vatClass, draft.sku);
  const attempts = new Attempts();
  const { id, variants, media } = (await make(api, draft, attempts)).productSet.product;
  const owner = gid('Product', id) ?? '';
  const { sku, attributes, vatClass } = draft;
  const isShown = await attempts.did(() => show(api, owner));
  const others = draft.variants.slice(variantsAtOnce);
  const added = await addThem(api, owner, others, { isTracked: false, vatClass, attempts });
  const areFactsDone = await setAttributes(api, { id: owner, sku, types: {} }, attributes, attempts);
  const ids = media.nodes.map((each) => each.id);
  return {
    id,
    variants: new Map([...idsOf(draft.variants, variants.nodes), ...added]),
    pictures: newIds(inOrder(draft.pictures), ids, []),
    undone: {
      product: new Set([
        ...(isShown ? [] : (['active'] as const)),
        ...(areFactsDone ? [] : (['attributes'] as const)),
      ]),
      variants: new Set(),
    },
    problems: attempts.problems,
  };
}

/** One picture that is none refuses all of it: then it is made without any. */
async function make(api: Api, draft: ProductDraft, attempts: Attempts) {
  const { pictures, sku } = draft;
  try {
    return await mutate(api, makeProduct, { input: draftToWire(draft) });
  } catch (error) {
    if (pictures.length === 0 || asProblem(error).kind !== 'rejected') throw error;
    const made = await mutate(api, makeProduct, { input: draftToWire({ ...draft, pictures: [] }) });
    attempts.note(refusedPictures(pictures, sku));
    return made;
  }
}
